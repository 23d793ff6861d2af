import QtQuick
import Kiosk.Theme

// A figure with what it counts, under a hairline.
Item {
    id: root

    required property string before
    required property string value
    required property list<string> steps
    required property string sign
    required property string unit
    required property string label
    required property string asOf
    required property string source

    required property real numeralSize
    required property real labelSize
    required property real noteSize
    required property real gap

    readonly property bool isTooWide: final.implicitWidth + (sign.text !== "" ? sign.implicitWidth + numerals.spacing : 0) + (unit.text !== "" ? unit.implicitWidth + numerals.spacing : 0) > width

    function prepare(): void {
        numeral.prepare();
    }

    function arrive(): void {
        numeral.arrive();
    }

    implicitHeight: notes.y + notes.height

    Rectangle {
        id: line

        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    Label {
        id: before

        anchors.left: parent.left
        y: root.gap
        width: parent.width
        // An empty line is kept, so that the numerals of a row stand on one line.
        visible: true
        text: root.before
        color: Theme.inkSoft
        font.pixelSize: root.labelSize
    }

    Row {
        id: numerals

        anchors.left: parent.left
        y: before.y + before.height - 0.1 * root.numeralSize
        spacing: 0.12 * root.numeralSize

        // The width of the final value is kept while the figure counts up.
        Item {
            implicitWidth: final.implicitWidth
            implicitHeight: final.implicitHeight

            Numeral {
                id: final

                value: root.value
                steps: []
                font.pixelSize: root.numeralSize
                opacity: 0
            }

            Numeral {
                id: numeral

                anchors.left: parent.left
                value: root.value
                steps: root.steps
                font.pixelSize: root.numeralSize
            }
        }

        Label {
            id: sign

            visible: root.sign !== ""
            text: root.sign
            color: Theme.accent
            font.pixelSize: root.numeralSize
            font.weight: Font.Light
        }

        Label {
            id: unit

            y: final.baselineOffset - baselineOffset
            text: root.unit
            color: Theme.accent
            font.pixelSize: Math.max(root.labelSize, 0.42 * root.numeralSize)
        }
    }

    Label {
        id: label

        anchors.left: parent.left
        y: numerals.y + numerals.height
        width: parent.width
        text: root.label
        font.pixelSize: root.labelSize
        lineHeight: 1.06
    }

    Label {
        id: notes

        anchors.left: parent.left
        y: label.y + label.height + (height > 0 ? root.gap / 2 : 0)
        width: parent.width
        height: text === "" ? 0 : implicitHeight
        text: [root.asOf, root.source].filter(note => note !== "").join(" · ")
        color: Theme.inkSoft
        font.pixelSize: root.noteSize
    }
}
