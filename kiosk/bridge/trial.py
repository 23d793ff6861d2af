"""Whether what is on the screen proves good, and that it is then kept. All work with files is done in a thread."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge.content_watcher import announce
from kiosk.content.reader import Reading, shipped_content
from kiosk.safety.last_good import LastGood, NotKept
from kiosk.show.events import Event

log = logging.getLogger(__name__)

SHORTEST = 10.0
"""Seconds that a revision is on the screen before it is kept, however short it is."""

LONGEST = 300.0
"""Seconds after which it is kept although not every slide was seen yet."""

AGAIN = 600.0
"""Seconds until another attempt to keep it, should the disk be full or failing."""


class Trial(QObject):
    """Keeps the revision on the screen once all its slides were shown. `kept` tells where copies of its files lie."""

    kept = Signal(object)
    _looked = Signal(object, object)
    _refused = Signal(object, str)

    def __init__(
        self, store: LastGood, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._reading: Reading | None = None
        self._unseen: set[str] = set()
        self._since: float | None = None
        self._told = ""
        self._thread: threading.Thread | None = None
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self._keep)
        self._looked.connect(self._take)
        self._refused.connect(self._tell)

    def begin(self, reading: Reading) -> None:
        """This is on the screen from now on, or is about to be. What comes with the program need not be kept."""
        self._reading = reading if reading.files[0] != shipped_content() else None
        self._unseen = {slide.id for slide in reading.show.slides} if reading.show else set()
        self._since = None
        self._over.stop()

    def hear(self, event: Event) -> None:
        """What happens on the screen. A slide that cannot be drawn was tried as well as the others."""
        if self._reading is None or event.event not in ("shown", "skipped"):
            return
        now = self._clock()
        if self._since is None:
            self._since = now
            self._start(self._look)
            self._wait(LONGEST)
        if event.slide in self._unseen:
            self._unseen.remove(event.slide)
            if not self._unseen:
                self._wait(max(0.0, SHORTEST - (now - self._since)))

    def _wait(self, seconds: float) -> None:
        self._over.start(round(seconds * 1000))

    def _start(self, work: Callable[[Reading], None]) -> bool:
        """Begin some work, unless there is other work to be ended first; whether it has begun."""
        if self._thread and self._thread.is_alive():
            return False
        self._thread = threading.Thread(target=work, args=(self._reading,), name="content keeper", daemon=True)
        self._thread.start()
        return True

    # In the thread

    def _look(self, reading: Reading) -> None:
        """Whether it is kept already."""
        if (copies := self._store.paths(reading.revision)) is not None:
            announce(self._looked, reading, copies)

    def _store_it(self, reading: Reading) -> None:
        try:
            copies = self._store.keep(reading, self._rest(reading))
        except NotKept as error:
            announce(self._refused, reading, str(error))
        else:
            announce(self._looked, reading, copies)

    def _rest(self, reading: Reading) -> Callable[[float], None]:
        """Leave the disk to the slides for as long as it was worked on, and end once something else is shown."""

        def rest(seconds: float) -> None:
            time.sleep(min(seconds, 0.1))
            if self._reading is not reading:
                raise NotKept("")

        return rest

    # In the thread of the GUI

    def _keep(self) -> None:
        if not self._start(self._store_it):
            self._wait(1)

    def _take(self, reading: Reading, copies: Mapping[Path, Path]) -> None:
        if reading is self._reading:
            self._reading = None
            self._over.stop()
            self._told = ""
            self.kept.emit(copies)

    def _tell(self, reading: Reading, why: str) -> None:
        if reading is not self._reading:
            return
        if why != self._told:
            self._told = why
            log.warning("the content is not kept for the next start: %s", why)
        self._wait(AGAIN)
