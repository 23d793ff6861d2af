import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// Whose screen this is, and which section is showing: on one line, or where that is too long on two.
Item {
    id: root

    required property string title
    required property url logo
    required property string section
    required property bool isDark

    readonly property bool isReady: picture.isReady
    readonly property bool hasLogo: logo.toString() !== ""
    readonly property color colour: isDark ? Theme.accentInk : Theme.ink
    readonly property real room: width - 2 * Theme.margin
    readonly property real ownWidth: hasLogo ? picture.paintedWidth : name.implicitWidth
    readonly property bool isStacked: ownWidth + Theme.gutter + sectionName.implicitWidth > room
    readonly property real line: name.implicitHeight / 2

    implicitHeight: Theme.headerHeight

    Label {
        id: name

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.isStacked ? -root.line : 0
        width: Math.min(implicitWidth, root.room)
        visible: !root.hasLogo
        text: root.title
        color: root.colour
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.caption / 2
    }

    Picture {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.isStacked ? -root.line : 0
        width: root.room / 2
        height: (root.isStacked ? 4 : 5) * Theme.unit
        visible: root.hasLogo
        source: root.logo
        alt: root.title
        // An image does not mirror by itself.
        horizontalAlignment: root.LayoutMirroring.enabled ? Image.AlignRight : Image.AlignLeft
    }

    Label {
        id: sectionName

        x: (root.isStacked === root.LayoutMirroring.enabled) ? root.width - Theme.margin - width : Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.isStacked ? root.line : 0
        width: Math.min(implicitWidth, root.room)
        text: root.section
        color: root.isDark ? Theme.accentInkSoft : Theme.inkSoft
        font.pixelSize: Theme.caption
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.caption / 2
    }
}
