"""Screens come and go, change and are put elsewhere, with and without somebody who manages windows.

Xorg's driver without a card has sixteen outputs that can be plugged in and out; Xvfb has none.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from virtual_screen import VirtualScreen, read_picture

from tests.program.conftest import MAIN, PATIENCE, Kiosk, content, from_source, until

pytestmark = pytest.mark.faults

IN_TIME = 3 * 3.0
"""Seconds until all of the screen is filled (faults.md, *Ranked fault list*, 9), three times: here may be much
else to do, and left alone it takes one second."""

LATE = 10.0
"""Seconds until a screen that was off at the start is filled; the same, 10."""

SERVER = """
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 256000
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "1920x1080"
        Virtual 4096 2160
    EndSubSection
EndSection
"""

HALL, DOOR = "DUMMY0", "DUMMY1"
BLUE, RED = "#0000c0", "#c00000"

Area = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""

WHOLE, BESIDE, SMALL, SMALLER = (0, 0, 1920, 1080), (1920, 0, 1280, 720), (0, 0, 1280, 720), (0, 0, 1024, 768)


class Outputs(VirtualScreen):
    """An X server with two outputs. It begins with both, side by side."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = folder / "xorg.conf"
        config.write_text(SERVER)
        ready, number = os.pipe()
        command = ["Xorg", "-displayfd", str(number), "-config", str(config), "-logfile", str(folder / "Xorg.log")]
        command += ["-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"]
        with (folder / "xorg.txt").open("wb") as said:
            self._process = subprocess.Popen(command, pass_fds=[number], stdout=said, stderr=said)
        os.close(number)
        with os.fdopen(ready) as answer:
            self.display = f":{answer.readline().strip()}"
        assert self.display != ":", (folder / "xorg.txt").read_text()
        self.turn(f"--addmode {DOOR} 1280x720")
        self.turn(BOTH)

    def turn(self, how: str) -> None:
        """What xrandr calls it."""
        subprocess.run(["xrandr", *how.split()], env=self.environment, check=True, timeout=PATIENCE)

    def grab(self) -> QImage:
        def picture() -> bytes:
            command = ["xwd", "-root", "-silent"]
            return subprocess.run(command, env=self.environment, capture_output=True, timeout=PATIENCE).stdout

        # It has none of a window that changes while it looks.
        return read_picture(until(picture, "a picture"))

    def shows(self, area: Area, seconds: float = IN_TIME, colour: str = BLUE) -> None:
        """All along the edge of an area it comes to have a colour."""
        left, top, width, height = area
        across, down = range(left, left + width, 8), range(top, top + height, 8)
        edge = [*product(across, (top, top + height - 1)), *product((left, left + width - 1), down)]

        def is_filled() -> bool:
            picture = self.grab()
            is_large_enough = picture.rect().contains(left + width - 1, top + height - 1)
            return is_large_enough and all(picture.pixelColor(*point).name() == colour for point in edge)

        until(is_filled, f"{colour} along the edge of {area}", seconds)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)


BOTH = f"--output {HALL} --mode 1920x1080 --primary --output {DOOR} --mode 1280x720 --right-of {HALL}"
WITHOUT_HALL, WITHOUT_DOOR = f"--output {HALL} --off", f"--output {DOOR} --off"
MIRRORED = f"--output {HALL} --mode 1280x720 --output {DOOR} --mode 1280x720 --same-as {HALL}"
HALL_IS_SMALLER = f"--output {HALL} --mode 1024x768"
NONE = f"{WITHOUT_HALL} {WITHOUT_DOOR}"


@pytest.fixture
def outputs(tmp_path: Path) -> Iterator[Outputs]:
    outputs = Outputs(tmp_path)
    yield outputs
    outputs.close()


