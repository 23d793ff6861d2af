pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// What goes on, and what can be done about it. Beside each other, or on a narrow screen below.
Rectangle {
    id: root

    required property Bridge.StaffViewModel staff
    required property Bridge.ShowViewModel show

    readonly property real edge: Math.round(3 * Theme.unit)
    readonly property bool isWide: !Theme.isPortrait
    readonly property real columnWidth: Math.round(isWide ? 0.3 * width : width - 2 * Theme.margin)

    color: Theme.ground

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    Label {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: closing.verticalCenter
        text: qsTr("Staff")
        font.pixelSize: Theme.lead
        weight: Font.DemiBold

        Accessible.role: Accessible.Heading
    }

    Row {
        anchors.right: closing.left
        anchors.rightMargin: Theme.gap
        y: root.edge
        spacing: Theme.gap

        IconButton {
            visible: list.isLong
            mayRepeat: true
            name: qsTr("Back")
            drawing: Drawings.up
            isPossible: !list.atYBeginning
            onChosen: list.turn(-1)
        }

        IconButton {
            visible: list.isLong
            mayRepeat: true
            name: qsTr("More")
            drawing: Drawings.down
            isPossible: !list.atYEnd
            onChosen: list.turn(1)
        }
    }

    CloseButton {
        id: closing

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.edge
        onChosen: root.staff.shut()
    }

    Flickable {
        id: list

        readonly property bool isLong: contentHeight > height + 1

        function turn(way: int): void {
            contentY = Math.max(0, Math.min(contentY + way * 0.8 * height, contentHeight - height));
        }

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: closing.y + closing.height + Theme.gap
        width: root.isWide ? root.width - 2 * Theme.margin - root.columnWidth - Theme.gutter : root.columnWidth
        height: (root.isWide ? root.height - root.edge : actions.y - Theme.gap) - y
        contentHeight: facts.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: facts

            width: list.width
            spacing: Math.round(1.6 * Theme.gap)

            Repeater {
                model: root.staff.facts

                Column {
                    id: fact

                    required property string heading
                    required property string text

                    width: facts.width
                    spacing: Math.round(0.3 * Theme.unit)

                    Label {
                        width: fact.width
                        text: fact.heading
                        textFormat: Text.PlainText
                        isHeading: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.caption
                    }

                    Label {
                        width: fact.width
                        text: fact.text
                        textFormat: Text.PlainText
                        font.pixelSize: Theme.caption
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }

    Column {
        id: actions

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.isWide ? list.y : root.height - root.edge - height
        width: root.columnWidth
        spacing: Theme.gap

        ActionPill {
            name: qsTr("Clean the screen")
            isFirst: true
            onChosen: root.staff.clean()
        }

        ActionPill {
            visible: root.staff.canTurnOff
            name: qsTr("Turn the screen off")
            onChosen: root.staff.turnOff()
        }

        ActionPill {
            name: qsTr("Read the content again")
            onChosen: root.staff.reload()
        }

        ActionPill {
            name: qsTr("Restart")
            onChosen: root.staff.restart()
        }

        ActionPill {
            id: quitting

            property bool isAsking: false

            visible: root.staff.canQuit
            name: isAsking ? qsTr("Tap again to quit") : qsTr("Quit")
            onChosen: {
                if (isAsking)
                    root.staff.quit();
                isAsking = true;
                calming.restart();
            }

            Timer {
                id: calming

                interval: 4000
                onTriggered: quitting.isAsking = false
            }
        }
    }

    component ActionPill: Pill {
        width: actions.width
    }
}
