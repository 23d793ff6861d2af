"""The way that the picture wanders."""

from collections import Counter
from itertools import pairwise

from kiosk.show.orbit import ACROSS, DOWN, REACH, place

ROUND = 48
DAY = [place(step) for step in range(24 * 60)]
"""A step a minute."""


def test_it_begins_where_the_picture_is_drawn_and_comes_back() -> None:
    assert place(0) == place(ROUND) == (0, 0)


def test_each_step_moves_every_edge_by_a_pixel() -> None:
    for (x, y), (next_x, next_y) in pairwise(DAY):
        assert (abs(next_x - x), abs(next_y - y)) == (1, 1)


def test_it_goes_to_every_side_and_never_further() -> None:
    assert {x for x, _ in DAY} == set(range(-ACROSS, ACROSS + 1))
    assert {y for _, y in DAY} == set(range(-DOWN, DOWN + 1))
    assert max(ACROSS, DOWN) == REACH


def test_over_a_day_no_place_has_more_than_its_share() -> None:
    counts = Counter(DAY)
    assert max(counts.values()) <= 2 * len(DAY) / ROUND
