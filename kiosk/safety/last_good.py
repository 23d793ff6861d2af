"""The last good content: whole copies of what was shown and found good, on this machine's own disk.

    last-good/<content file>/<revision>/manifest.json    what is in the copy
                                        files/…          the content file and all that it names, as they lie there
                             index.json                  the revisions that are kept, the current one first
                             denied.json                 the revisions that are not shown again

A copy is finished in a folder of another name, looked at again, and only then named in the index, each step on
the disk before the next begins: a power cut leaves the old copy or the new one. Source: faults.md, *Content on disk*.
"""

import json
import os
import re
import shutil
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from kiosk.content.reader import Reading, read, revision_of
from kiosk.safety.state_folder import read_json, sync_folder, write

LARGEST = 2**30
"""Bytes of a copy."""

RESERVE = 256 * 2**20
"""Bytes of the disk that a copy leaves free; of a small disk a tenth."""

SHOWS = 3
"""Content files whose copies are kept."""

DENIED = 20
"""Revisions that are remembered as not to be shown."""

CHUNK = 2**20
"""Bytes."""

UNFINISHED = ".stage-"

Rest = Callable[[float], None]
"""Called after each piece of work, with the seconds that it took, so that others have their turn; may raise NotKept."""


class NotKept(Exception):
    """The content is not kept; the text says why."""


@dataclass(frozen=True)
class _Entry:
    """A file of a copy: where it was copied from, and what it is checked by."""

    source: Path
    size: int
    changed: int
    """Nanoseconds, as `st_mtime_ns` of the source."""
    checksum: int


@dataclass(frozen=True)
class _Copy:
    """A copy as its manifest tells of it."""

    folder: Path
    revision: str
    since: str
    content: str
    files: Mapping[str, _Entry]

    def path(self, name: str) -> Path:
        """Where the copy of a file lies."""
        return self.folder / "files" / name

    @property
    def paths(self) -> dict[Path, Path]:
        """Where the copy of each file lies."""
        return {entry.source: self.path(name) for name, entry in self.files.items()}

    def has_all(self) -> bool:
        """Whether every file has its size."""
        return all(_size(self.path(name)) == entry.size for name, entry in self.files.items())

    def is_sound(self, rest: Rest) -> bool:
        """Whether every byte is as it was copied. Raises OSError."""
        return all(_is_sound(self.path(name), entry, rest) for name, entry in self.files.items())


@dataclass(frozen=True)
class Kept:
    """A revision that was kept, read from its copy. `since` is the local time when that was made."""

    reading: Reading
    revision: str
    since: str
    paths: Mapping[Path, Path]
    """Where the copy of each file lies."""


