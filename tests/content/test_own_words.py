"""The program's own words, where a show supplies them."""

from pathlib import Path

import pytest

from kiosk.content.own_words import as_typed, english_words, is_shipped
from kiosk.content.reader import Reading, read

SHOW = "version: 1\ntitle: x\nlanguages: [{}]\nslides: [{{kind: statement, id: a, text: x}}]\n"


def reading(folder: Path, languages: str, words: str = "") -> Reading:
    file = folder / "content.yaml"
    file.write_text(SHOW.format(languages) + words, encoding="utf-8")
    return read(file, thorough=True)


def in_all_words(language: str) -> str:
    """A `words:` with every word of the program, as an editor with a plain keyboard writes them."""
    lines = [f'    "{as_typed(words)}": "{as_typed(words)}"\n' for words in english_words()]
    return f"words:\n  {language}:\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("language", "ships"), [("en", True), ("fr-CA", True), ("ja", True), ("it", False), ("zh-Hant", False)]
)
def test_languages_that_ship(language: str, ships: bool) -> None:
    assert is_shipped(language) is ships


def test_a_language_without_words_is_told_of_once(tmp_path: Path) -> None:
    (problem,) = reading(tmp_path, "fr, it, en", "words: {it: {Next: Avanti}}\n").problems
    assert (problem.code, problem.severity, problem.line, problem.column) == ("untranslated", "warning", 3, 12)
    count = len(english_words()) - 1
    assert problem.text.startswith(f"'languages': in Italian {count} of the program's own words stay English, such as ")


@pytest.mark.parametrize(("shown", "given"), [("it", "it"), ("pt-BR", "pt"), ("pt-BR", "pt-BR")])
def test_nothing_is_missing_where_all_words_are_given(tmp_path: Path, shown: str, given: str) -> None:
    read = reading(tmp_path, shown, in_all_words(given))
    assert read.problems == ()
    assert read.show is not None
    assert list(read.show.words.by_language[given]) == list(english_words())


def test_a_start_is_not_held_up_by_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_text(SHOW.format("it"))
    assert read(file).problems == ()


def test_words_are_typeset(tmp_path: Path) -> None:
    show = reading(tmp_path, "fr, it", 'words: {fr: {Are you still there?: "Z\'etes la ?"}}\n').show
    assert show is not None
    assert show.words.by_language == {"fr": {"Are you still there?": "Z’etes la\u202f?"}}
