import QtQuick
import Kiosk.Slides
import Kiosk.Theme
import KioskBridge as Bridge

// A place for one slide. It covers the whole screen where that changes, else only the band that the deck names.
Item {
    id: root

    required property url background
    required property bool isWide
    required property rect band
    required property url logo
    property Bridge.SlideViewModel slide: null
    // The show keeps what a place holds.
    property Bridge.SlideViewModel held: null
    property bool isMoving: false
    property real shift: 0
    // By how much the slide stands aside; what fills the screen is larger by as much.
    property point orbit: Qt.point(0, 0)
    property bool isDimmed: false

    property Slide item: null
    readonly property bool isReady: slide !== null && item !== null && item.isReady && ground.status !== Image.Loading && header.isReady
    property bool isBroken: false
    readonly property string title: slide !== null ? slide.showTitle : ""
    readonly property string section: slide !== null ? slide.section : ""
    readonly property rect ink: item !== null ? Qt.rect(item.ink.x, item.ink.y + orbit.y, item.ink.width, item.ink.height) : Qt.rect(0, 0, 0, 0)
    readonly property bool fillsScreen: item !== null && item.fillsScreen

    // Off the screen, ready to come again.
    function leave(): void {
        visible = false;
        isMoving = false;
    }

    x: shift
    y: isWide ? 0 : band.y
    width: Theme.viewport.width
    height: isWide ? Theme.viewport.height : band.height
    visible: false
    enabled: visible
    // Moving, the slide is one finished picture; resting, it is drawn in place and costs no second copy.
    layer.enabled: isMoving

    LayoutMirroring.enabled: slide !== null && slide.isRightToLeft
    LayoutMirroring.childrenInherit: true

    onSlideChanged: {
        if (held !== null)
            held.letGo();
        if (slide !== null)
            slide.hold();
        held = slide;
        if (item !== null) {
            item.visible = false;
            item.destroy();
        }
        item = null;
        isBroken = false;
        if (slide === null)
            return;
        slide.preferTypeface();
        const name = slide.kind.charAt(0).toUpperCase() + slide.kind.slice(1);
        // Not by a Loader: that never lets go of what it is given to begin with.
        item = Qt.createComponent(`../Slides/${name}Slide.qml`).createObject(place, {
            slide: slide,
            language: slide.language,
            width: Theme.viewport.width,
            height: Theme.viewport.height
        }) as Slide;
        isBroken = item === null;
        if (item !== null)
            item.anchors.fill = place;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Image {
        id: ground

        x: root.orbit.x - Theme.orbitReach
        y: root.orbit.y - root.y - Theme.orbitReach
        width: Theme.viewport.width + 2 * Theme.orbitReach
        height: Theme.viewport.height + 2 * Theme.orbitReach
        source: Theme.isHighContrast ? "" : root.background
        sourceSize: Qt.size(width, height)
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
    }

    Item {
        id: place

        x: root.orbit.x
        y: root.orbit.y - root.y
        width: Theme.viewport.width
        height: Theme.viewport.height
    }

    // Where the header changes with the slide it belongs to the picture that fades; else the stage's own stands still.
    Header {
        id: header

        x: root.orbit.x
        y: root.orbit.y
        width: parent.width
        visible: root.isWide
        title: root.title
        logo: root.logo
        section: root.section
        isDark: root.item !== null && root.item.isDark
        isOnPicture: root.item !== null && root.item.isBehind
        isDimmed: root.isDimmed
    }
}
