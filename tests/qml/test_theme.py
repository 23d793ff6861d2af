"""The palette: whatever colours an editor takes, what is written and what is pressed stands out from its ground."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlEngine

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.content.contrast import contrast
from kiosk.content.model import Theme
from kiosk.content.reader import read
from kiosk.paths import PACKAGE
from tests.bridge.shows import show_of

ROOT = Path(__file__).resolve().parents[2]
DARK = ROOT / "tests" / "data" / "shows" / "world" / "dark.yaml"
# As little contrast as a theme may have.
FAINT = Theme(ground="#ffffff", ink="#767676", accent="#949494")
DARK_BLUE = Theme(ground="#0d1b2a", ink="#f2ead8", accent="#e8b84b")

TEXTS = [
    ("ink", "ground"),
    ("inkSoft", "ground"),
    ("accentText", "ground"),
    ("accentInk", "accent"),
    ("accentInkSoft", "accent"),
]
LINES = [("outline", "ground"), ("accentOutline", "accent")]


@pytest.fixture
def engine(qapp: QGuiApplication) -> Iterator[QQmlEngine]:
    engine = QQmlEngine()
    engine.addImportPath(str(PACKAGE / "qml"))
    yield engine


def theme_of(file: Path) -> Theme:
    show = read(file).show
    assert show is not None
    return show.theme


def palette(engine: QQmlEngine, theme: Theme, is_high: bool = False) -> dict[str, str]:
    """The colours that the stage draws a theme in."""
    show = ShowViewModel()
    show.replace(show_of(theme=theme), "1")
    drawn = engine.singletonInstance("Kiosk.Theme", "Theme")
    assert isinstance(drawn, QObject)
    for name in ("ground", "ink", "accent", "accentInk"):
        drawn.setProperty(f"own{name[0].upper()}{name[1:]}", QColor(show.property(name)))
    drawn.setProperty("isHighContrast", is_high)
    names = {name for pair in TEXTS + LINES for name in pair} | {"line"}
    return {name: QColor(drawn.property(name)).name() for name in names}


@pytest.mark.parametrize("is_high", [False, True])
@pytest.mark.parametrize("file", [ROOT / "content.yaml", DARK, None], ids=["shipped", "dark", "default"])
def test_texts_have_seven_to_one_and_outlines_three(engine: QQmlEngine, file: Path | None, is_high: bool) -> None:
    colours = palette(engine, theme_of(file) if file else Theme(), is_high)
    assert [pair for pair in TEXTS if contrast(colours[pair[0]], colours[pair[1]]) < 7] == []
    assert [pair for pair in LINES if contrast(colours[pair[0]], colours[pair[1]]) < 3] == []


@pytest.mark.parametrize("theme", [Theme(), FAINT, DARK_BLUE], ids=["default", "faint", "dark"])
def test_high_contrast_is_black_white_and_yellow_for_every_theme(engine: QQmlEngine, theme: Theme) -> None:
    colours = palette(engine, theme, is_high=True)
    assert (colours["ground"], colours["ink"], colours["inkSoft"], colours["line"]) == ("#000000", *["#ffffff"] * 3)
    assert contrast(colours["accent"], "#000000") > 15


def test_what_cannot_reach_seven_to_one_is_not_made_softer(engine: QQmlEngine) -> None:
    faint = palette(engine, FAINT)
    assert faint["inkSoft"] == faint["accentText"] == faint["ink"] == FAINT.ink
    assert contrast(faint["outline"], faint["ground"]) >= 3


def test_text_in_a_pale_accent_is_mixed_with_ink_until_it_reads(engine: QQmlEngine) -> None:
    colours = palette(engine, Theme(accent="#b07cd8"))
    assert contrast(colours["accent"], colours["ground"]) < 4.5
    assert 7 <= contrast(colours["accentText"], colours["ground"]) < 8


def test_reduced_motion_leaves_no_duration(engine: QQmlEngine) -> None:
    motion = engine.singletonInstance("Kiosk.Theme", "Motion")
    assert isinstance(motion, QObject)
    durations = ("fade", "settle", "quick", "countUp")
    assert all(motion.property(name) > 0 for name in durations)
    motion.setProperty("isReduced", True)
    assert not any(motion.property(name) for name in durations)


@pytest.mark.parametrize(("width", "inches"), [(1920, 24), (1920, 32), (3840, 55), (1920, 18.5)])
def test_the_smallest_capital_is_seven_millimetres_down_to_a_24_inch_screen(
    engine: QQmlEngine, width: int, inches: float
) -> None:
    theme = engine.singletonInstance("Kiosk.Theme", "Theme")
    assert isinstance(theme, QObject)
    pixels = width / (inches * 25.4 * 16 / (16**2 + 9**2) ** 0.5)
    theme.setProperty("pixelsPerMillimetre", pixels)
    capital = theme.property("floor") * theme.property("capHeight") / pixels
    unit = theme.property("unit")
    if inches >= 24:
        assert capital >= 7.29
        assert theme.property("caption") <= 3.6 * unit
    else:
        assert theme.property("floor") == pytest.approx(3.6 * unit)
