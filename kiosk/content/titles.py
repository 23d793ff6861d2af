"""What a slide is called where only its name fits: in the overview, and for screen readers."""

from unicodedata import combining, east_asian_width

from kiosk.content.markup import plain
from kiosk.content.model import Slide

LONGEST = 48
"""Letters of a title; those of Chinese, Japanese and Korean are as wide as two."""

TITLES = ("title", "heading", "text")
"""The field that names a slide: the first of these it has. A sentence names it by how it begins."""


def slide_title(slide: Slide, language: str) -> str:
    """The title of a slide in a language, without markup, on one line."""
    text = next(getattr(slide, name) for name in TITLES if hasattr(slide, name))
    return beginning(plain(text.in_language(language), language))


def beginning(text: str, longest: int = LONGEST) -> str:
    """A text on one line; a long one up to the last whole word that fits, and an ellipsis."""
    text = " ".join(text.split())
    room = longest
    for end, letter in enumerate(text):
        room -= _width(letter)
        if room < 0:
            words, space, rest = text[: end + 1].rpartition(" ")
            # Without a space near the end it is one long word, or a script that writes none.
            kept = words if space and len(rest) < longest / 2 else text[:end]
            return kept.rstrip(" ,;:.-–—«“(、。，") + "…"
    return text


def _width(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
