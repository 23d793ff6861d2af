"""Counts flashes in frames of a screen, as WCAG 2.3.1 defines them; this program allows two a second, not three.

Every frame is cells, and no flash is small enough to be let pass: a cell that flashes is a flash.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

CELLS = QSize(32, 18)
MOST = 2
"""Flashes in any second (norms, part g: the Irish guideline, which is stricter than three)."""

CHANGE = 0.1
"""Of relative luminance, to count as a change; the darker of the two must be below DARK."""
DARK = 0.8
RED_CHANGE = 20.0
"""Of (R - G - B) x 320, to count as a change; one of the two must be saturated red."""
SATURATED = 0.8
"""The share of red in a saturated one (WCAG 2.2, general flash and red flash thresholds)."""


@dataclass(frozen=True)
class Cell:
    """How light and how red a part of the screen is."""

    light: float
    red: float
    is_saturated: bool


@dataclass(frozen=True)
class Frame:
    """What the screen shows at a time, in seconds."""

    time: float
    cells: tuple[Cell, ...]


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def cell(colour: QColor) -> Cell:
    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    total = red + green + blue
    return Cell(
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        max(0.0, red - green - blue) * 320,
        total > 0 and red / total >= SATURATED,
    )


def frame(time: float, image: QImage) -> Frame:
    """A frame as large cells, each the mean of its pixels."""
    mode = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(CELLS, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    pixels = [small.pixelColor(x, y) for y in range(CELLS.height()) for x in range(CELLS.width())]
    return Frame(time, tuple(map(cell, pixels)))


def is_general(one: Cell, other: Cell) -> bool:
    return abs(one.light - other.light) >= CHANGE and min(one.light, other.light) < DARK


def is_red(one: Cell, other: Cell) -> bool:
    return abs(one.red - other.red) > RED_CHANGE and (one.is_saturated or other.is_saturated)


def worst(frames: Sequence[Frame]) -> int:
    """The most flashes of any cell in any second."""
    if not frames:
        return 0
    cells = [[(each.time, each.cells[index]) for each in frames] for index in range(len(frames[0].cells))]
    return max(
        max(in_a_second(changes(course, is_general, lambda cell: cell.light)) for course in cells),
        max(in_a_second(changes(course, is_red, lambda cell: cell.red)) for course in cells),
    )


def changes(
    course: Sequence[tuple[float, Cell]], counts: Callable[[Cell, Cell], bool], value: Callable[[Cell], float]
) -> list[float]:
    """When a cell changed to the other side: a rise that goes on is one change, however many frames it takes."""
    _, extreme = course[0]
    direction = 0
    times = []
    for time, now in course:
        if counts(extreme, now):
            way = 1 if value(now) > value(extreme) else -1
            if way != direction:
                times.append(time)
            direction = way
            extreme = now
        elif direction * (value(now) - value(extreme)) > 0:
            extreme = now
    return times


def in_a_second(times: Sequence[float]) -> int:
    """The most pairs of changes in any second."""
    return max((sum(0 <= time - start < 1 - 1e-6 for time in times) // 2 for start in times), default=0)
