import QtQuick
import Kiosk.Theme

// Marks the sentence of a label that is being read aloud: the same text over it, all of it unseen but the sentence.
Text {
    id: root

    required property Label label
    // Where the sentence begins in the plain text, and how long it is.
    required property int start
    required property int length

    readonly property bool isOnGround: Qt.colorEqual(label.color, Theme.ink) || Qt.colorEqual(label.color, Theme.inkSoft)

    // The styled text with every run of the sentence between two tags marked.
    function marked(styled: string, first: int, end: int): string {
        const open = `<font color="${isOnGround ? Theme.accentText : label.color}"><u>`;
        const close = "</u></font>";
        let result = "";
        let position = 0;
        let isOpen = false;
        for (const token of styled.match(/<[^>]*>|&#?\w+;|[^]/g) ?? []) {
            const isBreak = token === "<br/>";
            const isTag = token.startsWith("<");
            const isWithin = !isTag && position >= first && position < end;
            if (isWithin !== isOpen)
                result += isWithin ? open : close;
            isOpen = isWithin;
            result += token;
            position += isTag && !isBreak ? 0 : 1;
        }
        return isOpen ? result + close : result;
    }

    anchors.fill: label
    text: marked(label.text, start, start + length)
    color: "transparent"
    textFormat: Text.StyledText
    font: label.font
    lineHeight: label.lineHeight
    wrapMode: label.wrapMode
    horizontalAlignment: label.effectiveHorizontalAlignment
    leftPadding: label.leftPadding
    rightPadding: label.rightPadding
    // The label itself is in the accessibility tree.
    Accessible.ignored: true
    LayoutMirroring.enabled: false
}
