"""That nothing stands still or hurries after the one message of Qt that the program keeps to itself (qt_log.py).

Qt stops its clock of animations in three steps, each a posted event. A timer that is started, stopped and started again
between them stops the clock first, Qt says so, and begins anew.
"""

import os
import subprocess
import sys

SCRIPT = '''
import sys
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

app = QGuiApplication([])
engine = QQmlEngine()
component = QQmlComponent(engine)
component.setData(b"""
import QtQuick

Item {
    id: root

    signal done

    property real begun
    property Timer other: Timer { running: true; interval: 3600000 }
    property Timer timer: Timer { interval: 300; onTriggered: root.animation.start() }
    property NumberAnimation animation: NumberAnimation {
        target: root
        property: "x"
        to: 1
        duration: 200
        onFinished: {
            const took = Date.now() - root.begun;
            console.log("after", took > 450 ? "its time" : took);
            root.done();
        }
    }

    function upset() {
        begun = Date.now();
        other.stop();
        Qt.callLater(timer.start);
        timer.start();
        timer.stop();
    }
}
""", "")
item = component.create()
# Until Qt's clock has begun.
for _ in range(10):
    app.processEvents()
item.done.connect(app.quit)
item.upset()
app.exec()
'''


def test_timers_and_animations_go_on_after_qt_found_its_clock_stopped() -> None:
    environment = os.environ | {"QT_FORCE_STDERR_LOGGING": "1"}
    told = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=60)
    message = "QUnifiedTimer::stopAnimationDriver: driver is not running"
    assert told.stderr.splitlines() == [message, "qml: after its time"]
