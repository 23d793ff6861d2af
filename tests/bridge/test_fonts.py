from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGuiApplication, QRawFont, QTextLayout

from kiosk.bridge import fonts
from kiosk.content.model import Theme
from kiosk.paths import shipped
from tests.bridge.shows import show_of

FOLDER = shipped() / "resources" / "fonts"


@pytest.fixture(autouse=True)
def own_font(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leaves the fonts of the test run as they were."""
    monkeypatch.setattr(fonts, "_families_of", {})
    monkeypatch.delenv("QT_NO_SYNTHESIZED_BOLD", raising=False)
    before = QGuiApplication.font()
    yield
    QGuiApplication.setFont(before)


def families() -> list[str]:
    return QGuiApplication.font().families()


def test_without_content_it_is_the_shipped_typeface() -> None:
    fonts.use_typeface(None)
    assert families()[0] == "IBM Plex Sans"
    assert not any("Arabic" in family or "JP" in family for family in families())


@pytest.mark.parametrize(
    ("language", "family"),
    [("ar", "IBM Plex Sans Arabic"), ("he", "IBM Plex Sans Hebrew"), ("zh-TW", "IBM Plex Sans TC")],
)
def test_another_script_comes_with_its_own(language: str, family: str) -> None:
    fonts.use_typeface(show_of(languages=("en", language)))
    assert families()[0] == "IBM Plex Sans"
    assert family in families()


def test_the_typeface_of_the_theme_comes_first() -> None:
    theme = Theme(typeface=(FOLDER / "IBMPlexSansJP-Regular.ttf",))
    fonts.use_typeface(show_of(theme=theme))
    assert families()[:2] == ["IBM Plex Sans JP", "IBM Plex Sans"]


def test_a_file_that_is_no_font_is_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "broken.ttf"
    file.write_bytes(b"\x00\x01\x00\x00 nonsense")
    assert fonts.load([file]) == []
    assert str(file) in caplog.text


@pytest.mark.parametrize("weight", [QFont.Weight.Light, QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_it_has_every_letter_of_french(weight: QFont.Weight) -> None:
    fonts.use_typeface(None)
    font = QGuiApplication.font()
    font.setWeight(weight)
    raw = QRawFont.fromFont(font)
    letters = "ÀÂÇÉÈÊËÎÏÔÛÙÜŸÆŒàâçéèêëîïôûùüÿæœ«»’“”…–—€²\u00a0\u202f"
    assert [letter for letter in letters if not raw.supportsCharacter(ord(letter))] == []


def drawn(text: str, weight: QFont.Weight = QFont.Weight.Normal) -> list[tuple[str, list[int]]]:
    """The family and the glyphs of each part of a line, as Qt draws it."""
    font = QFont()
    font.setWeight(weight)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [(run.rawFont().familyName(), run.glyphIndexes()) for run in layout.glyphRuns()]


@pytest.mark.parametrize("weight", [QFont.Weight.Light, QFont.Weight.Normal, QFont.Weight.DemiBold])
@pytest.mark.parametrize(
    ("language", "text", "family"),
    [
        ("fr", "«\u202fCœur, Ångström, Łódź\u202f»", "IBM Plex Sans"),
        ("ru", "Институт искусственного интеллекта", "IBM Plex Sans"),
        ("el", "Ερευνητικό ινστιτούτο", "IBM Plex Sans"),
        ("ar", "معهد الذكاء الاصطناعي", "IBM Plex Sans Arabic"),
        ("he", "מכון לבינה מלאכותית", "IBM Plex Sans Hebrew"),
        ("hi", "कृत्रिम बुद्धिमत्ता संस्थान", "IBM Plex Sans Devanagari"),
        ("ja", "人工知能研究所へようこそ", "IBM Plex Sans JP"),
        ("ko", "인공지능 연구소", "IBM Plex Sans KR"),
        ("zh-Hans", "人工智能研究所欢迎您", "IBM Plex Sans SC"),
        ("zh-Hant", "人工智慧研究所歡迎您", "IBM Plex Sans TC"),
    ],
)
def test_a_line_of_each_script_is_drawn_in_its_typeface(
    language: str, text: str, family: str, weight: QFont.Weight
) -> None:
    fonts.use_typeface(show_of(languages=("fr", language)))
    fonts.prefer(language)
    for used, glyphs in drawn(text, weight):
        # The spaces between are in whichever comes first.
        assert used == family or len(set(glyphs)) == 1
        assert 0 not in glyphs


def test_characters_in_no_language_of_the_show_bring_their_typeface() -> None:
    fonts.use_typeface(show_of(languages=("fr",)), "Brûlée 도서관")
    assert drawn("도서관")[0][0] == "IBM Plex Sans KR"


@pytest.mark.parametrize(("language", "family"), [("zh-Hans", "SC"), ("zh-Hant", "TC"), ("ja", "JP"), ("zh", "SC")])
def test_each_language_has_its_own_form_of_a_character(language: str, family: str) -> None:
    fonts.use_typeface(show_of(languages=("fr", "ja", "zh-Hans", "ko", "zh-Hant")))
    fonts.prefer(language)
    assert drawn("直")[0][0] == f"IBM Plex Sans {family}"
