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

    readonly property bool isPressed: tap.pressed

    signal chosen

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    // Tab is the stage's, as all keys are: Qt would lead it below an open panel.
    activeFocusOnTab: false

    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.focusable: true
    Accessible.ignored: !enabled
    Accessible.onPressAction: chosen()

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.chosen()
    }
}
