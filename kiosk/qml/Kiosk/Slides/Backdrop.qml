import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// A picture that fills the screen, veiled where text stands on it.
Item {
    id: root

    required property url source
    required property string alt
    required property color veil
    required property bool isMirrored
    // Where the text begins, as a share of the height, and where it ends, of the width.
    required property real textTop
    required property real textEnd

    readonly property bool isReady: picture.isReady
    readonly property color ink: Qt.colorEqual(veil, Theme.accent) ? Theme.accentInk : Theme.ink
    readonly property real cover: Theme.cover(ink, veil, 0.88)

    Picture {
        id: picture

        anchors.fill: parent
        source: root.source
        alt: root.alt
        isCropped: true
    }

    // Header and footer stand on it too.
    Rectangle {
        anchors.fill: parent
        visible: root.source.toString() !== ""
        gradient: Gradient {
            GradientStop {
                position: Theme.headerHeight / Theme.viewport.height
                color: Qt.alpha(root.veil, Theme.cover(root.ink, root.veil, 0.75))
            }
            GradientStop {
                position: 2 * Theme.headerHeight / Theme.viewport.height
                color: Qt.alpha(root.veil, 0.1)
            }
            GradientStop {
                position: 1 - 1.5 * Theme.footerHeight / Theme.viewport.height
                color: Qt.alpha(root.veil, 0.1)
            }
            GradientStop {
                position: 1 - Theme.footerHeight / Theme.viewport.height
                color: Qt.alpha(root.veil, Theme.cover(root.ink, root.veil, 0.75))
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: root.source.toString() !== "" && Theme.isPortrait
        gradient: Gradient {
            GradientStop {
                position: Math.max(0, root.textTop - 0.2)
                color: Qt.alpha(root.veil, 0)
            }
            GradientStop {
                position: Math.max(0.01, root.textTop)
                color: Qt.alpha(root.veil, root.cover)
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: root.source.toString() !== "" && !Theme.isPortrait
        // Gradients are not mirrored by themselves.
        rotation: root.isMirrored ? 180 : 0
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                position: 0
                color: Qt.alpha(root.veil, root.cover)
            }
            GradientStop {
                position: Math.min(0.99, root.textEnd)
                color: Qt.alpha(root.veil, root.cover)
            }
            GradientStop {
                position: Math.min(1, root.textEnd + 0.26)
                color: Qt.alpha(root.veil, 0)
            }
        }
    }
}
