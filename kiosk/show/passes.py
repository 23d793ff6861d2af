"""Which language the rotation speaks when: it goes through the show in passes, each in one language.

Where the law wants one language to be markedly predominant, as in Québec, that language is to be seen at
least twice as long as the others together (C-11, r. 9, s. 27.6; norms, section f).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.content.model import LanguagePolicy, Slide
from kiosk.content.reading_time import duration

PREDOMINANCE = 2.0
"""How often the others' time the first language has at least."""

AIM = 2.2
"""How often it has it where automatic durations leave room: the law is kept with something to spare."""

FADES = 3.0
"""Seconds of the first language, in each round, that are not counted since a fade mixes them with another."""

LARGEST_STRETCH = 1.25
"""How much longer than its own time a slide may stay, before a pass more is the better way."""


@dataclass(frozen=True)
class Pass:
    """Once through the show in a language. Durations that its editor gave stay; automatic ones are stretched."""

    language: str
    stretch: float = 1.0

    def duration(self, slide: Slide) -> float:
        """The seconds a slide stays in this pass."""
        return duration(slide, self.language) * (self.stretch if slide.duration is None else 1.0)

    def seconds(self, slides: Iterable[Slide]) -> float:
        """The seconds that the slides take, one after the other."""
        return sum(map(self.duration, slides))


def passes(slides: Sequence[Slide], languages: Sequence[str], policy: LanguagePolicy) -> tuple[Pass, ...]:
    """The passes of the rotation, which begins again after the last. The first is in the first language."""
    first, *others = languages
    if policy == "first" or not others:
        return (Pass(first),)
    if policy == "equal":
        longest = max(Pass(language).seconds(slides) for language in languages)
        return tuple(_stretched(slides, language, longest) for language in languages)
    most = Pass(first, LARGEST_STRETCH).seconds(slides)
    made: list[Pass] = []
    for other in map(Pass, others):
        seconds = other.seconds(slides)
        least = PREDOMINANCE * seconds + FADES
        count = math.ceil(least / most)
        made += [_stretched(slides, first, max(least, AIM * seconds) / count)] * count
        made.append(other)
    return tuple(made)


def _stretched(slides: Sequence[Slide], language: str, seconds: float) -> Pass:
    """A pass that takes so many seconds, as far as its automatic durations can be stretched."""
    given = sum(slide.duration or 0.0 for slide in slides)
    automatic = Pass(language).seconds(slides) - given
    stretch = (seconds - given) / automatic if automatic else 1.0
    return Pass(language, min(max(stretch, 1.0), LARGEST_STRETCH))


def shares(slides: Sequence[Slide], languages: Sequence[str], policy: LanguagePolicy) -> dict[str, float]:
    """The seconds each language has of the rotation, from its first pass to its last."""
    spoken = dict.fromkeys(languages, 0.0)
    for each in passes(slides, languages, policy):
        spoken[each.language] += each.seconds(slides)
    return spoken
