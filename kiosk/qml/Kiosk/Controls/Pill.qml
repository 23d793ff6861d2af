import QtQuick
import Kiosk.Theme

// A button with a word on it.
Control {
    id: root

    property color color: Theme.ink
    property color fill: Theme.ground
    property color outline: Theme.outline

    implicitWidth: Math.max(Theme.target, word.implicitWidth + 5 * Theme.unit)

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.isPressed ? Theme.accent : root.fill
        border.color: root.isPressed ? Theme.accent : root.outline
        border.width: Theme.hairline
    }

    Text {
        id: word

        anchors.centerIn: parent
        text: root.name
        textFormat: Text.PlainText
        color: root.isPressed ? Theme.accentInk : root.color
        font.pixelSize: Theme.caption
    }
}
