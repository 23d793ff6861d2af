import QtQuick
import Kiosk.Theme

// A button with a word on it, and before that a drawing if there is one.
Control {
    id: root

    property string drawing: ""
    property color color: Theme.ink
    property color fill: Theme.ground
    property color outline: Theme.outline

    readonly property color shownColor: isPressed ? Theme.accentInk : color

    implicitWidth: Math.max(Theme.target, content.implicitWidth + 5 * Theme.unit)

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.isPressed ? Theme.accent : root.fill
        border.color: root.isPressed ? Theme.accent : root.outline
        border.width: Theme.hairline
    }

    Row {
        id: content

        anchors.centerIn: parent
        spacing: Theme.gap / 2

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.drawing !== ""
            drawing: root.drawing
            color: root.shownColor
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.name
            textFormat: Text.PlainText
            color: root.shownColor
            font.pixelSize: Theme.caption
        }
    }
}
