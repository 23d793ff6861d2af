import QtQuick
import Kiosk.Theme

// What every control is: a target of full size that acts on release and answers the finger at once. Keys press it
// through the stage, which also draws the ring round the one in focus.
Item {
    id: root

    required property string name
    // Whether keys come here first, when a panel opens or the slide is left for its controls.
    property bool isFirst: false
    // How round it is, for the ring.
    property real radius: height / 2

    // Whether quick taps all count; else a trembling finger presses once (norms, EN 301 549, 5.8). Two taps that are
    // meant are a fifth of a second apart.
    property bool mayRepeat: false

    readonly property bool isPressed: tap.pressed

    signal chosen

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    // Tab is the stage's, as all keys are: Qt would lead it below an open panel.
    activeFocusOnTab: false
    // One that goes and comes back, as not every page has it, comes back out of focus.
    onVisibleChanged: {
        if (!visible)
            focus = false;
    }

    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.focusable: true
    Accessible.ignored: !enabled
    Accessible.onPressAction: chosen()

    TapHandler {
        id: tap

        // Milliseconds.
        readonly property int pause: 200
        property real last: -pause

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: point => {
            if (!root.mayRepeat && point.device.type === PointerDevice.TouchScreen && Math.abs(point.timestamp - last) < pause)
                return;
            last = point.timestamp;
            root.chosen();
        }
    }
}
