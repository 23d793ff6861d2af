pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// Says that the screen is being cleaned and hears nothing, in each language of the show.
Rectangle {
    id: root

    required property list<string> notes
    required property int secondsLeft
    required property int seconds

    color: Theme.ground

    Accessible.role: Accessible.AlertMessage
    Accessible.name: notes.join(". ")

    Component.onCompleted: Accessible.announce(notes.join(". "), Accessible.Assertive)

    Column {
        id: column

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: 2.4 * Theme.unit

        // What there is room for, and the visitor's language always.
        readonly property int fitting: 1 + Math.floor((root.height - 2 * Theme.margin - 30 * Theme.unit) / (2.4 * Theme.unit + 1.5 * Theme.lead))

        Countdown {
            anchors.horizontalCenter: parent.horizontalCenter
            secondsLeft: root.secondsLeft
            seconds: root.seconds
        }

        Repeater {
            model: root.notes.slice(0, column.fitting)

            Label {
                required property int index
                required property string modelData

                width: column.width
                horizontalAlignment: Text.AlignHCenter
                text: modelData
                color: index === 0 ? Theme.ink : Theme.inkSoft
                font.pixelSize: index === 0 ? Theme.title : Theme.lead
                weight: index === 0 ? Font.DemiBold : Font.Normal
            }
        }
    }
}
