"""The show under any input at any time."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.content.model import SectionSlide, Slide, StatementSlide
from kiosk.content.reading_time import reading_time
from kiosk.content.values import Text
from kiosk.show import state as machine
from kiosk.show.events import events
from kiosk.show.state import Deck, Panel

VISITOR_MOVES: list[machine.VisitorMove[[]]] = [
    machine.touch,
    machine.next_slide,
    machine.previous_slide,
    machine.home,
    machine.resume,
    machine.escape,
    lambda state, now: machine.open_panel(state, now, Panel.OVERVIEW),
    machine.close_panel,
    lambda state, now: machine.go_to(state, now, 3),
    lambda state, now: machine.choose_language(state, now, "en"),
    lambda state, now: machine.choose_language(state, now, "fr"),
]


@st.composite
def slides(draw: st.DrawFn, slide_id: str) -> Slide:
    text = Text({"fr": draw(st.sampled_from(["mot", "mot " * 40, "mot " * 250])), "en": "word"})
    duration = draw(st.sampled_from([None, 3.0, 3600.0]))
    is_section = draw(st.booleans())
    if is_section:
        return SectionSlide(id=slide_id, title=text, duration=duration)
    return StatementSlide(id=slide_id, text=text, duration=duration)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    ids = draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6, unique=True))
    languages = draw(st.sampled_from([("fr", "en"), ("en",), ("fr",)]))
    idle = draw(st.sampled_from([10.0, 60.0, 1800.0]))
    return Deck(tuple(draw(slides(slide_id)) for slide_id in ids), languages, idle, draw(st.sampled_from("12")))


class AnyShow(RuleBasedStateMachine):
    """A stage that answers when it likes, a visitor who does anything, an editor who saves at any time."""

    @initialize(deck=decks(), language=st.sampled_from([None, "en", "de"]), slide_id=st.sampled_from([None, "a", "x"]))
    def start(self, deck: Deck, language: str | None, slide_id: str | None) -> None:
        self.now = 5.0
        self.options = (language, slide_id)
        self.active_at = self.warned_at = self.now
        self.state = machine.start(deck, language, slide_id)

    def become(self, new: machine.ShowState) -> None:
        told = [event.event for event in events(self.state, new)]
        assert told.count("shown") <= 1
        assert ("shown" in told) <= (new.shown_at is not None)
        self.state = new

    @rule()
    def stage_answers(self) -> None:
        self.become(machine.shown(self.state, self.now))
        assert self.state.shown_at is not None

    @rule(seconds=st.floats(0, 200) | st.sampled_from([1e5, 1e9]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @rule()
    def time_reaches_the_deadline(self) -> None:
        due = machine.deadline(self.state)
        if due is not None and due > self.now:
            before = self.now + (due - self.now) * 0.999
            assert machine.tick(self.state, before) == self.state
            self.now = due
            assert machine.tick(self.state, due) != self.state

    @rule()
    def clock_ticks(self) -> None:
        old, visit = self.state, self.state.visit
        new = machine.tick(old, self.now)
        if old.is_cleaning:
            assert (new.page, new.visit is None) == (old.page, visit is None)
            self.active_at = self.active_at if new.is_cleaning else self.now
        elif visit is None:
            step = (new.position - old.position) % len(old.deck.slides)
            assert step <= 1
            assert step == 0 or new.shown_at is None
        elif new.visit is None:
            assert self.now - self.warned_at >= machine.WARNING
            fresh = machine.start(old.deck, *self.options)
            assert new in (fresh, machine.shown(fresh, self.now))
        else:
            assert new.page == old.page
            if new.is_warning and not old.is_warning:
                patience = max(old.deck.idle, 2 * reading_time(old.page.slide, old.page.language))
                assert self.now >= self.active_at + patience
                self.warned_at = self.now
        self.become(new)
        due = machine.deadline(new)
        assert due is None or due > self.now, "a step is followed by a wait: no burst after a jump"

    @rule(move=st.sampled_from(VISITOR_MOVES))
    def visitor_moves(self, move: machine.VisitorMove[[]]) -> None:
        old, new = self.state, move(self.state, self.now)
        if old.is_cleaning:
            assert new == old
            return
        if old.is_warning:
            assert new == machine.touch(old, self.now)
            assert (new.page, new.shown_at) == (old.page, old.shown_at)
        assert not new.is_warning
        self.active_at = self.now
        self.become(new)

    @rule()
    def somebody_cleans(self) -> None:
        self.become(machine.clean(self.state, self.now))

    @rule()
    def staff_come_in(self) -> None:
        self.active_at = self.now
        self.become(machine.serve(self.state, self.now))
        assert self.state.is_cleaning or machine.deadline(self.state) is None

    @rule()
    def staff_leave(self) -> None:
        old, new = self.state, machine.leave(self.state, self.now)
        assert (new.position, new.is_cleaning) == (old.position, old.is_cleaning)
        assert new.visit is None or not new.visit.is_served
        self.become(new)

    @rule(deck=decks())
    def editor_saves(self, deck: Deck) -> None:
        old, new = self.state, machine.replace_deck(self.state, deck)
        if old.page.slide.id in deck.positions:
            assert new.page.slide.id == old.page.slide.id
        if new.page == old.page:
            assert new.shown_at == old.shown_at
        assert (new.visit is None) == (old.visit is None)
        self.become(new)

    @rule()
    def slide_fails(self) -> None:
        old, new = self.state, machine.skip(self.state, self.now)
        assert (new.position - old.position - 1) % len(old.deck.slides) == 0
        assert new.visit is None or old.visit is not None
        self.become(new)

    @rule(time=st.floats(allow_nan=False, allow_infinity=False), move=st.sampled_from([machine.tick, *VISITOR_MOVES]))
    def any_clock_is_survived(self, time: float, move: machine.VisitorMove[[]]) -> None:
        left = machine.seconds_left(self.state, time)
        assert 0 <= left <= machine.WARNING
        self.check(move(self.state, time))

    @invariant()
    def is_sound(self) -> None:
        self.check(self.state)

    @staticmethod
    def check(state: machine.ShowState) -> None:
        place = machine.place(state)
        assert 0 <= state.position < len(state.deck.slides)
        assert 1 <= place.number <= place.section_size <= len(state.deck.slides)
        assert state.page.language in state.deck.languages


AnyShow.TestCase.settings = settings(stateful_step_count=40)
TestAnyShow = AnyShow.TestCase
