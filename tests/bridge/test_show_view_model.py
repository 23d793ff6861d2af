import logging
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.show_view_model import PATIENCE
from kiosk.content.model import Screen, Theme
from kiosk.show.events import Event
from tests.bridge.shows import ABC, Lobby, show_of, statement, text

Key = Qt.Key


@pytest.fixture
def lobby(qapp: object) -> Lobby:
    """A rotation that shows its first slide."""
    return Lobby()


@pytest.fixture
def visited(lobby: Lobby) -> Lobby:
    """A visit on the second slide."""
    lobby.show.next()
    lobby.present()
    lobby.forget()
    return lobby


def names(lobby: Lobby) -> list[str]:
    return [event.event for event in lobby.events]


def read(lobby: Lobby, *properties: str) -> tuple[Any, ...]:
    return tuple(getattr(lobby.show, name) for name in properties)


# The content


def test_without_slides_the_name_is_the_one_that_was_known() -> None:
    lobby = Lobby(None, title="Lantern House")
    assert (lobby.show.title, lobby.show.current) == ("Lantern House", None)


def test_before_any_content_there_is_nothing_to_show(qapp: object) -> None:
    lobby = Lobby(None)
    assert read(lobby, "current", "following", "isVisit", "panel", "place") == (None, None, False, "", "")
    for move in (lobby.show.touched, lobby.show.next, lobby.show.openOverview, lobby.show.changeLanguage):
        move()
    assert (lobby.signals, lobby.events) == ([], [])


def test_content_starts_the_rotation_on_its_first_slide(qapp: object) -> None:
    lobby = Lobby(None)
    lobby.show.replace(ABC, "1")
    assert lobby.signals == ["current", "stage", "show"]
    assert lobby.events == [Event("started", revision="1")]
    assert (lobby.slide, *read(lobby, "isVisit", "title")) == ("a", False, "Lantern House")


def test_the_rotation_starts_where_it_is_asked_to(qapp: object) -> None:
    lobby = Lobby(language="en", slide_id="c")
    assert (lobby.slide, *read(lobby, "currentLanguage")) == ("c", 1)


def test_new_content_keeps_the_place_and_makes_the_slide_anew(visited: Lobby) -> None:
    old = visited.show.current
    visited.show.replace(show_of(*reversed(ABC.slides), title=text("New House")), "2")
    assert visited.slide == "b"
    assert visited.show.current is not old
    assert visited.show.title == "New House"
    assert visited.signals == ["current", "stage", "show"]
    assert visited.events[0] == Event("reloaded", revision="2")


def test_the_look_is_that_of_the_content(lobby: Lobby, tmp_path: Path) -> None:
    assert read(lobby, "screenWidth", "screenHeight") == (0.0, 0.0)
    assert round(lobby.show.letterHeight, 2) == 7.33
    assert read(lobby, "logo", "background") == (lobby.show.logo,) * 2
    theme = Theme(ground="#101010", ink="#fefefe", accent="#ffcc00", logo=tmp_path / "logo.svg")
    lobby.show.replace(show_of(theme=theme, screen=Screen(width=708.0, height=398.0, touch_distance=900.0)), "2")
    assert round(lobby.show.letterHeight, 2) == 11.0
    assert read(lobby, "ground", "ink", "accent") == ("#101010", "#fefefe", "#ffcc00")
    assert read(lobby, "screenWidth", "screenHeight") == (708.0, 398.0)
    assert Path(lobby.show.logo.toLocalFile()) == tmp_path / "logo.svg"


def test_the_neighbours_of_a_slide_go_round(lobby: Lobby) -> None:
    around = [getattr(lobby.show, name).slideId for name in ("preceding", "current", "following")]
    assert around == ["d", "a", "b"]


def test_a_slide_keeps_its_view_model_while_it_is_near(lobby: Lobby) -> None:
    following = lobby.show.following
    lobby.show.next()
    assert lobby.show.current is following


# Rotation


