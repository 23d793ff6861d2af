import QtQuick
import Kiosk.Theme

// Something to take away: its code, and beside or below that what it is and where.
Item {
    id: root

    required property string title
    required property string description
    required property string address
    required property string code

    required property bool isBeside
    required property real side
    required property real titleSize
    required property real noteSize
    required property real gap

    readonly property bool isReady: picture.isReady

    implicitHeight: Math.max(picture.height, words.y + words.height)

    QrCode {
        id: picture

        anchors.left: parent.left
        code: root.code
        side: root.side
        name: heading.plain
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.isBeside ? picture.width + Theme.gutter : 0
        y: root.isBeside ? 0 : picture.height + 3 * root.gap
        spacing: root.gap

        Label {
            id: heading

            width: parent.width
            text: root.title
            font.pixelSize: root.titleSize
            weight: Font.DemiBold
            lineHeight: 1.02
        }

        Label {
            width: parent.width
            text: root.description
            font.pixelSize: root.noteSize
            lineHeight: 1.08
        }

        Label {
            width: parent.width
            text: root.address
            textFormat: Text.PlainText
            color: Theme.inkSoft
            font.pixelSize: root.noteSize
            wrapMode: Text.WrapAnywhere
        }
    }
}
