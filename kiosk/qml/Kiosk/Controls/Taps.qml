import QtQuick
import Kiosk.Theme

// Taps, one by one and in pairs, on what swipes and pinches as well. Qt's TapHandler holds itself for pressed after a
// touch that was cancelled, follows no finger then, and may miss the end of the next one.
PointHandler {
    id: root

    // Milliseconds between two taps of a pair.
    readonly property real pause: 400
    property real lastTime: -pause
    property point lastPlace: Qt.point(0, 0)
    // Else the touch was something else.
    property bool isTap: false

    signal tappedOnce(place: point)
    signal tappedTwice(place: point)

    function apart(one: point, other: point): real {
        return Math.hypot(one.x - other.x, one.y - other.y);
    }

    onActiveChanged: {
        if (active)
            isTap = true;
    }
    onGrabChanged: (transition, point) => {
        const hasLeft = transition === PointerDevice.UngrabPassive && point.state === EventPoint.Released;
        if (!hasLeft || !isTap || apart(point.scenePosition, point.scenePressPosition) > 1.2 * Theme.unit)
            return;
        const place = parent.mapFromItem(null, point.scenePosition);
        const isPair = Math.abs(point.timestamp - lastTime) < pause && apart(place, lastPlace) < 10 * Theme.unit;
        lastTime = isPair ? -pause : point.timestamp;
        lastPlace = place;
        if (isPair)
            tappedTwice(place);
        else
            tappedOnce(place);
    }
}
