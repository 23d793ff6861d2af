pragma Singleton

import QtQuick

// What is drawn on several controls, for `Icon`.
QtObject {
    readonly property string up: "M5 15L12 8L19 15"
    readonly property string down: "M5 9L12 16L19 9"
    readonly property string left: "M15 5L8 12L15 19"
    readonly property string right: "M9 5L16 12L9 19"
    readonly property string lens: "M10.5 4A6.5 6.5 0 1 0 10.5 17A6.5 6.5 0 1 0 10.5 4M15.4 15.4L21 21"
}
