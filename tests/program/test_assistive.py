"""What an assistive program hears of the program and can do with it, over D-Bus as a screen reader would (AT-SPI)."""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
from virtual_screen import VirtualScreen

from tests.program.conftest import PATIENCE, Kiosk, Start, until

pytestmark = pytest.mark.program

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = "org.a11y.atspi.Registry"

# Bits of a state. Source: atspi-constants.h of at-spi2-core.
CHECKED, CHECKABLE, SHOWING = 4, 41, 25


class ToldScreen(VirtualScreen):
    """A screen in a session with a bus, on which the program tells assistive programs of itself."""

    def __init__(self, bus: str, folder: Path) -> None:
        super().__init__()
        self._session = {
            "DBUS_SESSION_BUS_ADDRESS": bus,
            # Where the second bus, for assistive programs alone, is made.
            "XDG_RUNTIME_DIR": str(folder),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | self._session


@dataclass(frozen=True)
class Thing:
    """An item as it is told of."""

    path: str
    name: str
    role: str
    states: int

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class Reader(QObject):
    """An assistive program: it walks the tree, does what can be done, and hears what is announced."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.announced: list[tuple[str, int]] = []
        self._address = address
        self._program = self._root = ""
        self._bus = QDBusConnection.connectToBus(address, "reader")
        wish = QDBusMessage.createMethodCall(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent")
        wish.setArguments(["object:announcement"])
        assert self._bus.call(wish).type() == QDBusMessage.MessageType.ReplyMessage
        heard: Any = SLOT("heard(QDBusMessage)")
        assert self._bus.connect("", "", "org.a11y.atspi.Event.Object", "Announcement", self, heard)

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        _, politeness, _, words, *_ = message.arguments()
        self.announced.append((str(words.variant() if isinstance(words, QDBusVariant) else words), int(politeness)))

    def hears(self, words: str, politeness: int) -> None:
        """Wait for something to be announced; 1 is polite, 2 is assertive."""

        def is_heard() -> bool:
            QCoreApplication.processEvents()
            return any(words in said and politeness == as_said for said, as_said in self.announced)

        until(is_heard, f"{words!r} in {self.announced}")

    def _ask(self, service: str, path: str, method: str, *arguments: str) -> Any:
        command = ["gdbus", "call", "--address", self._address, "--dest", service, "--object-path", path]
        call = [*command, "--method", method, *arguments]
        answer = subprocess.run(call, capture_output=True, text=True, timeout=PATIENCE)
        # Whatever changes while it is looked at is gone when it is asked after.
        return python_value(answer.stdout) if answer.returncode == 0 else None

    def parts(self, service: str, path: str) -> list[tuple[str, str]]:
        answer = self._ask(service, path, f"{ACCESSIBLE}.GetChildren")
        return list(answer[0]) if answer else []

    def find_program(self) -> None:
        def found() -> list[tuple[str, str]]:
            return self.parts(REGISTRY, ROOT)

        ((self._program, self._root),) = until(found, "the program among those that are told of")

    def things(self) -> list[Thing]:
        """All that is told of and on the screen, in order."""
        found = []
        waiting = [path for _, path in self.parts(self._program, self._root)]
        while waiting:
            path = waiting.pop(0)
            name = self._ask(self._program, path, "org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name")
            role = self._ask(self._program, path, f"{ACCESSIBLE}.GetRoleName")
            states = self._ask(self._program, path, f"{ACCESSIBLE}.GetState")
            if name and role and states:
                low, high = states[0]
                thing = Thing(path, name[0], role[0], low | high << 32)
                if thing.has(SHOWING):
                    found.append(thing)
            waiting = [path for _, path in self.parts(self._program, path)] + waiting
        return found

    def named(self, name: str, role: str = "push button") -> Thing:
        """The thing of a name, as soon as it is told of."""

        def found() -> list[Thing]:
            return [thing for thing in self.things() if (thing.name, thing.role) == (name, role)]

        things: list[Thing] = until(found, f"{role} {name!r}")
        assert len(things) == 1
        return things[0]

    def does(self, thing: Thing) -> None:
        """What can be done with it first: pressing."""
        answer = self._ask(self._program, thing.path, "org.a11y.atspi.Action.DoAction", "0")
        assert answer == (True,)


def python_value(text: str) -> Any:
    """The value that gdbus prints."""
    plain = re.sub(r"\b(objectpath|u?int(16|32|64)|byte) |@\S+ |<|>(?=[,)\]])", "", text)
    return ast.literal_eval(plain.replace("true", "True").replace("false", "False"))


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Where the bus of a session listens, and the session's folder; it ends with what it started."""
    # Short: the address of a socket has some hundred letters at most.
    folder = tmp_path_factory.mktemp("bus")
    command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        yield daemon.stdout.readline().strip(), folder
        daemon.terminate()


@pytest.fixture
def told(session: tuple[str, Path], start: Start, qapp: object) -> Iterator[tuple[Kiosk, Reader]]:
    """The program in a visit on its first slide, and a reader of it."""
    with ToldScreen(*session) as screen:
        kiosk = start(screen=screen)
        kiosk.starts()
        command = ["gdbus", "call", "--address", session[0], "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus"]
        method = ["--method", "org.a11y.Bus.GetAddress"]
        answer = subprocess.run([*command, *method], capture_output=True, text=True, timeout=PATIENCE, check=True)
        reader = Reader(python_value(answer.stdout)[0])
        reader.find_program()
        kiosk.key("space")
        kiosk.wakes()
        yield kiosk, reader
        kiosk.stop()
        QDBusConnection.disconnectFromBus("reader")
        assert kiosk.errors == ""


def test_all_is_told_of_in_the_language_of_the_screen(told: tuple[Kiosk, Reader]) -> None:
    kiosk, reader = told
    reader.named("Suivant")
    things = reader.things()
    roles = {thing.role for thing in things}
    assert {"frame", "panel", "push button", "heading", "label"} <= roles and "unknown" not in roles
    assert all(thing.name for thing in things if thing.role in ("push button", "heading", "label", "graphic"))
    reader.does(reader.named("English"))
    kiosk.events("language")
    kiosk.shows("alpha", language="en")
    reader.named("Next")
    assert not [thing for thing in reader.things() if thing.name == "Suivant"]


def test_controls_are_pressed_and_pages_announced(told: tuple[Kiosk, Reader]) -> None:
    kiosk, reader = told
    reader.does(reader.named("Suivant"))
    kiosk.shows("bravo")
    reader.hears("Bravo", 1)
    reader.named("Bravo", "panel")


def test_a_panel_covers_the_slide_and_says_what_is_on(told: tuple[Kiosk, Reader]) -> None:
    _, reader = told
    reader.does(reader.named("Confort de lecture"))
    contrast = reader.named("Contraste élevé", "check box")
    assert contrast.has(CHECKABLE) and not contrast.has(CHECKED)
    assert not [thing for thing in reader.things() if thing.name == "Suivant"]
    reader.does(contrast)
    until(lambda: reader.named("Contraste élevé", "check box").has(CHECKED), "high contrast being on")
    reader.does(reader.named("Fermer"))
    reader.named("Suivant")


def test_the_question_is_announced_at_once(told: tuple[Kiosk, Reader]) -> None:
    kiosk, reader = told
    kiosk.events("idle-warning", seconds=15)
    reader.hears("Êtes-vous toujours là", 2)
    reader.named("Êtes-vous toujours là\u202f?", "alert message")
    assert not [thing for thing in reader.things() if thing.role == "push button"]
