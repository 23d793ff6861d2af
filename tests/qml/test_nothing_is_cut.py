"""Every slide of a show that goes to the limits, on the real stage: all text is there, legible and in its place."""

import json
import re
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.bridge import fonts
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.stage import Stage
from kiosk.content.model import Show
from kiosk.content.reader import read
from kiosk.show.events import Event
from tests.items import class_name, drawn

pytestmark = pytest.mark.layout

WORLD = Path(__file__).resolve().parents[1] / "data" / "shows" / "world"
SIZES = ("1920x1080", "1080x1920", "1280x800", "1024x1280")
# 3840x2160 has the proportions of 1920x1080: six slides of it will do.
STAGES = [("content.yaml", size) for size in SIZES] + [("dark.yaml", "3840x2160"), ("dark.yaml", "1080x1920")]
# Stages with a half of the slides, for a visitor's text size and contrast.
COMFORTS = [
    ("1920x1080", 0, 2, False),
    ("1920x1080", 1, 1, True),
    ("1080x1920", 1, 2, False),
    ("1024x1280", 0, 1, True),
]
# More than any wall panel holds; the screen says so, and shows all of it nevertheless.
CROWDED = {"premises-full", "premises-full-plain"}
# Pixels, on a screen whose shorter side has 1080 of them.
RUNNING_TEXT = 50

ALIGN_RIGHT = 2
WRAP_ANYWHERE = 3
# Letters of scripts that are written without spaces, and so break anywhere.
UNSPACED = "\u2e80-\uffef"


class Studio:
    """A stage without motion, of one size."""

    def __init__(self, show: Show, size: str, bot: QtBot) -> None:
        self.languages = show.languages
        self.slide_ids = [slide.id for slide in show.slides]
        self._bot = bot
        # Taken only when the first slide is asked for, so that its arrival is not missed.
        self._content: Show | None = show
        self._show = ShowViewModel()
        self._stage = Stage(self._show, QSize(*map(int, size.split("x"))), is_still=True)
        self._stage.window.show()

    def slide(self, slide_id: str, language: str) -> QQuickItem:
        """The slide on the stage, all its pictures there."""

        def is_shown(event: Event) -> bool:
            return event.event == "shown" and (event.slide, event.language) == (slide_id, language)

        with self._bot.waitSignal(self._show.happened, check_params_cb=is_shown):
            if self._content:
                self._show.replace(self._content, "1")
                self._content = None
            self._show.restart(language, slide_id)
        kind = re.compile(r"\w+Slide_QMLTYPE")
        slides = [item for item in drawn(self._stage.window.contentItem()) if kind.match(class_name(item))]
        assert len(slides) == 1
        return slides[0]

    def close(self) -> None:
        self._stage.close()


@pytest.fixture(scope="module")
def bot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    return QtBot(request)


@pytest.fixture(scope="module")
def studio(bot: QtBot, request: pytest.FixtureRequest) -> Iterator[Studio]:
    file, size = request.param
    reading = read(WORLD / file)
    assert reading.show is not None and not reading.problems
    font = QGuiApplication.font()
    fonts.use_typeface(reading.show, reading.characters)
    studio = Studio(reading.show, size, bot)
    yield studio
    studio.close()
    QGuiApplication.setFont(font)


class Words(NamedTuple):
    """A text on a slide: what it says, and the place its letters take."""

    item: QQuickItem
    text: str
    place: QRectF
    size: int


def evaluated(item: QQuickItem, expression: str) -> float:
    """A number that QML knows; Python cannot read properties of an enumeration."""
    value, is_undefined = QQmlExpression(QQmlEngine.contextForObject(item), item, expression).evaluate()
    assert not is_undefined
    return float(value)


