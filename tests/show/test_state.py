"""The moves of the show, one by one."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.content.model import SectionSlide, Show, Slide, StatementSlide
from kiosk.content.reading_time import auto_duration, reading_time
from kiosk.content.values import Text
from kiosk.show import state as machine
from kiosk.show.state import Deck, Panel, Place, ShowState, Visit

NOW = 1000.0


def statement(slide_id: str, duration: float | None = 10.0, text: str = "Words") -> Slide:
    return StatementSlide(id=slide_id, text=Text({"": text}), duration=duration)


def section(slide_id: str) -> Slide:
    return SectionSlide(id=slide_id, title=Text({"": "Section"}), duration=10.0)


def deck_of(*slides: Slide, languages: tuple[str, ...] = ("fr", "en"), revision: str = "1") -> Deck:
    return Deck(slides, languages, idle=60.0, revision=revision)


ABC = deck_of(statement("a"), statement("b"), statement("c"))


def rotating(position: int = 0, deck: Deck = ABC) -> ShowState:
    return ShowState(deck, position, shown_at=NOW)


def visiting(position: int = 0, deck: Deck = ABC, language: str = "en", **visit: Any) -> ShowState:
    return ShowState(deck, position, NOW, replace(Visit(language, NOW), **visit))


def warned(position: int = 1) -> ShowState:
    return visiting(position, warned_at=NOW, panel=Panel.OVERVIEW)


def test_a_deck_takes_what_it_needs_from_the_show() -> None:
    show = Show(version=1, title=Text({"": "T"}), languages=("fr", "en"), slides=ABC.slides, idle=60.0)
    assert machine.deck(show, "1") == ABC


@pytest.mark.parametrize(
    ("asked", "spoken"), [(None, "fr"), ("en", "en"), ("en-CA", "en"), ("de", "fr"), ("fr-CA", "fr"), ("", "fr")]
)
def test_the_rotation_starts_in_the_language_asked_for_if_there_is_one(asked: str | None, spoken: str) -> None:
    assert machine.start(ABC, language=asked).page.language == spoken


@pytest.mark.parametrize(("asked", "position"), [(None, 0), ("b", 1), ("gone", 0)])
def test_the_rotation_starts_on_the_slide_asked_for_if_there_is_one(asked: str | None, position: int) -> None:
    assert machine.start(ABC, slide_id=asked) == ShowState(ABC, position, start_id=asked)


# Rotation


def test_a_duration_counts_from_the_first_frame() -> None:
    state = machine.start(ABC)
    assert machine.deadline(state) is None
    assert machine.tick(state, NOW) == state
    state = machine.shown(state, NOW)
    assert machine.deadline(state) == NOW + 10
    assert machine.shown(state, NOW + 5) == state


@pytest.mark.parametrize(("position", "following"), [(0, 1), (1, 2), (2, 0)])
@pytest.mark.parametrize("late", [0.0, 0.2, 3600.0, 1e9])
def test_rotation_goes_on_by_one_slide_however_late(position: int, following: int, late: float) -> None:
    due = NOW + 10
    assert machine.tick(rotating(position), due - 0.001) == rotating(position)
    lap = int(following == 0)
    assert machine.tick(rotating(position), due + late) == ShowState(ABC, following, lap=lap)


def test_an_automatic_duration_is_that_of_the_language() -> None:
    slide = StatementSlide(id="a", text=Text({"fr": "mot " * 60, "en": "word " * 30}))
    deck = deck_of(slide, statement("b"))
    french = machine.shown(machine.start(deck), NOW)
    english = machine.shown(machine.start(deck, "en"), NOW)
    assert machine.deadline(french) == NOW + auto_duration(slide, "fr")
    assert machine.deadline(english) == NOW + auto_duration(slide, "en")


def test_a_single_slide_stands_still() -> None:
    alone = rotating(deck=deck_of(statement("a"), languages=("fr",)))
    assert machine.deadline(alone) is None
    assert machine.tick(alone, NOW + 1e6) == alone


def told_over_time(deck: Deck, count: int, language: str | None = None) -> list[str]:
    """What the rotation shows first, a page a word."""
    state, told = machine.shown(machine.start(deck, language), NOW), []
    for number in range(count):
        told.append(f"{state.page.slide.id}-{state.page.language}")
        now = NOW + (number + 1) * 100
        state = machine.shown(machine.tick(state, now), now)
    return told


def test_a_single_slide_is_shown_in_each_language() -> None:
    assert told_over_time(deck_of(statement("a")), 5) == ["a-fr", "a-fr", "a-fr", "a-en", "a-fr"]


def test_the_rotation_goes_through_the_show_in_passes_each_in_a_language() -> None:
    french, english = ["a-fr", "b-fr", "c-fr"], ["a-en", "b-en", "c-en"]
    assert told_over_time(ABC, 15) == [*french, *french, *french, *english, *french]
    assert told_over_time(ABC, 6, language="en") == [*english, *english]
    assert told_over_time(replace(ABC, language_policy="first"), 6) == [*french, *french]


def test_a_visit_begins_in_the_language_that_shows() -> None:
    english = replace(rotating(1), lap=3)
    assert english.page.language == "en"
    visited = machine.touch(english, NOW + 3)
    assert visited.page == english.page
    assert machine.resume(visited, NOW + 4).page == english.page


def test_a_clock_that_goes_back_does_not_stop_the_rotation() -> None:
    assert machine.tick(rotating(), NOW - 1e6).position == 1


def test_a_slide_that_cannot_be_shown_is_skipped() -> None:
    assert machine.skip(machine.start(ABC), NOW) == ShowState(ABC, 1)
    assert machine.skip(visiting(2), NOW + 1) == replace(visiting(0), shown_at=None)


# Visit


def test_a_touch_begins_a_visit_on_the_slide_that_shows_in_the_language_of_the_rotation() -> None:
    assert machine.touch(rotating(1), NOW + 3) == replace(rotating(1), visit=Visit("fr", NOW + 3))


def test_a_touch_in_a_visit_only_keeps_it() -> None:
    state = visiting(1, panel=Panel.OVERVIEW)
    assert machine.touch(state, NOW + 9) == visiting(1, panel=Panel.OVERVIEW, active_at=NOW + 9)


@pytest.mark.parametrize(
    ("move", "position"),
    [
        (machine.next_slide, 2),
        (machine.previous_slide, 0),
        (machine.home, 0),
        (lambda state, now: machine.go_to(state, now, 2), 2),
        (lambda state, now: machine.go_to(state, now, -1), 2),
        (lambda state, now: machine.go_to(state, now, 300_000_001), 1),
    ],
)
def test_a_visitor_turns_pages(move: machine.VisitorMove[[]], position: int) -> None:
    turned = move(visiting(1, panel=Panel.OVERVIEW), NOW + 5)
    shown_at = None if position != 1 else NOW + 5
    assert turned == replace(visiting(position, active_at=NOW + 5), shown_at=shown_at)


def test_pages_turn_around_the_ends() -> None:
    assert machine.next_slide(visiting(2), NOW).position == 0
    assert machine.previous_slide(visiting(0), NOW).position == 2


def test_a_move_from_rotation_begins_a_visit() -> None:
    assert machine.next_slide(rotating(), NOW + 1) == ShowState(ABC, 1, None, Visit("fr", NOW + 1))
    assert machine.choose_language(rotating(), NOW + 1, "en") == ShowState(ABC, 0, None, Visit("en", NOW + 1))


def test_a_language_the_show_does_not_have_changes_nothing() -> None:
    assert machine.choose_language(visiting(1), NOW, "de") == visiting(1)


def test_the_list_of_sections_opens_and_closes_over_the_slide() -> None:
    opened = machine.open_panel(visiting(1), NOW, Panel.OVERVIEW)
    assert opened == visiting(1, panel=Panel.OVERVIEW)
    assert machine.close_panel(opened, NOW) == visiting(1)
    assert machine.escape(opened, NOW) == visiting(1)


@pytest.mark.parametrize("end", [machine.resume, machine.escape])
def test_the_end_of_a_visit_goes_on_with_the_rotation_from_this_slide(end: machine.VisitorMove[[]]) -> None:
    assert end(visiting(2, language="fr"), NOW + 50) == replace(rotating(2), shown_at=NOW + 50)
    assert end(visiting(2, language="en"), NOW + 50) == ShowState(ABC, 2)


@pytest.mark.parametrize("wake", [machine.resume, machine.escape])
def test_in_rotation_the_pause_begins_a_visit(wake: machine.VisitorMove[[]]) -> None:
    assert wake(rotating(1), NOW + 3) == machine.touch(rotating(1), NOW + 3)


def test_a_page_never_turns_by_itself_in_a_visit() -> None:
    state = machine.tick(visiting(1), NOW + 59.9)
    assert state == visiting(1)
    assert machine.tick(state, NOW + 60).page == state.page


# Idle


def test_idle_is_at_least_twice_the_reading_time() -> None:
    slide = statement("a", text="mot " * 200)
    reading = reading_time(slide, "en")
    assert reading > 60
    assert machine.deadline(visiting(deck=deck_of(slide))) == NOW + 2 * reading
    assert machine.deadline(visiting()) == NOW + 60


def test_a_warning_lasts_as_long_as_it_says_even_when_it_comes_late() -> None:
    state = machine.tick(visiting(), NOW + 75)
    assert state == visiting(warned_at=NOW + 75)
    assert machine.deadline(state) == NOW + 75 + machine.WARNING


@pytest.mark.parametrize(
    ("passed", "left"), [(-1e9, 30), (0, 30), (0.1, 30), (1, 29), (29.5, 1), (30, 0), (99, 0), (1e12, 0)]
)
def test_the_warning_counts_down(passed: float, left: int) -> None:
    assert machine.seconds_left(warned(), NOW + passed) == left


def test_without_a_warning_nothing_counts_down() -> None:
    assert machine.seconds_left(visiting(), NOW) == 0
    assert machine.seconds_left(rotating(), NOW) == 0


@pytest.mark.parametrize(
    "move",
    [
        machine.touch,
        machine.next_slide,
        machine.previous_slide,
        machine.home,
        machine.resume,
        machine.escape,
        lambda state, now: machine.open_panel(state, now, Panel.OVERVIEW),
        machine.close_panel,
        lambda state, now: machine.go_to(state, now, 0),
        lambda state, now: machine.choose_language(state, now, "fr"),
    ],
)
def test_whatever_a_visitor_does_during_a_warning_only_keeps_the_visit(move: machine.VisitorMove[[]]) -> None:
    assert move(warned(), NOW + 29.9) == visiting(1, panel=Panel.OVERVIEW, active_at=NOW + 29.9)


@pytest.mark.parametrize("asked", [(None, None), ("en", "b")])
def test_a_reset_is_a_fresh_start(asked: tuple[str | None, str | None]) -> None:
    language, slide_id = asked
    state = machine.shown(machine.start(ABC, language, slide_id), NOW)
    state = machine.shown(machine.previous_slide(machine.choose_language(state, NOW, "en"), NOW), NOW)
    state = machine.tick(machine.tick(state, NOW + 60), NOW + 90)
    assert state == machine.start(ABC, language, slide_id)


def test_a_reset_to_the_page_that_shows_needs_no_answer_of_the_stage() -> None:
    state = visiting(0, language="fr", warned_at=NOW)
    assert machine.tick(state, NOW + 30) == machine.shown(machine.start(ABC), NOW + 30)


# Cleaning


@pytest.mark.parametrize("before", [rotating(1), visiting(1, panel=Panel.COMFORT), warned()])
def test_while_the_screen_is_cleaned_nothing_happens_and_then_all_goes_on(before: ShowState) -> None:
    cleaned = machine.clean(before, NOW + 5)
    end = NOW + 5 + machine.CLEANING
    for move in (machine.touch, machine.next_slide, machine.resume, machine.escape, machine.close_panel):
        assert move(cleaned, NOW + 6) == cleaned
    assert machine.tick(cleaned, end - 0.1) == cleaned
    assert machine.tick(cleaned, end) == replace(machine.touch(before, end) if before.visit else before, shown_at=end)


@pytest.mark.parametrize("before", [rotating(1), visiting(1), warned()], ids=["rotation", "visit", "warning"])
def test_asleep_nothing_changes_by_itself_and_awake_the_rotation_goes_on_from_its_slide(before: ShowState) -> None:
    asleep = machine.sleep(before, NOW + 5)
    assert (asleep.is_asleep, asleep.visit, asleep.position) == (True, None, 1)
    assert machine.deadline(asleep) is None
    assert machine.tick(asleep, NOW + 1_000_000) == asleep
    awake = machine.wake(machine.shown(asleep, NOW + 6), NOW + 50_000)
    assert awake == replace(rotating(1), shown_at=NOW + 50_000)
    assert machine.wake(awake, NOW + 60_000) == awake


@pytest.mark.parametrize("move", [machine.touch, machine.next_slide, machine.home, machine.resume, machine.escape])
def test_whatever_wakes_only_wakes(move: Any) -> None:
    woken = move(machine.sleep(rotating(1), NOW), NOW + 5)
    assert woken == machine.touch(replace(rotating(1), shown_at=NOW), NOW + 5)


def test_who_cleans_again_has_the_whole_time_again() -> None:
    cleaned = machine.clean(machine.clean(rotating(), NOW), NOW + 15)
    assert machine.seconds_left(cleaned, NOW + 15) == machine.CLEANING
    assert machine.seconds_left(cleaned, NOW + 34.5) == 1


def test_in_a_cleaning_that_alone_is_counted_down() -> None:
    assert machine.seconds_left(machine.clean(warned(), NOW + 5), NOW + 6) == machine.CLEANING - 1


# Content


@pytest.mark.parametrize(
    ("ids", "position"),
    [("abc", 1), ("b", 0), ("cxb", 2), ("xyab", 3), ("ac", 0), ("xa", 1), ("c", 0), ("xyz", 1), ("x", 0)],
)
def test_a_new_revision_keeps_the_place(ids: str, position: int) -> None:
    deck = deck_of(*map(statement, ids), revision="2")
    assert machine.replace_deck(visiting(1), deck).position == position
    assert machine.replace_deck(visiting(1), deck).visit == Visit("en", NOW)


def test_an_unchanged_slide_goes_on_and_a_changed_one_is_shown_anew() -> None:
    unchanged = deck_of(statement("x"), statement("b"), revision="2")
    changed = deck_of(statement("b", text="Other words"), revision="2")
    assert machine.replace_deck(rotating(1), unchanged) == replace(rotating(1), deck=unchanged)
    assert machine.replace_deck(rotating(1), changed) == ShowState(changed, 0)


def test_a_visit_keeps_its_language_or_goes_on_in_the_main_one() -> None:
    deck = deck_of(*ABC.slides, languages=("de", "en"))
    assert machine.replace_deck(visiting(language="en"), deck).page.language == "en"
    assert machine.replace_deck(visiting(language="fr"), deck).page.language == "de"
    assert machine.replace_deck(rotating(), deck).page.language == "de"


def test_a_warning_survives_a_new_revision() -> None:
    deck = deck_of(*ABC.slides, revision="2")
    assert machine.replace_deck(warned(), deck) == replace(warned(), deck=deck)


# Place


@pytest.mark.parametrize(
    ("kinds", "position", "place"),
    [
        ("ppp", 1, Place(2, 3)),
        ("spp", 0, Place(1, 3)),
        ("pspps", 0, Place(1, 1)),
        ("pspps", 3, Place(3, 3)),
        ("pspps", 4, Place(1, 1)),
    ],
)
def test_a_slide_has_a_place_in_its_section(kinds: str, position: int, place: Place) -> None:
    slides = (section(str(i)) if kind == "s" else statement(str(i)) for i, kind in enumerate(kinds))
    assert machine.place(rotating(position, deck_of(*slides))) == place


def test_a_restart_begins_the_rotation_anew_from_a_slide_in_a_language() -> None:
    begun = machine.restart(visiting(1), NOW + 5, "en", "c")
    assert begun == machine.start(ABC, "en", "c")
    assert begun.page.slide.id == "c"


def test_a_restart_on_the_page_that_shows_counts_it_as_shown() -> None:
    begun = machine.restart(rotating(0), NOW + 5, "fr", "a")
    assert begun == machine.shown(machine.start(ABC, "fr", "a"), NOW + 5)


def test_the_rotation_goes_on_where_another_run_ended() -> None:
    begun = machine.start(ABC)
    assert machine.return_to(begun, NOW, "fr", "b") == replace(begun, position=1)
    assert machine.return_to(begun, NOW, "fr", "gone") == begun
    in_english = machine.return_to(begun, NOW, "en", "b")
    assert (in_english.page.slide.id, in_english.page.language) == ("b", "en")
    # A language that the show no longer has.
    assert machine.return_to(begun, NOW, "de", "b") == replace(begun, position=1)
    # The one that was asked for at the start stays.
    asked = machine.start(ABC, language="fr")
    assert machine.return_to(asked, NOW, "en", "b") == replace(asked, position=1)


def test_while_staff_are_there_nothing_changes_by_itself() -> None:
    served = machine.serve(visiting(1), 500.0)
    assert machine.deadline(served) is None
    assert machine.tick(served, 1e9) == served


def test_when_staff_leave_the_rotation_goes_on_from_the_slide() -> None:
    served = machine.serve(visiting(1), 500.0)
    left = machine.leave(served, 600.0)
    assert (left.position, left.visit) == (1, None)
    assert machine.leave(visiting(1), 600.0) == visiting(1)
    assert machine.leave(machine.clean(served, 550.0), 560.0).visit is None
