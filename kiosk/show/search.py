"""Finding slides by the words on them, in the language on the screen.

What is compared is *folded* text: without case, accents, other marks and punctuation, as on the first level
of Unicode's collation (UTS #10), where `É`, `e` and `ｅ` are one letter and か, が and ガ are one sound.
Folding goes character by character, so that every match can be shown in the text as it is written.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from itertools import accumulate
from typing import Any
from unicodedata import east_asian_width

from kiosk.content.markup import plain, unmarked
from kiosk.content.model import Figure, Link, Slide
from kiosk.content.titles import slide_title
from kiosk.content.values import PartialDate, Text, shown_address

MOST_HITS = 30
"""Hits that are shown; who finds more goes on typing."""

SNIPPET = 110
"""About how much of a text is shown with a hit, in characters; a Chinese or Japanese one counts twice."""

Written = Callable[[Decimal | PartialDate, str], str]
"""A number or date as a language writes it."""

Range = tuple[int, int]
"""Where a match begins and ends in a text."""


@dataclass(frozen=True)
class Passage:
    """A piece of a slide's text, as it is set there, and where in it the words stand that were looked for."""

    text: str
    matches: tuple[Range, ...] = ()

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, and whether each was looked for."""
        here = 0
        for start, end in self.matches:
            yield self.text[here:start], False
            yield self.text[start:end], True
            here = end
        yield self.text[here:], False


@dataclass(frozen=True)
class Hit:
    """A slide that was found: its position in the show, its title, and the best of its other text."""

    position: int
    title: Passage
    snippet: Passage


@dataclass(frozen=True)
class Found:
    """What a query finds: the first hits, best first, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    total: int = 0


# Folding

_LETTERS = {
    "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "þ": "th",
    # Forms of one Arabic letter, the Persian ones too; hamza, which keyboards of few keys lack, and tatweel.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ء": "", "ـ": "",
    # The Japanese voicing marks, typed on their own.
    "゛": "", "゜": "",
}  # fmt: skip
_SMALL_KANA = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))

# Scripts that set no spaces between words (Thai to Lao, Burmese, Khmer, kana and Han): a word begins anywhere.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"