def words_of(slide: QQuickItem, within: QQuickItem | None = None) -> list[Words]:
    found = []
    for item in drawn(within or slide):
        if not item.inherits("QQuickText") or not item.property("text"):
            continue
        width, height = item.property("contentWidth"), item.property("contentHeight")
        is_right = evaluated(item, "Number(effectiveHorizontalAlignment)") == ALIGN_RIGHT
        left = item.width() - item.property("rightPadding") - width if is_right else item.property("leftPadding")
        place = item.mapRectToItem(slide, QRectF(left, item.property("topPadding"), width, height))
        text = re.sub(r"<[^>]*>", " ", item.property("text"))
        found.append(Words(item, text, place, item.property("font").pixelSize()))
    return found


def letters(words: Words) -> QRectF:
    """The place without the room for accents and tails, which neighbours may share."""
    return words.place.marginsRemoved(QMarginsF(0, 0.26 * words.size, 0, 0.22 * words.size))


def broken_word(words: Words, floor: float) -> str | None:
    """A word that is too wide for its text, but would not be at the smallest size."""
    if evaluated(words.item, "Number(wrapMode)") == WRAP_ANYWHERE:
        return None
    metrics = QFontMetricsF(words.item.property("font"))
    runs = re.findall(rf"[^\s/–—{UNSPACED}-]+", words.text.replace("&nbsp;", " "))
    width = words.item.width()
    room = width - words.item.property("leftPadding") - words.item.property("rightPadding")
    widths = {run: metrics.horizontalAdvance(run) for run in runs}
    return next((run for run in runs if widths[run] > room + 1 and widths[run] / words.size * floor <= width - 1), None)


def part_faults(parts: QQuickItem, area: QRectF) -> Iterator[str]:
    """Whether the parts of a slide in large type together show every line, and each shows its lines whole."""
    (page,) = (child for child in parts.childItems() if child.property("clip"))
    offset = parts.property("offset")
    lines = []
    for words in words_of(page):
        top = words.item.mapToItem(page, QPointF()).y() + offset
        # Without the room for accents and tails, which neighbours may share.
        for number, (start, end) in enumerate(lines_of(words.item), start=1):
            line = f"line {number} of '{words.text}'"
            lines.append((line, top + start + 0.26 * words.size, top + end - 0.22 * words.size))
    unseen = {line for line, _, _ in lines}
    for part in range(parts.property("count")):
        evaluated(parts, f"(show({part}), part)")
        start, height = parts.property("offset"), page.height()
        if page.y() < area.top() - 1 or page.y() + height > area.bottom() + 1:
            yield f"part {part} leaves the area"
        for line, top, bottom in lines:
            if top >= start - 1 and bottom <= start + height + 1:
                unseen.discard(line)
            elif bottom > start + 1 and top < start + height - 1:
                yield f"{line} is cut at the edge of part {part}"
    yield from (f"{line} is in no part" for line in sorted(unseen))


def lines_of(item: QQuickItem) -> list[list[float]]:
    """Top and bottom of each line of a text; a numeral has one."""
    expression = "typeof lines === 'function' ? JSON.stringify(lines()) : `[[0, ${height}]]`"
    value, _ = QQmlExpression(QQmlEngine.contextForObject(item), item, expression).evaluate()
    lines: list[list[float]] = json.loads(value)
    return lines


def parts_of(slide: QQuickItem) -> QQuickItem:
    return next(item for item in slide.childItems() if class_name(item).startswith("Parts_"))


def faults(slide: QQuickItem, is_right_to_left: bool) -> Iterator[str]:
    floor = evaluated(slide, "Math.max(size(0) / squeeze / growth)")
    area = slide.property("area").marginsAdded(QMarginsF(1, 2, 1, 2))
    parts = parts_of(slide)
    has_parts = parts.property("isDivided")
    found = words_of(slide, parts.childItems()[0])
    if not found:
        yield "shows no text"
    for words in found:
        if words.item.property("truncated"):
            yield f"cuts '{words.text}'"
        if not has_parts and not area.contains(words.place):
            yield f"'{words.text}' at {words.place} leaves {area}"
        if not area.left() <= words.place.left() <= words.place.right() <= area.right():
            yield f"'{words.text}' at {words.place} is wider than {area}"
        if words.size < round(floor) and not slide.property("isBelowFloor"):
            yield f"'{words.text}' is {words.size} pixels high without saying so, the floor is {floor}"
        if word := broken_word(words, floor):
            yield f"breaks the word '{word}'"
        if is_right_to_left and evaluated(words.item, "Number(effectiveHorizontalAlignment)") != ALIGN_RIGHT:
            yield f"'{words.text}' does not begin at the right"
    for one, other in combinations(found, 2):
        if letters(one).intersects(letters(other)):
            yield f"'{one.text}' at {one.place} and '{other.text}' at {other.place} overlap"
    for item in drawn(slide):
        if class_name(item).startswith("QrCode"):
            code = item.mapRectToItem(slide, QRectF(0, 0, item.width(), item.height()))
            if not has_parts and not area.contains(code):
                yield f"a code at {code} leaves {area}"
            yield from (f"'{words.text}' stands on a code" for words in found if code.intersects(letters(words)))
    if has_parts:
        yield from part_faults(parts, slide.property("area"))


