import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model import SectionSlide, StatementSlide
from kiosk.content.values import Text
from kiosk.show.overview import Row, beside, next_to_draw, row_of, rows
from kiosk.show.state import Deck


def deck_of(*sizes: int) -> Deck:
    """Sections of so many slides each; the first has no title slide of its own where its size is negative."""
    slides: list[SectionSlide | StatementSlide] = []
    for size in sizes:
        opens = size > 0
        for number in range(abs(size)):
            name = f"slide-{len(slides)}"
            if opens and number == 0:
                slides.append(SectionSlide(id=name, title=Text({"": name})))
            else:
                slides.append(StatementSlide(id=name, text=Text({"": name})))
    return Deck(tuple(slides), ("en",), 60.0)


FOUR_SECTIONS = deck_of(-2, 1, 5, 4)
LAYOUT = (
    Row(0, 0, 2, True),
    Row(1, 2, 1, True),
    Row(2, 3, 3, True),
    Row(2, 6, 2, False),
    Row(3, 8, 3, True),
    Row(3, 11, 1, False),
)


def test_each_section_begins_a_row() -> None:
    assert rows(FOUR_SECTIONS, 3) == LAYOUT


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(1, 9))
def test_every_slide_has_one_place(sizes: list[int], columns: int) -> None:
    laid_out = rows(deck_of(*sizes), columns)
    assert [place for row in laid_out for place in range(row.first, row.first + row.count)] == list(range(sum(sizes)))
    assert all(1 <= row.count <= columns for row in laid_out)
    assert sum(row.opens_section for row in laid_out) == len(sizes)
    for number, row in enumerate(laid_out):
        assert {row_of(laid_out, place) for place in range(row.first, row.first + row.count)} == {number}


@pytest.mark.parametrize(
    ("position", "above", "below"),
    [(0, None, 2), (1, None, 2), (2, 0, 3), (3, 2, 6), (5, 2, 7), (7, 4, 9), (10, 7, 11), (11, 8, None)],
)
def test_what_stands_above_and_below(position: int, above: int | None, below: int | None) -> None:
    assert (beside(LAYOUT, position, -1), beside(LAYOUT, position, 1)) == (above, below)


def test_nothing_is_beside_anything_without_rows() -> None:
    assert beside((), 3, 1) is None


@pytest.mark.parametrize(
    ("seen", "done", "drawn"),
    [
        (range(4, 8), {4, 6}, 5),
        (range(4, 8), {1, 2, 3}, 4),
        (range(4, 8), set(range(9)), None),
        (range(0), set(), None),
    ],
)
def test_only_what_is_seen_is_drawn_in_order(seen: range, done: set[int], drawn: int | None) -> None:
    assert next_to_draw(seen, done.__contains__) == drawn
