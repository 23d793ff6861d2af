import QtQuick

// A line of a list. What follows a line break in it, hours after days, stands beside the rest where there is room.
Item {
    id: root

    required property string modelData
    required property real size
    required property real textWidth

    readonly property list<string> parts: modelData.split("<br/>")
    readonly property bool isTable: parts.length === 2 && textWidth > 14 * size

    implicitHeight: Math.max(first.height, second.y + second.height)

    Label {
        id: first

        anchors.left: parent.left
        width: root.textWidth * (root.isTable ? 0.48 : 1)
        text: root.isTable ? root.parts[0] : root.modelData
        font.pixelSize: root.size
        lineHeight: 1.06
    }

    Label {
        id: second

        anchors.left: parent.left
        anchors.leftMargin: root.textWidth * 0.5
        width: root.textWidth * 0.5
        height: root.isTable ? implicitHeight : 0
        text: root.isTable ? root.parts[1] : ""
        font.pixelSize: root.size
        lineHeight: 1.06
    }
}
