import QtQuick

// Closes what it stands on.
IconButton {
    name: qsTr("Close")
    drawing: "M6 6L18 18M18 6L6 18"
}
