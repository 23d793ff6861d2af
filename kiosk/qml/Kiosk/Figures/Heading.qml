import QtQuick

// A text in large type, which yields where the longest word would not fit: words of a heading do not break.
Label {
    id: root

    required property real largest
    required property real smallest

    isHeading: true
    leeway: 0.5
    font.pixelSize: Math.max(smallest, Math.min(largest, Math.floor(width / longestWord)))
    weight: Font.DemiBold
    lineHeight: 0.94

    Accessible.role: Accessible.Heading
}
