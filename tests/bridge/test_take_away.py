"""The codes to take away, read as phones read them."""

from itertools import product

import pytest

from kiosk.bridge import take_away
from kiosk.bridge.slides import QUIET_ZONE
from kiosk.content.model import NamedPoint, TakeAway
from kiosk.content.reader import read, shipped_content
from kiosk.show.take_away import CAPACITY, Offer, capacity
from tests.bridge.qr import side_of, text_in
from tests.bridge.shows import Lobby, section, show_of, statement, text

LARGEST = 17 + 4 * len(CAPACITY) + 2 * QUIET_ZONE
"""The side of the finest code, in modules."""


@pytest.mark.parametrize("payload", ["Hello.", "Où\u202f? «\u00a0Ici\u00a0»", "البحر هنا", "海です。\n北海", "ẞ😀"])
def test_a_phone_reads_what_was_written(qapp: object, payload: str) -> None:
    assert text_in(take_away.code(Offer("text", "", payload))) == payload


@pytest.mark.parametrize("letter", ["a", "é", "海"])
def test_the_finest_code_is_read(qapp: object, letter: str) -> None:
    payload = letter * (capacity(None) // len(letter.encode()))
    code = take_away.code(Offer("text", "", payload))
    assert side_of(code) == LARGEST
    assert text_in(code) == payload


def test_all_codes_that_ship_are_read(qapp: object) -> None:
    show = read(shipped_content()).show
    assert show
    pages = [(slide, language) for slide, language in product(show.slides, show.languages)]
    offers = [told for slide, language in pages if (told := take_away.offer(slide, show, language))]
    assert len(offers) > 40
    for told in offers:
        assert text_in(take_away.code(told)) == told.payload


def test_a_visit_is_offered_the_page(qapp: object) -> None:
    lobby = Lobby(show_of(statement("a", "Hello"), section("b"), languages=("en",)))
    assert not lobby.show.hasTakeAway
    lobby.show.touched()
    assert (lobby.show.hasTakeAway, lobby.show.takeAwayKind, lobby.show.takeAwayCode) == (True, "text", "")
    lobby.show.openTakeAway()
    assert lobby.show.panel == "take-away"
    assert text_in(lobby.show.takeAwayCode) == "Hello\n\nLantern House"
    lobby.show.next()
    assert (lobby.show.hasTakeAway, lobby.show.takeAwayKind, lobby.show.takeAwayAbout) == (False, "", "")


def test_an_address_is_escaped_as_in_links(qapp: object) -> None:
    point = NamedPoint(latitude=46.5, longitude=6.25, label=text("Café"))
    lobby = Lobby(
        show_of(
            statement("a", take_away=TakeAway(map=point)),
            statement("b", take_away=TakeAway(address=text("https://example.org/é"))),
        )
    )
    lobby.show.openTakeAway()
    assert text_in(lobby.show.takeAwayCode) == "geo:46.5,6.25?q=46.5,6.25(Caf%C3%A9)"
    lobby.show.next()
    lobby.show.openTakeAway()
    assert text_in(lobby.show.takeAwayCode) == "https://example.org/%C3%A9"
    assert lobby.show.takeAwayAbout == "example.org/é"
