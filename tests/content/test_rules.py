"""The rules of the physical world. tests/data/rules has a file for each that is told from the content alone."""

import re
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from kiosk.content import rules
from kiosk.content.model import RuleCode, Screen, StatementSlide
from kiosk.content.problems import Problem
from kiosk.content.reader import read
from kiosk.content.rules import Contrast, Design, Finding, Layout, Target
from kiosk.content.values import DECORATIVE

FOLDER = Path(__file__).parents[1] / "data" / "rules"
SCREEN = Screen(width=708.0, height=398.0)


def test_every_rule_has_its_code_and_norm() -> None:
    assert tuple(rules.RULES) == get_args(RuleCode)
    assert all(rule.norm for rule in rules.RULES.values())


def test_every_rule_that_needs_no_drawing_has_a_file() -> None:
    found = {problem.code for path in FOLDER.glob("*.yaml") for problem in read(path, thorough=True).problems}
    assert found >= rules.needing("content")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_file_is_answered_as_its_first_lines_say(path: Path) -> None:
    expected = re.findall(r"^# ([0-9]+:[0-9]+ (?:error|warning): .*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    problems = read(path, thorough=True).problems
    assert [str(problem).removeprefix(f"{problem.file}:").replace(": ", " ", 1) for problem in problems] == expected


@pytest.mark.parametrize(
    "path", [path for path in sorted(FOLDER.glob("*.yaml")) if "unused" not in path.stem], ids=lambda path: path.stem
)
def test_a_reason_silences_every_rule(path: Path, tmp_path: Path) -> None:
    shutil.copytree(FOLDER.parent / "shows" / "world" / "images", tmp_path / "shows" / "world" / "images")
    (code,) = {problem.code for problem in read(path, thorough=True).problems}
    file = tmp_path / "rules" / "content.yaml"
    file.parent.mkdir()
    accept = f"    accept:\n      - rule: {code}\n        because: So it must be\n"
    file.write_text(path.read_text(encoding="utf-8") + accept, encoding="utf-8")
    for thorough in (True, False):
        assert read(file, thorough=thorough).problems == ()
    assert [problem.code for problem in read(file, thorough=True).accepted] == [code]


def test_only_an_editor_is_told_what_slides_say() -> None:
    assert read(FOLDER / "too-many-words.yaml").problems == ()


def test_an_error_is_never_accepted(tmp_path: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_text(
        "version: 1\ntitle: x\nlanguages: [fr]\nslides: [{kind: statement, id: a, text: x}]\n"
        "theme: {ink: '#ffffff'}\naccept: [{rule: contrast, because: x}]\n"
    )
    assert [problem.code for problem in read(file).errors] == ["contrast", "value"]


def test_decorative_picture_has_no_words(tmp_path: Path) -> None:
    text = (FOLDER / "missing-alt.yaml").read_text(encoding="utf-8")
    plan = FOLDER.parent / "shows" / "world" / "images" / "plan.svg"
    shutil.copyfile(plan, tmp_path / "plan.svg")
    file = tmp_path / "content.yaml"
    file.write_text(text.replace("../shows/world/images/plan.svg", "{file: plan.svg, alt: decorative}"))
    reading = read(file, thorough=True)
    assert reading.problems == ()
    assert reading.show is not None
    slide = reading.show.slides[0]
    assert isinstance(slide, StatementSlide) and slide.picture is not None
    assert slide.picture.alt is DECORATIVE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Bonjour", 1),
        ("L'année 1887, à bord", 4),
        ("aujourd’hui — peut-être", 2),
        ("15,000 people; 3.5 km", 6),
        ("مرحبا بكم في المكتبة", 4),
        ("図書館へようこそ", 4),
        ("本", 1),
        ("AI と人", 2),
        ("ยินดีต้อนรับ", 6),
    ],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert rules.count_words(text) == words


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ({"fr": 200.0, "en": 100.0}, None),
        ({"en": 50.0, "fr-CA": 200.0, "es": 50.0}, None),
        ({"fr": 100.0, "en": 0.0}, None),
        ({"fr": 100.0}, None),
        ({"fr": 199.0, "en": 100.0}, "French has 1.9 times the time of the other languages in rotation, expected 2"),
        ({"fr": 200.0, "en": 100.0, "es": 100.0}, "French has 1 times"),
        ({"en": 10.0}, "French has 0 times"),
    ],
)
def test_shares_of_the_languages_are_judged(shares: dict[str, float], said: str | None) -> None:
    findings = list(rules.of_shares(shares, 2.0))
    assert len(findings) == (said is not None)
    assert all((said or "") in finding.text for finding in findings)


