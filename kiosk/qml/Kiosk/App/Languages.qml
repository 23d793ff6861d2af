import QtQuick
import Kiosk.Controls
import KioskBridge as Bridge

// The languages of the show, where there are more than two.
ChoiceList {
    id: root

    required property Bridge.ShowViewModel show

    heading: qsTr("Language")
    choices: show.languages
    current: show.currentLanguage
    onChosen: index => show.chooseLanguage(index)
    onDismissed: show.closePanel()
}
