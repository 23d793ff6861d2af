"""What the operating system and staff ask of the program by a signal."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

STOPS = ("SIGTERM", "SIGINT", "SIGHUP")
CLEANS = "SIGUSR1"


class Signals(QObject):
    """Hears signals at once, however idle the event loop is. Those that ask a program to stop end the loop."""

    cleaningAsked = Signal()
    """Somebody is about to wipe the screen."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        self.have_stopped = False
        """Whether one has asked for the end."""
        # Python hears a signal only when it runs next; Qt hears the pipe at once.
        self._reading_end, self._writing_end = os.pipe()
        os.set_blocking(self._writing_end, False)
        signal.set_wakeup_fd(self._writing_end)
        for name in (*STOPS, CLEANS):
            if number := getattr(signal, name, None):
                signal.signal(number, self._noted)
        self._notifier = QSocketNotifier(self._reading_end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        # Read, so that the pipe is not heard again by a loop that runs later. It holds the numbers of the signals.
        heard = set(os.read(self._reading_end, 64))
        cleans = getattr(signal, CLEANS, None)
        if cleans in heard:
            self.cleaningAsked.emit()
        if heard - {cleans}:
            self.have_stopped = True
            self._app.exit(0)

    @staticmethod
    def _noted(number: int, frame: FrameType | None) -> None:
        """Nothing more: the pipe has it."""

    def close(self) -> None:
        """Let go of the pipe."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        os.close(self._reading_end)
        os.close(self._writing_end)
