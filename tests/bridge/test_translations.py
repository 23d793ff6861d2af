"""The program's own words: Qt's tools keep them whole, and every language is at hand at once."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import update_translations
from PySide6.QtCore import QCoreApplication
from update_translations import TRANSLATIONS

from kiosk.bridge import translations
from kiosk.bridge.translations import say
from kiosk.content.typography import typeset

PLACE = r"{\w*}|%\d"
LANGUAGES = ["ar", "de", "es", "fr", "ja"]


def messages(file: Path) -> dict[tuple[str, str], str]:
    """The translations of a .ts file by context and English words; those not finished are empty."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def translated(language: str) -> dict[tuple[str, str], str]:
    return messages(TRANSLATIONS / f"kiosk_{language}.ts")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translations_are_compiled(language: str, tmp_path: Path) -> None:
    made = update_translations.compiled(TRANSLATIONS / f"kiosk_{language}.ts", tmp_path)
    assert made.read_bytes() == (TRANSLATIONS / made.name).read_bytes(), "run `make translations`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_well_set(language: str) -> None:
    for words in translated(language).values():
        assert typeset(words, language) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_a_place_for_all_that_is_put_in(language: str) -> None:
    for (_, english), words in translated(language).items():
        assert sorted(re.findall(PLACE, words)) == sorted(re.findall(PLACE, english))


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Suivant"), ("fr-CA", "Suivant"), ("ar-EG", "التالي"), ("xx", "Next"), ("", "Next")]
)
def test_a_language_falls_back_to_its_base_and_then_to_english(qapp: object, language: str, words: str) -> None:
    translations.install(language)
    assert QCoreApplication.translate("Footer", "Next") == words


def test_several_languages_are_spoken_at_once(qapp: object) -> None:
    translations.install("ja")
    said = [say(language, "Opening hours") for language in ("fr-CA", "en", "de", "xx")]
    assert said == ["Heures d’ouverture", "Opening hours", "Öffnungszeiten", "Opening hours"]


def test_words_are_collected_only_where_they_are_written_out(tmp_path: Path) -> None:
    file = tmp_path / "file.py"
    file.write_text('say(a.b(c), "One") + say("fr", "Two\\u00a0s")')
    assert update_translations.said(file) == ["One", "Two\u00a0s"]
    file.write_text("say(language, words)")
    with pytest.raises(ValueError, match=r"file.py:1: say\(\) needs its words written out"):
        update_translations.said(file)
