pragma Singleton

import QtQuick

// The design in one place: palette, grid and type scale. Everything measures in `unit`, a hundredth
// of the shorter side (less on squarish screens), so that one composition serves every size.
QtObject {
    id: root

    // Set once by the stage.
    property size viewport: Qt.size(1920, 1080)
    // Degrees clockwise by which all is turned.
    property int turn: 0
    readonly property bool isSideways: turn % 180 !== 0
    property real pixelsPerMillimetre: 0
    // How high capitals must be for whoever touches, in millimetres.
    property real letterHeight: 7.33
    // Whether the panel is to be spared: what stands still is dimmed, and the picture wanders by so many pixels.
    property bool isSparing: false
    readonly property int orbitReach: isSparing ? 4 : 0
    // The editor's colours; the last is that of text on the accent colour.
    property color ownGround: "#f6f3ee"
    property color ownInk: "#1d1433"
    property color ownAccent: "#5b2a86"
    property color ownAccentInk: "#ffffff"
    // The visitor's: normal, large or very large text, and white and yellow on black.
    property int textSize: 0
    property bool isHighContrast: false

    readonly property bool isPortrait: viewport.height > viewport.width
    readonly property real unit: Math.min(viewport.width, viewport.height, Math.sqrt(viewport.width * viewport.height) * 0.75) / 100

    // Palette. What is written soft is as soft as 7:1 allows, outlines of controls keep 3:1 (norms, row 6).
    readonly property color ground: isHighContrast ? "#000000" : ownGround
    readonly property color ink: isHighContrast ? "#ffffff" : ownInk
    readonly property color accent: isHighContrast ? "#ffe100" : ownAccent
    readonly property color accentInk: isHighContrast ? "#000000" : ownAccentInk
    readonly property color inkSoft: isHighContrast ? ink : softened(ink, ground, 0.28, 7)
    readonly property color accentInkSoft: isHighContrast ? accentInk : softened(accentInk, accent, 0.18, 7)
    // Text in the accent colour.
    readonly property color accentText: softened(ink, accent, 1, 7, ground)
    readonly property color line: isHighContrast ? ink : mix(ink, ground, 0.78)
    readonly property color outline: isHighContrast ? ink : softened(ink, ground, 0.5, 3)
    readonly property color accentOutline: isHighContrast ? accentInk : softened(accentInk, accent, 0.3, 3)
    readonly property color scrim: isHighContrast ? ground : Qt.alpha(ink, 0.72)
    // The focus: one of the two stands out from any ground.
    readonly property color ringLight: "#ffffff"
    readonly property color ringDark: "#000000"

    // Grid, in whole pixels: a picture that stands between two of them is drawn slowly and blurred.
    readonly property real margin: Math.round(8 * unit)
    readonly property real gutter: Math.round(4 * unit)
    readonly property real gap: Math.round(2 * unit)
    readonly property real headerHeight: Math.round(12 * unit)
    // Where one row is too short for all controls the footer has two.
    readonly property bool isFooterStacked: viewport.width < 9 * target + 69 * unit
    readonly property real footerHeight: Math.round((isFooterStacked ? 2 * target + gap : target) + 5 * unit)
    readonly property real hairline: isHighContrast ? Math.max(2, Math.round(unit / 4)) : Math.max(1, Math.round(unit / 8))
    readonly property real rule: Math.round(0.5 * unit)
    readonly property real ring: Math.max(2, Math.round(0.35 * unit))

    // Targets: 20 mm where the screen's size is known (norms, row 2), else what is that large on an 18-inch panel.
    readonly property real target: Math.round(Math.min(pixelsPerMillimetre > 0 ? Math.max(20 * pixelsPerMillimetre, 6 * unit) : 9 * unit, 14 * unit))

    // Type scale, in pixels
    readonly property real textScale: [1, 1.3, 1.6][textSize]
    readonly property real caption: textScale * Math.max(floor, 2.7 * unit)
    readonly property real body: textScale * Math.max(floor, 3.5 * unit)
    readonly property real lead: textScale * Math.max(floor, 4.6 * unit)
    readonly property real title: textScale * 6.2 * unit
    readonly property real display: textScale * 8.4 * unit
    readonly property real poster: textScale * 12 * unit
    readonly property real numeral: textScale * 13 * unit

    // No text gets smaller than this: capitals of 0.7 degrees, 7.3 mm at 600 mm (norms, row 4), down to a 24-inch panel.
    readonly property real floor: pixelsPerMillimetre > 0 ? Math.min(letterHeight * pixelsPerMillimetre / capHeight, 3.6 * unit) : 2.5 * unit
    readonly property real capHeight: 0.698

    function mix(a: color, b: color, share: real): color {
        return Qt.rgba(a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share, 1);
    }

    function luminance(colour: color): real {
        const linear = [colour.r, colour.g, colour.b].map(part => part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    // The contrast ratio of two colours. Source: WCAG 2.2.
    function contrast(a: color, b: color): real {
        const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
        return (lighter + 0.05) / (darker + 0.05);
    }

    // A colour mixed with another one, by so much of a share as keeps a contrast with the ground, rounding included.
    function softened(colour: color, other: color, share: real, least: real, ground = other): color {
        let kept = share;
        while (kept > 0 && contrast(mix(colour, other, kept), ground) < least + 0.05)
            kept -= share / 50;
        return mix(colour, other, Math.max(0, kept));
    }

    // How opaque a veil has to be, so much at least, for text on it to keep 7:1 whatever picture lies below.
    function cover(ink: color, veil: color, least: real): real {
        let opacity = least;
        while (opacity < 0.97 && Math.min(contrast(ink, mix("#ffffff", veil, opacity)), contrast(ink, mix("#000000", veil, opacity))) < 7)
            opacity += 0.01;
        return opacity;
    }

    // A way on the window, as whoever stands before the turned screen sees it.
    function upright(way: vector2d): vector2d {
        switch (turn) {
        case 90:
            return Qt.vector2d(way.y, -way.x);
        case 180:
            return Qt.vector2d(-way.x, -way.y);
        case 270:
            return Qt.vector2d(-way.y, way.x);
        }
        return way;
    }
}
