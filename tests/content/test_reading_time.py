"""Reading time and durations."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.content.model import (
    Figure,
    FiguresSlide,
    Link,
    LinksSlide,
    MapPoint,
    OpeningHours,
    Picture,
    PremisesSlide,
    Slide,
    StatementSlide,
    TextSlide,
)
from kiosk.content.reading_time import auto_duration, duration, reading_time, slide_texts
from kiosk.content.values import PartialDate, Text


def same(text: str) -> Text:
    return Text({"": text})


PICTURE = Picture(file=Path("hall.jpg"), alt=same("Not read"))
FIGURES = FiguresSlide(
    id="figures",
    heading=same("Heading"),
    figures=(
        Figure(value=Decimal(15000), label=same("people"), qualifier=same("over"), as_of=PartialDate(2019, 1)),
        Figure(value=same("no. 1"), label=same("city"), unit=same("km"), as_of=same("last year"), source=same("Us")),
    ),
)
LINKS = LinksSlide(
    id="links",
    heading=same("Heading"),
    links=(Link(title=same("Title"), address=same("https://example.org/not-read"), description=same("More")),),
)
PREMISES = PremisesSlide(
    id="premises",
    heading=same("Mill"),
    address=same("1 River Street"),
    inside=(same("café"), same("shop")),
    hours=(OpeningHours(days=same("Monday"), time=same("9 to 5")),),
    picture=PICTURE,
    map=MapPoint(latitude=48.5, longitude=2.5),
)
TEXT = TextSlide(id="text", heading=same("Heading"), body=same("Some **strong** \\* words\n\n- item"), picture=PICTURE)


@pytest.mark.parametrize(
    ("slide", "texts"),
    [
        (FIGURES, ["Heading", "15000", "people", "over", "2019", "1", "no. 1", "city", "km", "last year", "Us"]),
        (LINKS, ["Heading", "Title", "More"]),
        (PREMISES, ["Mill", "1 River Street", "café", "shop", "Monday", "9 to 5"]),
        (TEXT, ["Heading", "Some strong * words\n\nitem"]),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_what_visitors_read_is_counted(slide: Slide, texts: list[str]) -> None:
    assert list(slide_texts(slide, "en")) == texts


def statement(text: Text, duration: float | None = None) -> Slide:
    return StatementSlide(id="s", text=text, duration=duration)


def test_reading_takes_four_seconds_and_one_for_twelve_characters() -> None:
    assert reading_time(statement(same("x" * 123)), "en") == pytest.approx(14.25)


def test_each_figure_takes_two_seconds_more() -> None:
    characters = sum(map(len, slide_texts(FIGURES, "en")))
    assert reading_time(FIGURES, "en") == pytest.approx(4 + characters / 12 + 2 * 2)


def test_each_language_has_its_own_time() -> None:
    slide = statement(Text({"fr": "x" * 240, "en": "x" * 120}))
    assert reading_time(slide, "fr") == 24
    assert reading_time(slide, "fr-CA") == 24
    assert reading_time(slide, "en") == 14


@pytest.mark.parametrize(("characters", "seconds"), [(1, 8), (48, 8), (60, 9), (672, 60), (4000, 60)])
def test_an_automatic_duration_has_bounds(characters: int, seconds: float) -> None:
    assert auto_duration(statement(same("x" * characters)), "en") == seconds


def test_a_fixed_duration_is_as_the_editor_wrote() -> None:
    assert duration(statement(same("x" * 600), duration=5.0), "en") == 5
    assert duration(statement(same("x" * 600)), "en") == 54


def test_a_thousand_slides_in_two_languages_take_no_time() -> None:
    slides = [FIGURES, LINKS, PREMISES, TEXT, statement(same("*Words* " * 10))] * 200
    began = time.process_time()
    for slide in slides:
        duration(slide, "fr"), duration(slide, "en")
    # Ten times what it takes on a slow machine, so that only a change of kind fails here.
    assert time.process_time() - began < 0.6
