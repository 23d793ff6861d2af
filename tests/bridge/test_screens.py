"""Which screens a show is for, whatever has come and gone."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.screens import Area, Names, Wanted, place

HALL, DOOR, DESK = ("HDMI-1", "A17"), ("HDMI-2", "B+4"), ("DP-1", "")
TWO = [HALL, DOOR]


@pytest.mark.parametrize(
    ("said", "there", "found", "missing"),
    [
        (None, TWO, [0], []),
        (None, [], [], []),
        ("0", TWO, [0], []),
        ("1", TWO, [1], []),
        ("2", TWO, [], ["2"]),
        ("-1", TWO, [], ["-1"]),
        ("²", TWO, [], ["²"]),
        ("", [HALL, DESK], [], [""]),
        ("HDMI-2", TWO, [1], []),
        ("B+4", TWO, [1], []),
        ("DP-1", TWO, [], ["DP-1"]),
        ("1", [HALL, ("0", "")], [1], []),
        ("0", [HALL, ("0", "")], [1], []),
        ("0+1", TWO, [0, 1], []),
        ("HDMI-2+A17", TWO, [1, 0], []),
        ("0+HDMI-1", TWO, [0], []),
        ("DP-1+HDMI-2", TWO, [1], ["DP-1"]),
        ("all", [*TWO, DESK], [0, 1, 2], []),
        ("all", [], [], []),
    ],
)
def test_a_screen_is_found_by_name_serial_number_or_number(
    said: str | None, there: Sequence[Names], found: list[int], missing: list[str]
) -> None:
    assert Wanted(said).among(there) == (found, missing)


@pytest.mark.parametrize(
    ("said", "story"),
    [
        # The one before it goes and comes back, then it does so itself.
        ("1", [(TWO, [1]), ([DOOR], [0]), ([DOOR, HALL], [0]), ([HALL], []), (TWO, [1])]),
        ("0+1", [(TWO, [0, 1]), ([DOOR], [0]), ([DOOR, HALL], [1, 0])]),
        # It is plugged in elsewhere.
        ("A17", [(TWO, [0]), ([DOOR], []), ([DOOR, ("DP-1", "A17")], [1])]),
        # It was not there at the start.
        ("1", [([HALL], []), (TWO, [1]), ([DOOR], [0])]),
        ("all", [([HALL], [0]), (TWO, [0, 1]), ([], [])]),
    ],
)
def test_it_is_known_again(said: str, story: list[tuple[list[Names], list[int]]]) -> None:
    wanted = Wanted(said)
    assert [wanted.among(there)[0] for there, _ in story] == [found for _, found in story]


class Screen:
    """As much of Qt's as is asked for."""

    def __init__(self, name: str, *area: int, scale: float = 1) -> None:
        self.name = lambda: name
        self.devicePixelRatio = lambda: scale
        self.serialNumber = lambda: ""
        self.geometry = lambda: QRect(*area)


LEFT, RIGHT = Screen("left", 0, 0, 1920, 1080), Screen("right", 1920, 0, 1280, 720)
SAME, LESS = Screen("same", 0, 0, 1920, 1080), Screen("less", 0, 0, 1024, 768)
NONE = Screen(":0.0", 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("said", "screens", "area", "is_guest", "is_shared"),
    [
        (None, [LEFT, RIGHT], (0, 0, 1920, 1080), False, False),
        ("right", [LEFT, RIGHT], (1920, 0, 1280, 720), False, False),
        ("right", [LEFT], (0, 0, 1920, 1080), True, False),
        ("right+left", [LEFT, RIGHT], (0, 0, 3200, 1080), False, True),
        ("all", [LEFT, SAME], (0, 0, 1920, 1080), False, False),
        # A mirror of another size, which a window manager may take for the one to be filled.
        ("left", [LEFT, LESS], (0, 0, 1920, 1080), False, True),
        ("all", [LEFT, LESS], (0, 0, 1920, 1080), False, True),
        ("left+right", [RIGHT, NONE], (1920, 0, 1280, 720), False, False),
    ],
)
def test_a_show_fills_its_screens_and_another_while_they_are_away(
    monkeypatch: pytest.MonkeyPatch,
    said: str | None,
    screens: list[Screen],
    area: tuple[int, ...],
    is_guest: bool,
    is_shared: bool,
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    found = place(Wanted(said))
    assert found
    assert (found.area.getRect(), found.is_guest, found.is_shared) == (area, is_guest, is_shared)


def test_without_a_screen_it_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [NONE])
    assert place(Wanted(None)) is None


@pytest.mark.parametrize(
    ("screen", "monitors", "area"),
    [
        (RIGHT, {"right": (0, 0, 1280, 720)}, (0, 0, 1280, 720)),
        (RIGHT, {"left": (0, 0, 1920, 1080)}, (1920, 0, 1280, 720)),
        # What is counted in larger pixels is left to who counts so.
        (Screen("right", 960, 0, 640, 360, scale=2), {"right": (0, 0, 1280, 720)}, (960, 0, 640, 360)),
    ],
)
def test_a_screen_is_where_the_server_says(
    monkeypatch: pytest.MonkeyPatch, screen: Screen, monitors: dict[str, Area], area: Area
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [screen])
    found = place(Wanted(None), monitors)
    assert found
    assert found.area.getRect() == area
    assert not found.is_shared
