"""What staff are told: each thing once, in lines that a program can read, whatever the disk does."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.safety.messages import HOUR, KEPT, Beside, KeyValues, LogFile, Messages, is_journal
from tests.bridge.shows import Clock


class Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Desk:
    """Messages come here, and what of them is handed on is heard."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.heard = Heard()
        self.messages = Messages([self.heard], self.clock)

    def tell(self, text: str, *arguments: object, name: str = "kiosk.bridge.vigil") -> None:
        self.messages.handle(record(text, *arguments, name=name))


def record(text: str, *arguments: object, name: str = "kiosk.app", level: int = logging.ERROR) -> logging.LogRecord:
    return logging.LogRecord(name, level, __file__, 1, text, arguments, None)


def test_what_comes_again_is_counted() -> None:
    desk = Desk()
    for _ in range(38):
        desk.tell("no %s", "beat")
    desk.tell("no picture")
    assert desk.heard.lines == ["no beat", "no picture"]
    desk.clock.now += HOUR
    desk.messages.count_up()
    assert desk.heard.lines[2:] == ["no beat (in the hour since then 37 times more)"]
    desk.tell("no beat")
    assert desk.heard.lines[3:] == ["no beat"]


def test_an_address_makes_no_other_message() -> None:
    desk = Desk()
    desk.tell("QObject(0x7f00) is gone", name="qt")
    desk.tell("QObject(0x7f08) is gone", name="qt")
    desk.tell("slide 'room-1' is gone")
    desk.tell("slide 'room-2' is gone")
    assert desk.heard.lines == ["QObject(0x7f00) is gone", "slide 'room-1' is gone", "slide 'room-2' is gone"]


def test_each_change_of_the_content_is_told_of() -> None:
    desk = Desk()
    for _ in range(2):
        desk.tell("content.yaml:3:1: error: it is broken", name="kiosk.content.problems")
    assert len(desk.heard.lines) == 2
    assert len(desk.messages.last()) == 1


def test_the_last_ones_are_remembered() -> None:
    desk = Desk()
    for number in range(KEPT + 1):
        desk.clock.now += 1
        desk.tell(f"slide '{number}' is gone")
    desk.clock.now += 1
    desk.tell("slide '2' is gone")
    last = desk.messages.last()
    assert len(last) == KEPT
    assert (last[0].text, last[0].level, last[0].again, last[0].last) == (
        "slide '2' is gone",
        "error",
        1,
        desk.clock.now,
    )


def test_a_line_of_the_journal_has_its_priority_and_stays_one() -> None:
    line = KeyValues(for_journal=True).format(record('it said "no"\nand é went', level=logging.WARNING))
    assert line == '<4>from="kiosk.app" message="it said \\"no\\"\\nand é went"'


def test_a_line_of_a_file_has_its_time_and_where_an_error_came_from(tmp_path: Path) -> None:
    told = record("internal error")
    told.created = 0.5
    try:
        raise ValueError("out of tune")
    except ValueError:
        told.exc_info = sys.exc_info()
    line = KeyValues(for_journal=False).format(told)
    assert line.startswith('time="1970-01-01T00:00:00.500+00:00" level="error" from="kiosk.app" message=')
    assert "test_messages.py" in line
    assert "\n" not in line


def test_nothing_that_opens_sockets_comes_with_it() -> None:
    program = "import sys, kiosk.safety.messages; sys.exit('socket' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


def test_files_are_few_and_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.safety.messages.FILE_SIZE", 1000)
    file = LogFile(tmp_path / "kiosk.log")
    for number in range(200):
        file.handle(record(f"message {number}"))
    file.close()
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == 5
    assert all(each.stat().st_size <= 1000 for each in kept)
    assert json.loads((tmp_path / "kiosk.log").read_text().splitlines()[-1].partition(" message=")[2]) == "message 199"


def test_a_full_disk_costs_messages_only(capfd: pytest.CaptureFixture[str]) -> None:
    file = LogFile(Path("/dev/full"))
    for _ in range(3):
        file.handle(record("the disk is full"))
    assert file.lost == 3
    assert capfd.readouterr().err == ""


def test_the_end_waits_for_what_is_written_beside(tmp_path: Path) -> None:
    file = LogFile(tmp_path / "kiosk.log")
    beside = Beside(file)
    for number in range(50):
        beside.handle(record(f"message {number}"))
    beside.close()
    file.close()
    assert len((tmp_path / "kiosk.log").read_text().splitlines()) == 50


def test_the_journal_is_told_by_what_systemd_says_of_it(tmp_path: Path) -> None:
    with (tmp_path / "stream").open("w") as stream:
        about = os.fstat(stream.fileno())
        assert is_journal(stream, {"JOURNAL_STREAM": f"{about.st_dev}:{about.st_ino}"})
        # What a program that writes elsewhere inherits.
        assert not is_journal(stream, {"JOURNAL_STREAM": "1:2"})
        assert not is_journal(stream, {})
