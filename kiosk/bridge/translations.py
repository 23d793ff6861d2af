"""The program's own words, in every language at once: `say()` for Python, and Qt's `qsTr()` for QML.

English is the source. Qt's tools collect the words from the sources (`make translations`); of Python's all are in one
context, of QML's each file is one.
"""

from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.paths import shipped

CONTEXT = "kiosk"
"""Where Qt's files keep the words that stand in Python."""

_installed: list[QTranslator] = []


def say(language: str, words: str) -> str:
    """Words of the program in a language, else in its base language (`fr` for `fr-CA`), else as they are, in English.

    They must be written out where this is called: `packaging/translations` collects them from there.
    """
    return next(filter(None, (each.translate(CONTEXT, words) for each in _translators(language))), words)


def install(language: str) -> None:
    """Have `qsTr()` speak a language; what is on the screen already changes once its engine translates anew."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    # Of those installed Qt asks the last one first.
    _installed[:] = reversed(_translators(language))
    for translator in _installed:
        QCoreApplication.installTranslator(translator)


@cache
def _translators(language: str) -> tuple[QTranslator, ...]:
    """Those to ask for a language, one after the other."""
    folder = shipped() / "resources" / "translations"
    files = [folder / f"kiosk_{name}.qm" for name in dict.fromkeys((language, language.partition("-")[0]))]
    translators = []
    for file in files:
        translator = QTranslator()
        if file.exists() and translator.load(str(file)):
            translators.append(translator)
    return tuple(translators)