def test_a_slide_stays_for_its_duration_once_it_is_presented(qapp: object) -> None:
    lobby = Lobby(None)
    lobby.show.replace(ABC, "1")
    assert lobby.alarm is None
    lobby.forget()
    lobby.present()
    assert (lobby.signals, names(lobby), lobby.alarm.interval()) == ([], ["shown"], 10_000)
    lobby.forget()
    lobby.wait(9.9)
    assert (lobby.signals, lobby.slide) == ([], "a")
    lobby.wait(10)
    assert (lobby.signals, lobby.slide) == (["current", "stage"], "b")


def test_only_the_slide_on_the_screen_can_be_presented(qapp: object) -> None:
    lobby = Lobby(None)
    lobby.show.replace(ABC, "1")
    lobby.forget()
    lobby.show.presented(lobby.show.following)
    assert (lobby.signals, lobby.events) == ([], [])


def test_presented_twice_is_presented_once(lobby: Lobby) -> None:
    lobby.present()
    assert (lobby.signals, lobby.events) == ([], [])


def test_a_slide_that_cannot_be_drawn_is_skipped(lobby: Lobby, caplog: pytest.LogCaptureFixture) -> None:
    lobby.show.failed(lobby.show.current)
    assert (lobby.slide, names(lobby)) == ("b", ["skipped"])
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "'a'" in caplog.text


def test_when_no_slide_can_be_drawn_there_is_none(lobby: Lobby) -> None:
    for _ in ABC.slides:
        lobby.show.failed(lobby.show.current)
    assert lobby.show.current is None
    assert not lobby.alarm.isActive()
    assert names(lobby) == ["skipped"] * len(ABC.slides)


def test_a_slide_with_too_much_text_is_told_of(lobby: Lobby, caplog: pytest.LogCaptureFixture) -> None:
    lobby.show.crowded(lobby.show.current, 21.4)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert all(part in caplog.text for part in ("'a'", "(fr)", "21 pixels"))


# A visit


def test_a_touch_begins_a_visit_on_the_slide_that_shows(lobby: Lobby) -> None:
    lobby.show.touched()
    assert (lobby.signals, lobby.slide, *read(lobby, "isVisit")) == (["stage"], "a", True)
    assert lobby.events == [Event("touched", slide="a"), Event("shown", "a", "fr", "visit", "1")]


def test_a_movement_is_activity_in_a_visit_only(lobby: Lobby) -> None:
    lobby.show.moved()
    assert lobby.signals == []
    lobby.show.touched()
    lobby.wait(50)
    lobby.show.moved()
    assert lobby.alarm.interval() == 60_000


def test_whoever_hears_a_signal_reads_the_finished_state(visited: Lobby) -> None:
    heard: list[tuple[Any, ...]] = []
    visited.show.currentChanged.connect(lambda: heard.append((visited.slide, *read(visited, "place", "isVisit"))))
    visited.show.next()
    assert heard == [("c", "1 sur 2", True)]


@pytest.mark.parametrize(
    ("key", "slide", "panel", "is_visit"),
    [
        (Key.Key_Right, "c", "", True),
        (Key.Key_PageDown, "c", "", True),
        (Key.Key_MediaNext, "c", "", True),
        (Key.Key_Left, "a", "", True),
        (Key.Key_PageUp, "a", "", True),
        (Key.Key_Backspace, "a", "", True),
        (Key.Key_MediaPrevious, "a", "", True),
        (Key.Key_Home, "a", "", True),
        (Key.Key_Return, "b", "overview", True),
        (Key.Key_Enter, "b", "overview", True),
        (Key.Key_Menu, "b", "overview", True),
        (Key.Key_Escape, "b", "", False),
        (Key.Key_Back, "b", "", False),
        (Key.Key_Space, "b", "", False),
        (Key.Key_MediaPlay, "b", "", False),
        (Key.Key_MediaTogglePlayPause, "b", "", False),
    ],
)
def test_what_a_key_does(visited: Lobby, key: Key, slide: str, panel: str, is_visit: bool) -> None:
    assert visited.show.pressed(key)
    assert (visited.slide, *read(visited, "panel", "isVisit")) == (slide, panel, is_visit)


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_F11, Key.Key_Tab, Key.Key_F4, Key.Key_Up])
def test_other_keys_mean_nothing(visited: Lobby, key: Key) -> None:
    assert not visited.show.pressed(key)
    assert visited.signals == []


