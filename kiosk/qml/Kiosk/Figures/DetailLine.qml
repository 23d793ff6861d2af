import QtQuick

// A line of a list, with a time beside it where there is one: or below it, where there is no room beside.
Item {
    id: root

    required property string line
    required property string time
    required property real size
    required property real textWidth

    readonly property bool isTable: time !== "" && textWidth > 14 * size

    implicitHeight: Math.max(first.height, second.y + second.height)

    Label {
        id: first

        anchors.left: parent.left
        width: root.textWidth * (root.isTable ? 0.48 : 1)
        text: root.line
        font.pixelSize: root.size
        lineHeight: 1.06
    }

    Label {
        id: second

        anchors.left: parent.left
        anchors.leftMargin: root.isTable ? root.textWidth * 0.5 : 0
        y: root.isTable ? 0 : first.height
        width: root.textWidth * (root.isTable ? 0.5 : 1)
        height: text === "" ? 0 : implicitHeight
        text: root.time
        font.pixelSize: root.size
        lineHeight: 1.06
    }
}
