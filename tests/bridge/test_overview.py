from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.bridge.overview import ThumbnailProvider, Thumbnails
from tests.bridge.shows import ABC, Lobby, section, show_of, statement

KILOBYTE = 1024


def picture(kilobytes: int = 4) -> QImage:
    return QImage(16, 16 * kilobytes, QImage.Format.Format_RGB32)


def kept(thumbnails: Thumbnails) -> list[int]:
    return [position for position in range(20) if position in thumbnails]


# The store


def test_the_least_recently_seen_are_thrown_away() -> None:
    thumbnails = Thumbnails(limit=12 * KILOBYTE)
    for position in range(3):
        assert thumbnails.keep(position, picture(), range(0))
    thumbnails.see(range(1))
    assert thumbnails.keep(7, picture(), range(7, 8))
    assert (kept(thumbnails), thumbnails.size) == ([0, 2, 7], 12 * KILOBYTE)


def test_what_is_on_the_screen_is_never_thrown_away_for_more_of_it() -> None:
    thumbnails = Thumbnails(limit=12 * KILOBYTE)
    seen = range(9)
    assert [thumbnails.keep(position, picture(), seen) for position in range(5)] == [True, True, True, False, False]
    assert (kept(thumbnails), thumbnails.size) == ([0, 1, 2], 12 * KILOBYTE)


def test_a_picture_larger_than_the_limit_is_not_kept() -> None:
    thumbnails = Thumbnails(limit=12 * KILOBYTE)
    assert not thumbnails.keep(0, picture(16), range(1))
    assert thumbnails.size == 0


def test_qml_gets_pictures_by_their_address(qapp: object) -> None:
    thumbnails = Thumbnails()
    thumbnails.keep(3, picture(), range(3, 4))
    provider = ThumbnailProvider(thumbnails)
    assert provider.requestImage("7/3", QSize(), QSize()).size() == QSize(16, 64)
    assert provider.requestImage("7/4", QSize(), QSize()).isNull()


# The view model


@pytest.fixture
def lobby(qapp: object) -> Lobby:
    """A visit on the second slide, with the overview open in two columns."""
    lobby = Lobby()
    lobby.show.next()
    lobby.show.openOverview()
    lobby.show.overview.columns = 2
    lobby.show.overview.size = QSize(16, 16)
    return lobby


def draw(overview: Any) -> Iterator[str]:
    """Draws everything that waits; the ids of the slides."""
    while overview.isWaiting:
        overview.drawNext()
        yield overview.drawing.slideId
        overview.drawn(overview.drawing, picture())


def fields(overview: Any) -> list[tuple[Any, ...]]:
    model = overview.rows
    names = model.roleNames()
    return [tuple(model.data(model.index(row, 0), role) for role in names) for row in range(model.rowCount())]


def test_slides_stand_in_rows_under_their_sections(lobby: Lobby) -> None:
    overview = lobby.show.overview
    assert fields(overview) == [(0, 0, 2, True), (1, 2, 2, True)]
    assert overview.sections == ["Arrivals", "Crafts"]
    assert [overview.title(position) for position in range(-1, 5)] == ["", "Arrivals", "Words", "Crafts", "Words", ""]
    assert (overview.sectionOf(3), overview.rowOf(3), overview.rowOfSection(1)) == (1, 1, 1)


def test_slides_before_the_first_section_stand_under_the_name_of_the_show(qapp: object) -> None:
    lobby = Lobby(show_of(statement("welcome"), section("a", "*Arrivals*")))
    lobby.show.touched()
    overview = lobby.show.overview
    assert overview.sections == ["Lantern House", "Arrivals"]
    assert [overview.heading(number) for number in (0, 1)] == ["Lantern House", "<i>Arrivals</i>"]


def test_only_what_is_seen_is_drawn_and_only_once(lobby: Lobby) -> None:
    overview = lobby.show.overview
    assert (list(draw(overview)), overview.first, overview.extent) == ([], -1, "")
    overview.see(1, 1)
    assert (list(draw(overview)), overview.first, overview.extent) == (["c", "d"], 2, "3–4 sur 4")
    overview.see(0, 1)
    assert (list(draw(overview)), overview.section) == (["a", "b"], 0)


