import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// A large sentence, with room around it.
Slide {
    id: root

    required property Bridge.StatementSlide slide

    readonly property bool hasPicture: slide.picture.toString() !== ""
    readonly property bool isBeside: hasPicture && !slide.isPictureBehind
    readonly property bool isStacked: isBeside && Theme.isPortrait
    readonly property real pictureHeight: isStacked ? area.height * 0.4 : area.height

    function overflows(): bool {
        return contentHeight > area.height + 1 || sentence.hasTooLongWord();
    }

    fillsScreen: slide.isPictureBehind
    isReady: backdrop.isReady && beside.isReady
    inked: isBeside ? null : stack
    contentHeight: stack.height + (isStacked ? pictureHeight + Theme.gutter : 0)

    Backdrop {
        id: backdrop

        anchors.fill: parent
        source: root.slide.isPictureBehind ? root.slide.picture : ""
        alt: root.slide.pictureAlt
        veil: Theme.ground
    }

    Column {
        id: stack

        x: root.LayoutMirroring.enabled ? root.width - root.area.x - width : root.area.x
        y: root.area.y + (root.area.height - root.contentHeight) / 2
        width: root.area.width * (Theme.isPortrait ? 1 : root.hasPicture ? 0.6 : 0.86)
        spacing: root.space(4 * Theme.unit)

        Rule {
            anchors.left: parent.left
        }

        Label {
            id: sentence

            width: parent.width
            text: root.slide.text
            font.pixelSize: root.size(root.hasPicture ? Theme.title * 1.15 : Theme.display)
            font.weight: Font.Light
            lineHeight: 0.98
        }

        Label {
            width: parent.width
            text: root.slide.attribution
            color: Theme.inkSoft
            font.pixelSize: root.size(Theme.body)
        }
    }

    Picture {
        id: beside

        x: root.isStacked ? root.area.x : root.LayoutMirroring.enabled ? root.area.x : root.area.x + root.area.width - width
        y: root.isStacked ? root.area.y + root.area.height - height : root.area.y
        width: root.isStacked ? root.area.width : root.area.width * 0.34
        height: root.pictureHeight
        visible: root.isBeside
        source: root.isBeside ? root.slide.picture : ""
        alt: root.slide.pictureAlt
    }
}
