import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The page as a code for phones: as large as the screen allows, and what it holds in words.
Rectangle {
    id: root

    required property Bridge.ShowViewModel show

    readonly property string kind: {
        switch (show.takeAwayKind) {
        case "contact":
            return qsTr("Contact card");
        case "event":
            return qsTr("Calendar entry");
        case "map":
            return qsTr("Place on the map");
        case "address":
            return qsTr("Web address");
        }
        return qsTr("Text of this page");
    }

    readonly property real upper: Math.round(0.7 * Theme.headerHeight)
    readonly property real room: height - upper - Theme.footerHeight

    color: Theme.ground

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    // Nothing below hears a touch.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    QrCode {
        id: code

        readonly property real margin: Theme.isPortrait ? (parent.width - side) / 2 : Theme.margin

        anchors.left: parent.left
        anchors.leftMargin: margin
        y: root.upper + (Theme.isPortrait ? words.height + Theme.gutter : (root.room - side) / 2)
        side: Math.floor(Theme.isPortrait ? Math.min(parent.width - 2 * Theme.margin, root.room - words.height - Theme.gutter) : Math.min(root.room, 0.5 * parent.width))
        code: root.show.takeAwayCode
        name: root.kind
    }

    Column {
        id: words

        anchors.left: Theme.isPortrait ? parent.left : code.right
        anchors.leftMargin: Theme.isPortrait ? Theme.margin : Theme.gutter
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.isPortrait ? root.upper : code.y + (code.height - height) / 2
        spacing: Theme.gap

        Label {
            id: heading

            width: parent.width
            text: qsTr("Take it with you")
            color: Theme.inkSoft
            font.pixelSize: Theme.body

            Accessible.role: Accessible.Heading
        }

        Label {
            width: parent.width
            text: root.show.takeAwayAbout
            textFormat: Text.PlainText
            font.pixelSize: Theme.lead
            weight: Font.DemiBold
            lineHeight: 1.04
        }

        Label {
            width: parent.width
            text: root.kind
            font.pixelSize: Theme.body
        }

        Rule {
            anchors.left: parent.left
        }

        Label {
            width: parent.width
            text: qsTr("Scan with your phone")
            font.pixelSize: Theme.body
        }

        Label {
            width: parent.width
            text: root.show.takeAwayKind === "address" ? "" : qsTr("The code itself holds it: no network is needed.")
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
        }
    }

    CloseButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round(2.5 * Theme.unit)
        onChosen: root.show.closePanel()
    }
}
