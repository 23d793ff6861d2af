pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// Things to take away: a QR code each, in a row on a wide screen, in a list on a tall one.
Slide {
    id: root

    required property Bridge.LinksSlide slide

    readonly property bool isList: Theme.isPortrait || links.count === 1 || yielding > 0 || isInParts
    readonly property int columns: isList ? 1 : links.count
    readonly property real cardWidth: (textArea.width - (columns - 1) * Theme.gutter) / Math.max(1, columns)

    isContentReady: Array.from(grid.children).every(child => !(child instanceof LinkCard) || (child as LinkCard).isReady)
    // Four codes in a list of a squarish screen are smaller.
    arrangements: isList ? 2 : 1
    largestFit: 1.2
    contentHeight: stack.height

    Column {
        id: stack

        x: root.textArea.x
        y: root.contentTop
        width: root.textArea.width
        spacing: root.space(4 * Theme.unit)

        Heading {
            width: parent.width
            text: root.slide.heading
            largest: root.headingSize(Theme.title)
            smallest: root.smallest
        }

        Label {
            width: parent.width
            text: root.slide.instruction
            color: Theme.inkSoft
            font.pixelSize: root.size(Theme.body)
        }

        Grid {
            id: grid

            columns: root.columns
            columnSpacing: Theme.gutter
            rowSpacing: root.space(Theme.gutter)

            Repeater {
                id: links

                model: root.slide.links

                LinkCard {
                    width: root.cardWidth
                    isBeside: root.isList
                    side: Math.min((root.arrangement === 0 ? 26 : 17) * Theme.unit * Math.max(1, root.fit), root.cardWidth)
                    titleSize: root.size(Theme.body)
                    noteSize: root.size(Theme.caption)
                    gap: root.space(0.8 * Theme.unit)
                }
            }
        }
    }
}
