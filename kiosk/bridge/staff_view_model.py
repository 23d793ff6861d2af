"""The staff screen as QML sees it: the door to it, what it tells, and what can be asked for there."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QDateTime, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge import formats
from kiosk.bridge.rows import RowModel
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.translations import say
from kiosk.content.reader import Reading
from kiosk.content.typography import typeset
from kiosk.safety import door as moves
from kiosk.safety import limits, pin, tries
from kiosk.safety.door import SHUT, Door, Stand
from kiosk.safety.health import Health, complaints
from kiosk.safety.messages import Messages
from kiosk.safety.pin import Secret
from kiosk.safety.tries import Notebook, Tries
from kiosk.show import passes

QML_IMPORT_NAME = "KioskBridge"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

TOLD_PROBLEMS = 4
"""Problems of the content that are told in full."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What the program knows of itself and of the site's content: where it is, what came of reading it last, and
    whether the show that comes with the program is seen in its place. `health` is None where none is recorded."""

    version: str
    file: Path
    reading: Reading
    is_shipped: bool = False
    health: Health | None = None


@dataclass(frozen=True)
class Fact:
    """A paragraph of the staff screen."""

    heading: str
    text: str


@QmlElement
@QmlUncreatable("Made by the application")
class StaffViewModel(QObject):  # type: ignore[operator]
    """Stands between a finger on the corner and the staff screen. It needs a PIN: without one it never opens."""

    changed = Signal()
    told = Signal()
    """What the screen tells has changed."""
    reloadAsked = Signal()
    screenOffAsked = Signal()
    restartAsked = Signal()
    quitAsked = Signal()
    _looked = Signal(bool)

    def __init__(
        self,
        show: ShowViewModel,
        about: Callable[[], About],
        messages: Messages,
        *,
        can_quit: bool = False,
        can_turn_off: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`can_quit` says that the program stays ended when it ends, `can_turn_off` that the screen is its alone."""
        super().__init__(parent)
        # The type checker takes a Qt property for the property itself, not for its value.
        self._show: Any = show
        self._about = about
        self._can_quit = can_quit
        self._can_turn_off = can_turn_off
        self._messages = messages
        self._began = QDateTime.currentDateTime()
        self._door = SHUT
        self._secret: Secret | None = None
        self._notebook = Notebook()
        self._tries = Tries()
        self._facts = RowModel((), self)
        self._alarm: QTimer | None = None
        self._looked.connect(self._judge)
        show.showChanged.connect(self.look)

    def _apply(self, door: Door) -> None:
        old, self._door = self._door, door
        if door.stand is Stand.PAD and old.stand is Stand.HINTED:
            self._show.serve(self)
        elif door == SHUT and old.stand in (Stand.PAD, Stand.CHECKING, Stand.OPEN):
            self._show.serve(None)
        if door.stand is Stand.OPEN and old.stand is not Stand.OPEN:
            self.look()
        self._set_alarm()
        if door != old:
            self.changed.emit()

    def _set_alarm(self) -> None:
        """Wake up when the door next changes by itself, and at every second of a wait that is seen."""
        due = moves.deadline(self._door)
        if self._alarm is None:
            if due is None:
                return
            # Not before somebody holds the corner, since Qt's namespace takes 15 ms to make.
            from PySide6.QtCore import Qt

            self._alarm = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
            self._alarm.timeout.connect(self._tick)
        if due is None:
            self._alarm.stop()
            return
        now = self._show.now()
        if self._door.stand is Stand.PAD and (wait := self._tries.wait(now)):
            due = min(due, now + (wait % 1 or 1))
        self._alarm.start(max(0, round((due - now) * 1000)))

    def _tick(self) -> None:
        self._apply(moves.tick(self._door, self._show.now()))
        if self._door.stand is Stand.PAD:
            self.changed.emit()

    # The corner

    @Slot()
    def hold(self) -> None:
        """A finger comes to the corner."""
        if self._door != SHUT:
            return
        file = pin.pin_file()
        self._secret = pin.load(file)
        if self._secret is None:
            if file and file.exists():
                log.warning("%s holds no PIN that can be read: nobody comes to the staff screen", file)
            return
        now = self._show.now()
        self._tries = self._notebook.recall(self._secret.salt.hex(), now)
        self._apply(moves.hold(self._door, now))

    @Slot()
    def letGo(self) -> None:
        """The finger leaves the corner."""
        self._apply(moves.let_go(self._door))

    # The PIN

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        now = self._show.now()
        self._apply(moves.touch(self._door, now) if self._tries.wait(now) else moves.type_digit(self._door, now, digit))

    @Slot()
    def erase(self) -> None:
        self._apply(moves.erase(self._door, self._show.now()))

    @Slot()
    def enter(self) -> None:
        """The PIN is given: it is looked at in another thread, which takes its time."""
        now = self._show.now()
        self._apply(moves.enter(self._door, now))
        if self._door.stand is Stand.CHECKING and self._secret:
            self._tries = tries.one_more(self._tries, now)
            look = threading.Thread(target=self._look, args=[self._secret, self._door.digits, self._tries], daemon=True)
            look.start()

    def _look(self, secret: Secret, digits: str, taken: Tries) -> None:
        # Written down first: whoever pulls the plug has used up a try.
        self._notebook.note(taken)
        is_right = secret.fits(digits)
        if is_right:
            self._notebook.note(Tries(taken.pin, boot=taken.boot))
        self._looked.emit(is_right)

    def _judge(self, is_right: bool) -> None:
        if is_right:
            log.info("staff came in")
            self._tries = Tries(self._tries.pin, boot=self._tries.boot)
        else:
            log.warning("a wrong PIN was given; in a row: %d", self._tries.wrong)
        self._apply(moves.judged(self._door, self._show.now(), is_right))

    # Keys and touches, as ShowViewModel hands them on

    def touched(self) -> None:
        """A finger, a button or a key came down."""
        self._apply(moves.touch(self._door, self._show.now()))

    def typed(self, text: str) -> bool:
        """What a key writes; whether it was for the PIN."""
        if self._door.stand is not Stand.PAD:
            return False
        if text in ("\b", "\x7f"):
            self.erase()
            return True
        if len(text) == 1 and text in "0123456789":
            self.typeDigit(text)
            return True
        return False

    def pressed(self, key: int) -> bool:
        """A key that no control has used."""
        from kiosk.bridge.keys import ENTER, LEAVING

        if key in ENTER:
            self.enter()
        elif key in LEAVING:
            self.shut()
        return True

    @Slot()
    def shut(self) -> None:
        """Staff have seen enough, and the rotation goes on."""
        self._apply(SHUT)

    def look(self) -> None:
        """Look again what goes on, if anybody sees it."""
        if not self._is_open:
            return
        from kiosk.safety.addresses import addresses, host_name

        language, about = str(self._show.language), self._about()
        facts = (
            Fact(say(language, "On the screen"), self._showing(language, about)),
            *([Fact(say(language, "Health"), self._health(language, about.health))] if about.health else []),
            Fact(say(language, "Content file"), self._content(language, about)),
            Fact(say(language, "Languages"), self._languages(language)),
            Fact(say(language, "Program"), self._program(language, about)),
            Fact(say(language, "This machine"), "\n".join((host_name(), *addresses()))),
            Fact(say(language, "Last messages"), self._last_messages(language)),
        )
        old, self._facts = self._facts, RowModel(facts, self)
        self.told.emit()
        old.deleteLater()

    # What staff ask for

    @Slot()
    def clean(self) -> None:
        if self._is_open:
            self.shut()
            self._show.clean()

    @Slot()
    def turnOff(self) -> None:
        if self._is_open:
            self.shut()
            self.screenOffAsked.emit()

    @Slot()
    def reload(self) -> None:
        if self._is_open:
            self.reloadAsked.emit()

    @Slot()
    def restart(self) -> None:
        if self._is_open:
            self.restartAsked.emit()

    @Slot()
    def quit(self) -> None:
        if self._is_open:
            self.quitAsked.emit()

    @property
    def _is_open(self) -> bool:
        return self._door.stand is Stand.OPEN

    # What the stage reads

    @Property(str, notify=changed)
    def stand(self) -> str:
        """How far the door is open, as `Stand` names it."""
        return self._door.stand.value

    @Property(int, notify=changed)
    def digits(self) -> int:
        """How many digits are given."""
        return len(self._door.digits)

    @Property(bool, notify=changed)
    def isWrong(self) -> bool:
        return self._door.is_wrong

    @Property(int, notify=changed)
    def secondsToWait(self) -> int:
        """Until a PIN may be given again."""
        return -int(-self._tries.wait(self._show.now()) // 1)

    @Property(int, constant=True)
    def shortest(self) -> int:
        """Digits that a PIN has at least."""
        return pin.SHORTEST

    @Property(int, constant=True)
    def longest(self) -> int:
        """And at most."""
        return pin.LONGEST

    @Property(bool, constant=True)
    def canTurnOff(self) -> bool:
        return self._can_turn_off

    @Property(bool, constant=True)
    def canQuit(self) -> bool:
        return self._can_quit

    @Property(QObject, notify=told)
    def facts(self) -> QObject:
        """What goes on, in the language on the screen, as it was when it was last looked at."""
        return self._facts

    def _showing(self, language: str, about: About) -> str:
        slide = self._show.current
        if slide is None:
            return say(language, "No slide can be shown")
        if about.is_shipped:
            why = say(language, "What comes with the program, after it failed with the content")
        elif self._show.revision != about.reading.revision:
            why = say(language, "The last good content: the file is not fit to be shown")
        elif about.reading.errors:
            why = say(language, "What is right in the content file, which has errors")
        else:
            why = say(language, "As the content file says")
        position, total = self._show.position, self._show.total
        place = say(language, "{number} of {total}").format(
            number=formats.number(Decimal(position + 1), language), total=formats.number(Decimal(total), language)
        )
        return f"{slide.slideId} · {place} · {self._show.overview.title(position)}\n{why}"

    def _content(self, language: str, about: About) -> str:
        problems = [str(problem) for problem in about.reading.problems[:TOLD_PROBLEMS]]
        more = len(about.reading.problems) - len(problems)
        if more:
            problems.append(say(language, "And {number} more").format(number=formats.number(Decimal(more), language)))
        revision = say(language, "Revision {revision}").format(revision=self._show.revision)
        return "\n".join((str(about.file), revision, *(problems or [say(language, "No problems")])))

    def _health(self, language: str, health: Health) -> str:
        """What is wrong, but for the content, which has a paragraph of its own; then what is measured."""
        locale = QLocale(language)

        def number(value: int) -> str:
            return formats.number(Decimal(value), language)

        free = health.measured["disk_free"]
        told: list[str] = []
        if not complaints(health):
            told.append(say(language, "All is well"))
        if ends := len(health.unclean_ends):
            told.append(say(language, "Unexpected ends of late: {number}").format(number=number(ends)))
        if health.clock:
            told.append(say(language, "The clock of the machine is wrong"))
        if health.little_space is not None:
            told.append(say(language, "The disk is nearly full"))
        if health.measured["can_keep"] is False:
            told.append(say(language, "Nothing can be written to the disk"))
        if lost := health.lost_messages:
            told.append(say(language, "Messages that were lost: {number}").format(number=number(lost)))
        if free is not None:
            size = locale.formattedDataSize(free, 0)
            told.append(say(language, "Free on the disk: {size}").format(size=size))
        slowest = number(round(health.longest_frame * 1000))
        told.append(say(language, "Slowest frame of the last hour: {number} ms").format(number=slowest))
        screens = (f"{each['name']} {each['width']} × {each['height']}" for each in health.displays)
        told.append(say(language, "Displays: {names}").format(names=", ".join(screens)))
        told.append(say(language, "Touch screens: {number}").format(number=number(health.touch_screens)))
        return "\n".join(told)

    def _languages(self, language: str) -> str:
        """How the rotation's time is shared."""
        deck = self._show.deck
        if deck is None:
            return ""
        seconds = passes.shares(deck.slides, deck.languages, deck.language_policy)
        names = formats.language_names(seconds)
        locale, whole = QLocale(language), sum(seconds.values())
        percents = (locale.toString(round(100 * each / whole)) + locale.percent() for each in seconds.values())
        told = "\n".join(f"{name} {percent}" for name, percent in zip(names, percents, strict=True))
        return typeset(told, language)

    def _program(self, language: str, about: About) -> str:
        locale = QLocale(language)
        since = locale.toString(self._began, QLocale.FormatType.ShortFormat)
        memory_held = locale.formattedDataSize(limits.memory_held(), 0)
        version = say(language, "Version {version}, running since {time}").format(version=about.version, time=since)
        return version + "\n" + say(language, "Memory: {size}").format(size=memory_held)

    def _last_messages(self, language: str) -> str:
        told = [
            f"{datetime.fromtimestamp(each.created).astimezone():%m-%d %H:%M}  {each.text}"
            for each in self._messages.last()
        ]
        return "\n".join(told) or say(language, "None")
