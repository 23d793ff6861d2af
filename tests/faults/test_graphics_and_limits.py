"""Graphics that fail, handles that run out, and two shows at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from tests.faults.conftest import Faulty, crashes
from tests.program.conftest import MAIN, PATIENCE, Kiosk, from_source, until

pytestmark = pytest.mark.faults


@pytest.fixture
def without_vulkan(screen: VirtualScreen, lobby: Path) -> Iterator[Faulty]:
    """The program, supervised, told to draw with a graphics interface that is not there."""
    kiosk = Faulty(screen, lobby, "supervise", QT_QUICK_BACKEND="rhi", QSG_RHI_BACKEND="vulkan")
    try:
        yield kiosk
    finally:
        kiosk.close()


def test_graphics_that_fail_are_done_without(without_vulkan: Faulty, state: Path) -> None:
    without_vulkan.events("started", "started")
    without_vulkan.shows("alpha", "rotation")
    assert without_vulkan.errors.count("starting it anew") == 1
    (end,) = crashes(state)["ends"]
    assert (end["stage"], end["rung"]) == ("opened", 0)


def test_few_handles_are_enough(screen: VirtualScreen, lobby: Path) -> None:
    kiosk = Kiosk(screen, lobby, ["prlimit", "--nofile=64", *from_source(lobby, MAIN, "run")])
    try:
        kiosk.starts()
        kiosk.shows("bravo", "rotation")
        assert len(list(Path(f"/proc/{kiosk.process.pid}/fd").iterdir())) < 50
    finally:
        assert kiosk.stop() == 0


def stands(state: Path) -> None:
    """Wait until the start is over."""
    until(lambda: '"steady"' in (state / "showing.json").read_text(), "a run that stands")


def leave_files_open(kiosk: Faulty) -> None:
    """More than half of those that there can be."""
    kiosk.fault("import os, resource; limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]")
    kiosk.fault("app.held = [os.dup(1) for _ in range(limit // 2)]")


def test_handles_that_run_out_end_in_a_new_start(screen: VirtualScreen, lobby: Path, state: Path) -> None:
    kiosk = Faulty(screen, lobby, "supervise")
    try:
        kiosk.starts()
        stands(state)
        # As many as there can be: the next slide cannot be read.
        kiosk.fault("import itertools, os; files = itertools.takewhile(bool, (os.dup(1) for _ in itertools.count()))")
        kiosk.fault("app.held = list(files)")
        kiosk.next_run(PATIENCE)
        assert "files open" in kiosk.errors
    finally:
        kiosk.close()


def test_files_that_are_left_open_end_in_a_new_start_on_the_same_slide(supervised: Faulty, state: Path) -> None:
    stands(state)
    leave_files_open(supervised)
    assert supervised.next_run(PATIENCE)["slide"] == supervised.last_slide
    assert "files open" in supervised.errors
    assert "ended with status" not in supervised.errors


def test_where_nobody_starts_it_anew_the_program_does(screen: VirtualScreen, lobby: Path, state: Path) -> None:
    kiosk = Faulty(screen, lobby, "run")
    try:
        kiosk.starts()
        stands(state)
        leave_files_open(kiosk)
        assert kiosk.next_run(PATIENCE)["slide"] == kiosk.last_slide
    finally:
        kiosk.close()


def test_memory_that_grows_ends_in_a_new_start_on_the_same_slide(supervised: Faulty, state: Path) -> None:
    stands(state)
    supervised.fault("app.held = b'x' * 2**29")
    assert supervised.next_run(PATIENCE)["slide"] == supervised.last_slide
    assert "MB of memory" in supervised.errors
