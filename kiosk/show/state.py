"""What the screen shows and what happens next: rotation, visit, idle, warning, reset.

A state is a value and a move is a function to the next one. Every time is in seconds of a monotonic
clock and handed in, so that nothing here waits. The stage answers each page it is given with `shown()`
once its first frame is on the screen; a slide's duration counts from there.
"""

import functools
import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, Concatenate, ParamSpec

from kiosk.content.model import LanguagePolicy, SectionSlide, Show, Slide
from kiosk.content.reading_time import reading_time
from kiosk.content.values import Text
from kiosk.show.passes import Pass, passes

WARNING = 30.0
"""Seconds a visitor has to answer that somebody is still there (WCAG 2.2.1 asks for 20)."""

CLEANING = 20.0
"""Seconds that the screen hears nothing while somebody wipes it."""

TEXT_SIZES = 3
"""The steps of the text size; 0 is the show's own."""

LONGEST_QUERY = 40
"""Characters of a search."""


@dataclass(frozen=True)
class Deck:
    """One revision of the show: what there is to turn through. It has at least one slide and one language."""

    slides: tuple[Slide, ...]
    languages: tuple[str, ...]
    idle: float
    revision: str = ""
    language_policy: LanguagePolicy = "predominant"

    @cached_property
    def passes(self) -> tuple[Pass, ...]:
        """The passes of the rotation. Computed when the first slide shows already, since it takes its time."""
        return passes(self.slides, self.languages, self.language_policy)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each slide stands, by its id."""
        return {slide.id: position for position, slide in enumerate(self.slides)}

    @cached_property
    def sections(self) -> tuple[range, ...]:
        """The positions of each section's slides; those before the first title slide are a section too."""
        titles = (position for position, slide in enumerate(self.slides) if isinstance(slide, SectionSlide))
        starts = sorted({0, *titles})
        return tuple(map(range, starts, (*starts[1:], len(self.slides))))

    def section_at(self, position: int) -> range:
        """The positions of the slides of the section that a slide belongs to."""
        return self.sections[bisect_right(self.sections, position, key=lambda section: section.start) - 1]


class Panel(StrEnum):
    """What lies over the slide until something is chosen, or it is closed."""

    OVERVIEW = "overview"
    LANGUAGES = "languages"
    SEARCH = "search"
    COMFORT = "comfort"
    PICTURE = "picture"
    TAKE_AWAY = "take-away"


@dataclass(frozen=True)
class Preferences:
    """What the system asks of every program; the rotation follows it, and every visit begins with it."""

    is_high_contrast: bool = False
    is_motion_reduced: bool = False


@dataclass(frozen=True)
class Visit:
    """Everything that is the visitor's; dropped whole when the visit ends."""

    language: str
    active_at: float
    warned_at: float | None = None
    panel: Panel | None = None
    query: str = ""
    text_size: int = 0
    is_high_contrast: bool = False
    is_motion_reduced: bool = False
    is_low: bool = False
    """Whether everything stands in the lower part of a tall screen, within reach."""
    is_served: bool = False
    """Whether staff have come in: all rests until they leave."""


@dataclass(frozen=True)
class Page:
    """What the stage draws: a slide in a language."""

    slide: Slide
    language: str


@dataclass(frozen=True)
class Place:
    """A slide's place in its section, for people: counted from 1."""

    number: int
    section_size: int


