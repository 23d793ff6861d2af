"""The rotation on the screen: every slide in order, and nothing but slides."""

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtGui import QImage
from virtual_screen import VirtualScreen

from tests.program.conftest import NOWHERE, SLIDES, Kiosk, Start, content, until
from tests.program.windows import told

pytestmark = pytest.mark.program

BLUE, WHITE = "#0000c0", "#ffffff"
FOOTER = 929
"""Where it begins, in pixels from the top."""

SLACK = 3
"""How far a colour may be from the exact one, of 255: blending rounds."""


@pytest.fixture
def rotating(folder: Path, start: Start) -> Kiosk:
    """The program on its first slide, each slide staying for as short as a slide may."""
    (folder / "content.yaml").write_text(content(duration="3s"))
    kiosk = start()
    kiosk.starts()
    return kiosk


def test_every_slide_is_shown_in_order_and_for_its_duration(rotating: Kiosk) -> None:
    told = [rotating.event() for _ in SLIDES]
    assert [each["slide"] for each in told] == [*SLIDES[1:], SLIDES[0]]
    assert {(each["event"], each["mode"], each["language"]) for each in told} == {("shown", "rotation", "fr")}
    gaps = sorted(after["monotonic"] - before["monotonic"] for before, after in pairwise(told))
    # None is ever too short, and where the machine is busy with something else one is too long.
    assert gaps[0] > 2.9 and gaps[1] < 4 and gaps[2] < 5.9, gaps


def slide_of(screen: QImage) -> Image.Image:
    """The picture above the footer, whose invitations are no part of a slide."""
    part = screen.copy(0, 0, 1920, FOOTER).convertToFormat(QImage.Format.Format_RGBX8888)
    return Image.frombytes("RGBX", (part.width(), part.height()), bytes(part.constBits())).convert("RGB")


def brightest(picture: Image.Image) -> int:
    return max(picture.convert("RGB").tobytes())


def colour_at(picture: Image.Image, point: tuple[int, int]) -> tuple[int, ...]:
    return tuple(picture.crop((*point, point[0] + 1, point[1] + 1)).tobytes())


def filmed(kiosk: Kiosk, colour: str) -> list[Image.Image]:
    """The pictures from now until a slide of another ground is there."""
    grabbed: list[QImage] = []

    def is_over() -> bool:
        grabbed.append(kiosk.screen.grab())
        return bool(grabbed[-1].pixelColor(*NOWHERE).name() == colour)

    until(is_over, f"a slide on {colour}")
    # The same over and over while it stands still.
    moving = [each for before, each in pairwise(grabbed) if each != before]
    return [slide_of(each) for each in [grabbed[0], *moving]]


def test_a_crossfade_is_the_old_slide_the_new_one_or_a_blend_of_the_two(rotating: Kiosk) -> None:
    rotating.sees(BLUE)
    seen = 0
    # One fade is enough, unless the machine is busy with something else just then.
    for colour in (WHITE, BLUE) * 3:
        old, *blends, new = filmed(rotating, colour)
        seen += len(blends)
        # An edge between two pixels may fall on either.
        darkest = ImageChops.darker(old, new).filter(ImageFilter.MinFilter(3))
        lightest = ImageChops.lighter(old, new).filter(ImageFilter.MaxFilter(3))
        for blend in blends:
            assert brightest(ImageChops.subtract(darkest, blend)) <= SLACK
            assert brightest(ImageChops.subtract(blend, lightest)) <= SLACK
            red, green, blue = colour_at(blend, NOWHERE)
            assert red == green
            assert abs(0xC0 + red * (0xFF - 0xC0) / 0xFF - blue) <= SLACK
        if seen > 3:
            return
    raise AssertionError(f"blends seen in six fades: {seen}")


def geometry(kiosk: Kiosk) -> dict[str, str]:
    """Place and size of the window of the show, as the display server has them."""
    ask = ["xdotool", "search", "--onlyvisible", "--name", "^Lantern House$", "getwindowgeometry", "--shell"]
    answer = subprocess.run(ask, env=kiosk.screen.environment, capture_output=True, text=True, check=True).stdout
    return dict(line.split("=") for line in answer.split())


def fills_the_screen(kiosk: Kiosk) -> bool:
    found = geometry(kiosk)
    return [found[name] for name in ("X", "Y", "WIDTH", "HEIGHT")] == ["0", "0", "1920", "1080"]


def test_it_fills_the_screen_where_nobody_manages_windows(kiosk: Kiosk) -> None:
    until(lambda: fills_the_screen(kiosk), "the whole screen")
    assert {kiosk.colour(corner) for corner in [(0, 0), (1919, 0), (0, 1079), (1919, 1079)]} == {"#0000c0"}


@pytest.fixture
def managed(screen: VirtualScreen, tmp_path: Path) -> Iterator[VirtualScreen]:
    """The screen with a window manager, as on a desk."""
    ready = tmp_path / "ready"
    command = ["openbox", "--startup", f"touch '{ready}'"]
    manager = subprocess.Popen(command, env=screen.environment, stderr=subprocess.DEVNULL)
    until(ready.exists, "the window manager")
    yield screen
    manager.terminate()
    manager.wait()


def test_it_fills_the_screen_of_a_desk_and_cannot_be_closed(managed: VirtualScreen, start: Start) -> None:
    kiosk = start()
    kiosk.starts()
    until(lambda: fills_the_screen(kiosk), "the whole screen")
    assert {kiosk.colour(corner) for corner in [(0, 0), (1919, 0), (0, 1079), (1919, 1079)]} == {"#0000c0"}
    kiosk.key("alt+F4")
    kiosk.wakes()
    # The answer to a later key shows that the request to close was heard before it.
    kiosk.key("Right")
    kiosk.shows("bravo")
    kiosk.sees("#ffffff")


def test_in_a_window_it_has_the_size_asked_for_and_can_be_closed(managed: VirtualScreen, start: Start) -> None:
    kiosk = start("--windowed", "800x600")
    kiosk.starts()
    found = geometry(kiosk)
    assert (found["WIDTH"], found["HEIGHT"]) == ("800", "600")
    # The manager of windows gives it the keys once it has placed it.
    until(lambda: told(managed, "getwindowfocus", "getwindowname") == "Lantern House", "the keys")
    kiosk.key("alt+F4")
    assert kiosk.ends() == 0


def test_a_screen_on_its_side_turns_the_picture(start: Start) -> None:
    kiosk = start("--rotate", "90")
    kiosk.starts()
    # The title, at the bottom left of an upright screen, is at the top left of one turned clockwise.
    kiosk.sees_at((300, 150), is_control=True)
