"""The program's own words."""

from dataclasses import asdict

import pytest

from kiosk.content.typography import typeset
from kiosk.show.words import WORDS, words


@pytest.mark.parametrize(("language", "same_as"), [("fr", "fr"), ("fr-CA", "fr"), ("ar-EG", "ar"), ("xx", "en")])
def test_a_language_falls_back_to_its_base_and_then_to_english(language: str, same_as: str) -> None:
    assert words(language) is WORDS[same_as]


@pytest.mark.parametrize("language", WORDS)
def test_words_are_complete_and_well_set(language: str) -> None:
    for text in asdict(words(language)).values():
        assert text.strip()
        assert typeset(text, language) == text


@pytest.mark.parametrize("language", WORDS)
def test_templates_take_their_numbers(language: str) -> None:
    assert "7" in words(language).idle_explanation.format(seconds=7)
    position = words(language).position.format(number=3, total=8)
    assert position.index("3") < position.index("8")
