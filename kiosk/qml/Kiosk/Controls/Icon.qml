import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// A stroke drawing on a 24 x 24 grid.
Item {
    id: root

    required property string drawing
    property color color: Theme.ink

    implicitWidth: 4.4 * Theme.unit
    implicitHeight: implicitWidth

    Shape {
        width: 24
        height: 24
        scale: root.width / 24
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: root.color
            strokeWidth: 1.8
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: root.drawing
            }
        }
    }
}
