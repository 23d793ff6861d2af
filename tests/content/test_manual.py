"""docs/content.md explains every key, and each of its examples is right."""

import re
import shutil
import struct
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from kiosk.content import model
from kiosk.content.new_folder import STARTER
from kiosk.content.reader import read

MANUAL = (Path(__file__).parents[2] / "docs" / "content.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)
KEYS = {"version": "version: 1\n", "title": "title: x\n", "languages": "languages: [fr, en]\n"}
KEYS["slides"] = "slides:\n- {kind: statement, id: other, text: x}\n"


def whole_file(example: str) -> str:
    """An example with the keys it leaves out."""
    if example.startswith("- kind:"):
        example = "slides:\n" + example
    return example + "".join(line for key, line in KEYS.items() if not re.search(f"^{key}:", example, re.MULTILINE))


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 12


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.splitlines()[0])
def test_example_is_right(example: str, tmp_path: Path) -> None:
    for name in re.findall(r"\b(?:images|fonts)/[\w.-]+", example):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        if file.suffix == ".ttf":
            file.write_bytes(b"\0\1\0\0\0\1" + b"\0" * 6 + b"head" + struct.pack(">III", 0, 28, 0))
        else:
            shutil.copyfile(STARTER / "images" / "rooms.svg", file)
    (tmp_path / "content.yaml").write_text(whole_file(example), encoding="utf-8")
    assert [str(problem) for problem in read(tmp_path / "content.yaml").problems] == []


def test_every_key_is_explained_and_shown() -> None:
    classes = [cls for cls in vars(model).values() if isinstance(cls, type) and is_dataclass(cls)]
    names = {part.name for cls in classes for part in fields(cls) if cls.__module__ == model.__name__}
    assert len(names) > 35
    shown = "\n".join(EXAMPLES)
    assert [name for name in sorted(names) if f"`{name}`" not in MANUAL] == []
    assert [name for name in sorted(names) if not re.search(rf"\b{name}:", shown)] == []


def test_every_kind_has_a_chapter() -> None:
    assert re.findall("^### `([a-z]+)`", MANUAL, re.MULTILINE) == list(model.KINDS)
