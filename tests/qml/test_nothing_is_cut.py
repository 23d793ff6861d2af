"""Every slide of a show that goes to the limits, on the real stage: all text is there, legible and in its place."""

import re
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QMarginsF, QRectF, QSize
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
from tests.items import class_name

WORLD = Path(__file__).resolve().parents[1] / "data" / "shows" / "world"
SIZES = ("1920x1080", "1080x1920", "1280x800", "1024x1280")
# 3840x2160 has the proportions of 1920x1080: six slides of it will do.
STAGES = [("content.yaml", size) for size in SIZES] + [("dark.yaml", "3840x2160"), ("dark.yaml", "1080x1920")]
# More than any wall panel holds; the screen says so, and shows all of it nevertheless.
CROWDED = {"premises-full", "premises-full-plain"}

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
        slides = [item for item in seen(self._stage.window.contentItem()) if kind.match(class_name(item))]
        assert len(slides) == 1
        return slides[0]

    def close(self) -> None:
        self._stage.close()


@pytest.fixture(scope="module")
def bot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    return QtBot(request)


@pytest.fixture(scope="module", params=STAGES, ids="-".join)
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


def seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is visible of an item: itself and all within."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from seen(child)


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


def words_of(slide: QQuickItem) -> list[Words]:
    found = []
    for item in seen(slide):
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


def faults(slide: QQuickItem, is_right_to_left: bool) -> Iterator[str]:
    floor = evaluated(slide, "size(0) / squeeze")
    area = slide.property("area").marginsAdded(QMarginsF(1, 2, 1, 2))
    found = words_of(slide)
    if not found:
        yield "shows no text"
    for words in found:
        if words.item.property("truncated"):
            yield f"cuts '{words.text}'"
        if not area.contains(words.place):
            yield f"'{words.text}' at {words.place} leaves {area}"
        if words.size < round(floor) and not slide.property("isBelowFloor"):
            yield f"'{words.text}' is {words.size} pixels high without saying so, the floor is {floor}"
        if word := broken_word(words, floor):
            yield f"breaks the word '{word}'"
        if is_right_to_left and evaluated(words.item, "Number(effectiveHorizontalAlignment)") != ALIGN_RIGHT:
            yield f"'{words.text}' does not begin at the right"
    for one, other in combinations(found, 2):
        if letters(one).intersects(letters(other)):
            yield f"'{one.text}' at {one.place} and '{other.text}' at {other.place} overlap"
    for item in seen(slide):
        if class_name(item).startswith("QrCode"):
            code = item.mapRectToItem(slide, QRectF(0, 0, item.width(), item.height()))
            if not area.contains(code):
                yield f"a code at {code} leaves {area}"
            yield from (f"'{words.text}' stands on a code" for words in found if code.intersects(letters(words)))


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
