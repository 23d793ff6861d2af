"""Notices that the content file, or a file it names, has changed, and reads it anew beside the running show."""

import logging
import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, SignalInstance

from kiosk.content.reader import Fingerprint, Reading, fingerprint, located, read, shipped_content

log = logging.getLogger(__name__)

QUIET = 150
"""Milliseconds between two looks at a file that make it count as written to its end, if it is the same."""

POLL = 30_000
"""Milliseconds between looks at the files, for drives that announce no change."""

OVERDUE = 10_000
"""Milliseconds after which a drive counts as not answering."""


def watched(files: Iterable[Path]) -> set[str]:
    """The paths whose change may change the files: themselves, their folders, and those of every link on the way."""
    paths: set[Path] = set()
    for file in files:
        paths.add(file)
        for way in (file, Path(os.path.realpath(file))):
            paths.add(way.parent)
            paths.update(folder.parent for folder in way.parents if os.path.islink(folder))
    return {str(path) for path in paths if os.path.exists(path)}


def announce(signal: SignalInstance, *arguments: object) -> None:
    """Emit a signal of an object from a thread that the object's end does not wait for."""
    with suppress(RuntimeError):  # Qt's half of the object is gone.
        signal.emit(*arguments)


class ContentWatcher(QObject):
    """Announces each finished reading of a content file that has changed.

    Whatever asks the drive is done off the GUI thread: one that hangs is waited for, and the show goes on.
    """

    readingDone = Signal(object)
    _found = Signal(object, object)
    _compared = Signal(object)
    _read = Signal(object, object, object)

    def __init__(
        self,
        path: Path,
        places: tuple[Path, ...],
        files: tuple[Path, ...],
        seen: Fingerprint,
        parent: QObject | None = None,
    ) -> None:
        """Watch from now on. `places` are all where the site's content may be, and `seen` is the fingerprint of the
        files when they were read, empty if they could not be."""
        super().__init__(parent)
        self._path = path
        self._places = places
        self._files = self._with_own(files)
        # Files that were not asked for then count as absent; where nothing was, anything is a change.
        self._loaded = self._seen = seen and seen + (None,) * (len(self._files) - len(seen))
        self._is_asking = self._is_due = self._is_reading = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._notice)
        self._watcher.directoryChanged.connect(self._notice)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._look)
        self._overdue = QTimer(self, singleShot=True, interval=OVERDUE)
        self._overdue.timeout.connect(self._tell)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self._look)
        self._poll.start()
        self._found.connect(self._watch)
        self._compared.connect(self._compare)
        self._read.connect(self._take)
        # What changed since the reading is seen now.
        self._look()

    def read_again(self) -> None:
        """Read the file, whether or not anything seems to have changed."""
        self._loaded = ()
        self._look()

    def _notice(self) -> None:
        # Not anew at each change: of other files beside the content there may be no end.
        if not self._quiet.isActive():
            self._quiet.start()

    def _look(self) -> None:
        if self._is_asking:
            self._is_due = True
            return
        self._is_asking, self._is_due = True, False
        self._overdue.start()
        self._start(self._ask)

    def _start(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="content reader", daemon=True).start()

    def _watch(self, paths: set[str], watching: threading.Event) -> None:
        # Each path anew: it may name another file than when it was added, by a rename or a link that was turned.
        if present := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(present)
        if paths:
            self._watcher.addPaths(sorted(paths))
        watching.set()

    def _compare(self, now: Fingerprint) -> None:
        self._is_asking = False
        self._overdue.stop()
        if now != self._seen:
            self._seen = now
            self._quiet.start()
        elif now != self._loaded and not self._is_reading:
            self._loaded = now
            self._is_reading = True
            self._start(self._look_into)
        if self._is_due:
            self._look()

    def _take(self, reading: Reading, files: tuple[Path, ...], seen: Fingerprint) -> None:
        self._is_reading = False
        if files != self._files:
            self._files = files
            self._loaded = self._seen = seen
        self.readingDone.emit(reading)
        # Whatever changed while the file was being read is seen now.
        self._look()

    def _tell(self) -> None:
        log.warning("%s: does not answer; the show goes on without it", self._path)

    # In a thread

    def _ask(self) -> None:
        # A file replaced by a rename is no longer watched: watch first, then look, and no change slips by.
        files = self._files
        watching = threading.Event()
        announce(self._found, watched(files), watching)
        watching.wait()
        announce(self._compared, fingerprint(files))

    def _look_into(self) -> None:
        # A folder that comes back has the file in it again; where the shipped one shows, the site's own may have come.
        if len(self._places) > 1 or self._path == shipped_content():
            self._path = located(self._places)
        reading = read(self._path)
        files = self._with_own(reading.files)
        announce(self._read, reading, files, fingerprint(files))

    def _with_own(self, files: tuple[Path, ...]) -> tuple[Path, ...]:
        """The files of a reading, and the one of the site's own that would be shown in their place."""
        own = self._places if self._path == shipped_content() else ()
        return tuple(dict.fromkeys((*files, *own)))
