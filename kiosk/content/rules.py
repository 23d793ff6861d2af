"""The rules of the physical world: how much there may be to read, and how large, low and clear it must be.

Each rule is numbers and a sentence for the editor. What can be told from the content is judged by the
reader; what must be drawn first is measured by `kiosk/measure.py` and judged here. `docs/content.md`
lists the rules.
"""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from kiosk.content.markup import unmarked
from kiosk.content.model import RuleCode, Screen, Slide
from kiosk.content.problems import Problem
from kiosk.content.reading_time import LONGEST, auto_duration, reading_time, slide_texts
from kiosk.content.values import format_duration


class Rule(NamedTuple):
    """The norm a rule comes from, and what must be known to judge it."""

    norm: str
    needs: Literal["content", "rotation", "drawing"]


RULES: dict[RuleCode, Rule] = {
    "letter-height": Rule("EN 301 549, 5.1.4", "drawing"),
    "target-size": Rule("Colle and Hiszem 2004", "drawing"),
    "reach": Rule("EN 301 549, 8.3.2", "drawing"),
    "drawn-contrast": Rule("WCAG 2.2, 1.4.6", "drawing"),
    "overflow": Rule("WCAG 2.2, 1.4.4", "drawing"),
    "too-many-words": Rule("museum and signage practice", "content"),
    "short-duration": Rule("WCAG 2.2, 2.2.1", "content"),
    "long-slide": Rule("signage practice", "content"),
    "missing-alt": Rule("EN 301 549, 5.1.3.6", "content"),
    "language-share": Rule("C-11, r. 9, s. 27.6", "rotation"),
    "no-glyph": Rule("Unicode, 5.3", "content"),
}


def needing(what: Literal["content", "rotation", "drawing"]) -> frozenset[str]:
    """The codes of the rules that need something to be judged."""
    return frozenset(code for code, rule in RULES.items() if rule.needs == what)


FAR_NORM = "AVIXA V202.01"
LOW_CONTRAST_NORM = "WCAG 2.2, 1.4.3"


class Finding(NamedTuple):
    """A rule that is broken, in words; `slide` is empty where it is of no single slide, `key` the one to blame."""

    rule: RuleCode
    text: str
    slide: str = ""
    key: str = ""
    norm: str = ""
    """Where it is not the rule's usual one."""


# What is accepted

Places = Mapping[tuple[str, str], tuple[int, int]]
"""Line and column of each slide, as (id, ""), and of each rule accepted there, as (id, code); the show's id is ""."""


def settled(
    problems: Iterable[Problem], places: Places, judged: Collection[str], file: str
) -> tuple[list[Problem], list[Problem]]:
    """The problems that remain, and those that the editor has accepted.

    An acceptance of a rule among those `judged` that silences nothing is a problem itself.
    """
    remaining: list[Problem] = []
    accepted: list[Problem] = []
    for problem in problems:
        (accepted if (problem.slide, problem.code) in places else remaining).append(problem)
    used = {(problem.slide, problem.code) for problem in accepted}
    for (slide, rule), (line, column) in places.items():
        if rule in judged and (slide, rule) not in used:
            text = f"{_of(slide)}'accept': '{rule}' silences nothing: delete it"
            remaining.append(Problem(file, line, column, "warning", text, "unused-acceptance", "", slide))
    return remaining, accepted


def problems_of(findings: Iterable[Finding], places: Places, file: str) -> Iterator[Problem]:
    """Findings as problems, at the place of their slide."""
    for finding in findings:
        line, column = places.get((finding.slide, ""), (1, 1))
        norm = finding.norm or RULES[finding.rule].norm
        text = _of(finding.slide) + finding.text
        yield Problem(file, line, column, "warning", text, finding.rule, norm, finding.slide)


def _of(slide: str) -> str:
    return f"slide '{slide}': " if slide else ""


# What the content tells

WORDS_IN_PASSING = 40
"""Words of a slide that somebody who passes by may read."""
WORDS_AT_REST = 120
"""Words of a slide that a visitor who stands before it may read: a main panel in a museum."""
WORDS_OF_A_HEADING = 10

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def in_language(language: str) -> str:
    """In which language, for an editor: `in French`, `in pt-BR`."""
    return f"in {_LANGUAGES.get(language, language)}"


def count_words(text: str) -> int:
    """The words of a text; where a script sets no spaces, two letters count as one.

    >>> count_words("L'année 1887, à bord")
    4
    """
    unspaced = len(re.findall(f"[{_UNSPACED}]", text))
    spaced = re.findall(r"\w[\w'’-]*", re.sub(f"[{_UNSPACED}]", " ", text) if unspaced else text)
    return len(spaced) + math.ceil(unspaced / 2)


