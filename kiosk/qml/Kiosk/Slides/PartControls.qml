import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Theme

// Through the parts of a slide in large type: one below the other on a wide screen, side by side on a tall one.
Grid {
    id: root

    required property int part
    required property int parts
    required property color ink
    required property string language
    required property bool isMirrored

    signal chosen(int part)

    function digits(number: int): string {
        return Number(number).toLocaleString(Qt.locale(language), "f", 0);
    }

    columns: Theme.isPortrait ? 3 : 1
    spacing: Theme.gap
    horizontalItemAlignment: Grid.AlignHCenter
    verticalItemAlignment: Grid.AlignVCenter

    IconButton {
        id: up

        name: qsTr("Up")
        mayRepeat: true
        drawing: Drawings.up
        isPossible: root.part > 0
        onChosen: root.chosen(root.part - 1)
        // What can no longer be pressed passes the focus on.
        onEnabledChanged: if (!enabled && activeFocus)
            down.forceActiveFocus()
    }

    Label {
        // Nothing but the mark tells digits which way they are read.
        text: `${root.isMirrored ? "\u200f" : ""}${root.digits(root.part + 1)} / ${root.digits(root.parts)}`
        color: root.ink
        font.pixelSize: Theme.caption
        wrapMode: Text.NoWrap
        Accessible.name: qsTr("Part %1 of %2").arg(root.digits(root.part + 1)).arg(root.digits(root.parts))
    }

    IconButton {
        id: down

        name: qsTr("Down")
        mayRepeat: true
        drawing: Drawings.down
        isPossible: root.part < root.parts - 1
        onChosen: root.chosen(root.part + 1)
        onEnabledChanged: if (!enabled && activeFocus)
            up.forceActiveFocus()
    }
}