def _folded_once(character: str) -> str:
    """A character one step nearer to what is compared."""
    if character in _LETTERS:
        return _LETTERS[character]
    if "ァ" <= character <= "ヶ":
        character = chr(ord(character) - ord("ァ") + ord("ぁ"))
    if character in _SMALL_KANA:
        return _SMALL_KANA[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    is_mark = unicodedata.combining(character) != 0 or "\ufe00" <= character <= "\ufe0f"
    if is_mark or category == "Cf":
        return ""
    # Punctuation, signs and spaces of any sort part words; so do an apostrophe that Unicode takes for a letter.
    if category[0] in "CPSZ" or character == "ʼ":
        return " "
    return unicodedata.normalize("NFKD", character).casefold()


class _Folds(dict[int, str]):
    """What each character is folded to, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = chr(code)
        while (again := "".join(map(_folded_once, folded))) != folded:
            folded = again
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """A text as it is compared: lower case, without marks, a space for each sign that is no letter or digit.

    >>> fold("L’Œuvre d’Été")
    'l oeuvre d ete'
    """
    return text.translate(_FOLDS)


# What is looked for

_GROUPED = re.compile(r"(?<![0-9])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_ARTICLE = re.compile(r"[وفبك]?ال(?=...)|لل(?=...)")
_ARABIC = re.compile("[ء-ي]")
# What Arabic joins to the beginning of a word: and, the, with the, for the …
_JOINED = ("و", "ال", "وال", "بال", "كال", "فال", "لل")


def _words(query: str) -> list[str]:
    """The folded words of a query, a number with its separators being one."""
    together = re.sub(r"(?<=\d)[.,'’٫٬](?=\d)", "", query)
    return _GROUPED.sub(lambda number: number[0].replace(" ", ""), " ".join(fold(together).split())).split()


def _pattern(word: str, *, is_beginning: bool) -> re.Pattern[str]:
    """What finds a word in folded text, whole or as a beginning."""
    article = _ARTICLE.match(word)
    word = word[article.end() :] if article else word
    # Letters first and what may stand before them after: a regular expression looks for plain letters fastest.
    # A number is found whatever stands between its digits.
    first, rest = (word[0], " ?" + " ?".join(word[1:])) if word.isdigit() and word[1:] else (word, "")
    found = re.escape(first)
    if not _is_unspaced(word[0]):
        before = [f"(?<![^ {_UNSPACED}]{found})"]
        if _ARABIC.match(word):
            before += [rf"(?<=\b{joined}{found})" for joined in _JOINED]
        found += f"(?:{'|'.join(before)})"
    found += rest
    if not is_beginning and not _is_unspaced(word[-1]):
        found += f"(?![^ {_UNSPACED}])"
    return re.compile(found)


def _is_unspaced(character: str) -> bool:
    return re.match(f"[{_UNSPACED}]", character) is not None


def _patterns(query: str) -> list[re.Pattern[str]]:
    words = _words(query)
    return [_pattern(word, is_beginning=word is words[-1]) for word in words]


# Where it is


def _matches(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[Range, ...]:
    """Where patterns match in a text, in order and apart from each other."""
    pieces = [_FOLDS[ord(character)] for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    folded = "".join(pieces)
    ranges: list[Range] = []
    for start, end in sorted(match.span() for pattern in patterns for match in pattern.finditer(folded)):
        first, last = places[start], places[end - 1] + 1
        # Marks that fold to nothing belong to the letter before them.
        while last < len(text) and not pieces[last]:
            last += 1
        if ranges and first <= ranges[-1][1]:
            first, last = ranges[-1][0], max(last, ranges.pop()[1])
        ranges.append((first, last))
    return tuple(ranges)


# What may stand at the beginning of a line: a word with the space after it, or a letter of a script without spaces.
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+\s*")


def _shortened(passage: Passage) -> Passage:
    """The part of a passage round its first match that fits a result, cut between words."""
    text, matches = passage.text, passage.matches
    ends = list(accumulate((2 if east_asian_width(letter) in "FW" else 1 for letter in text), initial=0))
    if ends[-1] <= SNIPPET:
        return passage
    starts = [match.start() for match in _WORD.finditer(text)]
    first, least = matches[0] if matches else (0, 0)
    # From the beginning of the text where the match is near it; never less than the match.
    near = (start for start in starts if start <= first and ends[first] - ends[start] <= SNIPPET // 3)
    start = next(near, first)
    end = max(least, *(stop for stop in (*starts, len(text)) if ends[stop] - ends[start] <= SNIPPET))
    kept = text[start:end].rstrip(" ,;:·–—、")
    before, after = "…" if start else "", "…" if end < len(text) else ""
    moved = len(before) - start
    inside = ((max(a, start) + moved, min(b, start + len(kept)) + moved) for a, b in matches)
    return Passage(f"{before}{kept}{after}", tuple((a, b) for a, b in inside if a < b))


# What there is to find

_NOT_SHOWN = frozenset(part.name for part in fields(Slide))
"""What every slide has says nothing to the public."""

_SPELLED = re.compile(rf"[^\W\d_{_UNSPACED}]{{3,}}")


def passages(slide: Slide, language: str, written: Written, set_text: Callable[[str, str], str] = plain) -> list[str]:
    """All text of a slide, its title first, a paragraph or figure each; `set_text` makes it of what is written."""

    def found_in(value: Any) -> Iterator[str]:
        if isinstance(value, Text):
            yield from filter(None, map(str.strip, set_text(value.in_language(language), language).splitlines()))
        elif isinstance(value, Decimal | PartialDate):
            yield written(value, language)
        elif isinstance(value, Figure):
            said = (value.qualifier, value.value, value.unit, value.label)
            yield " ".join(line for part in said for line in found_in(part))
            yield from found_in((value.as_of, value.source))
        elif isinstance(value, Link):
            yield from found_in((value.title, value.description))
            yield shown_address(value.address.in_language(language))
        elif isinstance(value, tuple):
            for item in value:
                yield from found_in(item)
        elif is_dataclass(value):
            for part in fields(value):
                yield from found_in(getattr(value, part.name)) if part.name not in _NOT_SHOWN else ()

    return list(found_in(slide))


class Index:
    """All text of a show in one language, folded. What a hit shows is set only once it is found."""

    def __init__(self, slides: Sequence[Slide], language: str, written: Written) -> None:
        self._slides = slides
        self._language = language
        self._written = written
        self._texts = [passages(slide, language, written, lambda text, _: unmarked(text)) for slide in slides]
        self._folded = [
            (fold(slide_title(slide, language)), fold("\n".join(texts)))
            for slide, texts in zip(slides, self._texts, strict=True)
        ]

    def find(self, query: str) -> Found:
        """The slides that hold every word of a query, the last as a beginning: those with it in the title first."""
        patterns = _patterns(query)
        if not patterns:
            return Found()
        ranked = []
        for position, (title, text) in enumerate(self._folded):
            if all(pattern.search(text) for pattern in patterns):
                ranked.append((-sum(pattern.search(title) is not None for pattern in patterns), position))
        ranked.sort()
        return Found(tuple(self._hit(position, patterns) for _, position in ranked[:MOST_HITS]), len(ranked))

    def _hit(self, position: int, patterns: list[re.Pattern[str]]) -> Hit:
        slide = self._slides[position]
        title = slide_title(slide, self._language)
        texts = passages(slide, self._language, self._written)
        rest = [Passage(text, _matches(text, patterns)) for text in texts if text != title]
        # The passage that tells most of why the slide was found; the first where none does.
        best = max(rest, key=lambda passage: len(passage.matches), default=Passage(""))
        return Hit(position, Passage(title, _matches(title, patterns)), _shortened(best))

    def suggestions(self, query: str) -> tuple[str, ...]:
        """Queries that may have been meant: with the first unknown word spelled as in the show, as far as it goes."""
        words = _words(query)
        unknown = next((number for number, word in enumerate(words) if word not in self._vocabulary), -1)
        word = words[unknown] if words else ""
        near: dict[str, str] = {}
        for folded, spelled in self._vocabulary.items():
            if folded[:1] == word[:1] and len(folded) >= len(word) - 1:
                near.setdefault(folded[: len(word) + 1], spelled)
        close = get_close_matches(word, near, n=3, cutoff=0.7) if len(word) > 2 else []
        queries = (" ".join((*words[:unknown], near[match], *words[unknown:][1:])) for match in close)
        return tuple(meant for meant in dict.fromkeys(queries) if self.find(meant).total)

    @cached_property
    def letters(self) -> Counter[str]:
        """The letters of the show, folded, and how often each stands there."""
        counted = Counter("".join(text for _, text in self._folded))
        return Counter({letter: count for letter, count in counted.items() if unicodedata.category(letter)[0] in "LM"})

    @cached_property
    def _vocabulary(self) -> dict[str, str]:
        """Every word of the show as it is first written, by its folded form; the shortest first."""
        spelled: dict[str, str] = {}
        words = (word for texts in self._texts for text in texts for word in _SPELLED.findall(text))
        for word in sorted(dict.fromkeys(words), key=len):
            spelled.setdefault(fold(word), word)
        return spelled
