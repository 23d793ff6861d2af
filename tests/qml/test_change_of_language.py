"""A visitor changes the language: the same page, everything at once, and no frame that holds words of both."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.bridge import fonts
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.stage import Stage
from kiosk.content.reader import Reading, read
from kiosk.content.values import OwnWords
from kiosk.show.events import Event
from tests.bridge.shows import ABC, Lobby, show_of

WORLD = Path(__file__).resolve().parents[1] / "data" / "shows" / "world" / "content.yaml"
SIZE = QSize(1280, 720)

Frame = list[tuple[str, int, int]]


@pytest.fixture
def reading(qapp: QGuiApplication) -> Iterator[Reading]:
    reading = read(WORLD)
    font = QGuiApplication.font()
    fonts.use_typeface(reading.show, reading.characters)
    yield reading
    QGuiApplication.setFont(font)


class Visit:
    """A stage with somebody before it, and every frame that it draws."""

    def __init__(self, reading: Reading, slide_id: str, language: str, bot: QtBot) -> None:
        assert reading.show is not None
        self._languages = reading.show.languages
        self._bot = bot
        self._show = ShowViewModel(language=language, slide_id=slide_id)
        self._show.replace(reading.show, reading.revision)
        # In motion: without it nothing could be seen on its way.
        self._stage = Stage(self._show, SIZE)
        self.frames: list[Frame] = []
        self._stage.window.frameSwapped.connect(lambda: self.frames.append(self.seen()))
        with bot.waitSignal(self._show.happened, check_params_cb=self._is_shown(language)):
            self._stage.window.show()
        self._show.touched()

    def _is_shown(self, language: str) -> Callable[[Event], bool]:
        def check(event: Event) -> bool:
            return (event.event, event.language) == ("shown", language)

        return check

    def choose(self, language: str) -> None:
        self.frames.clear()
        with self._bot.waitSignal(self._show.happened, check_params_cb=self._is_shown(language)):
            self._show.chooseLanguage(self._languages.index(language))

    def seen(self) -> Frame:
        """What is written on the screen, and where."""

        def texts(item: QQuickItem) -> Iterator[tuple[str, int, int]]:
            if item.isVisible() and item.opacity() > 0:
                if item.inherits("QQuickText") and item.property("text"):
                    place = item.mapToScene(QPointF(0, 0))
                    yield item.property("text"), round(place.x()), round(place.y())
                for child in item.childItems():
                    yield from texts(child)

        return sorted(texts(self._stage.window.contentItem()))

    def close(self) -> None:
        self._stage.close()


@pytest.mark.parametrize("slide_id", ["long-text-beside", "premises-behind"])
@pytest.mark.parametrize("language", ["ar", "ja"])
def test_the_first_frame_is_wholly_in_the_new_language(
    reading: Reading, slide_id: str, language: str, qtbot: QtBot
) -> None:
    fresh = Visit(reading, slide_id, language, qtbot)
    expected = fresh.seen()
    fresh.close()
    visit = Visit(reading, slide_id, "en", qtbot)
    visit.choose(language)
    assert visit.frames
    for frame in visit.frames:
        assert frame == expected
    visit.close()


def names(item: QQuickItem) -> Iterator[str]:
    """What the controls are called."""
    if isinstance(name := item.property("name"), str):
        yield name
    for child in item.childItems():
        yield from names(child)


def test_a_save_changes_the_words_on_the_controls(qtbot: QtBot) -> None:
    lobby = Lobby(show_of(languages=("en",)))
    stage = Stage(lobby.show, SIZE, is_still=True)
    stage.window.show()
    lobby.show.touched()
    assert "Home" in names(stage.window.contentItem())
    lobby.show.replace(show_of(languages=("en",), words=OwnWords({"en": {"Home": "Lobby"}})), "2")
    found = list(names(stage.window.contentItem()))
    assert "Lobby" in found and "Home" not in found and "Next" in found
    lobby.show.replace(ABC, "3")
    assert "Home" in names(stage.window.contentItem())
    stage.close()
