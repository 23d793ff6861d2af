pragma ComponentBehavior: Bound

import QtQuick

// What a window on somebody's desk has and a screen in a lobby never has: keys that close it or fill the screen, and
// below the picture what is wrong with the content file, since who opened that from a menu sees nothing else of it.
Rectangle {
    id: root

    required property Window window
    required property list<string> problems

    readonly property int shown: 3

    visible: problems.length > 0
    height: visible ? column.height + 24 : 0
    color: "#7a1420"

    Shortcut {
        sequences: [StandardKey.Quit, StandardKey.Close]
        onActivated: root.window.close()
    }

    Shortcut {
        sequences: [StandardKey.FullScreen, "F11"]
        onActivated: root.window.visibility = root.window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
    }

    Column {
        id: column

        anchors.verticalCenter: parent.verticalCenter
        x: 16
        width: parent.width - 32
        spacing: 4

        Repeater {
            model: root.problems.slice(0, root.shown)

            Text {
                required property string modelData

                width: column.width
                text: modelData
                textFormat: Text.PlainText
                color: "#ffffff"
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                font.pixelSize: 15
            }
        }

        Text {
            visible: root.problems.length > root.shown
            text: `and ${root.problems.length - root.shown} more: kiosk check tells all`
            textFormat: Text.PlainText
            color: "#ffffff"
            font.pixelSize: 15
        }
    }
}
