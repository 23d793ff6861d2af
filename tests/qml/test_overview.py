"""The overview on the real stage: what it draws, and what a tap does. Every Qt warning fails a test."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from kiosk.content.model import Show, Theme
from kiosk.content.reader import read
from tests.bridge.shows import Lobby, section, show_of, statement
from tests.items import below

LARGE = show_of(
    *(section(f"s{n}", f"Chapter {n}") if n % 20 == 0 else statement(f"s{n}") for n in range(1000)), languages=("en",)
)
WORLD = Path(__file__).resolve().parents[1] / "data" / "shows" / "world" / "content.yaml"
WIDE, TALL = QSize(960, 540), QSize(540, 960)
# Where the rows begin in a wide window.
TOP = 65
ACCENT = QColor("#0000c0")
SMALL = show_of(
    section("a", "Arrivals"),
    statement("b"),
    section("c", "Crafts"),
    statement("d"),
    languages=("en", "ar"),
    theme=Theme(accent=ACCENT.name()),
)


class Hall:
    """A visit with the overview open."""

    def __init__(self, bot: QtBot, show: Show, slide_id: str, size: QSize) -> None:
        self._bot = bot
        self.lobby = Lobby(show, slide_id=slide_id)
        self.stage = Stage(self.lobby.show, size, is_still=True)
        self.window = self.stage.window
        with bot.waitExposed(self.window):
            self.window.show()
        self.lobby.show.touched()
        self.lobby.show.openOverview()
        self.overview = self.lobby.show.overview
        self.all_drawn()

    def all_drawn(self) -> None:
        self._bot.waitUntil(
            lambda: self.overview.first >= 0 and not self.overview.isWaiting and self.overview.drawing is None
        )

    def next_frame(self, act: Callable[[], object]) -> None:
        with self._bot.waitSignal(self.window.frameSwapped):
            act()

    def until(self, is_so: Callable[[], bool]) -> None:
        self._bot.waitUntil(is_so)

    def items(self, *properties: str) -> list[QQuickItem]:
        """All items that have these properties."""
        found = below(self.window.contentItem())
        return [item for item in found if all(item.property(name) is not None for name in properties)]

    @property
    def thumbnails(self) -> list[QQuickItem]:
        return self.items("position", "title")

    @property
    def sheet(self) -> QQuickItem:
        return self.items("askedSection")[0]

    def thumbnail(self, position: int) -> QQuickItem:
        return next(item for item in self.thumbnails if item.property("position") == position)

    def control(self, name: str) -> QQuickItem:
        return next(item for item in self.items("drawing") if item.property("name") == name and item.isVisible())

    def middle(self, item: QQuickItem) -> QPoint:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 3)).toPoint()

    def tap(self, item: QQuickItem) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.middle(item))

    def picture(self, item: QQuickItem) -> QImage:
        place = item.mapRectToScene(item.boundingRect()).toRect()
        return self.window.grabWindow().copy(place)


@pytest.fixture(scope="module")
def device(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def hall(qtbot: QtBot) -> Iterator[Callable[..., Hall]]:
    opened: list[Hall] = []

    def open_one(show: Show = SMALL, slide_id: str = "a", size: QSize = WIDE) -> Hall:
        opened.append(Hall(qtbot, show, slide_id, size))
        return opened[-1]

    yield open_one
    for each in opened:
        each.stage.close()


Open = Callable[..., Hall]


def test_thumbnails_show_the_slides(hall: Open) -> None:
    it = hall()
    assert [item.property("position") for item in it.thumbnails] == [0, 1, 2, 3]
    corners = [it.picture(it.thumbnail(position)).pixelColor(8, 60) for position in range(4)]
    assert [colour == ACCENT for colour in corners] == [True, False, True, False]


@pytest.mark.parametrize("size", [WIDE, TALL], ids=["wide", "tall"])
def test_a_tap_goes_to_the_slide(hall: Open, size: QSize) -> None:
    it = hall(size=size)
    it.tap(it.thumbnail(3))
    assert (it.lobby.slide, it.lobby.show.panel) == ("d", "")
    assert it.overview.drawing is None


def test_it_closes(hall: Open) -> None:
    it = hall()
    it.tap(it.control("Close"))
    assert (it.lobby.slide, it.lobby.show.panel) == ("a", "")


def test_a_large_show_opens_at_its_place_and_draws_what_is_seen(hall: Open) -> None:
    it = hall(LARGE, "s503")
    seen = range(it.overview.first, it.overview.first + 40)
    assert 503 in seen
    assert len(it.thumbnails) < 40
    assert all(position not in it.overview.thumbnails for position in range(1000) if position not in seen)
    current = it.thumbnail(503)
    assert current.property("isCurrent")
    assert it.window.contentItem().boundingRect().contains(current.mapRectToScene(current.boundingRect()))


def test_at_its_end_a_whole_row_comes_first(hall: Open) -> None:
    it = hall(LARGE, "s999")
    row = min(it.items("opensSection"), key=lambda row: abs(row.mapToScene(QPointF(0, 0)).y() - TOP))
    assert abs(row.mapToScene(QPointF(0, 0)).y() - TOP) < 1
    assert not it.control("Down").isEnabled()


def test_a_long_one_moves_by_its_controls(hall: Open) -> None:
    it = hall(LARGE, "s500")
    first = it.overview.first
    it.tap(it.control("Down"))
    it.until(lambda: bool(it.overview.first > first))
    it.all_drawn()
    it.tap(it.control("Up"))
    it.until(lambda: bool(it.overview.first == first))


def test_a_finger_moves_it_and_presses_nothing(hall: Open, device: QPointingDevice) -> None:
    it = hall(LARGE, "s500")
    first, start = it.overview.first, it.middle(it.thumbnail(505))

    def move(way: int) -> None:
        QTest.touchEvent(it.window, device).move(0, start - QPoint(0, way), it.window).commit()

    QTest.touchEvent(it.window, device).press(0, start, it.window).commit()
    for way in (20, 60, 120, 180):
        it.next_frame(partial(move, way))
    QTest.touchEvent(it.window, device).release(0, start - QPoint(0, 180), it.window).commit()
    it.until(lambda: bool(it.overview.first > first))
    assert (it.lobby.slide, it.lobby.show.panel) == ("s500", "overview")
    it.all_drawn()
    position = it.overview.first + 5
    it.tap(it.thumbnail(position))
    assert it.lobby.slide == f"s{position}"


def test_nothing_is_drawn_while_a_finger_is_down(hall: Open, device: QPointingDevice) -> None:
    it = hall(LARGE, "s500")
    place = it.middle(it.thumbnail(500))
    QTest.touchEvent(it.window, device).press(0, place, it.window).commit()
    assert it.sheet.property("isMoving")
    QTest.touchEvent(it.window, device).release(0, place, it.window).commit()
    assert it.lobby.slide == "s500"


def test_the_rail_leads_to_a_section(hall: Open) -> None:
    it = hall(LARGE, "s500")
    row = next(item for item in it.items("name") if item.property("name") == "Chapter 520")
    it.tap(row)
    it.until(lambda: bool(it.overview.first == 520))
    assert it.lobby.show.panel == "overview"


def test_the_memory_stays_within_its_limit(hall: Open) -> None:
    it = hall(LARGE, "s500")
    few = 3 * it.overview.thumbnails.size
    it.overview.thumbnails.__init__(few)
    for _ in range(8):
        first = it.overview.first
        it.tap(it.control("Down"))
        it.until(partial(lambda before: bool(it.overview.first > before), first))
        it.all_drawn()
        assert 0 < it.overview.thumbnails.size <= few


def test_another_language_renews_it(hall: Open) -> None:
    it = hall()
    left = it.thumbnail(0).mapToScene(QPointF(0, 0)).x()
    it.lobby.show.chooseLanguage(1)
    it.lobby.show.openOverview()
    it.all_drawn()
    assert it.thumbnail(0).mapToScene(QPointF(0, 0)).x() > left


def is_shown(item: QQuickItem | None) -> bool:
    return item is None or (item.isVisible() and item.opacity() > 0 and is_shown(item.parentItem()))


def cut(text: QQuickItem) -> bool:
    """Whether something that clips shows a part of a text only."""
    place = text.mapRectToScene(QRectF(0, 0, text.width(), text.height())).adjusted(0, 2, 0, -2)
    within = text.parentItem()
    while within is not None:
        if within.clip():
            clip = within.mapRectToScene(within.boundingRect())
            return bool(clip.intersects(place)) and not clip.contains(place)
        within = within.parentItem()
    return False


@pytest.mark.parametrize(
    ("slide_id", "language", "text_size", "size"),
    [
        ("numbers", "en", 0, QSize(1920, 1080)),
        ("house", "de", 2, QSize(1920, 1080)),
        ("house", "ar", 0, QSize(1080, 1920)),
        ("farewell", "ja", 1, QSize(1080, 1920)),
    ],
)
def test_no_words_are_cut(hall: Open, slide_id: str, language: str, text_size: int, size: QSize) -> None:
    world = read(WORLD).show
    assert world is not None
    it = hall(replace(world, languages=(language,)), slide_id, size)
    it.lobby.show.chooseTextSize(text_size)
    it.all_drawn()
    texts = [item for item in below(it.sheet) if item.inherits("QQuickText") and item.property("text")]
    shown = [text for text in texts if is_shown(text)]
    assert len(shown) > 5
    assert [text.property("text") for text in shown if cut(text) or text.property("truncated")] == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [WIDE, TALL], ids=["wide", "tall"])
def test_every_section_is_reached_by_the_controls_beside_them(hall: Open, size: QSize, language: str) -> None:
    it = hall(replace(LARGE, languages=(language,)), "s0", size)
    rail = it.items("sections", "isHorizontal")[0]
    back, on = (item for item in rail.childItems() if item.property("drawing"))
    is_mirrored = size == TALL and language == "ar"
    assert [button.property("isMirrored") for button in (back, on)] == [is_mirrored, is_mirrored]
    assert (back.x() > on.x()) == is_mirrored

    def in_sight() -> set[int]:
        rows = [item for item in below(rail) if item.property("isCurrent") is not None]
        room = rail.mapRectToScene(rail.boundingRect())
        return {row.property("index") for row in rows if room.contains(row.mapRectToScene(row.boundingRect()).center())}

    for button, other in ((on, back), (back, on)):
        assert (button.isEnabled(), other.isEnabled()) == (True, False)
        seen = in_sight()
        for _ in range(50):
            if button.isEnabled():
                it.next_frame(partial(it.tap, button))
                seen |= in_sight()
        assert seen == set(range(50))


def test_a_reset_leaves_nothing_of_it(hall: Open) -> None:
    it = hall()
    assert it.overview.thumbnails.size > 0
    it.lobby.show.restart("en", "a")
    assert it.overview.thumbnails.size == 0
    it.until(lambda: it.thumbnails == [])


def test_keys_go_from_slide_to_slide(hall: Open) -> None:
    it = hall(LARGE, "s500")
    it.thumbnail(500).forceActiveFocus()
    for key, position in [
        (Qt.Key.Key_Tab, 501),
        (Qt.Key.Key_Backtab, 500),
        (Qt.Key.Key_Backtab, 499),
        (Qt.Key.Key_Down, 503),
        (Qt.Key.Key_PageUp, 502),
        (Qt.Key.Key_PageDown, 503),
    ]:
        QTest.keyClick(it.window, key)
        assert it.window.activeFocusItem().property("position") == position
    QTest.keyClick(it.window, Qt.Key.Key_Return)
    assert it.lobby.slide == "s503"


def test_every_thumbnail_is_a_button_with_number_and_title(hall: Open) -> None:
    it = hall()
    current = QAccessible.queryAccessibleInterface(it.thumbnail(0))
    assert (current.role(), current.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "Slide 1, Arrivals")
    assert current.state().selected
    assert not QAccessible.queryAccessibleInterface(it.thumbnail(1)).state().selected


@pytest.mark.parametrize(
    ("before", "after", "sections"), [(SMALL, LARGE, 50), (LARGE, SMALL, 2)], ids=["grows", "shrinks"]
)
def test_a_show_that_changes_while_it_is_open_is_drawn(hall: Open, before: Show, after: Show, sections: int) -> None:
    it = hall(before, before.slides[0].id)
    it.next_frame(lambda: it.lobby.show.replace(after, "2"))
    it.until(lambda: len(it.overview.sections) == sections)
    it.all_drawn()
    assert all(it.overview.thumbnail(item.property("position")) for item in it.thumbnails[:4])
