"""The keys of the keyboard on the screen, and what typing on it does to a query.

Few and large: capitals, accents and voicing marks make no difference to a search (`kiosk.show.search`).
No layout has more than ten keys in a row, as many as fit at 20 mm on any screen that people stand at.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.show.search import fold

DIGITS = "1234567890"


@dataclass(frozen=True)
class Layout:
    """A page of keys: its name, in its own letters, and its rows from left to right; a space is a gap."""

    name: str
    rows: tuple[str, ...]


AZERTY = Layout("AZERTY", ("azertyuiop", "qsdfghjklm", "wxcvbn"))
QWERTY = Layout("QWERTY", ("qwertyuiop", "asdfghjkl", "zxcvbnm"))
NUMBERS = Layout("123", (DIGITS[:5], DIGITS[5:]))

LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "fr": (
        Layout("AZERTY", ("azertyuiop", "qsdfghjklm", "wxcvbnéèàç")),
        Layout("QWERTY", ("qwertyuiop", "asdfghjklé", "zxcvbnmèàç")),
    ),
    "es": (Layout("QWERTY", ("qwertyuiop", "asdfghjklñ", "zxcvbnm")),),
    "de": (Layout("QWERTZ", ("qwertzuiop", "asdfghjklö", "yxcvbnmäüß")), QWERTY),
    # Forms that make no difference to a search, such as those of alef, have no key.
    "ar": (Layout("أبج", ("ضصثقفغعهخح", "شسيبلاتنمك", "ذدرزوةىظطج")), QWERTY),
    # The table of sounds as schools and bookshops show it: its columns go from right to left.
    "ja": (
        Layout(
            "あいう",
            (
                "わらやまはなたさかあ",
                "をり゛みひにちしきい",
                "んるゆむふぬつすくう",
                "ーれ゜めへねてせけえ",
                " ろよもほのとそこお",
            ),
        ),
        QWERTY,
    ),
}
"""The layouts of each language, the usual one first; of all others, those in `OTHERS`. `ABC` comes last."""

OTHERS = (QWERTY, AZERTY)

FEW = 0.05
"""The share of all letters that may well be without a key: names from elsewhere, formulas."""


MOST_ROWS = 5
"""Rows of letters, without the digits."""


def layouts(language: str, columns: int, lines: int, letters: Mapping[str, int] | None = None) -> tuple[Layout, ...]:
    """The layouts for a language where so many keys stand side by side, in so many rows.

    The digits are the first row where there is room, else a layout of their own. A layout with longer rows
    is set anew, in order of the alphabet. Where `letters`, the folded ones of the show by how often they
    stand there, are many that have no key, such as Greek ones or Han, those met most often are a layout too.
    """
    base = language.partition("-")[0]
    own = LAYOUTS.get(base, OTHERS)
    latin = next(layout for layout in own if "a" in "".join(layout.rows))
    keys = fold("".join(row for layout in own for row in layout.rows))
    others = {letter: count for letter, count in (letters or {}).items() if letter not in keys}
    if sum(others.values()) > FEW * sum((letters or {}).values()):
        most = min(columns, len(DIGITS)) * min(max(lines - 1, 1), MOST_ROWS)
        met = _alphabetical(Layout("", ("".join(sorted(others, key=lambda letter: -others[letter])[:most]),)), columns)
        own = (own[0], met, *own[1:]) if base in LAYOUTS else (met, *own)
    named: dict[str, Layout] = {}
    for layout in (*own, _alphabetical(latin, columns)):
        fitting = layout if len(layout.rows[0]) <= columns else _alphabetical(layout, columns)
        named.setdefault(fitting.name, fitting)
    chosen = list(named.values())
    has_digits = [len(DIGITS) <= columns and len(layout.rows) < lines for layout in chosen]
    with_digits = [
        Layout(layout.name, (DIGITS, *layout.rows)) if has else layout
        for layout, has in zip(chosen, has_digits, strict=True)
    ]
    return tuple(with_digits) if any(has_digits) else (*with_digits, NUMBERS)


def _alphabetical(layout: Layout, columns: int) -> Layout:
    """The letters of a layout in order, in even rows of at most so many."""
    letters = sorted("".join(layout.rows).replace(" ", ""))
    columns = min(columns, len(DIGITS))
    length = -(-len(letters) // -(-len(letters) // columns))
    starts = range(0, len(letters), length)
    rows = ["".join(letters[start : start + length]) for start in starts]
    if unicodedata.bidirectional(letters[0]) in ("R", "AL"):
        rows = [row[::-1] for row in rows]
    name = "ABC" if "a" in letters else layout.name or ("字" if letters[0] >= "\u4e00" else "".join(letters[:3]))
    return Layout(name, tuple(rows))


# The Japanese voicing marks as their keys show them, and as they join the letter before them.
_JOINING = str.maketrans({"゛": "\u3099", "゜": "\u309a"})


def typed(query: str, text: str) -> str:
    """A query with more at its end. It never begins with a space, and has never two together."""
    text = "".join(letter for letter in text.translate(_JOINING) if letter == " " or letter.isprintable())
    whole = " ".join(f"{query}{text}|".split())[:-1]
    return unicodedata.normalize("NFC", whole)


def erased(query: str) -> str:
    """A query without its last letter, which goes with the marks it carries."""
    kept = query[:-1]
    while kept and unicodedata.combining(query[len(kept)]):
        kept = kept[:-1]
    return kept
