import QtQuick
import Kiosk.Theme

// A round button with a drawing on it.
Control {
    id: root

    required property string drawing
    property bool isMirrored: false

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.isPressed ? Theme.accent : Theme.ground
        border.color: root.isPressed ? Theme.accent : Theme.outline
        border.width: Theme.hairline
    }

    Icon {
        anchors.centerIn: parent
        drawing: root.drawing
        color: root.isPressed ? Theme.accentInk : Theme.ink
        rotation: root.isMirrored ? 180 : 0
    }
}
