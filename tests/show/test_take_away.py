"""What a slide offers to take away, read back as a phone reads it."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.markup import plain
from kiosk.content.model import (
    Contact,
    Event,
    Figure,
    FiguresSlide,
    Link,
    LinksSlide,
    MapPoint,
    NamedPoint,
    PremisesSlide,
    Screen,
    SectionSlide,
    Slide,
    StatementSlide,
    TakeAway,
    TextSlide,
)
from kiosk.content.reader import read, shipped_content
from kiosk.content.values import Text
from kiosk.show.narration import Wording
from kiosk.show.take_away import CAPACITY, LONGEST_ROW, UTF_8_MARK, Offer, calendar, capacity, geo, offer, vcard

PLAIN = Wording(lambda value: f"{value:,}", lambda date: str(date.year), lambda words: words)


def text(words: str) -> Text:
    return Text({"": words})


TITLE = text("Lantern House")


def offered(slide: Slide, screen: Screen | None = None) -> Offer | None:
    return offer(slide, TITLE, "en", PLAIN, screen)


def statement(**take_away: Any) -> StatementSlide:
    return StatementSlide(id="s", text=text("Hello *there*."), take_away=TakeAway(**take_away))


def rows(form: str) -> list[tuple[str, list[str]]]:
    """A vCard or iCalendar as names with the parts of their values: unfolded, cut at semicolons, unescaped."""
    assert form.endswith("\r\n")
    folded = form.removesuffix("\r\n").split("\r\n")
    assert all(len(row.encode()) <= LONGEST_ROW for row in folded)
    assert not any("\n" in row or "\r" in row for row in folded)
    found = []
    for row in form.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, _, value = row.partition(":")
        parts = re.split(r"(?<!\\)((?:\\\\)*);", value)
        # The even backslashes before a semicolon are of the part before it.
        parts = [part + mark for part, mark in zip(parts[::2], [*parts[1::2], ""], strict=True)]
        found.append((name, [re.sub(r"\\(.)", unescaped, part) for part in parts]))
    return found


def unescaped(sign: re.Match[str]) -> str:
    return "\n" if sign[1] == "n" else sign[1]


# What each slide offers by itself


def test_a_text_with_the_name_of_the_show() -> None:
    assert offered(statement()) == Offer("text", "Lantern House", "Hello there.\n\nLantern House")
    body = TextSlide(id="t", heading=text("House"), body=text("Founded in **1887**.\n\n- a hall\n- a yard"))
    assert offered(body) == Offer("text", "House", "House\nFounded in 1887.\na hall\na yard\n\nLantern House")
    figure = Figure(value=Decimal(15000), qualifier=text("over"), label=text("visitors"))
    figures = FiguresSlide(id="f", heading=text("The year"), figures=(figure,))
    assert offered(figures) == Offer("text", "The year", "The year\nover 15,000 visitors\n\nLantern House")


def test_sections_with_a_text_only_and_no_links() -> None:
    assert offered(SectionSlide(id="a", title=text("Arts"))) is None
    told = offered(SectionSlide(id="a", title=text("Arts"), text=text("Five centuries")))
    assert told == Offer("text", "Arts", "Arts\nFive centuries\n\nLantern House")
    links = LinksSlide(id="l", heading=text("L"), links=(Link(title=text("R"), address=text("https://example.org")),))
    assert offered(links) is None


def test_premises_are_a_contact_card() -> None:
    mill = PremisesSlide(
        id="p", heading=text("The mill"), address=text("1, River Street\nMilltown"),
        map=MapPoint(latitude=46.5197, longitude=-6.5),
    )  # fmt: skip
    told = offered(mill)
    assert told is not None
    assert (told.kind, told.about) == ("contact", "The mill")
    assert rows(told.payload) == [
        ("BEGIN", ["VCARD"]),
        ("VERSION", ["3.0"]),
        ("N", ["The mill", "", "", "", ""]),
        ("FN", ["The mill"]),
        ("ORG", ["Lantern House"]),
        ("ADR", ["", "", "1, River Street, Milltown", "", "", "", ""]),
        ("GEO", ["46.519700", "-6.500000"]),
        ("END", ["VCARD"]),
    ]


def test_all_that_ships_can_be_taken_away() -> None:
    show = read(shipped_content()).show
    assert show
    kinds = {
        (slide.kind, told.kind if told else "")
        for slide, language in product(show.slides, show.languages)
        for told in [offer(slide, show.title, language, PLAIN, show.screen)]
    }
    assert kinds == {
        ("section", "text"), ("statement", "text"), ("figures", "text"), ("text", "text"), ("premises", "contact"),
        ("links", ""),
    }  # fmt: skip


# What the content file asks for


def test_none_turns_it_off() -> None:
    assert offered(statement(offer="none", text=text("no"))) is None


def test_what_is_asked_for_stands_for_the_text() -> None:
    assert offered(statement(text=text("Come *again*!"))) == Offer("text", "", "Come again!")
    assert offered(statement(address=text("https://example.org/a/"))) == Offer(
        "address", "example.org/a", "https://example.org/a/"
    )
    point = NamedPoint(latitude=46.5, longitude=6.25, label=text("Café & bar"))
    assert offered(statement(map=point)) == Offer(
        "map", "Café & bar", "geo:46.5,6.25?q=46.5,6.25(Caf%C3%A9%20%26%20bar)"
    )
    contact = offered(statement(contact=Contact(name=text("Desk"))))
    event = offered(statement(event=Event(title=text("Night"), start=date(2027, 5, 14))))
    assert contact and event
    assert [(told.kind, told.about) for told in (contact, event)] == [("contact", "Desk"), ("event", "Night")]


def test_a_point_without_a_label_is_its_place() -> None:
    assert geo(NamedPoint(latitude=-1.5, longitude=2.0), "en") == "geo:-1.5,2.0"


def test_what_is_too_long_falls_to_the_address() -> None:
    long = text("é" * (capacity(None) // 2 + 1))
    assert offered(statement(text=long)) is None
    told = offered(statement(text=long, address=text("https://example.org")))
    assert told == Offer("address", "example.org", "https://example.org")
    just = offered(statement(text=text("é" * (capacity(None) // 2)), address=text("https://example.org")))
    assert just is not None
    assert just.kind == "text"


@pytest.mark.parametrize(
    ("width", "height", "version"),
    [(708, 398, 15), (1900, 1070, 15), (300, 170, 15), (260, 146, 14), (100, 60, 2), (60, 50, 0)],
)
def test_modules_are_large_enough_on_small_screens(width: float, height: float, version: int) -> None:
    held = capacity(Screen(width=width, height=height))
    assert held == (CAPACITY[version - 1] - UTF_8_MARK if version else 0)
    assert not version or 0.5 * min(width, height) / (17 + 4 * version + 8) >= 0.9


# The forms


def test_a_contact_card() -> None:
    card = Contact(
        name=text("Roy, Marie"), organisation=text("Lantern; House"), phone="+33 1 23 45 67 89", email="m@example.org",
        address=text("1 River Street\nMilltown"), web=Text({"fr": "https://example.org/fr", "en": "https://example.org"}),
    )  # fmt: skip
    assert rows(vcard(card, "en"))[2:] == [
        ("N", ["Roy, Marie", "", "", "", ""]),
        ("FN", ["Roy, Marie"]),
        ("ORG", ["Lantern; House"]),
        ("TEL;TYPE=VOICE", ["+33 1 23 45 67 89"]),
        ("EMAIL", ["m@example.org"]),
        ("ADR", ["", "", "1 River Street, Milltown", "", "", "", ""]),
        ("URL", ["https://example.org"]),
        ("END", ["VCARD"]),
    ]
    assert ("URL", ["https://example.org/fr"]) in rows(vcard(card, "fr"))


def test_a_calendar_entry() -> None:
    begin = datetime(2027, 5, 14, 18)  # noqa: DTZ001 (local, as on a poster)
    end = begin + timedelta(hours=3, minutes=30)
    night = Event(title=text("Night, by candle; \\light"), start=begin, end=end, place=text("Hall 1"))
    assert rows(calendar(night, "night", "en")) == [
        ("BEGIN", ["VCALENDAR"]),
        ("VERSION", ["2.0"]),
        ("PRODID", ["-//Lobby kiosk//EN"]),
        ("BEGIN", ["VEVENT"]),
        ("UID", ["night-20270514T180000"]),
        ("DTSTAMP", ["20270514T180000Z"]),
        ("DTSTART", ["20270514T180000"]),
        ("DTEND", ["20270514T213000"]),
        ("SUMMARY", ["Night, by candle; \\light"]),
        ("LOCATION", ["Hall 1"]),
        ("END", ["VEVENT"]),
        ("END", ["VCALENDAR"]),
    ]


def test_whole_days_end_on_the_day_after() -> None:
    days = Event(title=text("Fair"), start=date(2027, 12, 30), end=date(2027, 12, 31))
    told = rows(calendar(days, "fair", "en"))
    assert ("DTSTART;VALUE=DATE", ["20271230"]) in told
    assert ("DTEND;VALUE=DATE", ["20280101"]) in told


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=120), st.sampled_from(("en", "fr", "ja")))
def test_any_name_is_read_back(name: str, language: str) -> None:
    card = dict(rows(vcard(Contact(name=text(name)), language)))
    assert card["FN"] == card["N"][:1] == [plain(name, language)]
