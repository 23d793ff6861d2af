"""The mouse, for as long as a key is held with which it may do something to a window rather than in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

HELD = frozenset(
    (
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Control,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
    )
)


class MouseGrip(QObject):
    """Has the mouse come to a window of an X server, which all keys come to, while one of these is held.

    A window manager waits for Alt and the wheel, to change desktops. Not all the time: whoever has the mouse of an X
    server has every touch panel too.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._held = set[int]()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat() and event.key() in HELD:
            if event.type() == QEvent.Type.KeyPress:
                self._held.add(event.key())
            else:
                self._held.discard(event.key())
            self._window.setMouseGrabEnabled(bool(self._held))
        return False
