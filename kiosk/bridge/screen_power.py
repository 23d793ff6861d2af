"""Turns the display on and off: off outside the hours of the screen or when staff say so, on at all other times.

While the show is asleep the picture is black, whatever else is done: displays that take no orders are dark then too.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication, QWindow

from kiosk.bridge.errand import Command, Errand
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.show.hours import is_within

log = logging.getLogger(__name__)

LOOK = 5_000
"""Milliseconds between looks at the clock, which somebody may set at any time."""

AGAIN_AWAKE, AGAIN_ASLEEP = 600_000, 60_000
"""Milliseconds after which an X server is told again: other programs, a mouse or a new cable change its mind."""

# Source: the documentation of the idle inhibition service, freedesktop.org.
SCREEN_SAVER = "org.freedesktop.ScreenSaver"


def switches(platform: str, *, is_on: bool) -> list[Command]:
    """The commands that turn displays on or off, for a platform of Qt's."""
    if platform == "xcb":
        # DPMS also turns displays off by itself, unless it is off.
        return [
            ["xset", "dpms", "force", "on", "-dpms"]
            if is_on
            else ["xset", "dpms", "0", "0", "0", "dpms", "force", "off"]
        ]
    if platform.startswith("wayland"):
        # It turns off the light. To turn off the output (wlr-randr) ends the program: docs/decisions/screen-power.md.
        return [["wlopm", "--on" if is_on else "--off", "*"]]
    return []


def local_time() -> datetime:
    """What the clock on the wall says, also once the machine has moved to another time zone."""
    if hasattr(time, "tzset"):
        time.tzset()
    return datetime.now().astimezone()


class ScreenPower(QObject):
    """One for a window that fills the screen."""

    def __init__(
        self,
        window: QWindow,
        show: ShowViewModel,
        doubts: Callable[[], str],
        now: Callable[[], datetime] = local_time,
        platform: str | None = None,
    ) -> None:
        """`doubts` says why the clock is not to be believed: the screen is on as long as it is not."""
        super().__init__(window)
        # The type checker takes a Qt property for the property itself, not for its value.
        self._show: Any = show
        self._doubts = doubts
        self._now = now
        self._platform = QGuiApplication.platformName() if platform is None else platform
        self._told = set[str]()
        self._is_open = True
        self._is_off = self._is_ordered = False
        self._brightness: int | None = None
        self._switch = Errand(self)
        self._switch.done.connect(self._switched)
        self._saver = Errand(self)
        self._dimmer = Errand(self)
        self._dimmer.done.connect(self._dimmed)
        self._again = QTimer(self, interval=AGAIN_AWAKE)
        self._again.timeout.connect(self._turn)
        show.stageChanged.connect(self._follow)
        show.showChanged.connect(self.look)
        looks = QTimer(self, interval=LOOK)
        looks.timeout.connect(self.look)
        looks.start()
        self.look()
        if not self._is_off:
            # The run before this may have ended in the night.
            self._turn()

    @Slot()
    def look(self) -> None:
        """See what the clock says, and do what is to be done."""
        was_open, self._is_open = self._is_open, self._is_in_hours()
        self._dim()
        if self._show.isAsleep:
            # What staff ordered lasts until somebody touches the screen, or its hours begin.
            if self._is_open and not (self._is_ordered and was_open):
                self._show.wake()
        elif not (self._is_open or self._show.isVisit or self._show.isCleaning):
            self._show.sleep()

    def _is_in_hours(self) -> bool:
        hours = self._show.screen.hours
        if not hours:
            return True
        if why := self._doubts():
            self._tell(f"{why}: the screen stays on, whatever its hours are")
            return True
        return is_within(hours, self._now())

    @Slot()
    def order_off(self) -> None:
        """Staff want it off, until somebody touches it."""
        self._is_ordered = True
        self._show.sleep()

    def _follow(self) -> None:
        if self._show.isAsleep != self._is_off:
            self._is_off = bool(self._show.isAsleep)
            if self._is_off:
                log.info("the screen goes off: %s", "staff" if self._is_ordered else "its hours are over")
            else:
                self._is_ordered = False
                log.info("the screen goes on")
            self._turn()
            self._dim()

    def _turn(self) -> None:
        """Have the display as it is to be."""
        self._switch.run(switches(self._platform, is_on=not self._is_off))
        if self._platform == "xcb":
            self._saver.run([["xset", "s", "off", "s", "noblank"]])
            self._again.start(AGAIN_ASLEEP if self._is_off else AGAIN_AWAKE)

    def _switched(self, command: Command | None) -> None:
        if command is None and self._is_off:
            self._tell("the display takes no order to turn off: the picture is black")

    def _dim(self) -> None:
        """Have it as bright as the content file says, and not at all while it is off."""
        wanted = self._show.screen.brightness
        if wanted is not None and self._is_off:
            wanted = 0
        if wanted != self._brightness:
            self._brightness = wanted
            if wanted is not None:
                self._dimmer.run([["ddcutil", "setvcp", "10", str(wanted)]])

    def _dimmed(self, command: Command | None) -> None:
        if command is None:
            self._tell("the brightness of the display cannot be set: ddcutil is missing, or may not, or finds none")

    def _tell(self, what: str) -> None:
        if what not in self._told:
            self._told.add(what)
            log.warning(what)

    def close(self) -> None:
        """The run ends: whatever comes after it is to be seen."""
        self._again.stop()
        for errand in (self._switch, self._saver, self._dimmer):
            errand.close()
        if self._is_off:
            for program, *arguments in switches(self._platform, is_on=True):
                QProcess.startDetached(program, arguments)


def keep_desktop_awake(bus: QDBusConnection | None) -> None:
    """Ask a desktop not to blank the screen for as long as this program runs. No answer is waited for."""
    if bus is None:
        return
    wish = QDBusMessage.createMethodCall(SCREEN_SAVER, "/" + SCREEN_SAVER.replace(".", "/"), SCREEN_SAVER, "Inhibit")
    wish.setArguments(["Kiosk", "The show is on the screen"])
    wish.setAutoStartService(False)
    bus.send(wish)
