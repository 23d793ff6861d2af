"""What a bare X server shows where no window is."""

import subprocess

import pytest
from virtual_screen import VirtualScreen

from kiosk.bridge import bare_x
from tests.program.conftest import until

pytestmark = pytest.mark.program


def test_a_bare_screen_takes_the_colour(screen: VirtualScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", screen.display)
    bare_x.fill("#5b2a86")
    until(lambda: screen.grab().pixelColor(10, 10).name() == "#5b2a86", "the colour")


def test_a_desktop_keeps_its_own(screen: VirtualScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", screen.display)
    with subprocess.Popen(["openbox"], env=screen.environment, stderr=subprocess.DEVNULL) as manager:
        asked = ["xprop", "-root", bare_x.WINDOW_MANAGER.decode()]
        until(lambda: b"window id" in subprocess.check_output(asked, env=screen.environment), "a window manager")
        before = screen.grab()
        bare_x.fill("#5b2a86")
        assert screen.grab() == before
        manager.terminate()


def test_without_an_x_server_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    bare_x.fill("#5b2a86")


def test_monitors_are_told_by_the_server(screen: VirtualScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", screen.display)
    assert bare_x.monitors() == {"screen": (0, 0, 1920, 1080)}


def test_without_a_server_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":65000")
    assert bare_x.monitors() == {}
