"""What the program tells staff: each thing once, whether systemd's journal or a file takes it.

What comes again within an hour is counted, not repeated: a screen that runs for years is not to fill its disk with one
sentence, nor to hide another one behind it.
"""

import json
import logging
import os
import re
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import TextIO

from kiosk.safety.state_folder import made

log = logging.getLogger(__name__)

HOUR = 3600.0
"""Seconds in which the same message is not repeated."""

KEPT = 5
"""Messages that are remembered."""

FILE_SIZE, FILES = 2**20, 5
"""Bytes of a file of the log, and how many there are."""

ADDRESSES = re.compile(r"0x[0-9a-f]+")
"""What may differ in a message that is the same."""

ONCE = ("kiosk.app", "kiosk.content.problems")
"""What these tell comes once with each change, of the content above all, and whoever makes one waits for it."""

PRIORITIES = {logging.CRITICAL: 2, logging.ERROR: 3, logging.WARNING: 4, logging.INFO: 6, logging.DEBUG: 7}
"""As systemd counts them. Source: sd-daemon(3)."""


@dataclass
class Message:
    """A message, when it first and last came, and how often it came again."""

    level: str
    text: str
    first: float
    last: float
    """On the clock of the `Messages`, as `first` is."""
    created: float
    """The last one's time, as `time.time()` had it."""
    again: int = 0


class Messages(logging.Handler):
    """Hands messages on to targets, each once an hour, and remembers the last ones."""

    def __init__(self, targets: Sequence[logging.Handler], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._targets = targets
        self._clock = clock
        self._told: dict[tuple[str, str], tuple[Message, logging.LogRecord]] = {}
        self._last = deque[Message](maxlen=KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        now = self._clock()
        self._count_up(now)
        text = record.getMessage()
        key = record.name, ADDRESSES.sub("", text)
        told = self._told.get(key)
        if told and record.name not in ONCE:
            told[0].again += 1
            told[0].last, told[0].created = now, record.created
            return
        message = Message(record.levelname.lower(), text, now, now, record.created)
        self._told[key] = message, record
        self._last = deque((each for each in self._last if each.text != text), KEPT)
        self._last.append(message)
        self._tell(record, text)

    def count_up(self) -> None:
        """Tell how often messages came again whose hour is over."""
        self.acquire()
        try:
            self._count_up(self._clock())
        finally:
            self.release()

    def _count_up(self, now: float) -> None:
        over = [key for key, (message, _) in self._told.items() if now - message.first >= HOUR]
        for key in over:
            message, record = self._told.pop(key)
            if message.again:
                self._tell(record, f"{message.text} (in the hour since then {message.again} times more)")

    def _tell(self, record: logging.LogRecord, text: str) -> None:
        # What the message was made of is not kept for another thread to look at.
        told = logging.makeLogRecord(record.__dict__ | {"msg": text, "args": None})
        for target in self._targets:
            target.handle(told)

    def last(self) -> list[Message]:
        """The last ones, the newest first."""
        return sorted(self._last, key=lambda message: message.last, reverse=True)


class KeyValues(logging.Formatter):
    """A line of pairs, `key="value"`, each value as in JSON. The journal has a time of its own."""

    def __init__(self, *, for_journal: bool) -> None:
        super().__init__()
        self._for_journal = for_journal

    def format(self, record: logging.LogRecord) -> str:
        pairs = {"from": record.name, "message": record.getMessage()}
        if record.exc_info:
            pairs["trace"] = self.formatException(record.exc_info)
        if self._for_journal:
            return f"<{PRIORITIES.get(record.levelno, 6)}>{_line(pairs)}"
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return _line({"time": when, "level": record.levelname.lower()} | pairs)


def _line(pairs: Mapping[str, str]) -> str:
    return " ".join(f"{key}={json.dumps(value, ensure_ascii=False)}" for key, value in pairs.items())


class LogFile(logging.Handler):
    """Files of a limited size. A disk that takes nothing costs messages, never the show.

    Python's own rotating file comes with a module that opens sockets, which the package does not hold.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.setFormatter(KeyValues(for_journal=False))
        self.lost = 0
        """Messages that could not be written."""

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record).encode(errors="backslashreplace") + b"\n"
        try:
            if self._path.is_file() and self._path.stat().st_size + len(line) > FILE_SIZE:
                self._turn_over()
            # Opened for each: they are few, and the disk may come back.
            with self._path.open("ab") as file:
                file.write(line)
        except OSError:
            self.lost += 1

    def _turn_over(self) -> None:
        names = [self._path, *(self._path.with_name(f"{self._path.name}.{number}") for number in range(1, FILES))]
        for older, newer in zip(reversed(names[1:]), reversed(names[:-1]), strict=True):
            if newer.is_file():
                newer.replace(older)


class Beside(logging.Handler):
    """Has another thread write: no slide waits for a disk. The end of the program waits for it (`logging.shutdown`)."""

    def __init__(self, target: logging.Handler) -> None:
        super().__init__()
        self._target = target
        self._queue = SimpleQueue[logging.LogRecord | None]()
        self._thread = threading.Thread(target=self._write, name="log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        self._queue.put(record)

    def _write(self) -> None:
        while record := self._queue.get():
            self._target.handle(record)

    def close(self) -> None:
        """Write what is left."""
        self._queue.put(None)
        self._thread.join()
        super().close()


def is_journal(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether systemd's journal reads a stream. Source: systemd.exec(5), *$JOURNAL_STREAM*."""
    try:
        about = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return environment.get("JOURNAL_STREAM") == f"{about.st_dev}:{about.st_ino}"


class Log:
    """The log of a run: to the journal where that listens, else as ever to standard error, and to files in a folder."""

    def __init__(self, state: Path | None) -> None:
        """`state` is the state folder, None where no file is to be written."""
        targets: list[logging.Handler] = []
        self.is_journal = sys.stderr is not None and is_journal(sys.stderr, os.environ)
        if sys.stderr:
            stream = logging.StreamHandler()
            if self.is_journal:
                stream.setFormatter(KeyValues(for_journal=True))
            else:
                # Errors of the program's own are told there already.
                stream.addFilter(lambda record: not record.exc_info)
            targets.append(stream)
        self._file: LogFile | None = None
        if state and not self.is_journal and (folder := made(state / "log")):
            self._file = LogFile(folder / "kiosk.log")
            targets.append(Beside(self._file))
        self.messages = Messages(targets)
        # A stream that takes nothing is no reason for more words to it.
        logging.raiseExceptions = False
        logging.getLogger().addHandler(self.messages)

    @property
    def lost(self) -> int:
        """Messages that no file could take."""
        return self._file.lost if self._file else 0

    def fail(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell of an internal error, and where it came from."""
        log.error("internal error: %s: %s", kind.__name__, error, exc_info=(kind, error, trace))
