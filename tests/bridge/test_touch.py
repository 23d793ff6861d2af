"""Fingers on the stage: Qt's own touch events, which a virtual screen cannot make."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from kiosk.content.model import Show
from tests.bridge.shows import ABC, Lobby, show_of, statement

WIDTH, HEIGHT = 1920, 1080
MIDDLE = QPoint(WIDTH // 2, HEIGHT // 2)
# The middle of the control, and what is beside it, in a window of this size.
NEXT = QPoint(1095, 1004)
BESIDE_NEXT = QPoint(1095, 850)


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from below(child)


class Theatre:
    """A lobby on a stage, without motion where nothing else is asked, and fingers to touch it with."""

    def __init__(self, qtbot: QtBot, device: QPointingDevice, show: Show = ABC, is_still: bool = True) -> None:
        self._qtbot = qtbot
        self._device = device
        self.lobby = Lobby(show)
        self.stage = Stage(self.lobby.show, QSize(WIDTH, HEIGHT), is_still=is_still)
        self.window = self.stage.window
        with qtbot.waitExposed(self.window):
            self.window.show()
        qtbot.waitUntil(lambda: self.slides == [0])

    @property
    def slides(self) -> list[int]:
        """Where the slides on the screen stand, from left to right, in pixels from its left edge."""
        items = below(self.window.contentItem())
        return sorted(round(item.x()) for item in items if item.property("shift") is not None and item.isVisible())

    @property
    def ready(self) -> int:
        """How many slides are made, on the screen and beside it."""
        return sum(item.property("squeeze") is not None for item in below(self.window.contentItem()))

    def _touch(self) -> Any:
        return QTest.touchEvent(self.window, self._device)

    def press(self, point: QPoint) -> None:
        self._touch().press(0, point, self.window).commit()

    def move(self, point: QPoint) -> None:
        # Movements are heard once a frame.
        with self._qtbot.waitSignal(self.window.frameSwapped):
            self._touch().move(0, point, self.window).commit()

    def release(self, point: QPoint) -> None:
        self._touch().release(0, point, self.window).commit()

    def tap(self, point: QPoint) -> None:
        self.press(point)
        self.release(point)

    def drag(self, *distances: int) -> QPoint:
        """A finger comes down in the middle and goes sideways by so many pixels; where it is then, still down."""
        self.press(MIDDLE)
        for distance in distances:
            self.move(MIDDLE + QPoint(distance, 0))
        return MIDDLE + QPoint(distances[-1], 0)

    def hand(self, act: str, points: list[QPoint]) -> None:
        """Several fingers that come, move or go together."""
        touch = self._touch()
        for number, point in enumerate(points):
            getattr(touch, act)(number, point, self.window)
        touch.commit()

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    def key(self, name: str) -> None:
        QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{name}"))

    def second_finger(self) -> None:
        """Another finger comes, moves and goes, while the first stays."""
        for act in ("press", "move", "release"):
            touch = self._touch().stationary(0)
            getattr(touch, act)(1, QPoint(300, 300 if act == "press" else 500), self.window).commit()

    def cancel(self) -> None:
        """The system takes the fingers away."""
        QCoreApplication.sendEvent(self.window, QTouchEvent(QEvent.Type.TouchCancel, self._device))


@pytest.fixture(scope="module")
def device(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


Open = Callable[..., Theatre]


@pytest.fixture
def theatre(qtbot: QtBot, device: QPointingDevice) -> Iterator[Open]:
    """Opens theatres, and closes each."""
    opened: list[Theatre] = []

    def open_one(show: Show = ABC, is_still: bool = True) -> Theatre:
        opened.append(Theatre(qtbot, device, show, is_still))
        return opened[-1]

    yield open_one
    for each in opened:
        each.stage.close()


# Slowly at the end, so that the finger is at rest when it leaves.
FAR = (-40, -400, -796, -798, -799, -800)
NEAR = (-40, -200, -296, -298, -299, -300)


def mirrored(distances: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(-distance for distance in distances)


def test_the_tap_that_wakes_presses_nothing(theatre: Open) -> None:
    it = theatre()
    it.tap(NEXT)
    assert (it.lobby.slide, it.lobby.show.isVisit) == ("a", True)


def test_a_control_acts_when_the_finger_leaves_it(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.press(NEXT)
    assert it.lobby.slide == "a"
    it.release(NEXT)
    assert it.lobby.slide == "b"


def test_a_finger_that_slides_off_a_control_presses_nothing(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.press(NEXT)
    it.move(BESIDE_NEXT)
    it.release(BESIDE_NEXT)
    assert it.lobby.slide == "a"


def test_the_slide_follows_the_finger_and_the_next_one_follows_it(theatre: Open) -> None:
    it = theatre()
    it.drag(*NEAR)
    assert it.slides == [-300, WIDTH - 300]
    assert it.lobby.slide == "a"


@pytest.mark.parametrize(("distances", "slide"), [(FAR, "b"), (mirrored(FAR), "d"), (NEAR, "a"), (mirrored(NEAR), "a")])
def test_a_finger_that_went_far_turns_the_slide(theatre: Open, distances: tuple[int, ...], slide: str) -> None:
    it = theatre()
    it.release(it.drag(*distances))
    assert (it.lobby.slide, it.lobby.show.isVisit, it.slides) == (slide, True, [0])


def test_a_quick_finger_need_not_go_far(theatre: Open) -> None:
    it = theatre()
    it.release(it.drag(-200, -400, -600))
    assert (it.lobby.slide, it.slides) == ("b", [0])


def test_where_people_read_from_the_right_the_next_slide_is_on_the_left(theatre: Open) -> None:
    it = theatre(show_of(languages=("ar",)))
    it.release(it.drag(*mirrored(FAR)))
    assert it.lobby.slide == "b"


def test_a_second_finger_changes_nothing(theatre: Open) -> None:
    it = theatre()
    first = it.drag(*NEAR)
    it.second_finger()
    assert it.slides == [-300, WIDTH - 300]
    it.release(first)
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.tap(NEXT)
    assert it.lobby.slide == "b"


@pytest.mark.parametrize("distances", [NEAR, FAR])
def test_after_a_cancelled_touch_all_is_as_before(theatre: Open, distances: tuple[int, ...]) -> None:
    it = theatre()
    it.drag(*distances)
    it.cancel()
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.tap(NEXT)
    assert it.lobby.slide == "b"


def test_a_swipe_that_is_taken_back_turns_nothing(theatre: Open) -> None:
    it = theatre()
    it.release(it.drag(-400, -1200, -1100, -900, -700))
    assert (it.lobby.slide, it.slides) == ("a", [0])


def test_a_tap_counts_from_the_slide_that_is_still_coming(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(is_still=False)
    it.tap(MIDDLE)
    qtbot.waitUntil(lambda: it.ready == 3)
    it.release(it.drag(*FAR))
    assert (it.lobby.slide, len(it.slides)) == ("b", 2)
    it.tap(NEXT)
    assert it.lobby.slide == "c"
    qtbot.waitUntil(lambda: it.slides == [0])
    assert it.lobby.slide == "c"


def test_with_nothing_to_come_the_slide_gives_way_and_comes_back(theatre: Open) -> None:
    it = theatre(show_of(statement("only")))
    it.drag(-40)
    ways = []
    for distance in (-100, -400, -900):
        it.move(MIDDLE + QPoint(distance, 0))
        (slide,) = it.slides
        ways.append(-slide)
    assert 0 < ways[0] < ways[1] < ways[2] < WIDTH / 3
    assert ways[2] - ways[1] < 500 / 4
    it.release(MIDDLE + QPoint(-900, 0))
    assert it.slides == [0]


def test_a_list_does_not_let_a_swipe_through(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.lobby.show.openOverview()
    it.release(it.drag(*FAR))
    assert (it.lobby.slide, it.lobby.show.panel) == ("a", "overview")


def test_a_touch_anywhere_answers_the_question_and_does_no_more(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.lobby.wait(60)
    assert it.lobby.show.isWarning
    it.tap(NEXT)
    assert (it.lobby.slide, it.lobby.show.isVisit, it.lobby.show.isWarning) == ("a", True, False)


def test_a_cloth_on_the_glass_freezes_the_screen_for_a_while(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    places = [MIDDLE + QPoint(90 * number, 0) for number in range(6)]
    it.hand("press", places)
    it.lobby.clock.now += 0.6
    it.hand("move", [place + QPoint(0, 50) for place in places])
    assert (it.lobby.show.isCleaning, it.lobby.show.cleaningSecondsLeft) == (True, 20)
    it.hand("release", places)
    it.tap(NEXT)
    it.click(NEXT)
    it.key("PageDown")
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.lobby.wait(20)
    assert not it.lobby.show.isCleaning
    it.tap(NEXT)
    assert it.lobby.slide == "b"
