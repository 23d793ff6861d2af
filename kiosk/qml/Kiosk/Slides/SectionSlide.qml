import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The title of a section, large on the accent colour.
Slide {
    id: root

    required property Bridge.SectionSlide slide

    isDark: true
    picture: slide.picture
    pictureAlt: slide.pictureAlt
    isPictureBehind: slide.isPictureBehind
    veil: Theme.accent
    contentHeight: stack.height

    Column {
        id: stack

        x: root.isMirrored ? root.textArea.x + root.textArea.width - width : root.textArea.x
        y: root.textArea.y + root.textArea.height - height
        width: root.textArea.width * (Theme.isPortrait || root.hasPicture ? 1 : 0.86)
        spacing: root.space(3 * Theme.unit)

        Rule {
            anchors.left: parent.left
            color: Theme.accentInk
        }

        Heading {
            width: parent.width
            text: root.slide.title
            color: Theme.accentInk
            largest: root.size(Theme.poster)
            smallest: root.size(0)
            font.weight: Font.Light
            lineHeight: 0.9
        }

        Label {
            width: parent.width
            text: root.slide.text
            color: Theme.accentInkSoft
            font.pixelSize: root.size(Theme.lead)
            lineHeight: 1.08
        }
    }
}
