"""The small Markdown subset an editor may use, and the styled text that Qt draws of it.

`*emphasis*`, `**strong**`, a line a line, an empty line between paragraphs, `- ` before each item of
a list, and a backslash before a sign that means itself. Everything else is shown as it is written.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from kiosk.content.typography import typeset

_PIECE = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|[^*\\]+|\\")
_ITEM_MARKER = re.compile(r"^[ \t]*- +", re.MULTILINE)

# Qt's styled text turns every space character, no-break ones too, into a plain space, but not entities.
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", "\u202f": "&#8239;", "\n": "<br/>"}
)

_UPRIGHT = frozenset(("ar", "ckb", "fa", "he", "hi", "ja", "ko", "ps", "th", "ur", "yi", "zh"))


@dataclass(frozen=True)
class Span:
    """A piece of text in one style; a line break in it is a line break on the screen."""

    text: str
    emphasis: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, or an item of a list."""

    spans: tuple[Span, ...]
    is_item: bool = False

    @property
    def styled(self) -> str:
        """The block for `Text.StyledText`."""
        return _styled(self.spans)


def blocks(text: str, language: str) -> tuple[Block, ...]:
    """The paragraphs and list items of a text, typeset for a language."""
    chunks: list[tuple[bool, list[str]]] = []
    is_open = False
    # Typeset first: a quotation or a sign and its space may lie half in, half out of an emphasis.
    for line in map(str.strip, typeset(text, language).splitlines()):
        if line.startswith("- "):
            chunks.append((True, [line[2:].lstrip()]))
        elif line and is_open:
            chunks[-1][1].append(line)
        elif line:
            chunks.append((False, [line]))
        is_open = bool(line)
    return tuple(Block(_set(_spans("\n".join(lines)), language), is_item) for is_item, lines in chunks)


def styled(text: str, language: str) -> str:
    """A text of one block, typeset, for `Text.StyledText`: its only tags are `<b>`, `<i>` and `<br/>`, all ours."""
    return _styled(_set(_spans(typeset(text.strip(), language)), language))


def plain(text: str, language: str) -> str:
    """A text typeset and without its markup, for `Text.PlainText` and for screen readers."""
    return unmarked(typeset(text.strip(), language))


def unmarked(text: str) -> str:
    """A text without its markup, otherwise as written."""
    text = _ITEM_MARKER.sub("", text)
    return "".join(span.text for span in _spans(text)) if "*" in text or "\\" in text else text


def _set(spans: tuple[Span, ...], language: str) -> tuple[Span, ...]:
    """The spans as the language's script sets them: where letters do not slant, emphasis is strong."""
    if language.partition("-")[0] not in _UPRIGHT:
        return spans
    return tuple(Span(span.text, strong=span.strong or span.emphasis) for span in spans)


def _styled(spans: tuple[Span, ...]) -> str:
    def tagged(span: Span) -> str:
        text = span.text.translate(_ENTITIES)
        text = f"<i>{text}</i>" if span.emphasis else text
        return f"<b>{text}</b>" if span.strong else text

    return "".join(map(tagged, spans))


def _spans(text: str) -> tuple[Span, ...]:
    """The styles of a block: a run of stars ends what the last open run of its size began."""
    pieces = _PIECE.findall(text)
    # The number of stars is a set of styles: 1 for emphasis, 2 for strong, 3 for both; what is left is shown.
    stars = [len(piece) if piece in ("*", "**", "***") else 0 for piece in pieces]
    starts: list[list[int]] = [[] for _ in pieces]
    ends: list[list[int]] = [[] for _ in pieces]
    opened: list[int] = []
    for here in range(len(pieces)):
        is_after_text = here > 0 and not pieces[here - 1][-1].isspace()
        is_before_text = here + 1 < len(pieces) and not pieces[here + 1][0].isspace()
        while is_after_text and opened and (both := stars[opened[-1]] & stars[here]):
            starts[opened[-1]].append(both)
            ends[here].append(both)
            stars[here] -= both
            stars[opened[-1]] -= both
            if not stars[opened[-1]]:
                opened.pop()
        if stars[here] and is_before_text:
            opened.append(here)

    spans = []
    emphasis = strong = 0
    for here, piece in enumerate(pieces):
        emphasis -= sum(style & 1 for style in ends[here])
        strong -= sum(style >> 1 for style in ends[here])
        if starts[here] or ends[here]:
            shown = "*" * stars[here]
        else:
            shown = piece[1:] if len(piece) > 1 and piece[0] == "\\" else piece
        if shown:
            spans.append(Span(shown, emphasis > 0, strong > 0))
        emphasis += sum(style & 1 for style in starts[here])
        strong += sum(style >> 1 for style in starts[here])
    return tuple(
        Span("".join(span.text for span in same), *style)
        for style, same in groupby(spans, lambda span: (span.emphasis, span.strong))
    )
