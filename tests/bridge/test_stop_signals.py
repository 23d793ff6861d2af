import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.stop_signals import StopSignals

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
PATIENCE = 2000


@pytest.fixture
def stop(qapp: QGuiApplication) -> Iterator[StopSignals]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    stop = StopSignals(qapp)
    yield stop
    stop.close()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_an_idle_loop_ends_at_once(qapp: QGuiApplication, stop: StopSignals, number: signal.Signals) -> None:
    late = QTimer(singleShot=True, interval=PATIENCE)
    late.timeout.connect(lambda: qapp.exit(1))
    late.start()
    QTimer.singleShot(0, qapp, lambda: os.kill(os.getpid(), number))
    assert qapp.exec() == 0
