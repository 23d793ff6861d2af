"""An assistive program for the tests, which speaks AT-SPI over D-Bus as a screen reader does."""

import ast
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
from virtual_screen import VirtualScreen

from tests.program.conftest import PATIENCE, until

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = "org.a11y.atspi.Registry"

PRESSED = ("push button", "check box")
"""The roles of what can be pressed."""
LEAVES = (*PRESSED, "label", "heading", "graphic")

# Bits of a state. Source: atspi-constants.h of at-spi2-core.
CHECKED, FOCUSED, SHOWING, CHECKABLE = 4, 12, 25, 41


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
        self._program = self._root = self._focus = ""
        self._bus = QDBusConnection.connectToBus(address, "reader")
        for wish in ("object:announcement", "object:state-changed:focused"):
            answer = self._call(REGISTRY, "/org/a11y/atspi/registry", f"{REGISTRY}.RegisterEvent", wish)
            assert answer is not None
        for member, slot in (("Announcement", "heard(QDBusMessage)"), ("StateChanged", "changed(QDBusMessage)")):
            told: Any = SLOT(slot)
            assert self._bus.connect("", "", "org.a11y.atspi.Event.Object", member, self, told)

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        _, politeness, _, words, *_ = message.arguments()
        self.announced.append((str(words.variant() if isinstance(words, QDBusVariant) else words), int(politeness)))

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        state, is_so, *_ = message.arguments()
        if state == "focused" and is_so:
            self._focus = message.path()

    def hears(self, words: str, politeness: int) -> None:
        """Wait for something to be announced; 1 is polite, 2 is assertive."""

        def is_heard() -> bool:
            QCoreApplication.processEvents()
            return any(words in said and politeness == as_said for said, as_said in self.announced)

        until(is_heard, f"{words!r} in {self.announced}")

    def _call(self, service: str, path: str, method: str, *arguments: object) -> list[Any] | None:
        """What a method answers; None for an error, as from what is gone when it is asked after."""
        interface, _, member = method.rpartition(".")
        message = QDBusMessage.createMethodCall(service, path, interface, member)
        message.setArguments([*arguments])
        answer = self._bus.call(message)
        return answer.arguments() if answer.type() == QDBusMessage.MessageType.ReplyMessage else None

    def _ask(self, service: str, path: str, method: str, *arguments: str) -> Any:
        """The same for answers of many parts, which Qt for Python does not take apart."""
        command = ["gdbus", "call", "--address", self._address, "--dest", service, "--object-path", path]
        call = [*command, "--method", method, *arguments]
        answer = subprocess.run(call, capture_output=True, text=True, timeout=PATIENCE)
        return python_value(answer.stdout) if answer.returncode == 0 else None

    def _name(self, path: str) -> str:
        answer = self._call(self._program, path, "org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name")
        return str(answer[0].variant()) if answer else ""

    def _role(self, path: str) -> str:
        answer = self._call(self._program, path, f"{ACCESSIBLE}.GetRoleName")
        return str(answer[0]) if answer else ""

    def _states(self, path: str) -> int:
        answer = self._ask(self._program, path, f"{ACCESSIBLE}.GetState")
        return answer[0][0] | answer[0][1] << 32 if answer else 0

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
            role = self._role(path)
            thing = Thing(path, self._name(path), role, self._states(path))
            if thing.has(SHOWING):
                found.append(thing)
            if role not in LEAVES:
                waiting = [path for _, path in self.parts(self._program, path)] + waiting
        return found

    def named(self, name: str, role: str = "push button") -> Thing:
        """The thing of a name, as soon as it is told of."""

        def found() -> list[Thing]:
            return [thing for thing in self.things() if (thing.name, thing.role) == (name, role)]

        things: list[Thing] = until(found, f"{role} {name!r}")
        assert len(things) == 1
        return things[0]

    @property
    def focus(self) -> str:
        """The name of what can be pressed and has the focus; empty when nothing has."""
        # What the program did before it answers has been told of by then.
        for _ in range(2):
            self._name(self._root)
            QCoreApplication.processEvents()
        # That nothing has the focus any more is not told.
        if not self._focus or self._role(self._focus) not in PRESSED or not self._states(self._focus) >> FOCUSED & 1:
            return ""
        return self._name(self._focus)

    def place(self, path: str = "") -> tuple[int, int]:
        """The middle of a thing, or of what has the focus, in pixels of the screen."""
        at = path or self._focus
        ((x, y, width, height),) = self._ask(self._program, at, "org.a11y.atspi.Component.GetExtents", "0")
        return x + width // 2, y + height // 2

    def does(self, thing: Thing) -> None:
        """What can be done with it first: pressing."""
        answer = self._ask(self._program, thing.path, "org.a11y.atspi.Action.DoAction", "0")
        assert answer == (True,)


def python_value(text: str) -> Any:
    """The value that gdbus prints."""
    plain = re.sub(r"\b(objectpath|u?int(16|32|64)|byte) |@\S+ |<|>(?=[,)\]])", "", text)
    return ast.literal_eval(plain.replace("true", "True").replace("false", "False"))
