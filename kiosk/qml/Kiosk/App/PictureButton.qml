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

    // Once the slide is laid out.
    function findPlace(): void {
        if (!visible || slide === null)
            return;
        const room = slide.isBehind ? slide.area : slide.pictureArea;
        const picture = slide.picturePlace;
        const end = outer => isAtLeft ? outer.left : outer.right - width;
        let places = [Qt.point(end(room), room.top), Qt.point(end(room), room.bottom - height)];
        let corner = places[0];
        if (!slide.isBehind) {
            const beside = isAtLeft ? picture.left - Theme.gap - width : picture.right + Theme.gap;
            places = [Qt.point(beside, picture.bottom - height), Qt.point(end(picture), picture.bottom + Theme.gap)];
            corner = Qt.point(end(picture) + (isAtLeft ? Theme.gap : -Theme.gap), picture.bottom - height - Theme.gap);
        }
        const place = places.find(each => isWithin(each, room) && isFree(slide, each)) ?? corner;
        x = Math.round(place.x);
        y = Math.round(place.y);
    }

    function isWithin(place: point, room: rect): bool {
        return place.x >= room.left && place.x + width <= room.right && place.y + height <= room.bottom;
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
}
