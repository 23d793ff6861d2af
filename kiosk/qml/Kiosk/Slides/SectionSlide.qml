import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The title of a section, large on the accent colour.
Slide {
    id: root

    required property Bridge.SectionSlide slide

    function overflows(): bool {
        return contentHeight > area.height + 1 || title.hasTooLongWord();
    }

    isDark: true
    isReady: backdrop.isReady
    contentHeight: stack.height

    Rectangle {
        anchors.fill: parent
        color: Theme.accent
    }

    Backdrop {
        id: backdrop

        anchors.fill: parent
        source: root.slide.picture
        alt: root.slide.pictureAlt
        veil: Theme.accent
    }

    Column {
        id: stack

        x: root.LayoutMirroring.enabled ? root.width - root.area.x - width : root.area.x
        y: root.area.y + root.area.height - height
        width: root.area.width * (Theme.isPortrait ? 1 : 0.62)
        spacing: root.space(3 * Theme.unit)

        Rule {
            anchors.left: parent.left
            color: Theme.accentInk
        }

        Label {
            id: title

            width: parent.width
            text: root.slide.title
            color: Theme.accentInk
            font.pixelSize: root.size(Theme.poster)
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
