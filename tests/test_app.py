"""What the program decides before and beside the show. That it runs is tested in tests/program."""

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk import app
from kiosk.bridge.slides import picture_url
from kiosk.bridge.trial import Trial
from kiosk.content.problems import Problem
from kiosk.content.reader import Reading
from kiosk.options import RunOptions
from kiosk.safety.last_good import LastGood
from tests.bridge.shows import ABC, Lobby, show_of, text

GOOD = Reading(ABC, (), "1", ())
BAD = Reading(None, (Problem("content.yaml", 3, 1, "error", "it is broken", "kind"),), "2", ())
PARTLY_BAD = replace(BAD, show=ABC)
NEW = Reading(show_of(title=text("New House")), (), "3", ())


def test_without_a_graphics_card_qt_draws_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "has_graphics_card", lambda _: False)
    monkeypatch.setenv("QT_QUICK_BACKEND", "rhi")
    app.choose_renderer()
    assert os.environ["QT_QUICK_BACKEND"] == "rhi"
    monkeypatch.delenv("QT_QUICK_BACKEND")
    app.choose_renderer()
    assert os.environ["QT_QUICK_BACKEND"] == "software"


@pytest.mark.parametrize(("has_card", "platform"), [(True, "wayland"), (False, "xcb")])
def test_a_service_can_name_a_platform_for_where_no_card_draws(
    monkeypatch: pytest.MonkeyPatch, has_card: bool, platform: str
) -> None:
    monkeypatch.setattr(app, "has_graphics_card", lambda _: has_card)
    monkeypatch.delenv("QT_QUICK_BACKEND")
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    monkeypatch.setenv("KIOSK_SOFTWARE_PLATFORM", "xcb")
    app.choose_renderer()
    assert os.environ["QT_QPA_PLATFORM"] == platform


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (RunOptions(), ""),
        (RunOptions(start="c", language="en"), ""),
        (RunOptions(start="z"), "there is no slide 'z'"),
        (RunOptions(language="de"), "'de' is not one of the show's languages: fr, en"),
    ],
)
def test_what_the_content_does_not_have_is_refused(options: RunOptions, words: str) -> None:
    refusal = app.refuse(options, ABC)
    assert words in refusal
    assert bool(words) == bool(refusal)


def test_nothing_is_refused_while_there_is_no_content() -> None:
    assert app.refuse(RunOptions(start="z", language="xx"), None) == ""


@pytest.fixture
def lobby(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Lobby:
    monkeypatch.setattr("kiosk.bridge.fonts.use_typeface", lambda *_: None)
    return Lobby()


def test_new_content_is_taken(lobby: Lobby) -> None:
    keeper = app.Keeper(lobby.show, GOOD)
    keeper.take(NEW)
    assert lobby.show.title == "New House"
    assert [event.event for event in lobby.events] == ["reloaded", "shown"]


def test_the_same_revision_changes_nothing(lobby: Lobby) -> None:
    app.Keeper(lobby.show, GOOD).take(GOOD)
    assert (lobby.signals, lobby.events) == ([], [])


def test_the_same_revision_without_its_error_is_taken(lobby: Lobby) -> None:
    keeper = app.Keeper(lobby.show, PARTLY_BAD)
    keeper.take(PARTLY_BAD)
    assert lobby.events == []
    keeper.take(replace(NEW, revision=PARTLY_BAD.revision))
    assert lobby.show.title == "New House"


@pytest.mark.parametrize("reading", [BAD, PARTLY_BAD])
def test_content_with_errors_is_told_of_and_not_shown(
    lobby: Lobby, caplog: pytest.LogCaptureFixture, reading: Reading
) -> None:
    keeper = app.Keeper(lobby.show, GOOD)
    keeper.take(reading)
    assert (lobby.signals, [event.event for event in lobby.events]) == ([], ["rejected"])
    assert "content.yaml:3:1: error: it is broken" in caplog.text
    keeper.take(GOOD)
    assert lobby.show.title == "Lantern House"


def test_it_remembers_whether_the_content_was_ever_good(lobby: Lobby) -> None:
    keeper = app.Keeper(lobby.show, BAD)
    assert not keeper.has_been_valid
    keeper.take(NEW)
    keeper.take(BAD)
    assert keeper.has_been_valid


def test_content_that_ended_the_program_is_not_taken(lobby: Lobby, caplog: pytest.LogCaptureFixture) -> None:
    keeper = app.Keeper(lobby.show, GOOD, denied=[NEW.revision])
    keeper.take(NEW)
    assert (lobby.signals, [event.event for event in lobby.events]) == ([], ["rejected"])
    assert "has ended the program before" in caplog.text


def test_pictures_are_read_from_the_copies_until_there_is_something_new(
    lobby: Lobby, tmp_path: Path, state: Path
) -> None:
    trial = Trial(LastGood(state, tmp_path), parent=lobby.show)
    keeper = app.Keeper(lobby.show, GOOD, trial)
    picture, copy = tmp_path / "hall.svg", tmp_path / "copy.svg"
    trial.kept.emit({picture: copy})
    assert picture_url(picture).toLocalFile() == str(copy)
    keeper.take(BAD)
    assert picture_url(picture).toLocalFile() == str(copy)
    keeper.take(replace(NEW, files=(tmp_path / "content.yaml",)))
    assert picture_url(picture).toLocalFile() == str(picture)


@pytest.mark.parametrize(
    ("environment", "can_quit"),
    [
        ({}, True),
        ({"NOTIFY_SOCKET": "/run/systemd/notify"}, False),
        ({"NOTIFY_SOCKET": "/run/systemd/notify", "KIOSK_QUIT_FILE": "/run/kiosk/quit"}, True),
        ({"NOTIFY_SOCKET": "/run/systemd/notify", "KIOSK_SUPERVISED": "1"}, True),
    ],
)
def test_it_can_be_quit_where_it_stays_ended(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], can_quit: bool
) -> None:
    for name in ("NOTIFY_SOCKET", "KIOSK_QUIT_FILE", "KIOSK_SUPERVISED"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert app.can_quit() == can_quit


def test_a_service_is_told_that_the_program_is_to_stay_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    statuses: list[int] = []
    program: Any = SimpleNamespace(exit=statuses.append)
    monkeypatch.setenv("KIOSK_QUIT_FILE", str(tmp_path / "quit"))
    app.leave(program)
    assert (statuses, (tmp_path / "quit").exists()) == ([0], True)
    monkeypatch.setenv("KIOSK_QUIT_FILE", str(tmp_path / "none" / "quit"))
    app.leave(program)
    assert statuses == [0, 0]
    assert "cannot be told to stop" in caplog.text
