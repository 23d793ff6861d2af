pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme

// The sections of the show, one below the other or side by side; longer than its room it moves by its own controls.
Item {
    id: root

    required property list<string> sections
    required property int current
    required property bool isHorizontal

    // Then the list begins at its right edge.
    readonly property bool isMirrored: isHorizontal && LayoutMirroring.enabled
    readonly property bool isAtFirst: !isHorizontal ? list.atYBeginning : isMirrored ? list.atXEnd : list.atXBeginning
    readonly property bool isAtLast: !isHorizontal ? list.atYEnd : isMirrored ? list.atXBeginning : list.atXEnd
    readonly property bool isLong: isHorizontal ? sections.length > fittingIn(width) : list.contentHeight > height + 1

    // How wide the longest name is on one line, and how high the highest is side by side with others.
    readonly property real longest: Math.max(0, ...sections.map(name => metrics.advanceWidth(name)))
    property real highest: 0

    signal chosen(int section)

    // How many stand side by side, in two lines or three.
    function fittingIn(room: real): int {
        const share = Math.max(6 * Theme.caption, longest / 2.2 + 2 * Theme.gap);
        return Math.max(1, Math.floor((room + Theme.gap) / (share + Theme.gap)));
    }

    // So far that the first entry out of sight comes into view.
    function turn(direction: int): void {
        const from = isHorizontal ? list.contentX : list.contentY;
        const isAtStart = direction < 0 !== isMirrored;
        const edge = isHorizontal ? list.indexAt(from + (isAtStart ? 1 : list.width - 1), 1) : list.indexAt(1, from + (isAtStart ? 1 : list.height - 1));
        list.positionViewAtIndex(edge, direction > 0 ? ListView.Beginning : ListView.End);
        moving.property = isHorizontal ? "contentX" : "contentY";
        moving.from = from;
        moving.to = isHorizontal ? list.contentX : list.contentY;
        moving.restart();
    }

    implicitHeight: Math.max(Theme.target, highest + Theme.gap)

    onCurrentChanged: {
        moving.stop();
        // The one before is in sight too, where there is room.
        const before = isHorizontal && list.fitting < 3 ? 0 : 1;
        list.positionViewAtIndex(Math.max(0, current - before), ListView.Beginning);
    }

    FontMetrics {
        id: metrics

        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
    }

    NumberAnimation {
        id: moving

        target: list
        duration: Motion.settle
        easing.type: Easing.OutCubic
    }

    IconButton {
        id: back

        anchors.left: parent.left
        y: root.isHorizontal ? (root.height - height) / 2 : 0
        visible: root.isLong
        isPossible: !root.isAtFirst
        name: qsTr("Earlier sections")
        drawing: root.isHorizontal ? Drawings.left : Drawings.up
        isMirrored: root.isMirrored
        onChosen: root.turn(-1)
    }

    IconButton {
        id: forth

        anchors.right: root.isHorizontal ? parent.right : undefined
        anchors.left: root.isHorizontal ? undefined : parent.left
        y: (root.height - height) * (root.isHorizontal ? 0.5 : 1)
        visible: root.isLong
        isPossible: !root.isAtLast
        name: qsTr("Later sections")
        drawing: root.isHorizontal ? Drawings.right : Drawings.down
        isMirrored: root.isMirrored
        onChosen: root.turn(1)
    }

    ListView {
        id: list

        readonly property int fitting: Math.min(Math.max(1, root.sections.length), root.fittingIn(width))
        readonly property real share: Math.floor((width - (fitting - 1) * spacing) / fitting)

        anchors.fill: parent
        anchors.leftMargin: root.isHorizontal && root.isLong ? back.width + Theme.gap : 0
        anchors.rightMargin: root.isHorizontal && root.isLong ? forth.width + Theme.gap : 0
        anchors.topMargin: !root.isHorizontal && root.isLong ? back.height + Theme.gap : 0
        anchors.bottomMargin: !root.isHorizontal && root.isLong ? forth.height + Theme.gap : 0
        orientation: root.isHorizontal ? ListView.Horizontal : ListView.Vertical
        spacing: root.isHorizontal ? Theme.gap : 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        snapMode: ListView.SnapToItem
        keyNavigationEnabled: false
        model: root.sections

        delegate: Control {
            id: row

            required property int index
            required property string modelData

            readonly property bool isCurrent: index === root.current

            width: root.isHorizontal ? list.share : list.width
            height: root.isHorizontal ? list.height : Math.max(Theme.target, word.implicitHeight + Theme.gap)
            name: modelData
            radius: 0
            onChosen: root.chosen(index)

            Accessible.selectable: true
            Accessible.selected: isCurrent

            Rectangle {
                anchors.fill: parent
                color: row.isPressed ? Theme.accent : "transparent"
            }

            Rectangle {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                height: Theme.hairline
                color: Theme.line
            }

            // Where the rows that are seen belong.
            Rectangle {
                anchors.left: parent.left
                anchors.bottom: parent.bottom
                width: root.isHorizontal ? parent.width : Theme.rule
                height: root.isHorizontal ? Theme.rule : parent.height
                visible: row.isCurrent
                color: Theme.accent
            }

            Heading {
                id: word

                x: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                width: row.width - 2 * x
                text: row.modelData
                color: row.isPressed ? Theme.accentInk : Theme.ink
                // A name that the edge would cut is not shown.
                opacity: root.isHorizontal || (row.y + y > list.contentY - 1 && row.y + y + height < list.contentY + list.height + 1) ? 1 : 0
                onImplicitHeightChanged: root.highest = Math.max(root.highest, implicitHeight)
                largest: Theme.caption
                smallest: Theme.floor
                horizontalAlignment: root.isHorizontal ? Text.AlignHCenter : Text.AlignLeft
                weight: row.isCurrent ? Font.DemiBold : Font.Normal
                lineHeight: 1.06
                Accessible.ignored: true
            }
        }
    }
}
