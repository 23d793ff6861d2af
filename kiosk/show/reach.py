"""What part of a tall screen everybody reaches, from a wheelchair or as a child."""

from kiosk.content.model import Screen
from kiosk.content.rules import HIGHEST_REACH, LOWEST_REACH

LEAST = 0.3
"""The least share of the screen's height that everything is laid out in, wherever the screen hangs."""

LOWER_PART = 0.45
"""Where the lower part of a tall screen begins, as a share of its height, when nobody says how high it hangs."""


def reach(screen: Screen | None, *, is_tall: bool) -> tuple[float, float]:
    """Where the part within reach begins and ends, as shares of the screen's height from its top.

    All of it, (0, 1), where there is nothing to bring down.
    """
    if screen is None or screen.above_floor is None:
        return (LOWER_PART, 1.0) if is_tall else (0.0, 1.0)
    upper_edge = screen.above_floor + screen.height
    top, bottom = ((upper_edge - height) / screen.height for height in (HIGHEST_REACH, LOWEST_REACH))
    bottom = min(max(bottom, LEAST), 1.0)
    top = min(max(top, 0.0), bottom - LEAST)
    return top, bottom
