"""Screens come and go, change and are put elsewhere, with and without somebody who manages windows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import outputs as screens
from tests.faults.outputs import (
    BESIDE,
    BLUE,
    BOTH,
    DOOR,
    HALL,
    HALL_IS_SMALLER,
    MIRRORED,
    NONE,
    RED,
    SMALL,
    SMALLER,
    WHOLE,
    WITHOUT_DOOR,
    WITHOUT_HALL,
    Area,
    Outputs,
    complaints,
    goes_on,
    write_show,
)
from tests.program.conftest import Kiosk, only_the_name_is_left

pytestmark = pytest.mark.faults
manager, outputs, start = screens.manager, screens.outputs, screens.start

LATE = 10.0
"""Seconds until a screen that was off at the start is filled; the same, 10."""

STORIES: dict[str, tuple[str, list[tuple[str, Area | None]]]] = {
    "any": (
        "",
        [
            (BOTH, WHOLE),
            (WITHOUT_DOOR, WHOLE),
            (BOTH, WHOLE),
            (HALL_IS_SMALLER, SMALLER),
            (BOTH, WHOLE),
            (MIRRORED, SMALL),
            (BOTH, WHOLE),
            (WITHOUT_HALL, SMALL),
            (BOTH, WHOLE),
            (NONE, None),
            (BOTH, WHOLE),
        ],
    ),
    "named": (
        f"--screen {DOOR}",
        [
            (BOTH, BESIDE),
            (WITHOUT_DOOR, WHOLE),
            (BOTH, BESIDE),
            (WITHOUT_HALL, SMALL),
            (BOTH, BESIDE),
            (NONE, None),
            (WITHOUT_DOOR + f" --output {HALL} --mode 1920x1080", WHOLE),
            (BOTH, BESIDE),
        ],
    ),
    "numbered": ("--screen 1", [(BOTH, BESIDE), (WITHOUT_HALL, SMALL), (BOTH, BESIDE)]),
    "spanned": (
        "--screen 0+1",
        [
            (BOTH, WHOLE),
            (BOTH, BESIDE),
            (WITHOUT_DOOR, WHOLE),
            (BOTH, BESIDE),
            (MIRRORED, SMALL),
            (BOTH, BESIDE),
            (NONE, None),
            (BOTH, WHOLE),
            (BOTH, BESIDE),
        ],
    ),
}


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize("story", STORIES)
def test_it_fills_its_screens_whatever_becomes_of_them(
    outputs: Outputs, start: Callable[..., Kiosk], story: str
) -> None:
    options, steps = STORIES[story]
    kiosk = start(*options.split())
    kiosk.starts()
    for how, area in steps:
        outputs.turn(how)
        if area:
            outputs.shows(area)
        else:
            goes_on(kiosk)
    assert kiosk.process.poll() is None
    assert complaints(kiosk) == []


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize("story", STORIES)
def test_the_name_alone_does_so_too(outputs: Outputs, start: Callable[..., Kiosk], tmp_path: Path, story: str) -> None:
    options, steps = STORIES[story]
    only_the_name_is_left(write_show(tmp_path / "show"), *options.split()[1:])
    kiosk = start(*options.split())
    kiosk.tells("showing: the name alone")
    for how, area in steps:
        outputs.turn(how)
        if area:
            outputs.shows(area)
    assert kiosk.process.poll() is None
    assert len(complaints(kiosk)) == 1


def test_a_screen_that_is_off_at_the_start_is_filled_when_it_comes(
    outputs: Outputs, start: Callable[..., Kiosk]
) -> None:
    outputs.turn(NONE)
    kiosk = start()
    kiosk.starts()
    outputs.turn(BOTH)
    outputs.shows(WHOLE, LATE)
    assert complaints(kiosk) == []


def test_a_screen_that_is_away_at_the_start_is_waited_for_elsewhere(
    outputs: Outputs, start: Callable[..., Kiosk]
) -> None:
    outputs.turn(WITHOUT_DOOR)
    kiosk = start("--screen", DOOR, command="supervise")
    kiosk.starts()
    outputs.shows(WHOLE)
    outputs.turn(BOTH)
    outputs.shows(BESIDE)
    assert complaints(kiosk) == [f"there is no screen '{DOOR}'; there are: 0 ({HALL})"]


@pytest.mark.usefixtures("manager")
def test_two_shows_keep_to_their_screens(outputs: Outputs, start: Callable[..., Kiosk], state: Path) -> None:
    hall = start("--screen", HALL, name="hall")
    door = start("--screen", DOOR, name="door", colour=RED)
    for each in (hall, door):
        each.starts()
    outputs.shows(WHOLE)
    outputs.shows(BESIDE, colour=RED)
    again = start("--screen", DOOR, name="again")
    assert again.ends() == 0
    assert complaints(again) == ["a show is running already"]
    assert [folder.name for folder in sorted((state / "screens").iterdir())] == [HALL, DOOR]
    # Neither covers the other while its own screen is away.
    for how, area, colour, guest in ((WITHOUT_DOOR, WHOLE, BLUE, door), (WITHOUT_HALL, SMALL, RED, hall)):
        outputs.turn(how)
        outputs.shows(area, colour=colour)
        # By then it has long been moved.
        goes_on(guest)
        outputs.shows(area, colour=colour)
        outputs.turn(BOTH)
        outputs.shows(WHOLE)
        outputs.shows(BESIDE, colour=RED)
    for each in (hall, door):
        assert complaints(each) == []
