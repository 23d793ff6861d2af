"""Keys on the real stage: where each leads the focus, what it presses, and that everything can be reached."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from kiosk.content.model import Show
from tests.bridge.shows import ABC, Lobby, show_of, statement
from tests.items import below, class_name

Key = Qt.Key
ARROWS = (Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left)


class Pad:
    """A lobby on a stage without motion, and keys to steer it by."""

    def __init__(self, qtbot: QtBot, show: Show = ABC) -> None:
        self._qtbot = qtbot
        self.lobby = Lobby(show)
        self.stage = Stage(self.lobby.show, QSize(1920, 1080), is_still=True)
        self.window = self.stage.window
        # The platform of the tests activates a window at once.
        with qtbot.waitExposed(self.window):
            self.window.show()
        assert self.window.isActive()

    def find(self, kind: str) -> Any:
        """The item of a QML type."""
        found = [item for item in below(self.window.contentItem()) if class_name(item).startswith(kind)]
        assert len(found) == 1
        return found[0]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window, key)
            # The focus enters or leaves a panel in a step of its own.
            QGuiApplication.processEvents()

    def wake(self) -> None:
        self.press(Key.Key_Space)

    @property
    def focus(self) -> str:
        """The name of the control in focus, empty when none is."""
        item = self.window.activeFocusItem()
        return str(item.property("name") or "") if item else ""

    @property
    def has_ring(self) -> bool:
        return bool(self.find("FocusRing").isVisible())

    def around(self, key: Qt.Key) -> list[str]:
        """The names that a key leads to, until it comes back to the first."""
        names: list[str] = []
        while not names or self.focus != names[0]:
            names.append(self.focus)
            self.press(key)
            assert len(names) < 50, names
        return names

    def seek(self, name: str, key: Qt.Key) -> None:
        """Go on with a key until a control is in focus."""
        names = [self.focus]
        while names[-1] != name:
            self.press(key)
            assert len(names) < 20, f"{name} is not among {names}"
            names.append(self.focus)

    def reached_by_arrows(self) -> set[str]:
        """The names of all the controls that arrows lead to from where the focus is, and further from there."""
        start = self.window.activeFocusItem()
        reached = {self.focus: start}
        waiting = [start]
        while waiting:
            here = waiting.pop()
            for key in ARROWS:
                here.forceActiveFocus()
                self.press(key)
                if self.focus and self.focus not in reached:
                    reached[self.focus] = self.window.activeFocusItem()
                    waiting.append(self.window.activeFocusItem())
        start.forceActiveFocus()
        return set(reached)

    def usable(self) -> set[str]:
        """The names of all the controls that can be pressed now."""
        items = (item for item in below(self.window.contentItem()) if item.property("isPressed") is not None)
        return {item.property("name") for item in items if item.isVisible() and item.isEnabled()}


@pytest.fixture
def pad(qtbot: QtBot) -> Iterator[Callable[..., Pad]]:
    """Opens a stage, and closes each."""
    opened: list[Pad] = []

    def open_one(show: Show = ABC) -> Pad:
        opened.append(Pad(qtbot, show))
        return opened[-1]

    yield open_one
    for each in opened:
        each.stage.close()


Open = Callable[..., Pad]


# On the slide


def test_the_key_that_wakes_only_wakes(pad: Open) -> None:
    it = pad()
    for key in (Key.Key_Down, Key.Key_Tab, Key.Key_Return, Key.Key_PageDown):
        it.press(key)
        assert (it.lobby.slide, it.lobby.show.isVisit, it.lobby.show.panel, it.focus) == ("a", True, "", "")
        it.press(Key.Key_Escape)
        assert not it.lobby.show.isVisit


def test_the_key_that_answers_the_question_only_answers(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down)
    it.lobby.wait(60)
    assert it.lobby.show.isWarning and not it.has_ring
    it.press(Key.Key_Return)
    assert (it.lobby.slide, it.lobby.show.isWarning) == ("a", False)


def test_while_the_screen_is_cleaned_keys_do_nothing(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down)
    it.lobby.show.clean()
    it.press(Key.Key_Return, Key.Key_Right, Key.Key_Tab)
    assert (it.lobby.slide, it.lobby.show.isCleaning, it.has_ring) == ("a", True, False)


def test_sideways_keys_turn_slides_until_the_controls_are_entered(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Right, Key.Key_PageDown, Key.Key_Left)
    assert (it.lobby.slide, it.focus) == ("b", "")
    it.press(Key.Key_Down)
    first = it.focus
    it.press(Key.Key_Right)
    assert it.focus not in ("", first) and it.lobby.slide == "b"
    it.press(Key.Key_PageDown, Key.Key_Up, Key.Key_Right)
    assert (it.lobby.slide, it.focus) == ("d", "")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_presses_the_control_in_focus(pad: Open, key: Qt.Key) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down)
    assert (it.focus, it.has_ring) == ("Suivant", True)
    it.press(key, key)
    assert (it.lobby.slide, it.focus) == ("c", "Suivant")


def test_a_key_held_down_presses_once(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down)
    for is_repeat in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_repeat)
        QGuiApplication.sendEvent(it.window, key)
    assert it.lobby.slide == "b"


def test_escape_leaves_the_controls_and_then_the_visit(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down, Key.Key_Escape)
    assert (it.focus, it.has_ring, it.lobby.show.isVisit) == ("", False, True)
    it.press(Key.Key_Escape)
    assert not it.lobby.show.isVisit


def test_arrows_and_tab_reach_every_control_of_the_footer(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down)
    assert len(it.usable()) >= 6
    assert it.reached_by_arrows() == it.usable()
    assert set(it.around(Key.Key_Tab)) == it.usable()
    assert set(it.around(Key.Key_Backtab)) == it.usable()


def test_a_touch_takes_the_focus_away(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down)
    QTest.mousePress(it.window, Qt.MouseButton.LeftButton, pos=QPoint(900, 500))
    QTest.mouseRelease(it.window, Qt.MouseButton.LeftButton, pos=QPoint(900, 500))
    assert (it.focus, it.has_ring) == ("", False)


def test_after_a_reset_nothing_is_in_focus(pad: Open) -> None:
    it = pad()
    it.wake()
    it.press(Key.Key_Down)
    it.lobby.wait(60)
    it.lobby.wait(30)
    assert (it.lobby.show.isVisit, it.focus, it.has_ring) == (False, "", False)


@pytest.fixture
def parted(pad: Open) -> Pad:
    """A slide in large text that has several parts, in a visit."""
    it = pad(show_of(statement("a", "A long story. " * 80), statement("b")))
    it.wake()
    it.lobby.show.chooseTextSize(2)
    QGuiApplication.processEvents()
    assert {"Vers le haut", "Vers le bas"} & it.usable()
    return it


def test_the_page_keys_turn_the_parts_of_a_slide_before_the_slide(parted: Pad) -> None:
    slides = []
    while "b" not in slides:
        parted.press(Key.Key_PageDown)
        slides.append(parted.lobby.slide)
        assert len(slides) < 30
    assert slides.count("a") > 1


def test_the_page_keys_do_nothing_below_a_panel_and_only_answer_a_question(parted: Pad) -> None:
    before = parted.usable()
    parted.lobby.show.openComfort()
    parted.press(Key.Key_PageDown, Key.Key_Escape)
    parted.lobby.wait(1000)
    assert parted.lobby.show.isWarning
    parted.press(Key.Key_PageDown)
    assert (parted.lobby.slide, parted.lobby.show.isWarning, parted.usable()) == ("a", False, before)


def test_arrows_reach_the_controls_of_the_parts_and_of_the_footer(parted: Pad) -> None:
    parted.press(Key.Key_Down)
    assert parted.reached_by_arrows() >= parted.usable()


# In a panel

LANGUAGES = ("fr", "en", "de", "ja")


@pytest.fixture
def choosing(pad: Open) -> Pad:
    """The list of languages, opened by its control, which the arrows found."""
    it = pad(show_of(languages=LANGUAGES))
    it.wake()
    it.press(Key.Key_Down)
    it.seek("Français", Key.Key_Right)
    it.press(Key.Key_Return)
    assert it.lobby.show.panel == "languages"
    return it


def test_a_panel_begins_with_what_holds_now(choosing: Pad) -> None:
    assert (choosing.focus, choosing.has_ring) == ("Français", True)


def test_keys_stay_within_a_panel_and_reach_all_of_it(choosing: Pad) -> None:
    assert len(choosing.usable()) == len(LANGUAGES) + 1
    assert choosing.reached_by_arrows() == choosing.usable()
    for key in (Key.Key_Tab, Key.Key_Backtab, Key.Key_PageDown, Key.Key_PageUp):
        assert set(choosing.around(key)) == choosing.usable()


def test_home_leads_to_the_beginning_of_a_panel(choosing: Pad) -> None:
    choosing.press(Key.Key_Tab, Key.Key_Home)
    assert choosing.focus == "Français"


def test_enter_chooses_in_a_panel(choosing: Pad) -> None:
    choosing.press(Key.Key_Down, Key.Key_Return)
    assert (choosing.lobby.show.panel, choosing.lobby.show.current.isRightToLeft) == ("", False)
    assert choosing.lobby.events[-1].language == "en"


def test_the_focus_returns_to_the_control_that_opened_the_panel(choosing: Pad) -> None:
    choosing.press(Key.Key_Escape)
    assert (choosing.lobby.show.panel, choosing.focus, choosing.has_ring) == ("", "Français", True)


def test_a_panel_opened_by_touch_is_entered_by_the_first_key(pad: Open) -> None:
    it = pad(show_of(languages=LANGUAGES))
    it.lobby.show.touched()
    it.lobby.show.changeLanguage()
    QGuiApplication.processEvents()
    assert it.focus == ""
    it.press(Key.Key_Down)
    assert it.focus == "Français"


# They stand in several columns, of which some are out of sight.
MANY_LANGUAGES = (
    *("fr", "en", "de", "es", "it", "pt", "nl", "sv", "da"),
    *("fi", "pl", "cs", "hu", "tr", "ru", "el", "ko", "ja"),
)


def just_opened(pad: Open) -> Pad:
    """A list of many languages that has the focus, before its first frame. No fixture: pytest-qt draws after those."""
    it = pad(show_of(statement("a"), languages=MANY_LANGUAGES))
    it.wake()
    it.lobby.show.changeLanguage()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    assert it.focus == "Français"
    return it


def test_tab_before_the_first_frame_of_a_panel_misses_nothing(pad: Open) -> None:
    it = just_opened(pad)
    names = [it.focus]
    for _ in MANY_LANGUAGES[1:]:
        QTest.keyClick(it.window, Key.Key_Tab)
        names.append(it.focus)
    assert names == list(it.lobby.show.languages)


def test_an_arrow_before_the_first_frame_of_a_panel_leads_to_what_is_drawn_there(pad: Open, qtbot: QtBot) -> None:
    it = just_opened(pad)
    QTest.keyClick(it.window, Key.Key_Right)
    early = it.focus
    with qtbot.waitSignal(it.window.frameSwapped):
        it.window.update()
    it.press(Key.Key_Home, Key.Key_Right)
    assert it.focus == early != "Français"


def test_what_scrolls_brings_the_focus_into_view(pad: Open, qtbot: QtBot) -> None:
    it = pad(show_of(statement("a"), languages=MANY_LANGUAGES))
    it.wake()
    it.lobby.show.changeLanguage()
    QGuiApplication.processEvents()
    # Rows out of sight are made between frames.
    qtbot.waitUntil(lambda: len(it.usable()) == len(MANY_LANGUAGES) + 1)
    assert set(it.around(Key.Key_Tab)) == it.usable()
    for _ in MANY_LANGUAGES:
        it.press(Key.Key_Tab)
        item = it.window.activeFocusItem()
        place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        assert QRectF(0, 0, 1920, 1080).contains(place)


MANY = show_of(*(statement(f"s{number}", f"Words of {number}") for number in range(14)))


@pytest.mark.parametrize("opening", ["openOverview", "openSearch", "openComfort", "openTakeAway"])
def test_arrows_and_tab_reach_all_of_every_panel(pad: Open, qtbot: QtBot, opening: str) -> None:
    it = pad(MANY)
    it.wake()
    getattr(it.lobby.show, opening)()
    qtbot.waitUntil(lambda: it.focus != "")
    usable = it.usable()
    assert it.reached_by_arrows() == usable
    assert set(it.around(Key.Key_Tab)) == set(it.around(Key.Key_Backtab)) == usable
    it.press(Key.Key_Escape)
    assert (it.lobby.show.panel, it.lobby.show.isVisit) == ("", True)


# The ring


@pytest.mark.parametrize("slide", ["a", "b"])
def test_the_ring_is_light_and_dark_whatever_is_behind_it_and_whole(pad: Open, slide: str) -> None:
    it = pad()
    it.lobby.show.restart("fr", slide)
    it.wake()
    it.press(Key.Key_Down)
    for _ in it.usable():
        it.press(Key.Key_Tab)
        picture = it.window.grabWindow()
        ring = it.find("FocusRing")
        box = ring.mapRectToScene(QRectF(0, 0, ring.width(), ring.height()))
        assert QRectF(0, 0, 1920, 1080).contains(box)
        # From the outside in, half-way down its left edge.
        edge = [picture.pixelColor(round(box.left()) + x, round(box.center().y())).name() for x in range(8)]
        assert edge == 4 * ["#ffffff"] + 4 * ["#000000"]


# The way of an arrow

Nearest = Callable[[list[QRectF], QRectF, str], int]


@pytest.fixture(scope="module")
def nearest(qapp: QGuiApplication) -> Iterator[Nearest]:
    """The index of the box that an arrow leads to."""
    lobby = Lobby()
    stage = Stage(lobby.show, QSize(1920, 1080), is_still=True)
    items = below(stage.window.contentItem())
    navigation: Any = next(item for item in items if class_name(item).startswith("Navigation"))
    yield lambda boxes, origin, direction: int(navigation.nearest(boxes, origin, direction))
    stage.close()


def box(left: float, top: float, width: float = 10, height: float = 10) -> QRectF:
    return QRectF(left, top, width, height)


@pytest.mark.parametrize(
    ("direction", "boxes", "expected"),
    [
        pytest.param("right", [box(40, 0), box(20, 0), box(-20, 0)], 1, id="the nearest along the line"),
        pytest.param("left", [box(40, 0), box(-40, 0), box(-20, 5)], 2, id="a line need not be straight"),
        pytest.param("right", [box(20, 30)], -1, id="what is on another line is not beside"),
        pytest.param("down", [box(0, 60), box(50, 20)], 1, id="a line nearer by comes first, even aside"),
        pytest.param("down", [box(40, 20), box(15, 22), box(-50, 20)], 1, id="on the next line the nearest"),
        pytest.param("down", [box(-50, 20, 100), box(12, 20)], 0, id="what is straight below is nearest"),
        pytest.param("up", [box(0, 20), box(0, -40), box(0, -20)], 2, id="upwards"),
        pytest.param("up", [box(0, 0)], -1, id="the same place is not ahead"),
        pytest.param("down", [], -1, id="nothing"),
    ],
)
def test_an_arrow_leads_to_the_nearest(nearest: Nearest, direction: str, boxes: list[QRectF], expected: int) -> None:
    assert nearest(boxes, box(0, 0), direction) == expected


# Lines of a keyboard, a grid or a footer: each with boxes of its own widths, further in than the one above or not.
lines = some.lists(
    some.tuples(some.integers(0, 80), some.lists(some.integers(20, 200), min_size=1, max_size=8)),
    min_size=1,
    max_size=5,
)


@given(lines)
def test_arrows_reach_every_box_of_every_line(nearest: Nearest, lines: list[tuple[int, list[int]]]) -> None:
    boxes = []
    for row, (indent, widths) in enumerate(lines):
        left = indent
        for width in widths:
            boxes.append(box(left, 50 * row, width, 40))
            left += width + 5
    reached = {0}
    waiting = [0]
    while waiting:
        here = waiting.pop()
        for direction in ("left", "right", "up", "down"):
            others = [*boxes[:here], *boxes[here + 1 :]]
            found = nearest(others, boxes[here], direction)
            index = found + (found >= here)
            if found >= 0 and index not in reached:
                reached.add(index)
                waiting.append(index)
    assert len(reached) == len(boxes)
