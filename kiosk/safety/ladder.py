"""What is shown after the program has ended uncleanly again and again: each step down less, and less likely to fail.

A run is noted when it begins, and a clean end takes the note back. A start that finds notes chooses its rung by them.
They count in the boot they were made in, for ten minutes, for the version of the program and the revision of the
content they were made with: what is new gets a new chance. Source: faults.md, *Exit codes and safe-mode ladder*.
"""

import json
import logging
import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any

from kiosk.safety.state_folder import lasting, read_json, write

log = logging.getLogger(__name__)

FILE = "crashes.json"

COUNTED = 600.0
"""Seconds for which an unclean end counts."""

PER_RUNG = 2
"""Unclean ends that lead to the next rung."""

SHORT_RUNS = 3
"""Runs on the last rungs that ended almost as they began, after which nothing but a picture is shown."""

HEALTHY = 300.0
"""Seconds, beside a whole rotation, after which all is well."""

REST = 60.0
"""Seconds for which nothing but a picture is shown, the first time."""

LONGEST = 21_600.0
"""Seconds between two attempts to come back, at most."""

LONGEST_PAUSE = 30.0
"""Seconds before a start that is likely to fail, at most."""

KEPT = 20
"""Unclean ends that are remembered."""

LONGEST_TEXT = 100
"""Characters of a version or a revision."""


class Rung(IntEnum):
    """What is shown, by the number that faults.md gives it."""

    CONTENT = 0
    LAST_GOOD = 2
    SHIPPED = 4
    """The content that comes with the program, without transitions, drawn by the processor."""
    PICTURE = 6
    """The name on its colour, and nothing else."""

    @property
    def words(self) -> str:
        """What shows, as staff are told."""
        match self:
            case Rung.CONTENT:
                return "the content"
            case Rung.LAST_GOOD:
                return "the last good content"
            case Rung.SHIPPED:
                return "the content that comes with the program"
            case Rung.PICTURE:
                return "the name alone"


class Stage(StrEnum):
    """How far a run came."""

    BEGUN = "begun"
    OPENED = "opened"
    """The display is there, and nothing is drawn yet."""
    DRAWN = "drawn"
    STEADY = "steady"
    """It has been drawing for some seconds."""


@dataclass(frozen=True)
class Run:
    """A run of the program. Its times are in seconds of the clock that counts from the boot."""

    began: float
    version: str = ""
    revision: str = ""
    rung: Rung = Rung.CONTENT
    stage: Stage = Stage.BEGUN
    ended: float | None = None
    """When the next run found that it had ended, None while it runs."""


@dataclass(frozen=True)
class History:
    """The runs of one boot that ended uncleanly, the oldest first, and the one that runs.

    `returns` counts how often the program tried the content again after it had shown something else.
    """

    boot: str = ""
    ends: tuple[Run, ...] = ()
    running: Run | None = None
    returns: int = 0


@dataclass(frozen=True)
class Choice:
    """How to start. `unclean_ends` counts those that led here; `pause` is in seconds."""

    rung: Rung = Rung.CONTENT
    is_software: bool = False
    unclean_ends: int = 0
    can_resume: bool = True
    """Whether to begin with the slide that was showing: not where it may be what ends the program."""
    pause: float = 0.0


def history(said: object, boot: str) -> History:
    """What a file says of this boot; whatever in it is no history counts as not said."""
    if not isinstance(said, dict) or said.get("boot") != boot:
        return History(boot)
    ends, returns = said.get("ends"), said.get("returns")
    return History(
        boot,
        tuple(_runs(ends if isinstance(ends, list) else []))[-KEPT:],
        next(_runs([said.get("running")]), None),
        returns if isinstance(returns, int) and not isinstance(returns, bool) and 0 <= returns < KEPT else 0,
    )


def _runs(said: list[Any]) -> Iterator[Run]:
    for each in said:
        with suppress(TypeError, ValueError, KeyError, OverflowError):
            began, ended = float(each["began"]), None if each["ended"] is None else float(each["ended"])
            version, revision = each["version"], each["revision"]
            are_texts = all(isinstance(text, str) and len(text) <= LONGEST_TEXT for text in (version, revision))
            if math.isfinite(began) and math.isfinite(ended or 0.0) and are_texts:
                yield Run(began, version, revision, Rung(each["rung"]), Stage(each["stage"]), ended)


