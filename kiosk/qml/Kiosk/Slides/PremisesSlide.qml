pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Figures
import Kiosk.Theme
import KioskBridge as Bridge

// The place: name, address and description, what is there, when and how; a picture and a code for the map.
// Where there is much of it the picture gets smaller, and address and description join the columns.
Slide {
    id: root

    required property Bridge.PremisesSlide slide

    readonly property bool hasMap: slide.map !== ""
    readonly property bool isDense: arrangement === 1
    readonly property int lists: details.count + (hasMap ? 1 : 0)
    readonly property bool isFlowing: isDense && !isInParts && (lists > 1 || !Theme.isPortrait)
    readonly property int mostColumns: isInParts ? 1 : Math.max(1, columnsAtMost - Math.max(0, yielding - 1))
    readonly property int columnsAtMost: Theme.isPortrait || (hasPicture && !isDense) ? 2 : isDense ? 3 : 4

    component Introduction: Column {
        id: introduction

        required property real textWidth

        spacing: root.space(2.6 * Theme.unit)

        Label {
            anchors.left: parent.left
            width: introduction.textWidth
            text: root.slide.address
            font.pixelSize: root.size(Theme.lead)
            color: Theme.accentText
            lineHeight: 1.06
        }

        Label {
            anchors.left: parent.left
            width: introduction.textWidth
            text: root.slide.description
            font.pixelSize: root.size(Theme.body)
            lineHeight: 1.15
        }
    }

    picture: slide.picture
    pictureAlt: slide.pictureAlt
    isPictureBehind: slide.isPictureBehind
    arrangements: 2
    pictureShare: isDense ? (Theme.isPortrait ? 0.16 : 0.2) : (Theme.isPortrait ? 0.28 : 0.38)
    veilShare: isDense ? 0.9 : 0.58
    largestFit: 1.2
    mostYielding: columnsAtMost
    contentHeight: stack.height
    isContentReady: map.isReady

    Column {
        id: stack

        x: root.textArea.x
        y: root.contentTop
        width: root.textArea.width
        spacing: root.space(2.6 * Theme.unit)

        Rule {
            anchors.left: parent.left
        }

        Heading {
            width: parent.width
            text: root.slide.heading
            largest: root.headingSize(Theme.title)
            smallest: root.smallest
        }

        Introduction {
            visible: !root.isFlowing
            width: parent.width
            textWidth: width
        }

        Item {
            width: parent.width
            implicitHeight: body.y + body.height
            visible: root.lists > 0

            ColumnFlow {
                id: body

                anchors.left: parent.left
                y: root.space(Theme.gap)
                columns: Math.min(root.lists + (root.isFlowing ? 1 : 0), root.mostColumns)
                fullWidth: parent.width
                gutter: Theme.gutter
                spacing: root.space(3 * Theme.unit)

                Introduction {
                    visible: root.isFlowing
                    width: body.itemWidth
                    // Out of use it must neither take room nor seem to break words.
                    height: root.isFlowing ? implicitHeight : 0
                    textWidth: root.isFlowing ? body.columnWidth : body.fullWidth
                }

                Repeater {
                    id: details

                    model: root.slide.details

                    Column {
                        id: detail

                        required property string heading
                        required property list<string> lines
                        required property list<string> times

                        width: body.itemWidth
                        spacing: 0.3 * root.size(Theme.caption)

                        Rectangle {
                            anchors.left: parent.left
                            width: body.columnWidth
                            height: Theme.hairline
                            color: Theme.line
                        }

                        Label {
                            anchors.left: parent.left
                            width: body.columnWidth
                            text: detail.heading
                            isHeading: true
                            color: root.isBehind ? Theme.ink : Theme.inkSoft
                            font.pixelSize: root.size(Theme.caption)
                        }

                        Repeater {
                            model: detail.lines

                            DetailLine {
                                required property int index
                                required property string modelData

                                line: modelData
                                time: detail.times[index] ?? ""
                                width: body.itemWidth
                                textWidth: body.columnWidth
                                size: root.size(Theme.caption * 1.1)
                            }
                        }
                    }
                }

                Column {
                    width: body.itemWidth
                    height: root.hasMap ? implicitHeight : 0
                    spacing: root.space(1.4 * Theme.unit)
                    visible: root.hasMap

                    QrCode {
                        id: map

                        anchors.left: parent.left
                        code: root.slide.map
                        side: 20 * Theme.unit
                        name: mapLabel.plain
                    }

                    Label {
                        id: mapLabel

                        anchors.left: parent.left
                        width: body.columnWidth
                        text: root.slide.mapLabel
                        color: root.isBehind ? Theme.ink : Theme.inkSoft
                        font.pixelSize: root.size(Theme.caption)
                    }
                }
            }
        }
    }
}
