"""How long reading a slide takes, and so how long it stays.

Twelve characters a second, after four to notice the slide and find its beginning: slower than people
read aloud (68 ms a character, IReST) and than subtitles for children (13 a second).
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, get_type_hints

from kiosk.content.markup import unmarked
from kiosk.content.model import Acceptance, FiguresSlide, Picture, Slide, TakeAway
from kiosk.content.values import Address, Text

ORIENTATION = 4.0
"""Seconds to notice a slide and find its beginning."""
CHARACTERS_PER_SECOND = 12
PER_FIGURE = 2.0
"""Seconds more to take in a figure."""
SHORTEST, LONGEST = 8.0, 60.0
"""The bounds of an automatic duration, in seconds."""


def reading_time(slide: Slide, language: str) -> float:
    """The seconds it takes to read a slide in a language."""
    characters = sum(map(len, slide_texts(slide, language)))
    figures = len(slide.figures) if isinstance(slide, FiguresSlide) else 0
    return ORIENTATION + characters / CHARACTERS_PER_SECOND + PER_FIGURE * figures


def auto_duration(slide: Slide, language: str) -> float:
    """The seconds a slide of `duration: auto` stays in rotation."""
    return min(max(reading_time(slide, language), SHORTEST), LONGEST)


def duration(slide: Slide, language: str) -> float:
    """The seconds a slide stays in rotation: those its editor gave, else its automatic duration."""
    return auto_duration(slide, language) if slide.duration is None else slide.duration


def slide_texts(slide: Slide, language: str) -> Iterator[str]:
    """What there is to read on a slide, without markup; numbers as their digits."""
    return _texts(slide, language)


def _texts(value: Any, language: str) -> Iterator[str]:
    if isinstance(value, Text):
        yield unmarked(value.in_language(language))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, language)
    elif isinstance(value, Decimal):
        yield f"{value:f}"
    elif isinstance(value, int):
        yield str(value)
    else:
        for name in _read_fields(value.__class__):
            yield from _texts(getattr(value, name), language)


_UNREAD = (Address, Picture | None, tuple[Acceptance, ...], TakeAway)


@cache
def _read_fields(kind: type) -> tuple[str, ...]:
    """The fields of a class that visitors read: no pictures, content of QR codes or notes to the checker."""
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind, include_extras=True)
    return tuple(field.name for field in fields(kind) if hints[field.name] not in _UNREAD)
