"""Nothing on the screen flashes more than twice in a second, on frames taken while it moves in its own time."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge.stage import Stage
from kiosk.content.model import Theme
from tests.bridge.shows import ABC, Lobby
from tests.qml import flashes

# Slides on white and on a dark colour in turn: as large a change as a show can have.
BLUE = replace(ABC, theme=Theme(ground="#ffffff", ink="#000000", accent="#000080"))
RED = replace(ABC, theme=Theme(ground="#ffffff", ink="#000000", accent="#c00000"))

Key = Qt.Key
NOWHERE = QPoint(480, 270)


class Film:
    """A stage with all its motion, and a camera on it."""

    def __init__(self, qtbot: QtBot, show: object = BLUE) -> None:
        self.lobby = Lobby(show)  # type: ignore[arg-type]
        self.show = self.lobby.show
        self.stage = Stage(self.show, QSize(960, 540))
        self.window = self.stage.window
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.frames: list[flashes.Frame] = []
        # The first slide comes once its pictures are there.
        with qtbot.waitSignal(self.window.frameSwapped):
            self.window.update()

    def roll(self, seconds: float) -> None:
        """Take frames for a while, in which the screen goes on by itself."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            QGuiApplication.processEvents()
            self.frames.append(flashes.frame(now, self.window.grabWindow()))

    def key(self, key: Qt.Key, is_repeat: bool = False) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", is_repeat)
        QGuiApplication.sendEvent(self.window, event)

    def hold(self, key: Qt.Key, seconds: float) -> None:
        """A key that is held, and repeated as fast as keyboards do."""
        end = time.monotonic() + seconds
        self.key(key)
        while time.monotonic() < end:
            self.roll(1 / 30)
            self.key(key, is_repeat=True)
        self.roll(0.4)


def fades(film: Film) -> None:
    for _ in range(2):
        film.show.next()
        film.roll(0.8)


def held_keys(film: Film) -> None:
    film.key(Key.Key_Space)
    for key in (Key.Key_Right, Key.Key_Escape, Key.Key_Return):
        film.hold(key, 1.1)


def panels(film: Film) -> None:
    film.show.touched()
    for open_one in (film.show.openOverview, film.show.openComfort, film.show.openSearch, film.show.changeLanguage):
        open_one()
        film.roll(0.4)
        film.show.closePanel()
        film.roll(0.3)


def the_question(film: Film) -> None:
    film.show.touched()
    film.roll(0.2)
    film.lobby.wait(1000)
    assert film.show.isWarning
    film.roll(0.5)
    film.lobby.wait(1000)
    assert not film.show.isVisit
    film.roll(0.9)


def cleaning(film: Film) -> None:
    film.show.touched()
    film.show.clean()
    film.roll(0.4)
    film.lobby.wait(20)
    assert not film.show.isCleaning
    film.roll(0.4)


def touches(film: Film) -> None:
    for _ in range(4):
        QTest.mouseClick(film.window, Qt.MouseButton.LeftButton, pos=NOWHERE)
        film.roll(0.25)
    film.roll(0.5)


def looks(film: Film) -> None:
    film.show.touched()
    for change in (film.show.setHighContrast, film.show.setMotionReduced):
        change(True)
        film.roll(0.4)
    film.hold(Key.Key_Right, 1.1)


SCENES = [fades, held_keys, panels, the_question, cleaning, touches, looks]


@pytest.mark.program
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_nothing_flashes(qtbot: QtBot, scene: Callable[[Film], None]) -> None:
    film = Film(qtbot, RED if scene is held_keys else BLUE)
    film.roll(0.1)
    scene(film)
    film.stage.close()
    seen = len({each.cells for each in film.frames})
    assert seen > 1, "nothing moved"
    assert flashes.worst(film.frames) <= flashes.MOST


@pytest.mark.program
@pytest.mark.parametrize("is_visit", [False, True])
def test_a_fade_shows_nothing_but_its_two_slides(qtbot: QtBot, is_visit: bool) -> None:
    film = Film(qtbot)
    film.show.restart("fr", "b")
    if is_visit:
        film.show.touched()
    film.roll(0.9)
    film.frames.clear()
    film.roll(0.05)
    film.show.goTo(3) if is_visit else film.show.restart("fr", "d")
    film.roll(0.9)
    film.stage.close()
    for course in zip(*(each.cells for each in film.frames), strict=True):
        lights = [cell.light for cell in course]
        darkest, lightest = sorted((lights[0], lights[-1]))
        # Words and lines are small, and change at once on the footer.
        assert min(lights) > darkest - 0.2 and max(lights) < lightest + 0.2


# The counter


def shot(seconds: float, colours: Callable[[float], str], rate: int = 60) -> Iterator[flashes.Frame]:
    """Frames of one colour each."""
    for number in range(round(seconds * rate)):
        image = QImage(64, 36, QImage.Format.Format_RGB32)
        image.fill(QColor(colours(number / rate)))
        yield flashes.frame(number / rate, image)


def blinking(hertz: float, one: str, other: str) -> Callable[[float], str]:
    return lambda now: one if int(now * hertz * 2) % 2 else other


@pytest.mark.parametrize(
    ("hertz", "one", "other", "expected"),
    [
        pytest.param(7.5, "#ffffff", "#000000", 7, id="7.5 Hz"),
        pytest.param(3, "#ffffff", "#000000", 3, id="3 Hz"),
        pytest.param(2, "#ffffff", "#000000", 2, id="2 Hz"),
        pytest.param(3, "#505050", "#404040", 0, id="less than a tenth"),
        pytest.param(3, "#ffffff", "#f0f0f0", 0, id="both light"),
        pytest.param(3, "#c00000", "#303030", 3, id="red on grey of about its luminance"),
        pytest.param(3, "#0000c0", "#181818", 0, id="blue on grey of about its luminance"),
    ],
)
def test_the_counter_counts(hertz: float, one: str, other: str, expected: int) -> None:
    assert flashes.worst([*shot(2, blinking(hertz, one, other))]) == expected


def test_a_fade_is_one_change() -> None:
    def fading(now: float) -> str:
        return QColor.fromRgbF(*[min(1.0, now)] * 3).name()

    assert flashes.worst([*shot(2, fading)]) == 0
