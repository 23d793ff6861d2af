"""Whatever a keyboard and a mouse do, for as long as is asked: the show stays in front, whole, and goes on.

$KIOSK_MINUTES says for how long with each manager of windows, $KIOSK_SEED repeats a run, whose seed is printed.
"""

import os
import re
import shutil
import time
from pathlib import Path
from random import Random

import pytest

from tests.faults.conftest import complaints, seed
from tests.program import conftest as program
from tests.program import windows
from tests.program.conftest import CLOSE, HOME, LANGUAGE, NEXT, NOWHERE, PREVIOUS, ROOT, SECTIONS, Start, is_flat
from tests.program.windows import holds, turns

pytestmark = pytest.mark.faults
manager, start = windows.manager, program.start

SECONDS = 60 * float(os.environ.get("KIOSK_MINUTES", "0.5"))

ALONE = 30.0
"""Seconds after which the rotation is looked at."""

IDLE = 180.0
"""Seconds after which even the visitor of the longest slide is missed."""

QUICK = "duration: 3s\n    accept: [{rule: short-duration, because: there is much to try}]"
HARMLESS = ("more text than fits", "the voice does not answer")
"""Some slides are too long for the largest text, and a machine with much else to do speaks late."""

CONTROLS = (CLOSE, HOME, LANGUAGE, NEXT, NOWHERE, PREVIOUS, SECTIONS)
KEYS = "a z 5 Left Right Up Down Tab ISO_Left_Tab Return space Escape Delete Home End Prior Next F1 F4 F11 Print Menu"
CHORDS = ("", "", "", "ctrl+", "alt+", "super+", "shift+", "ctrl+alt+", "super+shift+")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with every kind of slide, each for three seconds."""
    world = ROOT / "tests" / "data" / "shows" / "world"
    shutil.copytree(world / "images", tmp_path / "images")
    text = (world / "content.yaml").read_text("utf-8")
    text = re.sub(r"^title:(\n  .*)+", "title: Lantern House", text, flags=re.MULTILINE)
    text = re.sub(r"^    id: .*", rf"\g<0>\n    {QUICK}", text, flags=re.MULTILINE)
    (tmp_path / "content.yaml").write_text(text.replace("idle: 90s", "idle: 10s"), "utf-8")
    return tmp_path


def anything(random: Random) -> str:
    """What xdotool does next, with nothing held down afterwards."""
    x, y = random.choice(CONTROLS) if random.random() < 0.5 else (random.randrange(1920), random.randrange(1080))
    match random.randrange(6):
        case 0:
            return f"key --delay 1 {random.choice(CHORDS)}{random.choice(KEYS.split())}"
        case 1:
            held = random.choice(("ctrl", "alt", "super", "shift"))
            return f"keydown {held} sleep 0.3 mousemove {x} {y} click {random.randint(1, 9)} keyup {held}"
        case 2:
            button = random.randint(1, 3)
            drag = f"mousemove {random.randrange(1920)} {random.randrange(1080)} sleep 0.02 mousemove {x} {y}"
            return f"mousedown {button} {drag} mouseup {button}"
        case 3:
            return f"mousemove {x} {y} click --delay 5 --repeat {random.randint(1, 20)} {random.randint(4, 7)}"
        case 4:
            return f"sleep {random.choice((0.01, 0.1, 0.7))}"
    return f"mousemove {x} {y} click 1"


def test_random_input(start: Start, manager: str) -> None:
    random = Random(seed())
    kiosk = start()
    kiosk.events("started", "shown")
    # It takes hold of the keys once it is seen.
    kiosk.events("shown")
    begun = looked_at = time.monotonic()
    while time.monotonic() - begun < SECONDS:
        kiosk.hands(*(anything(random) for _ in range(40)))
        holds(kiosk, manager)
        assert not is_flat(kiosk.screen.grab())
        if time.monotonic() - looked_at > ALONE:
            kiosk.forget()
            turns(kiosk)
            looked_at = time.monotonic()
    # Nobody does anything: it comes back by itself.
    kiosk.forget()
    while kiosk.event(IDLE).get("mode") != "rotation":
        pass
    for _ in range(3):
        (told,) = kiosk.events("shown")
        assert told["mode"] == "rotation"
    holds(kiosk, manager)
    assert kiosk.stop() == 0
    assert [line for line in complaints(kiosk) if not any(words in line for words in HARMLESS)] == []
