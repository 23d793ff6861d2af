"""What is written of a show's health, how it is read again, and what is complained of."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.safety import health
from kiosk.safety.health import FORMAT, Health, Record, complaints, measured, newest, read
from kiosk.safety.ladder import Rung

WELL = Health(
    format=FORMAT, time="2026-11-22T12:00:00+01:00", monotonic=1000.0, boot="b", clock="", version="1", pid=7,
    uptime=90.0, content="/srv/content.yaml", revision="abc", rung=0,
    showing="the content", instead="", slide="a", language="fr",
    mode="rotation", is_asleep=False, frames=12, longest_frame=0.02, unclean_ends=[],
    displays=[{"name": "HDMI-1", "width": 1920, "height": 1080}], is_dark=False, touch_screens=1, last_visit=None,
    errors=0, warnings=0, problems=[], messages=[], lost_messages=0,
    measured={"memory": 2**27, "memory_share": 2**26, "threads": 9, "open_files": 17, "disk_free": 2**33,
              "can_keep": True},
)  # fmt: skip


def write(folder: Path, **changes: Any) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / health.FILE
    file.write_text(json.dumps(asdict(replace(WELL, **changes))))
    return file


def written(record: Record) -> None:
    """Wait until nothing is being written."""
    with record._writing:
        pass


def test_a_display_that_is_off_as_it_is_to_be_is_nothing_wrong() -> None:
    assert complaints(replace(WELL, is_dark=True, is_asleep=True)) == []


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    record = Record(tmp_path, tmp_path)
    assert record.write(asdict(WELL))
    written(record)
    found = read(tmp_path / health.FILE)
    assert found is not None
    assert replace(found, measured=WELL.measured) == WELL
    assert found.measured["disk_free"]
    assert [each.name for each in tmp_path.iterdir()] == [health.FILE]


def test_what_the_system_says_of_a_process_is_in_bytes(tmp_path: Path) -> None:
    found = measured(tmp_path)
    assert found.memory and found.memory_share and found.memory > 2**20 < found.memory_share <= found.memory
    assert found.threads
    assert found.open_files


def test_whether_anything_can_outlive_a_reboot_is_looked_at_each_time(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(tmp_path))
    for folder in (state, tmp_path):
        assert measured(folder).can_keep
    state.rmdir()
    for gone in (state, tmp_path, None):
        assert measured(gone).can_keep is False
    monkeypatch.delenv("STATE_DIRECTORY")
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    assert measured(tmp_path).can_keep is False


def test_what_takes_time_is_asked_for_once_a_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    kilobytes = health._kilobytes

    def ask(file: Path) -> dict[str, int]:
        asked.append(file.name)
        return kilobytes(file)

    monkeypatch.setattr(health, "_kilobytes", ask)
    record = Record(tmp_path, tmp_path)
    for _ in range(7):
        record.write(asdict(WELL))
        written(record)
        assert record.measured.memory_share
    assert (asked.count("status"), asked.count("smaps_rollup")) == (7, 2)


def test_after_the_end_nothing_is_written(tmp_path: Path) -> None:
    record = Record(tmp_path, tmp_path)
    record.write(asdict(WELL))
    written(record)
    record.close()
    record.write(asdict(WELL))
    written(record)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_waits_holds_nothing_up(tmp_path: Path) -> None:
    record = Record(tmp_path, None)
    with record._writing:
        assert not record.write(asdict(WELL))


def test_a_folder_that_is_gone_is_no_matter(tmp_path: Path) -> None:
    record = Record(tmp_path / "gone", None)
    assert record.write(asdict(WELL))
    written(record)
    record.close()
    assert not (tmp_path / "gone").exists()


def test_while_its_own_folder_is_gone_it_lies_with_the_rest_of_the_state(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    record = Record(tmp_path / "gone", tmp_path / "state")
    record.write(asdict(WELL))
    written(record)
    assert read(tmp_path / "state" / health.FILE) is not None
    (tmp_path / "gone").mkdir()
    record.write(asdict(WELL))
    written(record)
    assert read(tmp_path / "gone" / health.FILE) is not None
    record.close()
    assert [*(tmp_path / "gone").iterdir(), *(tmp_path / "state").iterdir()] == []


@pytest.mark.parametrize("said", ["", "[]", "{}", json.dumps(asdict(WELL) | {"format": FORMAT + 1}), "\0" * 50])
def test_what_is_no_record_counts_as_none(tmp_path: Path, said: str) -> None:
    (tmp_path / health.FILE).write_text(said)
    assert read(tmp_path / health.FILE) is None


def test_what_a_later_version_adds_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / health.FILE).write_text(json.dumps(asdict(WELL) | {"mood": "good"}))
    assert read(tmp_path / health.FILE) == WELL


def test_its_age_asks_no_wall_clock() -> None:
    assert WELL.age(1012.0, "b") == 12.0
    assert WELL.age(1012.0, "another boot") is None
    assert WELL.age(3.0, "b") is None


def test_the_newest_record_of_this_boot_counts(tmp_path: Path) -> None:
    write(tmp_path / "old", boot="before", monotonic=90000.0)
    write(tmp_path / "mine", slide="mine")
    write(tmp_path / "service", slide="service", monotonic=1005.0)
    found = newest((tmp_path / name for name in ("old", "mine", "service", "missing")), "b", lambda _: True)
    assert found is not None
    assert found.slide == "service"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rung": int(Rung.PICTURE), "showing": "the name alone"}, "it shows the name alone"),
        ({"errors": 2, "problems": ["content.yaml:3:1: error: no"]}, "2 errors: content.yaml:3:1: error: no"),
        ({"instead": "content.yaml: it has errors"}, "content.yaml: it has errors"),
        ({"is_dark": True}, "no display is lit"),
        ({"unclean_ends": [{"age": 5.0}]}, "ended uncleanly once"),
        ({"measured": WELL.measured | {"disk_free": 3 * 2**20}}, "has 3 MB left"),
        ({"measured": WELL.measured | {"can_keep": False}}, "the state folder cannot be written in"),
        ({"clock": "the clock says 1970-01-01"}, "the clock says 1970-01-01"),
        ({"lost_messages": 4}, "no log file could take: 4"),
    ],
)
def test_what_is_complained_of(changes: dict[str, Any], words: str) -> None:
    (complaint,) = complaints(replace(WELL, **changes))
    assert words in complaint


def test_warnings_and_what_is_not_known_are_no_complaints() -> None:
    nothing: dict[str, int | None] = dict.fromkeys(WELL.measured)
    assert complaints(replace(WELL, warnings=3, measured=nothing)) == []
