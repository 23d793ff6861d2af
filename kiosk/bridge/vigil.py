"""Watches over a run from inside: notes how far it came, tells whoever watches from outside, and ends it in time."""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.heartbeat import Heartbeat, Watcher, is_dark
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.content.values import DAY
from kiosk.options import INTERNAL_ERRORS, NO_SCREEN, PLANNED_RESTART
from kiosk.safety import limits, showing
from kiosk.safety.ladder import Choice, Ladder, Run, Rung, Stage, boot_id
from kiosk.show.events import Event

if TYPE_CHECKING:
    from kiosk.bridge.calm_screen import CalmScreen

log = logging.getLogger(__name__)

LOOK = 5_000
"""Milliseconds between looks whether all is well."""

STEADY = 10.0
"""Seconds of drawing after which a start has gone well."""

ERRORS, ERRORS_WITHIN = 10, 60.0
"""Internal errors, and the seconds they come in, after which the program gives up."""

OVERDUE = 1.0
"""Seconds after which a step that was due is taken from here."""

QUIET = 60
"""Minutes of the quiet hour."""

YOUNG = 7200.0
"""Seconds for which a program need not be started anew in the quiet hour."""


class Vigil(QObject):
    """One for a run. The order of its calls is that of a start: `begin`, `opened`, `watch`, and `end`."""

    def __init__(
        self,
        state: Path | None,
        runtime: Path | None,
        watcher: Watcher | None,
        restart_at: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        boot: str | None = None,
    ) -> None:
        """Read what the last run left in the folders; where there are none, nothing is noted."""
        super().__init__()
        # The other one is for when what runs the service has taken its folder away: the next start looks there.
        self._folders = [folder for folder in dict.fromkeys((runtime, state)) if folder]
        self._watcher = watcher
        self._restart_at = restart_at
        self._clock = clock
        self._began = clock()
        boot = boot_id() if boot is None else boot
        self.last = showing.read(runtime, boot)
        """What the last run showed, as far as it is to be gone on with."""
        self._ladder = Ladder(state, boot, self.last.stage, clock)
        self._now = showing.Showing(boot)
        self._show: ShowViewModel | None = None
        self._drawn_at: float | None = None
        self._heartbeat: Heartbeat | None = None
        self._turns = 0
        self._memory_mark = 0
        self._handles_mark = 0.0
        self._is_late = False
        self._frames = 0
        self._errors = deque[float](maxlen=ERRORS)

    def begin(self, version: str, revision: str) -> Choice:
        """The run begins; how to."""
        # First of all, so that the stage of the last run is not taken for this one's.
        self._now = replace(self._now, title=self.last.title, ground=self.last.ground, ink=self.last.ink)
        self._write()
        choice = self._ladder.begin(version, revision)
        self.rung = choice.rung
        if choice.unclean_ends:
            log.warning("unclean ends within ten minutes: %d; showing: %s", choice.unclean_ends, choice.rung.words)
        return choice

    def unclean_ends(self) -> tuple[Run, ...]:
        """The runs before this one that count against it."""
        return self._ladder.history.ends

    def opened(self) -> None:
        """The display is there."""
        self._note(stage=Stage.OPENED)

    def watch(self, window: "QQuickWindow | CalmScreen", show: ShowViewModel | None = None) -> None:
        """Watch over the window, and over the show in it."""
        self._window = window
        # Once: another thread may have presented a second frame before this one hears of the first.
        window.frameSwapped.connect(self._presented, Qt.ConnectionType.SingleShotConnection)
        if show:
            self._show = show
            show.showChanged.connect(self._note_show)
            show.happened.connect(self._happened)
            self._note_show()
        looks = QTimer(self, interval=LOOK)
        looks.timeout.connect(self.look)
        looks.start()

    def failed(self) -> None:
        """An internal error: one costs nothing, but many in a short time do not get less."""
        self._errors.append(self._clock())
        if self._has_too_many_errors():
            log.error("%d internal errors within %d seconds: giving up", ERRORS, ERRORS_WITHIN)
            QGuiApplication.exit(INTERNAL_ERRORS)

    def _has_too_many_errors(self) -> bool:
        return len(self._errors) == ERRORS and self._clock() - self._errors[0] <= ERRORS_WITHIN

    def end(self, status: int, *, is_wanted: bool = True) -> int:
        """The run ends with a status, which is handed back. `is_wanted` tells that it is to stay ended."""
        stage = self._now.stage
        is_clean = status != INTERNAL_ERRORS and not (status == NO_SCREEN and stage is Stage.OPENED)
        self._ladder.end(stage, is_clean=is_clean)
        if status < NO_SCREEN:
            # The next run begins from the beginning.
            self._note(slide="", language="")
            if self._watcher and is_wanted:
                self._watcher.tell("STOPPING=1")
        return status

    # What happens

    def _presented(self) -> None:
        """A frame without a slide; the first slide is told of."""
        if self._show is None or self._show.current is None:
            self._drawn()

    def _happened(self, event: Event) -> None:
        if event.event != "shown":
            return
        is_turned = event.slide != self._now.slide
        self._note(slide=event.slide, language=event.language)
        self._drawn()
        if is_turned and event.mode == "rotation":
            self._turns += 1
            self._restart_if_wanted()

    def _drawn(self) -> None:
        if self._drawn_at is not None:
            return
        self._drawn_at = self._clock()
        self._note(stage=Stage.DRAWN)
        if self._watcher:
            self._heartbeat = Heartbeat(self._window, self._watcher, self._is_well, self._status, self, self._is_asleep)

    def _note_show(self) -> None:
        """The name and the colours of the calm screen."""
        if self._show is not None and self.rung < Rung.SHIPPED:
            self._note(title=self._show.title, ground=self._show.accent, ink=self._show.accentInk)

    def _note(self, **changes: object) -> None:
        self._now, before = replace(self._now, **changes), self._now  # type: ignore[arg-type]
        if self._now != before:
            self._write()

    def _write(self) -> None:
        while self._folders:
            try:
                showing.write(self._folders[0], self._now)
            except OSError as error:
                log.warning("%s: what shows is not noted: %s", self._folders.pop(0), error.strerror)
            else:
                return

    # Every few seconds

    def look(self) -> None:
        """See whether all is well, and do what is to be done about it."""
        now = self._clock()
        # Where no display is lit nothing may be drawn until one is, and whoever waits is to know.
        if self._show is None or self._show.current is None or (self._drawn_at is None and is_dark()):
            self._drawn()
        if self._now.stage is Stage.DRAWN and self._drawn_at is not None and now - self._drawn_at >= STEADY:
            self._note(stage=Stage.STEADY)
            self._handles_mark = limits.handles_mark(limits.handles_held())
            self._memory_mark = limits.memory_mark(limits.memory_held())
        if self._show and self._show.has_failed and self._watcher:
            log.error("no slide can be drawn: giving up")
            QGuiApplication.exit(INTERNAL_ERRORS)
            return
        self._catch_up()
        if self._show is None or self._show.is_still():
            self._restart_if_wanted()

    def _catch_up(self) -> None:
        """Take a step that is overdue, should the alarm that was set for it be dead."""
        if self._show is None or self._show.seconds_late() <= OVERDUE:
            self._is_late = False
            return
        if self._is_late and self._heartbeat and self._heartbeat.frames > self._frames:
            log.error("the show does not go on: giving up")
            QGuiApplication.exit(INTERNAL_ERRORS)
            return
        self._is_late = True
        self._show.catch_up()
        self._is_late = self._show.seconds_late() > OVERDUE
        # What is drawn by the next look, and late then, waits for nothing that is still to come.
        self._frames = self._heartbeat.frames if self._heartbeat else 0
        self._window.update()

    def _is_well(self) -> bool:
        return not self._is_late and not self._has_too_many_errors()

    def _is_asleep(self) -> bool:
        return self._show is not None and bool(self._show.isAsleep)

    def _status(self) -> str:
        if self._is_asleep():
            return "the screen is off, as it is to be"
        slide = f"slide '{self._now.slide}' ({self._now.language})" if self._now.slide else Rung.PICTURE.words
        return slide if self.rung is Rung.CONTENT else f"{slide}; after unclean ends: {self.rung.words}"

    def _restart_if_wanted(self) -> None:
        """Between two slides nobody minds."""
        if reason := self._reason_to_restart():
            log.warning("starting anew: %s", reason)
            QGuiApplication.exit(PLANNED_RESTART)

    def _reason_to_restart(self) -> str:
        age = self._clock() - self._began
        held = limits.memory_held()
        if 0 < self._memory_mark < held:
            return f"it holds {held / 2**20:.0f} MB of memory"
        open_files = limits.handles_held()
        if 0 < self._handles_mark < open_files:
            return f"it has {open_files} files open"
        if self._restart_at is not None and age > YOUNG:
            now = datetime.now().astimezone()
            if (60 * now.hour + now.minute - self._restart_at) % DAY < QUIET:
                return "it is the quiet hour"
        slides = int(self._show.total) if self._show else 0  # type: ignore[call-overload]
        if self._turns >= slides and age >= self._ladder.is_healthy_after():
            self._ladder.clear()
            if self.rung is not Rung.CONTENT:
                return "the site's own content gets a new chance"
        return ""
