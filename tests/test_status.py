"""What `kiosk status` says of a show, from what that has written."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk import status
from kiosk.safety import health
from kiosk.safety.ladder import boot_id
from kiosk.safety.state_folder import state_folder
from tests.safety.test_health import WELL, write


@pytest.fixture(autouse=True)
def no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever runs on the machine."""
    monkeypatch.setattr(health, "SERVICE", ())
    for name in ("RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


def shows(age: float = 5.0, screen: str | None = None, **changes: object) -> None:
    """A show has written of itself so many seconds ago."""
    folder = state_folder(screen)
    assert folder
    write(folder, monotonic=time.monotonic() - age, boot=boot_id(), **changes)


def test_a_healthy_show() -> None:
    shows()
    code, lines = status.status("text")
    assert code == 0
    assert lines[0] == "kiosk 1 has been running for 1 min 35 s"
    assert "  slide       a (fr), rotation" in lines
    assert "Wrong" not in lines


def test_a_screen_that_is_off_as_it_is_to_be() -> None:
    shows(is_asleep=True, is_dark=True)
    code, lines = status.status("text")
    assert code == 0
    assert "  slide       none: the screen is off, outside its hours or since staff have turned it off" in lines


def test_what_is_wrong_comes_first() -> None:
    shows(is_dark=True, messages=[{"level": "error", "text": "no beat", "age": 70.0, "again": 3}])
    code, lines = status.status("text")
    assert code == 1
    assert lines[2:5] == ["", "Wrong", "  no display is lit"]
    assert lines[-1] == "  error (1 min 10 s ago, 3 times more): no beat"


def test_programs_read_the_same() -> None:
    shows(errors=1, problems=["content.yaml:3:1: error: no"])
    code, lines = status.status("json")
    said = json.loads("".join(lines))
    assert code == 1
    assert said["is_running"] is True
    assert said["slide"] == "a"
    assert said["wrong"] == ["the content has 1 error: content.yaml:3:1: error: no"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_show_that_says_nothing_is_not_well(form: str) -> None:
    shows(age=health.SILENT + 10)
    code, lines = status.status(form)
    assert code == 3
    assert "the show has said nothing for 1 min 10 s" in lines[0]


def test_a_show_that_was_killed_is_missed_before_one_that_hangs() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    shows(age=status.LATE - 5, pid=ended.pid)
    assert status.status("text")[0] == 0
    shows(age=status.LATE + 5, pid=ended.pid)
    assert status.status("text")[0] == 3
    shows(age=status.LATE + 5, pid=os.getpid())
    assert status.status("text")[0] == 0


@pytest.mark.parametrize("value", [None, "x", -1, 1e999, 10**40, [], [1], [{}], {}, "\ud800"], ids=ascii)
def test_a_broken_record_is_told_or_passed_over(value: object) -> None:
    folder = state_folder()
    assert folder
    for key in sorted(health.KEYS):
        write(folder, **({"monotonic": time.monotonic(), "boot": boot_id()} | {key: value}))
        assert {status.status(form)[0] for form in ("text", "json")} <= {0, 1, 3}


def test_without_a_show_it_says_so() -> None:
    assert status.status("text") == (3, ["no show is running"])
    code, lines = status.status("json")
    assert (code, json.loads("".join(lines))["is_running"]) == (3, False)


def test_a_folder_that_cannot_be_read_may_hold_a_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "SERVICE", (tmp_path,))
    # Root reads every folder.
    monkeypatch.setattr("os.access", lambda folder, mode: folder != tmp_path)
    code, lines = status.status("text")
    assert code == 3
    assert str(tmp_path) in lines[0]
    assert "sudo kiosk status" in lines[0]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59, "59 s"), (3600, "1 h 0 min"), (90061, "1 d 1 h"), (86400 * 400, "400 d 0 h")],
)
def test_durations_are_for_people(seconds: float, words: str) -> None:
    assert status.duration(seconds) == words


def test_every_key_is_explained() -> None:
    manual = (Path(__file__).parents[1] / "docs" / "operations.md").read_text("utf-8")
    keys = {*health.KEYS, *WELL.measured, "is_running", "age", "wrong"}
    assert [key for key in sorted(keys) if f"`{key}`" not in manual] == []


def test_of_several_shows_one_can_be_asked_for() -> None:
    shows(age=4.0, screen="HDMI-1", slide="hall")
    shows(age=3.0, screen="HDMI-2", slide="door")
    assert "  slide       hall (fr), rotation" in status.status("text", "HDMI-1")[1]
    # Else it is the one that was heard of last.
    assert "  slide       door (fr), rotation" in status.status("text")[1]
    assert status.status("text", "HDMI-3") == (3, ["no show is running"])
