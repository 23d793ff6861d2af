import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// A large sentence, with room around it.
Slide {
    id: root

    required property Bridge.StatementSlide slide

    picture: slide.picture
    pictureAlt: slide.pictureAlt
    isPictureBehind: slide.isPictureBehind
    largestFit: 1.4
    contentHeight: stack.height

    Column {
        id: stack

        x: root.isMirrored ? root.textArea.x + root.textArea.width - width : root.textArea.x
        y: root.contentTop
        width: root.textArea.width * (Theme.isPortrait || root.hasPicture || root.yielding > 0 ? 1 : 0.86)
        spacing: root.space(4 * Theme.unit)

        Rule {
            anchors.left: parent.left
        }

        Heading {
            width: parent.width
            text: root.slide.text
            largest: root.headingSize(root.hasPicture ? Theme.title * 1.15 : Theme.display)
            smallest: root.smallest
            weight: Font.Light
            lineHeight: root.isInParts ? 1 : 0.98
        }

        Label {
            width: parent.width
            text: root.slide.attribution
            color: root.isBehind ? Theme.ink : Theme.inkSoft
            font.pixelSize: root.size(Theme.body)
        }
    }
}
