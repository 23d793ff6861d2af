from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.full_screen import FullScreen

STALE = QRect(0, 0, 160, 160)


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[QQuickWindow]:
    window = QQuickWindow()
    full_screen = FullScreen(window, qapp, qapp.primaryScreen)
    full_screen.fill()
    yield window
    window.close()


def fills(window: QQuickWindow) -> bool:
    is_fullscreen = window.windowState() == Qt.WindowState.WindowFullScreen
    return is_fullscreen and window.geometry() == window.screen().geometry()


def test_it_fills_its_screen(window: QQuickWindow) -> None:
    assert fills(window)


@pytest.mark.parametrize("name", ["screenAdded", "screenRemoved", "primaryScreenChanged"])
def test_it_fills_it_again_when_screens_come_and_go(qapp: QGuiApplication, window: QQuickWindow, name: str) -> None:
    window.showNormal()
    window.setGeometry(STALE)
    assert not fills(window)
    getattr(qapp, name).emit(qapp.primaryScreen())
    assert fills(window)


def test_it_follows_the_size_of_each_screen(qapp: QGuiApplication, window: QQuickWindow) -> None:
    screen = qapp.primaryScreen()
    qapp.screenAdded.emit(screen)
    window.setGeometry(STALE)
    screen.geometryChanged.emit(screen.geometry())
    assert fills(window)
