pragma Singleton

import QtQuick

// Every duration, in milliseconds. One switch stops all motion: rendering and tests turn it off.
QtObject {
    property bool isStill: false

    readonly property int fade: isStill ? 0 : 600
    readonly property int settle: isStill ? 0 : 320
    readonly property int quick: isStill ? 0 : 160
    readonly property int countUp: isStill ? 0 : 1400
}
