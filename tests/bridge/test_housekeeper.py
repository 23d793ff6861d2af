"""What nobody uses any longer is freed in time, and where it may be."""

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMetaObject, QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, qmlEngine
from pytestqt.qtbot import QtBot

from kiosk.bridge import housekeeper
from kiosk.bridge.housekeeper import EVERY, SOON, Housekeeper
from tests.bridge.shows import Lobby
from tests.bridge.theatre import Theatre


@pytest.fixture(autouse=True)
def collecting(qapp: QGuiApplication) -> Iterator[None]:
    """Whatever a test does to Python's collector is taken back."""
    yield
    gc.enable()
    gc.unfreeze()


class Ring:
    """Something that only looking for garbage frees."""

    def __init__(self, ends: list[threading.Thread]) -> None:
        self._itself = self
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.current_thread())


def timer_of(keeper: Housekeeper) -> QTimer:
    (timer,) = keeper.findChildren(QTimer)
    return timer


def test_it_ends_in_the_thread_that_draws_however_much_another_one_makes() -> None:
    ends: list[threading.Thread] = []
    parent = QObject()
    keeper = Housekeeper(parent)
    Ring(ends)
    # Far more than Python waits for by itself.
    busy = threading.Thread(target=lambda: [[each] for each in range(100_000)])
    busy.start()
    busy.join()
    assert ends == []
    keeper.tidy()
    assert ends == [threading.main_thread()]


def test_it_is_done_every_minute_and_soon_after_a_slide_of_the_rotation_has_come() -> None:
    lobby = Lobby()
    parent = QObject()
    timer = timer_of(Housekeeper(parent, lobby.show))
    assert timer.isActive() and timer.interval() == EVERY
    lobby.show.touched()
    lobby.show.next()
    lobby.present()
    lobby.wait(60)
    assert timer.interval() == EVERY
    lobby.wait(30)
    lobby.present()
    assert lobby.events[-1].mode == "rotation"
    assert timer.interval() == SOON
    ends: list[threading.Thread] = []
    Ring(ends)
    timer.timeout.emit()
    assert len(ends) == 1
    assert timer.isActive() and timer.interval() == EVERY


def test_slides_that_come_fast_do_not_put_it_off(qtbot: QtBot) -> None:
    lobby = Lobby()
    parent = QObject()
    timer = timer_of(Housekeeper(parent, lobby.show))
    lobby.wait(60)
    lobby.present()
    assert timer.interval() == SOON
    qtbot.waitUntil(lambda: timer.remainingTime() < SOON - 10)
    left = timer.remainingTime()
    lobby.wait(60)
    lobby.present()
    assert timer.isActive() and timer.remainingTime() <= left


def test_what_is_free_is_given_back_to_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bool] = []
    monkeypatch.setattr(housekeeper, "return_large_blocks", lambda: given.append(True))
    parent = QObject()
    keeper = Housekeeper(parent)
    keeper.tidy()
    assert len(given) == 2


MAKER = b"""
import QtQml

QtObject {
    id: root

    property int gone: 0
    readonly property Component made: QtObject {
        Component.onDestruction: ++root.gone
    }

    function make(): void {
        made.createObject(null);
    }
}
"""


def test_qml_is_looked_through_too(theatre: Callable[..., Theatre], qtbot: QtBot) -> None:
    opened = theatre()
    engine = qmlEngine(opened.window)
    assert engine
    component = QQmlComponent(engine)
    component.setData(MAKER, QUrl())
    maker = component.create()
    QMetaObject.invokeMethod(maker, "make")
    parent = QObject()
    keeper = Housekeeper(parent, opened.lobby.show, opened.stage)
    assert maker.property("gone") == 0
    keeper.tidy()
    qtbot.waitUntil(lambda: maker.property("gone") == 1)
    maker.deleteLater()
