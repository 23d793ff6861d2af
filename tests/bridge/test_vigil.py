"""What a run notes of itself, when it ends by itself, and how the next one begins."""

import json
import shutil
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.bridge import vigil
from kiosk.bridge.heartbeat import Watcher
from kiosk.bridge.vigil import Vigil
from kiosk.options import CONTENT_ERRORS, FINE, INTERNAL_ERRORS, NO_SCREEN, PLANNED_RESTART
from kiosk.safety import limits, showing
from kiosk.safety.ladder import HEALTHY, REST, Ladder, Rung
from tests.bridge.shows import ABC, Lobby
from tests.bridge.test_heartbeat import Window

BOOT = "this boot"


class Watch:
    """A run on a show of four slides that stay for ten seconds, in its folder, and who watches over it."""

    def __init__(self, folder: Path | None, state: Path | None = None, **options: Any) -> None:
        self.lobby = Lobby(None)
        self.heard: list[str] = []
        self.window = Window()
        self.vigil = Vigil(
            state or folder, folder, Watcher(self.heard.append, 30.0), clock=self.lobby.clock, boot=BOOT, **options
        )

    def begin(self, lobby: bool = True) -> "Watch":
        self.choice = self.vigil.begin("1", "a")
        self.vigil.opened()
        if lobby:
            self.lobby.show.replace(ABC, "a")
        # The type checker is not told that this window has all that is asked of one.
        window: Any = self.window
        self.vigil.watch(window, self.lobby.show if lobby else None)
        return self

    def draw(self) -> "Watch":
        self.lobby.present()
        self.window.frameSwapped.emit()
        return self

    def look(self, seconds: float = 0.0) -> None:
        """Seconds pass in which nothing rings, and then it looks."""
        self.lobby.clock.now += seconds
        self.vigil.look()

    def turn(self, times: int = 1) -> None:
        for _ in range(times):
            self.lobby.wait(10)
            self.draw()


@pytest.fixture(autouse=True)
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes are written when they are made."""
    monkeypatch.setattr(Ladder, "_write_beside", Ladder._write)


@pytest.fixture
def ended(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The statuses that the program was ended with."""
    statuses: list[int] = []
    monkeypatch.setattr(QGuiApplication, "exit", statuses.append)
    return statuses


