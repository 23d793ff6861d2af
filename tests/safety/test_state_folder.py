"""Where state is kept, and that a file is never half of one."""

import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.safety.state_folder import (
    LARGEST_FILE,
    folders,
    lasting_folder,
    read_json,
    runtime_folder,
    state_folder,
    write,
)

VARIABLES = ("STATE_DIRECTORY", "XDG_STATE_HOME", "RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Names folders below `tmp_path` in the environment, and no others."""

    def name(**named: str) -> None:
        for variable in VARIABLES:
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        for variable, value in named.items():
            monkeypatch.setenv(variable, value if value.startswith("!") else str(tmp_path / value))

    monkeypatch.setattr(sys, "platform", "linux")
    return name


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({}, ["home/.local/state/kiosk"]),
        ({"XDG_STATE_HOME": "own"}, ["own/kiosk"]),
        ({"XDG_RUNTIME_DIR": "run"}, ["home/.local/state/kiosk", "run/kiosk"]),
        ({"STATE_DIRECTORY": "lib", "RUNTIME_DIRECTORY": "run"}, ["lib", "run"]),
        ({"STATE_DIRECTORY": "lib:other", "XDG_STATE_HOME": "own"}, ["lib"]),
        ({"STATE_DIRECTORY": "!relative"}, []),
        ({"XDG_STATE_HOME": "!relative"}, ["home/.local/state/kiosk"]),
    ],
)
def test_the_environment_names_the_folders(
    environment: Callable[..., None], tmp_path: Path, named: dict[str, str], expected: list[str]
) -> None:
    environment(**named)
    assert folders() == [tmp_path / folder for folder in expected]


@pytest.mark.parametrize(
    ("platform", "variable", "expected"),
    [("win32", "LOCALAPPDATA", "kiosk"), ("darwin", "HOME", "Library/Application Support/kiosk")],
)
def test_other_systems_have_places_of_their_own(
    environment: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    platform: str,
    variable: str,
    expected: str,
) -> None:
    environment(**{variable: "somebody"})
    monkeypatch.setattr(sys, "platform", platform)
    assert folders() == [tmp_path / "somebody" / expected]


def test_the_folder_is_made_for_us_alone(environment: Callable[..., None], tmp_path: Path) -> None:
    environment()
    made = state_folder()
    assert made == tmp_path / "home/.local/state/kiosk"
    assert made.stat().st_mode & 0o777 == 0o700
    assert state_folder() == made


def test_where_the_disk_cannot_be_written_it_is_kept_until_the_next_boot(
    environment: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "lib").write_text("a file where a folder should be")
    environment(STATE_DIRECTORY="lib", RUNTIME_DIRECTORY="run")
    assert state_folder() == tmp_path / "run"


def test_a_folder_that_refuses_writers_is_passed_over(
    environment: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment(STATE_DIRECTORY="lib")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert state_folder() is None


@pytest.mark.parametrize(
    ("screen", "below"),
    [
        (None, "."),
        ("", "."),
        ("HDMI-1", "screens/HDMI-1"),
        ("0+1", "screens/0+1"),
        ("Hall 2/left", "screens/Hall_2_left"),
        ("..", "screens/__"),
    ],
)
def test_a_show_for_a_screen_has_folders_of_its_own(
    environment: Callable[..., None], tmp_path: Path, screen: str | None, below: str
) -> None:
    (tmp_path / "run").mkdir()
    environment(STATE_DIRECTORY="lib", RUNTIME_DIRECTORY="run")
    assert lasting_folder(screen) == state_folder(screen) == tmp_path / "lib" / below
    assert runtime_folder(screen) == tmp_path / "run" / below
    assert (tmp_path / "lib" / below).is_dir()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    values: list[object] = [{"a": [1, 2.5, None]}, "words", []]
    for value in values:
        write(file, json.dumps(value).encode())
        assert read_json(file) == value
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]


@given(data=st.binary(max_size=200))
def test_whatever_a_file_holds_is_read_or_absent(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_bytes(data)
    found = read_json(file)
    assert found is None or json.loads(data) == found or found != found


def test_what_cannot_be_state_is_absent(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    assert read_json(file) is None
    for data in (b"", b"\0" * 100, b"[" * 100_000, b'{"a":', b"\xff\xfe", b" " * (LARGEST_FILE + 1)):
        file.write_bytes(data)
        assert read_json(file) is None
    file.unlink()
    os.mkfifo(file)
    assert read_json(file) is None
    assert read_json(tmp_path) is None


@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    file = tmp_path / "state.json"
    write(file, b'"old"')

    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(os if call == "fsync" else Path, call, refuse)
        with pytest.raises(OSError, match="No space"):
            write(file, b'"new"')
    assert read_json(file) == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]
    write(file, b'"new"')
    assert read_json(file) == "new"
