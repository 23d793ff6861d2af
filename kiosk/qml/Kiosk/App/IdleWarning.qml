pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// Asks whether anybody is there. The whole screen is the button that keeps the visit.
Rectangle {
    id: root

    required property list<string> questions
    required property list<string> explanations
    required property int secondsLeft
    required property int seconds

    signal kept

    color: Theme.scrim

    Accessible.role: Accessible.AlertMessage
    Accessible.name: questions.join(" ")
    Accessible.onPressAction: kept()

    Component.onCompleted: Accessible.announce([...questions, ...explanations].join(" "), Accessible.Assertive)

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onPressedChanged: {
            if (pressed)
                root.kept();
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 110 * Theme.unit)
        height: column.height + 12 * Theme.unit
        radius: 2 * Theme.unit
        color: Theme.ground

        Column {
            id: column

            anchors.centerIn: parent
            width: parent.width - 12 * Theme.unit
            spacing: 2.4 * Theme.unit

            Countdown {
                anchors.horizontalCenter: parent.horizontalCenter
                secondsLeft: root.secondsLeft
                seconds: root.seconds
            }

            Repeater {
                model: root.questions

                Column {
                    id: line

                    required property int index
                    required property string modelData

                    width: column.width
                    spacing: 0.6 * Theme.unit

                    Label {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: line.modelData
                        color: line.index === 0 ? Theme.ink : Theme.inkSoft
                        font.pixelSize: line.index === 0 ? Theme.title : Theme.lead
                        weight: line.index === 0 ? Font.DemiBold : Font.Normal
                    }

                    Label {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: root.explanations[line.index] ?? ""
                        color: Theme.inkSoft
                        font.pixelSize: line.index === 0 ? Theme.body : Theme.caption
                    }
                }
            }
        }
    }
}
