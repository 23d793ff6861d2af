import QtQuick
import Kiosk.Controls
import Kiosk.Figures
import Kiosk.Slides
import Kiosk.Theme

// Opens the picture of a slide. It stands beside or below the picture where there is room, else in its corner; on a
// picture behind the text in a corner where nothing is to be read.
IconButton {
    id: root

    required property Slide slide
    required property bool isAtLeft

    name: qsTr("Enlarge picture")
    drawing: "M10.5 4A6.5 6.5 0 1 0 10.5 17A6.5 6.5 0 1 0 10.5 4M15.2 15.2L20 20M7.5 10.5H13.5M10.5 7.5V13.5"

    // Without motion one slide takes the other's place at once, and the button stays.
    onSlideChanged: Qt.callLater(findPlace)
    onIsAtLeftChanged: Qt.callLater(findPlace)

    // Once the slide is laid out.
    function findPlace(): void {
        if (!visible || slide === null)
            return;
        const place = slide.isBeside ? byThePicture() : slide.isInParts ? besideTheParts() : onThePicture();
        x = Math.round(place.x);
        y = Math.round(place.y);
    }

    function end(outer: rect): real {
        return isAtLeft ? outer.left : outer.right - width;
    }

    function byThePicture(): point {
        const room = slide.pictureArea;
        const picture = slide.picturePlace;
        const beside = isAtLeft ? picture.left - Theme.gap - width : picture.right + Theme.gap;
        if (beside >= room.left && beside + width <= room.right)
            return Qt.point(beside, picture.bottom - height);
        if (picture.bottom + Theme.gap + height <= room.bottom)
            return Qt.point(end(picture), picture.bottom + Theme.gap);
        return Qt.point(end(picture) + (isAtLeft ? Theme.gap : -Theme.gap), picture.bottom - height - Theme.gap);
    }

    // Where text keeps clear of the controls of the parts, at the other end of that.
    function besideTheParts(): point {
        const room = slide.wholeTextArea;
        if (Theme.isPortrait)
            return Qt.point(isAtLeft ? room.right - width : room.left, room.bottom - height);
        return Qt.point(end(room) + (isAtLeft ? -slide.overhang : slide.overhang), room.top);
    }

    function onThePicture(): point {
        const above = Qt.point(end(slide.area), slide.area.top);
        const below = Qt.point(above.x, slide.area.bottom - height);
        return isFree(slide, above) || !isFree(slide, below) ? above : below;
    }

    // Whether nothing of an item that is to be read would lie below.
    function isFree(item: Item, place: point): bool {
        if (!item.visible)
            return true;
        if (!(item instanceof Text) && !(item instanceof QrCode))
            return Array.from(item.children).every(child => isFree(child, place));
        const text = item as Text;
        const inked = text !== null ? text.contentWidth : item.width;
        const start = text !== null && text.effectiveHorizontalAlignment === Text.AlignRight ? item.width - inked : 0;
        const box = item.mapToItem(parent, start, 0, inked, item.height);
        return box.right <= place.x || box.left >= place.x + width || box.bottom <= place.y || box.top >= place.y + height;
    }

    Connections {
        target: root.slide

        function onInkChanged(): void {
            Qt.callLater(root.findPlace);
        }

        function onPicturePlaceChanged(): void {
            Qt.callLater(root.findPlace);
        }

        function onIsInPartsChanged(): void {
            Qt.callLater(root.findPlace);
        }
    }
}
