pragma ComponentBehavior: Bound

import QtQuick
import KioskBridge as Bridge

Window {
    id: root

    required property Bridge.ShowViewModel show
    // Degrees clockwise, for a screen that hangs on its side.
    required property int turn
    // Fullscreen, nobody closes the window: not by finger, mouse or keyboard.
    required property bool isLocked
    // What is wrong with the content file, for who looks at a window.
    property list<string> problems: []

    // By how much the picture stands aside, in pixels.
    property point orbit: Qt.point(0, 0)

    // A StaffViewModel, which comes after the start.
    property QtObject staff: null

    readonly property bool isTurned: turn % 180 !== 0

    flags: isLocked ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    color: show.ground
    title: show.title

    onClosing: close => close.accepted = !root.isLocked

    Item {
        id: frame

        width: root.width
        height: root.height - desk.height

        Stage {
            anchors.centerIn: parent
            width: root.isTurned ? frame.height : frame.width
            height: root.isTurned ? frame.width : frame.height
            rotation: root.turn
            show: root.show
            staff: root.staff
            orbit: root.orbit
            isSparing: root.isLocked
        }
    }

    Loader {
        id: desk

        anchors.bottom: parent.bottom
        width: root.width
        active: !root.isLocked
        sourceComponent: Desk {
            window: root
            problems: root.problems
        }
    }
}