# What was drawn: measured here by nobody, judged all the same.


@pytest.mark.parametrize(
    ("distance", "height"), [(600.0, 7.33), (1000.0, 12.2), (300.0, 4.8), (50.0, 4.8), (400.0, 4.89)]
)
def test_letters_to_read_from_near(distance: float, height: float) -> None:
    assert rules.near_height(distance) == pytest.approx(height, abs=0.02)


def layout(**changes: Any) -> Layout:
    usual = Layout("hall", "en", text_size=0, letters=7.33, display=20.0, does_fit=True)
    return usual._replace(**changes)


DESIGN = Design(letters=7.3, display=25.0)
REMEDY = "shorten the text or make two slides"


@pytest.mark.parametrize(
    ("measured", "design", "said"),
    [
        (layout(), DESIGN, []),
        (layout(letters=7.25), DESIGN, []),  # whole pixels
        (
            layout(letters=4.1, does_fit=False),
            DESIGN,
            [
                f"overflow: in English the text gets too small to fit at the normal text size: {REMEDY}",
                f"letter-height: in English the smallest letters are 4.1 mm high, expected 7.3 mm at 600 mm: {REMEDY}",
            ],
        ),
        (
            layout(letters=1.0, does_fit=False, text_size=2, language="pt-BR", display=1.0),
            DESIGN,
            [f"overflow: in pt-BR the text gets too small to fit at the largest text size: {REMEDY}"],
        ),
        (
            layout(display=14.0),
            DESIGN,
            [f"letter-height: in English the heading or a figure is 14.0 mm high, expected 15.0 mm at 3 m: {REMEDY}"],
        ),
        (
            layout(letters=6.0, display=14.0),  # one cause is told once
            DESIGN,
            [f"letter-height: in English the smallest letters are 6.0 mm high, expected 7.3 mm at 600 mm: {REMEDY}"],
        ),
        (layout(display=14.8), DESIGN, []),
        (layout(display=None), DESIGN, []),
        # Nothing an editor could do: the screen is too small.
        (layout(letters=4.0), Design(letters=5.0, display=25.0), []),
        (layout(display=4.0), Design(letters=7.3, display=14.0), []),
    ],
)
def test_layout_is_judged(measured: Layout, design: Design, said: list[str]) -> None:
    findings = list(rules.of_layout(measured, design, SCREEN))
    assert [f"{finding.rule}: {finding.text}" for finding in findings] == said
    assert {finding.slide for finding in findings} <= {"hall"}


@pytest.mark.parametrize(
    ("design", "said"),
    [
        (DESIGN, []),
        (Design(7.2, 14.8), []),
        (Design(4.0, 25.0), ["the smallest letters on a picture of this size are 4.0 mm high, expected 7.3 mm at 600"]),
        (Design(7.3, 14.0), ["headings on a picture of this size are 14.0 mm high, expected 15.0 mm at 3 m"]),
    ],
)
def test_screen_is_judged(design: Design, said: list[str]) -> None:
    findings = list(rules.of_screen(design, SCREEN))
    assert len(findings) == len(said)
    assert all(words in finding.text for words, finding in zip(said, findings, strict=True))


