import QtQuick

Rectangle {
    color: "#f6f3ee"

    Text {
        anchors.centerIn: parent
        text: "A text"
        color: "#1d1433"
        font.pixelSize: 120
    }
}
