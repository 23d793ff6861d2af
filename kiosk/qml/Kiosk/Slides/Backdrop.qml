import QtQuick
import Kiosk.Figures
import Kiosk.Theme

// A picture that fills the screen, veiled where text stands on it.
Item {
    id: root

    required property url source
    required property string alt
    required property color veil

    readonly property bool isReady: picture.isReady

    Picture {
        id: picture

        anchors.fill: parent
        source: root.source
        alt: root.alt
        isCropped: true
    }

    Rectangle {
        anchors.fill: parent
        visible: root.source.toString() !== ""
        gradient: Gradient {
            orientation: Theme.isPortrait ? Gradient.Vertical : Gradient.Horizontal

            GradientStop {
                position: 0
                color: Qt.alpha(root.veil, Theme.isPortrait ? 0.1 : 0.9)
            }
            GradientStop {
                position: Theme.isPortrait ? 0.45 : 0.56
                color: Qt.alpha(root.veil, 0.88)
            }
            GradientStop {
                position: Theme.isPortrait ? 1 : 0.82
                color: Qt.alpha(root.veil, Theme.isPortrait ? 0.9 : 0.1)
            }
        }
    }
}
