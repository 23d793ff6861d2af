pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import KioskBridge as Bridge

// Leads the focus from control to control: by arrows to the nearest one in that direction, by Tab in reading order.
// Every key comes here, and what is none of the focus's goes on to the show.
Item {
    id: root

    required property Bridge.ShowViewModel show
    required property Deck deck
    // Where the controls are that can be used now, in the order in which they are entered.
    required property list<Item> scopes
    // A panel keeps the focus; from the controls of a slide it goes back to the slide.
    required property bool isPanelOpen

    // Whether somebody steers by keys: the focus is seen only then.
    property bool isInUse: false
    readonly property Control current: Window.activeFocusItem as Control
    // The control that opened the panel: the focus returns to it.
    property Control opener: null

    // A key came; whether it had a meaning.
    function pressed(event: KeyEvent): bool {
        isInUse = true;
        // Held down, a key goes on moving, turning and typing, but neither presses nor steps out again and again.
        if (event.isAutoRepeat && isPressing(event.key)) {
            show.moved();
            return true;
        }
        if (!show.isVisit && !show.isServed || show.isWarning || show.isCleaning)
            return show.pressed(event.key);
        show.moved();
        // Whoever types has no key of the screen's in focus: Enter is then the search's.
        if (show.typed(event.text))
            return leave();
        if (move(event) || !isPanelOpen && deck.turnPart(event.key))
            return true;
        // Slides are turned by a key held down no faster than they are seen.
        if (event.isAutoRepeat && turned.running)
            return true;
        turned.restart();
        return show.pressed(event.key);
    }

    // Somebody touches the screen: nothing is in focus then.
    function rest(): void {
        isInUse = false;
        opener = null;
        leave();
    }

    function isPressing(key: int): bool {
        return [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Select, Qt.Key_Space, Qt.Key_Menu, Qt.Key_Escape, Qt.Key_Back].includes(key);
    }

    function move(event: KeyEvent): bool {
        const isUsed = usable().includes(current);
        switch (event.key) {
        case Qt.Key_Left:
            return (isUsed || isPanelOpen) && go("left");
        case Qt.Key_Right:
            return (isUsed || isPanelOpen) && go("right");
        case Qt.Key_Down:
            return go("down");
        case Qt.Key_Up:
            return (isUsed || isPanelOpen) && go("up");
        case Qt.Key_Tab:
            return step(1);
        case Qt.Key_Backtab:
            return step(-1);
        case Qt.Key_PageDown:
            return isPanelOpen && step(1);
        case Qt.Key_PageUp:
            return isPanelOpen && step(-1);
        case Qt.Key_Home:
            return isPanelOpen && begin();
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Select:
        case Qt.Key_Space:
            return isUsed && press();
        case Qt.Key_Escape:
        case Qt.Key_Back:
            return isUsed && !isPanelOpen && leave();
        default:
            return false;
        }
    }

    function press(): bool {
        const control = current;
        const wasOpen = isPanelOpen;
        control.chosen();
        if (isPanelOpen && !wasOpen)
            opener = control;
        return true;
    }

    function follow(): void {
        if (!isInUse)
            return;
        if (isPanelOpen)
            begin();
        else if (usable().includes(opener))
            enter(opener);
        else
            leave();
    }

    // To the first control, or the one that says it is.
    function begin(): bool {
        for (const scope of scopes) {
            const controls = controlsOf(scope);
            if (controls.length > 0)
                return enter(controls.find(control => control.isFirst) ?? controls[0]);
        }
        return false;
    }

    function leave(): bool {
        if (current !== null)
            current.focus = false;
        return true;
    }

    // By Tab: in reading order, and from the last to the first.
    function step(way: int): bool {
        const all = usable();
        const from = all.indexOf(current);
        if (all.length === 0)
            return false;
        if (from < 0)
            return way > 0 ? begin() : enter(all[all.length - 1]);
        return enter(all[(from + way + all.length) % all.length]);
    }

    // By arrow: within what scrolls first, else among all that is in sight.
    function go(direction: string): bool {
        const all = usable();
        if (!all.includes(current))
            return begin();
        const view = viewOf(current);
        const beside = view === null ? null : nearestOf(all.filter(control => viewOf(control) === view), direction);
        const next = beside ?? nearestOf(all.filter(control => isInSight(control)), direction);
        if (next !== null)
            return enter(next);
        return direction === "up" && !isPanelOpen ? leave() : true;
    }

    function enter(control: Control): bool {
        bringIntoView(control);
        control.forceActiveFocus(Qt.TabFocusReason);
        return true;
    }

    function usable(): list<Control> {
        return [].concat(...Array.from(scopes).map(scope => controlsOf(scope)));
    }

    function controlsOf(item: Item): list<Control> {
        if (!item.visible || !item.enabled || item.opacity === 0)
            return [];
        if (item instanceof Control)
            return [item];
        settle(item);
        const children = Array.from(item.children);
        // A view has its rows in the order in which they were made.
        if (item.parent instanceof Flickable) {
            const across = (a, b) => show.isRightToLeft ? b.x - a.x : a.x - b.x;
            const down = (a, b) => a.y - b.y;
            const isInColumns = (item.parent as GridView)?.flow === GridView.FlowTopToBottom;
            children.sort((a, b) => isInColumns ? across(a, b) || down(a, b) : down(a, b) || across(a, b));
        }
        return [].concat(...children.map(child => controlsOf(child)));
    }

    // A view that has just opened or changed places its rows for the next frame only, and a key may come before it.
    function settle(item: Item): void {
        if (item instanceof GridView)
            (item as GridView).forceLayout();
        else if (item instanceof ListView)
            (item as ListView).forceLayout();
    }

    function placeOf(control: Item): rect {
        return control.mapToItem(root, 0, 0, control.width, control.height);
    }

    function nearestOf(controls: list<Control>, direction: string): Control {
        const others = controls.filter(control => control !== current);
        return others[nearest(others.map(control => placeOf(control)), placeOf(current), direction)] ?? null;
    }

    // Which of the boxes an arrow leads to, -1 for none: sideways along the line, up and down to the next line and
    // there to what is nearest.
    function nearest(boxes: list<rect>, origin: rect, direction: string): int {
        const isSideways = direction === "left" || direction === "right";
        const isBack = direction === "left" || direction === "up";
        // Seen in the direction of the arrow: where a box begins and ends, and where it lies across.
        const spans = [origin, ...boxes].map((box, index) => {
            const [start, end] = isSideways ? [box.left, box.right] : [box.top, box.bottom];
            const [low, high] = isSideways ? [box.top, box.bottom] : [box.left, box.right];
            return {
                index: index - 1,
                start: isBack ? -end : start,
                end: isBack ? -start : end,
                low,
                high
            };
        });
        const from = spans.shift();
        const gap = span => Math.max(0, span.low - from.high, from.low - span.high);
        const shift = span => Math.abs(span.low + span.high - from.low - from.high);
        const middle = span => (span.start + span.end) / 2;
        let ahead = spans.filter(span => span.start >= middle(from) && middle(span) > from.end);
        if (isSideways)
            ahead = ahead.filter(span => span.low < from.high && span.high > from.low);
        if (ahead.length === 0)
            return -1;
        const first = ahead.reduce((best, span) => span.start < best.start ? span : best);
        const line = ahead.filter(span => span.start < middle(first));
        return line.reduce((best, span) => gap(span) < gap(best) || gap(span) === gap(best) && shift(span) < shift(best) ? span : best).index;
    }

    // What scrolls a control, if anything does.
    function viewOf(control: Item): Flickable {
        for (let item = control.parent; item !== null; item = item.parent)
            if (item instanceof Flickable)
                return item;
        return null;
    }

    function isInSight(control: Item): bool {
        const view = viewOf(control);
        if (view === null)
            return true;
        const middle = control.mapToItem(view, control.width / 2, control.height / 2);
        return view.contains(middle);
    }

    function bringIntoView(control: Item): void {
        const view = viewOf(control);
        if (view === null)
            return;
        const box = control.mapToItem(view.contentItem, 0, 0, control.width, control.height);
        const across = Math.max(box.right - view.width, Math.min(view.contentX, box.left));
        const down = Math.max(box.bottom - view.height, Math.min(view.contentY, box.top));
        view.contentX = Math.max(view.originX, Math.min(across, view.originX + view.contentWidth - view.width));
        view.contentY = Math.max(view.originY, Math.min(down, view.originY + view.contentHeight - view.height));
    }

    onIsPanelOpenChanged: Qt.callLater(follow)

    Timer {
        id: turned

        interval: Motion.breath
    }

    Connections {
        target: root.show

        function onStageChanged(): void {
            if (!root.show.isVisit && !root.show.isServed)
                root.leave();
        }
    }
}
