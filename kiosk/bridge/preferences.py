"""What the system asks of every program: high contrast and less motion.

Qt knows of contrast where it knows the desktop, and of motion from 6.12 on; the desktop portal tells of both. It is
asked over the session bus, where there is one, and nothing waits for its answer.
"""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication

from kiosk.show.state import Preferences

# The names of the portal. Source: the documentation of xdg-desktop-portal, org.freedesktop.portal.Settings.
SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
APPEARANCE = "org.freedesktop.appearance"
CONTRAST = "contrast"
MOTION = "reduced-motion"


def session_bus() -> QDBusConnection | None:
    """The session bus; where there is none, Qt's attempt to reach it would have another program start one."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    exists = "DBUS_SESSION_BUS_ADDRESS" in os.environ or (folder is not None and Path(folder, "bus").exists())
    return QDBusConnection.sessionBus() if exists else None


class SystemPreferences(QObject):
    """Listens to the system; `changed` carries `Preferences`."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portal: dict[str, bool] = {}
        # Both are kept: Python would let go of the hints with the style that has them.
        self._style = QGuiApplication.styleHints()
        self._hints = self._style.accessibility()
        self._hints.contrastPreferenceChanged.connect(self._tell)

    @property
    def current(self) -> Preferences:
        """What is asked for now, as far as it is known."""
        is_high = self._hints.contrastPreference() == Qt.ContrastPreference.HighContrast
        return Preferences(is_high or self._portal.get(CONTRAST, False), self._portal.get(MOTION, False))

    def ask(self, bus: QDBusConnection | None) -> None:
        """Tell what is known, and ask the portal on a bus for the rest."""
        self._tell()
        if bus is None:
            return
        # The stub wants bytes, Qt takes text.
        heard: Any = SLOT("heard(QDBusMessage)")
        bus.connect(SERVICE, PATH, INTERFACE, "SettingChanged", self, heard)
        for key in (CONTRAST, MOTION):
            question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "ReadOne")
            question.setArguments([APPEARANCE, key])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            watcher.setObjectName(key)
            watcher.finished.connect(self._answered)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = watcher.reply()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self._learn(watcher.objectName(), answer.arguments()[0])
        watcher.deleteLater()

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """The portal's signal that a setting changed."""
        match message.arguments():
            case [namespace, key, value] if namespace == APPEARANCE and key in (CONTRAST, MOTION):
                self._learn(key, value)

    def _learn(self, key: str, value: object) -> None:
        number = value.variant() if isinstance(value, QDBusVariant) else value
        self._portal[key] = number == 1
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.current)
