import QtQuick
import Kiosk.Theme

// A drag in the directions of whoever stands before the screen, though it hangs turned: Qt counts along the window.
DragHandler {
    property bool isAcross: true
    property bool isUpAndDown: true

    // Of the finger since it began.
    readonly property vector2d way: Theme.upright(activeTranslation)

    target: null
    xAxis.enabled: Theme.isSideways ? isUpAndDown : isAcross
    yAxis.enabled: Theme.isSideways ? isAcross : isUpAndDown
}
