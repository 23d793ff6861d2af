"""Whatever happens to the stage, in any order: it says nothing, it is never blank, and it goes back to the rotation.

$KIOSK_SEED repeats a run, whose seed is printed.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.keys import MOVES
from kiosk.content.model import Show
from kiosk.content.reader import read
from tests.bridge import conftest as bridge
from tests.bridge.shows import ABC
from tests.bridge.theatre import HEIGHT, WIDTH, Theatre
from tests.faults.conftest import seed
from tests.items import below
from tests.program.conftest import is_flat

pytestmark = pytest.mark.faults
theatre = bridge.theatre

WORLD = Path(__file__).parents[1] / "data" / "shows" / "world" / "content.yaml"
# One that the tests' own keyboard has not.
KEYS = [
    *MOVES.keys() - {Qt.Key.Key_MediaTogglePlayPause},
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
]
STEPS = 400
PAUSES = (0.0, 0.02, 0.3, 1.0, 5.0, 25.0, 70.0, 1e6)
"""Seconds."""


class Visitors:
    """Ten fingers, a mouse, a keyboard, an editor and a clock, none of which does what it should."""

    def __init__(self, it: Theatre, shows: list[Show], random: Random) -> None:
        self._it = it
        self._shows = shows
        self._random = random
        self._down: dict[int, QPoint] = {}
        self._show: Any = it.lobby.show
        self._revision = 1

    def act(self) -> None:
        acts = [self._touch] * 6 + [self._tap] * 3 + [self._press_key] * 3
        acts += [self._click, self._wheel, self._type, self._save, self._cancel, self._replug, self._wait, self._wait]
        self._random.choice(acts)()

    def leave(self) -> None:
        touch = self._it.touch()
        for finger, place in self._down.items():
            touch.release(finger, place, self._it.window)
        if self._down:
            touch.commit()
        self._down.clear()

    def _place(self) -> QPoint:
        """Somewhere, or the middle of something that can be pressed."""
        items = [item for item in below(self._it.window.contentItem()) if item.property("isPressed") is not None]
        seen = [item for item in items if item.isVisible()]
        if seen and self._random.random() < 0.7:
            item = self._random.choice(seen)
            return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        return QPoint(self._random.randrange(WIDTH), self._random.randrange(HEIGHT))

    def _touch(self) -> None:
        """A finger comes, moves or goes, whatever the others do."""
        finger, place = self._random.randrange(10), self._place()
        touch = self._it.touch()
        for other in self._down.keys() - {finger}:
            touch.stationary(other)
        if finger not in self._down:
            touch.press(finger, place, self._it.window)
            self._down[finger] = place
        elif self._random.random() < 0.5:
            touch.move(finger, place, self._it.window)
            self._down[finger] = place
        else:
            touch.release(finger, self._down.pop(finger), self._it.window)
        touch.commit()

    def _tap(self) -> None:
        if not self._down:
            self._it.tap(self._place(), self._random.randrange(10))

    def _press_key(self) -> None:
        for _ in range(self._random.choice((1, 1, 1, 30))):
            QTest.keyClick(self._it.window, self._random.choice(KEYS))

    def _click(self) -> None:
        if not self._down:
            self._it.click(self._place())

    def _wheel(self) -> None:
        # Here and above: Qt warns of fingers that another device does not speak of.
        if self._down:
            return
        place = QPointF(self._place())
        turn = QPoint(0, self._random.choice((-360, -120, 15, 120)))
        button, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(place, place, QPoint(), turn, button, keys, Qt.ScrollPhase.NoScrollPhase, False)
        QCoreApplication.sendEvent(self._it.window, event)

    def _type(self) -> None:
        for letter in self._random.choice(("E", "SEA", "X" * 40)):
            QTest.keyClick(self._it.window, Qt.Key(ord(letter)))

    def _save(self) -> None:
        """An editor saves."""
        self._revision += 1
        self._show.replace(self._random.choice(self._shows), str(self._revision))

    def _cancel(self) -> None:
        self._it.cancel()
        self._down.clear()

    def _replug(self) -> None:
        self._it.replug()
        self._down.clear()

    def _wait(self) -> None:
        """Time goes by, with the alarm or without."""
        seconds = self._random.choice(PAUSES)
        if self._random.random() < 0.5:
            self._it.lobby.wait(seconds)
        else:
            self._it.lobby.clock.now += seconds
            self._show.catch_up()


def is_blank(it: Theatre) -> bool:
    return is_flat(it.window.grabWindow())


@pytest.mark.parametrize("is_still", [True, False], ids=["still", "moving"])
def test_random_play(theatre: Callable[..., Theatre], qtbot: QtBot, is_still: bool) -> None:
    world = read(WORLD).show
    assert world
    it = theatre(world, is_still)
    random = Random(seed())
    visitors = Visitors(it, [world, ABC, replace(world, slides=world.slides[::-7], languages=("ar", "en"))], random)
    for step in range(STEPS):
        visitors.act()
        if random.random() < 0.5:
            QCoreApplication.processEvents()
        if step % 15 == 0:
            assert not is_blank(it)
    visitors.leave()
    show: Any = it.lobby.show

    def is_rotating() -> bool:
        it.lobby.clock.now += 30
        show.catch_up()
        return not show.isVisit and not show.isCleaning

    qtbot.waitUntil(is_rotating, timeout=20_000)
    for _ in range(3):
        before = show.current.slideId, show.current.language
        qtbot.waitUntil(lambda: it.lobby.show.shown is not None, timeout=20_000)
        it.lobby.forget()

        def has_turned(before: object = before) -> bool:
            it.lobby.clock.now += 1
            show.catch_up()
            return before != (show.current.slideId, show.current.language)

        qtbot.waitUntil(has_turned, timeout=20_000)
    assert it.pressed == []
    assert not is_blank(it)
