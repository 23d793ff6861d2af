"""The play log: what was shown and touched, one JSON object a line, flushed. Source: design.md, *Command line*."""

import logging
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from kiosk.show.events import Event

log = logging.getLogger(__name__)


class PlayLog:
    """Appends events to a file. A full disk costs events, never the show."""

    def __init__(self, path: Path) -> None:
        """Raises OSError when the file cannot be opened."""
        self._file: TextIO = path.open("a", encoding="utf-8")
        self._is_failing = False

    def write(self, event: Event) -> None:
        line = event.to_json(datetime.now().astimezone(), time.monotonic())
        try:
            self._file.write(line + "\n")
            self._file.flush()
        except OSError as error:
            if not self._is_failing:
                log.error("%s: events are lost: %s", self._file.name, error.strerror)
            self._is_failing = True
        else:
            self._is_failing = False

    def close(self) -> None:
        with suppress(OSError):  # What a full disk did not take is lost already, and told of.
            self._file.close()
