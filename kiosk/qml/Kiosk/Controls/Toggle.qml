import QtQuick
import Kiosk.Theme

// A button that stays on: with a check mark, so that it is not told by its colour alone.
Control {
    id: root

    required property bool isOn
    property real size: Theme.caption

    readonly property color ink: isOn || isPressed ? Theme.accentInk : Theme.ink

    implicitWidth: content.implicitWidth + 5 * Theme.unit

    Accessible.checkable: true
    Accessible.checked: isOn

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.isOn || root.isPressed ? Theme.accent : Theme.ground
        border.color: root.isOn || root.isPressed ? Theme.accent : Theme.line
        border.width: Theme.hairline
    }

    Row {
        id: content

        anchors.centerIn: parent
        spacing: Theme.gap / 2

        // Its room is kept, so that nothing moves when the mark comes.
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 3.2 * Theme.unit
            opacity: root.isOn ? 1 : 0
            drawing: "M5 12.5L10 17.5L19 7.5"
            color: root.ink
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.name
            textFormat: Text.PlainText
            color: root.ink
            font.pixelSize: root.size
        }
    }
}
