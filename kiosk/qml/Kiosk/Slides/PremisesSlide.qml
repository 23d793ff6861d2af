pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The place: name, address and description, what is there, when and how; a picture and a code for the map.
Slide {
    id: root

    required property Bridge.PremisesSlide slide

    readonly property bool hasPicture: slide.picture.toString() !== ""
    readonly property bool isBeside: hasPicture && !slide.isPictureBehind
    readonly property bool isStacked: isBeside && Theme.isPortrait
    readonly property bool hasMap: slide.map !== ""
    readonly property real pictureHeight: isStacked ? area.height * 0.28 : area.height
    readonly property real textWidth: Theme.isPortrait || !hasPicture ? area.width : area.width * 0.58
    readonly property int columns: Math.max(1, Math.min(details.count + (hasMap ? 1 : 0), Theme.isPortrait ? 2 : isBeside ? 2 : 4))
    readonly property real columnWidth: (textWidth - (columns - 1) * Theme.gutter) / columns

    function overflows(): bool {
        return contentHeight > area.height + 1 || heading.hasTooLongWord();
    }

    fillsScreen: slide.isPictureBehind
    isReady: backdrop.isReady && beside.isReady
    inked: isBeside ? null : stack
    contentHeight: stack.height + (isStacked ? pictureHeight + Theme.gutter : 0)

    Backdrop {
        id: backdrop

        anchors.fill: parent
        source: root.slide.isPictureBehind ? root.slide.picture : ""
        alt: root.slide.pictureAlt
        veil: Theme.ground
    }

    Column {
        id: stack

        x: root.LayoutMirroring.enabled ? root.width - root.area.x - width : root.area.x
        y: root.area.y + (root.area.height - root.contentHeight) / 2
        width: root.textWidth
        spacing: root.space(2.6 * Theme.unit)

        Rule {
            anchors.left: parent.left
        }

        Label {
            id: heading

            width: parent.width
            text: root.slide.heading
            font.pixelSize: root.size(Theme.title)
            font.weight: Font.DemiBold
            lineHeight: 0.94
        }

        Label {
            width: parent.width
            text: root.slide.address
            font.pixelSize: root.size(Theme.lead)
            color: Theme.accent
            lineHeight: 1.06
        }

        Label {
            width: parent.width
            text: root.slide.description
            font.pixelSize: root.size(Theme.body)
            lineHeight: 1.15
        }

        Grid {
            id: grid

            columns: root.columns
            columnSpacing: Theme.gutter
            rowSpacing: root.space(3 * Theme.unit)
            topPadding: root.space(Theme.gap)
            visible: details.count > 0 || root.hasMap

            Repeater {
                id: details

                model: root.slide.details

                Column {
                    id: detail

                    required property string heading
                    required property list<string> lines

                    width: root.columnWidth
                    spacing: root.space(0.8 * Theme.unit)

                    Rectangle {
                        width: parent.width
                        height: Theme.hairline
                        color: Theme.line
                    }

                    Label {
                        width: parent.width
                        text: detail.heading
                        color: Theme.inkSoft
                        font.pixelSize: root.size(Theme.caption)
                        topPadding: root.space(Theme.unit)
                    }

                    Repeater {
                        model: detail.lines

                        Label {
                            required property string modelData

                            width: detail.width
                            text: modelData
                            font.pixelSize: root.size(Theme.caption * 1.1)
                            lineHeight: 1.06
                        }
                    }
                }
            }

            Column {
                width: root.columnWidth
                spacing: root.space(1.4 * Theme.unit)
                visible: root.hasMap

                QrCode {
                    anchors.left: parent.left
                    code: root.slide.map
                    side: 20 * Theme.unit
                }

                Label {
                    width: parent.width
                    text: root.slide.mapLabel
                    color: Theme.inkSoft
                    font.pixelSize: root.size(Theme.caption)
                }
            }
        }
    }

    Picture {
        id: beside

        x: root.isStacked ? root.area.x : root.LayoutMirroring.enabled ? root.area.x : root.area.x + root.area.width - width
        y: root.isStacked ? root.area.y + root.area.height - height : root.area.y
        width: root.isStacked ? root.area.width : root.area.width * 0.38
        height: root.pictureHeight
        visible: root.isBeside
        source: root.isBeside ? root.slide.picture : ""
        alt: root.slide.pictureAlt
    }
}
