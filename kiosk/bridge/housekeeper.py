"""Frees what is no longer used, soon after something happened, in the thread that draws.

Python else looks for it in whichever thread is making much, such as the one that reads content, and an object of Qt's
that is found there would end in a thread that is not its own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.platform import return_large_blocks
from kiosk.show.events import Event

SOON = 2_000
"""Milliseconds after which a slide that came stands still."""

AT_LEAST_EVERY = 60_000
"""Milliseconds."""


class Housekeeper(QObject):
    """One for a run. What there is when it is made lasts to the end, and is not looked through again."""

    def __init__(self, parent: QObject, show: ShowViewModel | None = None) -> None:
        super().__init__(parent)
        self._has_left = False
        gc.disable()
        gc.freeze()
        return_large_blocks()
        self._timer = QTimer(self, interval=AT_LEAST_EVERY)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()
        if show:
            show.happened.connect(self._hear)

    def _hear(self, event: Event) -> None:
        self._has_left |= event.event == "reset"
        if self._timer.interval() > SOON:
            self._timer.start(SOON)

    def tidy(self) -> None:
        """Free what nobody uses any longer."""
        self._timer.start(AT_LEAST_EVERY)
        gc.collect()
        if self._has_left:
            # What a visitor opened, thumbnails above all, is free again but not yet the system's.
            self._has_left = False
            return_large_blocks()
