"""Keys, heard before anything on the stage hears them."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.show_view_model import ShowViewModel


class Keys(QObject):
    """Hears every key before anything else does. The key that wakes the screen, or keeps a visit, does only that."""

    def __init__(self, show: ShowViewModel, window: QQuickWindow) -> None:
        super().__init__(window)
        self._show = show
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        was_awake = self._show.is_awake
        self._show.touched()
        return not was_awake
