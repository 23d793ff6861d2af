pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A full-screen list of large rows to choose from, such as the languages.
Rectangle {
    id: root

    required property string heading
    required property list<string> choices
    required property int current

    readonly property int columns: Theme.isPortrait || choices.length < 4 ? 1 : 2
    readonly property int rows: Math.ceil(choices.length / columns)

    signal chosen(int index)
    signal dismissed

    color: Theme.ground

    Accessible.role: Accessible.Dialog
    Accessible.name: heading

    Text {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.headerHeight
        text: root.heading
        textFormat: Text.PlainText
        color: Theme.ink
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold

        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    GridView {
        id: list

        readonly property real room: root.height - y - Theme.footerHeight - Theme.gap

        x: Theme.margin - Theme.gap
        y: title.y + title.height + 3 * Theme.unit
        width: root.width - 2 * x
        height: Math.min(room, root.rows * cellHeight)
        model: root.choices
        currentIndex: root.current
        clip: true
        flow: GridView.FlowTopToBottom
        flickableDirection: Flickable.AutoFlickIfNeeded
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: width / root.columns
        cellHeight: Math.max(Theme.target + Theme.gap, Math.min(room / Math.max(1, root.rows), 1.35 * Theme.target))
        keyNavigationEnabled: false
        // Rows that keys can reach are there before they are in sight.
        cacheBuffer: width

        delegate: Control {
            id: row

            required property int index
            required property string modelData

            width: list.cellWidth - Theme.gutter + 2 * Theme.gap
            height: list.cellHeight - Theme.hairline
            name: modelData
            isFirst: index === root.current
            radius: Theme.unit
            onChosen: root.chosen(index)

            Rectangle {
                anchors.fill: parent
                radius: row.radius
                color: row.isPressed ? Theme.accent : "transparent"
            }

            Rectangle {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: Theme.gap
                anchors.rightMargin: Theme.gap
                height: Theme.hairline
                color: Theme.line
            }

            Text {
                id: word

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData
                textFormat: Text.StyledText
                height: row.height - Theme.gap
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.Wrap
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.body / 2
                color: row.isPressed ? Theme.accentInk : Theme.ink
                font.pixelSize: Theme.body
                font.weight: row.index === root.current ? Font.DemiBold : Font.Normal
            }
        }
    }

    CloseButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Theme.footerHeight - height) / 2
        onChosen: root.dismissed()
    }
}
