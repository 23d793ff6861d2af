import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl

from kiosk.bridge.slides import VIEW_MODELS, picture_url, qr_code, slide_view_model
from kiosk.content import model
from kiosk.content.values import PartialDate, Text
from tests.bridge.qr import codes_in
from tests.bridge.shows import text

PARENT = QObject()
"""Keeps the view models alive."""


def view_model_of(slide: model.Slide, language: str = "en") -> Any:
    return slide_view_model(slide, (text("Library"), text("Rooms")), language, PARENT)


def rows(slide: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a list, as QML sees them."""
    table = getattr(slide, name)
    roles = {role: bytes(word.data()).decode() for role, word in table.roleNames().items()}
    return [
        {word: table.data(table.index(row, 0), role) for role, word in roles.items()} for row in range(table.rowCount())
    ]


def figure(value: Decimal | Text = Decimal(900), **values: Any) -> dict[str, Any]:
    """A figure alone on its slide, in English."""
    one = model.Figure(value=value, label=text("people"), **values)
    slide = view_model_of(model.FiguresSlide(id="f", heading=text("Figures"), figures=(one,)))
    (row,) = rows(slide, "figures")
    return row


def test_every_kind_has_a_view_model() -> None:
    assert set(VIEW_MODELS) == set(model.KINDS.values())


def test_what_every_slide_shows(tmp_path: Path) -> None:
    picture = model.Picture(file=tmp_path / "hall.png", alt=text("The *hall*"), place="behind")
    slide = view_model_of(model.StatementSlide(id="hall", text=text("Words"), picture=picture), "ar")
    shown = {
        name: getattr(slide, name)
        for name in ("slideId", "kind", "showTitle", "section", "isRightToLeft", "pictureAlt", "isPictureBehind")
    }
    assert shown == {
        "slideId": "hall",
        "kind": "statement",
        "showTitle": "Library",
        "section": "Rooms",
        "isRightToLeft": True,
        "pictureAlt": "The hall",
        "isPictureBehind": True,
    }
    assert slide.picture == QUrl.fromLocalFile(str(tmp_path / "hall.png"))


def test_a_slide_without_a_picture_has_no_address() -> None:
    slide = view_model_of(model.StatementSlide(id="s", text=text("Words")))
    assert slide.picture == QUrl()
    assert slide.pictureAlt == ""
    assert slide.isPictureBehind is False


def test_a_picture_that_changes_has_another_address(tmp_path: Path) -> None:
    file = tmp_path / "é #1.png"
    file.write_bytes(b"old")
    os.utime(file, ns=(1, 1))
    old = picture_url(file)
    os.utime(file, ns=(2, 2))
    assert picture_url(file) != old
    assert Path(picture_url(file).toLocalFile()) == file


@pytest.mark.parametrize(("language", "title"), [("fr", "Les <b>livres</b>"), ("en", "<b>Books</b>")])
def test_a_section_is_styled_in_its_language(language: str, title: str) -> None:
    slide = view_model_of(model.SectionSlide(id="s", title=text("", fr="Les **livres**", en="**Books**")), language)
    assert slide.title == title
    assert slide.text == ""


def test_a_statement_is_text_and_who_said_it() -> None:
    slide = view_model_of(model.StatementSlide(id="s", text=text("For *all* < you"), attribution=text("Charter")))
    assert slide.text == "For <i>all</i> &lt; you"
    assert slide.attribution == "Charter"


def test_a_text_is_a_row_a_block() -> None:
    slide = view_model_of(model.TextSlide(id="t", heading=text("House"), body=text("Old.\n\n- a hall\n- *two* rooms")))
    assert slide.heading == "House"
    assert rows(slide, "blocks") == [
        {"text": "Old.", "isItem": False},
        {"text": "a hall", "isItem": True},
        {"text": "<i>two</i> rooms", "isItem": True},
    ]


@pytest.mark.parametrize(
    ("qualifier", "before", "value", "sign"),
    [
        ("nearly", "nearly", "900", ""),
        ("près de", "près de", "900", ""),
        ("+", "", "900", "+"),
        (">", "", ">\u202f900", ""),
        ("≈", "", "≈\u202f900", ""),
    ],
)
def test_a_qualifier_stands_before_its_number_and_a_plus_after(
    qualifier: str, before: str, value: str, sign: str
) -> None:
    row = figure(qualifier=text(qualifier))
    assert (row["before"], row["value"], row["sign"]) == (before, value, sign)
    assert row["steps"][-1] == value


def test_a_number_counts_up_and_words_do_not() -> None:
    number, words = figure(value=Decimal(15000)), figure(value=text("no. 1"))
    assert (number["value"], number["steps"][-1]) == ("15,000", "15,000")
    assert (words["value"], words["steps"]) == ("no. 1", [])


@pytest.mark.parametrize(
    ("as_of", "shown"), [(PartialDate(2019), "2019"), (text("last year"), "last year"), (None, "")]
)
def test_when_a_figure_was_true(as_of: object, shown: str) -> None:
    assert figure(as_of=as_of)["asOf"] == shown


def test_the_rest_of_a_figure() -> None:
    row = figure(unit=text("km"), source=text("Annual report"))
    assert (row["unit"], row["label"], row["source"]) == ("km", "people", "Source: Annual report")
    assert figure()["source"] == ""


def test_premises_list_only_what_there_is() -> None:
    whole = model.PremisesSlide(
        id="p",
        heading=text("The mill"),
        address=text("1 River Street\nMilltown"),
        inside=(text("a café"),),
        hours=(model.OpeningHours(days=text("Monday"), time=text("9 to 5")),),
        map=model.MapPoint(latitude=45.5306, longitude=-73.6138),
    )
    slide = view_model_of(whole)
    assert slide.address == "1 River Street<br/>Milltown"
    assert rows(slide, "details") == [
        {"heading": "In the building", "lines": ["a café"], "times": []},
        {"heading": "Opening hours", "lines": ["Monday"], "times": ["9 to 5"]},
    ]
    assert codes_in(slide.map) == {"geo:45.5306,-73.6138"}
    bare = view_model_of(model.PremisesSlide(id="p", heading=text("The mill"), address=text("Milltown")))
    assert (bare.map, bare.mapLabel, rows(bare, "details")) == ("", "", [])


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/", "example.org"),
        ("https://example.org/report?year=2019#top", "example.org/report?year=2019#top"),
        ("mailto:desk@example.org", "desk@example.org"),
        ("tel:+15145550100", "+15145550100"),
    ],
)
def test_a_link_is_a_code_and_an_address_to_read(address: str, shown: str) -> None:
    link = model.Link(title=text("Report"), address=text(address))
    slide = view_model_of(model.LinksSlide(id="l", heading=text("Take away"), links=(link,)))
    (row,) = rows(slide, "links")
    assert (row["title"], row["address"]) == ("Report", shown)
    assert codes_in(row["code"]) == {address}


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://example.org/a%20b?c=d&e=(f)#g", "https://example.org/a%20b?c=d&e=(f)#g"),
        ("https://musée.example/été", "https://mus%C3%A9e.example/%C3%A9t%C3%A9"),
        ("https://example.org/" + "x" * 480, "https://example.org/" + "x" * 480),
    ],
)
def test_a_code_holds_its_address_in_letters_that_every_phone_reads(address: str, read: str) -> None:
    assert codes_in(qr_code(address)) == {read}
