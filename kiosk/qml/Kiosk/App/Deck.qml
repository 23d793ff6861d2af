pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import KioskBridge as Bridge

// The slide on the screen, the one coming in, and the neighbours made ready beside them.
// A slide is revealed when it is ready, never before: the old one stands until then.
Item {
    id: root

    required property Bridge.ShowViewModel show

    // Where the next slide is to stand, and where the one on the screen does, with header and footer.
    required property point orbit
    property point stand: Qt.point(0, 0)
    readonly property bool isDimmed: Theme.isSparing && !show.isVisit

    readonly property list<SlideSlot> slots: [first, second, third]
    property SlideSlot front: null
    property SlideSlot incoming: null
    // What follows the finger beside the front slide.
    property SlideSlot neighbour: null

    readonly property bool isFading: fade.running || isPriming
    property bool isPriming: false
    // On its way to the screen: the show hears of it when the frame is there.
    property Bridge.SlideViewModel arriving: null
    // A finger has the slide, or it goes on its way after one let go.
    property bool isHeld: false
    property bool isTurning: false
    readonly property bool isSwiping: isHeld || settle.running
    readonly property list<SlideSlot> seen: slots.filter(slot => slot.visible)
    readonly property bool isWide: seen.some(slot => slot.fillsScreen || slot.section !== seen[0].section || slot.title !== seen[0].title)
    // What any slide on the screen draws in: nothing else is painted anew while they fade or move.
    readonly property rect band: {
        const top = Math.floor(Math.min(...seen.map(slot => slot.ink.y)));
        const bottom = Math.ceil(Math.max(...seen.map(slot => slot.ink.y + slot.ink.height)));
        return seen.length > 0 ? Qt.rect(0, top, width, bottom - top) : Qt.rect(0, 0, 0, 0);
    }
    readonly property bool isDark: front !== null && front.item !== null && (incoming !== null && incoming.visible ? incoming : front).item.isDark
    // Whether what turns parts is meant for the slide on the screen.
    readonly property bool hasParts: front !== null && front.slide === show.current && front.item !== null && front.item.parts > 1 && !isFading && show.isVisit && !show.isWarning && !show.isCleaning && show.panel === ""
    readonly property int direction: show.isRightToLeft ? -1 : 1

    // A picture to look at closely.
    readonly property bool hasPicture: front !== null && front.item !== null && front.slide.isEnlargeable
    readonly property rect picturePlace: hasPicture ? front.item.picturePlace : Qt.rect(0, 0, 0, 0)
    // How the picture opens: enlarged by so much, round a place in it, from 0 to 1 across and down.
    property real pictureZoom: 1
    property point pictureSpot: Qt.point(0.5, 0.5)

    function openPicture(zoom: real, spot: point): void {
        pictureZoom = zoom;
        pictureSpot = spot;
        show.openPicture();
    }

    // Opens the picture enlarged round a point of the screen, if it is there.
    function lookCloselyAt(point: point): void {
        const spot = Qt.point((point.x - picturePlace.x) / picturePlace.width, (point.y - picturePlace.y) / picturePlace.height);
        if (hasPicture && enabled && !isSwiping && Math.min(spot.x, spot.y) >= 0 && Math.max(spot.x, spot.y) <= 1)
            openPicture(2, spot);
    }

    // The slot that holds a slide, or else one that now begins to: rather not one that is wanted soon.
    function slotFor(slide: Bridge.SlideViewModel): SlideSlot {
        const holding = slots.find(slot => slot.slide === slide);
        if (holding)
            return holding;
        const free = slots.filter(slot => slot !== front && slot !== incoming && slot !== neighbour);
        const chosen = free.find(slot => slot.slide !== show.current && slot.slide !== show.following) ?? free[0] ?? null;
        if (chosen !== null)
            chosen.slide = slide;
        return chosen;
    }

    // A slide that is no longer near is let go before the show lets go of it.
    function dropStale(): void {
        for (const slot of slots)
            if (slot !== front && slot !== neighbour && slot.slide !== show.current && slot.slide !== show.following)
                slot.slide = null;
    }

    function request(): void {
        // A swipe that turned goes to its end first.
        if (isTurning)
            return;
        if (settle.running) {
            settle.complete();
            return;
        }
        if (isFading)
            finish();
        if (isHeld)
            comeToRest();
        if (show.current === null)
            return;
        if (front !== null && front.slide === show.current) {
            incoming = null;
            show.presented(show.current);
            prepareNeighbours();
            return;
        }
        incoming = null;
        dropStale();
        incoming = slotFor(show.current);
        patience.restart();
        revealWhenReady();
    }

    function revealWhenReady(): void {
        if (incoming === null || isFading)
            return;
        if (incoming.isBroken) {
            patience.stop();
            show.failed(incoming.slide);
        } else if (incoming.isReady) {
            reveal();
        }
    }

    function reveal(): void {
        // What is asked for meanwhile takes its place.
        if (breath.running && front !== null && front.slide.slideId !== incoming.slide.slideId && (incoming.fillsScreen || front.fillsScreen))
            return;
        breath.restart();
        patience.stop();
        incoming.shift = 0;
        incoming.orbit = orbit;
        // In a visit another language is there at once, with the words on all controls.
        const isTranslation = show.isVisit && front !== null && front.slide.language !== incoming.slide.language;
        if (front === null || isTranslation || Motion.isNone) {
            arriving = incoming.slide;
            finish();
            return;
        }
        if (incoming.slide.slideId !== front.slide.slideId)
            incoming.item.arrivalPrepared();
        front.z = 0;
        incoming.z = 1;
        // Almost nothing of it shows, but it is drawn: the fade begins when that frame is on the screen.
        incoming.opacity = 0.004;
        incoming.visible = true;
        front.isMoving = true;
        incoming.isMoving = true;
        isPriming = true;
        arriving = incoming.slide;
    }

    function finish(): void {
        isPriming = false;
        fade.stop();
        const old = front;
        front = incoming;
        incoming = null;
        front.opacity = 1;
        front.visible = true;
        front.isMoving = false;
        stand = front.orbit;
        if (old !== null && old !== front)
            old.leave();
        front.item.arrived();
        if (front.item.isBelowFloor)
            show.crowded(front.slide, front.item.size(0));
        if (!show.isVisit)
            dropStale();
        preparation.restart();
    }

    // The next slide is made before it is due; the one before too, while somebody browses.
    function prepareNeighbours(): void {
        slotFor(show.following);
        if (show.isVisit)
            slotFor(show.preceding);
    }

    function beginSwipe(): void {
        if (isFading)
            finish();
        settle.complete();
        isHeld = true;
        front.isMoving = true;
        prepareNeighbours();
    }

    function swipe(distance: real): void {
        const isForward = distance * direction < 0;
        const slide = isForward ? show.following : show.preceding;
        const slot = settle.turns ? neighbour : slots.find(candidate => candidate.slide === slide && candidate !== front && candidate.isReady) ?? null;
        if (neighbour !== slot) {
            if (neighbour !== null)
                neighbour.leave();
            neighbour = slot;
            if (slot !== null) {
                slot.opacity = 1;
                slot.visible = true;
                slot.isMoving = true;
            }
        }
        front.shift = slot === null ? rubber(distance) : distance;
        if (slot !== null)
            slot.shift = distance + (distance < 0 ? width : -width);
    }

    // With nothing to come the slide follows the finger less and less, and never by more than a third.
    function rubber(distance: real): real {
        const way = Math.abs(distance) / width;
        return Math.sign(distance) * width * way / (2 + 3 * way);
    }

    // `velocity` in pixels a second, as the finger leaves. A swipe that was taken back turns nothing; what was not
    // ready beside the slide comes by a fade, once this one is back.
    function endSwipe(isDone: bool, distance: real, velocity: real): void {
        if (!isHeld)
            return;
        isHeld = false;
        // A tap that slips is no swipe.
        const isQuick = Math.abs(velocity) > 0.6 * width && Math.abs(distance) > 4 * Theme.unit;
        const isFar = Math.abs(distance) > width / 3;
        const turns = isDone && (isQuick ? velocity * distance > 0 : isFar);
        const step = !turns ? 0 : distance * direction < 0 ? 1 : -1;
        settle.turns = turns && neighbour !== null;
        settle.from = neighbour !== null ? distance : front.shift;
        settle.to = settle.turns ? Math.sign(distance) * width : 0;
        settle.duration = settleTime(settle.to - settle.from, velocity);
        // The show hears of it at once, so that a tap while the slide still moves counts from the new one.
        isTurning = true;
        if (step > 0)
            show.next();
        else if (step < 0)
            show.previous();
        isTurning = false;
        settle.restart();
    }

    // The curve begins at three times its mean speed: so the slide leaves the finger as fast as that was.
    function settleTime(way: real, velocity: real): int {
        const asFast = velocity * way > 0 ? 3000 * way / velocity : Motion.settle;
        return Math.max(Motion.settle / 2, Math.min(asFast, 1.5 * Motion.settle));
    }

    function comeToRest(): void {
        const old = front;
        isHeld = false;
        if (settle.turns && neighbour !== null) {
            front = neighbour;
            neighbour = null;
            old.visible = false;
        }
        settle.turns = false;
        if (neighbour !== null) {
            neighbour.leave();
            neighbour = null;
        }
        old.shift = 0;
        old.isMoving = false;
        front.shift = 0;
        front.isMoving = false;
    }

    // Page keys turn the parts of a slide in large type, and slides where there is none left.
    function turnPart(key: int): bool {
        const step = key === Qt.Key_PageDown ? 1 : key === Qt.Key_PageUp ? -1 : 0;
        return step !== 0 && hasParts && front.item.turnPart(step);
    }

    function scroll(delta: int): bool {
        return hasParts && front.item.scroll(delta);
    }

    Component.onCompleted: request()

    // Between slides it waits for the next one.
    onOrbitChanged: {
        if (front !== null && incoming === null && !isSwiping) {
            front.orbit = orbit;
            stand = orbit;
        }
    }

    Connections {
        target: root.front !== null ? root.front.item : null

        function onPartChanged(): void {
            root.show.moved();
        }
    }

    Connections {
        target: root.show

        function onCurrentChanged(): void {
            root.request();
        }

        function onStageChanged(): void {
            if (root.show.panel !== "picture") {
                root.pictureZoom = 1;
                root.pictureSpot = Qt.point(0.5, 0.5);
            }
            if (root.show.isVisit && root.front !== null && !root.isFading && !root.isSwiping)
                root.prepareNeighbours();
        }
    }

    Connections {
        target: root.incoming

        function onIsReadyChanged(): void {
            root.revealWhenReady();
        }

        function onIsBrokenChanged(): void {
            root.revealWhenReady();
        }
    }

    Connections {
        target: root.Window.window
        enabled: root.arriving !== null

        function onFrameSwapped(): void {
            const slide = root.arriving;
            root.arriving = null;
            if (root.isPriming) {
                root.isPriming = false;
                fade.restart();
            }
            root.show.presented(slide);
        }
    }

    Timer {
        id: breath

        interval: Motion.breath
        onTriggered: root.revealWhenReady()
    }

    // A picture that never comes must not hold up the show.
    Timer {
        id: patience

        interval: 5000
        onTriggered: {
            if (root.incoming !== null && root.incoming.item !== null)
                root.reveal();
            else if (root.incoming !== null)
                root.show.failed(root.incoming.slide);
        }
    }

    // In rotation shortly before it is due, since a slide with its picture takes memory; in a visit soon, but not
    // before the slide that has just come is drawn.
    Timer {
        id: preparation

        interval: root.show.isVisit ? 100 : Math.max(100, 1000 * root.show.stay - Motion.fade - 800)
        onTriggered: root.prepareNeighbours()
    }

    NumberAnimation {
        id: fade

        target: root.incoming
        property: "opacity"
        // Not from nothing: what is wholly transparent is not drawn, and would have to be drawn first again.
        from: 0.004
        to: 1
        duration: Motion.fade
        easing.type: Easing.InOutSine
        onFinished: root.finish()
    }

    NumberAnimation {
        id: settle

        property bool turns: false
        property real distance: 0

        target: settle
        property: "distance"
        easing.type: Easing.OutCubic
        onDistanceChanged: {
            if (running && root.neighbour !== null)
                root.swipe(distance);
            else if (running)
                root.front.shift = distance;
        }
        onFinished: {
            root.comeToRest();
            root.request();
        }
    }

    UprightDrag {
        id: drag

        property real lastDistance: 0
        property real lastVelocity: 0

        function follow(distance: real): void {
            lastDistance = distance;
            lastVelocity = Theme.upright(centroid.velocity).x;
            root.swipe(distance);
        }

        isUpAndDown: false
        dragThreshold: Math.round(1.2 * Theme.unit)
        enabled: root.front !== null && !root.show.isWarning && root.show.panel === ""
        onActiveChanged: {
            if (active) {
                root.beginSwipe();
                follow(firstWay().x);
            } else {
                Qt.callLater(root.endSwipe, false, lastDistance, 0);
            }
        }
        // A finger that leaves lets go by itself; all else that ends a swipe takes it back. One that has come to rest
        // throws nothing: the panel tells when it moved, in milliseconds, and a busy machine hears of it late.
        onGrabChanged: (transition, point) => {
            if (transition === PointerDevice.UngrabExclusive)
                root.endSwipe(point.state === EventPoint.Released, lastDistance, point.timestamp - point.lastTimestamp > 100 ? 0 : lastVelocity);
        }
        onCanceled: root.endSwipe(false, lastDistance, 0)
        onWayChanged: {
            if (active && root.isHeld)
                follow(way.x);
        }
    }

    Taps {
        id: taps

        onTappedTwice: place => root.lookCloselyAt(place)
    }

    PinchHandler {
        target: null
        enabled: root.hasPicture && !root.isSwiping
        onActiveChanged: taps.isTap = false
        onActiveScaleChanged: {
            if (active && activeScale > 1.15)
                root.lookCloselyAt(centroid.position);
        }
    }

    component Slot: SlideSlot {
        background: root.show.background
        isWide: root.isWide
        band: root.band
        logo: root.show.logo
        isDimmed: root.isDimmed
    }

    Slot {
        id: first
    }

    Slot {
        id: second
    }

    Slot {
        id: third
    }

    PictureButton {
        z: 2
        visible: root.show.isVisit && root.hasPicture && !root.isFading && !root.isSwiping
        slide: root.front !== null ? root.front.item : null
        isAtLeft: root.show.isRightToLeft
        onVisibleChanged: findPlace()
        onChosen: root.openPicture(1, Qt.point(0.5, 0.5))
    }
}
