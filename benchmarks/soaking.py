"""The kiosk in a hurry. Usage: python -m benchmarks.soaking REPORT CHANGES RELEASES [arguments of `kiosk`]

The show's clock is put forward to the end of each slide as soon as the slide has come, so that the rotation itself
turns it, its fade cut short after its first frame; every fiftieth is left to come whole. Every hundred changes a
visitor comes, who opens all there is to open, and another release of the content is published: RELEASES is a folder
of folders, and its link `current` is led to the next one.

Each line of REPORT is a `Sample`, as JSON, written when a slide of the rotation is on the screen.
"""

import ctypes
import json
import mmap
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import PySide6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.stage import Stage
from kiosk.cli import main
from kiosk.safety.health import measured
from kiosk.show.events import Event

VISIT_EVERY = 100
SWITCH_EVERY = 100
WHOLE_EVERY = 50
"""Changes of slide."""

LEFT_EVERY = 10
"""Visitors of ours, of whom one leaves without a word, and is waited for. The rotation then begins again in the main
language, and must have come to all others before."""

ACT = 150
"""Milliseconds between two things that a visitor does."""

WHOLE = 2000
"""Milliseconds in which a slide comes whole, its figures counted up."""

PATIENCE = 5000
"""Milliseconds after which the show is asked again."""

STEP = 0.25
"""Seconds by which the clock is put forward until something is due."""


@dataclass(frozen=True)
class Sample:
    """What the program held when a slide of the rotation was on the screen; bytes, and numbers of things."""

    changes: int
    """Slides of the rotation until then."""
    time: float
    """Of the show's clock, in seconds."""
    stay: float
    """For how long the slide was to stay, in seconds."""
    visits: int
    """That had begun until then."""
    slide: str
    language: str
    revision: str
    rss: int
    pss: int
    heap: int
    """In use, as the C library counts."""
    qml: int
    """That QML's own heap has of the system."""
    threads: int
    files: int
    objects: int
    """QObjects alive."""
    blocks: int
    """Of memory that Python has given to its own objects."""


class Clock:
    """The time of the machine, put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


class QtObjects:
    """Counts the QObjects of this process, by the hooks that Qt has for those who look into programs (qhooks_p.h).

    The hooks are machine code (x86-64), since Qt calls them with locks held that who has Python's may wait for.
    """

    ADD, REMOVE = 3, 4
    """Places in the table of hooks."""

    def __init__(self) -> None:
        if platform.machine() != "x86_64":
            raise RuntimeError("QObjects are counted on x86-64 only")
        self._page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        # The number alive, then `lock inc qword [rip - 16]; ret` and `lock dec qword [rip - 32]; ret`.
        self._page.write(bytes(8) + b"\xf0\x48\xff\x05\xf0\xff\xff\xff\xc3" + bytes(7))
        self._page.write(b"\xf0\x48\xff\x0d\xe0\xff\xff\xff\xc3")
        begin = ctypes.addressof(ctypes.c_char.from_buffer(self._page))
        library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt/lib/libQt6Core.so.6"))
        self._table = (ctypes.c_void_p * 7).in_dll(library, "qtHookData")
        self._table[self.ADD], self._table[self.REMOVE] = begin + 8, begin + 24

    @property
    def alive(self) -> int:
        return int.from_bytes(self._page[:8], sys.byteorder, signed=True)

    def close(self) -> None:
        self._table[self.ADD] = self._table[self.REMOVE] = None


class MallocInfo(ctypes.Structure):
    """What mallinfo2(3) tells."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in [
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        ]
    ]


def heap() -> int:
    """Bytes of the C library's heap that are in use."""
    told = LIBRARY.mallinfo2()
    return int(told.uordblks + told.hblkhd)


def qml_heap() -> int:
    """Bytes of memory that QML's own heap has of the system, in use or not."""
    size = 0
    for line in Path("/proc/self/maps").read_text("utf-8").splitlines():
        if "JSGCHeap" in line:
            addresses, rights, *_ = line.split()
            begin, end = (int(each, 16) for each in addresses.split("-"))
            size += end - begin if "w" in rights else 0
    return size


LIBRARY = ctypes.CDLL(None)
LIBRARY.mallinfo2.restype = MallocInfo


