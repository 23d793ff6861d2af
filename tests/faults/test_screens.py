"""Screens come and go, change and are put elsewhere, with and without somebody who manages windows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.safety import pin
from tests.faults import outputs as screens
from tests.faults.outputs import (
    BESIDE,
    BLUE,
    BOTH,
    DOOR,
    HALL,
    HALL_IS_SMALLER,
    IN_TIME,
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
from tests.program.conftest import NOWHERE, Kiosk, is_drawn, only_the_name_is_left, until
from tests.program.windows import turns

pytestmark = pytest.mark.faults
manager, outputs, start = screens.manager, screens.outputs, screens.start

MINUTE = 20
"""Slides that turn in a minute."""

PIN = "40718"
# A key of the pad, and the word on the last order of the staff screen: nothing else is drawn in either place.
PAD, STAFF = (1105, 468), (1545, 677)

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
        change = outputs.turn(how)
        if area:
            outputs.shows(area)
            assert change.ago() < IN_TIME
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
        change = outputs.turn(how)
        if area:
            outputs.shows(area)
            # It may only just have begun.
            assert change.ago() < LATE
    assert kiosk.process.poll() is None
    assert len(complaints(kiosk)) == 1


def test_a_screen_that_is_off_at_the_start_is_filled_when_it_comes(
    outputs: Outputs, start: Callable[..., Kiosk]
) -> None:
    outputs.turn(NONE)
    kiosk = start()
    kiosk.starts()
    change = outputs.turn(BOTH)
    outputs.shows(WHOLE)
    assert change.ago() < LATE
    assert complaints(kiosk) == []


@pytest.mark.usefixtures("manager")
def test_after_a_minute_in_the_dark_it_is_there_at_once(outputs: Outputs, start: Callable[..., Kiosk]) -> None:
    # Whoever watches waits for half of that.
    kiosk = start(command="supervise")
    kiosk.starts()
    outputs.turn(NONE)
    kiosk.forget()
    kiosk.events(*MINUTE * ["shown"])
    change = outputs.turn(BOTH)
    outputs.shows(WHOLE)
    assert change.ago() < IN_TIME
    goes_on(kiosk)
    assert complaints(kiosk) == []


def in_a_slide_change(kiosk: Kiosk) -> None:
    kiosk.forget()
    kiosk.events("shown")


def in_a_visit(kiosk: Kiosk) -> None:
    kiosk.forget()
    kiosk.tap(NOWHERE)
    until(lambda: kiosk.event()["event"] == "touched", "a visit")


def at_the_pin(kiosk: Kiosk) -> None:
    kiosk.hands("mousemove 40 40 mousedown 1")
    until(lambda: is_drawn(kiosk.screen.grab(), PAD), "the pad")
    kiosk.hands("mouseup 1")


def on_the_staff_screen(kiosk: Kiosk) -> None:
    at_the_pin(kiosk)
    kiosk.hands(f"type {PIN}")
    kiosk.key("Return")
    until(lambda: is_drawn(kiosk.screen.grab(), STAFF), "the staff screen")


def in_a_save(kiosk: Kiosk) -> None:
    write_show(kiosk.folder, RED)
    write_show(kiosk.folder, BLUE)


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize("moment", [in_a_slide_change, in_a_visit, at_the_pin, on_the_staff_screen, in_a_save])
def test_screens_go_and_come_at_any_moment(
    outputs: Outputs, start: Callable[..., Kiosk], state: Path, moment: Callable[[Kiosk], None]
) -> None:
    pin.keep(state / "pin.json", pin.secret_of(PIN))
    kiosk = start()
    kiosk.starts()
    # What else belongs to the program comes after the first slide.
    goes_on(kiosk)
    for how in (NONE, WITHOUT_HALL):
        moment(kiosk)
        outputs.turn(how)
        outputs.turn(BOTH)
        turns(kiosk)
        outputs.shows(WHOLE)
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
