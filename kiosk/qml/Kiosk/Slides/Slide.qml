import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// What every slide is: content set in an area of the screen, in the largest type that fits, with its picture
// beside or behind it. A kind puts its content into `textArea` and says how high it is. Where a visitor wants larger
// type than fits, the layout yields first, and then the content is shown in parts.
Item {
    id: root

    default property alias content: sheet.content

    // For the digits of its own that a language may have.
    property string language: ""
    property bool isDark: false
    property url picture: ""
    property string pictureAlt: ""
    property bool isPictureBehind: false
    property color veil: Theme.ground
    property real contentHeight: 0
    property bool isContentReady: true
    // The height of what should not be parted.
    property real wholeHeight: 0

    // The part of the area a picture beside takes: of the width on a wide screen, of the height on a tall one.
    property real pictureShare: 0.36
    // How much of the width is veiled for text on a picture behind it, on a wide screen.
    property real veilShare: 0.58
    // Little text may grow by this much.
    property real largestFit: 1
    // The ways a kind can lay its content out, the most generous first; the first that keeps the type large is taken.
    property int arrangements: 1
    property int arrangement: 0
    // How far the layout gives way to large type: 1, less space and a smaller picture; from 2 on, fewer columns too.
    property int yielding: 0
    property int mostYielding: 1
    // Where content that is lower than its area stands: 0 at the top of it, 1 at the bottom.
    property real standing: isBehind && Theme.isPortrait ? 1 : 0.5

    readonly property bool fillsScreen: isDark || isBehind
    readonly property bool isReady: isContentReady && backdrop.isReady && beside.isReady && !later.running
    readonly property bool hasPicture: picture.toString() !== ""
    // In high contrast no text stands on a picture.
    readonly property bool isBehind: hasPicture && isPictureBehind && !Theme.isHighContrast
    readonly property bool isBeside: hasPicture && !isBehind
    readonly property bool isMirrored: LayoutMirroring.enabled

    // Header and footer stay clear of the area; a picture beside the text does too.
    readonly property rect area: Qt.rect(Theme.margin, Theme.headerHeight, width - 2 * Theme.margin, height - Theme.headerHeight - Theme.footerHeight)
    readonly property rect pictureArea: {
        const least = Math.min(pictureShare, 0.16);
        const share = Math.round(Math.max(least, pictureShare * (yielding > 0 ? 0.65 : 1)) * (Theme.isPortrait ? area.height : area.width));
        if (Theme.isPortrait)
            return Qt.rect(area.x, area.y + area.height - share, area.width, share);
        return Qt.rect(isMirrored ? area.x : area.x + area.width - share, area.y, share, area.height);
    }
    readonly property rect wholeTextArea: {
        if (!isBeside && (!isBehind || Theme.isPortrait))
            return area;
        if (Theme.isPortrait)
            return Qt.rect(area.x, area.y, area.width, pictureArea.y - area.y - Theme.gutter);
        const textWidth = isBehind ? area.width * (yielding > 0 ? 1 : veilShare) : area.width - pictureArea.width - 1.5 * Theme.gutter;
        return Qt.rect(isMirrored ? area.x + area.width - textWidth : area.x, area.y, textWidth, area.height);
    }
    // The controls of the parts stand in the margin as far as it goes.
    readonly property real overhang: Theme.isPortrait || isBeside ? 0 : Theme.margin - Theme.gap
    readonly property rect textArea: {
        if (!isInParts)
            return wholeTextArea;
        const size = Theme.target + Theme.gap;
        const shift = Theme.isPortrait ? Qt.size(0, size) : Qt.size(size - overhang, 0);
        return Qt.rect(wholeTextArea.x + (isMirrored ? shift.width : 0), wholeTextArea.y, wholeTextArea.width - shift.width, wholeTextArea.height - shift.height);
    }
    // Text over a picture stands low on a tall screen, so that the picture is seen.
    readonly property real contentTop: isInParts ? -sheet.offset : Math.round(textArea.y + (textArea.height - contentHeight) * standing)
    // Where the picture itself is, without the room that its proportions leave.
    readonly property rect picturePlace: {
        const shown = Qt.size(isBehind ? width : beside.paintedWidth, isBehind ? height : beside.paintedHeight);
        const room = isBehind ? Qt.rect(0, 0, width, height) : pictureArea;
        return Qt.rect(room.x + (room.width - shown.width) / 2, room.y + (room.height - shown.height) / 2, shown.width, shown.height);
    }
    // Where it draws: a fade repaints no more than that.
    readonly property rect ink: isBeside || isInParts ? Qt.rect(0, area.y, width, area.height) : Qt.rect(0, contentTop - Theme.gap, width, contentHeight + 2 * Theme.gap)

    // First all type shrinks together down to the legible floor; only then, and never silently, below it.
    readonly property real smallestFit: 0.36
    property real fit: 1
    property real squeeze: 1
    readonly property bool isBelowFloor: squeeze < 1
    // How many times larger the visitor has the type, and what is large already, which is less where there is no room.
    property real growth: 1
    property real largeGrowth: 1
    property real leastGrowth: 0.8
    // What headings and numerals shrink to, rather than break a word.
    readonly property real smallest: Theme.floor * squeeze

    readonly property alias isInParts: sheet.isDivided
    readonly property alias part: sheet.part
    readonly property alias parts: sheet.count

    property bool isComplete: false
    property Mark mark: null

    signal arrivalPrepared
    signal arrived

    function size(pixels: real): real {
        return Math.max(Theme.floor, pixels / Theme.textScale * fit) * squeeze * growth;
    }

    // What is large already grows as far as there is room: a heading by half of the way at least, and a numeral may
    // even give a little up for its label.
    function headingSize(pixels: real): real {
        const plain = size(pixels) / growth;
        return Math.max(plain * largeGrowth, plain * Math.sqrt(growth), Math.min(plain * growth, Theme.lead));
    }

    function numeralSize(pixels: real): real {
        return size(pixels) / growth * largeGrowth;
    }

    function space(pixels: real): real {
        return pixels * Math.max(fit, 0.5) * squeeze * (yielding > 0 ? 0.6 : 1);
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

    // Whether all of it fits, with no word broken.
    function fits(): bool {
        return !exceeds(1) && !breaksWord(root);
    }

    // Takes the visitor's text size: the type first, then what stands around it, then headings, and parts at last.
    function enlarge(): void {
        const chosen = arrangement;
        const ways = [chosen];
        for (let other = 0; other < arrangements; ++other)
            if (other !== chosen)
                ways.push(other);
        squeeze = 1;
        growth = Theme.textScale;
        for (let tried = 0; tried <= mostYielding; ++tried) {
            yielding = tried;
            for (const way of ways) {
                arrangement = way;
                largeGrowth = leastGrowth;
                if (!fits())
                    continue;
                largeGrowth = Theme.textScale;
                if (!fits())
                    largeGrowth = largest(leastGrowth, Theme.textScale, value => {
                        largeGrowth = value;
                        return fits();
                    });
                return;
            }
        }
        largeGrowth = leastGrowth;
        sheet.isDivided = true;
        // There is room for columns again, but none for a large picture.
        for (yielding = hasPicture ? 1 : 0; yielding < mostYielding && (breaksWord(root) || wholeHeight > textArea.height); ++yielding)
            arrange(root);
        arrange(root);
        if (wholeHeight <= textArea.height)
            largeGrowth = largest(leastGrowth, 1, value => {
                largeGrowth = value;
                arrange(root);
                return wholeHeight <= textArea.height && !breaksWord(root);
            });
        if (breaksWord(root))
            growth = largest(1, Theme.textScale, value => {
                growth = value;
                return !breaksWord(root);
            });
    }

    // One part on or back; whether there was one.
    function turnPart(step: int): bool {
        return sheet.turn(step);
    }

    // A wheel turned; whether there was a part for it.
    function scroll(delta: int): bool {
        return sheet.scroll(delta);
    }

    function refit(): void {
        later.stop();
        setLines(root, false);
        sheet.isDivided = false;
        yielding = 0;
        growth = 1;
        largeGrowth = 1;
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
        if (Theme.textScale > 1)
            enlarge();
        arrange(root);
        setLines(root, true);
        arrange(root);
        if (isInParts)
            sheet.divide();
    }

    function labelWith(words: string, item: Item): Label {
        const label = item as Label;
        if (label !== null && label.indexOf(words) >= 0)
            return label;
        for (const child of item.children) {
            const found = labelWith(words, child);
            if (found !== null)
                return found;
        }
        return null;
    }

    // Marks the sentence that is being read aloud, and brings it into view.
    function follow(): void {
        if (mark !== null)
            mark.destroy();
        mark = null;
        const label = Narration.sentence !== "" ? labelWith(Narration.sentence, sheet) : null;
        if (label === null)
            return;
        const start = label.indexOf(Narration.sentence);
        mark = marking.createObject(label, {
            label: label,
            start: start,
            length: Narration.sentence.length
        }) as Mark;
        sheet.bring(sheet.heightOf(label) + label.height * start / label.plain.length);
    }

    // What is seen answers the visitor at once, its neighbours can wait.
    function change(): void {
        if (visible)
            refit();
        else
            later.restart();
    }

    // Later than all that changes with it, the unit of the theme above all, and before the next frame.
    onAreaChanged: if (isComplete)
        Qt.callLater(refit)
    Component.onCompleted: {
        isComplete = true;
        refit();
    }

    Connections {
        target: Theme

        function onTextScaleChanged(): void {
            root.change();
        }

        function onIsHighContrastChanged(): void {
            if (root.hasPicture && root.isPictureBehind)
                root.change();
        }
    }

    Connections {
        target: Narration
        enabled: root.visible

        function onSentenceChanged(): void {
            root.follow();
        }
    }

    Component {
        id: marking

        Mark {}
    }

    Timer {
        id: later

        interval: 100
        onTriggered: root.refit()
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.orbitReach
        visible: root.isDark
        color: root.veil
    }

    Backdrop {
        id: backdrop

        anchors.fill: parent
        anchors.margins: -Theme.orbitReach
        source: root.isBehind ? root.picture : ""
        alt: root.pictureAlt
        veil: root.veil
        isMirrored: root.isMirrored
        textTop: root.contentTop / Math.max(1, root.height)
        textEnd: root.yielding > 0 ? 1 : (root.area.x + root.area.width * root.veilShare) / Math.max(1, root.width)
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

    Parts {
        id: sheet

        anchors.fill: parent
        room: root.textArea
        corner: Qt.point(root.isMirrored ? root.wholeTextArea.x - root.overhang : root.wholeTextArea.x + root.wholeTextArea.width + root.overhang, root.wholeTextArea.y + root.wholeTextArea.height)
        isMirrored: root.isMirrored
        language: root.language
        ink: root.isDark ? Theme.accentInkSoft : Theme.inkSoft
    }
}
