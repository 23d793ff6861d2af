"""No way out of the show that fills a screen: what the environment may not bring in, and keys that nobody else gets."""

from collections.abc import MutableMapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

DOORS = frozenset(
    (
        # Code from elsewhere.
        "QML2_IMPORT_PATH",
        "QML_IMPORT_PATH",
        "QT_PLUGIN_PATH",
        "QT_QPA_GENERIC_PLUGINS",
        "QT_QPA_PLATFORMTHEME",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        # Keyboards and lists of words that open over the show.
        "QT_IM_MODULE",
        "QT_IM_MODULES",
        # An end at the first thing that Qt does not like.
        "QT_FATAL_CRITICALS",
        "QT_FATAL_WARNINGS",
    )
)
"""Variables of Qt's that a lobby has no use for. Source: faults.md, *Lock-down*."""

OF_THE_BUNDLE = frozenset(("QML2_IMPORT_PATH", "QT_PLUGIN_PATH"))
"""Those that a bundled program has set itself before this (PyInstaller's hook for PySide6)."""

RETRY = 1000
"""Milliseconds."""


def shut_doors(environment: MutableMapping[str, str], *, is_bundled: bool) -> None:
    """Take away what would have Qt load or open what is not ours. It must happen before Qt looks."""
    for name in DOORS - OF_THE_BUNDLE if is_bundled else DOORS:
        environment.pop(name, None)


class KeyGrip(QObject):
    """Has every key come to a window of an X server, for as long as it is seen.

    A window manager waits for keys of its own there, to change desktops or start programs; it gets none that somebody
    has taken hold of. Compositors have their keys before anybody: cage, which the service uses, has none.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._again = QTimer(self, singleShot=True, interval=RETRY)
        self._again.timeout.connect(self.take)
        # What hides a window takes the hold away.
        window.visibilityChanged.connect(self.take)
        window.activeChanged.connect(self.take)
        self.take()

    def take(self) -> None:
        """Take hold of the keys, again and again until they are to be had."""
        if QGuiApplication.platformName() != "xcb" or not self._window.isVisible():
            return
        if not self._window.setKeyboardGrabEnabled(True):
            self._again.start()
