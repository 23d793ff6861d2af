"""The program's own words, in every language at once: `say()` for Python, and Qt's `qsTr()` for QML.

English is the source. Qt's tools collect the words from the sources (`make translations`); of Python's all are in one
context, of QML's each file is one. What a show calls them goes before what ships.
"""

import struct
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from kiosk.content.own_words import ENGLISH, FOLDER
from kiosk.content.values import OwnWords

CONTEXT = "kiosk"
"""Where Qt's files keep the words that stand in Python."""

_own: dict[str, bytes] = {}
"""The words of the show by language, as Qt reads them; Qt keeps no copy."""

_installed: list[QTranslator] = []
_language = ENGLISH
"""What `qsTr()` speaks."""


def say(language: str, words: str) -> str:
    """Words of the program in a language, else in its base language (`fr` for `fr-CA`), else as they are, in English.

    They must be written out where this is called: `packaging/update_translations.py` collects them from there.
    """
    return next(filter(None, (each.translate(CONTEXT, words) for each in _translators(language))), words)


def use_words(words: OwnWords) -> None:
    """Say what a show has words of its own for in these."""
    # No translator may be left that reads what is let go.
    _uninstall()
    _translators.cache_clear()
    _own.clear()
    _own.update((language, _compiled(own)) for language, own in words.by_language.items())
    install(_language)


def install(language: str) -> None:
    """Have `qsTr()` speak a language, and write its numbers (`%L1`).

    What is on the screen already changes once its engine translates anew.
    """
    global _language
    _language = language
    QLocale.setDefault(QLocale(language))
    _uninstall()
    # Of those installed Qt asks the last one first.
    _installed[:] = reversed(_translators(language))
    for translator in _installed:
        QCoreApplication.installTranslator(translator)


def _uninstall() -> None:
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()


@cache
def _translators(language: str) -> tuple[QTranslator, ...]:
    """Those to ask for a language, one after the other."""
    names = dict.fromkeys((language, language.partition("-")[0]))
    translators = []
    for name in names:
        if name in _own:
            translators.append(QTranslator())
            translators[-1].load(_own[name])
    for name in names:
        file = FOLDER / f"kiosk_{name}.qm"
        if file.exists():
            translators.append(QTranslator())
            translators[-1].load(str(file))
    return tuple(translators)


# Words as Qt reads them (QTranslator, the format that lrelease writes): a table of hashes, then the translations. They
# stand there without a context and so are found from every one.

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES = 0x42, 0x69
TRANSLATION, SOURCE, END = 3, 6, 1


def _compiled(words: Mapping[str, str]) -> bytes:
    """The translations of English words."""
    hashes, messages = [], b""
    for english, translation in words.items():
        source, told = english.encode(), translation.encode("utf-16-be")
        hashes.append(struct.pack(">II", _hash(source), len(messages)))
        messages += struct.pack(">BI", TRANSLATION, len(told)) + told
        messages += struct.pack(">BI", SOURCE, len(source)) + source + bytes([END])
    table = b"".join(sorted(hashes))
    return b"".join(
        (MAGIC, struct.pack(">BI", HASHES, len(table)), table, struct.pack(">BI", MESSAGES, len(messages)), messages)
    )


def _hash(text: bytes) -> int:
    """The hash of ELF's symbol tables, never 0."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value or 1
