pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The ten digits as on a telephone, with what takes one back and what gives them all. It is the same way round in every
// language. Keys lie without gaps; what is drawn on them is smaller.
Grid {
    id: root

    property bool canEnter: false

    readonly property real side: Math.round(1.2 * Theme.target)

    signal typed(string digit)
    signal erased
    signal entered

    component KeyCap: Control {
        id: key

        property string drawing: ""
        property bool isStrong: false

        readonly property color ink: isPressed || isStrong ? Theme.accentInk : Theme.ink

        width: Math.round(1.25 * root.side)
        height: root.side
        radius: height / 2
        mayRepeat: true

        Rectangle {
            anchors.fill: parent
            anchors.margins: Math.round(0.6 * Theme.unit)
            radius: height / 2
            color: key.isPressed || key.isStrong ? Theme.accent : Theme.ground
            border.color: key.isPressed || key.isStrong ? Theme.accent : Theme.outline
            border.width: Theme.hairline
        }

        Text {
            anchors.centerIn: parent
            visible: key.drawing === ""
            text: key.name
            textFormat: Text.PlainText
            color: key.ink
            font.pixelSize: Math.min(Theme.lead, 0.5 * root.side)
        }

        Icon {
            anchors.centerIn: parent
            visible: key.drawing !== ""
            drawing: key.drawing
            color: key.ink
        }
    }

    columns: 3

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Digits")

    Repeater {
        model: 9

        KeyCap {
            required property int index

            name: index + 1
            isFirst: index === 4
            onChosen: root.typed(name)
        }
    }

    KeyCap {
        name: qsTr("Erase")
        drawing: "M8 5H21V19H8L2 12ZM11 9L17 15M17 9L11 15"
        onChosen: root.erased()
    }

    KeyCap {
        name: "0"
        onChosen: root.typed(name)
    }

    KeyCap {
        name: qsTr("Enter")
        drawing: "M5 12.5L10 17.5L19.5 7"
        enabled: root.canEnter
        opacity: root.canEnter ? 1 : 0.3
        isStrong: root.canEnter
        onChosen: root.entered()
    }
}
