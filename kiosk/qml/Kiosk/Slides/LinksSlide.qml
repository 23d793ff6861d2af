pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// Things to take away: a QR code each, in a row on a wide screen, in a list on a tall one.
Slide {
    id: root

    required property Bridge.LinksSlide slide

    readonly property bool isList: Theme.isPortrait || cards.count === 1
    readonly property real cardWidth: isList ? area.width : (area.width - (cards.count - 1) * Theme.gutter) / Math.max(1, cards.count)

    function overflows(): bool {
        return contentHeight > area.height + 1 || heading.hasTooLongWord();
    }

    inked: stack
    contentHeight: stack.height

    Column {
        id: stack

        x: root.area.x
        y: root.area.y + (root.area.height - height) / 2
        width: root.area.width
        spacing: root.space(4 * Theme.unit)

        Label {
            id: heading

            width: parent.width
            text: root.slide.heading
            font.pixelSize: root.size(Theme.title)
            font.weight: Font.DemiBold
            lineHeight: 0.94
        }

        Label {
            width: parent.width
            text: root.slide.instruction
            color: Theme.inkSoft
            font.pixelSize: root.size(Theme.body)
        }

        Grid {
            id: grid

            columns: root.isList ? 1 : cards.count
            columnSpacing: Theme.gutter
            rowSpacing: root.space(Theme.gutter)

            Repeater {
                id: cards

                model: root.slide.links

                Item {
                    id: card

                    required property string title
                    required property string description
                    required property string address
                    required property string code

                    readonly property real textLeft: root.isList ? picture.width + Theme.gutter : 0
                    readonly property real textTop: root.isList ? 0 : picture.height + root.space(2.4 * Theme.unit)

                    width: root.cardWidth
                    implicitHeight: Math.max(picture.height, address.y + address.height)

                    QrCode {
                        id: picture

                        anchors.left: parent.left
                        code: card.code
                        side: Math.min(26 * Theme.unit, root.cardWidth)
                    }

                    Label {
                        id: title

                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.leftMargin: card.textLeft
                        y: card.textTop
                        text: card.title
                        font.pixelSize: root.size(Theme.body)
                        font.weight: Font.DemiBold
                        lineHeight: 1.02
                    }

                    Label {
                        id: description

                        anchors.left: title.left
                        anchors.right: title.right
                        y: title.y + title.height + root.space(0.8 * Theme.unit)
                        height: text === "" ? 0 : implicitHeight
                        text: card.description
                        font.pixelSize: root.size(Theme.caption * 1.1)
                        lineHeight: 1.08
                    }

                    Label {
                        id: address

                        anchors.left: title.left
                        anchors.right: title.right
                        y: description.y + description.height + root.space(0.8 * Theme.unit)
                        text: card.address
                        textFormat: Text.PlainText
                        color: Theme.inkSoft
                        font.pixelSize: root.size(Theme.caption)
                        wrapMode: Text.WrapAnywhere
                    }
                }
            }
        }
    }
}
