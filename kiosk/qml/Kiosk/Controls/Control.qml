import QtQuick
import Kiosk.Theme

// What every control is: a target of full size that acts on release and answers the finger at once.
Item {
    id: root

    required property string name
    property bool hasFocusRing: true

    readonly property bool isPressed: tap.pressed

    signal chosen

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    activeFocusOnTab: true

    Keys.onReturnPressed: chosen()
    Keys.onEnterPressed: chosen()

    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.focusable: true
    Accessible.onPressAction: chosen()

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.chosen()
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.rule
        visible: root.hasFocusRing && root.activeFocus
        color: "transparent"
        border.color: Theme.accent
        border.width: Theme.rule / 1.6
        radius: height / 2
    }
}
