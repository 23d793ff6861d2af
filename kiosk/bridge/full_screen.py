"""A window that covers a screen, whatever becomes of the screens."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen, QWindow


class FullScreen(QObject):
    """Keeps a window over all of its screen, also after a change of size and a cable that was pulled and put back.

    Without a window manager nobody else does. `choose` says which screen it is, of those that are there.
    """

    def __init__(self, window: QWindow, app: QGuiApplication, choose: Callable[[], QScreen]) -> None:
        super().__init__()
        self._window = window
        self._choose = choose
        for screen in app.screens():
            screen.geometryChanged.connect(self.fill)
        app.screenAdded.connect(self._follow)
        app.screenRemoved.connect(self.fill)
        app.primaryScreenChanged.connect(self.fill)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Put the window there, and show it."""
        screen = self._choose()
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