class LastGood:
    """The copies of one content file. One process at a time writes them."""

    def __init__(self, root: Path, content: Path) -> None:
        """Copies of a content file in a state folder; nothing is looked at yet."""
        name = zlib.crc32(str(_plain(content)).encode(errors="surrogateescape"))
        self._folder = root / "last-good" / f"{name:08x}"

    @property
    def is_there(self) -> bool:
        """Whether anything was ever kept."""
        return os.path.isfile(self._folder / "index.json")

    def read(self, other_than: str = "") -> Kept | None:
        """The newest revision, but for one, whose copy is whole; None if there is none."""
        names = dict.fromkeys((*self._index(), *self._folders()))
        return next(filter(None, map(self._read, (name for name in names if name != other_than))), None)

    def paths(self, revision: str) -> Mapping[Path, Path] | None:
        """Where the copies of a revision's files lie, if it is the current one and whole."""
        copy = self._copy(revision) if self._index()[:1] == [revision] else None
        return copy.paths if copy and copy.has_all() else None

    def keep(self, reading: Reading, rest: Rest = lambda seconds: None) -> Mapping[Path, Path]:
        """Keep a revision, and the current one as the one before; where the copies lie. Raises NotKept."""
        try:
            present = self.paths(reading.revision)
            if present is None:
                self._publish(reading, rest)
                present = self._whole(reading.revision).paths
            self._tidy()
        except (OSError, NotKept) as error:
            # Whatever is unfinished goes, so that a full disk is not fuller for it.
            with suppress(OSError):
                self._tidy()
            if isinstance(error, OSError):
                raise NotKept(f"{error.filename or self._folder}: {error.strerror}") from error
            raise
        return present

    def deny(self, revision: str) -> None:
        """Have a revision not shown again; any change makes another revision. Raises OSError."""
        denied = [*(each for each in self.denied() if each != revision), revision][-DENIED:]
        write(self._folder / "denied.json", json.dumps(denied).encode())

    def denied(self) -> tuple[str, ...]:
        """The revisions that are not to be shown."""
        return tuple(_revisions(read_json(self._folder / "denied.json")))

    # Reading

    def _index(self) -> list[str]:
        return _revisions(read_json(self._folder / "index.json"))

    def _folders(self) -> list[str]:
        """Finished copies that the index may not name, where it could not be read."""
        try:
            return sorted(each.name for each in self._folder.iterdir() if _is_revision(each.name))
        except OSError:
            return []

    def _copy(self, revision: str) -> _Copy | None:
        folder = self._folder / revision
        copy = _manifest(folder, read_json(folder / "manifest.json"))
        return copy if copy and copy.revision == revision else None

    def _whole(self, revision: str) -> _Copy:
        copy = self._copy(revision)
        if copy is None or not copy.has_all():
            raise NotKept("what was written is not what is read: the disk may be failing")
        return copy

    def _read(self, revision: str) -> Kept | None:
        copy = self._copy(revision)
        try:
            if copy is None or not copy.has_all():
                return None
            content = copy.path(copy.content)
            if not _is_sound(content, copy.files[copy.content]):
                return None
            reading = read(content)
        except OSError:
            return None
        if reading.errors or reading.show is None:
            return None
        return Kept(reading, revision, copy.since, copy.paths)

    # Writing

    def _publish(self, reading: Reading, rest: Rest) -> None:
        index = self._index()
        there = self._copy(reading.revision)
        if there is None or not there.is_sound(rest):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self._folder.parent, self._folder.parent.parent):
                sync_folder(folder)
            stage = self._folder / f"{UNFINISHED}{reading.revision}"
            named = self._folder / reading.revision
            _remove(stage)
            self._fill(stage, reading, self._copy(index[0]) if index else None, rest)
            _remove(named)
            stage.rename(named)
            sync_folder(self._folder)
        kept = [reading.revision, *(each for each in index if each != reading.revision)][:2]
        write(self._folder / "index.json", json.dumps(kept).encode())

    def _fill(self, stage: Path, reading: Reading, current: _Copy | None, rest: Rest) -> None:
        """Copy all that a reading has read, and check that the copy says the same."""
        sources = {_plain(file): _plain(file).stat() for file in reading.files}
        known = {entry.source: (current.path(name), entry) for name, entry in current.files.items()} if current else {}
        # A file that has not changed is one file in both copies. Nobody writes into those.
        shared = {
            source: known[source]
            for source, now in sources.items()
            if source in known and (known[source][1].size, known[source][1].changed) == (now.st_size, now.st_mtime_ns)
        }
        self._check_room(sources, shared)
        top = Path(os.path.commonpath([source.parent for source in sources]))
        files = dict[str, _Entry]()
        for source, now in sources.items():
            name = source.relative_to(top).as_posix()
            target = stage / "files" / name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if source in shared and _is_sound(*shared[source], rest) and _link(shared[source][0], target):
                files[name] = shared[source][1]
                continue
            size, checksum = _copy_file(source, target, rest)
            files[name] = _Entry(source, size, now.st_mtime_ns, checksum)
            if not _is_sound(target, files[name], rest):
                raise NotKept(f"{target}: what was written is not what is read; the disk may be failing")
        copy = _Copy(stage, reading.revision, _now(), next(iter(files)), files)
        write(stage / "manifest.json", _as_json(copy))
        for folder, _, _ in os.walk(stage, topdown=False):
            sync_folder(Path(folder))
        content = copy.path(copy.content)
        if revision_of(content.read_bytes(), reading.files[1:]) != reading.revision or read(content).errors:
            raise NotKept("it changed while it was copied")

    def _check_room(self, sources: Mapping[Path, os.stat_result], shared: Iterable[Path]) -> None:
        size = sum(now.st_size for now in sources.values())
        if size > LARGEST:
            raise NotKept(f"it has {_megabytes(size)}, and at most {_megabytes(LARGEST)} are kept")
        disk = shutil.disk_usage(self._folder)
        needed = size - sum(sources[source].st_size for source in shared) + min(RESERVE, disk.total // 10)
        if disk.free < needed:
            free = _megabytes(disk.free)
            raise NotKept(f"{self._folder}: {free} are free on this disk, {_megabytes(needed)} are needed")

    def _tidy(self) -> None:
        """Remove what is unfinished, what nobody needs any more, and the copies of shows long gone. Raises OSError."""
        index = self._index()
        for each in self._folder.iterdir() if self._folder.is_dir() else ():
            if each.name.startswith(UNFINISHED) or (index and _is_revision(each.name) and each.name not in index):
                _remove(each)
        shows = [each for each in self._folder.parent.iterdir() if each != self._folder]
        for old in sorted(shows, key=lambda show: show.stat().st_mtime, reverse=True)[SHOWS - 1 :]:
            _remove(old)


def last_good(state: Path | None, contents: Iterable[Path]) -> LastGood | None:
    """The copies of the first of the content files that has some, else the empty ones of the first; None without a
    state folder."""
    if state is None:
        return None
    stores = [LastGood(state, content) for content in contents]
    return next((store for store in stores if store.is_there), stores[0])


def _plain(path: Path) -> Path:
    """A path as the manifest has it: absolute, without looking at the disk."""
    return Path(os.path.normpath(path.absolute()))


def _now() -> str:
    return datetime.now().astimezone().isoformat(sep=" ", timespec="minutes")


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f} MiB"


