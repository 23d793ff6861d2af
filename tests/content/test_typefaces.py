"""Which typefaces a show needs, and what they can draw."""

import struct
from pathlib import Path

import pytest

from kiosk.content.typefaces import FOLDER, SCRIPTS, TYPEFACE, Drawable, coverage, of_language, scripts


def names(languages: tuple[str, ...], characters: str = "") -> list[str]:
    return [script.name.removeprefix("IBMPlexSans") for script in scripts(languages, characters)]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ar", "Arabic"),
        ("ar-EG", "Arabic"),
        ("fa", "Arabic"),
        ("he", "Hebrew"),
        ("hi", "Devanagari"),
        ("ja", "JP"),
        ("ko-KR", "KR"),
        ("zh", "SC"),
        ("zh-Hans", "SC"),
        ("zh-CN", "SC"),
        ("zh-Hant", "TC"),
        ("zh-Hant-HK", "TC"),
        ("zh-TW", "TC"),
    ],
)
def test_a_language_has_the_typeface_of_its_script(language: str, name: str) -> None:
    assert names(("fr", language)) == [name]


@pytest.mark.parametrize("language", ["fr", "en", "de", "arn", "haw", "zha"])
def test_no_other_language_has_one(language: str) -> None:
    assert of_language(language) is None


@pytest.mark.parametrize(
    ("languages", "characters", "needed"),
    [
        (("fr",), "École – 15 °C, Ω, Щ", []),
        (("fr",), "שלום", ["Hebrew"]),
        (("fr",), "日本語のはなし", ["JP"]),
        (("en",), "图书馆们", ["SC"]),
        (("en",), "도서관", ["KR"]),
        (("ja",), "図書館", ["JP"]),
        (("ja",), "图书馆们", ["JP", "SC"]),
        (("en", "ar"), "नमस्ते سلام", ["Arabic", "Devanagari"]),
        (("en",), "กขค", []),
    ],
)
def test_what_stands_in_the_content_brings_its_typeface(
    languages: tuple[str, ...], characters: str, needed: list[str]
) -> None:
    assert names(languages, characters) == needed


@pytest.mark.parametrize(
    "text",
    [
        "Plain ASCII",
        "Œuvre « à » l’été\u202f: 1\u202f234,5 – 3²",
        "e\u0301le\u0300ve, Việt Nam, n\u0303",
        "co\u00adoperate, ن\u200cم, \u2067سلام\u2069, a\u2028b\u3000c",
        "\u2192\ufe0e 葛\U000e0100",
        "नमस्ते, क्\u200dष",
        "שָׁלוֹם",
    ],
)
def test_what_needs_no_glyph_of_its_own_is_not_missing(text: str) -> None:
    assert Drawable(()).missing(text) == []


def test_what_no_typeface_has_is_missing_once_and_in_order() -> None:
    assert Drawable(()).missing("ขก ข é \U0001f600 \U0010fffd") == ["ข", "ก", "\U0001f600", "\U0010fffd"]


def test_a_typeface_of_the_show_draws_what_it_has(tmp_path: Path) -> None:
    file = tmp_path / "own.ttf"
    # A table of all of Unicode: of three characters from U+0E01 the first is drawn as nothing.
    groups = struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x0E00, 0x0E02, 0)
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + groups
    file.write_bytes(struct.pack(">4sHHHH4sIII", b"\0\1\0\0", 1, 0, 0, 0, b"cmap", 0, 28, len(table)) + table)
    assert coverage(file) == {0x0E01, 0x0E02}
    assert Drawable((file,)).missing("กขค") == ["ค"]


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", TYPEFACE[0].read_bytes()[:3000], b"\0\1\0\0\0\x01" + bytes(40)])
def test_a_damaged_font_draws_nothing(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "damaged.ttf"
    file.write_bytes(data)
    assert coverage(file) == frozenset()
    assert coverage(tmp_path / "missing.ttf") == frozenset()


def test_all_that_ships_is_named_and_all_that_is_named_ships() -> None:
    named = {*TYPEFACE, *(file for script in SCRIPTS for file in script.files)}
    assert named == set(FOLDER.glob("*.ttf"))
