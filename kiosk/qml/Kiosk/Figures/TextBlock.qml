import QtQuick
import Kiosk.Theme

// A paragraph, or an item of a list behind a dash.
Item {
    id: root

    required property string text
    required property bool isItem
    required property real size
    required property real textWidth

    implicitHeight: words.implicitHeight

    Rectangle {
        anchors.left: parent.left
        y: words.baselineOffset - 0.3 * root.size
        visible: root.isItem
        width: 0.46 * root.size
        height: Theme.rule / 1.5
        color: Theme.accent
    }

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.isItem ? 0.9 * root.size : 0
        width: root.textWidth - anchors.leftMargin
        text: root.text
        font.pixelSize: root.size
        lineHeight: 1.15
    }
}
