import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// Whose screen this is, and which section is showing.
Item {
    id: root

    required property string title
    required property url logo
    required property string section
    required property bool isDark

    readonly property color colour: isDark ? Theme.accentInk : Theme.ink

    implicitHeight: Theme.headerHeight

    Label {
        id: name

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: root.logo.toString() === ""
        text: root.title
        color: root.colour
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
    }

    Picture {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: 24 * Theme.unit
        height: 5 * Theme.unit
        visible: root.logo.toString() !== ""
        source: root.logo
        alt: root.title
        horizontalAlignment: Image.AlignLeft
    }

    Label {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: name.baseline
        text: root.section
        color: root.colour
        opacity: 0.8
        font.pixelSize: Theme.caption
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        width: Math.min(implicitWidth, parent.width * 0.6)
    }
}
