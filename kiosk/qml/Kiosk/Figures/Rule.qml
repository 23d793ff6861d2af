import QtQuick
import Kiosk.Theme

// A short stroke of the accent colour that opens a text.
Rectangle {
    implicitWidth: 7 * Theme.unit
    implicitHeight: Theme.rule
    color: Theme.accent
}