@pytest.mark.parametrize(("key", "slide"), [(Key.Key_Left, "c"), (Key.Key_Right, "a"), (Key.Key_PageDown, "c")])
def test_left_and_right_follow_the_script(qapp: object, key: Key, slide: str) -> None:
    lobby = Lobby(show_of(languages=("ar",)), slide_id="b")
    assert lobby.show.isRightToLeft
    lobby.show.touched()
    lobby.show.pressed(key)
    assert lobby.slide == slide


@pytest.mark.parametrize(
    ("turns", "slide"), [([-120], "c"), ([120], "a"), ([-60, -60], "c"), ([-60], "b"), ([-240], "d"), ([-60, 60], "b")]
)
def test_a_notch_of_the_wheel_is_a_slide(visited: Lobby, turns: list[int], slide: str) -> None:
    for turn in turns:
        visited.show.scrolled(turn)
    assert visited.slide == slide


def test_the_wheel_that_wakes_turns_nothing(lobby: Lobby) -> None:
    lobby.show.scrolled(-120)
    assert (lobby.slide, *read(lobby, "isVisit")) == ("a", True)


@pytest.mark.parametrize(("slide", "place"), [("a", "1 sur 2"), ("b", "2 sur 2"), ("c", "1 sur 2")])
def test_the_place_is_counted_in_the_section(qapp: object, slide: str, place: str) -> None:
    assert Lobby(slide_id=slide).show.place == place


def test_each_section_has_its_size(qapp: object) -> None:
    assert Lobby().show.sectionSizes == [2, 2]
    assert Lobby(show_of(statement("welcome"), *ABC.slides)).show.sectionSizes == [1, 2, 2]
    assert Lobby(None).show.sectionSizes == []


def test_any_slide_is_gone_to(visited: Lobby) -> None:
    assert read(visited, "position", "total") == (1, 4)
    visited.show.openOverview()
    assert visited.show.panel == "overview"
    visited.show.goTo(3)
    assert (visited.slide, *read(visited, "panel", "position")) == ("d", "", 3)


@pytest.mark.parametrize("number", [-1, 2, 1000])
def test_a_language_that_is_not_there_changes_nothing(visited: Lobby, number: int) -> None:
    visited.show.chooseLanguage(number)
    assert visited.signals == []


def test_home_resume_and_the_list_can_be_closed(visited: Lobby) -> None:
    visited.show.openOverview()
    visited.show.closePanel()
    assert (visited.slide, *read(visited, "panel", "isVisit")) == ("b", "", True)
    visited.show.home()
    assert visited.slide == "a"
    visited.show.resume()
    assert (visited.slide, *read(visited, "isVisit")) == ("a", False)


# Languages


def test_of_two_languages_the_control_offers_the_other(visited: Lobby) -> None:
    assert read(visited, "languages", "languageChoice", "currentLanguage") == (["Français", "English"], "English", 0)
    visited.show.changeLanguage()
    assert (visited.slide, *read(visited, "languageChoice", "currentLanguage", "place")) == (
        "b",
        "Français",
        1,
        "2 of 2",
    )
    assert Event("language", language="en") in visited.events


def test_of_several_languages_the_control_opens_the_list(qapp: object) -> None:
    lobby = Lobby(show_of(languages=("en", "de", "ja")))
    lobby.show.touched()
    assert lobby.show.languageChoice == "English"
    lobby.show.changeLanguage()
    assert lobby.show.panel == "languages"
    lobby.show.chooseLanguage(2)
    assert read(lobby, "panel", "currentLanguage", "languageChoice") == ("", 2, "日本語")


