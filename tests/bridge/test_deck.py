"""The deck of slides on the real stage. Every Qt warning fails a test."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage, StageError
from kiosk.show.events import Event
from tests.bridge.shows import Lobby, section, show_of, statement

IDS = [f"slide-{number}" for number in range(14)]


def ready(item: QQuickItem) -> int:
    """How many slides the deck holds ready."""
    return (item.property("squeeze") is not None) + sum(map(ready, item.childItems()))


def test_a_slide_that_is_let_go_is_not_missed(qtbot: QtBot) -> None:
    lobby = Lobby(show_of(*map(statement, IDS)))
    stage = Stage(lobby.show, QSize(640, 360), is_still=True)
    stage.window.show()
    # A visit has both neighbours ready; then slides pass so fast that those are never asked for.
    lobby.show.touched()
    qtbot.waitUntil(lambda: ready(stage.window.contentItem()) == 3)
    for slide_id in IDS[2:]:
        lobby.show.restart("fr", slide_id)
        qtbot.waitUntil(partial(lobby.events.__contains__, Event("shown", slide_id, "fr", "rotation", "1")))
    stage.close()


def test_what_is_on_the_screen_stays_however_fast_others_are_asked_for(qtbot: QtBot) -> None:
    lobby = Lobby(show_of(*map(section, IDS)))
    stage = Stage(lobby.show, QSize(640, 360))
    stage.window.show()
    lobby.show.touched()
    qtbot.waitUntil(lambda: ready(stage.window.contentItem()) == 3)
    for _ in range(3 * len(IDS)):
        lobby.show.next()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert ready(stage.window.contentItem()) >= 2
    lobby.show.goTo(7)
    qtbot.waitUntil(partial(lobby.events.__contains__, Event("shown", "slide-7", "fr", "visit", "1")))
    stage.close()


@pytest.mark.qt_log_ignore("failed to load component", 'No module named "Kiosk')
@pytest.mark.parametrize("is_still", [False, True])
def test_an_installation_that_lacks_files_is_told_of(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_still: bool
) -> None:
    monkeypatch.setattr("kiosk.bridge.stage.PACKAGE", tmp_path)
    with pytest.raises(StageError, match="install it again"):
        Stage(Lobby().show, QSize(640, 360), is_still=is_still)
