"""The show that ships: valid, complete, true to its source, in words of its own, and no file too many."""

import json
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QRawFont

from kiosk.content.model import Figure, FiguresSlide, Picture, SectionSlide, Show
from kiosk.content.reader import Reading, read
from kiosk.content.reading_time import slide_texts
from kiosk.content.schema import schema
from kiosk.content.typography import typeset
from kiosk.content.values import PartialDate, Text
from kiosk.paths import shipped
from kiosk.show import state as machine

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "tests" / "data" / "about-mila.txt"

# Qualifier, value, words of the label, year or period.
FIGURES = {
    "fr": [
        ("", "1993", "Yoshua Bengio", ""),
        ("près de", "900", "apprentissage automatique", ""),
        ("depuis", "2017", "partenariat de l'Université de Montréal et de l'Université McGill", ""),
        ("", "77", "corps professoral", ""),
        ("", "36", "chaires en IA Canada-CIFAR", ""),
        ("plus de", "500", "auxiliaires de recherche, de 4 universités et de 3 écoles", ""),
        ("", "nº 1", "Montréal, nº 1 en Amérique du Nord", ""),
        ("", "4e", "migration des compétences en IA (20 rangs de mieux depuis 2017)", ""),
        ("plus de", "15000", "formations, séminaires, groupes de lecture", "2019"),
        ("", "260", "articles scientifiques", "2019"),
        ("", "154", "projets de recherche", "2019"),
        ("+", "70", "partenaires industriels", ""),
        ("", "39", "jeunes pousses", ""),
        ("+", "90", "articles cosignés", "dans la dernière année"),
        ("plus de", "10", "collaborations de recherche appliquée", "dans la dernière année"),
        ("", "12", "interventions ciblées", "dans la dernière année"),
    ],
    "en": [
        ("", "1993", "Yoshua Bengio", ""),
        ("nearly", "900", "machine learning", ""),
        ("since", "2017", "partnership of the Université de Montréal and McGill University", ""),
        ("", "77", "faculty members", ""),
        ("", "36", "Canada-CIFAR AI Chairs", ""),
        ("over", "500", "interns, from 4 universities and 3 schools", ""),
        ("", "no. 1", "Montréal, North America's number 1 city", ""),
        ("", "4th", "AI skills migration (up 20 places since 2017)", ""),
        ("over", "15000", "seminars, training sessions, reading groups", "2019"),
        ("", "260", "scientific articles", "2019"),
        ("", "154", "research projects", "2019"),
        ("+", "70", "industry partners", ""),
        ("", "39", "AI startups", ""),
        ("+", "90", "papers co-authored", "in the past year"),
        ("more than", "10", "applied research collaborations", "in the past year"),
        ("", "12", "targeted interventions", "in the past year"),
    ],
}

FRENCH_LETTERS = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’“”–—…\u00a0\u202f"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(shipped() / "content.yaml", thorough=True)


@pytest.fixture(scope="module")
def show(reading: Reading) -> Show:
    assert reading.show is not None
    return reading.show


def pictures(value: object) -> set[Path]:
    """Every picture file named in a value, however deep."""
    if isinstance(value, Picture):
        return {value.file}
    if is_dataclass(value):
        return set().union(*(pictures(getattr(value, field.name)) for field in fields(value)))
    return set().union(*map(pictures, value)) if isinstance(value, tuple) else set()


def in_words(value: object, language: str) -> str:
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, PartialDate):
        return str(value.year)
    return "" if value is None else str(value)


def test_has_no_problems(reading: Reading) -> None:
    assert [str(problem) for problem in reading.problems] == []


def test_schema_for_editors_is_the_schema() -> None:
    kept = json.loads((shipped() / "resources" / "content.schema.json").read_text(encoding="utf-8"))
    assert kept == schema(), "write it anew: python main.py schema > resources/content.schema.json"


def test_french_is_the_main_language(show: Show) -> None:
    assert show.languages == ("fr", "en")


def test_has_every_chapter_of_the_source(show: Show) -> None:
    sections = [slide.id for slide in show.slides if isinstance(slide, SectionSlide)]
    assert sections == ["about", "talent", "research", "industry", "humanity", "premises", "take-away"]


@pytest.mark.parametrize(
    ("language", "expected"), [(language, figure) for language, table in FIGURES.items() for figure in table]
)
def test_shows_every_figure_of_the_source(show: Show, language: str, expected: tuple[str, str, str, str]) -> None:
    figures = [figure for slide in show.slides if isinstance(slide, FiguresSlide) for figure in slide.figures]
    qualifier, value, said, as_of = expected

    def is_expected(figure: Figure) -> bool:
        parts = [in_words(part, language) for part in (figure.qualifier, figure.value, figure.as_of)]
        return parts == [qualifier, value, as_of] and said in figure.label.in_language(language)

    assert sum(map(is_expected, figures)) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_slide_says_more_than_a_passer_by_reads(show: Show, language: str) -> None:
    lengths = {slide.id: len(re.findall(r"[\w'-]+", " ".join(slide_texts(slide, language)))) for slide in show.slides}
    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_pastes_no_sentence_of_the_source(show: Show) -> None:
    run = 8

    def runs(text: str) -> set[tuple[str, ...]]:
        found = re.findall(r"\w+", text.lower())
        return {tuple(found[start : start + run]) for start in range(len(found) - run + 1)}

    source = runs(SOURCE.read_text(encoding="utf-8"))
    assert source
    ours = set().union(*(runs(" ".join(slide_texts(slide, "en"))) for slide in show.slides))
    assert ours & source == set()


def test_uses_every_picture_that_ships(show: Show) -> None:
    assert pictures(show) == set((shipped() / "resources" / "art").iterdir())


def test_pictures_are_as_drawn(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "packaging" / "draw-art", tmp_path], check=True)
    kept = {path.name: path.read_bytes() for path in (shipped() / "resources" / "art").iterdir()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == kept


@pytest.mark.parametrize("style", ["Light", "Regular", "Italic", "SemiBold"])
def test_typeface_has_every_letter(qapp: QGuiApplication, show: Show, style: str) -> None:
    font = QRawFont(str(shipped() / "resources" / "fonts" / f"IBMPlexSans-{style}.ttf"), 40)
    assert font.isValid()
    said = "".join(
        typeset(text, language)
        for language in show.languages
        for slide in show.slides
        for text in slide_texts(slide, language)
    )
    assert {letter for letter in said + FRENCH_LETTERS if not font.supportsCharacter(ord(letter))} <= {"\n"}


def test_a_simulated_day_gives_french_twice_the_time_of_english_fades_counted_against_it(show: Show) -> None:
    assert show.jurisdiction == "quebec"
    fade, seconds = 0.6, {"fr": 0.0, "en": 0.0}
    state, now = machine.shown(machine.start(machine.deck(show)), 0.0), 0.0
    rounds = 0
    while rounds < 4 or state.page.language == "en":
        due = machine.deadline(state)
        assert due is not None
        after = machine.shown(machine.tick(state, due), due)
        languages = state.page.language, after.page.language
        seconds[languages[0]] += due - now
        if languages == ("fr", "en"):
            rounds += 1
        if languages == ("en", "fr"):
            seconds["en"] += fade
            seconds["fr"] -= fade
        state, now = after, due
    assert seconds["fr"] >= 2 * seconds["en"] > 0
