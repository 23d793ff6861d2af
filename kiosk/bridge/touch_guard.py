"""Between the panel and the stage: every touch of the window is judged by `kiosk.show.contacts` first.

Qt hands on whatever a panel reports, and one contact that never leaves keeps every later tap from being heard.
"""

import logging
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import (
    QEventPoint,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.show import contacts
from kiosk.show.contacts import Contact, Hands, Key, Phase, Rules, Second, Verdict
from kiosk.show.state import Panel

log = logging.getLogger(__name__)

PALM = 35.0
"""Millimetres: a finger pad is 10 to 14 wide, a flat finger 25."""

PALM_SHARE = 0.15
"""Of the shorter side, where the screen's size in millimetres is not known: 35 mm on an 18-inch panel."""

SLOP = 3.0
"""Millimetres that a resting finger may tremble."""

SLOP_SHARE = 0.012
"""Of the shorter side, where the screen's size in millimetres is not known."""

EDGE = 3.0
"""Millimetres along the frame, where sleeves and frames press as well."""

EDGE_SHARE = 0.013
"""Of the shorter side, where the screen's size in millimetres is not known."""

OTHER_INPUT = (QKeyEvent, QMouseEvent, QTabletEvent, QWheelEvent)
ENDS = (QEvent.Type.MouseButtonRelease, QEvent.Type.KeyRelease, QEvent.Type.TabletRelease)

PHASES = {
    QEventPoint.State.Pressed: Phase.PRESSED,
    QEventPoint.State.Updated: Phase.MOVED,
    QEventPoint.State.Stationary: Phase.STILL,
    QEventPoint.State.Released: Phase.RELEASED,
}


class TouchGuard(QObject):
    """Lets the window see the fingers that count; while the screen is cleaned, no input at all."""

    def __init__(self, window: QQuickWindow, show: ShowViewModel) -> None:
        super().__init__(window)
        self._window = window
        # The type checker takes a Qt property for the property itself, not for its value.
        self._show: Any = show
        self._hands = Hands()
        self._devices: dict[int, QPointingDevice] = {}
        self._is_sending = self._is_storm = False
        self._alarm = QTimer(self, singleShot=True)
        self._alarm.timeout.connect(self._tick)
        show.stageChanged.connect(self._freeze)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Each frame comes by here too: the type says fastest that it is none of ours.
        if isinstance(event, QTouchEvent):
            return not self._is_sending and self._touched(event)
        return isinstance(event, OTHER_INPUT) and self._show.isCleaning and event.type() not in ENDS

    def _touched(self, event: QTouchEvent) -> bool:
        """Judge a touch; whether the window shall not see it as it is."""
        device = event.pointingDevice()
        number = self._number(device)
        if event.type() == QEvent.Type.TouchCancel:
            self._hands, _ = contacts.unplugged(self._hands, number)
            return False
        points = {(number, point.id()): point for point in event.points()}
        told = [_contact(key, point) for key, point in points.items()]
        follows = self._hands.seen
        self._hands, verdict = contacts.report(self._hands, told, self._show.now(), self._rules())
        self._obey(verdict, follows)
        self._set_alarm()
        if verdict.is_storm and not self._is_storm:
            log.warning("the touch panel reports more touches than anybody makes: they are ignored until it is calm")
        self._is_storm = verdict.is_storm
        if verdict.is_wiped:
            self._show.clean()
        if len(verdict.seen) == len(points):
            return False
        seen = [point for key, point in points.items() if key in verdict.seen]
        if any(point.state() != QEventPoint.State.Stationary for point in seen):
            self._send(_event(seen, event))
        # Else Qt would make mouse events of it.
        event.accept()
        return True

    def _rules(self) -> Rules:
        """What counts as what, on this screen at this moment."""
        size = self._window.size()
        shorter, longer = sorted((size.width(), size.height()))
        known = max(self._show.screenWidth, self._show.screenHeight)
        palm, slop, edge = shorter * PALM_SHARE, shorter * SLOP_SHARE, shorter * EDGE_SHARE
        if known > 0:
            palm, slop, edge = (longer / known * each for each in (PALM, SLOP, EDGE))
        second = Second.NEVER
        if self._show.panel == Panel.PICTURE:
            second = Second.ALWAYS
        elif self._show.panel == "" and self._show.current is not None and self._show.current.isEnlargeable:
            second = Second.AT_ONCE
        inside = edge, edge, size.width() - edge, size.height() - edge
        return Rules(palm, slop, second, inside, is_frozen=self._show.isCleaning)

    def _number(self, device: QPointingDevice) -> int:
        """A number for a device, which is watched until it is unplugged."""
        number = next((number for number, known in self._devices.items() if known is device), None)
        if number is None:
            number = max(self._devices, default=0) + 1
            self._devices[number] = device
            device.destroyed.connect(self._unplugged)
        return number

    def _unplugged(self, device: QPointingDevice) -> None:
        number = self._number(device)
        # The last moment at which Qt still knows what the device holds; afterwards nobody could let go of it.
        follows = self._hands.seen
        self._hands, verdict = contacts.unplugged(self._hands, number)
        self._obey(verdict, follows)
        del self._devices[number]

    def _freeze(self) -> None:
        if self._show.isCleaning:
            follows = self._hands.seen
            self._hands, verdict = contacts.cancel(self._hands)
            self._obey(verdict, follows)

    def _tick(self) -> None:
        follows = self._hands.seen
        self._hands, verdict = contacts.tick(self._hands, self._show.now())
        if verdict.cancels:
            log.warning("a touch that does not move is ignored: something lies on the screen, or its panel is faulty")
        self._obey(verdict, follows)
        self._set_alarm()

    def _set_alarm(self) -> None:
        """Wake up when a contact has been still for too long; it need not be on the second."""
        due = contacts.deadline(self._hands)
        if due is None:
            self._alarm.stop()
        elif not self._alarm.isActive():
            self._alarm.start(max(1000, round((due - self._show.now()) * 1000)))

    def _obey(self, verdict: Verdict, follows: list[Key]) -> None:
        """Undo what the window has seen of the contacts it follows, if that is the verdict."""
        if verdict.cancels:
            self._send(QTouchEvent(QEvent.Type.TouchCancel, self._devices[follows[0][0]]))

    def _send(self, event: QTouchEvent) -> None:
        self._is_sending = True
        QCoreApplication.sendEvent(self._window, event)
        self._is_sending = False


def _contact(key: Key, point: QEventPoint) -> Contact:
    diameters = point.ellipseDiameters()
    position = point.position()
    diameter = max(diameters.width(), diameters.height())
    return Contact(key, PHASES[point.state()], position.x(), position.y(), diameter)


def _event(points: list[QEventPoint], told: QTouchEvent) -> QTouchEvent:
    """A touch of some of the points only."""
    states = {point.state() for point in points}
    kind = QEvent.Type.TouchUpdate
    if states == {QEventPoint.State.Pressed}:
        kind = QEvent.Type.TouchBegin
    elif states == {QEventPoint.State.Released}:
        kind = QEvent.Type.TouchEnd
    event = QTouchEvent(kind, told.pointingDevice(), told.modifiers(), [QEventPoint(point) for point in points])
    event.setTimestamp(told.timestamp())
    return event
