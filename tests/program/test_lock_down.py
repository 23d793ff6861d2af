"""Nobody leaves the show with a keyboard or a mouse, whoever manages windows. Source: faults.md, T11."""

import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from kiosk.bridge.lock_down import DOORS
from tests.program.conftest import PATIENCE, Kiosk, Start, content, until

pytestmark = pytest.mark.program

MODIFIERS = ("", "ctrl+", "alt+", "super+", "shift+", "ctrl+alt+", "ctrl+shift+", "alt+shift+", "super+shift+")
KEYS = [f"F{number}" for number in range(1, 13)] + list("abcdefghijklmnopqrstuvwxyz")
KEYS += ["Left", "Right", "Up", "Down", "Tab", "Return", "space", "Escape", "Delete", "BackSpace", "Home", "End"]
KEYS += ["Print", "Menu", "Sys_Req", "Pause", "plus", "minus"]
# Xvfb has no other consoles, but it can be told to end.
KEYS_OF_THE_SERVER = {("ctrl+alt+", "BackSpace")}
BUTTONS = range(1, 10)


@pytest.fixture(params=["bare", "openbox"])
def manager(request: pytest.FixtureRequest, screen: VirtualScreen) -> Iterator[str]:
    """Nobody who manages windows, and somebody with all the keys that come with it."""
    name = str(request.param)
    if name == "bare":
        yield name
        return
    manager = subprocess.Popen([name], env=screen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield name
    manager.terminate()
    manager.wait()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder whose slides turn quickly."""
    (tmp_path / "content.yaml").write_text(content(duration="3s"))
    return tmp_path


def told(screen: VirtualScreen, *words: str) -> str:
    """What xdotool tells."""
    return subprocess.run(
        ["xdotool", *words], env=screen.environment, capture_output=True, text=True, timeout=PATIENCE
    ).stdout.strip()


def seen(screen: VirtualScreen) -> list[tuple[str, str]]:
    """The windows that are seen, by name and place; a manager's own are not larger than a dot."""
    names = []
    for window in told(screen, "search", "--onlyvisible", "--maxdepth", "2", "--name", ".").split():
        place = dict(line.split("=") for line in told(screen, "getwindowgeometry", "--shell", window).splitlines())
        if int(place["WIDTH"]) > 1:
            names.append((told(screen, "getwindowname", window), f"{place['WIDTH']}x{place['HEIGHT']}"))
    return names


def holds(kiosk: Kiosk, manager: str) -> None:
    """The show alone is seen, in front, on all of the screen."""
    screen = kiosk.screen
    assert kiosk.process.poll() is None, kiosk.errors
    assert seen(screen) == [("Lantern House", f"{screen.width}x{screen.height}")]
    if manager != "bare":
        assert told(screen, "getactivewindow", "getwindowname") == "Lantern House"
        assert told(screen, "get_desktop") == "0"


def turns(kiosk: Kiosk) -> None:
    """The rotation goes on, once nobody does anything."""
    # Wherever it is: out of every panel, into a visit without one, out of it.
    kiosk.hands("key Escape Escape Escape Home Escape")
    slides = set[str]()

    def has_turned() -> bool:
        event = kiosk.event()
        if event["event"] == "shown" and event["mode"] == "rotation":
            slides.add(event["slide"])
        return len(slides) > 2

    until(has_turned, "slides that turn")


def test_no_key_and_no_button_leads_out(start: Start, manager: str) -> None:
    kiosk = start()
    kiosk.starts()
    # It takes hold of the keys once it is seen.
    until(lambda: kiosk.event()["slide"] == "bravo", "the second slide")
    for modifier in MODIFIERS:
        keys = [f"{modifier}{key}" for key in KEYS if (modifier, key) not in KEYS_OF_THE_SERVER]
        kiosk.hands("key --delay 1 " + " ".join(keys))
        holds(kiosk, manager)
    for modifier, button in product(("ctrl", "alt", "super", ""), BUTTONS):
        drag = f"mousemove 900 500 mousedown {button} mousemove 300 300 mouseup {button}"
        kiosk.hands(f"keydown {modifier} {drag} keyup {modifier}" if modifier else drag)
    holds(kiosk, manager)
    # What turns sticky keys on elsewhere.
    kiosk.hands("key Shift_L Shift_L Shift_L Shift_L Shift_L")
    kiosk.hands("keydown Shift_L sleep 0.1 keyup Shift_L")
    holds(kiosk, manager)
    turns(kiosk)


def test_nothing_of_the_environment_comes_in(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in DOORS:
        monkeypatch.setenv(name, str(tmp_path))
    kiosk = start()
    kiosk.starts()
    assert "plugin" not in kiosk.errors
