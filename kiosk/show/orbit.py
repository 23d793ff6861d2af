"""Where the picture stands, so that nothing wears the same pixels out: it wanders by a few of them."""

REACH = 4
"""Pixels that it wanders to each side at most. Source: norms, row 13, static pixels."""

LONGEST = 300_000
"""Milliseconds that it stands in one place at most, while nobody is there. Source: as above."""

ACROSS, DOWN = REACH, REACH - 1
"""Of a way whose steps go aside and up or down at once, so that each moves every edge; 48 lead back to the start."""


def place(step: int) -> tuple[int, int]:
    """How far the picture stands to the right and down after so many steps, in pixels; a step is one each way."""
    return _swing(step, ACROSS), _swing(step, DOWN)


def _swing(step: int, reach: int) -> int:
    """From the middle to one side, to the other side and back."""
    return abs((step - reach) % (4 * reach) - 2 * reach) - reach
