"""The kiosk turning slides as fast as it can. Usage: python -m benchmarks.turning REPORT CHANGES [arguments of `kiosk`]

Every next slide is asked for as soon as the last one has come, so that each fade is cut short after its first frame.
At its end it writes to REPORT, as JSON, a pair for each time that the first slide came: how many slides were shown
till then, and the memory in MB. The last pair is of the end.
"""

import json
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from benchmarks.programs import memory
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.stage import Stage
from kiosk.cli import main
from kiosk.show.events import Event


class Turner:
    """Turns the slides of a show a number of times, then ends the program."""

    def __init__(self, changes: int) -> None:
        self.pairs: list[tuple[int, float]] = []
        self._changes = changes
        self._shown = 0
        self._first = ""

    def stage(self, show: ShowViewModel, *arguments: Any, **options: Any) -> Stage:
        self._show = show
        show.happened.connect(self._turn)
        return Stage(show, *arguments, **options)

    def _turn(self, event: Event) -> None:
        if event.event != "shown" or event.slide is None:
            return
        self._first = self._first or event.slide
        is_end = self._shown == self._changes
        if event.slide == self._first or is_end:
            self.pairs.append((self._shown, memory("self")))
        if is_end:
            QGuiApplication.exit(0)
        self._shown += 1
        QTimer.singleShot(0, self._show.next)


if __name__ == "__main__":
    turner = Turner(int(sys.argv[2]))
    with patch("kiosk.app.Stage", turner.stage):
        status = main(sys.argv[3:])
    Path(sys.argv[1]).write_text(json.dumps(turner.pairs), encoding="ascii")
    sys.exit(status)
