pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// Slides of one section side by side, under its name if they are its first.
Item {
    id: root

    required property int section
    required property int first
    required property int count
    required property bool opensSection

    required property Bridge.ShowViewModel show
    required property bool hasHeadings
    required property real inset
    required property real thumbnailWidth
    required property real thumbnailHeight

    // What of the list is on the screen. Words that its edge would cut are not shown.
    required property real seenTop
    required property real seenBottom

    // Where its pictures begin.
    readonly property real picturesTop: row.y

    signal focusWanted(int position)

    function focusOn(position: int): void {
        const thumbnail = thumbnails.itemAt(position - first);
        if (thumbnail !== null)
            thumbnail.forceActiveFocus();
    }

    // Leads the focus from a slide to another, also to one whose row is not made yet; whether there is one.
    function leadOn(position: int, key: int): bool {
        let other = -1;
        switch (key) {
        case Qt.Key_Up:
            other = show.overview.beside(position, -1);
            break;
        case Qt.Key_Down:
            other = show.overview.beside(position, 1);
            break;
        case Qt.Key_Tab:
        case Qt.Key_PageDown:
            other = position + 1;
            break;
        case Qt.Key_Backtab:
        case Qt.Key_PageUp:
            other = position - 1;
            break;
        }
        const exists = other >= 0 && other < show.total;
        if (exists)
            focusWanted(other);
        return exists;
    }

    implicitHeight: row.y + row.height + Theme.gap

    Heading {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: root.inset
        y: Theme.gap / 2
        width: parent.width - 2 * root.inset
        visible: text !== ""
        text: root.opensSection && root.hasHeadings ? root.show.overview.heading(root.section) : ""
        opacity: root.y + y >= root.seenTop && root.y + y + height <= root.seenBottom ? 1 : 0
        largest: Theme.body
        smallest: Theme.floor
        Accessible.role: Accessible.Heading
        Component.onCompleted: balance()
    }

    Row {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: root.inset
        y: heading.visible ? heading.y + heading.height + Theme.gap : root.inset
        spacing: Theme.gutter

        Repeater {
            id: thumbnails

            model: root.count

            Thumbnail {
                id: thumbnail

                required property int index

                position: root.first + index
                title: root.show.overview.title(position)
                width: root.thumbnailWidth
                thumbnailHeight: root.thumbnailHeight
                areWordsSeen: root.y + row.y + thumbnailHeight >= root.seenTop && root.y + row.y + row.height <= root.seenBottom
                // A row that goes may be gone before what stands in it.
                isCurrent: position === root?.show.position
                onChosen: root.show.goTo(position)
                Keys.onPressed: event => event.accepted = root.leadOn(position, event.key)
                onActiveFocusChanged: {
                    if (activeFocus)
                        root.focusWanted(position);
                }
                Component.onCompleted: source = root.show.overview.thumbnail(position)

                Connections {
                    target: root?.show.overview ?? null

                    function onThumbnailChanged(position: int): void {
                        if (position === thumbnail.position)
                            thumbnail.source = root.show.overview.thumbnail(position);
                    }
                }
            }
        }
    }
}
