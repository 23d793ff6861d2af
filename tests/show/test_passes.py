"""The languages of the rotation: which passes, and how long each language is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model import LanguagePolicy, Slide, StatementSlide
from kiosk.content.values import Text
from kiosk.show.passes import Pass, passes, shares


def slide(duration: float | None = 10.0, **characters: int) -> Slide:
    """A slide of so many characters in each language."""
    return StatementSlide(
        id="a", text=Text({name: "x" * count for name, count in characters.items()}), duration=duration
    )


LIKE = slide(None, fr=120, en=120, de=120)


@pytest.mark.parametrize(
    ("slides", "languages", "policy", "spoken"),
    [
        ([LIKE], "fr", "predominant", "fr"),
        ([LIKE], "fr en", "first", "fr"),
        ([LIKE] * 9, "fr en", "predominant", "fr fr en"),
        ([LIKE] * 9, "fr en de", "predominant", "fr fr en fr fr de"),
        ([slide(None, fr=120, en=400)] * 9, "fr en", "predominant", "fr fr fr fr fr en"),
        ([slide(None, fr=600, en=120)] * 9, "fr en", "predominant", "fr en"),
        # Durations that were given are kept: a pass more makes up for the fades.
        ([slide(10.0, fr=10, en=10)] * 9, "fr en", "predominant", "fr fr fr en"),
        ([LIKE], "fr en de", "equal", "fr en de"),
    ],
)
def test_the_passes_of_a_show(slides: list[Slide], languages: str, policy: LanguagePolicy, spoken: str) -> None:
    assert " ".join(each.language for each in passes(slides, languages.split(), policy)) == spoken


def test_a_given_duration_is_never_changed_and_an_automatic_one_only_stretched() -> None:
    assert Pass("fr", 1.2).duration(slide(10.0, fr=10)) == 10.0
    assert Pass("fr", 1.2).duration(LIKE) == pytest.approx(1.2 * 14)


SLIDES = st.lists(
    st.builds(
        slide, st.none() | st.floats(3, 3600), fr=st.integers(1, 900), en=st.integers(1, 900), de=st.integers(1, 900)
    ),
    min_size=1,
    max_size=8,
)
LANGUAGES = st.sampled_from([("fr", "en"), ("en", "fr"), ("fr", "en", "de")])


@given(slides=SLIDES, languages=LANGUAGES)
def test_the_first_language_has_at_least_twice_the_time_of_the_others_fades_not_counted(
    slides: list[Slide], languages: tuple[str, ...]
) -> None:
    first, *others = shares(slides, languages, "predominant").values()
    assert first - 0.6 * len(others) >= 2 * (sum(others) + 0.6 * len(others))


@given(slides=SLIDES, languages=LANGUAGES)
def test_equal_shares_give_the_first_language_no_less_than_others_where_durations_can_stretch(
    slides: list[Slide], languages: tuple[str, ...]
) -> None:
    made = passes(slides, languages, "equal")
    assert tuple(each.language for each in made) == languages
    assert all(1 <= each.stretch <= 1.25 for each in made)


@given(slides=SLIDES, languages=LANGUAGES)
def test_every_language_is_spoken_and_the_first_begins(slides: list[Slide], languages: tuple[str, ...]) -> None:
    made = [each.language for each in passes(slides, languages, "predominant")]
    assert made[0] == languages[0]
    assert set(made) == set(languages)
