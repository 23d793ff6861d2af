import QtQuick
import Kiosk.Theme

// A figure's value. It counts up once when its slide arrives by a crossfade; else it just stands there.
Text {
    id: root

    required property string value
    required property list<string> steps

    property int step: steps.length

    function prepare(): void {
        if (steps.length > 0 && !Motion.isNone)
            step = 0;
    }

    function arrive(): void {
        if (step < steps.length)
            counting.restart();
    }

    text: step < steps.length ? steps[step] : value
    color: Theme.accentText
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    font.weight: Font.Light
    font.features: {
        "tnum": 1
    }

    NumberAnimation {
        id: counting

        target: root
        property: "step"
        to: root.steps.length
        duration: Motion.countUp
    }
}
