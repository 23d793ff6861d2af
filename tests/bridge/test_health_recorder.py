"""What is recorded of a show while it runs, and that it costs the screen no frame."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.bridge.health_recorder import SPAN, HealthRecorder
from kiosk.bridge.vigil import Vigil
from kiosk.content.problems import Problem
from kiosk.content.reader import Reading
from kiosk.safety.health import KEYS, Measured, Record
from kiosk.safety.messages import Log, Messages
from kiosk.show.events import Event
from tests.bridge.shows import ABC, Lobby
from tests.bridge.test_heartbeat import Window

WARNING = Problem("content.yaml", 2, 1, "warning", "it is odd", "kind")
ERROR = replace(WARNING, line=3, severity="error", text="it is broken")


class Kept(Record):
    """Keeps what is to be written."""

    def __init__(self) -> None:
        self.records: list[dict[str, Any]] = []
        self.measured = Measured(threads=7)

    def write(self, health: dict[str, Any]) -> bool:
        self.records.append(health)
        return True


class NoFile:
    """A log without a file."""

    def __init__(self) -> None:
        self.messages = Messages([])
        self.lost = 0


class Recorded:
    def __init__(self) -> None:
        self.lobby = Lobby(None)
        self.window = Window()
        self.kept = Kept()
        vigil = Vigil(None, None, None, clock=self.lobby.clock, boot="b")
        vigil.begin("1", "a")
        self.recorder = HealthRecorder(
            "1",
            self.kept,
            cast(Log, NoFile()),
            vigil,
            Path("/srv/content.yaml"),
            Reading(ABC, (), "1", ()),
            [0.0],
            vigil,
            self.lobby.clock,
        )
        self.vigil = vigil
        window: Any = self.window
        self.recorder.watch(window, self.lobby.show, "the drive did not answer")

    def now(self) -> dict[str, Any]:
        self.recorder.write()
        return self.kept.records[-1]


@pytest.fixture
def it(qapp: QGuiApplication) -> Iterator[Recorded]:
    recorded = Recorded()
    yield recorded
    # Not whenever Python tidies up, perhaps in a thread that has none of its timers.
    shiboken6.delete(recorded.vigil)


def test_every_key_is_written(it: Recorded) -> None:
    assert {*it.now(), "measured"} == KEYS


def test_whoever_asks_is_told_what_was_last_measured(it: Recorded) -> None:
    told = it.recorder.now()
    assert (told.content, told.measured["threads"]) == ("/srv/content.yaml", 7)


def test_it_says_what_shows(it: Recorded) -> None:
    it.lobby.show.replace(ABC, "1")
    it.lobby.present()
    it.lobby.clock.now += 12.0
    told = it.now()
    assert (told["slide"], told["language"], told["mode"], told["revision"]) == ("a", "fr", "rotation", "1")
    assert told["uptime"] == 12.0
    assert told["instead"] == "the drive did not answer"


def test_somebody_was_there(it: Recorded) -> None:
    assert it.now()["last_visit"] is None
    it.lobby.show.happened.emit(Event("touched", slide="a"))
    it.lobby.clock.now += 4.0
    assert it.now()["last_visit"] == 4.0


def test_another_slide_is_recorded_once_it_has_come_and_not_at_each_touch(it: Recorded, qtbot: QtBot) -> None:
    slides = [each["slide"] for each in it.kept.records]
    it.lobby.show.replace(ABC, "1")
    it.lobby.present()
    qtbot.waitUntil(lambda: len(it.kept.records) > len(slides))
    for _ in range(2):
        it.lobby.show.next()
        it.lobby.present()
    qtbot.waitUntil(lambda: len(it.kept.records) > len(slides) + 1)
    assert [each["slide"] for each in it.kept.records] == [*slides, "a", "c"]


def test_what_is_wrong_with_the_content_errors_first(it: Recorded) -> None:
    it.recorder.take(Reading(None, (WARNING, ERROR), "2", ()))
    told = it.now()
    assert (told["errors"], told["warnings"]) == (1, 1)
    assert told["problems"] == [str(ERROR), str(WARNING)]


def test_new_content_shows_in_place_of_what_did_instead(it: Recorded) -> None:
    it.lobby.show.happened.emit(Event("reloaded", revision="2"))
    assert it.now()["instead"] == ""


def test_the_slowest_frame_is_forgotten_after_an_hour(it: Recorded) -> None:
    it.recorder._begin_frame()
    it.lobby.clock.now += 0.25
    it.window.frameSwapped.emit()
    assert (it.now()["frames"], it.now()["longest_frame"]) == (1, 0.25)
    for _ in range(12):
        assert it.now()["longest_frame"] == 0.25
        it.lobby.clock.now += SPAN
        it.recorder.write()
    assert it.now()["longest_frame"] == 0.0


@pytest.mark.parametrize(("year", "is_believed"), [(1970, False), (2030, True), (2090, False)])
def test_a_clock_that_is_wrong_is_told_of(
    it: Recorded, monkeypatch: pytest.MonkeyPatch, year: int, is_believed: bool
) -> None:
    built, now = (datetime(each, 1, 1, tzinfo=UTC).timestamp() for each in (2026, year))
    monkeypatch.setattr(it.recorder, "_known", [built])
    monkeypatch.setattr("kiosk.safety.clock.is_synchronised", lambda: False)
    monkeypatch.setattr("time.time", lambda: now)
    assert (it.now()["clock"] == "") is is_believed


def test_it_asks_for_no_frame(it: Recorded) -> None:
    it.now()
    assert it.window.asked == 0
