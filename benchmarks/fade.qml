import QtQuick

// The plain way to fade: two pages of live text, 600 ms every 3.6 s.
Rectangle {
    id: root

    readonly property string sentence: "A world hub where science sparks innovation and an AI that benefits everyone. "

    property bool isSecond: false

    color: "#f6f3ee"

    Timer {
        interval: 3600
        running: true
        repeat: true
        onTriggered: root.isSecond = !root.isSecond
    }

    Repeater {
        model: 2

        Rectangle {
            id: page

            required property int index

            anchors.fill: parent
            color: "#f6f3ee"
            opacity: root.isSecond === (index === 1) ? 1 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: 600
                }
            }

            Text {
                anchors.fill: parent
                anchors.margins: 120
                text: root.sentence.repeat(page.index + 2)
                wrapMode: Text.Wrap
                color: "#1d1433"
                font.pixelSize: 64
            }
        }
    }
}
