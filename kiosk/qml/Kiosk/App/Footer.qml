pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// In rotation a quiet invitation in each language; in a visit the controls.
Item {
    id: root

    required property Bridge.ShowViewModel show
    required property bool isDark
    required property bool isOverFade

    readonly property bool isMirrored: show.isRightToLeft
    // An invitation stays under the finger that is on it, though the visit has begun.
    property bool isInvited: false
    property bool isSettled: false
    readonly property bool hasControls: show.isVisit && !isInvited

    // What is written on the slide itself takes the next one's colours when that has come half-way.
    property bool isOnDark: isDark

    // Where one row is too short, the way through the show stands above the rest.
    readonly property real lowerRow: height - Theme.target - Math.round(2.5 * Theme.unit)
    readonly property real upperRow: Theme.isFooterStacked ? lowerRow - Theme.target - Theme.gap : lowerRow

    readonly property color ink: isOnDark ? Theme.accentInk : Theme.ink
    readonly property color inkSoft: isOnDark ? Theme.accentInk : Theme.inkSoft
    readonly property color outline: isOnDark ? Theme.accentOutline : Theme.outline

    implicitHeight: Theme.footerHeight
    // While slides fade below it, it need not be drawn anew.
    layer.enabled: isOverFade

    Behavior on isOnDark {
        enabled: root.isOverFade

        SequentialAnimation {
            PauseAnimation {
                duration: Motion.fade / 2
            }

            PropertyAction {}
        }
    }

    Row {
        id: invitation

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.lowerRow
        spacing: Theme.gap
        visible: !root.hasControls
        enabled: visible

        // Among many languages the others are asked by their names alone; those without room are behind the control.
        readonly property bool isShort: pills.count > (Theme.isPortrait ? 2 : 3)
        readonly property int fitting: {
            let room = root.width - 2 * Theme.margin;
            for (let index = 0; index < pills.count; ++index) {
                room -= pills.itemAt(index).implicitWidth + spacing;
                if (room + spacing < 0)
                    return index;
            }
            return pills.count;
        }

        Repeater {
            id: pills

            model: root.show.invitations

            Pill {
                required property int index
                required property string modelData

                name: invitation.isShort && index > 0 ? root.show.languages[index] : modelData
                visible: index < invitation.fitting
                color: root.inkSoft
                fill: root.isOnDark ? Qt.alpha(Theme.accent, 0.7) : "transparent"
                outline: root.outline
                onIsPressedChanged: {
                    root.isInvited = isPressed;
                    if (isPressed)
                        root.show.touched();
                }
                onChosen: root.show.chooseLanguage(index)
            }
        }
    }

    // A start need not wait for them: they are made when the first slide has stood for a moment, or somebody touches.
    Loader {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        active: root.isSettled || root.show.isVisit
        visible: root.hasControls
        enabled: visible
        sourceComponent: Item {
            PlaceLine {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.unit
                visible: root.show.total > 1
                sizes: root.show.sectionSizes
                position: root.show.position
                color: root.isOnDark ? Theme.accentInk : Theme.accent
                rest: root.outline
            }

            Row {
                id: start

                anchors.left: parent.left
                y: root.lowerRow
                spacing: Theme.gap

                IconButton {
                    name: qsTr("Home")
                    drawing: "M4 11L12 4L20 11M6.5 9.5V20H17.5V9.5"
                    onChosen: root.show.home()
                }

                IconButton {
                    visible: root.show.total > 1
                    name: qsTr("Contents")
                    drawing: "M4 7H20M4 12H20M4 17H20"
                    onChosen: root.show.openOverview()
                }

                IconButton {
                    visible: root.show.hasSearch
                    name: qsTr("Search")
                    drawing: Drawings.lens
                    onChosen: root.show.openSearch()
                }
            }

            Row {
                // In the middle of the screen, or where that is taken of the room that is left.
                readonly property real before: Theme.isFooterStacked ? 0 : start.width + Theme.gap
                // Not every page can be taken away, but what stands beside that control keeps its place.
                readonly property real after: 2 * (Theme.target + Theme.gap) + (Theme.isFooterStacked ? 0 : end.width + Theme.gap)
                readonly property real least: root.isMirrored ? after : before
                readonly property real most: parent.width - width - (root.isMirrored ? before : after)

                x: Math.max(least, Math.min((parent.width - width) / 2, most))
                y: root.upperRow
                spacing: Theme.gap

                IconButton {
                    name: qsTr("Previous")
                    drawing: Drawings.left
                    isMirrored: root.isMirrored
                    onChosen: root.show.previous()
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.max(implicitWidth, 12 * Theme.unit)
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.NoWrap
                    text: root.show.place
                    color: root.ink
                    font.pixelSize: Theme.caption
                }

                IconButton {
                    isFirst: true
                    name: qsTr("Next")
                    drawing: Drawings.right
                    isMirrored: root.isMirrored
                    onChosen: root.show.next()
                }
            }

            // What can be done with the page: beside the way through the show where that stands above the rest.
            Row {
                id: page

                anchors.right: Theme.isFooterStacked ? parent.right : end.left
                anchors.rightMargin: Theme.isFooterStacked ? 0 : Theme.gap
                y: root.upperRow
                spacing: Theme.gap

                IconButton {
                    visible: root.show.hasTakeAway && !root.show.isSpeaking
                    name: qsTr("Take it with you")
                    drawing: "M4 4H10V10H4ZM14 4H20V10H14ZM4 14H10V20H4ZM14 14H16.5V16.5M20 14V17M14 20H17M20 20V20.1"
                    onChosen: root.show.openTakeAway()
                }

                IconButton {
                    visible: root.show.isSpeaking
                    name: root.show.isReadingPaused ? qsTr("Go on reading") : qsTr("Pause reading")
                    drawing: root.show.isReadingPaused ? "M9 6L18 12L9 18Z" : "M9 6V18M15 6V18"
                    onChosen: root.show.pauseReading()
                }

                IconButton {
                    visible: root.show.hasVoice
                    name: root.show.isSpeaking ? qsTr("Stop reading") : qsTr("Read aloud")
                    drawing: root.show.isSpeaking ? "M7 7H17V17H7Z" : "M4 9.5V14.5H7.5L12 18.5V5.5L7.5 9.5ZM15 9A4.2 4.2 0 0 1 15 15M17.5 6.2A8 8 0 0 1 17.5 17.8"
                    onChosen: root.show.isSpeaking ? root.show.stopReading() : root.show.readAloud()
                }
            }

            Row {
                id: end

                anchors.right: parent.right
                y: root.lowerRow
                spacing: Theme.gap

                Pill {
                    visible: root.show.languages.length > 1
                    name: root.show.languageChoice
                    drawing: root.show.languages.length > 2 ? "M12 3A9 9 0 1 0 12 21A9 9 0 1 0 12 3M3 12H21M12 3C7 8 7 16 12 21C17 16 17 8 12 3" : ""
                    onChosen: root.show.changeLanguage()
                }

                IconButton {
                    name: qsTr("Comfort")
                    drawing: "M12 3.4A1.5 1.5 0 1 0 12 6.4A1.5 1.5 0 1 0 12 3.4M5 8.6L12 10L19 8.6M12 10V14.4M12 14.4L8.6 20.6M12 14.4L15.4 20.6"
                    onChosen: root.show.openComfort()
                }

                IconButton {
                    name: qsTr("Resume slideshow")
                    drawing: "M8 5L19 12L8 19Z"
                    onChosen: root.show.resume()
                }
            }
        }
    }

    Timer {
        interval: 400
        running: true
        onTriggered: root.isSettled = true
    }
}
