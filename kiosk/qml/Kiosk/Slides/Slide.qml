import QtQuick
import Kiosk.Theme

// What every slide is: content set in an area of the screen, in type that shrinks only as far as it must.
Item {
    id: root

    // A kind sets these: the colour scheme, the height its content takes now, and how far it is from fitting sideways.
    property bool isDark: false
    property bool fillsScreen: isDark
    property bool isReady: true
    property real contentHeight: 0

    // The area that text may use; header and footer stay clear of it.
    readonly property rect area: Qt.rect(Theme.margin, Theme.headerHeight, width - 2 * Theme.margin, height - Theme.headerHeight - Theme.footerHeight)

    // First all type shrinks together down to the legible floor; only then, and never silently, below it.
    readonly property real smallestFit: 0.36
    property real fit: 1
    property real squeeze: 1
    readonly property bool isBelowFloor: squeeze < 1

    // What draws, where that is one item; with more of them the whole area counts. A fade repaints no more than that.
    property Item inked: null
    readonly property rect ink: inked === null ? Qt.rect(0, area.y, width, area.height) : Qt.rect(0, inked.y - Theme.gap, width, inked.height + 2 * Theme.gap)

    signal arrivalPrepared
    signal arrived

    // Lays the content out at the present fit, at once: positioners else wait for the next frame.
    function arrange(item: Item): void {
        for (const child of item.children)
            arrange(child);
        if (item instanceof Column)
            (item as Column).forceLayout();
        else if (item instanceof Grid)
            (item as Grid).forceLayout();
        else if (item instanceof Row)
            (item as Row).forceLayout();
    }

    function overflows(): bool {
        return contentHeight > area.height + 1;
    }

    function size(pixels: real): real {
        return Math.max(Theme.floor, pixels * fit) * squeeze;
    }

    function space(pixels: real): real {
        return pixels * Math.max(fit, 0.5) * squeeze;
    }

    function refit(): void {
        squeeze = 1;
        fit = 1;
        arrange(root);
        if (!overflows())
            return;
        fit = smallestFit;
        arrange(root);
        if (overflows()) {
            squeeze = largest(0.3, value => squeeze = value);
        } else {
            fit = largest(smallestFit, value => fit = value);
        }
        arrange(root);
    }

    // The largest factor, by halving, at which the content does not overflow.
    function largest(smallest: real, apply: var): real {
        let fits = smallest;
        let overflowing = 1;
        for (let step = 0; step < 6; ++step) {
            const middle = (fits + overflowing) / 2;
            apply(middle);
            arrange(root);
            if (overflows())
                overflowing = middle;
            else
                fits = middle;
        }
        return fits;
    }

    onAreaChanged: refit()
    Component.onCompleted: refit()
}
