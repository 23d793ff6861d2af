"""`kiosk supervise`: starts `kiosk run`, listens to it, and starts it anew whatever becomes of it.

For where no systemd does that: desktops, X11 sessions, Windows. It draws nothing and loads no Qt.
"""

import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import FrameType
from typing import Any

from kiosk.options import FINE, INTERNAL_ERRORS, NO_SCREEN, PLANNED_RESTART, WRONG_USE
from kiosk.platform import CLEANS, STOPS
from kiosk.safety.only_one import is_only_one
from kiosk.safety.state_folder import state_folder

log = logging.getLogger(__name__)

PATIENCE = 30.0
"""Seconds without a beat after which the program counts as hung."""

START = 60.0
"""Seconds in which the first slide comes."""

STOP = 2.5
"""Seconds in which the program ends when it is asked to."""

LAST_WORDS = 1.0
"""Seconds in which a program that hangs tells where."""

FIRST_DELAY = 0.5
"""Seconds between an end and the next start, doubled with each end that follows a start that was not well."""

AFTER_DRAWING, WITHOUT_SCREEN, WITHOUT_DRAWING = 1.0, 8.0, 30.0
"""That delay at most: where something was drawn, where there is no screen yet, and where nothing comes to it."""

WELL = 10.0
"""Seconds of drawing after which a start was well."""

ENDED = "ENDED"
ASKED = "ASKED"
"""What the queue holds beside the program's own lines."""


@dataclass
class Ended:
    """How a run ended: its status, for how many seconds it drew (None if nothing came), and who wanted it."""

    status: int
    drew_for: float | None
    is_wanted: bool


class Supervisor:
    """One program at a time, and what is heard of it."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._heard = SimpleQueue[str]()
        self._is_asked = False
        self._program: subprocess.Popen[bytes] | None = None
        for name in STOPS:
            if number := getattr(signal, name, None):
                signal.signal(number, self._stop)
        if number := getattr(signal, CLEANS, None):
            signal.signal(number, self._hand_on)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._is_asked = True
        # Wakes who waits; this queue may be put to from within a signal.
        self._heard.put(ASKED)

    def _hand_on(self, number: int, frame: FrameType | None) -> None:
        if self._program and self._program.poll() is None:
            self._program.send_signal(number)

    def run(self) -> int:
        """Until somebody asks for the end; the status of the last run."""
        delay = FIRST_DELAY
        is_first = True
        while True:
            ended = self._run_once()
            is_wrong_use = is_first and ended.status == WRONG_USE
            if self._is_asked or ended.is_wanted or is_wrong_use:
                return ended.status if ended.status >= 0 else INTERNAL_ERRORS
            is_first = False
            if ended.drew_for is not None and ended.drew_for >= WELL:
                delay = FIRST_DELAY
            delay = min(delay, longest_delay(ended))
            if ended.status != PLANNED_RESTART or delay > FIRST_DELAY:
                log.warning("the program %s: starting it anew in %g s", told(ended.status), delay)
                self._rest(delay)
            if self._is_asked:
                return FINE
            delay *= 2

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._is_asked and (left := until - time.monotonic()) > 0:
            with suppress(Empty):
                self._heard.get(timeout=left)

    def _run_once(self) -> Ended:
        self._heard = SimpleQueue()
        environment = os.environ | {"KIOSK_SUPERVISED": "1", "WATCHDOG_USEC": str(round(PATIENCE * 1e6))}
        # A group of its own, so that what it has started ends with it; Windows has no such groups.
        own_group: dict[str, Any] = {"process_group": 0} if hasattr(os, "killpg") else {}
        try:
            self._program = program = subprocess.Popen(
                self._command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **own_group
            )
        except OSError as error:
            # A new version may be just about to take its place.
            log.error("%s: %s", self._command[0], error.strerror)
            return Ended(INTERNAL_ERRORS, None, False)
        threading.Thread(target=listen, args=[program, self._heard], name="listener", daemon=True).start()
        drew_at, is_wanted = None, False
        patient_until = time.monotonic() + START
        while not self._is_asked:
            try:
                line = self._heard.get(timeout=max(0.0, patient_until - time.monotonic()))
            except Empty:
                log.error("the program hangs: ending it")
                # Python tells where it stands.
                kill(program, "SIGABRT")
                break
            if line == ENDED:
                break
            if line in ("READY=1", "WATCHDOG=1"):
                patient_until = time.monotonic() + PATIENCE
            if line == "READY=1":
                drew_at = time.monotonic()
            is_wanted |= line == "STOPPING=1"
        if self._is_asked:
            program.terminate()
        drew_for = None if drew_at is None else time.monotonic() - drew_at
        with suppress(subprocess.TimeoutExpired):
            program.wait(STOP if self._is_asked else LAST_WORDS)
        kill(program, "SIGKILL")
        return Ended(program.wait(), drew_for, is_wanted)


def listen(program: subprocess.Popen[bytes], heard: SimpleQueue[str]) -> None:
    """Hand on what a program says, line by line, until it ends."""
    assert program.stdout
    with program.stdout:
        for line in program.stdout:
            heard.put(line.decode(errors="replace").strip())
    heard.put(ENDED)


def kill(program: subprocess.Popen[bytes], name: str) -> None:
    """End a program and all that it has started by a signal of that name; on Windows, it alone and at once."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):  # All have ended.
            os.killpg(program.pid, getattr(signal, name))
    else:
        program.kill()


def longest_delay(ended: Ended) -> float:
    """The seconds until the next start, at most."""
    if ended.drew_for is not None:
        return AFTER_DRAWING
    return WITHOUT_SCREEN if ended.status == NO_SCREEN else WITHOUT_DRAWING


def told(status: int) -> str:
    """How a program ended, in words."""
    if status >= 0:
        return f"ended with status {status}"
    try:
        return f"was ended by {signal.Signals(-status).name}"
    except ValueError:
        return f"was ended by signal {-status}"


def supervise(command: Sequence[str], screen: str | None = None) -> int:
    """Run a command that is `kiosk run`, for a screen, for as long as nobody ends it; its last status."""
    if not is_only_one(state_folder(screen)):
        log.warning("a show is running already")
        return FINE
    with suppress(ImportError):  # Windows has none.
        import resource

        # What a crash leaves behind would fill the disk.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return Supervisor(command).run()