def test_a_change_of_language_is_told_before_all_else(visited: Lobby) -> None:
    told: list[object] = []
    visited.show.languageChanged.connect(lambda: told.append(visited.show.language))
    visited.show.currentChanged.connect(lambda: told.append("current"))
    visited.show.next()
    visited.show.changeLanguage()
    assert told == ["current", "en", "current"]


def test_the_invitation_is_in_every_language(lobby: Lobby) -> None:
    assert lobby.show.invitations == ["Touchez l’écran pour explorer", "Touch to explore"]


# Idle


def test_silence_is_asked_about_second_by_second(visited: Lobby) -> None:
    visited.wait(60)
    assert names(visited) == ["idle-warning"]
    assert read(visited, "isWarning", "secondsLeft", "warningSeconds") == (True, 30, 30)
    visited.forget()
    visited.wait(1)
    assert (visited.signals, visited.events, *read(visited, "secondsLeft")) == (["stage"], [], 29)
    assert "29" in visited.show.idleExplanations[0]


def test_the_question_is_in_the_language_of_the_visitor_and_the_first(visited: Lobby) -> None:
    visited.show.chooseLanguage(1)
    visited.wait(60)
    assert read(visited, "idleQuestions") == (["Are you still there?", "Êtes-vous toujours là\u202f?"],)


@pytest.mark.parametrize("answer", ["touched", "next", "home", "resume"])
def test_whoever_answers_keeps_the_visit_as_it_was(visited: Lobby, answer: str) -> None:
    visited.show.openOverview()
    visited.wait(60)
    getattr(visited.show, answer)()
    assert (visited.slide, *read(visited, "isWarning", "isVisit", "panel")) == ("b", False, True, "overview")


def test_without_an_answer_everything_of_the_visitor_is_gone(visited: Lobby) -> None:
    visited.show.chooseLanguage(1)
    visited.present()
    visited.show.openOverview()
    visited.wait(60)
    visited.forget()
    for _ in range(30):
        visited.wait(1)
    assert (visited.slide, *read(visited, "isVisit", "isWarning", "panel", "currentLanguage")) == (
        "a",
        False,
        False,
        "",
        0,
    )
    visited.present()
    assert visited.events == [Event("reset"), Event("shown", "a", "fr", "rotation", "1")]


def test_the_rotation_can_begin_anew_anywhere(visited: Lobby) -> None:
    visited.show.restart("en", "d")
    assert (visited.slide, *read(visited, "isVisit", "currentLanguage")) == ("d", False, 1)


def test_it_knows_how_late_the_next_step_is_and_takes_it(lobby: Lobby) -> None:
    lobby.clock.now += 12
    assert lobby.show.seconds_late() == 2
    lobby.show.catch_up()
    assert lobby.show.seconds_late() == 0
    # The stage has its time to show the page.
    lobby.clock.now += PATIENCE + 3
    assert lobby.show.seconds_late() == 3
    lobby.present()
    assert lobby.show.seconds_late() == 0


def test_a_single_slide_is_never_late(qapp: object) -> None:
    lobby = Lobby(show_of(statement("a"), languages=("fr",)))
    lobby.clock.now += 1e6
    assert lobby.show.seconds_late() == 0
    assert lobby.show.is_still()
    lobby.show.touched()
    assert not lobby.show.is_still()


def test_without_a_show_nothing_is_late(qapp: object) -> None:
    lobby = Lobby(None)
    assert lobby.show.is_still()
    assert lobby.show.seconds_late() == 0


def test_it_goes_on_where_another_run_ended(qapp: object) -> None:
    lobby = Lobby(None)
    lobby.show.replace(ABC, "1")
    lobby.show.return_to("fr", "b")
    lobby.present()
    assert lobby.slide == "b"
    assert [event.event for event in lobby.events] == ["started", "shown"]
