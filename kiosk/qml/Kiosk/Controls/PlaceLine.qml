pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Where the slide stands in the show: a line with a piece for each section, drawn strong as far as the slide.
Item {
    id: root

    // How many slides each section has, and which of all is on the screen, from 0.
    required property list<int> sizes
    required property int position
    property color color: Theme.accent
    property color rest: Theme.line

    readonly property int total: sizes.reduce((sum, size) => sum + size, 0)
    // Among very many sections the gaps between them close.
    readonly property real spacing: Math.min(Theme.gap / 2, 0.25 * width / Math.max(1, sizes.length))
    readonly property real room: width - (sizes.length - 1) * spacing

    implicitHeight: Theme.rule

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Slide %L1 of %L2").arg(position + 1).arg(total)
    Accessible.ignored: !enabled

    Row {
        anchors.fill: parent
        spacing: root.spacing

        Repeater {
            model: root.sizes

            Item {
                id: section

                required property int index
                required property int modelData

                readonly property int first: root.sizes.slice(0, index).reduce((sum, size) => sum + size, 0)
                readonly property int reached: Math.max(0, Math.min(modelData, root.position + 1 - first))

                width: root.room * modelData / root.total
                height: root.height

                // Rounded, both: with something square in it the picture that Qt's rasteriser makes of the footer during
                // a fade is not transparent but black.
                Rectangle {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    height: Theme.hairline
                    radius: height / 2
                    color: root.rest
                }

                Rectangle {
                    anchors.left: parent.left
                    width: parent.width * section.reached / section.modelData
                    height: parent.height
                    radius: height / 2
                    color: root.color
                }
            }
        }
    }
}
