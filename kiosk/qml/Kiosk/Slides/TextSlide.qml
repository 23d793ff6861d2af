pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// A heading with paragraphs and lists: side by side on a wide screen, one above the other on a tall one.
Slide {
    id: root

    required property Bridge.TextSlide slide

    readonly property bool isBeside: slide.picture.toString() !== "" && !slide.isPictureBehind
    readonly property bool isStacked: isBeside && Theme.isPortrait
    readonly property bool isTwoColumns: !Theme.isPortrait && slide.picture.toString() === ""
    readonly property real pictureHeight: isStacked ? area.height * 0.36 : area.height
    readonly property real textWidth: isTwoColumns || Theme.isPortrait ? area.width : area.width * 0.58

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

    Grid {
        id: stack

        x: root.LayoutMirroring.enabled ? root.width - root.area.x - width : root.area.x
        y: root.area.y + (root.area.height - root.contentHeight) / 2
        columns: root.isTwoColumns ? 2 : 1
        columnSpacing: Theme.gutter
        rowSpacing: root.space(4 * Theme.unit)

        Column {
            width: root.isTwoColumns ? root.area.width * 0.36 : root.textWidth
            spacing: root.space(3 * Theme.unit)

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
        }

        Column {
            id: body

            width: root.isTwoColumns ? root.area.width * 0.64 - Theme.gutter : root.textWidth
            spacing: root.space(2.2 * Theme.unit)

            Repeater {
                model: root.slide.blocks

                Item {
                    id: block

                    required property string text
                    required property bool isItem

                    width: body.width
                    implicitHeight: words.implicitHeight

                    Rectangle {
                        anchors.left: parent.left
                        y: words.font.pixelSize * 0.72
                        visible: block.isItem
                        width: 1.6 * Theme.unit
                        height: Theme.rule / 1.5
                        color: Theme.accent
                    }

                    Label {
                        id: words

                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.leftMargin: block.isItem ? 3.2 * Theme.unit : 0
                        text: block.text
                        font.pixelSize: root.size(Theme.body * (root.isTwoColumns ? 1.2 : 1.06))
                        lineHeight: 1.15
                    }
                }
            }
        }
    }

    Picture {
        id: beside

        x: root.isStacked ? root.area.x : root.LayoutMirroring.enabled ? root.area.x : root.area.x + root.area.width - width
        y: root.isStacked ? root.area.y + root.area.height - height : root.area.y
        width: root.isStacked ? root.area.width : root.area.width * 0.36
        height: root.pictureHeight
        visible: root.isBeside
        source: root.isBeside ? root.slide.picture : ""
        alt: root.slide.pictureAlt
    }
}
