pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import KioskBridge as Bridge

// The whole picture: the deck of slides under header and footer, what opens above them, and who touches it.
FocusScope {
    id: root

    required property Bridge.ShowViewModel show

    // A StaffViewModel, which comes after the start.
    property QtObject staff: null
    property point orbit: Qt.point(0, 0)
    property bool isSparing: false
    property bool isMouseInUse: false

    readonly property bool hasSlides: show.current !== null
    // What lies under a panel or a question can neither be used nor is it read aloud: it is disabled.
    readonly property bool isAsking: show.isWarning || show.isCleaning || show.isAsleep
    readonly property bool isCovered: show.panel !== "" || show.isServed || isAsking

    // The part that everybody reaches; a visitor can have everything come there. A new show may hang elsewhere.
    readonly property rect withinReach: show.screenHeight >= 0 ? show.reach(Qt.size(width, height)) : Qt.rect(0, 0, width, height)

    LayoutMirroring.enabled: show.isRightToLeft
    LayoutMirroring.childrenInherit: true

    focus: true

    onStaffChanged: {
        if (staff !== null)
            serving.setSource("Staff.qml", {
                show: root.show,
                staff: root.staff
            });
    }

    Keys.onPressed: event => {
        event.accepted = navigation.pressed(event);
    }

    Binding {
        target: Theme
        property: "turn"
        value: root.rotation
    }

    Binding {
        target: Theme
        property: "viewport"
        value: Qt.size(frame.width, frame.height)
    }

    Binding {
        target: Theme
        property: "isSparing"
        value: root.isSparing
    }

    Binding {
        target: Theme
        property: "textSize"
        value: root.show.textSize
    }

    Binding {
        target: Theme
        property: "isHighContrast"
        value: root.show.isHighContrast
    }

    Binding {
        target: Narration
        property: "sentence"
        value: root.show.sentence
    }

    Binding {
        target: Motion
        property: "isReduced"
        value: root.show.isMotionReduced
    }

    Binding {
        target: Theme
        property: "pixelsPerMillimetre"
        value: root.show.screenWidth > 0 ? Math.max(root.width, root.height) / Math.max(root.show.screenWidth, root.show.screenHeight) : 0
    }

    Binding {
        target: Theme
        property: "letterHeight"
        value: root.show.letterHeight
    }

    Binding {
        target: Theme
        property: "ownGround"
        value: root.show.ground
    }

    Binding {
        target: Theme
        property: "ownInk"
        value: root.show.ink
    }

    Binding {
        target: Theme
        property: "ownAccent"
        value: root.show.accent
    }

    Binding {
        target: Theme
        property: "ownAccentInk"
        value: root.show.accentInk
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    // Below all: what comes here was answered by nothing.
    PointHandler {
        acceptedDevices: PointerDevice.TouchScreen
        grabPermissions: PointerHandler.TakeOverForbidden
        onActiveChanged: {
            if (active)
                echo.answer(point.position);
        }
    }

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.NoButton
        cursorShape: Qt.BlankCursor
    }

    HoverHandler {
        // Where it was last seen in this visit; not on the screen before that.
        property point last: Qt.point(-1, -1)

        acceptedDevices: PointerDevice.Mouse
        // In rotation nobody asks where the mouse is: it would be looked for on every frame.
        enabled: root.show.isVisit
        cursorShape: root.isMouseInUse ? Qt.ArrowCursor : Qt.BlankCursor
        onPointChanged: {
            // A mouse at rest is heard too, whenever something opens or closes under it.
            const isKnown = last.x >= 0;
            const way = Qt.vector2d(point.scenePosition.x - last.x, point.scenePosition.y - last.y).length();
            last = hovered ? point.scenePosition : Qt.point(-1, -1);
            if (root.show.isVisit && hovered && isKnown && way > 0) {
                root.isMouseInUse = true;
                resting.restart();
                root.show.moved();
            }
        }
    }

    // The arrow goes when the mouse rests; on a touch screen it never comes.
    Timer {
        id: resting

        interval: 3000
        onTriggered: root.isMouseInUse = false
    }

    WheelHandler {
        orientation: Qt.Vertical
        onWheel: event => {
            if (!deck.scroll(event.angleDelta.y))
                root.show.scrolled(event.angleDelta.y);
        }
    }

    Item {
        id: frame

        y: root.show.isLow ? root.withinReach.y : 0
        width: root.width
        height: root.show.isLow ? root.withinReach.height : root.height

        Deck {
            id: deck

            anchors.fill: parent
            visible: root.hasSlides
            enabled: !root.isCovered
            show: root.show
            orbit: root.orbit

            Accessible.role: Accessible.Grouping
            Accessible.name: root.show.overview.title(root.show.position)
            Accessible.ignored: !enabled

            Connections {
                target: root.show

                // Who turns a page without seeing it hears which it is; the rotation speaks to nobody.
                function onCurrentChanged(): void {
                    if (root.show.isVisit)
                        deck.Accessible.announce(root.show.overview.title(root.show.position), Accessible.Polite);
                }
            }
        }

        Header {
            x: deck.stand.x
            y: deck.stand.y
            width: parent.width
            visible: deck.front !== null && root.hasSlides && !deck.isWide
            title: deck.front !== null ? deck.front.title : ""
            logo: root.show.logo
            section: deck.front !== null ? deck.front.section : ""
            enabled: !root.isCovered
            isDark: false
            isDimmed: deck.isDimmed
        }

        Footer {
            id: footer

            x: deck.stand.x
            width: parent.width
            anchors.bottom: parent.bottom
            anchors.bottomMargin: -deck.stand.y
            visible: deck.front !== null && root.hasSlides
            show: root.show
            enabled: !root.isCovered
            isDark: deck.isDark
            isOverFade: deck.isFading
        }

        // By the name of its file: a start need not read them all.
        Loader {
            id: panel

            readonly property string opened: root.show.panel

            anchors.fill: parent
            focus: opened !== "" && !root.show.isServed
            enabled: !root.isAsking && !root.show.isServed
            onOpenedChanged: {
                switch (opened) {
                case "overview":
                    return setSource("Overview.qml", {
                        show: root.show
                    });
                case "languages":
                    return setSource("Languages.qml", {
                        show: root.show
                    });
                case "search":
                    return setSource("Search.qml", {
                        show: root.show
                    });
                case "comfort":
                    return setSource("Comfort.qml", {
                        show: root.show,
                        canComeDown: root.withinReach.height < 0.95 * root.height
                    });
                case "picture":
                    return setSource("PictureView.qml", {
                        show: root.show,
                        firstZoom: deck.pictureZoom,
                        firstPlace: deck.pictureSpot
                    });
                case "take-away":
                    return setSource("TakeAway.qml", {
                        show: root.show
                    });
                }
                source = "";
            }
        }

        Navigation {
            id: navigation

            anchors.fill: parent
            show: root.show
            deck: deck
            isPanelOpen: root.show.panel !== "" || root.show.isServed
            scopes: root.show.isServed ? [serving] : isPanelOpen ? [panel] : [deck, footer]
        }

        Loader {
            anchors.fill: parent
            active: root.show.isWarning
            sourceComponent: IdleWarning {
                questions: root.show.idleQuestions
                explanations: root.show.idleExplanations
                secondsLeft: root.show.secondsLeft
                seconds: root.show.warningSeconds
                onKept: root.show.touched()
            }
        }

        Fallback {
            anchors.fill: parent
            visible: !root.hasSlides
            title: root.show.title
            orbit: root.orbit
        }

        Loader {
            id: serving

            anchors.fill: parent
            focus: root.show.isServed
            enabled: !root.isAsking
        }

        FocusRing {
            control: navigation.isInUse && !root.isAsking ? navigation.current : null
        }
    }

    TouchEcho {
        id: echo

        anchors.fill: parent

        // Above all: every touch is heard, whatever it lands on.
        PointHandler {
            acceptedButtons: Qt.AllButtons
            grabPermissions: PointerHandler.TakeOverForbidden
            onActiveChanged: {
                if (active) {
                    navigation.rest();
                    if (point.device.type !== PointerDevice.Mouse)
                        root.isMouseInUse = false;
                    root.show.touched();
                }
            }
            onPointChanged: {
                if (active)
                    root.show.moved();
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.show.isCleaning
        sourceComponent: CleaningNote {
            notes: root.show.cleaningNotes
            secondsLeft: root.show.secondsLeft
            seconds: root.show.cleaningSeconds
        }
    }

    // The display is off; this is for those that cannot be turned off.
    Rectangle {
        anchors.fill: parent
        visible: root.show.isAsleep
        color: "black"
    }
}
