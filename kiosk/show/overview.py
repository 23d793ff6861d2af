"""How the overview lays the slides out in rows, and which of them it draws next."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.show.state import Deck


@dataclass(frozen=True)
class Row:
    """Slides of one section side by side: the position of the first, and how many."""

    section: int
    first: int
    count: int
    opens_section: bool


def rows(deck: Deck, columns: int) -> tuple[Row, ...]:
    """All slides in rows of so many columns; each section begins a row."""
    return tuple(
        Row(number, first, min(columns, section.stop - first), first == section.start)
        for number, section in enumerate(deck.sections)
        for first in section[::columns]
    )


def row_of(rows: Sequence[Row], position: int) -> int:
    """The number of the row that a slide is in."""
    return max(0, bisect_right(rows, position, key=lambda row: row.first) - 1)


def beside(rows: Sequence[Row], position: int, step: int) -> int | None:
    """The slide above (-1) or below (1) another, as far along its row; None at the edge."""
    number = row_of(rows, position)
    if not 0 <= number + step < len(rows):
        return None
    row = rows[number + step]
    return row.first + min(position - rows[number].first, row.count - 1)


def next_to_draw(seen: range, is_done: Callable[[int], bool]) -> int | None:
    """The slide to be drawn next, of those that are to be seen, None when all of them are."""
    return next((position for position in seen if not is_done(position)), None)