def noted(folder: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((folder / showing.FILE).read_text())
    return found


def test_it_notes_how_far_it_came_and_what_shows(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path)
    watch.begin()
    assert noted(tmp_path)["stage"] == "opened"
    watch.draw()
    assert (noted(tmp_path)["stage"], noted(tmp_path)["slide"], noted(tmp_path)["language"]) == ("drawn", "a", "fr")
    watch.turn()
    watch.look(vigil.STEADY)
    assert noted(tmp_path) == {
        "boot": BOOT,
        "stage": "steady",
        "slide": "b",
        "language": "fr",
        "title": "Lantern House",
        "ground": "#5b2a86",
        "ink": "#ffffff",
    }


@pytest.mark.parametrize(
    ("status", "is_forgotten", "rung"),
    [
        (FINE, True, Rung.CONTENT),
        (CONTENT_ERRORS, True, Rung.CONTENT),
        (PLANNED_RESTART, False, Rung.CONTENT),
        # The display went away.
        (NO_SCREEN, False, Rung.CONTENT),
        (INTERNAL_ERRORS, False, Rung.LAST_GOOD),
        (None, False, Rung.LAST_GOOD),
    ],
)
def test_what_the_next_run_finds(
    tmp_path: Path, ended: list[int], status: int | None, is_forgotten: bool, rung: Rung
) -> None:
    for _ in range(2):
        watch = Watch(tmp_path).begin().draw()
        if status is not None:
            assert watch.vigil.end(status) == status
    last = Watch(tmp_path)
    assert last.vigil.last.slide == ("" if is_forgotten else "a")
    assert last.vigil.last.title == "Lantern House"
    assert last.begin().choice.rung is rung


def test_graphics_that_do_not_draw_are_told_from_a_display_that_is_not_there(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path)
    watch.vigil.begin("1", "a")
    watch.vigil.end(NO_SCREEN)
    watch = Watch(tmp_path).begin()
    assert not watch.choice.is_software
    watch.vigil.end(NO_SCREEN)
    assert Watch(tmp_path).begin().choice.is_software


def test_it_is_ready_with_its_first_slide(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path).begin()
    watch.window.frameSwapped.emit()
    assert watch.heard == []
    watch.draw()
    assert watch.heard == ["READY=1", "WATCHDOG=1\nSTATUS=slide 'a' (fr)"]


def test_without_a_slide_it_is_ready_with_the_name(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path).begin(lobby=False)
    watch.window.frameSwapped.emit()
    assert watch.heard == ["READY=1", "WATCHDOG=1\nSTATUS=the name alone"]


def test_two_frames_may_come_at_once_from_the_thread_that_renders(
    tmp_path: Path, ended: list[int], qapp: QGuiApplication
) -> None:
    watch = Watch(tmp_path).begin(lobby=False)
    for _ in range(2):
        renderer = threading.Thread(target=watch.window.frameSwapped.emit)
        renderer.start()
        renderer.join()
    qapp.processEvents()
    assert watch.heard == ["READY=1", "WATCHDOG=1\nSTATUS=the name alone"]


@pytest.mark.parametrize("is_dark", [True, False])
def test_with_no_display_lit_it_is_ready_without_a_frame(
    tmp_path: Path, ended: list[int], monkeypatch: pytest.MonkeyPatch, is_dark: bool
) -> None:
    monkeypatch.setattr(vigil, "is_dark", lambda: is_dark)
    watch = Watch(tmp_path).begin()
    watch.look()
    assert watch.heard[:1] == ["READY=1"] * is_dark
    assert noted(tmp_path)["stage"] == ("drawn" if is_dark else "opened")


def test_a_step_that_nobody_takes_is_taken(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path).begin().draw()
    watch.lobby.alarm.stop()
    watch.look(10 + vigil.OVERDUE / 2)
    assert watch.lobby.slide == "a"
    watch.look(vigil.OVERDUE)
    assert watch.lobby.slide == "b"
    watch.draw()
    assert watch.lobby.alarm.isActive()
    assert ended == []


def stall(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the show not go on, whoever asks it to."""
    monkeypatch.setattr(type(watch.lobby.show), "catch_up", lambda self: None)
    watch.draw()
    watch.look(10 + 2 * vigil.OVERDUE)


def test_a_show_that_cannot_go_on_while_frames_come_is_given_up(
    tmp_path: Path, ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(tmp_path).begin()
    stall(watch, monkeypatch)
    watch.window.frameSwapped.emit()
    watch.look(5)
    assert ended == [INTERNAL_ERRORS]


def test_without_frames_nothing_is_known_of_the_show(
    tmp_path: Path, ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(tmp_path).begin()
    stall(watch, monkeypatch)
    asked = watch.window.asked
    watch.look(5)
    assert ended == []
    assert watch.window.asked > asked


def test_a_slide_that_never_comes_is_missed(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path).begin().draw()
    watch.lobby.wait(10)
    for seconds in (10, 10, 5):
        watch.look(seconds)
        watch.window.frameSwapped.emit()
    assert ended == [INTERNAL_ERRORS]


def test_many_errors_in_a_short_time_end_it(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path).begin().draw()
    for _ in range(2 * vigil.ERRORS):
        watch.lobby.clock.now += vigil.ERRORS_WITHIN / (vigil.ERRORS - 2)
        watch.vigil.failed()
    assert ended == []
    for _ in range(vigil.ERRORS):
        watch.vigil.failed()
    assert set(ended) == {INTERNAL_ERRORS}


def grow(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the memory that the program holds."""

    def hold(size: int) -> None:
        monkeypatch.setattr(limits, "memory_held", lambda: size)

    return hold


def test_memory_that_grows_ends_it_between_two_slides_but_never_in_a_visit(
    tmp_path: Path, ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = grow(monkeypatch)
    hold(100)
    watch = Watch(tmp_path).begin().draw()
    watch.look(vigil.STEADY)
    watch.turn()
    hold(limits.memory_mark(100) + 1)
    watch.lobby.show.touched()
    watch.lobby.show.next()
    watch.draw()
    watch.look(5)
    assert ended == []
    # The visitor may still stand there.
    watch.lobby.show.resume()
    assert ended == []
    watch.turn()
    assert ended == [PLANNED_RESTART]


def test_files_that_stay_open_end_it_before_there_are_none_left(
    tmp_path: Path, ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda kind: (64, 64))
    monkeypatch.setattr(limits, "handles_held", lambda: 24)
    watch = Watch(tmp_path).begin().draw()
    watch.look(vigil.STEADY)
    watch.turn()
    assert ended == []
    monkeypatch.setattr(limits, "handles_held", lambda: 45)
    watch.turn()
    assert ended == [PLANNED_RESTART]


def test_where_no_slide_can_be_drawn_another_start_may_do_better(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path).begin()
    for _ in ABC.slides:
        watch.lobby.show.failed(watch.lobby.show.current)
    watch.look()
    assert ended == [INTERNAL_ERRORS]


@pytest.mark.parametrize(
    ("now", "restart_at", "age", "is_time"),
    [
        ("04:10", 240, 8000, True),
        ("04:10", 240, 600, False),
        ("03:59", 240, 8000, False),
        ("05:00", 240, 8000, False),
        ("00:10", 23 * 60 + 30, 8000, True),
        ("04:10", None, 8000, False),
    ],
)
def test_the_quiet_hour_is_one_by_the_clock_on_the_wall(
    tmp_path: Path,
    ended: list[int],
    monkeypatch: pytest.MonkeyPatch,
    now: str,
    restart_at: int | None,
    age: float,
    is_time: bool,
) -> None:
    class Wall(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Wall":
            return cls(2026, 3, 29, int(now[:2]), int(now[3:]))

    monkeypatch.setattr(vigil, "datetime", Wall)
    watch = Watch(tmp_path, restart_at=restart_at).begin()
    watch.lobby.clock.now += age
    watch.draw()
    assert ended == [PLANNED_RESTART] * is_time


def test_a_run_that_is_well_forgives_those_before_it(tmp_path: Path, ended: list[int]) -> None:
    Watch(tmp_path).begin().draw()
    watch = Watch(tmp_path).begin().draw()
    watch.lobby.clock.now += HEALTHY
    watch.turn(len(ABC.slides))
    assert json.loads((tmp_path / "crashes.json").read_text())["ends"] == []
    assert Watch(tmp_path).begin().choice.unclean_ends == 1
    assert ended == []


def test_from_a_higher_rung_it_comes_back_once_it_is_well(tmp_path: Path, ended: list[int]) -> None:
    for _ in range(4):
        Watch(tmp_path).begin().draw()
    watch = Watch(tmp_path).begin().draw()
    assert watch.choice.rung is Rung.SHIPPED
    watch.turn(len(ABC.slides))
    assert ended == []
    watch.lobby.clock.now += HEALTHY
    watch.turn()
    assert ended == [PLANNED_RESTART]
    watch.vigil.end(PLANNED_RESTART)
    assert Watch(tmp_path).begin().choice.rung is Rung.CONTENT


def test_the_name_of_the_site_stands_on_the_last_rung(tmp_path: Path, ended: list[int]) -> None:
    for _ in range(7):
        Watch(tmp_path).begin().draw()
    watch = Watch(tmp_path).begin(lobby=False)
    assert watch.choice.rung is Rung.PICTURE
    assert watch.vigil.last.title == "Lantern House"
    assert noted(tmp_path)["title"] == "Lantern House"
    # It tries again by itself.
    watch.window.frameSwapped.emit()
    watch.look(REST)
    assert ended == [PLANNED_RESTART]


def test_whoever_watches_is_told_that_it_is_to_stay_ended(tmp_path: Path, ended: list[int]) -> None:
    watch = Watch(tmp_path).begin().draw()
    watch.vigil.end(FINE, is_wanted=False)
    assert "STOPPING=1" not in watch.heard
    watch.vigil.end(CONTENT_ERRORS)
    assert watch.heard[-1] == "STOPPING=1"


def test_a_folder_that_goes_away_is_told_of_once(
    tmp_path: Path, ended: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "runtime"
    folder.mkdir()
    watch = Watch(folder).begin().draw()
    (folder / showing.FILE).unlink()
    (folder / "crashes.json").unlink()
    folder.rmdir()
    watch.turn(3)
    assert caplog.text.count("what shows is not noted") == 1


def test_where_the_folder_of_the_service_goes_away_the_next_run_finds_the_slide_with_the_state(
    tmp_path: Path, ended: list[int]
) -> None:
    runtime, state = tmp_path / "runtime", tmp_path / "state"
    runtime.mkdir()
    state.mkdir()
    watch = Watch(runtime, state).begin().draw()
    shutil.rmtree(runtime)
    watch.turn()
    assert Watch(state).vigil.last.slide == watch.lobby.slide


def test_without_any_folder_it_runs_as_ever(ended: list[int]) -> None:
    watch = Watch(None).begin().draw()
    watch.turn(3)
    watch.look(vigil.STEADY)
    assert watch.vigil.end(FINE) == FINE
    assert ended == []


def test_a_night_is_no_show_that_does_not_go_on(ended: list[int]) -> None:
    watch = Watch(None).begin().draw()
    watch.lobby.show.sleep()
    for _ in range(4):
        watch.look(10_000)
    watch.vigil._heartbeat.beat()  # type: ignore[union-attr]
    assert watch.heard[-1] == "WATCHDOG=1\nSTATUS=the screen is off, as it is to be"
    # A slide that nobody could be shown in the dark comes in the morning, and has its time for that.
    watch.lobby.show.return_to("en", "b")
    watch.look(10_000)
    watch.lobby.show.wake()
    assert watch.lobby.show.seconds_late() == 0
    watch.look(1)
    watch.draw()
    watch.look(1)
    assert ended == []
