"""The built program on bare systems, by a user without rights, a home, a network or a place for temporary programs."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from virtual_screen import VirtualScreen

from tests.package.conftest import SHOWN, Drawn, Start, ours_of
from tests.package.roots import ROOT, RUNTIME_FOLDER, Root
from tests.program.conftest import HOME, LANGUAGE, NEXT, NOWHERE, SECTIONS, SLIDES, Kiosk, content, until
from tests.program.test_rotation import FOOTER
from tests.program.test_start_and_end import AT_ONCE

pytestmark = pytest.mark.package

SECOND = SHOWN[1]

NESTED = {"WLR_BACKENDS": "x11"}
"""The compositor's output is a window on the virtual screen, so that its pixels can be seen and touched there."""

HEADLESS = {"WLR_BACKENDS": "headless"}


def in_compositor(**backend: str) -> dict[str, str]:
    """The environment of cage and of the program in it, without a graphics card, mouse or keyboard."""
    return backend | {
        "XDG_RUNTIME_DIR": RUNTIME_FOLDER,
        "WLR_RENDERER": "pixman",
        "WLR_LIBINPUT_NO_DEVICES": "1",
    }


HEADER = 110
"""Pixels from the top, of 1080, with what is dimmed on a screen and not in what is drawn."""


def slide_of(picture: QImage) -> QImage:
    """The part between header and footer, whose invitations are no part of a slide."""
    top, end = (edge * picture.height() // 1080 for edge in (HEADER, FOOTER))
    return picture.copy(0, top, picture.width(), end - top).convertToFormat(QImage.Format.Format_RGB32)


def sees(picture: QImage, look: Callable[[], QImage]) -> None:
    """A slide fills the screen: wait until all between header and footer is as it was drawn.

    Not one with a picture behind it, which is larger on a screen by the pixels that it wanders.
    """
    slide = slide_of(picture)
    until(lambda: slide_of(look()) == slide, "the slide on the whole screen")


def is_touched(kiosk: Kiosk, slide: str, redraw: Callable[[], None] = lambda: None) -> None:
    """A tap on nothing opens the controls, and one on a control is answered."""
    kiosk.tap(NOWHERE)
    kiosk.wakes(slide)
    redraw()
    for control in (HOME, SECTIONS, NEXT, LANGUAGE):
        kiosk.sees_at(control, is_control=True)
    kiosk.tap(LANGUAGE)
    kiosk.events("language")
    kiosk.shows(slide, language="en")


def test_under_x_without_a_window_manager(root: Root, screen: VirtualScreen, start: Start, drawn: Drawn) -> None:
    picture = drawn(SECOND)
    kiosk = start(DISPLAY=screen.display)
    kiosk.events("started")
    for slide in SHOWN:
        kiosk.shows(slide, "rotation")
    sees(picture, screen.grab)
    is_touched(kiosk, SECOND)
    kiosk.process.terminate()
    assert kiosk.ends(AT_ONCE) == 0
    assert ours_of(kiosk.errors) == ""
    assert root.written() == set()


def written(root: Root) -> set[str]:
    """What was written outside the state folder, without the sockets and locks of cage and of its X server."""
    return {file for file in root.written() if not file.startswith((f"{RUNTIME_FOLDER}/wayland-", "/tmp/.X"))}


def test_in_the_compositor(root: Root, screen: VirtualScreen, start: Start, drawn: Drawn) -> None:
    # It must not find the display around the compositor.
    environment = in_compositor(**NESTED, DISPLAY=screen.display)
    kiosk = start("cage", "--", "env", "-u", "DISPLAY", content=content(), **environment)

    def resize(height: int) -> None:
        kiosk.hands(f"search --onlyvisible --name ^ windowsize %@ {screen.width} {height}")

    def redraw() -> None:
        # In a window the compositor of Debian 12 stands still after a frame in which nothing changed.
        resize(screen.height - 1)
        resize(screen.height)

    kiosk.starts()
    resize(screen.height)
    sees(drawn(SLIDES[0], kiosk.folder), screen.grab)
    is_touched(kiosk, SLIDES[0], redraw)
    kiosk.process.terminate()
    kiosk.ends(AT_ONCE)
    assert "Traceback" not in kiosk.errors
    assert written(root) == set()


def test_in_the_compositor_without_any_display(
    root: Root, release: str, start: Start, drawn: Drawn, tmp_path: Path
) -> None:
    kiosk = start("cage", "-d", "--", content=content(duration="3s"), **in_compositor(**HEADLESS))
    kiosk.starts()

    def call(*command: str | Path) -> None:
        # A socket's path has at most 107 characters.
        display = os.environ | {"WAYLAND_DISPLAY": "/proc/self/cwd/wayland-0"}
        subprocess.run(command, cwd=root.path(RUNTIME_FOLDER), env=display, check=True)

    def look() -> QImage:
        shot = tmp_path / "shot.ppm"
        call("grim", "-t", "ppm", shot)
        return QImage(str(shot))

    # The cage of Debian 12 has no way to change its size, and lets one see frames long past.
    if release != "bookworm":
        call("wlr-randr", "--output", "HEADLESS-1", "--custom-mode", "1920x1080")
        sees(drawn(SLIDES[0], kiosk.folder), look)
        kiosk.shows(SLIDES[1], "rotation")
        sees(drawn(SLIDES[1], kiosk.folder), look)
    else:
        for slide in (*SLIDES[1:], SLIDES[0]):
            kiosk.shows(slide, "rotation")
    kiosk.process.terminate()
    kiosk.ends(AT_ONCE)
    assert "Traceback" not in kiosk.errors
    assert written(root) == set()


def empty(root: Root) -> None:
    """Delete what is in the folders for what is temporary; the socket that the screen is reached by is in use."""
    root.run("find", "/tmp", "/run", "/dev/shm", "-mindepth", "1", "-delete", user=ROOT)


@pytest.mark.parametrize("release", ["bookworm"])
def test_it_goes_on_when_temporary_folders_are_emptied(root: Root, screen: VirtualScreen, start: Start) -> None:
    kiosk = start(DISPLAY=screen.display, content=content(duration="3s"))
    kiosk.starts()
    empty(root)
    kiosk.shows(SLIDES[1], "rotation")
    empty(root)
    is_touched(kiosk, SLIDES[1])
    kiosk.process.terminate()
    assert kiosk.ends(AT_ONCE) == 0


@pytest.mark.parametrize("release", ["bookworm"])
def test_it_looks_the_same_on_a_system_without_typefaces(screen: VirtualScreen, start: Start, drawn: Drawn) -> None:
    picture = drawn(SECOND)
    kiosk = start(DISPLAY=screen.display, FONTCONFIG_FILE="/dev/null")
    kiosk.events("started")
    for slide in SHOWN:
        kiosk.shows(slide, "rotation")
    sees(picture, screen.grab)


@pytest.mark.parametrize("release", ["bookworm"])
def test_a_second_one_does_not_disturb_the_first(screen: VirtualScreen, start: Start) -> None:
    both = [start(DISPLAY=screen.display, content=content(duration="3s")) for _ in range(2)]
    for kiosk in both:
        kiosk.starts()
    for kiosk in both:
        kiosk.shows(SLIDES[1], "rotation")
        kiosk.process.terminate()
        assert kiosk.ends(AT_ONCE) == 0
