"""When the wall clock is believed."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.safety.clock import doubt, is_synchronised, times_known

BUILT = datetime(2026, 11, 22, tzinfo=UTC).timestamp()


def at(year: int, month: int = 1, day: int = 1) -> float:
    return datetime(year, month, day, tzinfo=UTC).timestamp()


@pytest.mark.parametrize("now", [BUILT, BUILT - 30, at(2027), at(2038, 1, 20)])
def test_a_time_that_may_be_is_believed(now: float) -> None:
    assert doubt(now, [at(2026), BUILT]) == ""


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (0.0, "the clock says 1970-01-01, which is before 2026-11-22"),
        (at(2026, 11, 20), "the clock says 2026-11-20, which is before 2026-11-22"),
        (at(2082), "the clock says 2082-01-01, which is long after 2026-11-22"),
    ],
)
def test_a_time_that_cannot_be_is_not(now: float, words: str) -> None:
    assert doubt(now, [at(2026), BUILT]) == words
    assert doubt(now, [at(2026), BUILT], is_synchronised=True) == ""


def test_the_times_of_files_that_are_there_count(tmp_path: Path) -> None:
    file = tmp_path / "crashes.json"
    file.touch()
    os.utime(file, (BUILT, BUILT))
    assert times_known([file, tmp_path / "missing"]) == [BUILT]


def test_a_server_has_told_the_time_when_systemd_says_so(tmp_path: Path) -> None:
    assert not is_synchronised(tmp_path / "synchronized")
    (tmp_path / "synchronized").touch()
    assert is_synchronised(tmp_path / "synchronized")
