"""Which rung a start chooses, and that no file of notes, however it came about, is in its way."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.safety import ladder
from kiosk.safety.ladder import COUNTED, HEALTHY, KEPT, LONGEST, REST, Choice, History, Ladder, Run, Rung, Stage

BOOT = "this boot"
NOW = 1000.0


def ends(*runs: tuple[Rung, Stage], ago: float = 10.0, version: str = "1", revision: str = "a") -> History:
    """Unclean ends, all so many seconds ago."""
    return History(BOOT, tuple(Run(NOW - ago - 60, version, revision, rung, stage, NOW - ago) for rung, stage in runs))


def chosen(history: History) -> Choice:
    return ladder.choose(history, NOW, "1", "a")


C, L, S, P = Rung.CONTENT, Rung.LAST_GOOD, Rung.SHIPPED, Rung.PICTURE
STEADY, DRAWN = Stage.STEADY, Stage.DRAWN


@pytest.mark.parametrize(
    ("runs", "rung"),
    [
        ([], C),
        ([C], C),
        ([C, C], L),
        ([C, C, L], L),
        ([C, C, L, L], S),
        ([C, C, L, L, S], S),
        ([C, C, L, L, S, S], S),
        ([C, C, L, L, S, S, S], P),
        ([C, C, L, L, S, S, S, P], P),
    ],
    ids=str,
)
def test_each_rung_is_left_after_unclean_ends(runs: list[Rung], rung: Rung) -> None:
    assert chosen(ends(*((each, DRAWN) for each in runs))).rung is rung


def test_the_last_rung_is_for_runs_that_hardly_began() -> None:
    runs = [*[(C, DRAWN)] * 2, *[(L, DRAWN)] * 2, *[(S, DRAWN)] * 2, (S, STEADY)]
    assert chosen(ends(*runs)).rung is S
    assert chosen(ends(*runs, *[(S, DRAWN)] * 3)).rung is P
    # One that stood for a while and was then ended is no reason to stay there.
    assert chosen(ends(*runs, *[(S, DRAWN)] * 3, (P, STEADY))).rung is S


@pytest.mark.parametrize(
    "history",
    [
        ends(*[(C, DRAWN)] * 4, ago=COUNTED + 1),
        ends(*[(C, DRAWN)] * 4, ago=-5),
        ends(*[(C, DRAWN)] * 4, version="2"),
        ends(*[(C, DRAWN)] * 4, revision="b"),
    ],
    ids=["long ago", "in the future", "another version", "other content"],
)
def test_what_says_nothing_about_this_start_does_not_count(history: History) -> None:
    assert chosen(history) == Choice()


def test_graphics_that_failed_are_not_tried_again_whatever_the_content() -> None:
    assert chosen(ends((C, Stage.OPENED), revision="b")).is_software
    assert not chosen(ends((C, DRAWN))).is_software
    assert chosen(ends(*[(C, DRAWN)] * 4)).is_software


@pytest.mark.parametrize(
    ("stages", "can_resume"),
    [([], True), ([DRAWN], True), ([DRAWN, DRAWN], False), ([DRAWN, STEADY], True), ([STEADY, DRAWN], True)],
    ids=str,
)
def test_a_slide_that_ends_the_program_is_not_begun_with(stages: list[Stage], can_resume: bool) -> None:
    assert chosen(ends(*((C, stage) for stage in stages))).can_resume is can_resume


def test_starts_that_all_fail_come_further_and_further_apart() -> None:
    pauses = [chosen(ends(*[(S, DRAWN)] * count)).pause for count in range(KEPT + 1)]
    assert pauses == sorted(pauses)
    assert (pauses[9], pauses[10], pauses[11], pauses[-1]) == (0.0, 1.0, 2.0, 30.0)


def test_health_forgets_and_a_return_that_fails_makes_the_next_one_later() -> None:
    history = replace(ends(*[(C, DRAWN)] * 4), running=Run(NOW, rung=S))
    waits = []
    for _ in range(2 * KEPT):
        waits.append(ladder.time_to_health(history))
        history = ladder.healthy(history)
        assert history.ends == ()
    assert waits[:3] == [HEALTHY, 2 * HEALTHY, 4 * HEALTHY]
    assert waits[-1] == LONGEST
    well = ladder.healthy(replace(history, running=Run(NOW)))
    assert ladder.time_to_health(well) == HEALTHY
    assert ladder.time_to_health(replace(well, running=Run(NOW, rung=P))) == REST


@pytest.fixture(autouse=True)
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes are written when they are made."""
    monkeypatch.setattr(Ladder, "_write_beside", Ladder._write)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


