"""Notices that the content file, or a file it names, has changed, and reads it anew beside the running show."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kiosk.content.reader import Reading, read

QUIET = 150
"""Milliseconds without a change after which a file counts as written to its end."""

POLL = 30_000
"""Milliseconds between looks at the files, for drives that announce no change."""

Fingerprint = tuple[tuple[int, int, int] | None, ...]


def fingerprint(files: Iterable[Path]) -> Fingerprint:
    """What changes with the files: inode, size and time of each, None where there is none."""

    def of(file: Path) -> tuple[int, int, int] | None:
        try:
            status = file.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    return tuple(of(file) for file in files)


def watched(files: Iterable[Path]) -> set[str]:
    """The paths whose change may change the files: themselves, their folders, and those of every link on the way."""
    paths: set[Path] = set()
    for file in files:
        paths.add(file)
        for way in (file, Path(os.path.realpath(file))):
            paths.add(way.parent)
            paths.update(folder.parent for folder in way.parents if folder.is_symlink())
    return {str(path) for path in paths if path.exists()}


class ContentWatcher(QObject):
    """Announces each finished reading of a content file that has changed. Reading is done off the GUI thread."""

    readingDone = Signal(object)

    def __init__(self, reading: Reading, path: Path, seen: Fingerprint, parent: QObject | None = None) -> None:
        """Watch from now on. `seen` is the fingerprint of the reading's files when they were read."""
        super().__init__(parent)
        self._path = path
        self._files = reading.files
        self._loaded = self._seen = seen
        self._is_reading = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._notice)
        self._watcher.directoryChanged.connect(self._notice)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._look)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self._look)
        self._poll.start()
        self.readingDone.connect(self._take)
        # What changed since the reading is seen now.
        self._look()

    def _watch(self) -> None:
        # Each path anew: it may name another file than when it was added, by a rename or a link that was turned.
        if present := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(present)
        self._watcher.addPaths(sorted(watched(self._files)))

    def _notice(self) -> None:
        self._quiet.start()

    def _look(self) -> None:
        # A file replaced by a rename is no longer watched: watch first, then look, and no change slips by.
        self._watch()
        now = fingerprint(self._files)
        if now != self._seen:
            self._seen = now
            self._quiet.start()
        elif now != self._loaded and not self._is_reading:
            self._loaded = now
            self._is_reading = True
            threading.Thread(target=self._read, name="content reader", daemon=True).start()

    def _read(self) -> None:
        self.readingDone.emit(read(self._path))

    def _take(self, reading: Reading) -> None:
        self._is_reading = False
        if reading.files != self._files:
            self._files = reading.files
            self._loaded = self._seen = fingerprint(self._files)
        # Whatever changed while the file was being read is seen now.
        self._look()
