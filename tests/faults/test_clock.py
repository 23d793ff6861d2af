"""The wall clock is wrong, is set, and jumps, as it does for whole countries twice a year: slides turn all the same."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from virtual_screen import VirtualScreen

from kiosk.safety import clock
from tests.program.conftest import Kiosk, content, from_source, until
from tests.program.test_status import told

pytestmark = pytest.mark.faults

WRONG_CLOCK = str(Path(__file__).with_name("wrong_clock.py"))
LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)

STAYS = 3.0
"""Seconds of each slide."""

SOON = 15
"""Slides within which the wall clock must be as it was set, those included that came while a record was waited for."""

ZONES = {
    # From and to summer time, on the clocks of the place; the island's is half an hour.
    "Europe/Paris": ((2027, 3, 28, 1, 59), (2027, 10, 31, 2, 59)),
    "America/New_York": ((2027, 3, 14, 1, 59), (2027, 11, 7, 1, 59)),
    "Australia/Lord_Howe": ((2027, 10, 3, 1, 59), (2027, 4, 4, 1, 59)),
}


class Lobby:
    """A show in rotation whose wall clock can be set."""

    def __init__(self, screen: VirtualScreen, folder: Path, at: datetime, zone: str = "UTC") -> None:
        self._clock = folder / "clock"
        self.set(at)
        self.kiosk = Kiosk(
            screen,
            folder,
            from_source(folder, WRONG_CLOCK, "run"),
            TZ=zone,
            LD_PRELOAD=str(LIBRARY),
            FAKETIME_TIMESTAMP_FILE=str(self._clock),
            FAKETIME_NO_CACHE="1",
            # Nobody can set this one, and Qt's timers go by it.
            FAKETIME_DONT_FAKE_MONOTONIC="1",
            NO_FAKE_STAT="1",
        )
        _, shown = self.kiosk.events("started", "shown")
        self._last: float = shown["monotonic"]

    def set(self, at: datetime) -> None:
        """Set its wall clock, which goes on from there."""
        beside = self._clock.with_suffix(".new")
        beside.write_text(f"{at.timestamp() - time.time():+.0f}\n")
        beside.replace(self._clock)

    def turns(self, until_it_is: Callable[[datetime], bool], more: int = 1) -> None:
        """The rotation goes on, each slide in its time, until the wall clock is as it should be, and then some more."""
        is_there = False
        for _ in range(SOON):
            (shown,) = self.kiosk.events("shown")
            assert shown["mode"] == "rotation"
            gap, self._last = shown["monotonic"] - self._last, shown["monotonic"]
            assert STAYS - 0.1 < gap < 2 * STAYS
            is_there = is_there or until_it_is(datetime.fromisoformat(shown["time"]))
            more -= is_there
            if more < 0:
                return
        raise AssertionError(f"the last slide came at {shown['time']}")

    def says(self, is_so: Callable[[dict[str, Any]], bool], what: str) -> None:
        """`kiosk status` comes to say something; it knows by another clock how old the record is."""
        until(lambda: (said := told()[1])["is_running"] and said["age"] < 60 and is_so(said), what)


Open = Callable[..., Lobby]


@pytest.fixture
def lobby(screen: VirtualScreen, tmp_path: Path) -> Iterator[Open]:
    if LIBRARY is None:
        pytest.skip("libfaketime is not installed")
    (tmp_path / "content.yaml").write_text(content(duration=f"{STAYS:.0f}s"))
    opened: list[Lobby] = []

    def open_one(at: datetime, zone: str = "UTC") -> Lobby:
        opened.append(Lobby(screen, tmp_path, at, zone))
        return opened[-1]

    yield open_one
    for each in opened:
        try:
            assert each.kiosk.stop() == 0
        finally:
            each.kiosk.process.kill()
        assert [line for line in each.kiosk.errors.splitlines() if "'duration'" not in line] == []


def is_near(told: datetime, at: datetime) -> bool:
    return abs((told - at).total_seconds()) < 120


@pytest.mark.skipif(clock.is_synchronised(), reason="a server tells this machine the time, whatever it is")
def test_the_clock_wakes_up_in_1970_and_is_set(lobby: Open) -> None:
    now = datetime.now(UTC)
    it = lobby(datetime(1970, 1, 1, 0, 0, 10, tzinfo=UTC))
    it.turns(lambda time: time.year == 1970)
    it.says(lambda said: "1970-01-01, which is before" in said["clock"], "the clock is wrong")
    it.set(now)
    it.turns(lambda time: is_near(time, now), more=3)
    it.says(lambda said: said["clock"] == "" and said["wrong"] == [], "the clock is right")


@pytest.mark.parametrize("days", [1, -1], ids=["on", "back"])
def test_the_clock_is_set_by_a_day_while_a_slide_stays(lobby: Open, days: int) -> None:
    it = lobby(datetime.now(UTC))
    it.turns(lambda time: True)
    then = datetime.fromtimestamp(time.time() + days * 86400, UTC)
    it.set(then)
    it.turns(lambda time: is_near(time, then), more=3)
    it.says(lambda said: is_near(datetime.fromisoformat(said["time"]), then), "the new time")


def test_the_end_of_32_bits(lobby: Open) -> None:
    end = datetime.fromtimestamp(2**31 - 5, UTC)
    assert end.date().isoformat() == "2038-01-19"
    it = lobby(end)
    it.turns(lambda time: time.timestamp() > 2**31)
    it.says(lambda said: said["clock"] == "" and is_near(datetime.fromisoformat(said["time"]), end), "the time")
    it.set(datetime(2090, 1, 1, tzinfo=UTC))
    it.turns(lambda time: time.year == 2090)
    it.says(lambda said: clock.is_synchronised() or "long after" in said["clock"], "the clock is wrong")


def test_a_day_that_not_every_year_has(lobby: Open) -> None:
    it = lobby(datetime(2028, 2, 28, 23, 59, 55, tzinfo=UTC))
    it.turns(lambda time: (time.month, time.day) == (2, 29))
    it.set(datetime(2028, 2, 29, 23, 59, 55, tzinfo=UTC))
    it.turns(lambda time: (time.month, time.day) == (3, 1))


@pytest.mark.parametrize("zone", ZONES)
def test_summer_comes_and_goes(lobby: Open, zone: str) -> None:
    begins, ends = (datetime(*minute, 55, tzinfo=ZoneInfo(zone)) for minute in ZONES[zone])
    it = lobby(begins, zone)
    it.turns(lambda time: time.utcoffset() == ends.utcoffset() != begins.utcoffset())
    it.set(ends)
    it.turns(lambda time: time.utcoffset() == begins.utcoffset())
    it.says(lambda said: datetime.fromisoformat(said["time"]).utcoffset() == begins.utcoffset(), "the new offset")
