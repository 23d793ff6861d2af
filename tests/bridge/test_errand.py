"""Programs of the system that do what they should, refuse, complain, hang, talk without end, or are not there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.bridge.errand import Errand

Write = Callable[[str, str], None]

PATIENCE = 20_000


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a program that can be called by its name, and notes each call in `calls`."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    def write(name: str, body: str = "") -> None:
        file = tmp_path / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{tmp_path}/calls"\n{body}\n')
        file.chmod(0o755)

    return write


def outcome(qtbot: QtBot, *commands: str, limit: int = PATIENCE) -> Any:
    parent = QObject()
    errand = Errand(parent, limit)
    with qtbot.waitSignal(errand.done, timeout=PATIENCE) as done:
        errand.run([each.split() for each in commands])
    assert done.args is not None
    return done.args[0]


def calls(folder: Path) -> list[str]:
    file = folder / "calls"
    return file.read_text().splitlines() if file.exists() else []


def test_the_first_that_does_it_is_enough(program: Write, tmp_path: Path, qtbot: QtBot) -> None:
    program("one", "")
    program("two", "")
    assert outcome(qtbot, "one --off *", "two") == ["one", "--off", "*"]
    assert calls(tmp_path) == ["one --off *"]


@pytest.mark.parametrize(
    "body",
    ["exit 1", "echo 'no such extension' >&2", "kill -9 $$", "exec sleep 60", "exec yes >&2"],
    ids=["refuses", "complains", "crashes", "hangs", "talks-without-end"],
)
def test_what_does_not_do_it_gives_way_to_the_next(program: Write, tmp_path: Path, qtbot: QtBot, body: str) -> None:
    program("one", body)
    program("two", "")
    # Whatever hangs is killed; the second has the same time.
    assert outcome(qtbot, "missing-altogether", "one", "two", limit=3000) == ["two"]
    assert calls(tmp_path) == ["one ", "two "]


def test_what_is_told_on_standard_output_is_nobodys(program: Write, qtbot: QtBot) -> None:
    program("one", "head -c 1000000 /dev/zero")
    assert outcome(qtbot, "one") == ["one"]


def test_none_does_it(program: Write, tmp_path: Path, qtbot: QtBot) -> None:
    program("one", "exit 1")
    (tmp_path / "two").write_text("this is no program")
    (tmp_path / "two").chmod(0o755)
    (tmp_path / "three").write_text("#!/nowhere\n")
    (tmp_path / "three").chmod(0o755)
    assert outcome(qtbot, "one", "two", "three", "missing-altogether") is None


def test_the_newest_wish_counts(program: Write, qtbot: QtBot) -> None:
    program("one", "exec sleep 60")
    program("two", "")
    parent = QObject()
    errand = Errand(parent)
    told: list[Any] = []
    errand.done.connect(told.append)
    errand.run([["one"]])
    errand.run([["two"]])
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == [["two"]]


def test_what_is_given_up_is_killed_and_not_heard_of(program: Write, tmp_path: Path, qtbot: QtBot) -> None:
    program("one", f"echo $$ >{tmp_path}/pid; exec sleep 60")
    parent = QObject()
    errand = Errand(parent)
    told: list[Any] = []
    errand.done.connect(told.append)
    errand.run([["one"], ["one"]])
    qtbot.waitUntil(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text() != "", timeout=PATIENCE)
    errand.close()
    assert not Path("/proc", (tmp_path / "pid").read_text().strip()).exists()
    # At the end of the program it goes with all else.
    shiboken6.delete(parent)
    assert told == []
    assert len(calls(tmp_path)) == 1