class Soak:
    """Drives the show to its end, and notes what the program holds on the way."""

    def __init__(self, report: Path, changes: int, releases: Path) -> None:
        self._report = report.open("w", encoding="ascii", buffering=1)
        self._changes = changes
        self._releases = releases
        self._clock = Clock()
        self._objects = QtObjects()
        self._shown = 0
        self._visits = 0
        self._published = 0
        self._is_left = False
        self._acts: Iterator[Callable[[], object]] = iter(())

    def show(self, **options: Any) -> ShowViewModel:
        return ShowViewModel(clock=self._clock, **options)

    def stage(self, show: Any, *arguments: Any, **options: Any) -> Stage:
        self._show = show
        self._soon = QTimer(show, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        show.happened.connect(self._hear)
        return Stage(show, *arguments, **options)

    def _hear(self, event: Event) -> None:
        self._visits += event.event == "touched"
        if event.event != "shown":
            return
        if event.mode == "rotation":
            self._note(event)
            is_whole = self._shown % WHOLE_EVERY == WHOLE_EVERY // 2
            self._soon.start(WHOLE if is_whole else 0)
        else:
            self._soon.start(ACT)

    def _note(self, event: Event) -> None:
        self._shown += 1
        now = measured(None)
        sample = Sample(
            changes=self._shown,
            time=self._clock(),
            stay=self._show.stay,
            visits=self._visits,
            slide=event.slide or "",
            language=event.language or "",
            revision=event.revision or "",
            rss=now.memory or 0,
            pss=now.memory_share or 0,
            heap=heap(),
            qml=qml_heap(),
            threads=now.threads or 0,
            files=now.open_files or 0,
            objects=self._objects.alive,
            blocks=sys.getallocatedblocks(),
        )
        print(json.dumps(asdict(sample)), file=self._report)

    def _go_on(self) -> None:
        """The next thing that happens."""
        self._soon.start(PATIENCE)
        if act := next(self._acts, None):
            self._soon.start(ACT)
            act()
        elif self._show.isVisit:
            self._end_visit()
        elif self._shown > self._changes:
            self._objects.close()
            self._report.close()
            QGuiApplication.exit(0)
        else:
            self._turn()

    def _turn(self) -> None:
        if self._published < self._shown // SWITCH_EVERY:
            # It goes on when that has come.
            self._publish()
            return
        if self._shown % VISIT_EVERY == VISIT_EVERY // 2:
            number = self._shown // VISIT_EVERY
            self._is_left = number % LEFT_EVERY == LEFT_EVERY - 1
            self._acts = visit(self._show, number)
            next(self._acts)()
            return
        self._hurry()

    def _hurry(self) -> None:
        """What is due next is done now."""
        while not self._show.seconds_late():
            self._clock.ahead += STEP
        self._show.catch_up()

    def _end_visit(self) -> None:
        if not self._is_left:
            self._show.resume()
            return
        self._is_left = False
        # The question whether anybody is there, then the beginning.
        while self._show.isVisit:
            self._hurry()

    def _publish(self) -> None:
        self._published += 1
        beside = self._releases / "current.new"
        beside.symlink_to(f"release-{self._published:03}")
        beside.replace(self._releases / "current")


def visit(show: Any, number: int) -> Iterator[Callable[[], object]]:
    """What a visitor does, one thing after the other: a bit of everything, elsewhere each time."""
    yield show.touched
    yield show.next
    yield show.openOverview
    yield partial(show.goTo, 7 * number % show.total)
    yield show.openSearch
    for query in ("m", "mi", "mil", "見", ""):
        yield partial(show.searchFor, query)
    yield show.closePanel
    for language in range(len(show.languages)):
        yield partial(show.chooseLanguage, (number + language) % len(show.languages))
    yield show.changeLanguage
    yield show.closePanel
    yield show.openComfort
    yield partial(show.chooseTextSize, 1 + number % 2)
    yield partial(show.setHighContrast, True)
    yield show.closePanel
    yield show.openPicture
    yield show.closePanel
    yield show.openTakeAway
    yield show.closePanel
    yield show.openOverview
    yield show.home
    yield show.previous


if __name__ == "__main__":
    soak = Soak(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    with patch("kiosk.app.ShowViewModel", soak.show), patch("kiosk.app.Stage", soak.stage):
        sys.exit(main(sys.argv[4:]))
