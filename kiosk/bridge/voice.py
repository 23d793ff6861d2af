"""Reads a page aloud, sentence after sentence, with a voice of the system in the language on the screen."""

import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.paths import shipped

if TYPE_CHECKING:
    from kiosk.show.narration import Sentence

log = logging.getLogger(__name__)

TICK = shipped() / "resources" / "sounds" / "tick.wav"

SPEAKER = (
    [str(Path(sys.executable).with_stem("kiosk-speaker"))]
    if getattr(sys, "frozen", False)
    else [sys.executable, "-I", str(Path(__file__).with_name("speaker.py"))]
)
"""What to run: a program of its own in a package (see packaging/kiosk.spec)."""

AFTER_TOUCH = 500
"""Milliseconds after which a visit's first touch has long been answered."""

FIRST_ANSWER = 15_000
"""Milliseconds in which the voice tells its languages; the service of the system may have to start first."""

SLOWEST = 4
"""Characters a second of the slowest voice; people read aloud 15 (IReST)."""

PATIENCE = 6_000
"""Milliseconds more until a voice that does not end its sentence is given up."""


def nearest(language: str, available: Sequence[str]) -> str:
    """The voice for a language: its own country's, else the language's first one (`fr-FR` for `fr-CA`); empty if none.

    >>> nearest("fr-CA", ["en", "fr", "fr-CH"])
    'fr'
    """
    base = language.partition("-")[0]
    same = sorted((tag for tag in available if tag.partition("-")[0] == base), key=len)
    return language if language in same else next(iter(same), "")


class Voice(QObject):
    """The voice that reads a page, or none where the system has no voice for the language.

    `changed` tells of what it can say and of the sentence it is at, `begun` of each sentence it begins. It is there in
    visits only, in a process of its own (see `speaker.py`), and whatever becomes of that, the show goes on.
    """

    changed = Signal()
    begun = Signal()

    def __init__(self, engine: str = "", parent: QObject | None = None) -> None:
        """A voice of the engine of Qt's speech that has that name, else of the system's own."""
        super().__init__(parent)
        self._program, *self._arguments = [*SPEAKER, *filter(None, [engine])]
        self._languages: tuple[str, ...] = ()
        self._sentences: tuple[Sentence, ...] = ()
        self._language = ""
        self._at = 0
        self._number = 0
        self._is_wanted = self._is_ready = self._is_closing = False
        self.is_paused = False
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._refused)
        self._start = QTimer(self, singleShot=True, interval=AFTER_TOUCH)
        self._start.timeout.connect(self._begin)
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._give_up)

    # In visits only

    def prepare(self) -> None:
        """A visit has begun: be there soon."""
        self._is_wanted = True
        self._start.start()

    def release(self) -> None:
        """The visit is over."""
        self._is_wanted = False
        self._start.stop()
        self.stop()
        self._end()

    def close(self) -> None:
        """The program ends."""
        self.release()
        self._process.kill()
        self._process.waitForFinished()

    def _begin(self) -> None:
        self._start.stop()
        # One that is still ending is followed by the next.
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.start(self._program, self._arguments)
            self._watch.start(FIRST_ANSWER)

    def _end(self) -> None:
        self._is_ready = False
        if self._process.state() != QProcess.ProcessState.NotRunning and not self._is_closing:
            self._is_closing = True
            # It ends with its input, and where it waits for something it is ended.
            self._process.closeWriteChannel()
            self._watch.start(PATIENCE)

    # What it can say

    def can_say(self, language: str) -> bool:
        """Whether there is a voice for a language."""
        return bool(nearest(language, self._languages))

    @property
    def is_speaking(self) -> bool:
        return bool(self._sentences)

    @property
    def sentence(self) -> "Sentence | None":
        """What is being said."""
        return self._sentences[self._at] if self._sentences else None

    def read(self, sentences: Sequence["Sentence"], language: str) -> None:
        """Say sentences, from the first; whatever is being said stops."""
        self._sentences = tuple(sentences)
        self.is_paused = False
        self._language = nearest(language, self._languages)
        if self._is_ready:
            self._say(0)
        else:
            self._at = 0
            self._begin()
            self.changed.emit()

    def stop(self) -> None:
        """Be silent at once."""
        if self._sentences:
            self._sentences = ()
            if self._is_ready:
                self._watch.stop()
                self._order(stop=True)
            self.changed.emit()

    def pause(self) -> None:
        """Be silent for a while; or go on, from the beginning of the sentence."""
        if not self._sentences or not self._is_ready:
            return
        self.is_paused = not self.is_paused
        if self.is_paused:
            self._watch.stop()
            self._order(stop=True)
            self.changed.emit()
        else:
            self._say(self._at)

    def tick(self) -> None:
        """Be heard for a moment, if there is anything to be heard with."""
        if self._is_ready:
            self._order(play=str(TICK))

    def _say(self, at: int) -> None:
        self._at = at
        self._number += 1
        words = self._sentences[at].said
        self._order(say=words, language=self._language, number=self._number)
        self._watch.start(PATIENCE + len(words) * 1000 // SLOWEST)
        self.changed.emit()
        self.begun.emit()

    def _order(self, **order: Any) -> None:
        self._process.write(f"{json.dumps(order)}\n".encode())

    # What it answers

    def _hear(self) -> None:
        while self._process.canReadLine():
            answer = json.loads(bytes(self._process.readLine().data()))
            if not self._is_closing:
                self._take(answer)

    def _take(self, answer: dict[str, Any]) -> None:
        match answer:
            case {"languages": [*languages]}:
                self._watch.stop()
                self._languages = tuple(languages)
                self._is_ready = True
                if not languages:
                    log.info("the system has no voice: pages are not read aloud")
                self.changed.emit()
                if self._sentences:
                    self._say(0)
            case {"said": number} if number == self._number and self._sentences and not self.is_paused:
                if self._at + 1 < len(self._sentences):
                    self._say(self._at + 1)
                else:
                    self._watch.stop()
                    self._sentences = ()
                    self.changed.emit()
            case {"note": text}:
                log.info("the voice says: %s", text)
            case {"error": text}:
                self._fail(f"the voice says: {text}")

    def _give_up(self) -> None:
        if self._is_closing:
            self._process.kill()
        else:
            self._fail("the voice does not answer")

    def _refused(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._fail("the voice cannot be started")

    def _finished(self) -> None:
        self._watch.stop()
        if not self._is_closing:
            self._fail("the voice ended by itself")
            return
        self._is_closing = False
        if self._is_wanted and not self._start.isActive():
            self._begin()

    def _fail(self, reason: str) -> None:
        log.warning("%s: pages are not read aloud until the next visit", reason)
        self._languages = self._sentences = ()
        self._is_wanted = False
        self._watch.stop()
        self._end()
        self.changed.emit()
