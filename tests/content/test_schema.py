"""The schema agrees with the reader on what is right and on what is obviously wrong."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from kiosk.content.model import KINDS
from kiosk.content.new_folder import STARTER
from kiosk.content.schema import schema

ROOT = Path(__file__).parents[2]
STARTER_TEXT = (STARTER / "content.yaml").read_text(encoding="utf-8")


def problems(text: str) -> list[str]:
    """What an editor with the schema would underline."""
    return [error.message for error in Draft202012Validator(schema()).iter_errors(yaml.safe_load(text))]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", [STARTER / "content.yaml", ROOT / "content.yaml"], ids=["starter", "shipped"])
def test_valid_content_is_valid(path: Path) -> None:
    assert problems(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("version: 1", "version: 2"),
        ("languages: [fr, en]", "languages: [French]"),
        ("languages: [fr, en]", "languages: []"),
        ("idle: 60s", "idle: 60"),
        ("width: 708mm", "width: 708"),
        ('ground: "#f7f5f0"', "ground: grey"),
        ("kind: statement", "kind: statment"),
        ("id: mission", "id: our mission"),
        ("  text:\n      fr: Le savoir", "  txt:\n      fr: Le savoir"),
        ("duration: 30s", "duration: 30 seconds"),
        ("value: 15000", "value: [15000]"),
        ("latitude: 46.5197", "latitude: 146.5"),
        ("place: behind", "place: below"),
        ("id: year-in-figures", "id: year-in-figures\n    body: x"),
        ("idle: 60s", "idle: 60s\nidel: 60s"),
        ("title: {fr: Bienvenue, en: Welcome}", "title: {}"),
        ("title: {fr: Bienvenue, en: Welcome}", "title: {french: Bienvenue}"),
    ],
)
def test_what_is_wrong_is_refused(right: str, wrong: str) -> None:
    assert STARTER_TEXT.count(right) >= 1
    assert problems(STARTER_TEXT.replace(right, wrong, 1)) != []


@pytest.mark.parametrize("word", ["no", "12", "1.5", "true"])
def test_text_that_yaml_takes_for_something_else_is_text(word: str) -> None:
    assert problems(re.sub("attribution:\n.*\n.*\n", f"attribution: {word}\n", STARTER_TEXT)) == []


def objects(part: Any) -> list[dict[str, Any]]:
    found = [part] if isinstance(part, dict) else []
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
        found += objects(inner)
    return found


def test_every_key_is_explained() -> None:
    named = [item for part in objects(schema()) for item in part.get("properties", {}).items()]
    keys = [(name, key) for name, key in named if "const" not in key]
    assert len(keys) > 40
    assert [name for name, key in keys if not key.get("description")] == []


def test_a_slide_completes_the_keys_of_its_kind() -> None:
    assert [choice["if"]["properties"]["kind"]["const"] for choice in schema()["$defs"]["Slide"]["allOf"]] == list(
        KINDS
    )
