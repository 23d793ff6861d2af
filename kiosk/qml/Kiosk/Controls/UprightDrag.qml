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

    // The same when it becomes active, which `way` knows of with the next movement only. None comes from a machine that
    // was busy: it hears of a whole swipe at once.
    function firstWay(): vector2d {
        return Theme.upright(Qt.vector2d(centroid.scenePosition.x - centroid.scenePressPosition.x, centroid.scenePosition.y - centroid.scenePressPosition.y));
    }
}
