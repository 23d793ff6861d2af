pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The search: what was typed and what it finds, above the keyboard; on a wide screen, beside it.
Rectangle {
    id: root

    required property Bridge.ShowViewModel show

    readonly property Bridge.SearchViewModel search: show.search
    readonly property bool hasQuery: show.query.trim() !== ""

    readonly property real edge: Math.round(3 * Theme.unit)
    // Between the head and the lower edge.
    readonly property real room: height - results.y - edge
    readonly property real leastBeside: 54 * Theme.unit
    readonly property real leastResults: 20 * Theme.unit
    readonly property bool isWide: width - 10 * Theme.target - 2 * Theme.margin - Theme.gutter >= leastBeside
    // Keys are targets; where there is room they are larger. What is found has the rest, a line of it at least.
    readonly property real keyboardRoom: isWide ? width - leastBeside - 2 * Theme.margin - Theme.gutter : width - 2 * Theme.unit
    readonly property var layouts: search.layouts(show.language, Math.floor(keyboardRoom / Theme.target), Math.floor((room - field.height - Theme.gap - (isWide ? 0 : leastResults)) / Theme.target) - 1)
    readonly property int columns: Math.max(...layouts.map(layout => Math.max(...layout.rows.map(row => row.length))))
    readonly property int lines: Math.max(...layouts.map(layout => layout.rows.length))
    property int layout: 0

    color: Theme.ground

    onLayoutsChanged: layout = 0

    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Search")

    // What was looked for is marked as with a pen, and strong.
    component Passage: Label {
        required property string content
        required property bool isOnAccent
        required property real size

        readonly property color pen: isOnAccent || Theme.isHighContrast ? Theme.accent : Theme.mix(Theme.accent, Theme.ground, 0.82)
        readonly property color marked: isOnAccent || Theme.isHighContrast ? Theme.accentInk : Theme.ink

        width: parent?.width ?? 0
        text: content.replace(/<b>/g, `<span style="background-color:${pen};color:${marked};font-weight:600">`).replace(/<\/b>/g, "</span>")
        textFormat: Text.RichText
        color: isOnAccent ? Theme.accentInk : Theme.ink
        // No word breaks that smaller type keeps whole.
        font.pixelSize: Math.max(Theme.floor, Math.min(size, Math.floor(0.95 * width / Math.max(1, longestWord))))
    }

    Label {
        id: heading

        anchors.left: parent.left
        anchors.right: pager.left
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: closing.verticalCenter
        text: list.visible ? qsTr("Pages found: %L1").arg(root.search.total) : qsTr("Search")
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.floor
        font.pixelSize: Theme.lead
        weight: Font.DemiBold

        Accessible.role: Accessible.Heading
    }

    // What does not fit is a tap away.
    Row {
        id: pager

        anchors.right: root.isWide ? results.right : closing.left
        anchors.rightMargin: root.isWide ? 0 : Theme.gap
        y: root.edge
        spacing: Theme.gap

        IconButton {
            visible: list.isLong
            mayRepeat: true
            name: qsTr("Back")
            drawing: Drawings.up
            onChosen: list.turn(-1)
        }

        IconButton {
            visible: list.isLong
            mayRepeat: true
            name: qsTr("More")
            drawing: Drawings.down
            onChosen: list.turn(1)
        }
    }

    CloseButton {
        id: closing

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.edge
        onChosen: root.show.closePanel()
    }

    Item {
        id: results

        anchors.left: parent.left
        anchors.right: root.isWide ? field.left : parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: root.isWide ? Theme.gutter : Theme.margin
        y: closing.y + closing.height + Theme.gap
        height: root.isWide ? root.room : field.y - Theme.gap - y

        Column {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: root.isWide ? undefined : parent.verticalCenter
            spacing: Theme.gap
            visible: root.search.total === 0

            Label {
                function even(): void {
                    indent = 0;
                    balance();
                }

                width: parent.width
                text: root.hasQuery ? qsTr("Nothing was found") : qsTr("What are you looking for?")
                font.pixelSize: Theme.lead
                onTextChanged: even()
                onWidthChanged: even()
            }

            Label {
                width: parent.width
                text: root.search.suggestions.length > 0 ? qsTr("Did you mean:") : root.hasQuery ? qsTr("Try another word, or a shorter one.") : qsTr("A word, a name or a number will do, with or without accents.")
                color: Theme.inkSoft
                font.pixelSize: Theme.body
            }

            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: root.search.suggestions

                    Pill {
                        required property string modelData

                        name: modelData
                        onChosen: root.show.searchFor(modelData)
                    }
                }
            }
        }

        ListView {
            id: list

            readonly property bool isLong: visible && contentHeight > height + 1
            // How much of the rows that are not whole is in sight: covered, as long as the list rests.
            property real cutAbove: 0
            property real cutBelow: 0

            width: parent.width
            height: parent.height
            visible: root.search.total > 0
            model: root.search.hits
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false

            onContentYChanged: Qt.callLater(cover)
            onHeightChanged: Qt.callLater(cover)
            onModelChanged: Qt.callLater(cover)

            function cover(): void {
                const end = contentY + height;
                const first = isLong ? itemAt(0, contentY) : null;
                const last = isLong ? itemAt(0, end - 1) : null;
                cutAbove = first !== null && first.y < contentY - 1 && first.height < height ? first.y + first.height - contentY : 0;
                cutBelow = last !== null && last.y + last.height > end + 1 && last.height < height ? end - last.y : 0;
            }

            // A page on or back.
            function turn(way: int): void {
                const first = indexAt(0, contentY);
                if (way < 0) {
                    positionViewAtIndex(cutAbove > 0 ? first : Math.max(0, first - 1), ListView.End);
                    return;
                }
                const last = indexAt(0, contentY + height - 1);
                positionViewAtIndex(last < 0 ? count - 1 : cutBelow > 0 ? Math.max(last, first + 1) : last + 1, ListView.Beginning);
            }

            // Its rows know their heights only after they are there.
            Connections {
                target: list.contentItem

                function onChildrenRectChanged(): void {
                    Qt.callLater(list.cover);
                }
            }

            delegate: Control {
                id: row

                required property int index
                required property int position
                required property string place
                required property string title
                required property string snippet

                width: ListView.view.width
                height: Math.max(Theme.target, words.height + 2 * words.y)
                radius: Theme.unit
                onChosen: root.show.goTo(position)

                Rectangle {
                    anchors.fill: parent
                    radius: row.radius
                    color: row.isPressed ? Theme.accent : "transparent"
                }

                Rectangle {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    height: Theme.hairline
                    color: Theme.line
                }

                Column {
                    id: words

                    x: Theme.gap
                    y: Math.round(1.4 * Theme.unit)
                    width: parent.width - 2 * x
                    spacing: 0.4 * Theme.unit

                    Passage {
                        content: row.place
                        isOnAccent: row.isPressed
                        size: Theme.caption
                        color: isOnAccent ? Theme.accentInk : Theme.accentText
                    }

                    Passage {
                        content: row.title
                        isOnAccent: row.isPressed
                        size: Theme.body
                        weight: Font.DemiBold
                    }

                    Passage {
                        content: row.snippet
                        isOnAccent: row.isPressed
                        size: Theme.caption
                    }
                }
            }

            Rectangle {
                width: parent.width
                height: list.cutAbove
                visible: !list.moving
                color: Theme.ground

                TapHandler {}
            }

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: list.cutBelow
                visible: !list.moving
                color: Theme.ground

                TapHandler {}
            }
        }
    }

    // What was typed.
    Rectangle {
        id: field

        anchors.horizontalCenter: keyboard.horizontalCenter
        anchors.bottom: keyboard.top
        anchors.bottomMargin: Theme.gap
        width: root.isWide ? keyboard.width : Math.min(root.width - 2 * Theme.margin, keyboard.width)
        height: Math.max(Theme.target, Math.round(query.height + 2 * Theme.unit))
        radius: Theme.unit
        color: Theme.ground
        border.color: Theme.accent
        border.width: Theme.rule

        Icon {
            id: lens

            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            drawing: Drawings.lens
            color: Theme.accentText
        }

        Label {
            id: query

            anchors.left: lens.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, field.width - lens.width - 4 * Theme.gap)
            visible: true
            text: root.show.query
            textFormat: Text.PlainText
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.floor
            font.pixelSize: Theme.lead

            Accessible.role: Accessible.EditableText
            Accessible.name: text === "" ? qsTr("Search") : `${qsTr("Search")}: ${text}`
        }

        // The caret does not blink: nothing moves where nobody does.
        Rectangle {
            anchors.left: query.right
            anchors.leftMargin: Theme.hairline
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(2, Theme.rule / 1.6)
            height: 1.2 * Theme.lead
            color: Theme.accentText
        }
    }

    Keyboard {
        id: keyboard

        readonly property real share: root.isWide ? 0.8 : 0.55

        x: root.isWide ? (root.LayoutMirroring.enabled ? Theme.margin : root.width - Theme.margin - width) : (root.width - width) / 2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.edge
        width: Math.min(root.keyboardRoom, root.columns * 1.3 * Theme.target)
        height: Math.min((root.lines + 1) * 1.3 * Theme.target, Math.max(share * root.room, (root.lines + 1) * Theme.target), root.room - field.height - Theme.gap - (root.isWide ? 0 : root.leastResults + Theme.gap))
        rows: root.layouts[root.layout].rows
        columns: root.columns
        lines: root.lines
        otherLayout: root.layouts.length > 1 ? root.layouts[(root.layout + 1) % root.layouts.length].name : ""
        onTyped: text => root.show.typed(text)
        onErased: root.show.erase()
        onCleared: root.show.searchFor("")
        onLayoutAsked: root.layout = (root.layout + 1) % root.layouts.length
    }
}
