"""The program's own words: which there are, and in which languages they ship. Qt's translation files say so."""

import re
from functools import cache

from kiosk.paths import shipped

FOLDER = shipped() / "resources" / "translations"
ENGLISH = "en"

PLACE = re.compile(r"{\w+}|%L?\d")
"""Where the program puts in a number or name."""


@cache
def english_words() -> tuple[str, ...]:
    """Every word, name or sentence of the program, in English, each once; all translations have the same."""
    # Few shows have words of their own, and the start of the others is not to wait for a module they do not need.
    from xml.etree import ElementTree

    file = min(FOLDER.glob("kiosk_*.ts"))
    return tuple(dict.fromkeys(source.text or "" for source in ElementTree.parse(file).iter("source")))


def as_typed(words: str) -> str:
    """Words as an editor types them: without signs that a keyboard has not."""
    return words.replace("\u00a0", " ").replace("’", "'").replace("…", "...")


def is_shipped(language: str) -> bool:
    """Whether the words ship in a language or its base language."""
    names = (language, language.partition("-")[0])
    return any(name == ENGLISH or (FOLDER / f"kiosk_{name}.ts").exists() for name in names)


def places(words: str) -> list[str]:
    """What the program puts into words, in any order."""
    return sorted(PLACE.findall(words))
