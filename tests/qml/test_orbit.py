"""What stands on the screen all day moves by a few pixels and is dimmed, and no edge of the screen is ever bare."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from kiosk.bridge.orbit import EVERY, Orbit
from kiosk.bridge.stage import Stage
from kiosk.content.model import Picture, Show, Theme
from kiosk.show.orbit import LONGEST, REACH, place
from tests.bridge.shows import Lobby, section, show_of, statement
from tests.items import below, class_name

SIZE = QSize(1280, 720)
CORNERS = [QPointF(x, y) for x in (-REACH, REACH) for y in (-REACH, REACH)]
PLAIN = Theme(ground="#ffffff", ink="#000000", accent="#0000c0")
PATIENCE = 20_000


class Hung:
    """A show on a screen that it fills, at rest."""

    def __init__(self, qtbot: QtBot, show: Show, turn: int = 0) -> None:
        self._qtbot = qtbot
        self.lobby = Lobby(None)
        self.lobby.show.replace(show, "1")
        self.stage = Stage(self.lobby.show, SIZE, turn=turn, is_still=True, is_locked=True)
        self.window: Any = self.stage.window
        self.window.show()
        qtbot.waitUntil(lambda: any(each.event == "shown" for each in self.lobby.events), timeout=PATIENCE)
        self.orbit = Orbit(self.window, self.lobby.show, self.lobby.clock)

    def at(self, orbit: QPointF) -> QImage:
        self.window.setProperty("orbit", orbit)
        return self.grab()

    def grab(self) -> QImage:
        picture: QImage = self.window.grabWindow()
        return picture.convertToFormat(QImage.Format.Format_RGB32)

    def turns(self, seconds: float) -> None:
        """The next slide comes after so many seconds and is on the screen."""
        self.lobby.forget()
        self.lobby.clock.now += seconds
        self.lobby.show.catch_up()
        self._qtbot.waitUntil(lambda: any(each.event == "shown" for each in self.lobby.events), timeout=PATIENCE)

    @property
    def stands(self) -> tuple[float, float]:
        """Where header and footer stand."""
        (deck,) = [item for item in below(self.window.contentItem()) if class_name(item).startswith("Deck_")]
        point: QPointF = deck.property("stand")
        return point.x(), point.y()


@pytest.fixture
def hung(qtbot: QtBot) -> Iterator[Any]:
    made: list[Hung] = []

    def hang(*arguments: Any, **options: Any) -> Hung:
        made.append(Hung(qtbot, *arguments, **options))
        return made[-1]

    yield hang
    for each in made:
        each.stage.close()


def border(picture: QImage) -> set[str]:
    """The colours of the outermost pixels."""
    width, height = picture.width(), picture.height()
    points = [(x, y) for x in range(width) for y in (0, height - 1)] + [
        (x, y) for x in (0, width - 1) for y in range(height)
    ]
    return {picture.pixelColor(x, y).name() for x, y in points}


def moved(picture: QImage, orbit: QPointF) -> QImage:
    """What is inside the margin that may come into view, as it would stand without the orbit."""
    x, y = round(orbit.x()), round(orbit.y())
    return picture.copy(2 * REACH + x, 2 * REACH + y, SIZE.width() - 4 * REACH, SIZE.height() - 4 * REACH)


@pytest.mark.parametrize("slide", [section("a"), statement("a")], ids=["fills-the-screen", "stands-on-the-ground"])
def test_everything_moves_and_the_edge_stays_full(hung: Any, slide: Any) -> None:
    it = hung(show_of(slide, theme=PLAIN))
    before = it.at(QPointF(0, 0))
    for corner in CORNERS:
        after = it.at(corner)
        assert after != before
        assert moved(after, corner) == moved(before, QPointF(0, 0))
        assert border(after) == border(before)
        assert len(border(after)) == 1


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_screens_have_no_bare_edge(hung: Any, turn: int) -> None:
    it = hung(show_of(section("a"), theme=PLAIN), turn=turn)
    for corner in CORNERS:
        assert border(it.at(corner)) == {PLAIN.accent}


def test_pictures_that_fill_the_screen_go_on_under_its_edge(hung: Any, tmp_path: Path) -> None:
    photo = QImage(SIZE, QImage.Format.Format_RGB32)
    photo.fill(QColor("#00ff00"))
    file = tmp_path / "green.png"
    assert photo.save(str(file))
    on_slide = hung(show_of(statement("a", picture=Picture(file=file, place="behind")), theme=PLAIN))
    on_all = hung(show_of(statement("a"), theme=replace(PLAIN, background=file)))
    for corner in CORNERS:
        assert PLAIN.ground not in border(on_slide.at(corner))
        assert border(on_all.at(corner)) == {"#00ff00"}


def test_no_slide_to_show_does_not_stand_still_either(qtbot: QtBot) -> None:
    lobby = Lobby(None)
    stage = Stage(lobby.show, SIZE, is_still=True, is_locked=True)
    stage.window.show()
    before = stage.window.grabWindow()
    stage.window.setProperty("orbit", QPointF(3, 3))
    assert border(stage.window.grabWindow()) == border(before)
    stage.close()


def test_header_and_footer_take_a_step_with_a_slide_at_most_once_a_minute(hung: Any) -> None:
    it = hung(show_of(section("a"), statement("b"), section("c")))
    seen = [it.stands]
    for _ in range(12):
        it.turns(EVERY / 4)
        seen.append(it.stands)
    assert seen[0] == place(0)
    assert set(seen) <= {place(step) for step in range(4)}
    assert len(set(seen)) >= 3


def test_a_slide_that_stays_moves_too_by_one_frame(hung: Any, qtbot: QtBot) -> None:
    it = hung(show_of(statement("a"), languages=("en",), theme=PLAIN))
    before = it.grab()
    frames = QSignalSpy(it.window.frameSwapped)
    it.orbit._alarm.timeout.emit()
    qtbot.waitUntil(lambda: frames.count() > 0, timeout=PATIENCE)
    assert it.stands == place(1)
    assert moved(it.grab(), QPointF(*place(1))) == moved(before, QPointF(0, 0))
    assert it.orbit._alarm.interval() == LONGEST <= 300_000


def test_nothing_moves_under_a_finger_or_in_the_dark(hung: Any) -> None:
    it = hung(show_of(statement("a"), statement("b")))
    it.lobby.show.touched()
    it.orbit._alarm.timeout.emit()
    it.lobby.clock.now += 2 * EVERY
    it.lobby.show.next()
    it.lobby.show.sleep()
    it.orbit._alarm.timeout.emit()
    assert it.window.property("orbit") == QPointF(0, 0)


def test_the_name_is_dimmed_until_somebody_comes(hung: Any) -> None:
    it = hung(show_of(statement("a"), title=show_of().title, theme=PLAIN))

    def darkest() -> int:
        header = it.grab().copy(0, 0, SIZE.width() // 2, 80)
        points = ((x, y) for x in range(header.width()) for y in range(header.height()))
        return min(int(header.pixelColor(*point).lightness()) for point in points)

    dimmed = darkest()
    it.lobby.show.touched()
    assert darkest() < dimmed
