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

    // Where its pictures begin.
    readonly property real picturesTop: row.y

    signal focusWanted(int position)

    function focusOn(position: int): void {
        const thumbnail = thumbnails.itemAt(position - first);
        if (thumbnail !== null)
            thumbnail.forceActiveFocus();
    }

    function focusBeside(position: int, step: int): bool {
        const other = show.overview.beside(position, step);
        if (other >= 0)
            focusWanted(other);
        return other >= 0;
    }

    // Rows are made in the order they come into view, so the order of focus is said here.
    function focusNext(position: int, step: int): bool {
        const other = position + step;
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
                isCurrent: position === root.show.position
                onChosen: root.show.goTo(position)
                Keys.onUpPressed: event => event.accepted = root.focusBeside(position, -1)
                Keys.onDownPressed: event => event.accepted = root.focusBeside(position, 1)
                Keys.onTabPressed: event => event.accepted = root.focusNext(position, 1)
                Keys.onBacktabPressed: event => event.accepted = root.focusNext(position, -1)
                onActiveFocusChanged: {
                    if (activeFocus)
                        root.focusWanted(position);
                }
                Component.onCompleted: source = root.show.overview.thumbnail(position)

                Connections {
                    target: root.show.overview

                    function onThumbnailChanged(position: int): void {
                        if (position === thumbnail.position)
                            thumbnail.source = root.show.overview.thumbnail(position);
                    }
                }
            }
        }
    }
}
