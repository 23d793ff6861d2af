"""When a revision on the screen counts as good, and that it is then kept."""

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from kiosk.bridge.trial import AGAIN, LONGEST, SHORTEST, Trial
from kiosk.content.reader import Reading, read, shipped_content
from kiosk.safety.last_good import LastGood, NotKept
from kiosk.show.events import Event

SHOW = "version: 1\ntitle: {title}\nlanguages: [en]\nslides:\n"
SLIDE = "  - {{kind: statement, id: {id}, text: Words}}\n"
PATIENCE = 5000


def write(file: Path, title: str, slides: str = "ab") -> Reading:
    file.write_text(SHOW.format(title=title) + "".join(SLIDE.format(id=each) for each in slides))
    return read(file)


class Screen:
    """A trial, and the screen that it hears of."""

    def __init__(self, store: LastGood, qtbot: QtBot) -> None:
        self.now = 100.0
        self.kept: list[Mapping[Path, Path]] = []
        self.trial = Trial(store, lambda: self.now)
        self.trial.kept.connect(self.kept.append)
        self._qtbot = qtbot
        (self._alarm,) = self.trial.findChildren(QTimer)

    def shows(self, *slides: str, event: str = "shown") -> None:
        for slide in slides:
            self.trial.hear(Event(event, slide=slide))  # type: ignore[arg-type]
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is done with files any more."""
        self._qtbot.waitUntil(
            lambda: not any(thread.name == "content keeper" for thread in threading.enumerate()), timeout=PATIENCE
        )
        QCoreApplication.sendPostedEvents()

    @property
    def wait(self) -> float | None:
        """Seconds until it is kept, None if it is not to be."""
        return self._alarm.interval() / 1000 if self._alarm.isActive() else None

    def ring(self) -> None:
        """The wait is over."""
        assert self._alarm.isActive()
        self._alarm.stop()
        self._alarm.timeout.emit()
        self.rest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "content.yaml"


@pytest.fixture
def store(file: Path, state: Path) -> LastGood:
    return LastGood(state, file)


@pytest.fixture
def screen(store: LastGood, qtbot: QtBot) -> Iterator[Screen]:
    screen = Screen(store, qtbot)
    yield screen
    screen.rest()
    # Else Python may find it to be garbage in a thread of another test, where Qt must not delete it.
    screen.trial.deleteLater()


def test_a_revision_is_kept_when_all_its_slides_were_shown(screen: Screen, store: LastGood, file: Path) -> None:
    screen.trial.begin(write(file, "One"))
    assert screen.wait is None
    screen.shows("a")
    assert screen.wait == LONGEST
    screen.now += 60
    screen.shows("a", "b")
    assert screen.wait == 0
    screen.ring()
    assert [list(copies) for copies in screen.kept] == [[file]]
    assert store.read()


def test_a_short_show_has_its_time_too(screen: Screen, file: Path) -> None:
    screen.trial.begin(write(file, "One", "a"))
    screen.shows("a")
    assert screen.wait == SHORTEST


def test_a_slide_that_cannot_be_drawn_is_not_waited_for(screen: Screen, file: Path) -> None:
    screen.trial.begin(write(file, "One"))
    screen.shows("a")
    screen.shows("b", event="skipped")
    assert screen.wait == SHORTEST


def test_nothing_else_counts_as_shown(screen: Screen, file: Path) -> None:
    screen.trial.begin(write(file, "One"))
    screen.shows("a", "b", event="touched")
    assert screen.wait is None


def test_a_long_show_is_kept_before_its_end(screen: Screen, file: Path) -> None:
    screen.trial.begin(write(file, "One"))
    screen.shows("a")
    screen.ring()
    assert len(screen.kept) == 1


def test_what_is_kept_already_is_said_at_once(screen: Screen, store: LastGood, file: Path) -> None:
    reading = write(file, "One")
    copies = store.keep(reading)
    screen.trial.begin(reading)
    screen.shows("a")
    assert (screen.kept, screen.wait) == ([copies], None)


def test_another_revision_has_a_trial_of_its_own(screen: Screen, store: LastGood, file: Path) -> None:
    screen.trial.begin(write(file, "One"))
    screen.shows("a", "b")
    screen.trial.begin(write(file, "Two"))
    assert screen.wait is None
    screen.shows("a", "b")
    screen.ring()
    kept = store.read()
    assert kept and kept.reading.show
    assert next(iter(kept.reading.show.title)) == "Two"


def test_what_comes_with_the_program_is_not_kept(screen: Screen, store: LastGood) -> None:
    shipped = read(shipped_content())
    assert shipped.show
    screen.trial.begin(shipped)
    screen.shows(*(slide.id for slide in shipped.show.slides))
    assert (screen.wait, store.is_there) == (None, False)


def test_a_copy_in_the_making_ends_when_something_else_is_shown(
    screen: Screen, store: LastGood, file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    at_work, go_on = threading.Event(), threading.Event()

    def keep(reading: Reading, rest: Callable[[float], None]) -> Mapping[Path, Path]:
        at_work.set()
        go_on.wait()
        rest(0.0)
        return {}

    monkeypatch.setattr(store, "keep", keep)
    screen.trial.begin(write(file, "One", "a"))
    screen.shows("a")
    screen.trial._over.timeout.emit()
    at_work.wait()
    screen.trial.begin(write(file, "Two", "a"))
    screen.trial.hear(Event("shown", slide="a"))
    # The first one is still at work: the second waits for it.
    screen.trial._over.timeout.emit()
    assert screen.wait == 1
    go_on.set()
    screen.rest()
    assert (screen.kept, caplog.text) == ([], "")


def test_what_cannot_be_kept_is_told_once_and_tried_again(
    screen: Screen, store: LastGood, file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> Mapping[Path, Path]:
        raise NotKept("the disk is full")

    screen.trial.begin(write(file, "One", "a"))
    screen.shows("a")
    with monkeypatch.context() as full:
        full.setattr(store, "keep", refuse)
        for _ in range(3):
            screen.ring()
            assert screen.wait == AGAIN
    assert caplog.text.count("the content is not kept for the next start: the disk is full") == 1
    screen.ring()
    assert (len(screen.kept), screen.wait) == (1, None)
