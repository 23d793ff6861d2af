pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Theme
import KioskBridge as Bridge

// The way to the staff screen: a corner that nobody sees, and what opens when it is held.
FocusScope {
    id: root

    required property Bridge.ShowViewModel show
    required property Bridge.StaffViewModel staff

    readonly property string stand: staff.stand

    // The upper left one in every language, so that it can be told over the telephone.
    Item {
        id: corner

        width: Math.round(1.2 * Theme.target)
        height: width

        PointHandler {
            acceptedButtons: Qt.LeftButton
            grabPermissions: PointerHandler.TakeOverForbidden
            onActiveChanged: {
                if (active)
                    root.staff.hold();
                else
                    root.staff.letGo();
            }
            onPointChanged: {
                if (active && !corner.contains(point.position))
                    root.staff.letGo();
            }
        }
    }

    Loader {
        x: Math.round(2 * Theme.unit)
        y: x
        active: root.stand === "hinted"
        sourceComponent: Ring {}
    }

    Loader {
        id: opened

        anchors.fill: parent
        focus: true

        readonly property string file: {
            switch (root.stand) {
            case "pad":
            case "checking":
                return "StaffPad.qml";
            case "open":
                return "StaffScreen.qml";
            }
            return "";
        }

        onFileChanged: {
            if (file === "")
                source = "";
            else
                setSource(file, {
                    staff: root.staff,
                    show: root.show
                });
        }
    }

    // Fills while the finger stays.
    component Ring: Item {
        id: ring

        property real share

        width: 8 * Theme.unit
        height: width

        NumberAnimation on share {
            from: 0
            to: 1
            duration: Motion.hold
        }

        Rectangle {
            anchors.fill: parent
            radius: width / 2
            color: Theme.ground
        }

        Shape {
            anchors.fill: parent

            ShapePath {
                strokeColor: Theme.accent
                strokeWidth: Theme.rule
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap

                PathAngleArc {
                    centerX: ring.width / 2
                    centerY: ring.width / 2
                    radiusX: ring.width / 2 - Theme.rule
                    radiusY: radiusX
                    startAngle: -90
                    sweepAngle: 360 * ring.share
                }
            }
        }
    }
}
