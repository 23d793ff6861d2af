import QtQuick
import KioskBridge as Bridge

Window {
    id: root

    required property Bridge.ShowViewModel show
    // Degrees clockwise, for a screen that hangs on its side.
    required property int turn
    // Fullscreen, nobody closes the window: not by finger, mouse or keyboard.
    required property bool isLocked

    readonly property bool isTurned: turn % 180 !== 0

    flags: isLocked ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    color: show.ground
    title: show.title

    onClosing: close => close.accepted = !root.isLocked

    Stage {
        anchors.centerIn: parent
        width: root.isTurned ? root.height : root.width
        height: root.isTurned ? root.width : root.height
        rotation: root.turn
        show: root.show
    }
}
