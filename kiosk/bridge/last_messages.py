"""The last messages that the program had for staff, for who cannot read its log."""

import logging
from collections import deque

KEPT = 3


class LastMessages(logging.Handler):
    """Keeps the last warnings and errors, each once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records = deque[logging.LogRecord](maxlen=KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        same = [each for each in self.records if each.getMessage() == record.getMessage()]
        for each in same:
            self.records.remove(each)
        self.records.append(record)
