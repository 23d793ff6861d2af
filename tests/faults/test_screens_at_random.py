"""Whatever becomes of the screens, one change after the other: the show is where it belongs, turns and is to be used.

$KIOSK_SEED tries other changes than those that are tried without it.
"""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.faults import outputs as screens
from tests.faults.outputs import BOTH, DOOR, HALL, NONE, PORTRAIT, Area, Outputs, complaints, goes_on
from tests.program import windows
from tests.program.conftest import PATIENCE, SLIDES, Kiosk, until

pytestmark = pytest.mark.faults
manager, outputs, start = screens.manager, screens.outputs, screens.start

CHANGES = 50

SIZES = ("1280x720", "1024x768", "800x600")
SIDES = ("left-of", "right-of", "above", "below")

MORE = 20 * 2**20
"""Bytes that the program may hold more after the second half; the first has all that screens of any size need."""


def anything(random: Random) -> str:
    """What xrandr is told next."""
    one, other = random.sample((HALL, DOOR), 2)
    match random.randrange(9):
        case 0 | 1:
            return f"--output {one} --off"
        case 2 | 3:
            return f"--output {one} --mode {random.choice(SIZES)}"
        case 4:
            return f"--output {HALL} --mode {random.choice(('1920x1080', PORTRAIT))}"
        case 5:
            return f"--output {one} --auto --output {other} --auto --{random.choice(SIDES)} {one}"
        case 6:
            return f"--output {one} --mode 1280x720 --output {other} --mode 1280x720 --same-as {one}"
        case 7:
            return random.choice((f"--output {one} --primary", "--noprimary"))
    return random.choice((BOTH, NONE))


def belongs(outputs: Outputs, said: str) -> list[Area]:
    """The areas of which a show is to fill one; with `said` for its screens. None when no screen is lit."""
    areas: dict[str, Area] = {}
    first = None
    command = ["xrandr", "--listmonitors"]
    told = subprocess.run(command, env=outputs.environment, capture_output=True, text=True, timeout=PATIENCE).stdout
    line = r"^ \d+: \+(\*?)\S+ (\d+)/\d+x(\d+)/\d+\+(\d+)\+(\d+)  (\w+)$"
    for mark, width, height, left, top, name in re.findall(line, told, re.MULTILINE):
        areas[name] = int(left), int(top), int(width), int(height)
        first = areas[name] if mark else first
    wanted = {"": [], "1": [DOOR], DOOR: [DOOR]}.get(said, [HALL, DOOR])
    if here := [areas[name] for name in wanted if name in areas]:
        left, top = min(area[0] for area in here), min(area[1] for area in here)
        right, bottom = max(area[0] + area[2] for area in here), max(area[1] + area[3] for area in here)
        return [(left, top, right - left, bottom - top)]
    # Without a first one it is for the system to say.
    return [first] if first else list(areas.values())


def place(outputs: Outputs) -> Area | None:
    """Where the window of the show is."""
    search = ("search", "--onlyvisible", "--name", "^show$", "getwindowgeometry", "--shell", "%@")
    found = windows.told(outputs, *search)
    numbers = [int(number) for number in re.findall(r"^(?:X|Y|WIDTH|HEIGHT)=(-?\d+)", found, re.MULTILINE)]
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def held(kiosk: Kiosk) -> tuple[int, int]:
    """Its threads, and the bytes of its memory."""
    folder = Path(f"/proc/{kiosk.process.pid}")
    pages = int((folder / "statm").read_text().split()[1])
    return len(list((folder / "task").iterdir())), pages * os.sysconf("SC_PAGE_SIZE")


def is_seen(outputs: Outputs, said: str) -> None:
    """The show is where it belongs, and nothing is before it."""
    areas = belongs(outputs, said)
    if areas:
        until(lambda: place(outputs) in areas, f"the show on one of {areas}")
        outputs.shows(place(outputs) or areas[0])


def is_used(kiosk: Kiosk, area: Area) -> None:
    """Somebody wakes it, swipes there and back, and has it turn again."""
    left, top, width, height = area
    way = [(left + tenth * width // 10, top + height // 2) for tenth in range(1, 10)]
    kiosk.forget()
    kiosk.tap(way[4])
    # A slide may just be turning.
    until(lambda: kiosk.event()["event"] == "touched", "a visit")
    slide = kiosk.events("shown")[0]["slide"]
    kiosk.drag(*reversed(way))
    kiosk.shows(SLIDES[(SLIDES.index(slide) + 1) % len(SLIDES)])
    kiosk.drag(*way)
    kiosk.shows(slide)
    kiosk.key("Escape")
    assert kiosk.events("shown")[0]["mode"] == "rotation"
    goes_on(kiosk)


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize("said", ["", "1", DOOR, f"{HALL}+{DOOR}", "all"])
def test_many_changes(outputs: Outputs, start: Callable[..., Kiosk], said: str) -> None:
    random = Random(os.environ.get("KIOSK_SEED", "1"))
    kiosk = start(*(["--screen", said] if said else []))
    kiosk.starts()
    halves = []
    for _ in range(2):
        for _ in range(CHANGES // 2):
            outputs.attempt(anything(random))
            # Mostly it has not come to itself when the next one follows.
            if random.random() < 0.3:
                is_seen(outputs, said)
        is_seen(outputs, said)
        goes_on(kiosk)
        outputs.turn(BOTH)
        is_seen(outputs, said)
        (area,) = belongs(outputs, said)
        is_used(kiosk, area)
        halves.append(held(kiosk))
    (threads, memory), (more_threads, more_memory) = halves
    # Qt's come and go, as many as there are processors.
    assert more_threads <= threads + (os.cpu_count() or 1)
    assert more_memory < memory + MORE
    assert complaints(kiosk) == []
