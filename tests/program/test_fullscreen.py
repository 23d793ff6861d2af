"""The window covers all of the screen, and goes on doing so when the screen changes, whoever manages windows.

On a desk it is a window like others.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from tests.program.conftest import PATIENCE, Start, content, until

pytestmark = pytest.mark.program

BLUE = "#0000c0"
NOBODY = 65534

# Times of a mode, of which Xvfb reads the sizes only.
SMALL_MODE = "74.50 1280 1344 1472 1664 720 723 728 748"
SMALL = (1280, 720)
CAGE_FIRST = (1024, 768)
"""The size of cage's window on another screen (wlroots, backend/x11/output.c)."""


def call(screen: VirtualScreen, *command: str) -> None:
    subprocess.run(command, env=screen.environment, check=True, timeout=PATIENCE)


def fills(screen: VirtualScreen, width: int, height: int) -> None:
    """All along its edge the screen comes to have the colour of the slide: no title bar, and nothing beside it."""
    edge = [*product(range(0, width, 8), (0, height - 1)), *product((0, width - 1), range(0, height, 8))]

    def other() -> list[tuple[tuple[int, int], str]]:
        picture = screen.grab()
        colours = [(point, picture.pixelColor(*point).name()) for point in edge]
        return [(point, colour) for point, colour in colours if colour != BLUE]

    until(lambda: not other(), f"{BLUE} all along the edge of {width}x{height}")


@pytest.fixture
def openbox(screen: VirtualScreen) -> Iterator[None]:
    """Somebody who manages windows."""
    manager = subprocess.Popen(
        ["openbox"], env=screen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield
    manager.terminate()
    manager.wait()


@pytest.fixture(params=["bare", "openbox"])
def manager(request: pytest.FixtureRequest) -> None:
    """Nobody who manages windows, and somebody."""
    if request.param == "openbox":
        request.getfixturevalue("openbox")


@pytest.mark.usefixtures("manager")
def test_it_follows_a_screen_that_changes_or_goes(start: Start, screen: VirtualScreen) -> None:
    call(screen, "xrandr", "--newmode", "small", *SMALL_MODE.split())
    call(screen, "xrandr", "--addmode", "screen", "small")
    kiosk = start()
    kiosk.starts()
    fills(screen, screen.width, screen.height)
    call(screen, "xrandr", "--output", "screen", "--mode", "small")
    fills(screen, *SMALL)
    call(screen, "xrandr", "--fb", "1920x1080", "--output", "screen", "--off")
    call(screen, "xrandr", "--output", "screen", "--mode", "1920x1080")
    fills(screen, screen.width, screen.height)


def under_cage(folder: Path, *options: str) -> list[str]:
    """The start of a command that runs in cage, which is a window on the virtual screen.

    Cage refuses to run as root: root is then another user, who may read what root may.
    """
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    command = []
    if os.geteuid() == 0:
        os.chown(runtime, NOBODY, NOBODY)
        command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        command += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    command += ["env", "-u", "QT_QPA_PLATFORM", f"XDG_RUNTIME_DIR={runtime}", "WLR_BACKENDS=x11", "WLR_RENDERER=pixman"]
    # Cage 0.1.4 aborts when it is asked to stop, so the program is.
    return [*command, "cage", *options, "--", "sh", "-c", 'echo $$ > "$0"; exec "$@"', str(folder / "pid")]


@pytest.mark.skipif(shutil.which("cage") is None, reason="cage is not installed")
@pytest.mark.parametrize("options", [("-d",), ()], ids=["decorated-by-cage", "decorated-by-programs"])
def test_it_fills_the_screen_of_cage(
    start: Start, screen: VirtualScreen, folder: Path, options: tuple[str, ...]
) -> None:
    kiosk = start(under=under_cage(folder, *options))
    kiosk.starts()
    fills(screen, *CAGE_FIRST)
    call(screen, "xdotool", "search", "--onlyvisible", "--name", "", "windowsize", "%@", "1920", "1080")
    fills(screen, 1920, 1080)
    os.kill(int((folder / "pid").read_text()), signal.SIGTERM)
    assert kiosk.ends() == 0


BROKEN = content().replace("duration: 5m", "duration: 5x", 1)
NOTE, NOTE_COLOUR = (4, 1076), "#7a1420"
WAYS_OUT = ("F11", "ctrl+q", "ctrl+w", "alt+F4")


@pytest.mark.usefixtures("openbox")
def test_a_window_on_a_desk_tells_what_is_wrong(start: Start, screen: VirtualScreen, folder: Path) -> None:
    (folder / "content.yaml").write_text(BROKEN)
    kiosk = start("--windowed")
    kiosk.events("started")
    kiosk.shows("bravo", "rotation")
    kiosk.hands("search --sync --onlyvisible --name ^Lantern.House$")
    kiosk.sees("#000000", NOTE)
    kiosk.key("F11")
    kiosk.sees(NOTE_COLOUR, NOTE)
    (folder / "content.yaml").write_text(content())
    kiosk.sees("#ffffff", NOTE)
    (folder / "content.yaml").write_text(BROKEN)
    kiosk.sees(NOTE_COLOUR, NOTE)
    kiosk.key("F11")
    kiosk.sees("#000000", NOTE)
    kiosk.key("alt+F4")
    assert kiosk.ends() == 0


@pytest.mark.usefixtures("openbox")
def test_the_screen_of_a_lobby_tells_nothing_and_cannot_be_closed(
    start: Start, screen: VirtualScreen, folder: Path
) -> None:
    kiosk = start()
    kiosk.starts()
    for way in WAYS_OUT:
        kiosk.key(way)
    (folder / "content.yaml").write_text(BROKEN)
    kiosk.tells("the screen goes on with the last good one")
    fills(screen, screen.width, screen.height)
    assert kiosk.process.poll() is None
