"""What the operating system and staff ask of the program by a signal."""

import os
import signal
from threading import Thread
from types import FrameType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.platform import CLEANS, STOPS, end_within

IN_TIME = 2
"""Seconds in which the program ends when it is asked to, at most."""


class Signals(QObject):
    """Hears signals at once, however idle the event loop is. Those that ask a program to stop end the loop."""

    cleaningAsked = Signal()
    """Somebody is about to wipe the screen."""

    _heard = Signal(bytes)

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        self.have_stopped = False
        """Whether one has asked for the end."""
        # Python hears a signal only when it runs next. A pipe has it at once, and a thread waits for that: Qt does
        # not on Windows.
        self._reading_end, self._writing_end = os.pipe()
        if hasattr(os, "set_blocking"):
            os.set_blocking(self._writing_end, False)
        signal.set_wakeup_fd(self._writing_end)
        for name in (*STOPS, CLEANS):
            if number := getattr(signal, name, None):
                signal.signal(number, self._noted)
        self._heard.connect(self._answer)
        self._thread = Thread(target=self._listen, name="signals", daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while numbers := os.read(self._reading_end, 64):
            self._heard.emit(numbers)

    def _answer(self, numbers: bytes) -> None:
        heard = set(numbers)
        cleans = getattr(signal, CLEANS, None)
        if cleans in heard:
            self.cleaningAsked.emit()
        if heard - {cleans}:
            self.have_stopped = True
            self._app.exit(0)

    @staticmethod
    def _noted(number: int, frame: FrameType | None) -> None:
        """The pipe has it. Should the loop not get to it, or anything not end in time, the system ends all."""
        if number != getattr(signal, CLEANS, None):
            end_within(IN_TIME)

    def close(self) -> None:
        """Let go of the pipe."""
        signal.set_wakeup_fd(-1)
        os.close(self._writing_end)
        self._thread.join()
        os.close(self._reading_end)
