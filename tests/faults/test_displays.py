"""The display server is not there yet, goes away, and comes back."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from kiosk.options import NO_SCREEN
from tests.faults.conftest import Faulty, complaints, crashes
from tests.program.conftest import MAIN, PATIENCE, content, until

pytestmark = pytest.mark.faults

BACK = 10.0
"""Seconds until the picture is back. Source: faults.md, *Ranked fault list*, 10 and 25."""


STOPS = 3.0
"""Seconds in which it ends when it is asked to; the same, 35."""

SILENCE = 60.0
"""Seconds in which it sees that nobody answers, on a machine with much else to do."""


class Server(VirtualScreen):
    """A display server that is started and killed by a test, always under the same number."""

    def __init__(self) -> None:
        super().__init__()
        with VirtualScreen() as other:
            self.display = other.display
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="server-")

    def start(self) -> None:
        ready, number = os.pipe()
        command = ["Xvfb", self.display, "-displayfd", str(number), "-screen", "0", "1920x1080x24", "-noreset"]
        command += ["-fbdir", self._folder.name]
        self._process = subprocess.Popen(command, pass_fds=[number], stderr=subprocess.DEVNULL)
        os.close(number)
        with os.fdopen(ready) as answer:
            assert answer.readline()

    def kill(self) -> None:
        assert self._process
        self._process.kill()
        self._process.wait()
        self._process = None

    def halt(self) -> None:
        """It lives, and does nothing."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    @contextmanager
    def being_mute(self) -> Iterator[None]:
        """Somebody is there, and says nothing."""
        address = Path("/tmp/.X11-unix", f"X{self.display[1:]}")
        with socket.socket(socket.AF_UNIX) as mute:
            mute.bind(str(address))
            mute.listen()
            try:
                yield
            finally:
                address.unlink()

    def close(self) -> None:
        if self._process:
            self.kill()
        self._folder.cleanup()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@contextmanager
def unwatched(screen: VirtualScreen, lobby: Path) -> Iterator[Faulty]:
    """The program without a supervisor, which must end within three seconds when it is asked to at the end."""
    kiosk = Faulty(screen, lobby, "run")
    try:
        yield kiosk
        begun = time.monotonic()
        kiosk.stop()
        assert time.monotonic() - begun < STOPS
    finally:
        kiosk.close(is_hung=True)


@pytest.fixture
def kiosk(server: Server, lobby: Path) -> Iterator[Faulty]:
    kiosk = Faulty(server, lobby, "supervise")
    try:
        yield kiosk
    finally:
        kiosk.close()


def test_a_display_that_comes_late_is_waited_for(server: Server, kiosk: Faulty, state: Path) -> None:
    until(lambda: kiosk.errors.count("ended with status 3") >= 4, "four attempts", 2 * PATIENCE)
    server.start()
    kiosk.next_run(BACK)
    # None of them says anything about the content, or about the graphics.
    assert crashes(state)["ends"] == []


def test_a_display_server_that_dies_is_waited_for_and_the_slide_is_back(
    server: Server, kiosk: Faulty, state: Path
) -> None:
    server.start()
    kiosk.starts()
    kiosk.shows("bravo", "rotation")
    server.kill()
    until(lambda: "ended with status 3" in kiosk.errors, "an end")
    server.start()
    assert kiosk.next_run(BACK)["slide"] == "bravo"
    assert crashes(state)["ends"] == []


def test_asked_to_stop_while_it_waits_for_a_display_it_stops(kiosk: Faulty) -> None:
    until(lambda: "ended with status 3" in kiosk.errors, "an end")
    begun = time.monotonic()
    kiosk.process.send_signal(signal.SIGTERM)
    assert kiosk.process.wait(3) == 0
    assert time.monotonic() - begun < 3


def test_asked_to_stop_while_no_server_answers_it_stops(server: Server, lobby: Path) -> None:
    with server.being_mute(), unwatched(server, lobby) as kiosk:
        until(lambda: "the display server does not answer yet" in kiosk.errors, "the word", SILENCE)


def test_a_person_may_interrupt_it_then(server: Server, lobby: Path) -> None:
    with server.being_mute(), unwatched(server, lobby) as kiosk:
        until(lambda: "the display server does not answer yet" in kiosk.errors, "the word", SILENCE)
        kiosk.process.send_signal(signal.SIGINT)
        assert kiosk.process.wait(STOPS) == 0
        assert kiosk.errors.count("\n") == len(complaints(kiosk)) + 4 == 5


def test_a_server_that_never_answers_is_told_of_and_tried_again(server: Server, kiosk: Faulty, state: Path) -> None:
    with server.being_mute():
        until(lambda: "ended with status 3" in kiosk.errors, "an end", SILENCE)
        assert f"the display server of '{server.display}' says nothing" in kiosk.errors
    server.start()
    kiosk.next_run(BACK)
    assert crashes(state)["ends"] == []


def test_asked_to_stop_while_the_server_hangs_it_stops(server: Server, lobby: Path) -> None:
    server.start()
    with unwatched(server, lobby) as kiosk:
        kiosk.starts()
        until(lambda: status() != NO_SCREEN, "the first record")
        server.halt()
        assert status() != NO_SCREEN


def status() -> int:
    """What `kiosk status` ends with."""
    return subprocess.run([sys.executable, MAIN, "status"], stdout=subprocess.DEVNULL, timeout=PATIENCE).returncode


def test_programs_that_hang_are_waited_for_by_nobody(
    screen: VirtualScreen, lobby: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("xset", "ddcutil")
    for name in names:
        program = tmp_path / name
        program.write_text("#!/bin/sh\ntouch $0.called\nexec sleep 1000\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    (lobby / "content.yaml").write_text(content(duration="3s") + "screen: {brightness: 50%}\n")
    with unwatched(screen, lobby) as kiosk:
        kiosk.starts()
        until(lambda: all((tmp_path / f"{name}.called").exists() for name in names), "both")
        for slide in ("bravo", "charlie", "delta"):
            kiosk.shows(slide, "rotation")
