"""Texts and what they measure themselves by."""

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.paths import PACKAGE

SIZED_BY_ITS_WORD = b"""
import QtQuick
import Kiosk.Figures

Label {
    property bool isStrong: false

    width: 400
    weight: isStrong ? Font.Bold : Font.Normal
    font.pixelSize: Math.min(60, 300 / longestWord)
    text: "Lighthouse"
}
"""


def test_a_type_size_may_follow_from_the_longest_word(qtbot: QtBot) -> None:
    """Measuring words asks for the weight alone: the size of the type may change meanwhile, without a loop."""
    engine = QQmlEngine()
    engine.addImportPath(str(PACKAGE / "qml"))
    component = QQmlComponent(engine)
    component.setData(SIZED_BY_ITS_WORD, QUrl())
    label = component.create()
    assert isinstance(label, QQuickItem), component.errorString()
    sizes = []
    for text in ("Lighthouse", "<b>Lighthouse</b>", "Lighthouse"):
        label.setProperty("text", text)
        sizes.append(label.property("font").pixelSize())
    assert sizes[0] == sizes[2] > sizes[1]
    label.setProperty("isStrong", True)
    assert label.property("font").pixelSize() == sizes[1]
    label.deleteLater()