def of_slide(slide: Slide, languages: Collection[str]) -> Iterator[Finding]:
    """The rules that a slide breaks by what it says."""
    yield from _of_words(slide, languages)
    longest = max(languages, key=lambda language: reading_time(slide, language))
    needed = reading_time(slide, longest)
    if needed > LONGEST:
        text = (
            f"{in_language(longest)} it takes {format_duration(math.ceil(needed))} to read, "
            f"expected {format_duration(LONGEST)} at most: shorten the text or make two slides"
        )
        yield Finding("long-slide", text, slide.id)
    picture = getattr(slide, "picture", None)
    if picture is not None and picture.alt is None:
        text = "'picture': missing key 'alt': say what it shows, or 'alt: decorative' if it only adorns"
        yield Finding("missing-alt", text, slide.id, "picture")


def short_duration(slide: Slide, languages: Collection[str]) -> Finding | None:
    """Whether the duration that an editor gave is too short for the text."""
    needed = max(auto_duration(slide, language) for language in languages or ("",))
    if slide.duration is None or slide.duration >= needed:
        return None
    text = (
        f"'duration': {format_duration(slide.duration)} is too short to read the text, "
        f"which takes {format_duration(math.ceil(needed))}; 'auto' fits by itself"
    )
    return Finding("short-duration", text, slide.id, "duration")


def _of_words(slide: Slide, languages: Collection[str]) -> Iterator[Finding]:
    counts = {language: sum(map(count_words, slide_texts(slide, language))) for language in languages}
    most = max(counts, key=counts.__getitem__)
    if counts[most] > WORDS_IN_PASSING:
        reader = "a passer-by" if counts[most] <= WORDS_AT_REST else "even somebody who stands before it"
        limit = WORDS_IN_PASSING if counts[most] <= WORDS_AT_REST else WORDS_AT_REST
        text = (
            f"{in_language(most)} it has {counts[most]} words, expected {limit} at most: "
            f"{reader} reads no more; shorten it or make two slides"
        )
        yield Finding("too-many-words", text, slide.id)
    for name in ("title", "heading"):
        heading = getattr(slide, name, None)
        if heading is None:
            continue
        lengths = {language: count_words(unmarked(heading.in_language(language))) for language in languages}
        longest = max(lengths, key=lengths.__getitem__)
        if lengths[longest] > WORDS_OF_A_HEADING:
            text = (
                f"'{name}': {in_language(longest)} it has {lengths[longest]} words, "
                f"expected {WORDS_OF_A_HEADING} at most: it is read in passing"
            )
            yield Finding("too-many-words", text, slide.id, name)


def of_shares(shares: Mapping[str, float], wanted: float) -> Iterator[Finding]:
    """Whether French has so many times the time of all other languages together in rotation, as Québec wants it."""
    french = sum(time for language, time in shares.items() if language.partition("-")[0] == "fr")
    others = sum(shares.values()) - french
    if french < wanted * others:
        text = (
            f"French has {math.floor(10 * french / others) / 10:g} times the time of the other languages in rotation, "
            f"expected {wanted:g} at least: put 'fr' first in 'languages', and 'predominant' in 'rotation'"
        )
        yield Finding("language-share", text)


# What must be drawn; lengths are in millimetres

SMALLEST_LETTERS = 4.8
"""Of a capital, whatever the distance (Section 508, 402.4)."""
SMALLEST_TARGET = 20.0
LOWEST_REACH, HIGHEST_REACH = 380.0, 1220.0
"""Above the floor, from a wheelchair (EN 301 549, 8.3.2; ADA 308)."""
CONTRAST, LEAST_CONTRAST = 7.0, 4.5
LARGE_CONTRAST, LEAST_LARGE_CONTRAST = 4.5, 3.0
LARGE = 1.5
"""How much larger than the smallest legible letters those are that need less contrast (18 to 12 points in WCAG)."""
SLACK = 0.98
"""Sizes are whole pixels, which may take this much of a length."""

TEXT_SIZES = ("the normal text size", "the large text size", "the largest text size")


def near_height(distance: float) -> float:
    """How high a capital must be for somebody who touches: 0.7 degrees."""
    return max(SMALLEST_LETTERS, distance * math.radians(0.7))


def far_height(distance: float) -> float:
    """How high a capital or a numeral must be for somebody across the room."""
    return distance / 200


class Design(NamedTuple):
    """How high capitals can be at all on a screen: in the smallest text, and in a heading as large as it should be."""

    letters: float
    display: float


class Layout(NamedTuple):
    """A slide in one language and text size, as it was laid out."""

    slide: str
    language: str
    text_size: int
    """0 is the normal one."""
    letters: float
    """The height of a capital in the smallest text."""
    display: float | None
    """The height of a capital in the smallest heading or numeral."""
    does_fit: bool
    """Whether all of it fits without getting smaller than the legible size."""


class Contrast(NamedTuple):
    """A text as it is drawn: how much it stands out where it does so least, from 1 to 21."""

    ratio: float
    text: str
    is_large: bool
    language: str


class Target(NamedTuple):
    """Something to press: its name, its size, and how high its edges are above the picture's lower one."""

    name: str
    width: float
    height: float
    low: float
    high: float


