"""Whether Qt's binding counts references right: PySide6 6.12.0 on Python 3.11 does not, and aborts after an hour."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

CALLS = 300
"""Too few for the binding that is known to be wrong to abort: it does so after some 550."""

SLACK = 50
"""By how much a count may change by itself meanwhile."""


class _Speaker(QObject):
    spoke = Signal(object)


def miscounted() -> list[object]:
    """What Python wrongly keeps or lets go of after calls into Qt, signals and returns from slots; nothing is right."""
    timer, speaker, payload = QTimer(), _Speaker(), object()

    def hear(_: object) -> bool:
        return True

    speaker.spoke.connect(hear)

    def act() -> None:
        timer.setInterval(5)
        speaker.spoke.emit(payload)

    return moved((None, True, False, payload), act)


def moved(watched: Sequence[object], act: Callable[[], None]) -> list[object]:
    """Those of the objects whose count of references is another once something was done many times."""
    before = [sys.getrefcount(each) for each in watched]
    for _ in range(CALLS):
        act()
    after = [sys.getrefcount(each) for each in watched]
    drifts = (abs(now - then) for now, then in zip(after, before, strict=True))
    return [each for each, drift in zip(watched, drifts, strict=True) if drift >= SLACK]
