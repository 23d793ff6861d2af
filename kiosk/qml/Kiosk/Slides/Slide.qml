import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// What every slide is: content set in an area of the screen, in the largest type that fits, with its picture
// beside or behind it. A kind puts its content into `textArea` and says how high it is.
Item {
    id: root

    property bool isDark: false
    property url picture: ""
    property string pictureAlt: ""
    property bool isPictureBehind: false
    property color veil: Theme.ground
    property real contentHeight: 0
    property bool isContentReady: true

    // The part of the area a picture beside takes: of the width on a wide screen, of the height on a tall one.
    property real pictureShare: 0.36
    // How much of the width is veiled for text on a picture behind it, on a wide screen.
    property real veilShare: 0.58
    // Little text may grow by this much.
    property real largestFit: 1
    // The ways a kind can lay its content out, the most generous first; the first that keeps the type large is taken.
    property int arrangements: 1
    property int arrangement: 0

    readonly property bool fillsScreen: isDark || isBehind
    readonly property bool isReady: isContentReady && backdrop.isReady && beside.isReady
    readonly property bool hasPicture: picture.toString() !== ""
    readonly property bool isBehind: hasPicture && isPictureBehind
    readonly property bool isBeside: hasPicture && !isPictureBehind
    readonly property bool isMirrored: LayoutMirroring.enabled

    // Header and footer stay clear of the area; a picture beside the text does too.
    readonly property rect area: Qt.rect(Theme.margin, Theme.headerHeight, width - 2 * Theme.margin, height - Theme.headerHeight - Theme.footerHeight)
    readonly property rect pictureArea: {
        const share = Math.round(pictureShare * (Theme.isPortrait ? area.height : area.width));
        if (Theme.isPortrait)
            return Qt.rect(area.x, area.y + area.height - share, area.width, share);
        return Qt.rect(isMirrored ? area.x : area.x + area.width - share, area.y, share, area.height);
    }
    readonly property rect textArea: {
        if (!isBeside && (!isBehind || Theme.isPortrait))
            return area;
        if (Theme.isPortrait)
            return Qt.rect(area.x, area.y, area.width, pictureArea.y - area.y - Theme.gutter);
        const textWidth = area.width * (isBehind ? veilShare : 1 - pictureShare) - (isBehind ? 0 : 1.5 * Theme.gutter);
        return Qt.rect(isMirrored ? area.x + area.width - textWidth : area.x, area.y, textWidth, area.height);
    }
    // Text over a picture stands low on a tall screen, so that the picture is seen.
    readonly property real contentTop: Math.round(textArea.y + (textArea.height - contentHeight) * (isBehind && Theme.isPortrait ? 1 : 0.5))
    // Where the picture itself is, without the room that its proportions leave.
    readonly property rect picturePlace: {
        const shown = Qt.size(isBehind ? width : beside.paintedWidth, isBehind ? height : beside.paintedHeight);
        const room = isBehind ? Qt.rect(0, 0, width, height) : pictureArea;
        return Qt.rect(room.x + (room.width - shown.width) / 2, room.y + (room.height - shown.height) / 2, shown.width, shown.height);
    }
    // Where it draws: a fade repaints no more than that.
    readonly property rect ink: isBeside ? Qt.rect(0, area.y, width, area.height) : Qt.rect(0, contentTop - Theme.gap, width, contentHeight + 2 * Theme.gap)

    // First all type shrinks together down to the legible floor; only then, and never silently, below it.
    readonly property real smallestFit: 0.36
    property real fit: 1
    property real squeeze: 1
    readonly property bool isBelowFloor: squeeze < 1

    signal arrivalPrepared
    signal arrived

    function size(pixels: real): real {
        return Math.max(Theme.floor, pixels * fit) * squeeze;
    }

    function space(pixels: real): real {
        return pixels * Math.max(fit, 0.5) * squeeze;
    }

    // Lays the content out at once: positioners else wait for the next frame.
    function arrange(item: Item): void {
        for (const child of item.children)
            arrange(child);
        if (item instanceof Column)
            (item as Column).forceLayout();
        else if (item instanceof Grid)
            (item as Grid).forceLayout();
        else if (item instanceof Row)
            (item as Row).forceLayout();
        else if (item instanceof Flow)
            (item as Flow).forceLayout();
    }

    function breaksWord(item: Item): bool {
        return item instanceof Label && (item as Label).isBreaking || Array.from(item.children).some(breaksWord);
    }

    function setLines(item: Item, areBalanced: bool): void {
        for (const child of item.children)
            setLines(child, areBalanced);
        if (item instanceof Label && areBalanced)
            (item as Label).balance();
        else if (item instanceof Label)
            (item as Label).indent = 0;
    }

    // Whether the content, as it is now, is higher than a share of its area.
    function exceeds(share: real): bool {
        arrange(root);
        return contentHeight > share * textArea.height + 1;
    }

    // The largest value that passes, by halving; the smallest is known to.
    function largest(smallest: real, greatest: real, passes: var): real {
        let passing = smallest;
        let failing = greatest;
        for (let step = 0; step < 6; ++step) {
            const middle = (passing + failing) / 2;
            if (passes(middle))
                passing = middle;
            else
                failing = middle;
        }
        return passing;
    }

    function fitText(): void {
        squeeze = 1;
        fit = 1;
        if (!exceeds(1) && !breaksWord(root)) {
            fit = largest(1, largestFit, value => {
                fit = value;
                return !exceeds(0.6) && !breaksWord(root);
            });
            return;
        }
        fit = smallestFit;
        if (exceeds(1)) {
            squeeze = largest(0.2, 1, value => {
                squeeze = value;
                return !exceeds(1);
            });
        } else {
            fit = largest(smallestFit, 1, value => {
                fit = value;
                return !exceeds(1) && !breaksWord(root);
            });
        }
    }

    function refit(): void {
        setLines(root, false);
        let best = 0;
        let bestFit = 0;
        let bestSqueeze = 0;
        for (let tried = 0; tried < arrangements && bestFit < 0.8; ++tried) {
            arrangement = tried;
            fitText();
            if (fit * squeeze > 1.05 * bestFit * bestSqueeze) {
                best = tried;
                bestFit = fit;
                bestSqueeze = squeeze;
            }
        }
        arrangement = best;
        fit = bestFit;
        squeeze = bestSqueeze;
        arrange(root);
        setLines(root, true);
        arrange(root);
    }

    onAreaChanged: refit()
    Component.onCompleted: refit()

    Rectangle {
        anchors.fill: parent
        visible: root.isDark
        color: root.veil
    }

    Backdrop {
        id: backdrop

        anchors.fill: parent
        source: root.isBehind ? root.picture : ""
        alt: root.pictureAlt
        veil: root.veil
        isMirrored: root.isMirrored
        textTop: root.contentTop / Math.max(1, root.height)
        textEnd: (root.area.x + root.area.width * root.veilShare) / Math.max(1, root.width)
    }

    Picture {
        id: beside

        x: root.pictureArea.x
        y: root.pictureArea.y
        width: root.pictureArea.width
        height: root.pictureArea.height
        visible: root.isBeside
        source: root.isBeside ? root.picture : ""
        alt: root.pictureAlt
    }
}
