"""Which windows are seen, who manages them, and whether the show is in front of all of them."""

import subprocess
from collections.abc import Iterator

import pytest
from virtual_screen import VirtualScreen

from tests.program.conftest import PATIENCE, Kiosk, until


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


def places(screen: VirtualScreen) -> list[str]:
    """Where the screen's own ground is and the windows right on it, whether they have a name or not."""
    found = told(
        screen, "search", "--onlyvisible", "--maxdepth", "1", "--name", "", "getwindowgeometry", "--shell", "%@"
    )
    windows = [" ".join(window.split()[1:5]) for window in found.split("WINDOW=")[1:]]
    return [window for window in windows if not window.endswith("WIDTH=1 HEIGHT=1")]


def holds(kiosk: Kiosk, manager: str) -> None:
    """The show alone is seen, in front, on all of the screen."""
    screen = kiosk.screen
    assert kiosk.process.poll() is None, kiosk.errors
    assert seen(screen) == [("Lantern House", f"{screen.width}x{screen.height}")]
    whole = 2 * [f"X=0 Y=0 WIDTH={screen.width} HEIGHT={screen.height}"]
    # A manager may tell for a second that the desktop is another one.
    until(lambda: places(screen) == whole, f"the show alone, where {places(screen)} are")
    if manager != "bare":
        assert told(screen, "getactivewindow", "getwindowname") == "Lantern House"


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

    until(has_turned, "three slides that turn", 3 * PATIENCE)
