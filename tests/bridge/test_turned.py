"""A screen that hangs turned: the picture is turned, and whoever stands before it touches what they see."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.content.model import Show
from tests.bridge.shows import show_of, statement
from tests.bridge.test_picture_view import view, with_picture
from tests.bridge.theatre import HEIGHT, WIDTH, Theatre
from tests.items import below, class_name

Open = Callable[..., Theatre]

SHOW = show_of(with_picture(), statement("b"), statement("c"), languages=("en",))

TURNS = [0, 90, 180, 270]

# Parts of the width. Slowly at the end, so that the finger is at rest when it leaves.
FAR = (-0.02, -0.2, -0.416, -0.418, -0.419, -0.42)


class Turned:
    """A theatre turned clockwise, touched at points as people before it see them."""

    def __init__(self, open_one: Open, turn: int, show: Show = SHOW) -> None:
        self.it = open_one(show, turn=turn)
        self.turn = turn
        self.width, self.height = (HEIGHT, WIDTH) if turn % 180 else (WIDTH, HEIGHT)

    def on_glass(self, x: float, y: float) -> QPoint:
        """Where on the panel a point is that people see."""
        found = {0: (x, y), 90: (WIDTH - y, x), 180: (WIDTH - x, HEIGHT - y), 270: (y, HEIGHT - x)}[self.turn]
        return QPointF(*found).toPoint()

    def seen(self, item: QQuickItem) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of an item, as people see it."""
        corners = [item.mapToScene(QPointF(x, y)) for x in (0, item.width()) for y in (0, item.height())]
        back = {
            0: lambda p: (p.x(), p.y()),
            90: lambda p: (p.y(), WIDTH - p.x()),
            180: lambda p: (WIDTH - p.x(), HEIGHT - p.y()),
            270: lambda p: (HEIGHT - p.y(), p.x()),
        }[self.turn]
        across, down = zip(*map(back, corners), strict=True)
        return min(across), min(down), max(across), max(down)

    def drag(self, *distances: float) -> None:
        x, y = self.width / 2, self.height / 2
        self.it.press(self.on_glass(x, y))
        for distance in distances:
            self.it.move(self.on_glass(x + distance * self.width, y))
        self.it.release(self.on_glass(x + distances[-1] * self.width, y))


@pytest.fixture(params=TURNS)
def turned(request: pytest.FixtureRequest, theatre: Open) -> Turned:
    return Turned(theatre, request.param)


@pytest.mark.parametrize(("way", "slide"), [(1, "b"), (-1, "c")])
def test_a_swipe_turns_to_where_the_finger_goes(turned: Turned, way: int, slide: str) -> None:
    turned.drag(*(way * distance for distance in FAR))
    assert turned.it.lobby.slide == slide


def test_a_control_is_where_it_is_seen(turned: Turned) -> None:
    it = turned.it
    it.tap(turned.on_glass(100, 100))
    assert it.echo == turned.on_glass(100, 100)
    left, top, right, bottom = turned.seen(it.control_named("Next"))
    # Below, on the right of the middle.
    assert turned.width / 2 < left < right <= turned.width
    assert turned.height - 300 < top < bottom <= turned.height
    it.tap(turned.on_glass((left + right) / 2, (top + bottom) / 2))
    assert it.lobby.slide == "b"


def test_all_of_the_screen_is_filled_and_what_opens_lies_on_all_of_it(turned: Turned, qtbot: QtBot) -> None:
    it = turned.it
    it.tap(turned.on_glass(100, 100))
    it.lobby.show.openOverview()
    names = ("Stage", "Deck", "Overview")

    def found() -> dict[str, QQuickItem]:
        items = below(it.window.contentItem())
        return {name: item for item in items for name in names if class_name(item).startswith(f"{name}_QML")}

    qtbot.waitUntil(lambda: len(found()) == len(names))
    for item in found().values():
        assert turned.seen(item) == (0, 0, turned.width, turned.height)


def test_a_picture_follows_the_finger(turned: Turned, qtbot: QtBot) -> None:
    it = turned.it
    it.tap(turned.on_glass(100, 100))
    it.tap(it.control("Enlarge picture"))
    qtbot.waitUntil(lambda: view(it).property("isOpen"))
    assert turned.seen(view(it)) == (0, 0, turned.width, turned.height)
    it.tap(it.control("Zoom in"))
    it.tap(it.control("Zoom in"))
    before = view(it).property("pan")
    turned.drag(-0.01, -0.03, -0.1, -0.1)
    after = view(it).property("pan")
    assert after.x() < before.x()
    assert after.y() == before.y()


def test_a_list_scrolls_up_and_down(theatre: Open, qtbot: QtBot) -> None:
    show = show_of(*(statement(f"s{number}") for number in range(60)), languages=("en",))
    turned = Turned(theatre, 90, show)
    it = turned.it
    it.tap(turned.on_glass(100, 100))
    it.lobby.show.openOverview()

    def lists() -> list[QQuickItem]:
        items = below(it.window.contentItem())
        return [item for item in items if (item.property("contentHeight") or 0) > 1.5 * item.height() > 0]

    qtbot.waitUntil(lambda: bool(lists()))
    (found,) = lists()
    x, y = turned.width / 2, turned.height / 2
    it.press(turned.on_glass(x, y))
    for way in (-50, -150, -300, -400):
        it.move(turned.on_glass(x, y + way))
    assert found.property("contentY") > 200
    it.release(turned.on_glass(x, y - 400))
