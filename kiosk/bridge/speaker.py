"""The voice of the system, in a process of its own, which `voice.py` starts.

Qt's speech waits for a service of the system: a second for its first answer, and for ever for one that found no sound
device. The process that draws waits for nothing. Orders come in, and answers go out, as lines of JSON:

    {"say": "Hello.", "language": "en", "number": 7}    {"languages": ["en", "fr-CA"]}
    {"stop": true}                                      {"said": 7}
    {"play": "tick.wav"}                                {"error": "…"}, {"note": "…"}
"""

import json
import os
import signal
import sys
from threading import Thread
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

AFTER_STOP = 0.2
"""Seconds in which the service still tells of the sentence that was stopped."""


def answer(**said: Any) -> None:
    """Write a line to the program."""
    print(json.dumps(said), flush=True)


class Speaker(QObject):
    """Says one sentence at a time; a new one stops the old one."""

    ordered = Signal(dict)

    def __init__(self, engine: str) -> None:
        super().__init__()
        self._speech = QTextToSpeech(engine, self) if engine else QTextToSpeech(self)
        self._order: dict[str, Any] = {}
        self._number: int | None = None
        self._quiet_at = 0.0
        self._sound: Any = None
        self._start = QTimer(self, singleShot=True)
        self._start.timeout.connect(self._say)
        self._speech.stateChanged.connect(self._state_changed)
        self._speech.errorOccurred.connect(lambda reason, text: answer(error=text))
        self.ordered.connect(self._take)
        # An engine without its service or library is in Error from the start.
        is_well = self._speech.state() != QTextToSpeech.State.Error
        answer(languages=[locale.bcp47Name() for locale in self._speech.availableLocales()] if is_well else [])

    def _take(self, order: dict[str, Any]) -> None:
        if "play" in order:
            self._play(order["play"])
            return
        self._start.stop()
        if self._number is not None:
            self._number = None
            self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)
            self._quiet_at = monotonic() + AFTER_STOP
        if "say" in order:
            self._order = order
            self._start.start(max(0, round((self._quiet_at - monotonic()) * 1000)))

    def _play(self, file: str) -> None:
        # Most screens are silent: loaded for the first sound.
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if self._sound is None:
            self._sound = QSoundEffect(self)
            self._sound.setSource(QUrl.fromLocalFile(file))
            if QMediaDevices.defaultAudioOutput().isNull():
                answer(note="there is no sound device: nothing is heard")
        self._sound.play()

    def _say(self) -> None:
        self._number = self._order["number"]
        locale = QLocale(self._order["language"])
        if self._speech.locale() != locale:
            self._speech.setLocale(locale)
        self._speech.say(self._order["say"])

    def _state_changed(self, state: QTextToSpeech.State) -> None:
        if self._number is None:
            return
        if state == QTextToSpeech.State.Ready:
            number, self._number = self._number, None
            answer(said=number)


def listen(speaker: Speaker) -> None:
    """Hand on the orders as they come; without the program that gives them there is nothing to do."""
    for line in sys.stdin:
        speaker.ordered.emit(json.loads(line))
    os._exit(0)


PARENT_DEATH_SIGNAL = 1


def end_with_parent() -> None:
    """Have Linux end this process with the program, whatever it waits for then (prctl(2))."""
    if sys.platform == "linux":
        from ctypes import CDLL

        CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)


def main() -> None:
    """Speak until the program goes away."""
    end_with_parent()
    app = QCoreApplication(sys.argv[:1])
    speaker = Speaker("".join(sys.argv[1:]))
    Thread(target=listen, args=(speaker,), daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main()
