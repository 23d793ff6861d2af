"""Whether Qt's binding counts references right: PySide6 6.12.0 on Python 3.11 does not, and aborts after an hour."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal

CALLS = 300
SLACK = 50


class Speaker(QObject):
    spoke = Signal(object)


def test_calls_emits_and_slots_leave_every_count_as_it_was() -> None:
    timer, speaker = QTimer(), Speaker()
    payload, heard = object(), 0

    def hear(_: object) -> None:
        nonlocal heard
        heard += 1

    speaker.spoke.connect(hear)
    watched = (None, True, False, payload)
    before = [sys.getrefcount(each) for each in watched]
    for _ in range(CALLS):
        timer.setInterval(5)
        speaker.spoke.emit(payload)
    after = [sys.getrefcount(each) for each in watched]
    assert heard == CALLS
    assert all(abs(now - then) < SLACK for now, then in zip(after, before, strict=True)), (before, after)
