"""The floor: the least a PySide6 program does to show a QML file on the whole screen. Usage: floor.py FILE"""

import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

app = QGuiApplication(sys.argv)
view = QQuickView()
view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
view.setSource(QUrl.fromLocalFile(sys.argv[1]))
view.setGeometry(app.primaryScreen().geometry())
view.showFullScreen()
app.exec()
