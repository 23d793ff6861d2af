from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from kiosk.bridge import fonts
from kiosk.content.model import Theme
from kiosk.paths import shipped
from tests.bridge.shows import show_of

FOLDER = shipped() / "resources" / "fonts"


@pytest.fixture(autouse=True)
def own_font(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leaves the fonts of the test run as they were."""
    monkeypatch.delenv("QT_NO_SYNTHESIZED_BOLD", raising=False)
    before = QGuiApplication.font()
    yield
    QFontDatabase.removeAllApplicationFonts()
    QGuiApplication.setFont(before)


def families() -> list[str]:
    return QGuiApplication.font().families()


def test_without_content_it_is_the_shipped_typeface() -> None:
    fonts.use_typeface(None)
    assert families()[0] == "IBM Plex Sans"
    assert not any("Arabic" in family or "JP" in family for family in families())


@pytest.mark.parametrize(
    ("language", "family"),
    [("ar", "IBM Plex Sans Arabic"), ("ja", "IBM Plex Sans JP"), ("ar-EG", "IBM Plex Sans Arabic")],
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
