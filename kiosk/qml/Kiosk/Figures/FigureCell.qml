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
    // The room above the numeral, the same along a row so that its numerals stand on one line.
    required property real beforeHeight

    readonly property real ownBeforeHeight: before !== "" ? qualifier.implicitHeight : 0
    // How wide the value is with its sign and, if that is short, its unit, as a multiple of the numeral's size.
    readonly property real spread: {
        const valueSpread = 0.02 + spreadOf(value) + (sign !== "" ? space + spreadOf(sign) : 0);
        const unitSpread = unit !== "" ? space + unitShare * spreadOf(unit) : 0;
        return valueSpread + (unitSpread < Math.max(1.4, valueSpread / 2) ? unitSpread : 0);
    }
    readonly property real unitGap: Math.max(numerals.spacing, 0.25 * labelSize)
    readonly property bool isUnitBelow: numerals.width + unitGap + unitLabel.implicitWidth > width

    readonly property real space: 0.12
    readonly property real unitShare: 0.42

    function spreadOf(text: string): real {
        return metrics.advanceWidth(text) / metrics.font.pixelSize;
    }

    function prepare(): void {
        numeral.prepare();
    }

    function arrive(): void {
        numeral.arrive();
    }

    implicitHeight: notes.y + notes.height

    // Said as one phrase: a number alone means nothing.
    Accessible.role: Accessible.StaticText
    Accessible.name: [qualifier.plain, value + sign, unitLabel.plain, label.plain, notes.plain].filter(part => part !== "").join(" ")
    Accessible.ignored: !enabled

    FontMetrics {
        id: metrics

        font.pixelSize: 100
        font.weight: Font.Light
    }

    Rectangle {
        id: line

        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    Label {
        id: qualifier

        anchors.left: parent.left
        y: root.gap + root.beforeHeight - height
        width: parent.width
        text: root.before
        color: Theme.inkSoft
        font.pixelSize: root.labelSize
        Accessible.ignored: true
    }

    Row {
        id: numerals

        anchors.left: parent.left
        y: root.gap + root.beforeHeight - 0.1 * root.numeralSize
        spacing: root.space * root.numeralSize

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
            visible: root.sign !== ""
            text: root.sign
            color: Theme.accentText
            font.pixelSize: root.numeralSize
            weight: Font.Light
            Accessible.ignored: true
        }
    }

    Label {
        id: unitLabel

        anchors.left: root.isUnitBelow ? parent.left : numerals.right
        anchors.leftMargin: root.isUnitBelow ? 0 : root.unitGap
        y: numerals.y + (root.isUnitBelow ? numerals.height : final.baselineOffset - baselineOffset)
        width: Math.min(implicitWidth, root.width)
        text: root.unit
        color: Theme.accentText
        font.pixelSize: Math.max(root.labelSize, root.unitShare * root.numeralSize)
        Accessible.ignored: true
    }

    Label {
        id: label

        anchors.left: parent.left
        y: root.isUnitBelow && root.unit !== "" ? unitLabel.y + unitLabel.height : numerals.y + numerals.height
        width: parent.width
        text: root.label
        font.pixelSize: root.labelSize
        lineHeight: 1.06
        Accessible.ignored: true
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
        Accessible.ignored: true
    }
}
