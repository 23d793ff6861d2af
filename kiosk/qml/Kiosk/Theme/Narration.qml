pragma Singleton

import QtQuick

// What is being read aloud: a plain sentence as it stands in a text of the slide, or nothing.
QtObject {
    property string sentence: ""
}