def ended_uncleanly(history: History, now: float, stage: Stage) -> History:
    """The run that was noted has come to its end, at a stage; without one nothing has."""
    if history.running is None:
        return history
    run = replace(history.running, ended=now, stage=stage)
    return replace(history, ends=(*history.ends, run)[-KEPT:], running=None)


def choose(history: History, now: float, version: str, revision: str) -> Choice:
    """How to start a version of the program with a revision of the site's content."""
    recent = [run for run in history.ends if run.ended is not None and 0 <= now - run.ended <= COUNTED]
    counted = [run for run in recent if (run.version, run.revision) == (version, revision)]
    short = 0
    for run in reversed(counted):
        if run.stage is Stage.STEADY:
            break
        short += 1
    rung = Rung(min(len(counted) // PER_RUNG * 2, Rung.SHIPPED))
    if short >= SHORT_RUNS and all(run.rung >= Rung.SHIPPED for run in counted[-SHORT_RUNS:]):
        rung = Rung.PICTURE
    return Choice(
        rung,
        # Whatever the content: an end between the display's opening and the first frame is the graphics'.
        is_software=rung >= Rung.SHIPPED or any(run.stage is Stage.OPENED for run in recent),
        unclean_ends=len(counted),
        can_resume=short < 2,
        pause=min(2.0 ** (short - KEPT // 2), LONGEST_PAUSE) if short >= KEPT // 2 else 0.0,
    )


def time_to_health(history: History) -> float:
    """The seconds, beside a whole rotation, that a run needs to count as healthy: longer after each failed return."""
    is_picture = history.running is not None and history.running.rung is Rung.PICTURE
    return min((REST if is_picture else HEALTHY) * 2.0**history.returns, LONGEST)


def healthy(history: History) -> History:
    """The run is well, and what was before it no longer counts. From a higher rung it is time to come back."""
    is_returning = history.running is not None and history.running.rung > Rung.CONTENT
    return replace(history, ends=(), returns=min(history.returns + 1, KEPT - 1) if is_returning else 0)


def boot_id() -> str:
    """What tells this boot of the machine from all others; empty where the system does not tell."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return ""


def _read(file: Path) -> object | None:
    """The notes in a file. Where the disk of earlier ones has become read-only, there are none yet, and those count."""
    before = lasting(file)
    return read_json(file) or (read_json(before) if before else None)


class Ladder:
    """The notes of runs in a folder, or only in memory where there is no folder to write in."""

    def __init__(
        self, folder: Path | None, boot: str, stage: Stage = Stage.BEGUN, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Read what earlier runs noted. `stage` is how far the last of them came."""
        self._file = folder / FILE if folder else None
        self._clock = clock
        self._writing = threading.Lock()
        noted = history(_read(self._file) if self._file else None, boot)
        self.history = ended_uncleanly(noted, clock(), stage)

    def begin(self, version: str, revision: str) -> Choice:
        """Note that a run begins; how it is to start."""
        now = self._clock()
        choice = choose(self.history, now, version, revision)
        self.history = replace(self.history, running=Run(now, version, revision, choice.rung))
        self._write_beside()
        return choice

    def is_healthy_after(self) -> float:
        """The seconds, beside a whole rotation, after which to call `clear`."""
        return time_to_health(self.history)

    def clear(self) -> None:
        """The run is healthy."""
        before, self.history = self.history, healthy(self.history)
        if self.history != before:
            self._write_beside()

    def end(self, stage: Stage, *, is_clean: bool) -> None:
        """The run ends: cleanly, which takes the note back, or for a reason that the next run is to know of."""
        after = ended_uncleanly(self.history, self._clock(), stage)
        self.history = replace(self.history, running=None) if is_clean else after
        self._write()

    def _write_beside(self) -> None:
        # A disk takes its time, and no slide waits for it.
        threading.Thread(target=self._write, name="crash notes", daemon=True).start()

    def _write(self) -> None:
        if self._file is None:
            return
        # The newest history, whichever thread comes last.
        with self._writing:
            try:
                write(self._file, json.dumps(asdict(self.history)).encode())
            except OSError as error:
                log.warning("%s: unclean ends are not counted: %s", self._file, error.strerror)
