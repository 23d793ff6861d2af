import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The picture of a slide, as large as the screen and up to four times larger. Fingers pinch, drag and tap; the
// controls and the keys do the same.
Rectangle {
    id: root

    required property Bridge.ShowViewModel show
    // How it opens: enlarged by so much, round a place in the picture, from 0 to 1 across and down.
    required property real firstZoom
    required property point firstPlace

    readonly property url source: show.current?.picture ?? ""
    readonly property string alt: show.current?.pictureAlt ?? ""

    readonly property real largestZoom: 4
    readonly property real step: 1.6
    // The picture decoded again, finer: up to so many pixels on its longer side, and so many bytes.
    readonly property real finestSide: 2.5 * Math.min(Theme.viewport.width, Theme.viewport.height)
    readonly property real mostBytes: 32 * 1024 * 1024

    readonly property bool isStacked: Theme.isFooterStacked
    readonly property real aspect: picture.implicitWidth > 0 ? picture.implicitWidth / Math.max(1, picture.implicitHeight) : 1
    readonly property size fitted: {
        const fittedWidth = Math.min(area.width, area.height * aspect);
        return Qt.size(Math.round(fittedWidth), Math.round(fittedWidth / aspect));
    }
    readonly property size finest: {
        const share = Math.min(finestSide / Math.max(1, fitted.width, fitted.height), Math.sqrt(mostBytes / 4 / Math.max(1, fitted.width * fitted.height)));
        return Qt.size(Math.round(fitted.width * Math.max(1, share)), Math.round(fitted.height * Math.max(1, share)));
    }

    // Where it goes: how much enlarged, and where its middle is from the middle of the area, in pixels.
    property real zoom: 1
    property point pan: Qt.point(0, 0)
    // Where it is on its way there.
    property real shownZoom: zoom
    property point shownPan: pan
    // A finger leads: nothing moves by itself.
    property bool isHeld: false
    property bool isOpen: false
    property bool isLookedAtClosely: false

    readonly property bool isEnlarged: zoom > 1.001

    color: Theme.ground

    Accessible.role: Accessible.Dialog
    Accessible.name: caption.text !== "" ? caption.text : qsTr("Picture")

    function between(value: real, least: real, most: real): real {
        return Math.max(least, Math.min(value, most));
    }

    // How far the picture can go to either side at an enlargement.
    function reach(scale: real): size {
        return Qt.size(Math.max(0, (fitted.width * scale - area.width) / 2), Math.max(0, (fitted.height * scale - area.height) / 2));
    }

    // A value within its bounds, or beyond them by less and less.
    function yielding(value: real, most: real): real {
        const beyond = Math.abs(value) - most;
        return beyond <= 0 ? value : Math.sign(value) * (most + beyond / (1 + 3 * beyond / Math.max(1, area.width)));
    }

    // Enlarges so that what lies under `from` comes under `to`, both in pixels from the middle of the area.
    function put(scale: real, from: point, to: point, isFree: bool): void {
        const next = isFree ? between(scale, 0.8, 1.15 * largestZoom) : between(scale, 1, largestZoom);
        const most = reach(next);
        const x = to.x - (from.x - pan.x) / zoom * next;
        const y = to.y - (from.y - pan.y) / zoom * next;
        zoom = next;
        pan = isFree ? Qt.point(yielding(x, most.width), yielding(y, most.height)) : Qt.point(between(x, -most.width, most.width), between(y, -most.height, most.height));
    }

    function zoomBy(factor: real): void {
        put(zoom * factor, Qt.point(0, 0), Qt.point(0, 0), false);
    }

    // Back within the bounds, after a finger went beyond them.
    function settle(): void {
        isHeld = false;
        zoomBy(1);
    }

    // By keys; whether there was more to see that way.
    function panBy(x: real, y: real): bool {
        const before = pan;
        const most = reach(zoom);
        pan = Qt.point(between(pan.x - x * area.width / 4, -most.width, most.width), between(pan.y - y * area.height / 4, -most.height, most.height));
        return Math.abs(pan.x - before.x) + Math.abs(pan.y - before.y) > 1;
    }

    function fromMiddle(point: point): point {
        return Qt.point(point.x - area.width / 2, point.y - area.height / 2);
    }

    // Once its proportions are known.
    function open(): void {
        if (isOpen || picture.status !== Image.Ready)
            return;
        const place = Qt.point((firstPlace.x - 0.5) * fitted.width, (firstPlace.y - 0.5) * fitted.height);
        put(firstZoom, place, Qt.point(0, 0), false);
        isOpen = true;
    }

    onIsEnlargedChanged: isLookedAtClosely = true
    Component.onCompleted: open()

    Keys.onPressed: event => {
        const ways = {
            [Qt.Key_Left]: [-1, 0],
            [Qt.Key_Right]: [1, 0],
            [Qt.Key_Up]: [0, -1],
            [Qt.Key_Down]: [0, 1]
        };
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            zoomBy(step);
        else if (event.key === Qt.Key_Minus)
            zoomBy(1 / step);
        else if (event.key in ways && shown.activeFocus)
            event.accepted = panBy(...ways[event.key]);
        else
            event.accepted = false;
    }

    Behavior on shownZoom {
        enabled: !root.isHeld && root.isOpen

        NumberAnimation {
            duration: Motion.settle
            easing.type: Easing.OutCubic
        }
    }

    Behavior on shownPan {
        enabled: !root.isHeld && root.isOpen

        PropertyAnimation {
            duration: Motion.settle
            easing.type: Easing.OutCubic
        }
    }

    Item {
        id: area

        width: parent.width
        height: bar.y
        clip: true

        Item {
            anchors.centerIn: parent
            anchors.horizontalCenterOffset: root.shownPan.x
            anchors.verticalCenterOffset: root.shownPan.y
            width: root.fitted.width
            height: root.fitted.height
            scale: root.shownZoom

            Image {
                id: picture

                anchors.fill: parent
                source: root.source
                sourceSize: Qt.size(Math.ceil(area.width), Math.ceil(area.height))
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                onStatusChanged: root.open()
            }

            // The same, finer: read once somebody looks closely, and kept no longer than that.
            Image {
                anchors.fill: parent
                source: root.isLookedAtClosely ? root.source : ""
                sourceSize: root.finest
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                cache: false
                visible: status === Image.Ready
            }
        }

        // For keys and for those who hear the screen; fingers have the handlers below.
        Control {
            id: shown

            anchors.fill: parent
            anchors.margins: Theme.gap
            name: root.alt !== "" ? root.alt : qsTr("Picture")
            isFirst: true
            radius: Theme.gap
            containmentMask: QtObject {
                function contains(point: point): bool {
                    return false;
                }
            }
            onChosen: root.zoom < root.largestZoom - 0.01 ? root.zoomBy(root.step) : root.zoomBy(1 / root.largestZoom)

            Accessible.role: Accessible.Graphic
        }

        PinchHandler {
            id: pinch

            property point last
            property real lastScale: 1

            target: null
            onActiveChanged: {
                taps.isTap = false;
                last = root.fromMiddle(centroid.position);
                lastScale = 1;
                root.isHeld = active;
                if (!active)
                    root.settle();
            }
            onUpdated: {
                const now = root.fromMiddle(centroid.position);
                root.put(root.zoom * activeScale / lastScale, last, now, true);
                last = now;
                lastScale = activeScale;
            }
        }

        UprightDrag {
            id: drag

            property point start

            function follow(by: vector2d): void {
                const most = root.reach(root.zoom);
                root.pan = Qt.point(root.yielding(start.x + by.x, most.width), root.yielding(start.y + by.y, most.height));
            }

            dragThreshold: Math.round(1.2 * Theme.unit)
            enabled: root.isEnlarged
            onActiveChanged: {
                taps.isTap = false;
                start = root.pan;
                root.isHeld = active;
                if (active)
                    follow(firstWay());
                else
                    root.settle();
            }
            onWayChanged: {
                if (active)
                    follow(way);
            }
        }

        // What is tapped comes to the middle, so that nobody has to drag.
        Taps {
            id: taps

            onTappedOnce: place => {
                if (root.isEnlarged)
                    root.put(root.zoom, root.fromMiddle(place), Qt.point(0, 0), false);
            }
            onTappedTwice: place => {
                const middle = root.fromMiddle(place);
                root.put(root.isEnlarged ? 1 : 2.5, middle, middle, false);
            }
        }
    }

    Rectangle {
        id: bar

        readonly property real padding: Math.round(2.5 * Theme.unit)

        anchors.bottom: parent.bottom
        width: parent.width
        height: 2 * padding + (root.isStacked ? Theme.target + (caption.visible ? caption.height + Theme.gap : 0) : Math.max(caption.height, Theme.target))
        color: Theme.ground

        Label {
            id: caption

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            y: root.isStacked ? bar.padding : (bar.height - height) / 2
            width: bar.width - 2 * Theme.margin - (root.isStacked ? 0 : controls.width + Theme.gutter)
            text: root.alt
            textFormat: Text.PlainText
            font.pixelSize: Theme.caption
        }

        Row {
            id: controls

            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: bar.padding
            spacing: Theme.gap

            IconButton {
                name: qsTr("Zoom out")
                drawing: "M5 12H19"
                isPossible: root.isEnlarged
                mayRepeat: true
                onChosen: root.zoomBy(1 / root.step)
            }

            IconButton {
                name: qsTr("Zoom in")
                drawing: "M5 12H19M12 5V19"
                isPossible: root.zoom < root.largestZoom - 0.01
                mayRepeat: true
                onChosen: root.zoomBy(root.step)
            }

            CloseButton {
                onChosen: root.show.closePanel()
            }
        }
    }
}
