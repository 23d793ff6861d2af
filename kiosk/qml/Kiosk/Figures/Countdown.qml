import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// Seconds that are left, in a ring that empties.
Item {
    id: root

    required property int secondsLeft
    required property int seconds

    readonly property real radius: 8 * Theme.unit

    implicitWidth: 18 * Theme.unit
    implicitHeight: implicitWidth

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Theme.rule
            fillColor: "transparent"

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.radius
                radiusY: root.radius
                startAngle: -90
                sweepAngle: 360
            }
        }

        ShapePath {
            strokeColor: Theme.accent
            strokeWidth: Theme.rule * 1.6
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.radius
                radiusY: root.radius
                startAngle: -90
                sweepAngle: 360 * root.secondsLeft / Math.max(1, root.seconds)
            }
        }
    }

    Text {
        anchors.centerIn: parent
        text: root.secondsLeft.toLocaleString(Qt.locale(), "f", 0)
        color: Theme.ink
        font.pixelSize: Theme.title
        font.weight: Font.Light
        font.features: {
            "tnum": 1
        }

        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
