import QtQuick
import Kiosk.Theme

// The calm screen with the name, for when there is no slide to show.
Rectangle {
    id: root

    required property string title
    required property point orbit

    color: Theme.accent

    Text {
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: root.orbit.x
        anchors.verticalCenterOffset: root.orbit.y
        width: parent.width - 2 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        text: root.title
        textFormat: Text.PlainText
        color: Theme.accentInk
        wrapMode: Text.Wrap
        font.pixelSize: Theme.poster
        font.weight: Font.Light
    }
}
