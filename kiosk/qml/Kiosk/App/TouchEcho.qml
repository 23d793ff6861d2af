import QtQuick
import Kiosk.Theme

// Answers a touch where nothing else does: a soft ring at the finger, or without motion a dot that stands and goes.
Item {
    id: root

    function answer(place: point): void {
        ring.x = Math.round(place.x - ring.width / 2);
        ring.y = Math.round(place.y - ring.height / 2);
        fading.restart();
    }

    Rectangle {
        id: ring

        width: 2 * Math.round(4.5 * Theme.unit)
        height: width
        radius: width / 2
        visible: fading.running
        color: Qt.alpha(Theme.ground, 0.3)
        border.color: Theme.ground
        border.width: Theme.rule

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.rule / 2
            radius: width / 2
            color: "transparent"
            border.color: Theme.accent
            border.width: Theme.rule / 2
        }
    }

    ParallelAnimation {
        id: fading

        NumberAnimation {
            target: ring
            property: "opacity"
            from: 0.8
            to: Motion.isNone ? 0.8 : 0
            duration: Motion.echo
            easing.type: Easing.InQuad
        }

        NumberAnimation {
            target: ring
            property: "scale"
            from: Motion.isNone ? 0.6 : 0.7
            to: Motion.isNone ? 0.6 : 1
            duration: Motion.echo
            easing.type: Easing.OutCubic
        }
    }
}
