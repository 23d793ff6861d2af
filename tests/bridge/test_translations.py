"""The program's own words: Qt's tools keep them whole, and every language is at hand at once."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import update_translations
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QQmlEngine, QQmlExpression
from update_translations import TRANSLATIONS

from kiosk.bridge import translations
from kiosk.bridge.translations import say
from kiosk.content.own_words import english_words, places
from kiosk.content.typography import typeset
from kiosk.content.values import OwnWords

LANGUAGES = ["ar", "de", "es", "fr", "ja"]


def messages(file: Path) -> dict[tuple[str, str], str]:
    """The translations of a .ts file by context and English words; those that are not finished are empty."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_finished = translation is not None and not translation.get("type")
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = message.findtext("translation", "") if is_finished else ""
    return found


def translated(language: str) -> dict[tuple[str, str], str]:
    return messages(TRANSLATIONS / f"kiosk_{language}.ts")


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations as `make translations` would leave them."""
    folder = tmp_path_factory.mktemp("translations")
    files = [Path(shutil.copy(TRANSLATIONS / f"kiosk_{language}.ts", folder)) for language in LANGUAGES]
    update_translations.update(files, folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_program_is_translated(language: str, updated: Path) -> None:
    words = messages(updated / f"kiosk_{language}.ts")
    assert words.keys() == translated(language).keys(), "run `make translations`"
    assert [english for (_, english), translation in words.items() if not translation] == []


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
        assert places(words) == places(english)


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


@pytest.fixture
def own_words() -> Iterator[None]:
    """A show with words of its own; without any afterwards."""
    own = {"it": {"Next": "Avanti", "Opening hours": "Orari d’apertura", "Source:": "𝄞"}, "fr": {"Next": "Ensuite"}}
    translations.use_words(OwnWords(own))
    yield
    translations.use_words(OwnWords({}))


@pytest.mark.usefixtures("qapp", "own_words")
def test_words_of_the_show_go_before_those_that_ship() -> None:
    assert [say("it-CH", words) for words in ("Opening hours", "Source:", "Close")] == [
        "Orari d’apertura",
        "𝄞",
        "Close",
    ]
    assert [say("fr-CA", words) for words in ("Next", "Opening hours")] == ["Ensuite", "Heures d’ouverture"]
    translations.install("it")
    assert [QCoreApplication.translate("Footer", words) for words in ("Next", "Home")] == ["Avanti", "Home"]
    translations.install("fr")
    assert [QCoreApplication.translate("Footer", words) for words in ("Next", "Home")] == ["Ensuite", "Accueil"]


@pytest.mark.usefixtures("qapp", "own_words")
def test_words_of_a_show_go_with_it() -> None:
    translations.install("fr")
    translations.use_words(OwnWords({"fr": {"Home": "Début"}}))
    assert [QCoreApplication.translate("Footer", words) for words in ("Next", "Home")] == ["Suivant", "Début"]


@pytest.mark.usefixtures("qapp")
def test_as_many_words_as_there_are_can_be_the_show_s_own() -> None:
    translations.use_words(OwnWords({"it": {words: f"it {words}" for words in english_words()}}))
    assert [say("it", words) for words in english_words()] == [f"it {words}" for words in english_words()]
    translations.use_words(OwnWords({}))


def test_words_are_collected_only_where_they_are_written_out(tmp_path: Path) -> None:
    file = tmp_path / "file.py"
    file.write_text('say(a.b(c), "One") + say("fr", "Two\\u00a0s")')
    assert update_translations.said(file) == ["One", "Two\u00a0s"]
    file.write_text("say(language, words)")
    with pytest.raises(ValueError, match=r"file.py:1: say\(\) needs its words written out"):
        update_translations.said(file)


@pytest.mark.parametrize(
    ("language", "written"), [("fr-CA", "12 12"), ("ar", "١٢ ١٢"), ("fa", "۱۲ ۱۲"), ("ja", "12 12")]
)
def test_numbers_are_written_as_the_language_does(qapp: object, language: str, written: str) -> None:
    translations.install(language)
    engine = QQmlEngine()
    numbers = "'%L1 '.arg(12) + Number(12).toLocaleString(Qt.locale(), 'f', 0)"
    value, _ = QQmlExpression(engine.rootContext(), engine, numbers).evaluate()
    assert value == written