@pytest.mark.parametrize("studio", STAGES, ids="-".join, indirect=True)
def test_all_text_is_there_and_legible(studio: Studio) -> None:
    found = []
    crowded = set()
    for language, slide_id in product(studio.languages, studio.slide_ids):
        slide = studio.slide(slide_id, language)
        found += [f"{slide_id} ({language}): {fault}" for fault in faults(slide, language == "ar")]
        if slide.property("isBelowFloor"):
            crowded.add(slide_id)
    assert not found, "\n".join(found)
    assert crowded <= CROWDED


def comfort(slide: QQuickItem, text_size: int, is_high: bool) -> None:
    """Has the slide as a visitor may want it, without the neighbours that are made for a visit."""
    evaluated(slide, f"(Theme.textSize = {text_size}, Theme.isHighContrast = {str(is_high).lower()}, 0)")


def sample(studio: Studio, half: int) -> Iterator[tuple[str, str]]:
    """Half of the slides, a part of them in each language."""
    step = len(studio.languages)
    for number, language in enumerate(studio.languages):
        for slide_id in studio.slide_ids[half * step + number :: 2 * step]:
            yield slide_id, language


@pytest.mark.parametrize(
    ("studio", "half", "text_size", "is_high"),
    [(("content.yaml", size), half, text_size, is_high) for size, half, text_size, is_high in COMFORTS],
    indirect=["studio"],
)
def test_all_text_is_there_in_every_comfort(studio: Studio, half: int, text_size: int, is_high: bool) -> None:
    found = []
    for slide_id, language in sample(studio, half):
        slide = studio.slide(slide_id, language)
        comfort(slide, text_size, is_high)
        found += [f"{slide_id} ({language}): {fault}" for fault in faults(slide, language == "ar")]
        assert not slide.property("isBelowFloor")
        if is_high:
            assert not slide.property("isDark") and not slide.property("isBehind"), slide_id
    assert not found, "\n".join(found)


@pytest.mark.parametrize("studio", [("content.yaml", "1920x1080")], indirect=True)
def test_each_text_size_is_larger(studio: Studio) -> None:
    sizes: list[dict[str, int]] = [{}, {}, {}]
    codes: list[list[float]] = [[], [], []]
    for slide_id, language in sample(studio, 1):
        slide = studio.slide(slide_id, language)
        content = parts_of(slide).childItems()[0]
        for text_size in range(3):
            comfort(slide, text_size, False)
            sizes[text_size] |= {f"{slide_id}: {words.text}": words.size for words in words_of(content)}
            codes[text_size] += [item.width() for item in drawn(content) if class_name(item).startswith("QrCode")]
    normal, large, largest = sizes
    for at, pixels in normal.items():
        # A heading may stop where a word fills the line, and a number give up a fifth for what it counts.
        if pixels > RUNNING_TEXT or at.startswith("compound") or re.search(r"\d", at):
            assert min(large[at], largest[at]) >= 0.79 * pixels, at
        else:
            assert pixels < large[at] < largest[at], at
    for smaller, larger in pairwise(codes):
        assert len(smaller) == len(larger) > 0
        assert all(one <= other for one, other in zip(smaller, larger, strict=True))
