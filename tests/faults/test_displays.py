"""The display server is not there yet, goes away, and comes back."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from tests.faults.conftest import Faulty, crashes
from tests.program.conftest import PATIENCE, until

pytestmark = pytest.mark.faults

BACK = 10.0
"""Seconds until the picture is back. Source: faults.md, *Ranked fault list*, 10 and 25."""


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

    def close(self) -> None:
        if self._process:
            self.kill()
        self._folder.cleanup()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


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
