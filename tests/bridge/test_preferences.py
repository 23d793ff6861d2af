"""What the system asks for, and what is asked of it: of a portal and a desktop of ours on a bus of ours."""

import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject
from pytestqt.qtbot import QtBot

from kiosk.bridge.preferences import APPEARANCE, CONTRAST, INTERFACE, MOTION, PATH, SERVICE, SystemPreferences
from kiosk.bridge.screen_power import SCREEN_SAVER, keep_desktop_awake
from kiosk.show.state import Preferences
from tests.bridge.shows import Lobby


class Portal(QDBusVirtualObject):
    """Answers as the desktop portal does; what it does not know is an error."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._bus = QDBusConnection.connectToBus(address, "portal")
        self.settings: dict[str, int] = {}
        assert self._bus.registerVirtualObject(PATH, self)
        assert self._bus.registerService(SERVICE)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802
        assert (message.interface(), message.member()) == (INTERFACE, "ReadOne")
        namespace, key = message.arguments()
        assert namespace == APPEARANCE
        if key not in self.settings:
            return bus.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", "not found"))
        answer = message.createReply()
        answer.setArguments([QDBusVariant(self.settings[key])])
        return bus.send(answer)

    def change(self, namespace: str, key: str, value: int) -> None:
        signal = QDBusMessage.createSignal(PATH, INTERFACE, "SettingChanged")
        signal.setArguments([namespace, key, QDBusVariant(value)])
        self._bus.send(signal)


class Desktop(QDBusVirtualObject):
    """Is asked not to blank the screen."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.asked: list[object] = []
        self._bus = QDBusConnection.connectToBus(address, "portal")
        assert self._bus.registerVirtualObject("/org/freedesktop/ScreenSaver", self)
        assert self._bus.registerService(SCREEN_SAVER)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802
        assert (message.interface(), message.member()) == (SCREEN_SAVER, "Inhibit")
        self.asked += message.arguments()
        return True


@pytest.fixture
def address() -> Iterator[str]:
    """Where a bus of our own listens."""
    command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        yield daemon.stdout.readline().strip()
        QDBusConnection.disconnectFromBus("portal")
        QDBusConnection.disconnectFromBus("program")
        daemon.terminate()


@pytest.fixture
def system(qapp: object) -> SystemPreferences:
    return SystemPreferences()


def test_the_portal_is_asked_and_heard(qtbot: QtBot, address: str, system: SystemPreferences) -> None:
    portal = Portal(address)
    portal.settings = {CONTRAST: 1, MOTION: 0}
    system.ask(QDBusConnection.connectToBus(address, "program"))
    qtbot.waitUntil(lambda: system.current == Preferences(is_high_contrast=True))
    portal.change(APPEARANCE, MOTION, 1)
    qtbot.waitUntil(lambda: system.current == Preferences(is_high_contrast=True, is_motion_reduced=True))
    portal.change("org.gnome.desktop.interface", MOTION, 0)
    portal.change(APPEARANCE, CONTRAST, 0)
    qtbot.waitUntil(lambda: system.current == Preferences(is_motion_reduced=True))


def test_a_portal_that_knows_nothing_changes_nothing(qtbot: QtBot, address: str, system: SystemPreferences) -> None:
    portal = Portal(address)
    system.ask(QDBusConnection.connectToBus(address, "program"))
    with qtbot.waitSignal(system.changed):
        portal.change(APPEARANCE, MOTION, 2)
    assert system.current == Preferences()


def test_without_a_bus_qt_alone_is_asked(qtbot: QtBot, system: SystemPreferences) -> None:
    with qtbot.waitSignal(system.changed):
        system.ask(None)
    assert system.current == Preferences()


def test_the_rotation_and_every_visit_follow_the_system(qapp: object) -> None:
    lobby = Lobby()
    lobby.show.prefer(Preferences(is_high_contrast=True, is_motion_reduced=True))
    assert lobby.signals == ["stage"]
    assert (lobby.show.isHighContrast, lobby.show.isMotionReduced, lobby.show.isVisit) == (True, True, False)
    lobby.show.touched()
    assert (lobby.show.isHighContrast, lobby.show.isMotionReduced) == (True, True)
    lobby.show.setHighContrast(False)
    assert (lobby.show.isHighContrast, lobby.show.isMotionReduced) == (False, True)
    lobby.show.prefer(Preferences())
    assert (lobby.show.isHighContrast, lobby.show.isMotionReduced) == (False, True)
    lobby.wait(60)
    lobby.wait(30)
    assert (lobby.show.isHighContrast, lobby.show.isMotionReduced) == (False, False)


def test_what_the_system_asked_for_outlives_a_reset(qapp: object) -> None:
    lobby = Lobby()
    lobby.show.prefer(Preferences(is_high_contrast=True))
    lobby.show.touched()
    lobby.show.setHighContrast(False)
    lobby.wait(60)
    lobby.wait(30)
    assert lobby.show.isHighContrast


def test_a_desktop_is_asked_not_to_blank_the_screen(qtbot: QtBot, address: str) -> None:
    desktop = Desktop(address)
    keep_desktop_awake(QDBusConnection.connectToBus(address, "program"))
    qtbot.waitUntil(lambda: desktop.asked == ["Kiosk", "The show is on the screen"])
