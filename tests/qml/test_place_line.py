"""The line in the footer that says where the slide stands in the show."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from kiosk.content.model import Theme
from tests.bridge.shows import Lobby, section, show_of, statement
from tests.items import class_name

ACCENT = QColor("#0000c0")


def line(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if class_name(child).startswith("PlaceLine_QMLTYPE"):
            yield child
        yield from line(child)


def reached(picture: QImage, place: QQuickItem) -> list[bool]:
    """Whether the line is strong near its left end, in its middle and near its right end."""
    points = (place.mapToScene(QPointF(share * place.width(), 1)).toPoint() for share in (0.05, 0.5, 0.95))
    return [picture.pixelColor(point) == ACCENT for point in points]


@pytest.mark.parametrize(
    ("slide_id", "language", "strong"),
    [
        ("b", "en", [True, False, False]),
        ("c", "en", [True, True, False]),
        ("d", "en", [True, True, True]),
        ("b", "ar", [False, False, True]),
    ],
)
def test_it_is_strong_as_far_as_the_slide(qtbot: QtBot, slide_id: str, language: str, strong: list[bool]) -> None:
    slides = statement("a"), statement("b"), section("s"), statement("c"), statement("d")
    lobby = Lobby(show_of(*slides, languages=(language,), theme=Theme(accent=ACCENT.name())), slide_id=slide_id)
    stage = Stage(lobby.show, QSize(960, 540), is_still=True)
    with qtbot.waitExposed(stage.window):
        stage.window.show()
    lobby.show.touched()
    (found,) = line(stage.window.contentItem())
    assert QAccessible.queryAccessibleInterface(found).role() == QAccessible.Role.Graphic
    qtbot.waitUntil(lambda: reached(stage.window.grabWindow(), found) == strong)
    stage.close()
