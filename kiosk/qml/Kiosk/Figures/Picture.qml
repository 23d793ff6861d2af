import QtQuick
import Kiosk.Theme

// A picture, decoded off the GUI thread at the size it is drawn. Where it cannot be read the ground stays calm.
Image {
    id: root

    required property string alt
    property bool isCropped: false

    readonly property bool isReady: source.toString() === "" || status === Image.Ready || status === Image.Error

    asynchronous: true
    fillMode: isCropped ? Image.PreserveAspectCrop : Image.PreserveAspectFit
    sourceSize: Qt.size(Math.ceil(width), Math.ceil(height))

    // A drawing in dark lines is seen on its own ground only.
    Rectangle {
        anchors.centerIn: parent
        z: -1
        width: root.paintedWidth
        height: root.paintedHeight
        visible: Theme.isHighContrast && root.status === Image.Ready && !root.isCropped
        color: Theme.ownGround
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: alt === "" || !enabled
}
