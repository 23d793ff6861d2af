"""Has the picture wander by a few pixels while nobody is there (`kiosk.show.orbit`)."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.show.orbit import LONGEST, place

EVERY = 60.0
"""Seconds between two steps at least. They are taken with a slide that comes, which is drawn anyway."""


class Orbit(QObject):
    """Moves the picture of a window, step by step."""

    def __init__(self, window: QQuickWindow, show: ShowViewModel, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window = window
        # The type checker takes a Qt property for the property itself, not for its value.
        self._show: Any = show
        self._clock = clock
        self._steps = 0
        self._stepped_at = clock()
        # Then a step is taken though no slide comes.
        self._alarm = QTimer(self, interval=LONGEST)
        self._alarm.timeout.connect(self._step)
        self._alarm.start()
        show.currentChanged.connect(self._turned)

    def _turned(self) -> None:
        if self._clock() - self._stepped_at >= EVERY:
            self._step()

    def _step(self) -> None:
        # Nothing moves away from under a finger, and in the dark there is nothing to move.
        if self._show.isVisit or self._show.isAsleep:
            return
        self._steps += 1
        self._stepped_at = self._clock()
        self._alarm.start()
        self._window.setProperty("orbit", QPointF(*place(self._steps)))
