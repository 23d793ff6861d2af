"""Somebody who has the PIN."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from kiosk.bridge.staff_view_model import About, StaffViewModel
from kiosk.content.reader import Reading
from kiosk.safety import pin
from kiosk.safety.door import HINT, HOLD
from kiosk.safety.health import Health
from kiosk.safety.messages import Messages
from kiosk.safety.pin import Secret, stretched
from tests.bridge.shows import Lobby

PIN = "40718"


def keep_pin(file: Path) -> None:
    """Keep the PIN, stretched so little that no test waits for it."""
    pin.keep(file, Secret(b"salt", 1, stretched(PIN.encode(), b"salt", 1)))


class Staff:
    """The door of a show, and what is asked for behind it."""

    def __init__(self, lobby: Lobby, reading: Reading | None = None, health: Health | None = None) -> None:
        self.lobby = lobby
        self.reading = reading or Reading(lobby.show._show, (), "1", ())
        about = About(version="1.2.3", file=Path("lobby.yaml"), reading=self.reading, health=health)
        self.messages = Messages([])
        self.model: Any = StaffViewModel(
            lobby.show, lambda: about, self.messages, can_quit=True, can_turn_off=True, parent=lobby.show
        )
        self.asked: list[str] = []
        for name in ("screenOff", "reload", "restart", "quit"):
            getattr(self.model, f"{name}Asked").connect(lambda name=name: self.asked.append(name))

    @property
    def stand(self) -> str:
        return str(self.model.stand)

    def wait(self, seconds: float) -> None:
        """Let time pass for the door alone."""
        self.lobby.clock.now += seconds
        alarm: QTimer | None = self.model.findChild(QTimer)
        if alarm and alarm.isActive():
            alarm.timeout.emit()

    def hold(self) -> None:
        """Wait for as long as the corner must be held."""
        self.wait(HINT)
        self.wait(HOLD - HINT)

    def facts(self) -> dict[str, str]:
        rows = self.model.facts
        heading, text = sorted(rows.roleNames())
        indices = [rows.index(number) for number in range(rows.rowCount())]
        return {rows.data(index, heading): rows.data(index, text) for index in indices}
