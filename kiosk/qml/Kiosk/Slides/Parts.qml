pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme

// What a kind puts on its slide. Where type is too large for all of it at once it is shown in parts, a screenful
// each, that begin and end between lines and figures.
Item {
    id: root

    default property alias content: page.data

    property bool isDivided: false
    // Where a part is shown.
    required property rect room
    // Where the controls stand: their outer edge, and how far down they reach.
    required property point corner
    required property bool isMirrored
    required property string language
    // Of the place, by the controls.
    required property color ink

    // The top and the bottom of each part, from the top of the content.
    property list<point> sheets: []
    property int part: 0
    // How far the content is scrolled.
    property real offset: 0

    property int turned: 0

    readonly property int count: isDivided ? sheets.length : 1
    readonly property bool isMoving: drag.active || settle.running

    function topOf(number: int): real {
        return Math.floor(sheets[number]?.x ?? 0);
    }

    function show(number: int): void {
        if (!isDivided || number < 0 || number >= count)
            return;
        part = number;
        settle.from = offset;
        settle.to = topOf(number);
        settle.restart();
    }

    // One part on or back; whether there is one.
    function turn(step: int): bool {
        if (!isDivided || part + step < 0 || part + step >= count)
            return false;
        show(part + step);
        return true;
    }

    // A wheel turned, in eighths of a degree; a notch of 15 degrees is a part. Whether there is one that way.
    function scroll(delta: int): bool {
        const step = delta < 0 ? 1 : -1;
        if (!isDivided || part + step < 0 || part + step >= count) {
            turned = 0;
            return false;
        }
        turned += delta;
        if (Math.abs(turned) >= 120) {
            turned = 0;
            show(part + step);
        }
        return true;
    }

    function reset(): void {
        settle.stop();
        part = 0;
        offset = topOf(0);
    }

    // Brings a height of the content into view.
    function bring(height: real): void {
        const number = sheets.findIndex(sheet => height < sheet.y);
        if (number >= 0 && number !== part)
            show(number);
    }

    // How far down the content an item is.
    function heightOf(item: Item): real {
        return item.mapToItem(page, 0, 0).y + (isDivided ? offset : 0);
    }

    // What must not be cut: for each line, figure or picture where it begins and ends, and whether it needs the next.
    function pieces(item: Item): var {
        const label = item as Label;
        // Not asked whether it is visible: before its slide is shown, nothing is.
        if (item.height <= 0 || label !== null && label.text === "")
            return [];
        const top = heightOf(item);
        if (label !== null) {
            const lines = label.lines().map(line => [top + line[0], top + line[1], false]);
            // No line of a paragraph stands alone.
            const joined = lines.length > 3 ? [join(lines.slice(0, 2)), ...lines.slice(2, -2), join(lines.slice(-2))] : [join(lines)];
            joined[joined.length - 1][2] = label.isHeading;
            return joined;
        }
        const isWhole = item instanceof FigureCell || item instanceof LinkCard || item instanceof DetailLine || item.children.length === 0;
        if (isWhole && item.height <= room.height)
            return [[top, top + item.height, item instanceof Rectangle]];
        return piecesWithin(item);
    }

    function piecesWithin(item: Item): var {
        const found = [];
        for (const child of item.children)
            found.push(...pieces(child));
        return found;
    }

    function join(lines: var): var {
        return [lines[0][0], lines[lines.length - 1][1], false];
    }

    // The parts no higher than a limit.
    function cut(all: var, limit: real): list<point> {
        const found = [];
        const end = Math.max(...all.map(piece => piece[1]));
        let top = all[0][0];
        while (top < end && found.length < 99) {
            let bottom = Math.min(end, top + limit);
            let cutting = null;
            while ((cutting = all.find(piece => piece[0] < bottom - 1 && piece[1] > bottom + 1 && piece[0] > top + 1)) !== undefined)
                bottom = cutting[0];
            const within = all.filter(piece => piece[0] > top - 1 && piece[0] < bottom - 1);
            found.push(Qt.point(top, Math.max(...within.map(piece => piece[1]))));
            top = Math.min(end, ...all.filter(piece => piece[0] > bottom - 1).map(piece => piece[0]));
        }
        return found;
    }

    // Makes parts of about the same height.
    function divide(): void {
        settle.stop();
        offset = 0;
        part = 0;
        const all = piecesWithin(page).sort((one, other) => one[0] - other[0]);
        // From the last on, so that a line over a heading keeps both with what follows.
        for (let index = all.length - 1; index >= 0; --index) {
            const piece = all[index];
            const isBeside = all.some(other => other !== piece && other[0] <= piece[0] && other[1] >= piece[1]);
            const next = all.slice(index + 1).find(other => other[0] >= piece[1] - 1);
            if (!piece[2] || isBeside || next === undefined)
                continue;
            const row = all.slice(index + 1).filter(other => Math.abs(other[0] - next[0]) < 1);
            const end = Math.max(...row.map(other => other[1]));
            if (end - piece[0] <= room.height)
                piece[1] = end;
        }
        let kept = cut(all, room.height);
        let least = room.height / 2;
        let limit = room.height;
        for (let step = 0; step < 6; ++step) {
            const middle = (least + limit) / 2;
            const sheets = cut(all, middle);
            if (sheets.length === kept.length && sheets.every(sheet => sheet.y - sheet.x <= room.height)) {
                kept = sheets;
                limit = middle;
            } else {
                least = middle;
            }
        }
        sheets = kept;
        offset = topOf(0);
    }

    // The next visitor to come by begins at the beginning.
    onVisibleChanged: if (!visible)
        reset()

    Item {
        id: page

        y: root.isDivided ? root.room.y : 0
        width: root.width
        height: {
            if (!root.isDivided)
                return root.height;
            const sheet = root.sheets[root.part];
            return root.isMoving || !sheet ? root.room.height : Math.ceil(sheet.y - root.topOf(root.part));
        }
        clip: root.isDivided
    }

    Loader {
        x: root.corner.x - (root.isMirrored ? 0 : width)
        y: root.corner.y - height
        active: root.isDivided
        sourceComponent: PartControls {
            // None on the small picture of a slide.
            visible: root.enabled
            part: root.part
            parts: root.count
            ink: root.ink
            language: root.language
            isMirrored: root.isMirrored
            onChosen: part => root.show(part)
        }
    }

    NumberAnimation {
        id: settle

        target: root
        property: "offset"
        duration: Motion.settle
        easing.type: Easing.OutCubic
    }

    UprightDrag {
        id: drag

        property real start: 0
        property real distance: 0

        function follow(along: real): void {
            distance = along;
            const isEnd = distance > 0 ? root.part === 0 : root.part === root.count - 1;
            root.offset = start - (isEnd ? distance / 4 : distance);
        }

        isAcross: false
        enabled: root.isDivided
        // Once the finger moves up or down it turns no page.
        grabPermissions: PointerHandler.CanTakeOverFromItems | PointerHandler.CanTakeOverFromHandlersOfDifferentType
        onActiveChanged: {
            if (active) {
                settle.stop();
                start = root.offset;
                follow(firstWay().y);
            } else if (!root.turn(Math.abs(distance) > root.room.height / 8 ? -Math.sign(distance) : 0)) {
                root.show(root.part);
            }
        }
        onWayChanged: {
            if (active)
                follow(way.y);
        }
    }
}
