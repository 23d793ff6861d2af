"""The part of a screen within everybody's reach."""

import pytest

from kiosk.content.model import Screen
from kiosk.show.reach import reach


@pytest.mark.parametrize(
    ("height", "above_floor", "top", "bottom"),
    [
        # A totem: from 200 to 1900 mm.
        (1700, 200, 680 / 1700, 1520 / 1700),
        # A panel on the wall, all of it within reach.
        (398, 800, 0, 1),
        # One whose upper edge is 1620 mm high.
        (720, 900, 400 / 720, 1),
        # Out of reach, and below it: as near as it goes, and never too small.
        (700, 1300, 0.7, 1),
        (300, 20, 0, 0.3),
    ],
)
def test_the_part_within_reach_is_that_between_380_and_1220_mm(
    height: float, above_floor: float, top: float, bottom: float
) -> None:
    screen = Screen(width=600.0, height=height, above_floor=above_floor)
    assert reach(screen, is_tall=True) == pytest.approx((top, bottom))
    assert reach(screen, is_tall=False) == pytest.approx((top, bottom))


def test_without_a_floor_a_tall_screen_has_its_lower_part_and_a_wide_one_all() -> None:
    for screen in (None, Screen(width=600.0, height=1000.0)):
        assert reach(screen, is_tall=True) == (0.45, 1)
        assert reach(screen, is_tall=False) == (0, 1)
