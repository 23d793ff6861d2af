import QtQuick
import Kiosk.Theme

// Text of the show. Only the tags that `kiosk.content.markup` writes are ever in it.
Text {
    id: root

    // The share of its width that a text may give up for even lines.
    property real leeway: 0.3
    // The room left free at the end of the lines.
    property real indent: 0
    // Whether it stands over what follows and is never parted from it.
    property bool isHeading: false

    // How wide the longest word is, as a multiple of the type size. Scripts that break anywhere have no such words.
    readonly property real longestWord: {
        const words = plain.match(/[^ \n\-–—/\u00ad\u0e00-\u0eff\u2e80-\uffef]{4,}/g) ?? [];
        return Math.max(0, ...words.map(word => metrics.advanceWidth(word))) / metrics.font.pixelSize;
    }
    // Whether a word breaks that smaller type would keep whole.
    readonly property bool isBreaking: wrapMode === Text.Wrap && longestWord * font.pixelSize > width + 1 && longestWord * Theme.floor <= width

    // In place of `font.weight`: whoever measures words by it must not hear of a type size that follows from them.
    property int weight: Font.Normal

    readonly property string plain: text.replace(/<br\/>/g, "\n").replace(/<[^>]*>/g, "").replace(/&nbsp;|&#8239;/g, "\u00a0").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")

    // Where words begin in the plain text, or -1; one space is as good as another.
    function indexOf(words: string): int {
        const spaces = /[\s\u00a0\u202f]/g;
        return plain.replace(spaces, " ").indexOf(words.replace(spaces, " "));
    }

    // The width of the text on one line, in type of a size.
    function widthAt(pixels: real): real {
        return metrics.advanceWidth(plain) / metrics.font.pixelSize * pixels;
    }

    // Evens the lines out, so that no word stands alone on the last one.
    function balance(): void {
        const lines = lineCount;
        if (lines < 2)
            return;
        const most = Math.min(leeway * width, width - longestWord * font.pixelSize - 2);
        let kept = 0;
        let refused = 2 * most;
        for (let step = 0; step < 6 && kept < most; ++step) {
            indent = (kept + refused) / 2;
            if (lineCount === lines)
                kept = indent;
            else
                refused = indent;
        }
        indent = kept;
    }

    // Where each line begins and ends, from the top.
    function lines(): var {
        const heights = [];
        const note = line => heights[line.number] = line.height;
        lineLaidOut.connect(note);
        forceLayout();
        lineLaidOut.disconnect(note);
        // Who asks for lines gets a layout of another height: back to the usual one.
        forceLayout();
        let top = topPadding;
        return heights.map(height => [top, top += height]);
    }

    leftPadding: effectiveHorizontalAlignment === Text.AlignRight ? indent : 0
    rightPadding: indent - leftPadding
    color: Theme.ink
    font.pixelSize: Theme.body
    font.weight: weight
    textFormat: Text.StyledText
    // Said outright, so that the language of the slide decides and not the script of a word.
    horizontalAlignment: Text.AlignLeft
    wrapMode: Text.Wrap
    visible: text !== ""

    Accessible.role: isHeading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: plain
    Accessible.ignored: !enabled

    FontMetrics {
        id: metrics

        font.pixelSize: 100
        font.weight: root.text.includes("<b>") ? Font.Bold : root.weight
    }
}
