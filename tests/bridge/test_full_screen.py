from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge import full_screen
from kiosk.bridge.full_screen import FullScreen
from kiosk.bridge.screens import Place, Wanted

STALE = QRect(0, 0, 160, 160)
WIDE = QRect(0, 0, 3200, 1080)


class Filled:
    """A window that is kept over a screen."""

    def __init__(self, app: QGuiApplication) -> None:
        self.app = app
        self.screen: Any = app.primaryScreen()
        self.window = QQuickWindow()
        self.window.setFlag(Qt.WindowType.FramelessWindowHint)
        self.keeper = FullScreen(self.window, app, Wanted(None))
        self.keeper.fill()

    @property
    def fills(self) -> bool:
        is_fullscreen = self.window.windowState() == Qt.WindowState.WindowFullScreen
        return is_fullscreen and self.window.geometry() == self.screen.geometry()

    def is_moved(self) -> None:
        self.window.showNormal()
        self.window.setGeometry(STALE)
        assert not self.fills


@pytest.fixture
def filled(qapp: QGuiApplication) -> Iterator[Filled]:
    filled = Filled(qapp)
    yield filled
    filled.window.close()
    # Not whenever Python tidies up, perhaps in a thread that has none of its timers.
    shiboken6.delete(filled.keeper)


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication) -> Callable[..., None]:
    """Says where a show is to be."""

    def say(*, is_there: bool = True, area: QRect | None = None, is_guest: bool = False) -> None:
        screen = qapp.primaryScreen()
        areas = [screen.geometry(), *([area] if area else [])]
        found = Place(screen, areas, [], is_guest=is_guest) if is_there else None
        monkeypatch.setattr(full_screen, "place", lambda *_: found)

    return say


def test_it_fills_its_screen(filled: Filled) -> None:
    assert filled.fills


@pytest.mark.parametrize("name", ["screenAdded", "screenRemoved", "primaryScreenChanged"])
def test_it_fills_it_again_when_screens_come_and_go(filled: Filled, name: str) -> None:
    filled.is_moved()
    getattr(filled.app, name).emit(filled.screen)
    assert filled.fills


def test_it_follows_the_size_of_each_screen(filled: Filled) -> None:
    filled.app.screenAdded.emit(filled.screen)
    filled.is_moved()
    filled.screen.geometryChanged.emit(filled.screen.geometry())
    assert filled.fills


def test_it_looks_again_when_a_window_manager_has_had_its_way(filled: Filled) -> None:
    filled.screen.geometryChanged.emit(filled.screen.geometry())
    filled.is_moved()
    timer: Any = filled.keeper.findChild(QTimer)
    assert timer.isActive()
    timer.timeout.emit()
    assert filled.fills


def test_without_a_screen_it_stays_as_it_was(filled: Filled, placed: Callable[..., None]) -> None:
    placed(is_there=False)
    before = filled.window.geometry()
    filled.keeper.fill()
    assert filled.fills
    assert filled.window.geometry() == before


def test_over_several_screens_it_has_the_size_of_all(filled: Filled, placed: Callable[..., None]) -> None:
    placed(area=WIDE)
    filled.keeper.fill()
    # What is fullscreen is given the size of one.
    assert filled.window.windowState() == Qt.WindowState.WindowNoState
    assert filled.window.geometry() == WIDE
    placed()
    filled.keeper.fill()
    assert filled.fills


@pytest.mark.parametrize("is_guest", [False, True])
def test_a_guest_keeps_below_whoever_lives_there(
    filled: Filled, placed: Callable[..., None], monkeypatch: pytest.MonkeyPatch, is_guest: bool
) -> None:
    lowered: list[bool] = []
    monkeypatch.setattr(filled.window, "lower", lambda: lowered.append(True))
    placed(is_guest=is_guest)
    filled.keeper.fill()
    assert lowered == [True] * is_guest
    assert filled.window.geometry() == filled.screen.geometry()
    # A window manager has what is fullscreen above all others.
    assert filled.fills is not is_guest


@pytest.mark.parametrize("is_guest", [False, True])
@pytest.mark.parametrize("asked", [None, "0"])
def test_it_comes_to_the_front_and_takes_the_keys_where_it_is_alone(
    filled: Filled, placed: Callable[..., None], monkeypatch: pytest.MonkeyPatch, asked: str | None, is_guest: bool
) -> None:
    done: list[str] = []
    monkeypatch.setattr(filled.window, "lower", lambda: None)
    for name in ("raise_", "requestActivate"):
        monkeypatch.setattr(filled.window, name, lambda name=name: done.append(name))
    monkeypatch.setattr(filled.window, "isActive", lambda: False)
    monkeypatch.setattr(filled.keeper, "_wanted", Wanted(asked))
    placed(is_guest=is_guest)
    filled.keeper.fill()
    filled.keeper.come_to_front()
    assert done == ([] if is_guest else ["raise_"] if asked else ["raise_", "requestActivate"])
