import QtQuick
import Kiosk.Theme

// A round button with a drawing on it.
Control {
    id: root

    required property string drawing
    property bool isMirrored: false
    // Whether there is anything for it to do; else it is faint. Below a panel it is disabled too, and looks as ever.
    property bool isPossible: true

    enabled: isPossible
    opacity: isPossible ? 1 : 0.3

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
