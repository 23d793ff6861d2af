"""The last rung: the name on its colour, drawn without Qt Quick, from nothing that may be broken."""

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QRasterWindow, QResizeEvent

from kiosk.show.orbit import LONGEST, place

GROUND, INK = QColor("#5b2a86"), QColor("#ffffff")
"""The accent of a theme that names none, and its ink."""

LETTERS = 12
"""The height of the letters, as a part of the shorter side of the screen."""


class CalmScreen(QRasterWindow):
    """A window with a name in its middle, turned clockwise by `turn` degrees. Nobody closes it where it is locked."""

    frameSwapped = Signal()
    """A frame is on its way to the screen."""

    def __init__(self, title: str, ground: str, ink: str, *, turn: int = 0, is_locked: bool = False) -> None:
        super().__init__()
        self._title = title
        # What is no colour is what would be there without one.
        self.ground = QColor.fromString(ground) if QColor.isValidColorName(ground) else GROUND
        self._ink = QColor.fromString(ink) if QColor.isValidColorName(ink) else INK
        self._turn = turn
        self._is_locked = is_locked
        steps = QTimer(self, interval=LONGEST)
        steps.timeout.connect(self.update)
        steps.start()
        self.setTitle(title)
        if is_locked:
            self.setFlag(Qt.WindowType.FramelessWindowHint)
            self.setCursor(Qt.CursorShape.BlankCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self._is_locked:
            event.ignore()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # An X server asks for no new picture of a window that has become smaller.
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.width(), self.height()
        painter = QPainter(self)
        painter.fillRect(0, 0, width, height, self.ground)
        painter.translate(QPointF(width / 2, height / 2))
        painter.rotate(self._turn)
        if self._turn % 180:
            width, height = height, width
        font = QFont()
        font.setPixelSize(max(1, min(width, height) // LETTERS))
        font.setWeight(QFont.Weight.Light)
        painter.setFont(font)
        painter.setPen(self._ink)
        painter.translate(QPointF(*place(int(1000 * time.monotonic() / LONGEST))))
        room = QRectF(-0.45 * width, -0.45 * height, 0.9 * width, 0.9 * height)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._title)
        painter.end()
        self.frameSwapped.emit()