@dataclass(frozen=True)
class ShowState:
    """One moment of the show. Without a visit it is in rotation.

    `shown_at` is None until the stage has shown the page. `lap` counts the passes of the rotation.
    `cleaned_since` is when somebody began to clean the screen, None at all other times. Asleep, the screen is off.
    `start_language` and `start_id` are what the command line asked for; a reset begins with them again.
    """

    deck: Deck
    position: int
    shown_at: float | None = None
    visit: Visit | None = None
    lap: int = 0
    cleaned_since: float | None = None
    is_asleep: bool = False
    preferences: Preferences = Preferences()
    start_language: str | None = None
    start_id: str | None = None

    @property
    def look(self) -> Visit | Preferences:
        """Who says how it looks: the visitor, else the system."""
        return self.visit or self.preferences

    @property
    def start_pass(self) -> Pass | None:
        """The only pass of a rotation that was asked for in a language of the show."""
        asked = self.start_language or ""
        known = (language for language in (asked, asked.partition("-")[0]) if language in self.deck.languages)
        return next(map(Pass, known), None)

    @property
    def rotation_language(self) -> str:
        """The language of the rotation: the one asked for at the start, else that of the pass."""
        if self.start_pass is None and self.lap == 0:
            return self.deck.languages[0]
        return self.current_pass.language

    @property
    def current_pass(self) -> Pass:
        """The pass that the rotation is in."""
        return self.start_pass or self.deck.passes[self.lap % len(self.deck.passes)]

    @property
    def page(self) -> Page:
        """What is to be seen."""
        language = self.visit.language if self.visit else self.rotation_language
        return Page(self.deck.slides[self.position], language)

    @property
    def is_warning(self) -> bool:
        """Whether the screen asks if anybody is still there."""
        return self.visit is not None and self.visit.warned_at is not None

    @property
    def is_cleaning(self) -> bool:
        """Whether everything stands still while somebody cleans the screen."""
        return self.cleaned_since is not None

    @property
    def is_counting_down(self) -> bool:
        """Whether the screen counts the seconds until it does something by itself."""
        return self.is_warning or self.is_cleaning


def deck(show: Show, revision: str = "") -> Deck:
    """The deck of a content file."""
    return Deck(show.slides, show.languages, show.idle, revision, show.rotation.languages)


def section_title(deck: Deck, position: int) -> Text | None:
    """The title of the section that a slide belongs to, None before the first section."""
    opening = deck.slides[deck.section_at(position).start]
    return opening.title if isinstance(opening, SectionSlide) else None


def place(state: ShowState) -> Place:
    """Where the slide stands in its section."""
    section = state.deck.section_at(state.position)
    return Place(state.position - section.start + 1, len(section))


# Time


def start(
    deck: Deck, language: str | None = None, slide_id: str | None = None, preferences: Preferences = Preferences()
) -> ShowState:
    """The rotation from its first slide, or from the slide and in the language asked for, if there are such."""
    position = deck.positions.get(slide_id, 0) if slide_id else 0
    return ShowState(deck, position, preferences=preferences, start_language=language, start_id=slide_id)


def shown(state: ShowState, now: float) -> ShowState:
    """The stage shows the page: its first frame is on the screen."""
    return replace(state, shown_at=now) if state.shown_at is None else state


def deadline(state: ShowState) -> float | None:
    """When `tick()` has something to do, None if never: the page is not shown yet, or there is no other slide."""
    wait = _wait(state)
    return wait and sum(wait)


def tick(state: ShowState, now: float) -> ShowState:
    """What time does: the next slide in rotation, the warning and the reset in a visit; one step, however late.

    After a cleaning all goes on as it was, and counts from then.
    """
    wait = _wait(state)
    if wait is None:
        return state
    since, seconds = wait
    # A clock that went back counts as due: a step too early is better than a screen that stands still.
    if since <= now < since + seconds:
        return state
    if state.is_cleaning:
        going_on = replace(state, cleaned_since=None, shown_at=now if state.shown_at is not None else None)
        return touch(going_on, now) if going_on.visit else going_on
    if state.visit is None:
        return _awaiting_stage(state, following(state), now)
    if state.visit.warned_at is None:
        return _visiting(state, warned_at=now)
    return _awaiting_stage(state, start(state.deck, state.start_language, state.start_id, state.preferences), now)


def following(state: ShowState) -> ShowState:
    """The next slide; in rotation, after the last one, the first of the next pass."""
    is_end = state.visit is None and state.position + 1 == len(state.deck.slides)
    return replace(_turned(state, state.position + 1), lap=state.lap + is_end)


def preceding(state: ShowState) -> ShowState:
    """The slide before; before the first one the last."""
    return _turned(state, state.position - 1)


def seconds_left(state: ShowState, now: float) -> int:
    """Whole seconds until the screen hears again or the visit is reset, 0 when neither is counted down."""
    wait = _wait(state) if state.is_counting_down else None
    if wait is None:
        return 0
    since, seconds = wait
    return math.ceil(min(max(since + seconds - now, 0.0), seconds))


