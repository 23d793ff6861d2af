from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.keys import Keys
from tests.bridge.shows import Lobby


class Listener(QObject):
    """What stands behind `Keys` and hears the keys it lets through."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keys.append(event.key())
        return False


@pytest.fixture
def window(qapp: object) -> Iterator[QQuickWindow]:
    window = QQuickWindow()
    yield window
    window.deleteLater()


def test_the_key_that_wakes_does_only_that(window: QQuickWindow) -> None:
    lobby, listener = Lobby(), Listener()
    window.installEventFilter(listener)
    keys = Keys(lobby.show, window)
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert (listener.keys, lobby.show.isVisit) == ([], True)
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert listener.keys == [Qt.Key.Key_Right]
    window.removeEventFilter(keys)


def test_the_key_that_answers_the_question_does_only_that(window: QQuickWindow) -> None:
    lobby, listener = Lobby(), Listener()
    window.installEventFilter(listener)
    keys = Keys(lobby.show, window)
    lobby.show.touched()
    lobby.wait(60)
    assert lobby.show.isWarning
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert (listener.keys, lobby.show.isWarning, lobby.slide) == ([], False, "a")
    window.removeEventFilter(keys)
