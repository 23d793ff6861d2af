"""The keyboard on the screen."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.keyboards import DIGITS, LAYOUTS, Layout, erased, layouts, typed
from kiosk.show.search import fold

LATIN = "abcdefghijklmnopqrstuvwxyz"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー"
ALPHABETS = {"fr": LATIN, "fr-CA": LATIN, "en": LATIN, "es": LATIN, "de": LATIN, "pl": LATIN}
ALPHABETS |= {"ar": LATIN + ARABIC, "ja": LATIN + KANA}
MOST_COLUMNS, MOST_LINES = 10, 7


def letters(layout: Layout) -> str:
    return "".join(layout.rows).replace(" ", "")


def names(language: str) -> list[str]:
    return [layout.name for layout in layouts(language, MOST_COLUMNS, MOST_LINES)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["AZERTY", "QWERTY", "ABC"]),
        ("fr-CA", ["AZERTY", "QWERTY", "ABC"]),
        ("en", ["QWERTY", "AZERTY", "ABC"]),
        ("es", ["QWERTY", "ABC"]),
        ("de", ["QWERTZ", "QWERTY", "ABC"]),
        ("ar", ["أبج", "QWERTY", "ABC"]),
        ("ja", ["あいう", "QWERTY", "ABC"]),
        ("pl", ["QWERTY", "AZERTY", "ABC"]),
    ],
)
def test_the_usual_layout_of_a_language_comes_first(language: str, expected: list[str]) -> None:
    assert names(language) == expected


@pytest.mark.parametrize("lines", [3, 5, MOST_LINES])
@pytest.mark.parametrize("columns", [6, 7, 9, MOST_COLUMNS, 16])
@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_and_digit_has_a_key_on_every_screen(language: str, columns: int, lines: int) -> None:
    found = layouts(language, columns, lines)
    assert set(ALPHABETS[language] + DIGITS) <= set("".join(map(letters, found)))
    for layout in found:
        keys = letters(layout)
        assert len(set(keys)) == len(keys)
        assert max(map(len, layout.rows)) <= min(columns, MOST_COLUMNS)
    assert len({layout.name for layout in found}) == len(found)


@pytest.mark.parametrize("language", ALPHABETS)
def test_each_latin_layout_has_the_whole_alphabet_and_the_digits(language: str) -> None:
    for layout in layouts(language, MOST_COLUMNS, MOST_LINES):
        assert set(LATIN) <= set(letters(layout)) or layout in layouts(language, MOST_COLUMNS, MOST_LINES)[:1]
        assert layout.rows[0] == DIGITS


def test_abc_is_in_order() -> None:
    *_, abc = layouts("en", MOST_COLUMNS, MOST_LINES)
    assert abc.rows == (DIGITS, "abcdefghi", "jklmnopqr", "stuvwxyz")


def test_a_narrow_screen_has_the_alphabet_in_order_and_the_digits_apart() -> None:
    assert [layout.name for layout in layouts("fr", 7, MOST_LINES)] == ["ABC", "123"]
    assert [layout.name for layout in layouts("ar", 7, MOST_LINES)] == ["أبج", "ABC", "123"]


def test_a_low_screen_has_the_digits_apart() -> None:
    assert [layout.name for layout in layouts("en", MOST_COLUMNS, 3)] == ["QWERTY", "AZERTY", "ABC", "123"]


def test_a_table_without_room_for_digits_leaves_them_to_the_next_layout() -> None:
    kana, latin, _ = layouts("ja", MOST_COLUMNS, 5)
    assert kana.rows[0][-1] == "あ"
    assert latin.rows[0] == DIGITS


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("el", "θάλασσα και μουσείο", [Layout("αεθ", (DIGITS, "αεθικλμοσυ")), "QWERTY", "AZERTY", "ABC"]),
        ("he", "מוזיאון הים", [Layout("אהו", (DIGITS, "ןמםיזוהא")), "QWERTY", "AZERTY", "ABC"]),
        ("ja", "海の記憶を守る海", ["あいう", Layout("字", (DIGITS, "守憶海記")), "QWERTY", "ABC"]),
        ("fr", "la mer et les îles, de α à ω: l’océan des marins et des marées", ["AZERTY", "QWERTY", "ABC"]),
    ],
)
def test_letters_of_the_show_that_have_no_key_become_a_layout(
    language: str, text: str, expected: list[Layout | str]
) -> None:
    found = layouts(language, MOST_COLUMNS, MOST_LINES, Counter(fold(text).replace(" ", "")))
    shown = zip(found, expected, strict=True)
    assert [layout if isinstance(each, Layout) else layout.name for layout, each in shown] == expected


def test_of_very_many_letters_those_met_most_often_have_a_key() -> None:
    letters = {chr(0x4E00 + number): 100 - number // 10 for number in range(1000)}
    _, han, *_ = layouts("ja", MOST_COLUMNS, MOST_LINES, letters)
    assert set("".join(han.rows[1:])) == {chr(0x4E00 + number) for number in range(50)}


def test_the_layouts_hold_the_letters_of_their_languages() -> None:
    for language, extra in {"fr": "éèàç", "de": "äöüß", "es": "ñ"}.items():
        assert set(extra) <= set(letters(LAYOUTS[language][0]))


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("", "m", "m"),
        ("mil", "a", "mila"),
        ("mila", " ", "mila "),
        ("mila ", " ", "mila "),
        ("", " ", ""),
        ("は", "゛", "ば"),
        ("は", "゜", "ぱ"),
        ("e", "\u0301", "é"),
        ("a", "\n\t", "a"),
        ("a", "\x1b", "a"),
    ],
)
def test_typing(query: str, text: str, expected: str) -> None:
    assert typed(query, text) == expected


@pytest.mark.parametrize(("query", "expected"), [("mila", "mil"), ("", ""), ("a ", "a"), ("q\u0323\u0307", "")])
def test_erasing(query: str, expected: str) -> None:
    assert erased(query) == expected


@given(st.text(max_size=60))
def test_typing_letter_by_letter_is_typing_at_once(text: str) -> None:
    query = ""
    for letter in text:
        query = typed(query, letter)
        assert not query.startswith(" ")
        assert "  " not in query
    while query:
        query, longer = erased(query), query
        assert len(query) < len(longer)


def test_what_has_no_key_is_found_by_the_keys_there_are() -> None:
    assert fold("أحمد إلى قراءة") == fold("احمد الى قراة")
    assert fold("ガッコウ") == fold("かつこう")