# The visitor


def touch(state: ShowState, now: float) -> ShowState:
    """Somebody is there: a visit begins on the page that shows, or goes on exactly as it was."""
    if state.is_cleaning:
        return state
    visit = state.visit or Visit(state.page.language, now, **asdict(state.preferences))
    return replace(state, visit=replace(visit, active_at=now, warned_at=None), is_asleep=False)


P = ParamSpec("P")
Move = Callable[Concatenate[ShowState, P], ShowState]
VisitorMove = Callable[Concatenate[ShowState, float, P], ShowState]


def _visitor_move(move: Move[P]) -> VisitorMove[P]:
    """A move of the visitor, made at a time. It counts as a touch, and during a warning or a sleep it is nothing more.

    While the screen is cleaned it is nothing at all.
    """

    @functools.wraps(move)
    def moved(state: ShowState, now: float, /, *args: P.args, **kwargs: P.kwargs) -> ShowState:
        touched = touch(state, now)
        return (
            touched
            if state.is_warning or state.is_cleaning or state.is_asleep
            else _awaiting_stage(state, move(touched, *args, **kwargs), now)
        )

    return moved


@_visitor_move
def next_slide(state: ShowState) -> ShowState:
    """The next slide; after the last the first."""
    return following(state)


@_visitor_move
def previous_slide(state: ShowState) -> ShowState:
    """The previous slide; before the first the last."""
    return preceding(state)


@_visitor_move
def go_to(state: ShowState, position: int) -> ShowState:
    """The slide at a position, counted around the ends of the show."""
    return _turned(state, position)


@_visitor_move
def home(state: ShowState) -> ShowState:
    """The first slide."""
    return _turned(state, 0)


@_visitor_move
def choose_language(state: ShowState, language: str) -> ShowState:
    """The same slide in a language; one that the show does not have changes nothing."""
    return _visiting(state, language=language, panel=None) if language in state.deck.languages else state


@_visitor_move
def open_panel(state: ShowState, panel: Panel) -> ShowState:
    """A panel, over the slide."""
    return _visiting(state, panel=panel)


@_visitor_move
def close_panel(state: ShowState) -> ShowState:
    """The slide without a panel over it."""
    return _visiting(state, panel=None)


@_visitor_move
def choose_text_size(state: ShowState, size: int) -> ShowState:
    """All text in one of `TEXT_SIZES`; another number changes nothing."""
    return _visiting(state, text_size=size) if 0 <= size < TEXT_SIZES else state


@_visitor_move
def set_high_contrast(state: ShowState, is_high: bool) -> ShowState:
    """Light on dark in few colours, or the show's own."""
    return _visiting(state, is_high_contrast=is_high)


@_visitor_move
def set_motion_reduced(state: ShowState, is_reduced: bool) -> ShowState:
    """Nothing moves by itself, or all does."""
    return _visiting(state, is_motion_reduced=is_reduced)


@_visitor_move
def set_low(state: ShowState, is_low: bool) -> ShowState:
    """Everything within reach on a tall screen, or where it was."""
    return _visiting(state, is_low=is_low)


@_visitor_move
def search_for(state: ShowState, query: str) -> ShowState:
    """What to search for, as far as it is typed."""
    return _visiting(state, query=query[:LONGEST_QUERY])


@_visitor_move
def _end_visit(state: ShowState) -> ShowState:
    return replace(state, visit=None)


def resume(state: ShowState, now: float) -> ShowState:
    """The pause control: a visit ends and the rotation goes on from this slide; in rotation, a visit begins."""
    return touch(state, now) if state.visit is None else _end_visit(state, now)


def escape(state: ShowState, now: float) -> ShowState:
    """One step out: of the panel that is open, else of the visit; in rotation, like any key, a visit begins."""
    is_choosing = state.visit is not None and state.visit.panel is not None
    return close_panel(state, now) if is_choosing else resume(state, now)


# What comes from outside


