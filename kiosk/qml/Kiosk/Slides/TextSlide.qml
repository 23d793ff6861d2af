pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// A heading with paragraphs and lists: side by side on a wide screen, one above the other on a tall one or
// where the text is long and takes columns.
Slide {
    id: root

    required property Bridge.TextSlide slide

    readonly property bool isSideBySide: !Theme.isPortrait && !hasPicture && arrangement === 0 && !isInParts && heading.longestWord * Theme.title / Theme.textScale * largeGrowth <= 0.36 * area.width
    readonly property int columns: isInParts ? 1 : Math.min(blocks.count, 1 + arrangement % 3)

    readonly property real bodySize: size(Theme.body * (isSideBySide ? 1.2 : 1.06))

    picture: slide.picture
    pictureAlt: slide.pictureAlt
    isPictureBehind: slide.isPictureBehind
    // One, two or three columns; then the same with less of the picture.
    arrangements: hasPicture ? 6 : 3
    pictureShare: arrangement < 3 ? 0.36 : 0.22
    veilShare: arrangement < 3 ? 0.58 : 1
    largestFit: 1.3
    contentHeight: stack.height

    Grid {
        id: stack

        x: root.isMirrored ? root.textArea.x + root.textArea.width - width : root.textArea.x
        y: root.contentTop
        columns: root.isSideBySide ? 2 : 1
        columnSpacing: Theme.gutter
        rowSpacing: root.space(4 * Theme.unit)

        Column {
            width: root.textArea.width * (root.isSideBySide ? 0.36 : 1)
            spacing: root.space(3 * Theme.unit)

            Rule {
                anchors.left: parent.left
            }

            Heading {
                id: heading

                width: parent.width
                text: root.slide.heading
                largest: root.headingSize(Theme.title)
                smallest: root.smallest
            }
        }

        Item {
            implicitWidth: body.fullWidth
            implicitHeight: body.y + body.height

            ColumnFlow {
                id: body

                anchors.left: parent.left
                // Side by side, the first lines of both stand on one line.
                y: root.isSideBySide ? heading.y + heading.baselineOffset - 1.1 * root.bodySize : 0
                columns: root.columns
                fullWidth: root.isSideBySide ? root.textArea.width * 0.64 - Theme.gutter : root.textArea.width
                gutter: Theme.gutter
                spacing: root.space(2.2 * Theme.unit)

                Repeater {
                    id: blocks

                    model: root.slide.blocks

                    TextBlock {
                        width: body.itemWidth
                        size: root.bodySize
                        textWidth: body.columnWidth
                    }
                }
            }
        }
    }
}
