"""From a finger coming down to the first pixel that answers."""

import time
from statistics import median

from benchmarks import decks
from benchmarks.bench import Bench, Row
from benchmarks.programs import kiosk, running
from benchmarks.screen import Screen, wait_until

TAPS = 20

NEXT = (1095, 1004)
"""The middle of the control `next` on a screen of 1920 × 1080 pixels whose size in millimetres is not known."""

SLIDE = (960, 400)
"""Somewhere on the slide."""


def measure(bench: Bench) -> list[Row]:
    content = decks.shipped(bench.folder / "touch", "10m")
    with running(bench.screen, kiosk(content, "--start", "mission")):
        bench.screen.settled()
        wakes = [touch_slide(bench.screen) for _ in range(TAPS)]
        presses = [press_next(bench.screen) for _ in range(TAPS)]
        bench.screen.rest()
    return [
        Row(what="touch of the slide to the controls", unit="ms", ours=median(wakes), at_most=20),
        Row(what="touch of a control to its answer", unit="ms", ours=median(presses), at_most=20),
    ]


def touch_slide(screen: Screen) -> float:
    """Milliseconds from a touch in rotation to the controls of a visit; it is rotation again afterwards."""
    tap = answer(screen, SLIDE)
    screen.do("mouseup 1 key space")
    time.sleep(0.3)
    return tap


def press_next(screen: Screen) -> float:
    """Milliseconds from a touch of a control to its change of colour; let go beside it, it does nothing more."""
    tap = answer(screen, NEXT)
    screen.do(f"mousemove {NEXT[0]} {SLIDE[1]} mouseup 1")
    return tap


def answer(screen: Screen, place: tuple[int, int]) -> float:
    """Milliseconds from pressing at a place to the first change of what the control `next` is drawn on."""
    screen.do(f"mousemove {place[0]} {place[1]}")
    # Beside the arrow, which comes with the mouse.
    control = (NEXT[0] - 60, NEXT[1] - 10, 40, 20)
    time.sleep(0.2)
    before = screen.region(*control)
    pressed = screen.do("mousedown 1")
    return 1000 * (wait_until(lambda: screen.region(*control) != before, patience=2, pause=0.0002) - pressed)
