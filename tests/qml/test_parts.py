"""A slide in large type, shown in parts: how a visitor goes through them. Every Qt warning fails a test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPointingDevice, QWheelEvent
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from tests.bridge.shows import Lobby, show_of, statement
from tests.items import below

WORDS = " ".join(f"Sentence {number} stands here for a while." for number in range(1, 25))
SHOW = show_of(statement("long", WORDS), statement("short", "Few words."), statement("end"), languages=("en", "ar"))
SIZE = QSize(1920, 1080)
MIDDLE = QPoint(SIZE.width() // 2, SIZE.height() // 2)


class Reader:
    """A visit at the first slide, in the largest text."""

    def __init__(self, bot: QtBot, device: QPointingDevice) -> None:
        self._bot = bot
        self._device = device
        self.lobby = Lobby(SHOW)
        self.stage = Stage(self.lobby.show, SIZE, is_still=True)
        self.window = self.stage.window
        with bot.waitExposed(self.window):
            self.window.show()
        bot.waitUntil(lambda: len(self._seen("squeeze")) == 1)
        self.lobby.show.touched()
        self.lobby.show.chooseTextSize(2)

    def _seen(self, name: str) -> list[QQuickItem]:
        return [
            item for item in below(self.window.contentItem()) if item.isVisible() and item.property(name) is not None
        ]

    @property
    def slide(self) -> QQuickItem:
        (slide,) = self._seen("squeeze")
        return slide

    @property
    def place(self) -> tuple[str, int, int]:
        """The slide, its part counted from 1, and how many there are."""
        return self.lobby.slide, self.slide.property("part") + 1, self.slide.property("parts")

    def come(self, slide_id: str) -> None:
        """Wait until a slide stands on the screen."""
        self._bot.waitUntil(lambda: self.lobby.events[-1].event == "shown" and self.lobby.events[-1].slide == slide_id)

    def control(self, name: str) -> QQuickItem:
        return next(item for item in self._seen("name") if item.property("name") == name)

    def tap(self, name: str) -> None:
        control = self.control(name)
        point = control.mapToScene(QPointF(control.width() / 2, control.height() / 2)).toPoint()
        QTest.touchEvent(self.window, self._device).press(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._device).release(0, point, self.window).commit()

    def drag(self, *ways: QPoint) -> None:
        """A finger from the middle by so much, and off."""
        QTest.touchEvent(self.window, self._device).press(0, MIDDLE, self.window).commit()
        for way in ways:
            with self._bot.waitSignal(self.window.frameSwapped):
                QTest.touchEvent(self.window, self._device).move(0, MIDDLE + way, self.window).commit()
        QTest.touchEvent(self.window, self._device).release(0, MIDDLE + ways[-1], self.window).commit()

    def narrate(self, sentence: str) -> None:
        context = QQmlEngine.contextForObject(self.slide)
        QQmlExpression(context, self.slide, f"Narration.sentence = '{sentence}'").evaluate()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def scroll(self, delta: int) -> None:
        place = QPointF(MIDDLE)
        nothing = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(place, place, QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, *nothing, False)
        QCoreApplication.sendEvent(self.window, wheel)


@pytest.fixture(scope="module")
def device() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def reader(qtbot: QtBot, device: QPointingDevice) -> Iterator[Reader]:
    reader = Reader(qtbot, device)
    yield reader
    reader.stage.close()


def test_controls_go_through_the_parts_and_stop_at_the_ends(reader: Reader) -> None:
    _, _, parts = reader.place
    assert parts >= 3
    reader.tap("Up")
    for part in range(2, parts + 1):
        reader.tap("Down")
        assert reader.place == ("long", part, parts)
    reader.tap("Down")
    assert reader.place == ("long", parts, parts)
    reader.tap("Up")
    assert reader.place == ("long", parts - 1, parts)


def test_page_keys_and_the_wheel_turn_parts_and_then_slides(reader: Reader) -> None:
    _, _, parts = reader.place
    reader.key(Qt.Key.Key_PageUp)
    reader.come("end")
    reader.key(Qt.Key.Key_PageDown)
    reader.come("long")
    for part in range(1, parts):
        assert reader.place == ("long", part, parts)
        reader.key(Qt.Key.Key_PageDown)
    assert reader.place == ("long", parts, parts)
    reader.key(Qt.Key.Key_PageDown)
    reader.come("short")


@pytest.mark.parametrize("notch", [[-120], [-40, -40, -40]])
def test_a_notch_of_the_wheel_is_a_part_and_past_the_last_a_slide(reader: Reader, notch: list[int]) -> None:
    _, _, parts = reader.place
    for part in range(1, parts + 1):
        assert reader.place == ("long", part, parts)
        for delta in notch:
            reader.scroll(delta)
    reader.come("short")


def test_a_finger_draws_the_next_part_up_and_the_one_before_down(reader: Reader) -> None:
    _, _, parts = reader.place
    reader.drag(QPoint(0, -30), QPoint(0, -80), QPoint(0, -200))
    assert reader.place == ("long", 2, parts)
    reader.drag(QPoint(0, 30), QPoint(0, 40))
    assert reader.place == ("long", 2, parts)
    reader.drag(QPoint(0, 30), QPoint(0, 80), QPoint(300, 300))
    assert reader.place == ("long", 1, parts)
    reader.drag(QPoint(0, 30), QPoint(0, 80), QPoint(0, 400))
    assert reader.place == ("long", 1, parts)


def test_the_place_is_told_in_the_digits_of_the_language(reader: Reader) -> None:
    texts = [item.property("text") for item in below(reader.slide) if item.property("text")]
    assert f"1 / {reader.place[2]}" in texts
    reader.lobby.show.chooseLanguage(1)
    reader.come("long")
    texts = [item.property("text") for item in below(reader.slide) if item.property("text")]
    assert any(text.startswith("\u200f١ / ") for text in texts)


def test_going_through_parts_is_activity(reader: Reader) -> None:
    reader.lobby.wait(40.0)
    reader.tap("Down")
    reader.lobby.wait(40.0)
    reader.key(Qt.Key.Key_PageDown)
    reader.lobby.wait(40.0)
    assert not reader.lobby.show.isWarning


def test_who_comes_back_begins_at_the_first_part(reader: Reader) -> None:
    _, _, parts = reader.place
    reader.tap("Down")
    reader.key(Qt.Key.Key_Right)
    reader.come("short")
    reader.key(Qt.Key.Key_Left)
    reader.come("long")
    assert reader.place == ("long", 1, parts)


def test_another_text_size_begins_at_the_first_part_and_the_normal_one_has_none(reader: Reader) -> None:
    _, _, largest = reader.place
    reader.tap("Down")
    reader.lobby.show.chooseTextSize(1)
    large = reader.place[2]
    assert reader.place == ("long", 1, large) and 1 < large < largest
    reader.lobby.show.chooseTextSize(0)
    assert reader.place == ("long", 1, 1)
    assert not [item for item in reader._seen("name") if item.property("name") in ("Up", "Down")]


def test_what_is_read_aloud_is_marked_and_in_view(reader: Reader, qtbot: QtBot) -> None:
    _, _, parts = reader.place
    label = next(
        item for item in below(reader.slide) if item.property("plain") and "Sentence 24" in item.property("plain")
    )
    before = label.property("contentHeight"), label.property("lineCount")
    reader.narrate("Sentence 24 stands here for a while.")
    assert reader.place == ("long", parts, parts)
    (mark,) = (item for item in label.childItems() if item.inherits("QQuickText"))
    assert mark.property("text").count("<u>") == 1
    assert mark.property("text").endswith("<u>Sentence 24 stands here for a while.</u></font>")
    assert (mark.property("contentHeight"), mark.property("lineCount")) == before
    reader.narrate("Sentence 1 stands here for a while.")
    assert reader.place == ("long", 1, parts)
    reader.narrate("")
    assert (label.property("contentHeight"), label.property("lineCount")) == before
    qtbot.waitUntil(lambda: not label.childItems())
