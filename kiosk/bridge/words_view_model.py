"""The words on the controls, in the language on the screen."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.show.words import words

QML_IMPORT_NAME = "KioskBridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class WordsViewModel(QObject):  # type: ignore[operator]
    """What each control is called."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words("en")

    def set_language(self, language: str) -> None:
        """Change every word at once."""
        new = words(language)
        if new is not self._words:
            self._words = new
            self.changed.emit()

    @Property(str, notify=changed)
    def home(self) -> str:
        return self._words.home

    @Property(str, notify=changed)
    def sections(self) -> str:
        return self._words.sections

    @Property(str, notify=changed)
    def previous(self) -> str:
        return self._words.previous

    @Property(str, notify=changed)
    def next(self) -> str:
        return self._words.next

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._words.language

    @Property(str, notify=changed)
    def resume(self) -> str:
        return self._words.resume

    @Property(str, notify=changed)
    def close(self) -> str:
        return self._words.close
