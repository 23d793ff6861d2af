"""Which font files a show is set in, and which characters they can draw.

The typeface of the show's theme, if any, comes first, then the shipped one, then those for other scripts: of the
languages, and of whatever else stands in the content. The latter are large, so none is loaded that is not needed.
"""

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.paths import shipped

FOLDER = shipped() / "resources" / "fonts"
TYPEFACE = tuple(FOLDER / f"IBMPlexSans-{style}.ttf" for style in ("Light", "Regular", "Italic", "SemiBold"))


@dataclass(frozen=True)
class Script:
    """A shipped typeface for a script, with the languages it is the right one for (`zh` is also `zh-Hans`)."""

    name: str
    weights: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """Its font files, the regular one first."""
        return tuple(FOLDER / f"{self.name}-{weight}.ttf" for weight in self.weights)


SCRIPTS = (
    Script("IBMPlexSansArabic", ("Regular", "SemiBold"), ("ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur")),
    Script("IBMPlexSansHebrew", ("Regular", "SemiBold"), ("he", "yi")),
    Script("IBMPlexSansDevanagari", ("Regular", "SemiBold"), ("hi", "kok", "mr", "ne", "sa")),
    Script("IBMPlexSansJP", ("Regular", "SemiBold"), ("ja",)),
    Script("IBMPlexSansKR", ("Regular", "SemiBold"), ("ko",)),
    # In one weight: each file is as large as all of Qt Quick.
    Script("IBMPlexSansTC", ("Regular",), ("zh-Hant", "zh-HK", "zh-MO", "zh-TW", "yue")),
    Script("IBMPlexSansSC", ("Regular",), ("zh",)),
)
"""The first that fits a language is its own: Chinese characters differ in China, Taiwan, Japan and Korea."""

OTHER_SCRIPTS = re.compile("[^\u0000-\u024f\u2000-\u206f]")
"""Characters that the shipped typeface may not have."""

INVISIBLE = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Categories of Unicode that need no glyph: line ends, soft hyphens, joiners, marks of direction, spaces."""

VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def of_language(language: str) -> Script | None:
    """The shipped typeface for the script of a language; None where that is Latin, Greek, Cyrillic, or not shipped."""
    tags = ((script, tag) for script in SCRIPTS for tag in script.languages)
    return next((script for script, tag in tags if language == tag or language.startswith(f"{tag}-")), None)


def scripts(languages: Iterable[str], characters: Iterable[str]) -> list[Script]:
    """The typefaces to load beside the first: those of the languages, then the fewest that have the characters."""
    needed = list(dict.fromkeys(filter(None, map(of_language, languages))))
    missing = {ord(character) for character in characters if OTHER_SCRIPTS.match(character)}
    if missing:
        missing.difference_update(*(coverage(file) for file in (TYPEFACE[1], *(script.files[0] for script in needed))))
    others = {script: coverage(script.files[0]) for script in SCRIPTS if missing and script not in needed}
    while others:
        best = max(others, key=lambda script: len(others[script] & missing))
        drawn = others.pop(best) & missing
        if not drawn:
            break
        needed.append(best)
        missing -= drawn
    return needed


class Drawable:
    """Tells the characters that a show's typefaces, or any that is shipped, can draw from those they cannot."""

    def __init__(self, own: Iterable[Path]) -> None:
        """`own` are the font files that the show brings."""
        self._files = iter((*own, TYPEFACE[1], *(script.files[0] for script in SCRIPTS)))
        self._drawable: set[int] = set(range(0x20, 0x7F))
        self._missing: set[str] = set()

    def missing(self, text: str) -> list[str]:
        """The characters of a text that cannot be drawn, each once, in order."""
        if text.isascii():
            return []
        # What is typed as a letter with an accent after it is drawn as one sign where there is one.
        visible = dict.fromkeys(unicodedata.normalize("NFC", VARIATION_SELECTORS.sub("", text)))
        return [character for character in visible if not self._has(character)]

    def _has(self, character: str) -> bool:
        if ord(character) in self._drawable or unicodedata.category(character) in INVISIBLE:
            return True
        if character in self._missing:
            return False
        for file in self._files:
            self._drawable |= coverage(file)
            if ord(character) in self._drawable:
                return True
        self._missing.add(character)
        return False


def named(character: str) -> str:
    """A character with its Unicode name, for people."""
    code = f"U+{ord(character):04X}"
    return f"'{character}' ({code} {unicodedata.name(character, 'without a name')})"


# The `cmap` table of a font (https://learn.microsoft.com/typography/opentype/spec/cmap)


LAST_CHARACTER = 0x10FFFF

LARGEST_TABLE = 2**20
"""Bytes, of which even a font with all of Unicode needs fewer."""

MOST_PARTS = 8
"""Parts of the table, of which fonts have one or two for each system."""

MOST_CHARACTERS = 2**19
"""In all parts together: a font has 65,535 glyphs at most, and damaged ones name characters over and over."""


def coverage(file: Path) -> frozenset[int]:
    """The characters a font file has glyphs for; none if it cannot be read."""
    try:
        with file.open("rb") as font:
            (count,) = struct.unpack(">4xH6x", font.read(12))
            tables = dict(entry[:2] for entry in struct.iter_unpack(">4s4xI4x", font.read(16 * count)))
            font.seek(tables[b"cmap"])
            table = font.read(LARGEST_TABLE)
        (count,) = struct.unpack_from(">2xH", table)
        starts = dict.fromkeys(start for _, start in struct.iter_unpack(">II", table[4 : 4 + 8 * count]))
        parts = islice(starts, MOST_PARTS)
        return frozenset(islice((code for start in parts for code in _subtable(table[start:])), MOST_CHARACTERS))
    except (OSError, KeyError, IndexError, struct.error):
        return frozenset()


def _subtable(table: bytes) -> Iterator[int]:
    """The characters of one part of the table, of the two forms that all fonts of today have."""
    match struct.unpack_from(">H", table)[0]:
        case 4:
            yield from _segments(table)
        case 12:
            (groups,) = struct.unpack_from(">12xI", table)
            for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * groups]):
                yield from range(first + (glyph == 0), min(last, LAST_CHARACTER) + 1)


def _segments(table: bytes) -> Iterator[int]:
    """The characters of the form that holds four lists of numbers, an item each for every run of characters."""
    (double,) = struct.unpack_from(">6xH", table)
    count = double // 2
    words = struct.unpack_from(f">{len(table) // 2}H", table)
    reached = 0  # They are in order, unless the font is damaged.
    for run in range(7, 7 + count):
        # After the last characters comes a number without a meaning, then the first ones, the differences, the offsets.
        last, first, difference, offset = words[run], *(words[run + 1 + count * part] for part in (1, 2, 3))
        here = run + 1 + 3 * count + offset // 2
        for code in range(max(first, reached), last + 1):
            glyph = words[here + code - first] if offset else code + difference
            if glyph % 0x10000:
                yield code
        reached = max(reached, last + 1)
