pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// What makes the screen easier to read and to reach, on a sheet below the slide that shows what it does.
Item {
    id: root

    required property Bridge.ShowViewModel show
    required property bool canComeDown

    // Above the sheet, a touch closes it.
    Item {
        width: parent.width
        height: sheet.y

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: root.show.closePanel()
        }
    }

    Rectangle {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: options.y + options.height + Math.round(2.5 * Theme.unit)
        color: Theme.ground

        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        Rectangle {
            width: parent.width
            height: Theme.rule
            color: Theme.accent
        }

        Label {
            id: heading

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: closing.verticalCenter
            text: qsTr("Comfort")
            font.pixelSize: Theme.lead
            weight: Font.DemiBold

            Accessible.role: Accessible.Heading
        }

        CloseButton {
            id: closing

            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: Math.round(3 * Theme.unit)
            onChosen: root.show.closePanel()
        }

        Flow {
            id: options

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            y: closing.y + closing.height + Theme.gap
            spacing: Theme.gap

            Repeater {
                model: [qsTr("Standard text"), qsTr("Large text"), qsTr("Very large text")]

                Toggle {
                    required property int index
                    required property string modelData

                    name: modelData
                    isOn: root.show.textSize === index
                    onChosen: root.show.chooseTextSize(index)
                }
            }

            Toggle {
                name: qsTr("High contrast")
                isOn: root.show.isHighContrast
                onChosen: root.show.setHighContrast(!isOn)
            }

            Toggle {
                name: qsTr("Less motion")
                isOn: root.show.isMotionReduced
                onChosen: root.show.setMotionReduced(!isOn)
            }

            Toggle {
                visible: root.canComeDown
                name: qsTr("Within reach")
                isOn: root.show.isLow
                onChosen: root.show.setLow(!isOn)
            }
        }
    }
}
