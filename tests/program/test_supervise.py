"""The program under `kiosk supervise`, as people start it. Every other way to end: tests/faults."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from tests.program.conftest import MAIN, PATIENCE, Kiosk, from_source, until

pytestmark = pytest.mark.program


@pytest.fixture
def supervised(screen: VirtualScreen, folder: Path) -> Iterator[Kiosk]:
    kiosk = Kiosk(screen, folder, from_source(folder, MAIN, "supervise"))
    try:
        kiosk.starts()
        yield kiosk
    finally:
        assert kiosk.stop() == 0


def test_a_crash_is_over_in_five_seconds(supervised: Kiosk) -> None:
    supervised.key("Right")
    supervised.wakes()
    supervised.key("Right")
    supervised.shows("bravo")
    program = subprocess.check_output(["pgrep", "-P", str(supervised.process.pid)], text=True)
    os.kill(int(program), signal.SIGSEGV)
    supervised.events("started", seconds=5)
    supervised.shows("bravo", "rotation")


def test_it_ends_with_the_program_that_was_to_end(screen: VirtualScreen, folder: Path) -> None:
    kiosk = Kiosk(screen, folder, from_source(folder, MAIN, "supervise", "--exit-after", "1s"))
    kiosk.events("started")
    assert kiosk.ends() == 0
    assert kiosk.errors == ""


def test_without_its_supervisor_the_program_ends(screen: VirtualScreen, folder: Path) -> None:
    kiosk = Kiosk(screen, folder, from_source(folder, MAIN, "supervise"))
    kiosk.starts()
    program = int(subprocess.check_output(["pgrep", "-P", str(kiosk.process.pid)], text=True))
    kiosk.process.kill()
    kiosk.ends()
    status = Path(f"/proc/{program}/stat")
    until(lambda: not status.exists() or ") Z " in status.read_text(), "the end of the program")


@pytest.mark.parametrize("command", ["run", "supervise"])
def test_the_second_show_says_so_and_ends_well(kiosk: Kiosk, command: str) -> None:
    second = subprocess.run(
        [sys.executable, MAIN, command, str(kiosk.folder)],
        env=kiosk.screen.environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert (second.returncode, second.stderr) == (0, "a show is running already\n")
    assert kiosk.process.poll() is None
