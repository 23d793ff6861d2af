"""Nothing of a visit outlives it: after a reset the screen is what it is after a fresh start, pixel by pixel."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from tests.bridge.shows import Lobby

Visit = Callable[[Any], None]


def visit_everything(show: Any) -> None:
    """One visitor's way through all that can be set."""
    show.touched()
    show.chooseLanguage(1)
    show.chooseTextSize(2)
    show.setHighContrast(True)
    show.setMotionReduced(True)
    show.setLow(True)
    show.searchFor("crafts")
    show.goTo(2)
    show.openComfort()


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_a_reset_shows_what_a_fresh_start_shows(qtbot: QtBot, size: str) -> None:
    lobby = Lobby()
    stage = Stage(lobby.show, QSize(*map(int, size.split("x"))), is_still=True)
    with qtbot.waitExposed(stage.window):
        stage.window.show()

    def screen() -> QImage:
        return stage.window.grabWindow()

    qtbot.waitUntil(lambda: lobby.alarm.isActive())
    fresh = screen()
    visit_everything(lobby.show)
    qtbot.waitUntil(lambda: screen() != fresh)
    lobby.wait(60)
    assert lobby.show.isWarning
    lobby.wait(30)
    assert lobby.slide == "a"
    assert [event.event for event in lobby.events][-1] == "reset"
    qtbot.waitUntil(lambda: screen() == fresh)
    # The next visit begins with nothing of the last one either.
    lobby.show.touched()
    settings = ("language", "textSize", "isHighContrast", "isMotionReduced", "isLow", "query", "panel")
    assert [getattr(lobby.show, name) for name in settings] == ["fr", 0, False, False, False, "", ""]
    stage.close()
