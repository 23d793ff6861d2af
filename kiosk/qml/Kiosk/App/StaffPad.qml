pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// Asks for the PIN of staff. What is given is seen as dots.
Rectangle {
    id: root

    required property Bridge.StaffViewModel staff
    required property Bridge.ShowViewModel show

    readonly property bool isChecking: staff.stand === "checking"
    readonly property string note: {
        if (staff.secondsToWait > 0 && !isChecking)
            return qsTr("Too many wrong PINs. Try again in %L1 s.").arg(staff.secondsToWait);
        return staff.isWrong ? qsTr("That is not the PIN.") : "";
    }

    color: Theme.ground

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    onNoteChanged: {
        if (note !== "")
            Accessible.announce(note, Accessible.Assertive);
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.gutter

        Label {
            id: heading

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, root.width - 2 * Theme.margin)
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("PIN for staff")
            font.pixelSize: Theme.lead
            weight: Font.DemiBold

            Accessible.role: Accessible.Heading
        }

        // Of one height, whether there are dots, a note or nothing, so that the keys stay where they are.
        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: root.width - 2 * Theme.margin
            height: Math.round(1.4 * Theme.body)

            Row {
                anchors.centerIn: parent
                spacing: Theme.gap
                opacity: root.isChecking ? 0.4 : 1

                Repeater {
                    model: root.staff.longest

                    Rectangle {
                        required property int index

                        visible: index < root.staff.digits
                        width: 2 * Math.round(Theme.unit)
                        height: width
                        radius: width / 2
                        color: Theme.ink
                    }
                }
            }

            Label {
                anchors.centerIn: parent
                width: parent.width
                visible: root.staff.digits === 0 && text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: root.note
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.floor
                font.pixelSize: Theme.body
            }
        }

        PinPad {
            anchors.horizontalCenter: parent.horizontalCenter
            enabled: !root.isChecking && root.staff.secondsToWait === 0
            opacity: root.staff.secondsToWait > 0 && !root.isChecking ? 0.3 : 1
            canEnter: root.staff.digits >= root.staff.shortest
            onTyped: digit => root.staff.typeDigit(digit)
            onErased: root.staff.erase()
            onEntered: root.staff.enter()
        }
    }

    CloseButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Math.round(3 * Theme.unit)
        onChosen: root.staff.shut()
    }
}
