"""Frees what is no longer used: soon after each slide of the rotation has come, and once a minute.

It is looked for in the thread that draws. Python else does so in whichever thread is making much, such as the one that
reads content, and an object of Qt's that is found there would end in a thread that is not its own.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.platform import return_large_blocks
from kiosk.show.events import Event

if TYPE_CHECKING:
    from kiosk.bridge.stage import Stage

EVERY = 60_000
"""Milliseconds. It takes some 5 of them."""

SOON = 2_000
"""Milliseconds after which a slide that has come stands still."""


class Housekeeper(QObject):
    """One for a run. What there is when it is made lasts to the end, and is not looked through again."""

    def __init__(self, parent: QObject, show: ShowViewModel | None = None, stage: "Stage | None" = None) -> None:
        super().__init__(parent)
        self._stage = stage
        gc.disable()
        gc.freeze()
        return_large_blocks()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()
        if show:
            show.happened.connect(self._hear)

    def _hear(self, event: Event) -> None:
        # Slides that come faster do not put it off.
        if event.event == "shown" and event.mode == "rotation" and self._timer.interval() != SOON:
            self._timer.start(SOON)

    def tidy(self) -> None:
        """Free what nobody uses any longer, and give it back to the system."""
        self._timer.start(EVERY)
        gc.collect()
        if self._stage:
            self._stage.collect_garbage()
        return_large_blocks()
