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
    // There it has no contrast to spare.
    property bool isOnPicture: false
    // It stands there all day: while nobody is there it wears the panel less.
    property bool isDimmed: false

    readonly property bool isReady: picture.isReady
    // A logo may be as dark as the ground of high contrast.
    readonly property bool hasLogo: logo.toString() !== "" && !Theme.isHighContrast
    readonly property color soft: isOnPicture ? colour : isDark ? Theme.accentInkSoft : Theme.inkSoft
    readonly property color colour: isDark ? Theme.accentInk : Theme.ink
    readonly property real room: width - 2 * Theme.margin
    readonly property real ownWidth: hasLogo ? picture.paintedWidth : name.widthAt(Theme.caption)
    readonly property bool isStacked: ownWidth + Theme.gutter + sectionName.widthAt(Theme.caption) > room
    readonly property real line: name.implicitHeight / 2
    // Two lines of large text would fill the header to its edge.
    readonly property real size: isStacked ? Math.min(Theme.caption, 0.3 * Theme.headerHeight) : Theme.caption

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
        color: root.isDimmed ? root.soft : root.colour
        font.pixelSize: root.size
        weight: Font.DemiBold
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
        opacity: root.isDimmed ? 0.7 : 1
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
        color: root.soft
        font.pixelSize: root.size
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.caption / 2
    }
}
