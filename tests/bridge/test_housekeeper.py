"""What nobody uses any longer is freed in time, and where it may be."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.bridge import housekeeper
from kiosk.bridge.housekeeper import AT_LEAST_EVERY, SOON, Housekeeper
from tests.bridge.shows import Lobby


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


def test_it_is_done_soon_after_something_happened_and_else_every_minute() -> None:
    lobby = Lobby()
    parent = QObject()
    timer = timer_of(Housekeeper(parent, lobby.show))
    assert timer.isActive() and timer.interval() == AT_LEAST_EVERY
    lobby.show.touched()
    assert timer.interval() == SOON
    ends: list[threading.Thread] = []
    Ring(ends)
    timer.timeout.emit()
    assert len(ends) == 1
    assert timer.isActive() and timer.interval() == AT_LEAST_EVERY


def test_somebody_who_turns_and_turns_does_not_put_it_off() -> None:
    lobby = Lobby()
    parent = QObject()
    timer = timer_of(Housekeeper(parent, lobby.show))
    lobby.show.touched()
    # Begun anew, a timer has another number.
    begun = timer.timerId()
    lobby.show.next()
    lobby.present()
    assert lobby.events[-1].event == "shown"
    assert timer.timerId() == begun


def test_what_a_visitor_opened_is_given_back_to_the_system_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bool] = []
    monkeypatch.setattr(housekeeper, "return_large_blocks", lambda: given.append(True))
    lobby = Lobby()
    parent = QObject()
    keeper = Housekeeper(parent, lobby.show)
    assert len(given) == 1
    lobby.show.touched()
    keeper.tidy()
    assert len(given) == 1
    lobby.wait(60)
    lobby.wait(30)
    assert [each.event for each in lobby.events][-2:] == ["reset", "shown"]
    keeper.tidy()
    keeper.tidy()
    assert len(given) == 2
