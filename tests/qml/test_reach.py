"""A visitor who cannot reach the top has everything come down, and lies no smaller text over itself for it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from kiosk.content.reader import read
from tests.bridge.shows import Lobby
from tests.items import below

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1080, 1920
BAND = QRectF(0, 0.45 * HEIGHT, WIDTH, 0.55 * HEIGHT)


def slides(stage: Stage) -> list[QQuickItem]:
    seen = (item for item in below(stage.window.contentItem()) if item.isVisible())
    return [item for item in seen if item.property("contentTop") is not None]


@pytest.mark.parametrize("slide_id", ["about", "mission", "standing", "complex", "reports"])
def test_everything_comes_into_the_part_within_reach(qtbot: QtBot, slide_id: str) -> None:
    show = read(ROOT / "content.yaml").show
    assert show is not None
    lobby = Lobby(show, slide_id=slide_id)
    stage = Stage(lobby.show, QSize(WIDTH, HEIGHT), is_still=True)
    with qtbot.waitExposed(stage.window):
        stage.window.show()
    qtbot.waitUntil(lambda: len(slides(stage)) == 1)
    lobby.show.setLow(True)

    def outside() -> list[str]:
        """What is drawn, but not in the band, or lower in its slide than that has room for."""
        (slide,) = slides(stage)
        told = [
            item.property("text") or item.property("name")
            for item in below(stage.window.contentItem())
            if item.isVisible() and (item.property("text") or item.property("name"))
            if not BAND.contains(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))
        ]
        is_full = slide.property("contentHeight") > slide.property("textArea").height() + 1
        return told + ["content"] * is_full

    qtbot.waitUntil(lambda: outside() == [])
    lobby.show.setLow(False)
    qtbot.waitUntil(lambda: len(outside()) > 0)
    stage.close()
