import QtQuick
import Kiosk.Controls
import Kiosk.Theme

// The ring round the control in focus, above everything so that nothing cuts it. A dark line within a light one is
// seen on every ground.
Item {
    id: root

    required property Control control

    // After the layout of each frame that is drawn anyway: a control may move, turn or scroll.
    function place(): void {
        const box = control.mapToItem(parent, 0, 0, control.width, control.height);
        const margin = 2 * light.border.width;
        x = box.x - margin;
        y = box.y - margin;
        width = box.width + 2 * margin;
        height = box.height + 2 * margin;
        light.radius = control.radius * box.height / control.height + margin;
    }

    visible: control !== null && control.visible
    onControlChanged: {
        if (control !== null)
            place();
    }

    Connections {
        target: root.visible ? root.Window.window : null

        function onAfterAnimating(): void {
            root.place();
        }
    }

    Rectangle {
        id: light

        anchors.fill: parent
        color: "transparent"
        border.color: Theme.ringLight
        border.width: Theme.ring
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.ring
        color: "transparent"
        border.color: Theme.ringDark
        border.width: Theme.ring
        radius: light.radius - Theme.ring
    }
}
