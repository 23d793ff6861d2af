pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Rows of large keys, and below them those that are no letters. Keys lie without gaps, so that no touch is lost
// between them; what is drawn on them is smaller. It is the same way round in every language, as on any desk.
Item {
    id: root

    // A letter a key; a space is a gap.
    required property list<string> rows
    // The largest layout, so that the keys keep their size.
    required property int columns
    required property int lines
    // What the key says that changes the layout; empty where there is no other.
    required property string otherLayout

    readonly property real keyWidth: Math.floor(width / columns)
    readonly property real keyHeight: Math.floor(height / (lines + 1))

    signal typed(string text)
    signal erased
    signal cleared
    signal layoutAsked

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keyboard")

    component KeyCap: Control {
        id: key

        property string label: name
        property string drawing: ""

        height: root.keyHeight
        radius: Theme.unit
        mayRepeat: true

        Rectangle {
            anchors.fill: parent
            anchors.margins: Math.round(0.35 * Theme.unit)
            radius: key.radius
            color: key.isPressed ? Theme.accent : Theme.ground
            border.color: key.isPressed ? Theme.accent : Theme.outline
            border.width: Theme.hairline
        }

        Text {
            anchors.fill: parent
            anchors.margins: Math.round(1.6 * Theme.unit)
            visible: key.drawing === ""
            text: key.label
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.floor
            color: key.isPressed ? Theme.accentInk : Theme.ink
            font.pixelSize: key.label.length > 1 ? Math.min(Theme.body, 0.4 * root.keyWidth) : Math.min(Theme.lead, 0.5 * root.keyHeight)
        }

        Icon {
            anchors.centerIn: parent
            visible: key.drawing !== ""
            drawing: key.drawing
            color: key.isPressed ? Theme.accentInk : Theme.ink
        }
    }

    Column {
        anchors.bottom: bottom.top
        width: parent.width

        Repeater {
            model: root.rows

            Row {
                id: row

                required property int index
                required property string modelData

                anchors.horizontalCenter: parent?.horizontalCenter

                Repeater {
                    model: row.modelData.split("")

                    KeyCap {
                        required property int index
                        required property string modelData

                        width: root.keyWidth
                        isFirst: index === 0 && row.index === 1
                        opacity: modelData === " " ? 0 : 1
                        enabled: modelData !== " "
                        name: modelData
                        // A capital ß is two letters.
                        label: modelData === "ß" ? modelData : modelData.toUpperCase()
                        onChosen: root.typed(modelData)
                    }
                }
            }
        }
    }

    Row {
        id: bottom

        readonly property int free: root.columns - space.least - (layout.visible ? 2 : 0)

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter

        KeyCap {
            id: layout

            width: 2 * root.keyWidth
            visible: root.otherLayout !== ""
            name: qsTr("Letters: %1").arg(root.otherLayout)
            label: root.otherLayout
            onChosen: root.layoutAsked()
        }

        KeyCap {
            id: space

            readonly property int least: root.columns > 8 ? 4 : 3

            width: bottom.free * root.keyWidth
            name: qsTr("Space")
            drawing: "M3 10V15H21V10"
            onChosen: root.typed(" ")
        }

        KeyCap {
            width: 2 * root.keyWidth
            name: qsTr("Clear")
            onChosen: root.cleared()
        }

        KeyCap {
            width: (space.least - 2) * root.keyWidth
            name: qsTr("Erase")
            drawing: "M8 5H21V19H8L2 12ZM11 9L17 15M17 9L11 15"
            onChosen: root.erased()
        }
    }
}
