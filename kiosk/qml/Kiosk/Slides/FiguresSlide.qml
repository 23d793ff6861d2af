pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// One to six key figures under a heading, in a grid of equal cells.
Slide {
    id: root

    required property Bridge.FiguresSlide slide

    readonly property int count: figures.count
    readonly property int mostColumns: {
        if (Theme.isPortrait)
            return count > 3 ? 2 : 1;
        return count === 4 ? 2 : Math.min(count, 3);
    }
    readonly property int columns: Math.max(1, mostColumns - Math.max(0, yielding - 1))
    readonly property int rows: Math.ceil(count / columns)
    readonly property real cellWidth: (textArea.width - (columns - 1) * Theme.gutter) / columns
    readonly property real largestNumeral: count === 1 ? (growth > 1 ? 1.4 : 2) * Theme.numeral : count > mostColumns && !Theme.isPortrait ? 0.78 * Theme.numeral : Theme.numeral
    readonly property list<FigureCell> cells: Array.from(grid.children).filter(child => child instanceof FigureCell)
    // One size for all, in which the widest fits its cell.
    readonly property real commonSize: Math.max(smallest, Math.min(numeralSize(largestNumeral), ...cells.map(cell => cellWidth / cell.spread)))

    function beforeHeight(row: int): real {
        return Math.max(0, ...cells.slice(row * columns, (row + 1) * columns).map(cell => cell.ownBeforeHeight));
    }

    largestFit: 1.2
    mostYielding: mostColumns
    contentHeight: stack.height
    // A heading stands over a figure at least.
    wholeHeight: grid.y + Math.max(0, ...cells.map(cell => cell.implicitHeight))
    leastGrowth: count === 1 ? 0.55 : 0.8

    onArrivalPrepared: {
        for (const cell of cells)
            cell.prepare();
    }
    onArrived: {
        for (const cell of cells)
            cell.arrive();
    }

    Column {
        id: stack

        x: root.textArea.x
        y: root.contentTop
        width: root.textArea.width
        spacing: root.space(5 * Theme.unit)

        Heading {
            width: parent.width
            text: root.slide.heading
            largest: root.headingSize(Theme.title)
            smallest: root.smallest
        }

        Grid {
            id: grid

            width: parent.width
            columns: root.columns
            columnSpacing: Theme.gutter
            rowSpacing: root.space(4 * Theme.unit)

            Repeater {
                id: figures

                model: root.slide.figures

                FigureCell {
                    required property int index

                    width: root.cellWidth
                    numeralSize: root.commonSize
                    labelSize: root.size(root.count === 1 ? Theme.lead : Theme.body)
                    noteSize: root.size(Theme.caption)
                    gap: root.space(Theme.gap)
                    beforeHeight: root.beforeHeight(Math.floor(index / root.columns))
                }
            }
        }
    }
}
