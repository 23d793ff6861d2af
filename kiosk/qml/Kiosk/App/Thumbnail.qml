import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme

// A slide drawn small, its number and its title under it. Until it is drawn its place is there.
Control {
    id: root

    required property int position
    required property string title
    required property real thumbnailHeight
    required property bool isCurrent
    required property bool areWordsSeen
    // Its picture, empty until that is drawn.
    property string source: ""

    name: qsTr("Slide %L1, %2").arg(position + 1).arg(title)
    isFirst: isCurrent
    radius: 0
    implicitHeight: words.y + words.height + Theme.gap / 2

    Accessible.selectable: true
    Accessible.selected: isCurrent

    Rectangle {
        width: parent.width
        height: root.thumbnailHeight
        color: Theme.mix(Theme.ink, Theme.ground, 0.94)

        Image {
            anchors.fill: parent
            source: root.source
            cache: false
        }

        // Pressed, it answers before anything is drawn.
        Rectangle {
            anchors.fill: parent
            visible: root.isPressed
            color: Qt.alpha(Theme.accent, 0.4)
        }
    }

    // Where the visitor is: a frame that stands off the picture, whatever its colours.
    Rectangle {
        readonly property real edge: root.isCurrent ? Theme.rule : Theme.hairline
        readonly property real distance: root.isCurrent ? 1.6 * Theme.rule : edge

        x: -distance
        y: -distance
        width: root.width + 2 * distance
        height: root.thumbnailHeight + 2 * distance
        color: "transparent"
        border.color: root.isCurrent ? Theme.accent : Theme.line
        border.width: edge
    }

    Label {
        id: number

        anchors.left: parent.left
        anchors.baseline: words.baseline
        opacity: words.opacity
        text: (root.position + 1).toLocaleString(Qt.locale(), "f", 0)
        color: Theme.accent
        font.pixelSize: Theme.caption
        weight: root.isCurrent ? Font.DemiBold : Font.Normal
        font.features: {
            "tnum": 1
        }
        Accessible.ignored: true
    }

    Heading {
        id: words

        anchors.left: number.right
        anchors.right: parent.right
        anchors.leftMargin: 0.5 * Theme.caption
        y: root.thumbnailHeight + Theme.gap
        text: root.title
        textFormat: Text.PlainText
        color: root.isPressed ? Theme.accent : Theme.ink
        opacity: root.areWordsSeen ? 1 : 0
        largest: Theme.caption
        smallest: Theme.floor
        weight: root.isCurrent ? Font.DemiBold : Font.Normal
        lineHeight: 1.06
        Accessible.ignored: true
        Component.onCompleted: balance()
    }
}
