"""When the screen is on, by tables, over everything that a clock on the wall does."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from kiosk.content.values import DAYS, Hours
from kiosk.show.hours import is_within

WEEK = range(7)
MINUTE = timedelta(minutes=1)


def hours(start: str, end: str, days: tuple[int, ...] = tuple(WEEK)) -> Hours:
    begins, ends = (60 * int(time[:2]) + int(time[3:]) for time in (start, end))
    return Hours(days, begins, ends if begins < ends else ends + 24 * 60)


def zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        pytest.skip(f"this system does not know the time zone {name}")


def changes(when: Hours, place: ZoneInfo, day: str, days: int = 1) -> Iterator[str]:
    """When, by UTC, a screen goes on (+) and off (-), from midnight of a day by UTC, and what it is then."""
    now = datetime.fromisoformat(day).replace(tzinfo=UTC)
    was_on: bool | None = None
    for _ in range(days * 24 * 60):
        is_on = is_within([when], now.astimezone(place))
        if is_on is not was_on:
            yield f"{'+' if is_on else '-'}{now:%H:%M}"
        was_on = is_on
        now += MINUTE


@pytest.mark.parametrize(
    ("day", "time", "is_on"),
    [
        ("mon", "07:29", False),
        ("mon", "07:30", True),
        ("fri", "19:59", True),
        ("fri", "20:00", False),
        ("sat", "09:00", False),
        ("sat", "22:00", True),
        ("sun", "00:00", True),
        ("sun", "01:59", True),
        ("sun", "02:00", False),
        ("mon", "01:00", False),
        ("sun", "22:00", False),
    ],
)
def test_each_day_has_its_hours(day: str, time: str, is_on: bool) -> None:
    week = [hours("07:30", "20:00", (0, 1, 2, 3, 4)), hours("22:00", "02:00", (5,))]
    # A Monday.
    now = datetime.fromisoformat(f"2026-06-01 {time}") + timedelta(days=DAYS.index(day))
    assert is_within(week, now) is is_on


def test_the_hours_of_a_sunday_go_on_into_the_monday() -> None:
    late = hours("22:00", "02:00", (6,))
    assert is_within([late], datetime.fromisoformat("2026-06-01 01:00"))
    assert not is_within([late], datetime.fromisoformat("2026-06-02 01:00"))


@pytest.mark.parametrize(
    "now", ["2026-12-31 23:59:59.999999", "2027-01-01 00:00", "2028-02-29 12:00", "2038-01-19 03:14:08"]
)
def test_all_day_is_all_day(now: str) -> None:
    assert is_within([hours("00:00", "24:00")], datetime.fromisoformat(now))


def test_a_gap_at_noon_is_one() -> None:
    parts = [hours("08:00", "12:00"), hours("13:00", "18:00")]
    told = [is_within(parts, datetime.fromisoformat(f"2026-06-01 {hour:02}:30")) for hour in (7, 11, 12, 13, 18)]
    assert told == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("start", "end", "place", "day", "told"),
    [
        # The hour from two to three is skipped in spring, at 01:00 by UTC.
        ("07:30", "20:00", "Europe/Paris", "2026-03-28", ["-00:00", "+06:30", "-19:00"]),
        ("07:30", "20:00", "Europe/Paris", "2026-03-29", ["-00:00", "+05:30", "-18:00"]),
        ("01:30", "02:30", "Europe/Paris", "2026-03-29", ["-00:00", "+00:30", "-01:00", "+23:30"]),
        ("02:30", "06:00", "Europe/Paris", "2026-03-29", ["-00:00", "+01:00", "-04:00"]),
        # It comes twice in autumn, and counts both times.
        ("07:30", "20:00", "Europe/Paris", "2026-10-25", ["-00:00", "+06:30", "-19:00"]),
        ("01:30", "02:30", "Europe/Paris", "2026-10-25", ["+00:00", "-00:30", "+01:00", "-01:30"]),
        ("01:30", "05:00", "Europe/Paris", "2026-10-25", ["+00:00", "-04:00"]),
        # West of Greenwich, at 07:00 and 06:00 by UTC.
        ("07:30", "20:00", "America/Toronto", "2026-03-08", ["+00:00", "-01:00", "+11:30"]),
        ("07:30", "20:00", "America/Toronto", "2026-11-01", ["-00:00", "+12:30"]),
        # Where midnight itself is skipped, at 22:00 by UTC of the day before.
        ("23:00", "00:30", "Africa/Cairo", "2026-04-23", ["-00:00", "+21:00", "-22:00"]),
        # By half an hour, at 15:30 by UTC of the day before.
        ("01:00", "03:00", "Australia/Lord_Howe", "2026-10-03", ["-00:00", "+14:30", "-16:00"]),
    ],
)
def test_the_clock_on_the_wall_counts_when_it_is_set(
    start: str, end: str, place: str, day: str, told: list[str]
) -> None:
    assert list(changes(hours(start, end), zone(place), day)) == told


def test_a_leap_day_is_a_day_of_the_week() -> None:
    tuesday = hours("09:00", "10:00", (1,))
    assert list(changes(tuesday, zone("Europe/Paris"), "2028-02-28", days=3)) == ["-00:00", "+08:00", "-09:00"]


def test_another_zone_counts_from_the_moment_it_is_known() -> None:
    now = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
    opening = [hours("07:30", "20:00")]
    assert is_within(opening, now.astimezone(zone("Europe/Paris")))
    assert not is_within(opening, now.astimezone(zone("America/Toronto")))
