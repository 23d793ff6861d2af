"""The typeface of the show: the shipped one, or the one its theme names, with the scripts its languages need."""

import logging
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.content.model import Show
from kiosk.content.typefaces import SCRIPTS, TYPEFACE, Script, of_language, scripts

log = logging.getLogger(__name__)

STRATEGIES = (
    QFont.StyleStrategy.PreferDefault,
    QFont.StyleStrategy.PreferMatch,
    QFont.StyleStrategy.PreferQuality,
    QFont.StyleStrategy.PreferMatch | QFont.StyleStrategy.PreferQuality,
)
"""All the same to fonts drawn from outlines; see `prefer()`."""

_families_of: dict[Script | None, list[str]] = {}
"""The families that are loaded for each script, those of the typeface itself under None."""


def load(files: Iterable[Path]) -> list[str]:
    """Load font files that are not loaded yet; the families they hold, in order."""
    families: dict[str, None] = {}
    for file in files:
        try:
            changed = file.stat().st_mtime_ns
        except OSError as error:
            log.error("%s: %s", file, error.strerror)
        else:
            families |= dict.fromkeys(_families(file, changed))
    return list(families)


@cache
def _families(file: Path, changed: int) -> list[str]:
    """The families of a file as of its last change. A file that holds none is logged."""
    number = QFontDatabase.addApplicationFont(str(file))
    if number < 0:
        log.error("%s: not a font that can be read", file)
        return []
    return QFontDatabase.applicationFontFamilies(number)


def use_typeface(show: Show | None, characters: Iterable[str] = ()) -> None:
    """Load the typefaces of a show: its own, the shipped one, and what its languages and `characters` need beside."""
    # A semi-bold cut has its strength already: Qt must not thicken it where strong text asks for bold.
    os.environ["QT_NO_SYNTHESIZED_BOLD"] = "1"
    languages = show.languages if show else ()
    _families_of.clear()
    _families_of[None] = load((*(show.theme.typeface if show else ()), *TYPEFACE))
    _families_of.update((script, load(script.files)) for script in scripts(languages, characters))
    prefer(languages[0] if languages else "")


def prefer(language: str) -> None:
    """Set every text made from now on as its language writes it, where several typefaces have the same characters."""
    if not _families_of:
        return
    script = of_language(language)
    order = dict.fromkeys((None, script, *_families_of))
    font = QFont()
    font.setFamilies([family for each in order for family in _families_of.get(each, ())])
    # The same letters at every size and on every machine, whatever its own font settings are.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Where two fonts differ in no more than the families after the first, Qt takes the second one for the first.
    strategy = STRATEGIES[SCRIPTS.index(script) % len(STRATEGIES) if script else 0]
    font.setStyleStrategy(strategy | QFont.StyleStrategy.NoSubpixelAntialias)
    if font != QGuiApplication.font():
        QGuiApplication.setFont(font)