def _is_revision(name: object) -> bool:
    return isinstance(name, str) and re.fullmatch("[0-9a-f]{16}", name) is not None


def _revisions(said: object) -> list[str]:
    return [each for each in said if _is_revision(each)] if isinstance(said, list) else []


def _size(file: Path) -> int:
    """Bytes; -1 where there is no file."""
    try:
        return file.stat().st_size
    except OSError:
        return -1


def _is_sound(file: Path, entry: _Entry, rest: Rest = lambda seconds: None) -> bool:
    """Whether every byte on the disk is as it was copied. Raises OSError."""
    if _size(file) != entry.size:
        return False
    checksum = 0
    with file.open("rb") as opened:
        if sys.platform == "linux":
            # What was just written would else be read from memory.
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        began = time.monotonic()
        while chunk := opened.read(CHUNK):
            checksum = zlib.crc32(chunk, checksum)
            rest(time.monotonic() - began)
            began = time.monotonic()
    return checksum == entry.checksum


def _copy_file(source: Path, target: Path, rest: Rest) -> tuple[int, int]:
    """Copy a file to the disk; how many bytes were read, and their checksum. Raises OSError."""
    size = checksum = 0
    with source.open("rb") as old, target.open("xb") as new:
        began = time.monotonic()
        while chunk := old.read(CHUNK):
            new.write(chunk)
            size += len(chunk)
            checksum = zlib.crc32(chunk, checksum)
            rest(time.monotonic() - began)
            began = time.monotonic()
        new.flush()
        os.fsync(new.fileno())
    return size, checksum


def _link(present: Path, target: Path) -> bool:
    """Give a file a second name; whether the disk can."""
    try:
        target.hardlink_to(present)
    except OSError:
        return False
    return True


def _remove(path: Path) -> None:
    """Remove a folder with all that is in it, or whatever else is there. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _as_json(copy: _Copy) -> bytes:
    files = {name: [str(entry.source), entry.size, entry.changed, entry.checksum] for name, entry in copy.files.items()}
    told = {"revision": copy.revision, "since": copy.since, "content": copy.content, "files": files}
    return json.dumps(told, indent=1).encode()


def _manifest(folder: Path, said: Any) -> _Copy | None:
    """What a manifest says; None if anything in it is not as it was written."""
    try:
        files = {name: _entry(name, *entry) for name, entry in said["files"].items()}
        revision, since, content = said["revision"], said["since"], said["content"]
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    is_text = all(isinstance(each, str) for each in (revision, since, content))
    return _Copy(folder, revision, since, content, files) if is_text and content in files else None


def _entry(name: str, source: object, size: object, changed: object, checksum: object) -> _Entry:
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts or not isinstance(source, str):
        raise ValueError
    if not (isinstance(size, int) and isinstance(changed, int) and isinstance(checksum, int)):
        raise TypeError
    return _Entry(Path(source), size, changed, checksum)
