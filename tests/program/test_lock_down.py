"""Nobody leaves the show with a keyboard or a mouse, whoever manages windows. Source: faults.md, T11."""

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from kiosk.bridge.lock_down import DOORS
from tests.program import windows
from tests.program.conftest import Start, content, only_the_name_is_left, until
from tests.program.windows import holds, told, turns

pytestmark = pytest.mark.program
manager = windows.manager

MODIFIERS = ("", "ctrl+", "alt+", "super+", "shift+", "ctrl+alt+", "ctrl+shift+", "alt+shift+", "super+shift+")
KEYS = [f"F{number}" for number in range(1, 13)] + list("abcdefghijklmnopqrstuvwxyz")
KEYS += ["Left", "Right", "Up", "Down", "Tab", "Return", "space", "Escape", "Delete", "BackSpace", "Home", "End"]
KEYS += ["Print", "Menu", "Sys_Req", "Pause", "plus", "minus"]
# Xvfb has no other consoles, but it can be told to end.
KEYS_OF_THE_SERVER = {("ctrl+alt+", "BackSpace")}
BLUE = "#0000c0"
EVERY_DESKTOP = "-1"
"""As xdotool calls it."""

BUTTONS = range(1, 10)

BLACK, MIDDLE = "#000000", (960, 540)
OTHER = """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QRasterWindow

class Other(QRasterWindow):
    def paintEvent(self, event):
        QTimer.singleShot(500, lambda: print("painted", flush=True))

app = QGuiApplication()
other = Other()
other.setFlag(Qt.WindowType.WindowStaysOnTopHint)
other.setGeometry(500, 300, 900, 500)
other.show()
other.requestActivate()
app.exec()
"""
"""Another program, whose window is black and wants to be in front."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder whose slides turn quickly."""
    (tmp_path / "content.yaml").write_text(content(duration="3s"))
    return tmp_path


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
    # A wheel that a manager of windows changes desktops by; there and back again is nowhere.
    for modifiers, button in product(("alt", "ctrl alt", "alt shift"), (4, 5)):
        down, up = (" ".join(f"key{way} {key}" for key in modifiers.split()) for way in ("down", "up"))
        kiosk.hands(f"{down} sleep 0.2 mousemove 900 500 click {button} {up}")
        holds(kiosk, manager)
    if manager != "bare":
        assert told(kiosk.screen, "get_desktop") == "0"
        # Whoever gets there all the same.
        told(kiosk.screen, "set_desktop", "2")
        holds(kiosk, manager)
    # What turns sticky keys on elsewhere.
    kiosk.hands("key Shift_L Shift_L Shift_L Shift_L Shift_L")
    kiosk.hands("keydown Shift_L sleep 0.1 keyup Shift_L")
    holds(kiosk, manager)
    turns(kiosk)


def test_nobody_leaves_the_name_alone(start: Start, manager: str, folder: Path) -> None:
    only_the_name_is_left(folder)
    kiosk = start()
    kiosk.sees(BLUE)
    if manager != "bare":
        # It asks for that a moment after it has come.
        search = ("search", "--onlyvisible", "--name", "^Lantern House$", "get_desktop_for_window", "%@")
        until(lambda: told(kiosk.screen, *search) == EVERY_DESKTOP, "the window on every desktop")
        told(kiosk.screen, "set_desktop", "2")
    for key in ("alt+F4", "super+d", "ctrl+alt+Right"):
        kiosk.key(key)
    holds(kiosk, manager)


def test_no_other_window_stays_in_front(start: Start, manager: str) -> None:
    kiosk = start()
    kiosk.starts()
    other = subprocess.Popen([sys.executable, "-c", OTHER], env=kiosk.screen.environment, stdout=subprocess.PIPE)
    try:
        assert other.stdout and other.stdout.readline() == b"painted\n"
        until(lambda: kiosk.colour(MIDDLE) != BLACK, "the show in front again")
        # And from then on.
        kiosk.shows("bravo", "rotation")
        assert kiosk.colour(MIDDLE) != BLACK
    finally:
        other.kill()
        other.communicate()


def test_nothing_of_the_environment_comes_in(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in DOORS:
        monkeypatch.setenv(name, str(tmp_path))
    kiosk = start()
    kiosk.starts()
    assert "plugin" not in kiosk.errors
