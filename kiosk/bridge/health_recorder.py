"""Gathers how the show is and has it written every few seconds. It asks for no frame."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QInputDevice
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.heartbeat import is_dark
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.vigil import Vigil
from kiosk.content.reader import Reading
from kiosk.safety.clock import doubt_now
from kiosk.safety.health import FORMAT, Health, Record
from kiosk.safety.ladder import boot_id
from kiosk.safety.messages import Log
from kiosk.show.events import Event

if TYPE_CHECKING:
    from kiosk.bridge.calm_screen import CalmScreen

EVERY = 10_000
"""Milliseconds between two records."""

AFTER = 1_000
"""Milliseconds from another slide to its record: once its fade is over, and no more often in a visit."""

SPAN = 300.0
"""Seconds that share one slowest frame; twelve of them are an hour."""

FIRST_PROBLEMS = 5
"""Problems of the content that are told in full."""


class HealthRecorder(QObject):
    """One for a run."""

    def __init__(
        self,
        version: str,
        record: Record,
        log: Log,
        vigil: Vigil,
        content: Path,
        reading: Reading,
        known: Sequence[float],
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`reading` is what came of reading the site's `content`, `known` that of `clock.doubt`."""
        super().__init__(parent)
        self._version = version
        self._record = record
        self._log = log
        self._vigil = vigil
        self._content = content
        self._reading = reading
        self._known = known
        self._clock = clock
        self._began = clock()
        self._boot = boot_id()
        self._instead = ""
        self._show: ShowViewModel | None = None
        self._now = Event("started")
        self._last_visit: float | None = None
        self._frames = 0
        self._frame_began: float | None = None
        self._slowest = deque([0.0], maxlen=12)
        self._span_began = self._began
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.write)
        # What follows at once belongs to it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.write)
        self._later = QTimer(self, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self.write)

    def watch(self, window: "QQuickWindow | CalmScreen", show: ShowViewModel | None = None, instead: str = "") -> None:
        """Record from now on. `instead` is why the site's content does not show first."""
        self._instead = instead
        if isinstance(window, QQuickWindow):
            window.afterAnimating.connect(self._begin_frame)
        window.frameSwapped.connect(self._end_frame)
        if show:
            self._show = show
            show.happened.connect(self._happened)
            if show.shown:
                self._happened(show.shown)
        self._timer.start()
        self._soon.start()

    def take(self, reading: Reading) -> None:
        """The content of the site has been read again, whatever came of it."""
        self._reading = reading

    def _begin_frame(self) -> None:
        self._frame_began = self._clock()

    def _end_frame(self) -> None:
        self._frames += 1
        if self._frame_began is not None:
            self._slowest[-1] = max(self._slowest[-1], self._clock() - self._frame_began)
            self._frame_began = None

    def _happened(self, event: Event) -> None:
        if event.event == "shown":
            is_edge = self._now.slide is None
            self._now = event
        else:
            is_edge = event.event in ("reloaded", "rejected", "skipped")
        if event.event == "touched" or event.mode == "visit":
            self._last_visit = self._clock()
        if event.event == "reloaded":
            self._instead = ""
        if is_edge:
            self._soon.start()
        elif not self._later.isActive():
            self._later.start()

    def write(self) -> None:
        """Have it written how the show is."""
        now = self._clock()
        self._log.messages.count_up()
        if now - self._span_began >= SPAN:
            self._slowest.append(0.0)
            self._span_began = now
        self._record.write(self._moment(now))

    def now(self) -> Health:
        """How it is, but for what takes time to find out: that is as it was with the last record."""
        return Health(**self._moment(self._clock()), measured=asdict(self._record.measured))

    def _moment(self, now: float) -> dict[str, Any]:
        reading = self._reading
        errors = len(reading.errors)
        return {
            "format": FORMAT,
            "time": datetime.now().astimezone().isoformat(timespec="seconds"),
            "monotonic": now,
            "boot": self._boot,
            "clock": doubt_now(self._known),
            "version": self._version,
            "pid": QGuiApplication.applicationPid(),
            "uptime": round(now - self._began, 1),
            "content": str(self._content.absolute()),
            "revision": self._now.revision or "",
            "rung": int(self._vigil.rung),
            "showing": self._vigil.rung.words,
            "instead": self._instead,
            "slide": self._now.slide or "",
            "language": self._now.language or "",
            "mode": self._now.mode or "",
            "is_asleep": self._show is not None and bool(self._show.isAsleep),
            "frames": self._frames,
            "longest_frame": round(max(self._slowest), 4),
            "unclean_ends": [
                {"age": round(now - run.ended, 1), "stage": run.stage, "showing": run.rung.words}
                for run in self._vigil.unclean_ends()
                if run.ended is not None
            ],
            "displays": [
                {"name": each.name(), "width": each.size().width(), "height": each.size().height()}
                for each in QGuiApplication.screens()
            ],
            "is_dark": is_dark(),
            "touch_screens": sum(each.type() == QInputDevice.DeviceType.TouchScreen for each in QInputDevice.devices()),
            "last_visit": None if self._last_visit is None else round(now - self._last_visit, 1),
            "errors": errors,
            "warnings": len(reading.problems) - errors,
            "problems": [str(each) for each in sorted(reading.problems, key=lambda each: each.severity)][
                :FIRST_PROBLEMS
            ],
            "messages": [
                {
                    "level": each.level,
                    "text": each.text,
                    "age": round(now - each.last, 1),
                    "again": each.again,
                }
                for each in self._log.messages.last()
            ],
            "lost_messages": self._log.lost,
        }

    def close(self) -> None:
        """The run ends."""
        for timer in (self._timer, self._soon, self._later):
            timer.stop()
        self._record.close()
