pragma Singleton

import QtQuick

// The design in one place: palette, grid and type scale. Everything measures in `unit`, a hundredth
// of the shorter side (less on squarish screens), so that one composition serves every size.
QtObject {
    id: root

    // Set once by the stage.
    property size viewport: Qt.size(1920, 1080)
    property real pixelsPerMillimetre: 0
    property color ground: "#f6f3ee"
    property color ink: "#1d1433"
    property color accent: "#5b2a86"
    // The colour of text on the accent colour.
    property color accentInk: "#ffffff"

    readonly property bool isPortrait: viewport.height > viewport.width
    readonly property real unit: Math.min(viewport.width, viewport.height, Math.sqrt(viewport.width * viewport.height) * 0.75) / 100

    // Palette
    readonly property color inkSoft: mix(ink, ground, 0.28)
    readonly property color line: mix(ink, ground, 0.78)
    readonly property color accentInkSoft: mix(accentInk, accent, 0.18)
    readonly property color scrim: Qt.alpha(ink, 0.72)

    // Grid, in whole pixels: a picture that stands between two of them is drawn slowly and blurred.
    readonly property real margin: Math.round(8 * unit)
    readonly property real gutter: Math.round(4 * unit)
    readonly property real gap: Math.round(2 * unit)
    readonly property real headerHeight: Math.round(12 * unit)
    readonly property real footerHeight: Math.round(target + 5 * unit)
    readonly property real hairline: Math.max(1, Math.round(unit / 8))
    readonly property real rule: Math.round(0.5 * unit)

    // Targets: 20 mm where the screen's size is known (norms, row 2), else what is that large on an 18-inch panel.
    readonly property real target: Math.round(Math.min(pixelsPerMillimetre > 0 ? Math.max(20 * pixelsPerMillimetre, 6 * unit) : 9 * unit, 14 * unit))

    // Type scale, in pixels
    readonly property real caption: Math.max(floor, 2.7 * unit)
    readonly property real body: Math.max(floor, 3.5 * unit)
    readonly property real lead: Math.max(floor, 4.6 * unit)
    readonly property real title: 6.2 * unit
    readonly property real display: 8.4 * unit
    readonly property real poster: 12 * unit
    readonly property real numeral: 13 * unit

    // No text gets smaller than this: a capital of 7.3 mm, 0.7 degrees at 600 mm (norms, row 4).
    readonly property real floor: pixelsPerMillimetre > 0 ? Math.min(7.3 * pixelsPerMillimetre / capHeight, 3.4 * unit) : 2.5 * unit
    readonly property real capHeight: 0.698

    function mix(a: color, b: color, share: real): color {
        return Qt.rgba(a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share, 1);
    }
}
