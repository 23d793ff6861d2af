pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// One to six key figures under a heading, in a grid of equal cells.
Slide {
    id: root

    required property Bridge.FiguresSlide slide

    readonly property int count: cells.count
    readonly property int columns: {
        if (Theme.isPortrait)
            return count > 3 ? 2 : 1;
        return count === 4 ? 2 : Math.min(count, 3);
    }
    readonly property int rows: Math.ceil(count / columns)
    readonly property real cellWidth: (area.width - (columns - 1) * Theme.gutter) / columns
    readonly property real numeralSize: count === 1 ? 2 * Theme.numeral : rows > 1 && !Theme.isPortrait ? 0.78 * Theme.numeral : Theme.numeral

    function overflows(): bool {
        if (contentHeight > area.height + 1 || heading.hasTooLongWord())
            return true;
        for (let index = 0; index < cells.count; ++index)
            if (cell(index).isTooWide)
                return true;
        return false;
    }

    function cell(index: int): FigureCell {
        return cells.itemAt(index) as FigureCell;
    }

    inked: stack
    contentHeight: stack.height

    onArrivalPrepared: {
        for (let index = 0; index < cells.count; ++index)
            cell(index).prepare();
    }
    onArrived: {
        for (let index = 0; index < cells.count; ++index)
            cell(index).arrive();
    }

    Column {
        id: stack

        x: root.area.x
        y: root.area.y + (root.area.height - height) / 2
        width: root.area.width
        spacing: root.space(5 * Theme.unit)

        Label {
            id: heading

            width: parent.width
            text: root.slide.heading
            font.pixelSize: root.size(Theme.title)
            font.weight: Font.DemiBold
            lineHeight: 0.94
        }

        Grid {
            id: grid

            width: parent.width
            columns: root.columns
            columnSpacing: Theme.gutter
            rowSpacing: root.space(4 * Theme.unit)

            Repeater {
                id: cells

                model: root.slide.figures

                FigureCell {
                    width: root.cellWidth
                    numeralSize: root.size(root.numeralSize)
                    labelSize: root.size(root.count === 1 ? Theme.lead : Theme.body)
                    noteSize: root.size(Theme.caption)
                    gap: root.space(Theme.gap)
                }
            }
        }
    }
}
