import QtQuick
import Kiosk.Theme

// A button that stays on: its ring is ticked then, so that it is not told by its colour alone.
Control {
    id: root

    required property bool isOn
    property real size: Theme.caption

    readonly property color ink: isOn || isPressed ? Theme.accentInk : Theme.ink

    implicitWidth: content.implicitWidth + 5 * Theme.unit

    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: isOn
    Accessible.onToggleAction: chosen()

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

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 3.6 * Theme.unit
            height: width
            drawing: "M12 2.6A9.4 9.4 0 1 0 12 21.4A9.4 9.4 0 1 0 12 2.6" + (root.isOn ? "M7.4 12.4L10.8 15.8L16.6 9.2" : "")
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
