"""The whole stage in the test's own process, and fingers to touch it with."""

from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from kiosk.bridge.touch_guard import TouchGuard
from kiosk.content.model import Show
from tests.bridge.shows import ABC, Lobby
from tests.items import below, class_name

WIDTH, HEIGHT = 1920, 1080
MIDDLE = QPoint(WIDTH // 2, HEIGHT // 2)
# The middle of the control in a window of this size.
NEXT = QPoint(1095, 1004)


class PanelClock(QObject):
    """Gives the touches of a window the times that a panel would, in milliseconds, however busy the machine is."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        # Later than any time that Qt itself gives a touch here: it takes none back.
        self.now = self._last = 10**9
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QTouchEvent):
            # Twice: a point keeps the time before as well, for its velocity and how long it has been at rest.
            event.setTimestamp(min(self._last, self.now - 1))
            event.setTimestamp(self.now)
            self._last = self.now
        return False


class Theatre:
    """A lobby on a stage, without motion where nothing else is asked, and fingers to touch it with."""

    def __init__(self, qtbot: QtBot, show: Show = ABC, is_still: bool = True, turn: int = 0) -> None:
        self._qtbot = qtbot
        self._device: QPointingDevice = QTest.createTouchDevice()
        self.lobby = Lobby(show)
        self.stage = Stage(self.lobby.show, QSize(WIDTH, HEIGHT), turn=turn, is_still=is_still)
        self.window = self.stage.window
        TouchGuard(self.window, self.lobby.show)
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

    @property
    def pressed(self) -> list[str]:
        """The controls that are pressed."""
        return [item.property("name") for item in below(self.window.contentItem()) if item.property("isPressed")]

    @property
    def echo(self) -> QPoint:
        """Where a touch was last answered by a ring."""
        echo = next(item for item in below(self.window.contentItem()) if class_name(item).startswith("TouchEcho"))
        ring = echo.childItems()[0]
        return ring.mapToScene(QPointF(ring.width() / 2, ring.height() / 2)).toPoint()

    def ring_guard(self) -> None:
        """The guard looks whether a contact has been still for too long."""
        guard = self.window.findChild(TouchGuard)
        assert guard is not None
        timer: Any = guard.findChild(QTimer)
        assert timer.isActive()
        timer.timeout.emit()

    def control(self, name: str) -> QPoint:
        """The middle of the control of a name that is to be seen."""
        found = self.control_named(name)
        return found.mapToScene(QPointF(found.width() / 2, found.height() / 2)).toPoint()

    def control_named(self, name: str) -> QQuickItem:
        items = (item for item in below(self.window.contentItem()) if item.property("isPressed") is not None)
        (found,) = [item for item in items if item.isVisible() and item.property("name") == name]
        return found

    def touch(self) -> Any:
        """Several fingers at once, as the device of this theatre tells of them."""
        return QTest.touchEvent(self.window, self._device)

    def press(self, point: QPoint, finger: int = 0) -> None:
        self.touch().press(finger, point, self.window).commit()

    def move(self, point: QPoint) -> None:
        self.touch().move(0, point, self.window).commit()
        self.draw()

    def draw(self) -> None:
        """A frame: movements are heard once in each."""
        with self._qtbot.waitSignal(self.window.frameSwapped):
            self.window.update()

    def release(self, point: QPoint, finger: int = 0) -> None:
        self.touch().release(finger, point, self.window).commit()

    def tap(self, point: QPoint, finger: int = 0) -> None:
        self.press(point, finger)
        self.release(point, finger)

    def replug(self) -> None:
        """The panel is unplugged, whatever touches it, and plugged in again."""
        shiboken6.delete(self._device)
        self._device = QTest.createTouchDevice()

    def drag(self, *distances: int) -> QPoint:
        """A finger comes down in the middle and goes sideways by so many pixels; where it is then, still down."""
        self.press(MIDDLE)
        for distance in distances:
            self.move(MIDDLE + QPoint(distance, 0))
        return MIDDLE + QPoint(distances[-1], 0)

    def throw(self, *distances: int, rest: int = 0) -> None:
        """The same, but it leaves while it moves, or milliseconds after: its panel tells of it 100 times a second."""
        clock = PanelClock(self.window)
        self.press(MIDDLE)
        for distance in distances:
            clock.now += 10
            self.move(MIDDLE + QPoint(distance, 0))
        clock.now += 10 + rest
        self.release(MIDDLE + QPoint(distances[-1], 0))

    def hand(self, act: str, points: list[QPoint]) -> None:
        """Several fingers that come, move or go together."""
        touch = self.touch()
        for number, point in enumerate(points):
            getattr(touch, act)(number, point, self.window)
        touch.commit()

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    def key(self, name: str) -> None:
        QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{name}"))

    def close(self) -> None:
        self.stage.close()
        shiboken6.delete(self._device)

    def second_finger(self) -> None:
        """Another finger comes, moves and goes, while the first stays."""
        for act in ("press", "move", "release"):
            touch = self.touch().stationary(0)
            getattr(touch, act)(1, QPoint(300, 300 if act == "press" else 500), self.window).commit()

    def cancel(self) -> None:
        """The system takes the fingers away."""
        QCoreApplication.sendEvent(self.window, QTouchEvent(QEvent.Type.TouchCancel, self._device))