def test_one_slide_is_drawn_at_a_time(lobby: Lobby) -> None:
    overview = lobby.show.overview
    overview.see(0, 1)
    overview.drawNext()
    drawing = overview.drawing
    overview.drawNext()
    assert (overview.drawing is drawing, overview.isWaiting) == (True, False)


def test_a_slide_that_goes_out_of_sight_is_not_waited_for(lobby: Lobby) -> None:
    overview = lobby.show.overview
    overview.see(0, 0)
    overview.drawNext()
    late = overview.drawing
    overview.see(1, 1)
    assert overview.drawing is None
    overview.drawn(late, picture())
    assert kept(overview.thumbnails) == []


def test_a_drawn_slide_is_announced_and_has_an_address(lobby: Lobby) -> None:
    overview = lobby.show.overview
    heard: list[int] = []
    overview.thumbnailChanged.connect(heard.append)
    assert overview.thumbnail(0) == ""
    overview.see(0, 0)
    list(draw(overview))
    assert heard == [0, 1]
    assert overview.thumbnail(0).startswith("image://thumbnails/")


def test_a_slide_that_cannot_be_drawn_is_not_tried_again(lobby: Lobby) -> None:
    overview = lobby.show.overview
    overview.see(0, 0)
    overview.drawNext()
    overview.failed(overview.drawing)
    assert (list(draw(overview)), overview.thumbnail(0)) == (["b"], "")


def test_the_slides_of_the_deck_are_not_those_of_the_thumbnails(lobby: Lobby) -> None:
    current = lobby.show.current
    overview = lobby.show.overview
    overview.see(0, 1)
    list(draw(overview))
    assert lobby.show.current is current


@pytest.mark.parametrize(
    "change",
    [
        lambda show: show.chooseLanguage(1),
        lambda show: show.chooseTextSize(1),
        lambda show: show.setHighContrast(True),
        lambda show: show.replace(ABC, "2"),
        lambda show: setattr(show.overview, "size", QSize(32, 32)),
    ],
    ids=["language", "text size", "contrast", "content", "size"],
)
def test_another_look_needs_other_pictures(lobby: Lobby, change: Any) -> None:
    overview = lobby.show.overview
    overview.see(0, 1)
    list(draw(overview))
    address = overview.thumbnail(0)
    change(lobby.show)
    assert (kept(overview.thumbnails), overview.thumbnail(0)) == ([], "")
    lobby.show.openOverview()
    overview.see(0, 1)
    assert list(draw(overview)) == ["a", "b", "c", "d"]
    assert overview.thumbnail(0) != address


def test_closed_and_opened_again_it_has_kept_them(lobby: Lobby) -> None:
    overview = lobby.show.overview
    overview.see(0, 0)
    list(draw(overview))
    lobby.show.goTo(2)
    assert (lobby.slide, lobby.show.panel, overview.first) == ("c", "", -1)
    lobby.show.openOverview()
    overview.see(0, 0)
    assert list(draw(overview)) == []


def test_when_it_closes_nothing_more_is_drawn(lobby: Lobby) -> None:
    overview = lobby.show.overview
    overview.see(0, 1)
    overview.drawNext()
    lobby.show.closePanel()
    assert (overview.drawing, overview.isWaiting) == (None, False)


@pytest.mark.parametrize("end", [lambda show: show.resume(), lambda show: show.restart("fr", "a")])
def test_nothing_of_it_outlives_the_visit(lobby: Lobby, end: Any) -> None:
    overview = lobby.show.overview
    overview.see(0, 1)
    overview.drawNext()
    overview.drawn(overview.drawing, picture())
    overview.drawNext()
    end(lobby.show)
    assert (overview.drawing, overview.rows, overview.first, overview.thumbnails.size) == (None, None, -1, 0)


def test_without_content_it_is_empty(qapp: object) -> None:
    overview = Lobby(None).show.overview
    overview.columns = 3
    overview.see(0, 5)
    overview.drawNext()
    assert (overview.rows, overview.drawing, overview.title(0), overview.sections) == (None, None, "", [])
