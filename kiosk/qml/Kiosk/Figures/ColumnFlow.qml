import QtQuick

// Fills columns one after the other, as even in height as whole items allow. What is not to be seen has no height.
Flow {
    id: root

    required property int columns
    required property real fullWidth
    required property real gutter

    readonly property real columnWidth: (fullWidth - (columns - 1) * gutter) / columns
    // An item is wider than its column by what is missing between spacing and gutter: a flow knows but one distance.
    readonly property real itemWidth: columnWidth + gutter - spacing

    function columnsAt(limit: real): int {
        let count = 1;
        let used = 0;
        for (const item of children) {
            if (used > 0 && used + item.height > limit) {
                used = 0;
                ++count;
            }
            used += item.height > 0 ? item.height + spacing : 0;
        }
        return count;
    }

    // The smallest height that needs no more columns than there are.
    function evenHeight(): real {
        const heights = Array.from(children, item => item.height > 0 ? item.height + spacing : 0);
        const total = heights.reduce((sum, height) => sum + height, 0);
        let limit = Math.max(total / columns - spacing, ...heights);
        while (limit < total && columnsAt(limit) > columns)
            limit += total / 200;
        return limit + 1;
    }

    flow: Flow.TopToBottom
    height: evenHeight()
}
