pragma Singleton

import QtQuick

// Every duration, in milliseconds. All motion stops for rendering and tests, or because a visitor wants it so.
QtObject {
    property bool isStill: false
    property bool isReduced: false

    readonly property bool isNone: isStill || isReduced
    readonly property int fade: isNone ? 0 : 600
    readonly property int settle: isNone ? 0 : 320
    readonly property int quick: isNone ? 0 : 160
    // How long what answers a touch is seen; without motion it stands and goes.
    readonly property int echo: 500
    // Light and dark slides follow each other no sooner, so that nobody makes the screen flash: norms, row 10.
    readonly property int breath: isStill ? 0 : 260
    // From the first sign that holding a corner does something to what it does: kiosk/safety/door.py.
    readonly property int hold: isNone ? 0 : 2500
    readonly property int countUp: isNone ? 0 : 1400
}
