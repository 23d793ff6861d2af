"""The typeface of the show: the shipped one, or the one its theme names, with the scripts its languages need."""

import logging
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.content.model import Show
from kiosk.paths import shipped

log = logging.getLogger(__name__)

TYPEFACE = ("IBMPlexSans-Light", "IBMPlexSans-Regular", "IBMPlexSans-Italic", "IBMPlexSans-SemiBold")

SCRIPTS = {
    "IBMPlexSansArabic": ("ar", "fa", "ur", "ps", "ckb"),
    "IBMPlexSansJP": ("ja", "zh", "ko"),
}
"""The shipped typefaces for other scripts, each with the languages it is loaded for: they are large."""


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


def use_typeface(show: Show | None) -> None:
    """Set every text of the program in the show's typeface."""
    # A semi-bold cut has its strength already: Qt must not thicken it where strong text asks for bold.
    os.environ["QT_NO_SYNTHESIZED_BOLD"] = "1"
    folder = shipped() / "resources" / "fonts"
    languages = {language.partition("-")[0] for language in show.languages} if show else set()
    families = load(show.theme.typeface) if show else []
    families += load(folder / f"{name}.ttf" for name in TYPEFACE)
    for script, spoken in SCRIPTS.items():
        if languages.intersection(spoken):
            families += load(folder / f"{script}-{weight}.ttf" for weight in ("Regular", "SemiBold"))
    font = QFont()
    font.setFamilies(families)
    # The same letters at every size and on every machine, whatever its own font settings are.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    if font != QGuiApplication.font():
        QGuiApplication.setFont(font)
