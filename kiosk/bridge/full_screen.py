"""A window that covers its screens, whatever becomes of them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from kiosk.bridge.screens import NOT_ASKED, Area, Wanted, place

AGAIN = 1000
"""Milliseconds in which a window manager has answered a change of screens in its own way."""


IN_FRONT = 3000
"""Milliseconds between looks whether another window is in front."""


class FullScreen(QObject):
    """Keeps a window over all of its screens, also after a change of size and a cable that was pulled and put back.

    Without a window manager nobody else does.
    """

    def __init__(self, window: QWindow, app: QGuiApplication, wanted: Wanted) -> None:
        super().__init__()
        self._window = window
        self._wanted = wanted
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._fill_again)
        self._is_guest = False
        if QGuiApplication.platformName() == "xcb":
            looks = QTimer(self, interval=IN_FRONT)
            looks.timeout.connect(self.come_to_front)
            looks.start()
        for screen in app.screens():
            screen.geometryChanged.connect(self._changed)
        app.screenAdded.connect(self._follow)
        app.screenRemoved.connect(self._changed)
        app.primaryScreenChanged.connect(self._changed)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        self._fill_again()
        self._again.start()

    def _fill_again(self) -> None:
        if QGuiApplication.platformName() != "xcb":
            self.fill()
            return
        from kiosk.bridge.bare_x import monitors

        self.fill(monitors())

    def fill(self, monitors: Mapping[str, Area] = NOT_ASKED) -> None:
        """Put the window there, and show it. Where no screen is, it stays as it was.

        `monitors` tells where the screens are, by their names, where that is known better than by Qt.
        """
        there = place(self._wanted, monitors)
        # What is fullscreen fills one screen, above all others, and of mirrors the one that the window manager takes.
        # Only a Wayland compositor may have one for all.
        is_plain = there and (there.is_shared or there.is_guest) and QGuiApplication.platformName() != "wayland"
        if is_plain:
            self._window.showNormal()
        if there:
            self._window.setScreen(there.screen)
            self._window.setGeometry(there.area)
        if not is_plain:
            self._window.showFullScreen()
        self._is_guest = there is not None and there.is_guest
        if self._is_guest:
            # A show of its own may be there.
            self._window.lower()

    def come_to_front(self) -> None:
        """Have no window of another program in front for long: a dialog, a reminder. What is in front stays there."""
        if self._is_guest:
            return
        self._window.raise_()
        # Of several shows one has the keys, whichever that is.
        if not self._wanted.is_asked and not self._window.isActive():
            self._window.requestActivate()
