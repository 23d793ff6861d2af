pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// All slides of the show, small, under the names of their sections: one tap goes there.
// What is to be seen is drawn one slide at a time, while no finger is down and nothing moves.
FocusScope {
    id: root

    required property Bridge.ShowViewModel show

    readonly property Bridge.OverviewViewModel overview: show.overview
    readonly property bool isTall: height > width
    readonly property bool hasRail: overview.sections.length > 1 && show.total > 12
    readonly property bool isMoving: list.moving || turning.running || finger.active

    // Side by side stand as many as have room for a title under them that reads well, but no picture is very high.
    readonly property real shape: Theme.viewport.width / Math.max(1, Theme.viewport.height)
    readonly property int fitting: Math.floor((list.rowWidth + Theme.gutter) / (8.5 * Theme.caption + Theme.gutter))
    readonly property int fewest: Math.ceil(list.rowWidth / Math.max(1, 0.6 * list.height * shape))
    readonly property int columns: Math.max(1, fewest, Math.min(fitting, Math.max(3, show.total)))
    readonly property int thumbnailWidth: Math.floor((list.rowWidth - (columns - 1) * Theme.gutter) / columns)
    readonly property int thumbnailHeight: Math.round(thumbnailWidth / shape)

    // The section that was asked for, until somebody moves on from there: near the end it cannot come to the top.
    property int askedSection: -1

    // Whether pictures of a row are on the screen, and not its heading or titles alone.
    function isSeen(index: int): bool {
        const row = list.itemAtIndex(index) as OverviewRow;
        return row !== null && row.y + row.picturesTop < list.contentY + list.height && row.y + row.picturesTop + thumbnailHeight > list.contentY;
    }

    // Notes what is on the screen.
    function look(): void {
        const top = Math.max(0, list.indexAt(0, list.contentY + 1));
        const end = list.indexAt(0, list.contentY + list.height - 1);
        const bottom = end < 0 ? list.count - 1 : end;
        makeRoom();
        overview.see(isSeen(top) ? top : top + 1, isSeen(bottom) ? bottom : bottom - 1);
    }

    // Leaves so much room after the last row that a whole one comes first there too.
    function makeRoom(): void {
        let height = 0;
        for (let index = list.count - 1; index >= 0; --index) {
            const row = list.itemAtIndex(index);
            if (row === null)
                return;
            if (height > 0 && height + row.height > list.height) {
                list.rest = list.height - height;
                return;
            }
            height += row.height;
        }
        list.rest = 0;
    }

    function place(row: int, mode: int): void {
        turning.stop();
        list.forceLayout();
        list.positionViewAtIndex(row, mode);
        makeRoom();
        list.forceLayout();
        list.positionViewAtIndex(row, mode);
        look();
    }

    // The rows changed: the first of those seen stays the first. At the beginning it is about the slide on the screen,
    // with its section from the start if that has room.
    function arrange(): void {
        if (list.count === 0)
            return;
        if (overview.first >= 0) {
            place(overview.rowOf(overview.first), ListView.Beginning);
            return;
        }
        const current = overview.rowOf(show.position);
        place(overview.rowOfSection(overview.sectionOf(show.position)), ListView.Beginning);
        const row = list.itemAtIndex(current);
        if (row === null || row.y + row.height > list.contentY + list.height)
            place(current, ListView.Beginning);
    }

    // A screenful up or down, to the beginning of a row: the first one that is not wholly seen comes first, or last.
    function turn(direction: int): void {
        askedSection = -1;
        turning.stop();
        const from = list.contentY;
        if (direction > 0) {
            const end = list.indexAt(0, from + list.height - 1);
            place(end < 0 ? list.count - 1 : end, ListView.Beginning);
        } else {
            const top = list.indexAt(0, from + 1);
            const isCut = top >= 0 && list.itemAtIndex(top).y < from - 1;
            const last = Math.max(0, isCut ? top : top - 1);
            list.positionViewAtIndex(last, ListView.End);
            const first = list.indexAt(0, list.contentY + 1);
            if (first >= 0 && first < last && list.itemAtIndex(first).y < list.contentY - 1)
                list.positionViewAtIndex(first + 1, ListView.Beginning);
        }
        // A row that is higher than the screen is passed in steps.
        if (Math.abs(list.contentY - from) < 1) {
            list.contentY = from + direction * 0.8 * list.height;
            list.returnToBounds();
        }
        turning.from = from;
        turning.to = list.contentY;
        list.contentY = from;
        turning.restart();
    }

    // By keys: a slide is brought into view, and has the focus.
    function focusOn(position: int): void {
        show.moved();
        askedSection = -1;
        place(overview.rowOf(position), ListView.Contain);
        const row = list.itemAtIndex(overview.rowOf(position)) as OverviewRow;
        if (row !== null)
            row.focusOn(position);
    }

    focus: true

    Component.onCompleted: arrange()

    Binding {
        root.overview.columns: root.columns
        root.overview.size: Qt.size(root.thumbnailWidth, root.thumbnailHeight)
    }

    Connections {
        target: root.overview

        function onRowsChanged(): void {
            root.arrange();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground

        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text
    }

    // Nothing below hears the wheel.
    WheelHandler {
        onWheel: root.show.moved()
    }

    Label {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: (Theme.headerHeight - height) / 2
        text: qsTr("Contents")
        font.pixelSize: Math.min(Theme.title, 0.6 * Theme.headerHeight)
        weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }

    Label {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: heading.baseline
        text: qsTr("Slide %L1 of %L2").arg(root.show.position + 1).arg(root.show.total)
        color: Theme.inkSoft
        font.pixelSize: Theme.caption
    }

    SectionRail {
        id: rail

        x: root.isTall || !LayoutMirroring.enabled ? Theme.margin : root.width - Theme.margin - width
        y: Theme.headerHeight
        width: root.isTall ? root.width - 2 * Theme.margin : Math.round(Math.max(0.19 * root.width, Math.min(0.26 * root.width, 10 * Theme.caption)))
        height: root.isTall ? implicitHeight : list.height
        visible: root.hasRail
        sections: root.overview.sections
        current: root.askedSection < 0 ? root.overview.section : root.askedSection
        isHorizontal: root.isTall
        onChosen: section => {
            root.place(root.overview.rowOfSection(section), ListView.Beginning);
            root.askedSection = section;
        }
    }

    ListView {
        id: list

        // Room for frames and rings round the pictures.
        readonly property real inset: 2 * Theme.rule
        readonly property real rowWidth: width - 2 * inset
        readonly property bool isLong: contentHeight > height + 1
        property real rest: 0
        readonly property real start: root.hasRail && !root.isTall ? rail.width + 1.5 * Theme.gutter : 0

        x: Theme.margin - inset + (LayoutMirroring.enabled ? 0 : start)
        y: Theme.headerHeight + (root.hasRail && root.isTall ? rail.height + Theme.gap : 0)
        width: root.width - 2 * Theme.margin + 2 * inset - start
        height: root.height - y - Theme.footerHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        // Rows just out of sight are there for keys to go to.
        cacheBuffer: Math.max(0, root.thumbnailHeight)
        model: root.overview.rows
        footer: Item {
            width: 1
            height: Math.max(0, list.rest)
        }
        onContentYChanged: looking.restart()
        onHeightChanged: looking.restart()
        onWidthChanged: looking.restart()
        onMovementStarted: {
            root.askedSection = -1;
            root.show.moved();
        }

        delegate: OverviewRow {
            width: list.width
            inset: list.inset
            seenTop: list.contentY - 1
            seenBottom: list.contentY + list.height + 1
            hasHeadings: root.overview.sections.length > 1
            show: root.show
            thumbnailWidth: root.thumbnailWidth
            thumbnailHeight: root.thumbnailHeight
            onFocusWanted: position => root.focusOn(position)
        }
    }

    // There is more above, and below.
    Rectangle {
        x: list.x + list.inset
        y: list.y - height
        width: list.rowWidth
        height: Theme.hairline
        visible: !list.atYBeginning
        color: Theme.line
    }

    Rectangle {
        x: list.x + list.inset
        y: list.y + list.height
        width: list.rowWidth
        height: Theme.hairline
        visible: !list.atYEnd
        color: Theme.line
    }

    // Once a frame at most.
    Timer {
        id: looking

        interval: 0
        onTriggered: root.look()
    }

    NumberAnimation {
        id: turning

        target: list
        property: "contentY"
        duration: Motion.settle
        easing.type: Easing.OutCubic
    }

    // The next one once there was a frame for others.
    Timer {
        interval: 16
        running: root.overview.isWaiting && !root.isMoving
        onTriggered: root.overview.drawNext()
    }

    // A picture that never comes must not hold up the others.
    Timer {
        interval: 5000
        running: root.overview.drawing !== null
        onTriggered: slot.grab()
    }

    SlideSlot {
        id: slot

        // The slide that a picture is asked of, so that none is asked for twice.
        property Bridge.SlideViewModel grabbed: null

        function grab(): void {
            const drawn = slide;
            if (drawn === null || drawn === grabbed)
                return;
            grabbed = drawn;
            if (item === null || !grabToImage(result => root.overview.drawn(drawn, result.image), root.overview.size))
                root.overview.failed(drawn);
        }

        function grabWhenReady(): void {
            if (isReady || isBroken)
                grab();
        }

        background: root.show.background
        logo: root.show.logo
        isWide: true
        band: Qt.rect(0, 0, 0, 0)
        slide: root.overview.drawing
        onIsReadyChanged: Qt.callLater(grabWhenReady)
        onIsBrokenChanged: Qt.callLater(grabWhenReady)
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.height - Theme.footerHeight + (Theme.footerHeight - height) / 2
        spacing: Theme.gap
        visible: list.isLong

        IconButton {
            isPossible: !list.atYBeginning
            name: qsTr("Up")
            drawing: Drawings.up
            onChosen: root.turn(-1)
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(implicitWidth, 12 * Theme.unit)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
            text: root.overview.extent
            font.pixelSize: Theme.caption
        }

        IconButton {
            isPossible: !list.atYEnd
            name: qsTr("Down")
            drawing: Drawings.down
            onChosen: root.turn(1)
        }
    }

    CloseButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.height - Theme.footerHeight + (Theme.footerHeight - height) / 2
        onChosen: root.show.closePanel()
    }

    // Above the controls, since a press they take goes no further down.
    Item {
        anchors.fill: parent

        PointHandler {
            id: finger

            grabPermissions: PointerHandler.TakeOverForbidden
        }
    }
}