def begin(folder: Path | None, clock: Clock, stage: Stage = DRAWN, boot: str = BOOT) -> tuple[Ladder, Rung]:
    """A run that has begun and written its note; the one before came to a stage."""
    notes = Ladder(folder, boot, stage, clock)
    rung = notes.begin("1", "a").rung
    return notes, rung


def test_runs_that_leave_no_end_are_counted_and_clean_ones_are_not(tmp_path: Path) -> None:
    clock = Clock()
    rungs = []
    for _ in range(8):
        clock.now += 2
        rungs.append(begin(tmp_path, clock)[1])
    assert rungs == [C, C, L, L, S, S, S, P]
    clean = tmp_path / "clean"
    clean.mkdir()
    for _ in range(8):
        notes, rung = begin(clean, clock)
        assert rung is C
        notes.end(DRAWN, is_clean=True)


def test_notes_on_a_disk_that_became_read_only_count(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(tmp_path))
    clock = Clock()
    begin(state, clock)
    for ends in (1, 2):
        clock.now += 2
        notes, _ = begin(tmp_path, clock)
        assert len(notes.history.ends) == ends


def test_giving_up_is_an_unclean_end(tmp_path: Path) -> None:
    clock = Clock()
    for rung in (C, C, L):
        notes, found = begin(tmp_path, clock)
        assert found is rung
        notes.end(DRAWN, is_clean=False)


def test_another_boot_begins_at_the_beginning(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(4):
        begin(tmp_path, clock)
    assert begin(tmp_path, clock)[1] is S
    assert begin(tmp_path, clock, boot="the next boot")[1] is C


def test_health_is_written_down(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(2):
        begin(tmp_path, clock)
    notes, rung = begin(tmp_path, clock)
    assert rung is L
    notes.clear()
    assert begin(tmp_path, clock)[1] is C


@pytest.mark.parametrize("folder", [None, Path("/proc")], ids=["none", "read-only"])
def test_without_a_place_to_write_a_run_is_as_any_other(folder: Path | None, caplog: pytest.LogCaptureFixture) -> None:
    notes, rung = begin(folder, Clock())
    assert rung is C
    notes.clear()
    notes.end(DRAWN, is_clean=False)
    assert ("unclean ends are not counted" in caplog.text) is (folder is not None)


@pytest.mark.parametrize("broken", [b"", b"\0" * 4096, b"[]", b'{"boot": "this boot", "ends": 3', b"\xff"])
def test_a_broken_file_counts_as_none(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / ladder.FILE).write_bytes(broken)
    assert begin(tmp_path, Clock())[1] is C


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["began", "ended", "x"]), inner),
    max_leaves=8,
)
RUNS = st.fixed_dictionaries(
    {},
    optional={
        "began": JSON,
        "ended": JSON,
        "version": JSON,
        "revision": JSON,
        "rung": st.sampled_from(list(Rung)) | JSON,
        "stage": st.sampled_from(list(Stage)) | JSON,
    },
)
FILES = JSON | st.fixed_dictionaries(
    {"boot": st.just(BOOT) | JSON, "ends": st.lists(RUNS, max_size=30) | JSON, "running": RUNS | JSON, "returns": JSON}
)


@given(FILES)
def test_whatever_a_file_says_a_start_finds_its_rung(said: Any) -> None:
    history = ladder.ended_uncleanly(ladder.history(said, BOOT), NOW, DRAWN)
    choice = chosen(history)
    assert choice.rung in Rung
    assert 0 <= choice.pause <= 30
    assert len(history.ends) <= KEPT
    assert HEALTHY <= ladder.time_to_health(history) <= LONGEST


STEPS = st.lists(
    st.tuples(st.sampled_from(["crash", "clean", "gives up", "healthy"]), st.floats(0, 700), st.sampled_from(Stage)),
    max_size=40,
)


@given(STEPS)
def test_the_rung_rises_only_by_unclean_ends_and_what_is_written_is_what_is_read(
    steps: list[tuple[str, float, Stage]],
) -> None:
    now, history, before = NOW, History(BOOT), Rung.CONTENT
    was_unclean = False
    for step, seconds, stage in steps:
        choice = ladder.choose(history, now, "1", "a")
        assert choice.rung <= before or was_unclean
        before = choice.rung
        history = replace(history, running=Run(now, "1", "a", choice.rung))
        now += seconds
        if step == "healthy":
            history = ladder.healthy(history)
        was_unclean = step in ("crash", "gives up")
        history = ladder.ended_uncleanly(history, now, stage) if was_unclean else replace(history, running=None)
        written = json.loads(json.dumps(asdict(history)))
        assert ladder.history(written, BOOT) == history