def of_layout(layout: Layout, design: Design, screen: Screen) -> Iterator[Finding]:
    """The rules that a slide breaks as it is laid out, but for what its screen is too small for."""
    place = in_language(layout.language)
    remedy = "shorten the text or make two slides"
    if not layout.does_fit:
        text = f"{place} the text gets too small to fit at {TEXT_SIZES[layout.text_size]}: {remedy}"
        yield Finding("overflow", text, layout.slide)
    if layout.text_size > 0:
        return
    near, far = near_height(screen.touch_distance), far_height(screen.read_distance)
    if layout.letters < near * SLACK <= design.letters:
        text = (
            f"{place} the smallest letters are {layout.letters:.1f} mm high, expected {near:.1f} mm "
            f"at {screen.touch_distance:g} mm: {remedy}"
        )
        yield Finding("letter-height", text, layout.slide)
    elif layout.display is not None and layout.display < far * SLACK <= design.display:
        text = (
            f"{place} the heading or a figure is {layout.display:.1f} mm high, expected {far:.1f} mm "
            f"at {screen.read_distance / 1000:g} m: {remedy}"
        )
        yield Finding("letter-height", text, layout.slide, norm=FAR_NORM)


def of_screen(design: Design, screen: Screen) -> Iterator[Finding]:
    """The rules that every slide breaks because the screen is too small."""
    near = near_height(screen.touch_distance)
    if design.letters < near * SLACK:
        text = (
            f"the smallest letters on a picture of this size are {design.letters:.1f} mm high, expected {near:.1f} mm "
            f"at {screen.touch_distance:g} mm: take a larger screen, or let people come closer"
        )
        yield Finding("letter-height", text)
    far = far_height(screen.read_distance)
    if design.display < far * SLACK:
        text = (
            f"headings on a picture of this size are {design.display:.1f} mm high, expected {far:.1f} mm "
            f"at {screen.read_distance / 1000:g} m: take a larger screen"
        )
        yield Finding("letter-height", text, norm=FAR_NORM)


def of_contrast(slide: str, contrasts: Iterable[Contrast]) -> Iterator[Finding]:
    """Whether the text that stands out least does so enough; of no single slide if `slide` is empty."""
    share, poorest = min(((each.ratio / _wanted(each), each) for each in contrasts), default=(1.0, None))
    if poorest is None or share >= SLACK:
        return
    wanted = _wanted(poorest)
    least = LEAST_LARGE_CONTRAST if poorest.is_large else LEAST_CONTRAST
    is_poor = poorest.ratio < least
    shown = poorest.text if len(poorest.text) <= 30 else poorest.text[:29] + "…"
    cause = "give it a calmer picture or other colours" if slide else "choose other colours in 'theme'"
    text = (
        f"{in_language(poorest.language)} '{shown}' has a contrast of {math.floor(poorest.ratio * 10) / 10}:1 "
        f"as it is drawn, expected {wanted:g}:1{f' and never less than {least:g}:1' if is_poor else ''}: {cause}"
    )
    yield Finding("drawn-contrast", text, slide, norm=LOW_CONTRAST_NORM if is_poor else "")


def _wanted(contrast: Contrast) -> float:
    return LARGE_CONTRAST if contrast.is_large else CONTRAST


def of_targets(targets: Collection[Target], lowered: Collection[Target], screen: Screen) -> Iterator[Finding]:
    """The rules that what is pressed breaks: as it stands, and brought down for those who reach less high."""
    smallest = min((*targets, *lowered), key=lambda target: min(target.width, target.height), default=None)
    if smallest and min(smallest.width, smallest.height) < SMALLEST_TARGET * SLACK:
        text = (
            f"'{smallest.name}' is {smallest.width:.0f} mm wide and {smallest.height:.0f} mm high, "
            f"expected {SMALLEST_TARGET:g} mm each: take a larger screen, or measure 'screen' again"
        )
        yield Finding("target-size", text)
    if screen.above_floor is None:
        return
    out = _out_of_reach(targets, screen.above_floor)
    still_out = _out_of_reach(lowered, screen.above_floor)
    if out and still_out:
        name, height = still_out
        text = (
            f"'{name}' is {height:.0f} mm above the floor, also brought down, "
            f"expected {LOWEST_REACH:g} to {HIGHEST_REACH:g} mm: hang the screen "
            f"{'lower' if height > HIGHEST_REACH else 'higher'}"
        )
        yield Finding("reach", text)


def _out_of_reach(targets: Iterable[Target], above_floor: float) -> tuple[str, float] | None:
    """What is farthest out of reach, and its height above the floor; None if all is within."""
    worst = None
    by = 1.0  # Less than a millimetre is no reason to move a screen.
    for target in targets:
        for height in (target.low + above_floor, target.high + above_floor):
            out = max(LOWEST_REACH - height, height - HIGHEST_REACH)
            if out > by:
                worst, by = (target.name, height), out
    return worst
