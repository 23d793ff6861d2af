import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.bridge.signals import IN_TIME, Signals

STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
PATIENCE = 2000


@pytest.fixture(autouse=True)
def limits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Within how many seconds the system was told to end the program, which it does not do to the tests."""
    limits: list[int] = []
    monkeypatch.setattr("kiosk.bridge.signals.end_within", limits.append)
    return limits


@pytest.fixture
def signals(qapp: QGuiApplication) -> Iterator[Signals]:
    before = {number: signal.getsignal(number) for number in (*STOPS, signal.SIGUSR1)}
    signals = Signals(qapp)
    yield signals
    signals.close()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", STOPS)
def test_an_idle_loop_ends_at_once(
    qapp: QGuiApplication, signals: Signals, limits: list[int], number: signal.Signals
) -> None:
    late = QTimer(singleShot=True, interval=PATIENCE)
    late.timeout.connect(lambda: qapp.exit(1))
    late.start()
    QTimer.singleShot(0, qapp, lambda: os.kill(os.getpid(), number))
    assert qapp.exec() == 0
    assert signals.have_stopped
    assert limits == [IN_TIME]


def test_staff_ask_for_the_screen_to_be_cleaned(qtbot: QtBot, signals: Signals, limits: list[int]) -> None:
    with qtbot.waitSignal(signals.cleaningAsked, timeout=PATIENCE):
        os.kill(os.getpid(), signal.SIGUSR1)
    assert not signals.have_stopped
    assert limits == []


def test_where_there_are_fewer_signals_those_that_are_there_are_heard(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Windows has neither, and sends SIGINT for Ctrl+C.
    monkeypatch.delattr(signal, "SIGHUP")
    monkeypatch.delattr(signal, "SIGUSR1")
    before = [(number, signal.getsignal(number)) for number in (signal.SIGTERM, signal.SIGINT)]
    signals = Signals(qapp)
    QTimer.singleShot(0, qapp, lambda: signal.raise_signal(signal.SIGINT))
    assert qapp.exec() == 0
    signals.close()
    for number, handler in before:
        signal.signal(number, handler)