@pytest.fixture(params=["bare", "openbox"])
def manager(request: pytest.FixtureRequest, outputs: Outputs) -> Iterator[None]:
    """Nobody who manages windows, and somebody."""
    if request.param == "bare":
        yield
        return
    manager = subprocess.Popen(
        ["openbox"], env=outputs.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    told = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
    until(lambda: b"window id" in subprocess.check_output(told, env=outputs.environment), "openbox")
    yield
    manager.terminate()
    manager.wait(PATIENCE)


@pytest.fixture
def start(outputs: Outputs, tmp_path: Path) -> Iterator[Callable[..., Kiosk]]:
    """Starts a show of one colour; it must end well."""
    started: list[Kiosk] = []

    def start_one(*options: str, name: str = "show", command: str = "run", colour: str = BLUE) -> Kiosk:
        folder = tmp_path / name
        folder.mkdir()
        # All slides have that ground, and each stays for three seconds.
        show = content(title=name, duration="3s", slides=("alpha", "bravo")).replace("statement", "section")
        (folder / "content.yaml").write_text(show.replace("text:", "title:").replace(BLUE, colour))
        started.append(Kiosk(outputs, folder, [*from_source(folder, MAIN, command), *options]))
        return started[-1]

    yield start_one
    for kiosk in started:
        try:
            assert kiosk.stop() == 0, kiosk.errors
        finally:
            kiosk.process.kill()


def complaints(kiosk: Kiosk) -> list[str]:
    """What it told, but that nobody could read so fast."""
    return [line for line in kiosk.errors.splitlines() if "too short to read" not in line]


def goes_on(kiosk: Kiosk) -> None:
    """Slides turn, seen or not."""
    kiosk.forget()
    kiosk.events("shown", "shown")


STORIES: dict[str, tuple[str, list[tuple[str, Area | None]]]] = {
    "any": (
        "",
        [
            (BOTH, WHOLE),
            (WITHOUT_DOOR, WHOLE),
            (BOTH, WHOLE),
            (HALL_IS_SMALLER, SMALLER),
            (BOTH, WHOLE),
            (MIRRORED, SMALL),
            (BOTH, WHOLE),
            (WITHOUT_HALL, SMALL),
            (BOTH, WHOLE),
            (NONE, None),
            (BOTH, WHOLE),
        ],
    ),
    "named": (
        f"--screen {DOOR}",
        [
            (BOTH, BESIDE),
            (WITHOUT_DOOR, WHOLE),
            (BOTH, BESIDE),
            (WITHOUT_HALL, SMALL),
            (BOTH, BESIDE),
            (NONE, None),
            (WITHOUT_DOOR + f" --output {HALL} --mode 1920x1080", WHOLE),
            (BOTH, BESIDE),
        ],
    ),
    "numbered": ("--screen 1", [(WITHOUT_HALL, SMALL), (BOTH, BESIDE)]),
    "spanned": (
        "--screen 0+1",
        [
            (BOTH, WHOLE),
            (BOTH, BESIDE),
            (WITHOUT_DOOR, WHOLE),
            (BOTH, BESIDE),
            (MIRRORED, SMALL),
            (BOTH, BESIDE),
            (NONE, None),
            (BOTH, WHOLE),
            (BOTH, BESIDE),
        ],
    ),
}


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize("story", STORIES)
def test_it_fills_its_screens_whatever_becomes_of_them(
    outputs: Outputs, start: Callable[..., Kiosk], story: str
) -> None:
    options, steps = STORIES[story]
    kiosk = start(*options.split())
    kiosk.starts()
    for how, area in steps:
        outputs.turn(how)
        if area:
            outputs.shows(area)
        else:
            goes_on(kiosk)
    assert kiosk.process.poll() is None
    assert complaints(kiosk) == []


def test_a_screen_that_is_off_at_the_start_is_filled_when_it_comes(
    outputs: Outputs, start: Callable[..., Kiosk]
) -> None:
    outputs.turn(NONE)
    kiosk = start()
    kiosk.starts()
    outputs.turn(BOTH)
    outputs.shows(WHOLE, LATE)
    assert complaints(kiosk) == []


def test_a_screen_that_is_away_at_the_start_is_waited_for_elsewhere(
    outputs: Outputs, start: Callable[..., Kiosk]
) -> None:
    outputs.turn(WITHOUT_DOOR)
    kiosk = start("--screen", DOOR, command="supervise")
    kiosk.starts()
    outputs.shows(WHOLE)
    outputs.turn(BOTH)
    outputs.shows(BESIDE)
    assert complaints(kiosk) == [f"there is no screen '{DOOR}'; there are: 0 ({HALL})"]


@pytest.mark.usefixtures("manager")
def test_two_shows_keep_to_their_screens(outputs: Outputs, start: Callable[..., Kiosk], state: Path) -> None:
    hall = start("--screen", HALL, name="hall")
    door = start("--screen", DOOR, name="door", colour=RED)
    for each in (hall, door):
        each.starts()
    outputs.shows(WHOLE)
    outputs.shows(BESIDE, colour=RED)
    again = start("--screen", DOOR, name="again")
    assert again.ends() == 0
    assert complaints(again) == ["a show is running already"]
    assert [folder.name for folder in sorted((state / "screens").iterdir())] == [HALL, DOOR]
    # Neither covers the other while its own screen is away.
    for how, area, colour, guest in ((WITHOUT_DOOR, WHOLE, BLUE, door), (WITHOUT_HALL, SMALL, RED, hall)):
        outputs.turn(how)
        outputs.shows(area, colour=colour)
        # By then it has long been moved.
        # By then it has long been moved.
        goes_on(guest)
        outputs.shows(area, colour=colour)
        outputs.turn(BOTH)
        outputs.shows(WHOLE)
        outputs.shows(BESIDE, colour=RED)
    for each in (hall, door):
        assert complaints(each) == []