@pytest.mark.parametrize(
    ("contrasts", "said"),
    [
        ([], None),
        ([Contrast(7.0, "x", False, "fr"), Contrast(4.5, "y", True, "fr")], None),
        ([Contrast(6.94, "x", False, "fr")], None),
        ([Contrast(6.04, "x", False, "fr")], "has a contrast of 6.0:1 as it is drawn, expected 7:1: "),
        ([Contrast(4.0, "x", True, "fr")], "expected 4.5:1: "),
        (
            [Contrast(4.0, "x", False, "fr")],
            "contrast of 4.0:1 as it is drawn, expected 7:1 and never less than 4.5:1: ",
        ),
        ([Contrast(2.0, "x", True, "fr")], "expected 4.5:1 and never less than 3:1: "),
        ([Contrast(6.0, "x", False, "fr"), Contrast(3.0, "poorest", True, "fr")], "'poorest'"),
        ([Contrast(1.0, "a text of more than thirty letters", False, "fr")], "'a text of more than thirty le…'"),
    ],
)
def test_contrast_is_judged(contrasts: list[Contrast], said: str | None) -> None:
    findings = list(rules.of_contrast("hall", contrasts))
    assert len(findings) == (said is not None)
    assert all((said or "") in finding.text for finding in findings)
    poor = "never" in (said or "") or "a text" in (said or "")
    assert {finding.norm for finding in findings} <= ({"WCAG 2.2, 1.4.3"} if poor else {""})


def target(low: float, high: float, width: float = 30.0) -> Target:
    return Target("Next", width, high - low, low, high)


HUNG_HIGH = Screen(width=540.0, height=950.0, above_floor=900.0)


@pytest.mark.parametrize(
    ("screen", "targets", "lowered", "said"),
    [
        (SCREEN, [target(5, 30)], [], None),
        (SCREEN, [target(5, 30, width=14)], [], "'Next' is 14 mm wide and 25 mm high, expected 20 mm each"),
        (SCREEN, [target(5, 24.7, width=19.7)], [], None),
        (SCREEN, [target(5000, 5030)], [], None),  # nobody said where the floor is
        (HUNG_HIGH, [target(5, 30)], [], None),
        (HUNG_HIGH, [target(800, 830)], [target(200, 230)], None),
        (HUNG_HIGH, [target(800, 830)], [target(400, 430)], "'Next' is 1330 mm above the floor, also brought down"),
        (
            Screen(width=540.0, height=950.0, above_floor=100.0),
            [target(5, 30)],
            [target(5, 30)],
            "hang the screen high",
        ),
    ],
)
def test_targets_are_judged(screen: Screen, targets: list[Target], lowered: list[Target], said: str | None) -> None:
    findings = list(rules.of_targets(targets, lowered, screen))
    assert len(findings) == (said is not None)
    assert all((said or "") in finding.text for finding in findings)


def test_findings_become_problems_and_are_accepted() -> None:
    places = {("", ""): (1, 1), ("hall", ""): (9, 5), ("hall", "overflow"): (12, 9), ("hall", "reach"): (13, 9)}
    findings = [Finding("overflow", "x", "hall"), Finding("overflow", "y", "attic"), Finding("reach", "z")]
    problems = list(rules.problems_of(findings, places, "c.yaml"))
    assert [str(problem) for problem in problems] == [
        "c.yaml:9:5: warning: slide 'hall': x (WCAG 2.2, 1.4.4)",
        "c.yaml:1:1: warning: slide 'attic': y (WCAG 2.2, 1.4.4)",
        "c.yaml:1:1: warning: z (EN 301 549, 8.3.2)",
    ]
    remaining, accepted = rules.settled(problems, places, rules.needing("drawing"), "c.yaml")
    assert accepted == problems[:1]
    unused = "slide 'hall': 'accept': 'reach' silences nothing: delete it"
    assert remaining == [*problems[1:], Problem("c.yaml", 13, 9, "warning", unused, "unused-acceptance", "", "hall")]
    assert rules.settled(problems, places, rules.needing("content"), "c.yaml")[0] == problems[1:]
