import QtQuick
import Kiosk.Theme

// Text of the show. Only the tags that `kiosk.content.markup` writes are ever in it.
Text {
    id: root

    // Whether a word is wider than the text may be, and so would break. Scripts that break anywhere have no such words.
    function hasTooLongWord(): bool {
        const words = text.replace(/<[^>]*>/g, " ").match(/[^\s\-\u00ad\u0e00-\u0eff\u2e80-\uffef]{6,}/g) ?? [];
        return words.some(word => metrics.advanceWidth(word) > width);
    }

    color: Theme.ink
    font.pixelSize: Theme.body
    textFormat: Text.StyledText
    wrapMode: Text.Wrap
    visible: text !== ""

    Accessible.role: Accessible.StaticText
    Accessible.name: text.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")

    FontMetrics {
        id: metrics

        font: root.font
    }
}
