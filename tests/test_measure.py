"""`kiosk check` with a screen: every rule that needs drawing is found, and is silenced by a reason."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk import cli
from kiosk.content import rules
from kiosk.content.model import Screen
from kiosk.content.reader import read
from kiosk.measure import measure

HEAD = """\
version: 1
title: Library
languages: [fr, en]
screen: {width: 200mm, height: 140mm, above_floor: 1.4m}
theme: {ground: "#ffffff", ink: "#595959", accent: "#595959"}
"""
CROWDED = f"""\
  - kind: text
    id: crowded
    heading: Heading
    body: |
      {" ".join(["word"] * 30)}
      {" ".join(["parole"] * 900)}
"""
SHADED = """\
  - kind: statement
    id: shaded
    text: Words on a picture
    attribution: Somebody
    picture: {file: night.png, alt: The night, place: behind}
"""
ROOMY = """\
version: 1
title: {fr: Bibliothèque, en: Library}
languages: [fr, en]
screen: {width: 708mm, height: 398mm, above_floor: 900mm}
slides:
  - {kind: section, id: one, title: {fr: Un, en: One}, text: {fr: Premier, en: First}}
  - {kind: statement, id: two, text: {fr: Le savoir pour tous., en: Knowledge for everyone.}}
  - kind: figures
    id: three
    heading: {fr: En bref, en: At a glance}
    figures: [{value: 15000, label: {fr: livres, en: books}, as_of: 2024}]
"""


@pytest.fixture(autouse=True)
def own_typeface(qapp: QGuiApplication) -> Iterator[None]:
    font = QGuiApplication.font()
    yield
    QGuiApplication.setFont(font)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    night = QImage(64, 64, QImage.Format.Format_RGB32)
    night.fill(QColor("black"))
    night.save(str(tmp_path / "night.png"))
    return tmp_path / "content.yaml"


def checked(file: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[list[dict[str, Any]], str]:
    """The problems that are drawn, or are of an acceptance; and the summary."""
    file.write_text(text, encoding="utf-8")
    cli.main(["check", "--format", "json", str(file)])
    captured = capsys.readouterr()
    codes = {*rules.needing("drawing"), "unused-acceptance"}
    return [problem for problem in json.loads(captured.out) if problem["code"] in codes], captured.err


def accepting(*codes: str, indent: str = "") -> str:
    return f"{indent}accept:\n" + "".join(f"{indent}  - {{rule: {code}, because: So be it}}\n" for code in codes)


def test_every_rule_is_found_and_silenced(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problems, _ = checked(file, f"{HEAD}slides:\n{CROWDED}{SHADED}", capsys)
    of_slides = {(problem["slide"], problem["code"]) for problem in problems}
    assert of_slides == {
        ("", "letter-height"),
        ("", "target-size"),
        ("", "reach"),
        ("crowded", "overflow"),
        ("shaded", "drawn-contrast"),
    }
    assert {problem["severity"] for problem in problems} == {"warning"}
    assert all(problem["norm"] for problem in problems)

    of_show = accepting("letter-height", "target-size", "reach")
    crowded = CROWDED + accepting("overflow", indent="    ")
    shaded = SHADED + accepting("drawn-contrast", indent="    ")
    silenced, summary = checked(file, f"{HEAD}{of_show}slides:\n{crowded}{shaded}", capsys)
    assert silenced == []
    assert f"{len(problems)} accepted" in summary


def test_crowded_slide_has_small_letters_on_a_screen_that_is_large_enough(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = HEAD.replace("width: 200mm, height: 140mm, above_floor: 1.4m", "width: 708mm, height: 398mm")
    problems, _ = checked(file, f"{head}slides:\n{CROWDED}", capsys)
    assert {(problem["slide"], problem["code"]) for problem in problems} == {
        ("crowded", "overflow"),
        ("crowded", "letter-height"),
    }
    assert {problem["norm"] for problem in problems} == {"WCAG 2.2, 1.4.4", "EN 301 549, 5.1.4"}
    assert any("in French the smallest letters are " in problem["text"] for problem in problems)
    assert {problem["line"] for problem in problems} == {7}


@pytest.mark.parametrize("colour", ["black", "white"])
def test_text_stands_out_from_any_picture_in_colours_that_have_it_to_spare(
    file: Path, capsys: pytest.CaptureFixture[str], colour: str
) -> None:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    picture.save(str(file.parent / "night.png"))
    section = (
        "  - {kind: section, id: top, title: Top, text: Text, picture: {file: night.png, alt: x, place: behind}}\n"
    )
    assert checked(file, f"{ROOMY}{section}{SHADED}", capsys)[0] == []


def test_name_too_long_for_the_header_is_told_of_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "A section whose name goes on and on until nobody who stands here knows"
    head = ROOMY.replace("width: 708mm, height: 398mm", "width: 398mm, height: 708mm").partition("slides:")[0]
    section = f"  - {{kind: section, id: one, title: {name}}}\n"
    problems, _ = checked(file, f"{head}slides:\n{section}  - {{kind: statement, id: two, text: Short}}\n", capsys)
    assert {(problem["slide"], problem["code"]) for problem in problems} == {("one", "letter-height")}


def test_what_is_right_has_no_problem(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problems, summary = checked(file, ROOMY, capsys)
    assert problems == []
    assert summary == "content.yaml: 3 slides, 2 languages, no problems, languages in rotation: fr 2.2 : en 1\n"


def test_acceptance_of_what_is_not_measured_waits(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accepted = ROOMY + accepting("overflow")
    assert [problem["code"] for problem in checked(file, accepted, capsys)[0]] == ["unused-acceptance"]
    unknown = accepted.replace("screen: {width: 708mm, height: 398mm, above_floor: 900mm}\n", "")
    assert checked(file, unknown, capsys)[0] == []


def test_without_qt_the_rest_is_checked(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "kiosk.measure", None)
    _, said = checked(file, ROOMY + accepting("overflow"), capsys)
    first, summary = said.splitlines()
    assert first.startswith("kiosk check: nothing is measured, since Qt cannot be loaded: ")
    assert "no problems" in summary


@pytest.mark.parametrize(
    ("width", "height", "touch_distance"),
    [(708, 398, 600), (398, 708, 600), (1210, 680, 600), (1210, 680, 1000), (480, 600, 500), (960, 540, 300)],
)
def test_letters_are_as_high_as_people_need_them(file: Path, width: int, height: int, touch_distance: int) -> None:
    file.write_text(ROOMY, encoding="utf-8")
    show = read(file).show
    assert show is not None
    screen = Screen(width=float(width), height=float(height), touch_distance=float(touch_distance))
    show = replace(show, screen=screen)
    assert [finding.text for finding in measure(show)] == []
