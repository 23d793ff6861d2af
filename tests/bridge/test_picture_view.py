"""Looking closely at the picture of a slide."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF
from pytestqt.qtbot import QtBot

from kiosk.content.model import Picture, StatementSlide
from kiosk.content.reader import read
from kiosk.content.values import DECORATIVE, Text
from tests.bridge.shows import show_of, statement, text
from tests.bridge.theatre import HEIGHT, MIDDLE, WIDTH, PanelClock, Theatre
from tests.items import below, class_name

Open = Callable[..., Theatre]

WORLD = Path(__file__).parents[1] / "data" / "shows" / "world" / "content.yaml"
PLAN = WORLD.parent / "images" / "plan.svg"


PLAN_WORDS = text("A plan of the ground floor")


def with_picture(alt: Text = PLAN_WORDS) -> StatementSlide:
    return StatementSlide(id="p", text=text("Words"), duration=10.0, picture=Picture(file=PLAN, alt=alt))


@pytest.fixture
def gallery(theatre: Open, qtbot: QtBot) -> Theatre:
    it = theatre(show_of(with_picture(), statement("b"), languages=("en",)))
    it.tap(QPoint(100, 300))
    return it


def view(it: Theatre) -> Any:
    """The open picture."""
    (found,) = [item for item in below(it.window.contentItem()) if item.property("shownZoom") is not None]
    return found


def opened(it: Theatre, qtbot: QtBot, by: Callable[[], None]) -> Any:
    by()
    assert it.lobby.show.panel == "picture"
    qtbot.waitUntil(lambda: view(it).property("isOpen"))
    return view(it)


def enlarge(it: Theatre) -> None:
    it.tap(it.control("Enlarge picture"))


def picture_place(it: Theatre) -> QPoint:
    (slide,) = [item for item in below(it.window.contentItem()) if item.property("pictureShare") and item.isVisible()]
    place: QRectF = slide.property("picturePlace")
    return place.center().toPoint()


@pytest.mark.parametrize("slide", ["long-text-behind", "premises-behind", "premises-full"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_its_control_covers_no_text(theatre: Open, qtbot: QtBot, slide: str, language: str) -> None:
    show = read(WORLD).show
    assert show is not None
    alone = tuple(each for each in show.slides if each.id == slide)
    it = theatre(replace(show, slides=alone, languages=(language,)))
    it.tap(QPoint(WIDTH // 2, 20))
    (glass,) = [item for item in below(it.window.contentItem()) if class_name(item).startswith("PictureButton")]
    place = glass.mapRectToScene(QRectF(0, 0, glass.width(), glass.height()))
    texts = [item for item in below(it.window.contentItem()) if item.property("contentWidth") and item.isVisible()]
    assert len(texts) > 5
    for each in texts:
        width = each.property("contentWidth")
        inked = QRectF(each.width() - width if language == "ar" else 0, 0, width, each.height())
        assert not place.intersects(each.mapRectToScene(inked)), each.property("text")


def test_one_tap_opens_it_whole_and_one_closes_it(gallery: Theatre, qtbot: QtBot) -> None:
    assert opened(gallery, qtbot, lambda: enlarge(gallery)).property("zoom") == 1
    gallery.tap(gallery.control("Close"))
    assert (gallery.lobby.show.panel, gallery.lobby.slide) == ("", "p")


def test_controls_enlarge_step_by_step_and_back(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    zooms = []
    for _ in range(3):
        gallery.tap(gallery.control("Zoom in"))
        zooms.append(seen.property("zoom"))
    assert zooms == pytest.approx([1.6, 2.56, 4])
    for _ in range(3):
        gallery.tap(gallery.control("Zoom out"))
    assert seen.property("zoom") == pytest.approx(1)


def test_what_is_tapped_comes_to_the_middle(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    for _ in range(3):
        gallery.tap(gallery.control("Zoom in"))
    gallery.tap(QPoint(WIDTH // 2 + 100, 500))
    assert seen.property("pan").x() == pytest.approx(-100)


def test_two_taps_enlarge_at_the_finger_and_two_more_undo_it(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    point = QPoint(WIDTH // 2 + 100, 500)
    gallery.tap(point)
    gallery.tap(point)
    assert (seen.property("zoom"), seen.property("pan").x()) == (pytest.approx(2.5), pytest.approx(-150))


def test_a_finger_moves_the_picture_as_far_as_its_edge(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    for _ in range(3):
        gallery.tap(gallery.control("Zoom in"))
    gallery.drag(-40, -100, -140)
    assert seen.property("pan").x() == pytest.approx(-140, abs=1)
    gallery.move(MIDDLE - QPoint(5000, 0))
    beyond = -seen.property("pan").x()
    gallery.release(MIDDLE - QPoint(5000, 0))
    edge = -seen.property("pan").x()
    assert 140 < edge < beyond < 5000


@pytest.mark.parametrize("opens", ["two taps", "two fingers"])
def test_on_the_slide_fingers_open_it_enlarged(gallery: Theatre, qtbot: QtBot, opens: str) -> None:
    place = picture_place(gallery)

    def by_taps() -> None:
        gallery.tap(place)
        gallery.tap(place)

    seen = opened(gallery, qtbot, by_taps if opens == "two taps" else lambda: pinch(gallery, place, 60, 300))
    assert seen.property("zoom") == pytest.approx(2)


def test_two_fingers_enlarge_what_is_between_them(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    pinch(gallery, QPoint(WIDTH // 2, 400), 100, 300)
    assert 2 < seen.property("zoom") <= 4
    pinch(gallery, QPoint(WIDTH // 2, 400), 400, 40)
    assert seen.property("zoom") == 1


def pinch(it: Theatre, middle: QPoint, begin: int, end: int) -> None:
    """Two fingers about a place, from one distance of each to another."""
    sides = QPoint(1, 0), QPoint(-1, 0)
    for step in range(9):
        reach = round(begin + (end - begin) * step / 8)
        it.hand("press" if step == 0 else "move", [middle + side * reach for side in sides])
        it.draw()
    it.hand("release", [middle + side * end for side in sides])


def test_the_finger_that_rests_while_another_pinches_has_tapped_nothing(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    rests, moves = MIDDLE - QPoint(300, 0), MIDDLE
    gallery.hand("press", [rests, moves])
    for _ in range(8):
        moves += QPoint(40, 0)
        gallery.touch().stationary(0).move(1, moves, gallery.window).commit()
        gallery.draw()
    gallery.touch().stationary(0).release(1, moves, gallery.window).commit()
    zoom, pan = seen.property("zoom"), seen.property("pan")
    assert zoom > 1.1
    gallery.release(rests)
    assert (seen.property("zoom"), seen.property("pan")) == (zoom, pan)


def test_keys_enlarge_and_look_about(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    gallery.key("Down")
    for _ in range(3):
        gallery.key("Plus")
    assert seen.property("zoom") == pytest.approx(4)
    gallery.key("Right")
    assert seen.property("pan").x() < 0
    gallery.key("Minus")
    assert seen.property("zoom") == pytest.approx(2.5)
    gallery.key("Escape")
    assert gallery.lobby.show.panel == ""


def test_a_picture_that_only_adorns_is_not_enlarged(theatre: Open) -> None:
    it = theatre(show_of(with_picture(DECORATIVE), languages=("en",)))
    it.tap(picture_place(it))
    it.tap(picture_place(it))
    it.lobby.show.openPicture()
    assert it.lobby.show.panel == ""
    with pytest.raises(ValueError, match="unpack"):
        it.control("Enlarge picture")


def test_the_reset_leaves_nothing_of_it(gallery: Theatre, qtbot: QtBot) -> None:
    place = picture_place(gallery)
    gallery.tap(place)
    gallery.tap(place)
    assert gallery.lobby.show.panel == "picture"
    gallery.lobby.wait(60)
    gallery.lobby.wait(30)
    assert (gallery.lobby.show.panel, gallery.lobby.show.isVisit) == ("", False)
    assert opened(gallery, qtbot, gallery.lobby.show.openPicture).property("zoom") == 1


def test_the_finer_picture_stays_within_its_limits(gallery: Theatre, qtbot: QtBot) -> None:
    seen = opened(gallery, qtbot, lambda: enlarge(gallery))
    finest = seen.property("finest")
    assert 4 * finest.width() * finest.height() <= 33_000_000
    assert HEIGHT < max(finest.width(), finest.height()) <= 2.5 * HEIGHT


@pytest.mark.parametrize("end", ["cancel", "replug"])
def test_two_taps_open_it_after_touches_that_were_taken_away(gallery: Theatre, end: str) -> None:
    PanelClock(gallery.window)
    for _ in range(2):
        gallery.press(MIDDLE)
        getattr(gallery, end)()
    gallery.lobby.wait(60)
    assert gallery.lobby.show.isWarning
    # It answers the question, and its end comes to the slide below.
    gallery.tap(MIDDLE, finger=1)
    gallery.tap(picture_place(gallery))
    gallery.tap(picture_place(gallery))
    assert gallery.lobby.show.panel == "picture"
