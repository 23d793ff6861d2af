"""A stop as the operating system asks for it."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication


class StopSignals(QObject):
    """Ends the event loop on the signals that ask a program to stop, at once, however idle it is."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        # Python hears a signal only when it runs next; Qt hears the pipe at once.
        self._reading_end, self._writing_end = os.pipe()
        os.set_blocking(self._writing_end, False)
        signal.set_wakeup_fd(self._writing_end)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if number := getattr(signal, name, None):
                signal.signal(number, self._heard)
        self._notifier = QSocketNotifier(self._reading_end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._stop)

    def _stop(self) -> None:
        # Read, so that the pipe is not heard again by a loop that runs later.
        os.read(self._reading_end, 64)
        self._app.exit(0)

    @staticmethod
    def _heard(number: int, frame: FrameType | None) -> None:
        """Nothing more: the pipe has it."""

    def close(self) -> None:
        """Let go of the pipe."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        os.close(self._reading_end)
        os.close(self._writing_end)
