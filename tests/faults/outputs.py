"""An X server whose screens come and go, and a show on it, with and without somebody who manages windows.

Xorg's driver without a card has sixteen outputs that can be plugged in and out; Xvfb has none.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from virtual_screen import VirtualScreen, read_picture

from tests.program.conftest import MAIN, PATIENCE, Kiosk, content, from_source, until

IN_TIME = 3.0
"""Seconds until all of the screen is filled. Source: faults.md, *Ranked fault list*, 9."""

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
PORTRAIT = "1080x1920"
PORTRAIT_TIMES = "200 1080 1144 1272 1464 1920 1923 1928 1948"
BLUE, RED = "#0000c0", "#c00000"

Area = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""

WHOLE, BESIDE, SMALL, SMALLER = (0, 0, 1920, 1080), (1920, 0, 1280, 720), (0, 0, 1280, 720), (0, 0, 1024, 768)


class Change:
    """A change of the outputs, from when it is made."""

    def __init__(self) -> None:
        self._made_at = time.monotonic()
        self._waits = waits(os.getpid())

    def ago(self) -> float:
        """The seconds since then, without those for which somebody waited for a processor that others had."""
        lost = sum(seconds - self._waits.get(process, 0.0) for process, seconds in waits(os.getpid()).items())
        return time.monotonic() - self._made_at - lost


def waits(process: int) -> dict[int, float]:
    """For how many seconds a process and those that it has started were ready and did not run (Linux: schedstat)."""
    folder = Path(f"/proc/{process}")
    told = {process: int((folder / "schedstat").read_text().split()[1]) / 1e9}
    for child in (folder / "task" / str(process) / "children").read_text().split():
        with suppress(FileNotFoundError, ProcessLookupError):  # It has ended meanwhile.
            told |= waits(int(child))
    return told


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
        self._tell_xrandr("--addmode", DOOR, "1280x720")
        self._tell_xrandr(
            "--newmode", PORTRAIT, *["200", "1080", "1144", "1272", "1464", "1920", "1923", "1928", "1948"]
        )
        self._tell_xrandr("--addmode", HALL, PORTRAIT)
        self.turn(BOTH)

    def attempt(self, how: str) -> bool:
        """Whether xrandr does what it calls so. It fails now and then when the show asks the server meanwhile."""
        # It else reckons with what the millimetres of the last size were rounded to, in the end with none.
        return self._tell_xrandr("--dpi", "96", *how.split())

    def turn(self, how: str) -> Change:
        """The same, for certain."""

        def is_done() -> bool:
            # Without a word it has the server look at its outputs anew.
            return self.attempt(how) or (self._tell_xrandr() and self.attempt(how))

        until(is_done, f"xrandr {how}")
        return Change()

    def _tell_xrandr(self, *words: str) -> bool:
        done = subprocess.run(["xrandr", *words], env=self.environment, capture_output=True, timeout=PATIENCE)
        return done.returncode == 0

    def grab(self) -> QImage:
        def picture() -> bytes:
            command = ["xwd", "-root", "-silent"]
            return subprocess.run(command, env=self.environment, capture_output=True, timeout=PATIENCE).stdout

        # It has none of a window that changes while it looks.
        return read_picture(until(picture, "a picture"))

    def shows(self, area: Area, colour: str = BLUE) -> None:
        """All along the edge of an area it comes to have a colour."""
        left, top, width, height = area
        across, down = range(left, left + width, 8), range(top, top + height, 8)
        edge = [*product(across, (top, top + height - 1)), *product((left, left + width - 1), down)]

        def is_filled() -> bool:
            picture = self.grab()
            is_large_enough = picture.rect().contains(left + width - 1, top + height - 1)
            return is_large_enough and all(picture.pixelColor(*point).name() == colour for point in edge)

        until(is_filled, f"{colour} along the edge of {area}")

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


def write_show(folder: Path, colour: str = BLUE) -> Path:
    """A show in a folder of its name, which is handed back: all slides have that ground and stay for three seconds."""
    folder.mkdir(exist_ok=True)
    show = content(title=folder.name, duration="3s").replace("statement", "section")
    (folder / "content.yaml").write_text(show.replace("text:", "title:").replace(BLUE, colour))
    return folder


@pytest.fixture
def start(outputs: Outputs, tmp_path: Path) -> Iterator[Callable[..., Kiosk]]:
    """Starts a show of one colour; it must end well."""
    started: list[Kiosk] = []

    def start_one(*options: str, name: str = "show", command: str = "run", colour: str = BLUE) -> Kiosk:
        folder = write_show(tmp_path / name, colour)
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
