"""When the display is turned off and on, and by which command."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from kiosk.bridge.screen_power import ScreenPower, local_time
from kiosk.content.model import Screen
from kiosk.content.values import Hours
from kiosk.show.state import WARNING
from tests.bridge.shows import ABC, Lobby
from tests.bridge.theatre import MIDDLE, NEXT, Theatre

DAILY = Screen(hours=(Hours(tuple(range(7)), 8 * 60, 18 * 60),))
NIGHT, DAY = datetime.fromisoformat("2026-06-01 03:00"), datetime.fromisoformat("2026-06-01 12:00")
PATIENCE = 20_000


class Night:
    """A lobby with a screen that has hours, on a system whose commands only note that they were called."""

    def __init__(self, folder: Path, screen: Screen = DAILY, now: datetime = DAY, platform: str = "xcb") -> None:
        self.calls_file = folder / "calls"
        self.lobby = Lobby(replace(ABC, screen=screen))
        self.show = self.lobby.show
        self.now = now
        self.doubts = ""
        self.window = QWindow()
        self.power = ScreenPower(self.window, self.show, lambda: self.doubts, lambda: self.now, platform)

    def at(self, now: datetime) -> bool:
        """Whether the show is asleep once it has looked at a time."""
        self.now = now
        self.power.look()
        return bool(self.show.isAsleep)

    @property
    def calls(self) -> list[str]:
        return self.calls_file.read_text().splitlines() if self.calls_file.exists() else []


Make = Callable[..., Night]


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts commands where they are found, and none of the system's; each notes that it was called."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(*names: str, body: str = "") -> None:
        for name in names:
            file = tmp_path / name
            file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{tmp_path}/calls"\n{body}\n')
            file.chmod(0o755)

    return put


@pytest.fixture
def night(commands: Callable[..., None], tmp_path: Path, qtbot: QtBot) -> Iterator[Make]:
    nights: list[Night] = []

    def make(**options: Any) -> Night:
        nights.append(Night(tmp_path, **options))
        return nights[-1]

    yield make
    for each in nights:
        # What it has started is not to end in another test.
        each.power.close()
        shiboken6.delete(each.window)


def test_it_is_off_outside_its_hours_and_on_within(night: Make) -> None:
    it = night()
    told = [it.at(datetime.fromisoformat(f"2026-06-01 {each}")) for each in ("07:59", "08:00", "17:59", "18:00")]
    assert told == [True, False, False, True]


def test_without_hours_it_is_always_on(night: Make) -> None:
    assert not night(screen=Screen()).at(NIGHT)


def test_a_start_in_the_night_is_one_in_the_dark(night: Make) -> None:
    assert night(now=NIGHT).show.isAsleep


def test_a_clock_that_is_not_believed_turns_nothing_off(night: Make, caplog: pytest.LogCaptureFixture) -> None:
    it = night()
    it.doubts = "the clock says 1970-01-01, which is before 2026-11-22"
    assert [it.at(NIGHT), it.at(NIGHT)] == [False, False]
    assert caplog.messages.count(f"{it.doubts}: the screen stays on, whatever its hours are") == 1
    it.doubts = ""
    assert it.at(NIGHT)
    it.doubts = "again"
    assert not it.at(NIGHT)


def test_no_slide_turns_in_the_dark_and_the_rotation_goes_on_from_its_slide(night: Make) -> None:
    it = night()
    it.at(NIGHT)
    it.lobby.wait(100_000)
    assert it.show.current.slideId == "a"
    assert it.show.seconds_late() == 0
    it.at(DAY)
    it.lobby.wait(9)
    assert it.show.current.slideId == "a"
    it.lobby.wait(10)
    assert it.show.current.slideId == "b"


def test_a_touch_wakes_it_for_a_visit(night: Make) -> None:
    it = night()
    it.at(NIGHT)
    it.show.touched()
    assert (it.show.isVisit, it.show.isAsleep) == (True, False)
    assert not it.at(NIGHT)
    it.lobby.wait(it.show._state.deck.idle + 0.1)
    assert it.show.isWarning
    assert not it.at(NIGHT)
    it.lobby.wait(WARNING + 0.1)
    assert not it.show.isVisit
    assert it.at(NIGHT)


def test_a_visit_or_a_cleaning_at_closing_time_comes_to_its_end(night: Make) -> None:
    it = night()
    it.show.touched()
    assert not it.at(NIGHT)
    it.show.resume()
    it.show.clean()
    assert not it.at(NIGHT)
    it.lobby.wait(100)
    assert it.at(NIGHT)


def test_hours_that_are_saved_count_at_once(night: Make) -> None:
    it = night(screen=Screen(), now=NIGHT)
    assert not it.show.isAsleep
    it.show.replace(replace(ABC, screen=DAILY), "2")
    assert it.show.isAsleep
    it.show.replace(ABC, "3")
    assert not it.show.isAsleep


def test_what_staff_order_lasts_until_a_touch(night: Make) -> None:
    it = night()
    it.show.touched()
    it.power.order_off()
    assert (it.show.isVisit, it.show.isAsleep) == (False, True)
    assert it.at(DAY)
    it.show.touched()
    assert not it.show.isAsleep
    it.show.resume()
    assert not it.at(DAY)


def test_what_staff_order_ends_when_the_hours_begin(night: Make) -> None:
    it = night()
    it.power.order_off()
    assert [it.at(DAY), it.at(NIGHT), it.at(DAY)] == [True, True, False]


# The commands


def test_an_x_server_is_told_to_turn_it_off_and_never_to_do_so_by_itself(
    night: Make, commands: Callable[..., None], qtbot: QtBot
) -> None:
    commands("xset")
    it = night()
    awake = {"xset s off s noblank", "xset dpms force on -dpms"}
    qtbot.waitUntil(lambda: set(it.calls) == awake, timeout=PATIENCE)
    it.at(NIGHT)
    qtbot.waitUntil(lambda: it.calls[2:].count("xset dpms 0 0 0 dpms force off") == 1, timeout=PATIENCE)
    it.at(DAY)
    qtbot.waitUntil(lambda: it.calls.count("xset dpms force on -dpms") == 2, timeout=PATIENCE)


def test_under_wayland_the_light_is_turned_off_and_never_the_output(
    night: Make, commands: Callable[..., None], qtbot: QtBot
) -> None:
    commands("wlopm", "wlr-randr")
    it = night(platform="wayland-egl")
    it.at(NIGHT)
    qtbot.waitUntil(lambda: "wlopm --off *" in it.calls, timeout=PATIENCE)
    it.at(DAY)
    qtbot.waitUntil(lambda: it.calls[-1] == "wlopm --on *", timeout=PATIENCE)
    assert not [call for call in it.calls if call.startswith("wlr-randr")]


def test_a_compositor_that_takes_no_order_has_the_picture_black(
    night: Make, commands: Callable[..., None], caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    commands("wlopm", body="echo 'ERROR: Wayland server does not support wlr-output-power-management-v1.' >&2; exit 1")
    it = night(platform="wayland")
    it.at(NIGHT)
    qtbot.waitUntil(lambda: "the picture is black" in caplog.text, timeout=PATIENCE)


@pytest.mark.parametrize("platform", ["xcb", "wayland", "windows", "offscreen"])
def test_where_nothing_can_be_done_it_is_told_once(
    night: Make, platform: str, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    it = night(platform=platform)
    said = "the display takes no order to turn off: the picture is black"
    for _ in range(2):
        it.at(NIGHT)
        qtbot.waitUntil(lambda: said in caplog.messages, timeout=PATIENCE)
        it.at(DAY)
    assert caplog.messages.count(said) == 1


def test_the_brightness_is_set_and_nothing_in_the_dark(
    night: Make, commands: Callable[..., None], qtbot: QtBot
) -> None:
    commands("ddcutil")
    it = night(screen=replace(DAILY, brightness=70))
    expected = ["ddcutil setvcp 10 70", "ddcutil setvcp 10 0", "ddcutil setvcp 10 70", "ddcutil setvcp 10 80"]
    steps: tuple[Callable[[], Any], ...] = (
        lambda: None,
        lambda: it.at(NIGHT),
        lambda: it.at(DAY),
        lambda: it.show.replace(replace(ABC, screen=replace(DAILY, brightness=80)), "2"),
    )

    def called(number: int) -> bool:
        return it.calls == expected[:number]

    for number, step in enumerate(steps, start=1):
        step()
        qtbot.waitUntil(partial(called, number), timeout=PATIENCE)
    it.power.look()
    it.show.touched()
    assert it.calls == expected


def test_without_ddcutil_staff_are_told_once(night: Make, caplog: pytest.LogCaptureFixture) -> None:
    it = night(screen=replace(DAILY, brightness=70))
    it.at(NIGHT)
    it.at(DAY)
    assert sum("the brightness of the display cannot be set" in each for each in caplog.messages) == 1


# The picture


@pytest.fixture
def theatre(commands: Callable[..., None], qtbot: QtBot) -> Iterator[Theatre]:
    it = Theatre(qtbot, replace(ABC, screen=DAILY))
    yield it
    it.stage.close()


def test_in_the_dark_the_picture_is_black_and_the_touch_that_wakes_presses_nothing(theatre: Theatre) -> None:
    it, now = theatre, NIGHT
    ScreenPower(it.window, it.lobby.show, lambda: "", lambda: now, "offscreen")
    it.draw()
    dark = it.window.grabWindow()
    assert dark.size() == QSize(1920, 1080)
    assert {dark.pixelColor(x, y).name() for x in (0, 960, 1919) for y in (0, 540, 1079)} == {"#000000"}
    it.tap(NEXT)
    it.draw()
    assert (it.lobby.show.isVisit, it.lobby.show.current.slideId) == (True, "a")
    assert it.window.grabWindow().pixelColor(MIDDLE).name() != "#000000"
    it.tap(NEXT)
    assert it.lobby.show.current.slideId == "b"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no time zone of a process")
def test_another_time_zone_of_the_machine_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone, hours in (("XXX-5", 5), ("YYY+3", -3)):
        monkeypatch.setenv("TZ", zone)
        offset = local_time().utcoffset()
        assert offset is not None and offset.total_seconds() == hours * 3600
    del os.environ["TZ"]
    time.tzset()
