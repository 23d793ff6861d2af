import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The title of a section, large on the accent colour; in high contrast on the ground like any other.
Slide {
    id: root

    required property Bridge.SectionSlide slide

    isDark: !Theme.isHighContrast
    picture: slide.picture
    pictureAlt: slide.pictureAlt
    isPictureBehind: slide.isPictureBehind
    veil: isDark ? Theme.accent : Theme.ground
    standing: 1
    contentHeight: stack.height

    Column {
        id: stack

        x: root.isMirrored ? root.textArea.x + root.textArea.width - width : root.textArea.x
        y: root.contentTop
        width: root.textArea.width * (Theme.isPortrait || root.hasPicture || root.yielding > 0 ? 1 : 0.86)
        spacing: root.space(3 * Theme.unit)

        Rule {
            anchors.left: parent.left
            color: root.isDark ? Theme.accentInk : Theme.accent
        }

        Heading {
            width: parent.width
            text: root.slide.title
            color: root.isDark ? Theme.accentInk : Theme.ink
            largest: root.headingSize(Theme.poster)
            smallest: root.smallest
            weight: Font.Light
            lineHeight: root.isInParts ? 1 : 0.9
        }

        Label {
            width: parent.width
            text: root.slide.text
            color: root.isDark ? (root.isBehind ? Theme.accentInk : Theme.accentInkSoft) : Theme.inkSoft
            font.pixelSize: root.size(Theme.lead)
            lineHeight: 1.08
        }
    }
}
