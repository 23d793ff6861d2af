"""What `kiosk init` makes is a good example."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.content.model import KINDS, Theme
from kiosk.content.new_folder import STARTER, create_folder
from kiosk.content.reader import read
from kiosk.content.schema import schema


def test_folder_is_valid_content(tmp_path: Path) -> None:
    create_folder(tmp_path / "lobby")
    reading = read(tmp_path / "lobby" / "content.yaml", thorough=True)
    assert reading.problems == ()
    assert reading.show is not None
    assert {slide.kind for slide in reading.show.slides} == set(KINDS)
    assert json.loads((tmp_path / "lobby" / "content.schema.json").read_text(encoding="utf-8")) == schema()
    first_line = (tmp_path / "lobby" / "content.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first_line == "# yaml-language-server: $schema=content.schema.json"


def test_every_key_is_in_the_example() -> None:
    text = (STARTER / "content.yaml").read_text(encoding="utf-8")
    names = {part.name for cls in (*KINDS.values(), Theme) for part in fields(cls)}
    assert [name for name in sorted(names) if name not in text] == []


def test_every_picture_is_used() -> None:
    text = (STARTER / "content.yaml").read_text(encoding="utf-8")
    pictures = list((STARTER / "images").iterdir())
    assert pictures
    assert all(f"images/{picture.name}" in text for picture in pictures)


def test_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(OSError, match="not empty"):
        create_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(FileExistsError):
        create_folder(tmp_path / "mine.txt")
