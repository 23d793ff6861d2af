"""Tells whoever watches over the program that it is alive: systemd, or `kiosk supervise`, in the same words.

Words and variables are those of sd_notify(3). A beat is sent only after frames that were presented: a thread or a timer
would go on beating over a screen that stands still (faults.md, *Heartbeat matrix*).
"""

import logging
import os
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

if TYPE_CHECKING:
    from kiosk.bridge.calm_screen import CalmScreen

log = logging.getLogger(__name__)

OUTPUTS = Path("/sys/class/drm")

STANDARD_OUTPUT = 1


@dataclass(frozen=True)
class Watcher:
    """Somebody who watches. `tell` says a line to them; they wait `patience` seconds for a beat, 0 for ever."""

    tell: Callable[[str], None]
    patience: float


def watcher(environment: Mapping[str, str]) -> Watcher | None:
    """Who watches over this process, None if nobody does."""
    address = environment.get("NOTIFY_SOCKET", "")
    if environment.get("KIOSK_SUPERVISED"):
        tell = to_supervisor()
    elif address.startswith(("/", "@")):
        tell = to_systemd(address)
    else:
        return None
    # WATCHDOG_PID names the compositor: the program is its child.
    patience = environment.get("WATCHDOG_USEC", "")
    return Watcher(tell, int(patience) / 1e6 if patience.isdecimal() else 0.0)


def to_supervisor(out: int = STANDARD_OUTPUT) -> Callable[[str], None]:
    """Says lines on standard output, where `kiosk supervise` listens."""
    with suppress(OSError, AttributeError):  # Windows has no such pipes before Python 3.12.
        os.set_blocking(out, False)

    def tell(line: str) -> None:
        try:
            os.write(out, line.encode() + b"\n")
        except BlockingIOError:
            log.debug("the supervisor does not listen: %s", line)
        except OSError as error:
            # It has gone. Nobody could start this process anew, nor would anybody stop it.
            log.error("the supervisor has gone: %s", error.strerror)
            QGuiApplication.exit(0)

    return tell


def to_systemd(address: str) -> Callable[[str], None]:
    """Says lines to systemd: datagrams to a local socket, the only one the program opens."""
    import _socket

    to = "\0" + address[1:] if address.startswith("@") else address

    def tell(line: str) -> None:
        try:
            with closing(_socket.socket(_socket.AF_UNIX, _socket.SOCK_DGRAM)) as socket:
                socket.setblocking(False)
                socket.sendto(line.encode(), to)
        except OSError as error:
            # It is told again with the next beat.
            log.debug("systemd does not listen: %s", error.strerror)

    return tell


def is_dark() -> bool:
    """Whether no output is lit, as the system says. A virtual screen has none, and counts as lit."""
    outputs = [folder for folder in OUTPUTS.glob("card*-*") if (folder / "enabled").is_file()]
    return bool(outputs) and not any(map(_is_lit, outputs))


def _is_lit(output: Path) -> bool:
    with suppress(OSError):  # It has just been unplugged.
        return (output / "enabled").read_text().strip() == "enabled" and (output / "dpms").read_text().strip() == "On"
    return False


class Heartbeat(QObject):
    """Beats while frames are presented and the show goes on. Each beat asks for a frame: a still slide has none."""

    def __init__(
        self,
        window: "QQuickWindow | CalmScreen",
        watcher: Watcher,
        is_well: Callable[[], bool],
        status: Callable[[], str],
        parent: QObject,
        is_asleep: Callable[[], bool] = lambda: False,
    ) -> None:
        """Beat from now on. `is_well` is asked before each beat, and `status` is told with it. Nobody misses a frame
        while it `is_asleep`: the display is off."""
        super().__init__(parent)
        self._window = window
        self._watcher = watcher
        self._is_well = is_well
        self._status = status
        self._is_asleep = is_asleep
        self.frames = 1
        """Frames presented. It begins after the first."""
        self._frames_told = 0
        self._is_missing = False
        window.frameSwapped.connect(self._drawn)
        self._timer = QTimer(self, interval=round(watcher.patience / 2 * 1000))
        self._timer.timeout.connect(self.beat)
        watcher.tell("READY=1")
        self.beat()
        if watcher.patience:
            self._timer.start()

    def _drawn(self) -> None:
        self.frames += 1

    def beat(self) -> None:
        """Beat, if all is well."""
        has_drawn = self.frames > self._frames_told
        # Without a lit output nobody may be asking for frames.
        is_alive = self._is_well() if has_drawn else self._is_asleep() or is_dark()
        if is_alive:
            self._watcher.tell(f"WATCHDOG=1\nSTATUS={self._status() if has_drawn else 'the display is off'}")
        elif not self._is_missing:
            log.error("no beat: %s", "the show does not go on" if has_drawn else "nothing is drawn")
        self._is_missing = not is_alive
        self._frames_told = self.frames
        self._window.update()
