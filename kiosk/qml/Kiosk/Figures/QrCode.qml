import QtQuick

// A QR code on white, each module a whole number of pixels so that its edges stay sharp.
Rectangle {
    id: root

    required property string code
    required property real side
    // What the code holds, for who cannot see it.
    required property string name

    // Qt reads even an address that holds the picture itself in its own time.
    readonly property bool isReady: code === "" || picture.status === Image.Ready || picture.status === Image.Error
    readonly property int modules: Math.max(1, picture.implicitWidth)

    implicitWidth: side
    implicitHeight: side
    color: "#ffffff"

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Code for phones: %1").arg(name)
    Accessible.ignored: !enabled

    Image {
        id: picture

        anchors.centerIn: parent
        width: root.modules * Math.max(1, Math.floor(root.side / root.modules))
        height: width
        source: root.code
        smooth: false
    }
}