def clean(state: ShowState, now: float) -> ShowState:
    """Somebody cleans the screen: for a while it hears nothing and turns no slide."""
    return replace(state, cleaned_since=now)


def sleep(state: ShowState, now: float) -> ShowState:
    """The screen is off: nothing changes by itself until somebody touches it."""
    return _awaiting_stage(state, replace(state, is_asleep=True, visit=None), now)


def wake(state: ShowState, now: float) -> ShowState:
    """The screen is on again, and the rotation goes on from its slide."""
    return _awaiting_stage(state, replace(state, is_asleep=False), now) if state.is_asleep else state


def serve(state: ShowState, now: float) -> ShowState:
    """Staff have come in: whatever they do, nothing changes by itself."""
    return _visiting(touch(state, now), is_served=True)


def leave(state: ShowState, now: float) -> ShowState:
    """Staff have gone: the rotation goes on from this slide."""
    if state.visit is None or not state.visit.is_served:
        return state
    return _awaiting_stage(state, replace(state, visit=None), now)


def prefer(state: ShowState, _now: float, preferences: Preferences) -> ShowState:
    """The system asks for something else; a visitor who is there keeps what they have."""
    return replace(state, preferences=preferences)


def restart(state: ShowState, now: float, language: str, slide_id: str) -> ShowState:
    """The rotation begun anew, from a slide and in a language."""
    return _awaiting_stage(state, start(state.deck, language, slide_id, state.preferences), now)


def return_to(state: ShowState, _now: float, language: str, slide_id: str) -> ShowState:
    """The rotation as it was when the program ended: on that slide, in the pass that speaks that language.

    Where there is no such slide any more nothing changes.
    """
    if slide_id not in state.deck.positions:
        return state
    # A long show's passes take their time: not asked where the first one is meant.
    laps = range(len(state.deck.passes)) if language != state.rotation_language and state.start_pass is None else ()
    lap = next((lap for lap in laps if state.deck.passes[lap].language == language), state.lap)
    return replace(state, position=state.deck.positions[slide_id], lap=lap)


def skip(state: ShowState, now: float) -> ShowState:
    """The next slide, since this one cannot be shown."""
    return _awaiting_stage(state, following(state), now)


def replace_deck(state: ShowState, deck: Deck) -> ShowState:
    """The same moment in a new revision: the same slide, else the nearest before it that is still there."""
    until_here = reversed(state.deck.slides[: state.position + 1])
    kept = (deck.positions[slide.id] for slide in until_here if slide.id in deck.positions)
    after = replace(state, deck=deck, position=next(kept, min(state.position, len(deck.slides) - 1)))
    if state.visit is not None and state.visit.language not in deck.languages:
        after = _visiting(after, language=after.rotation_language)
    return after if after.page == state.page else replace(after, shown_at=None)


# What the moves are made of


def _wait(state: ShowState) -> tuple[float, float] | None:
    """Since when the state waits for its next step, and for how many seconds in all."""
    page, visit = state.page, state.visit
    if state.cleaned_since is not None:
        return state.cleaned_since, CLEANING
    if state.is_asleep or (visit is not None and visit.is_served):
        return None
    if visit is not None and visit.warned_at is not None:
        return visit.warned_at, WARNING
    if visit is not None:
        return visit.active_at, max(state.deck.idle, 2 * reading_time(page.slide, page.language))
    if state.shown_at is not None and (len(state.deck.slides) > 1 or len(state.deck.passes) > 1):
        return state.shown_at, state.current_pass.duration(page.slide)
    return None


def _turned(state: ShowState, position: int) -> ShowState:
    """Another slide, without a panel over it."""
    return replace(_visiting(state, panel=None), position=position % len(state.deck.slides))


def _visiting(state: ShowState, **changes: Any) -> ShowState:
    """The state with changes to its visit, if there is one."""
    return replace(state, visit=state.visit and replace(state.visit, **changes))


def _awaiting_stage(old: ShowState, new: ShowState, now: float) -> ShowState:
    """`new` as it waits for the stage; a page that shows already is shown anew, since the stage will not answer."""
    is_showing = old.shown_at is not None and new.page == old.page
    return replace(new, shown_at=now if is_showing else None)
