"""The search: what the query finds, what is typed, and that nothing of it outlives the visit."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bridge import fonts
from kiosk.bridge.stage import Stage
from kiosk.content.model import Figure, FiguresSlide, Show
from kiosk.content.reader import read
from kiosk.show.state import LONGEST_QUERY
from tests.bridge.shows import ABC, Lobby, section, show_of, statement, text
from tests.items import below, class_name, drawn

pytestmark = pytest.mark.usefixtures("qapp")

WORLD = Path(__file__).resolve().parents[1] / "data" / "shows" / "world" / "content.yaml"
SHIPPED = Path(__file__).resolve().parents[2] / "content.yaml"

FIGURES = FiguresSlide(
    id="figures", heading=text("Visites"), figures=(Figure(value=Decimal(15000), label=text("personnes")),)
)
HOUSE = show_of(
    section("music", "Musique"),
    statement("piano", "Un piano & un <violon> pour l’été"),
    FIGURES,
    section("dance", "Danse"),
    statement("floor", "La musique de la salle"),
    languages=("fr", "en"),
)


def lobby_searching(query: str = "", show: Show = HOUSE) -> Lobby:
    it = Lobby(show)
    it.show.openSearch()
    it.show.searchFor(query)
    return it


def rows(it: Lobby) -> list[dict[str, Any]]:
    model = it.show.search.hits
    names = model.roleNames()
    return [
        {bytes(name.data()).decode(): model.data(model.index(row, 0), role) for role, name in names.items()}
        for row in range(model.rowCount())
    ]


def positions(it: Lobby) -> list[int]:
    return [row["position"] for row in rows(it)]


@pytest.mark.parametrize(
    ("search", "slides", "has"),
    [(None, 12, False), (None, 13, True), (True, 1, True), (False, 13, False)],
)
def test_a_large_show_has_a_search_unless_its_editor_says_otherwise(
    search: bool | None, slides: int, has: bool
) -> None:
    it = Lobby(show_of(*(statement(f"s{number}") for number in range(slides)), search=search))
    assert it.show.hasSearch is has


def test_results_follow_every_letter() -> None:
    it = lobby_searching()
    found = []
    for letter in "musi":
        it.show.typed(letter)
        found.append(positions(it))
    assert found[-1] == [0, 4]
    assert it.show.search.total == 2
    it.show.typed("x")
    assert (positions(it), it.show.search.total, list(it.show.search.suggestions)) == ([], 0, ["Musique"])
    it.show.erase()
    assert positions(it) == [0, 4]
    it.show.searchFor("")
    assert positions(it) == []


def test_a_result_says_where_it_is_and_marks_what_was_looked_for() -> None:
    (row,) = rows(lobby_searching("violon ete"))
    assert row == {
        "position": 1,
        "place": "2 · Musique",
        "name": "Un piano & un <violon> pour l’été, 2 · Musique",
        "title": "Un piano &amp; un &lt;<b>violon</b>&gt; pour l’<b>été</b>",
        "snippet": "",
    }


def test_the_page_that_opens_a_section_does_not_name_it_twice() -> None:
    assert [row["place"] for row in rows(lobby_searching("danse"))] == ["4"]


@pytest.mark.parametrize("query", ["15000", "15 000", "15\u202f000"])
def test_numbers_are_found_as_they_are_shown(query: str) -> None:
    it = lobby_searching(query)
    assert positions(it) == [2]
    assert rows(it)[0]["snippet"] == "<b>15\u202f000</b> personnes"


def test_results_follow_the_language_and_the_content() -> None:
    slides = (statement("a"), statement("b"))
    it = lobby_searching("word", show_of(*slides))
    assert positions(it) == [0, 1]
    it.show.replace(show_of(*slides, statement("c")), "2")
    assert positions(it) == [0, 1, 2]
    it = lobby_searching("sea", show_of(section("a"), languages=("fr", "en")))
    it.show.replace(show_of(section("a", "Mer"), languages=("fr", "en")), "2")
    assert positions(it) == []


def test_going_to_a_result_closes_the_search_and_keeps_the_query() -> None:
    it = lobby_searching("salle")
    it.show.goTo(4)
    assert (it.slide, it.show.panel) == ("floor", "")
    it.show.openSearch()
    assert (it.show.query, positions(it)) == ("salle", [4])


def test_nothing_of_a_search_outlives_the_visit() -> None:
    it = lobby_searching("violon")
    it.wait(60)
    assert it.show.isWarning
    it.wait(30)
    assert (it.show.query, it.show.search.total, positions(it)) == ("", 0, [])
    it.show.openSearch()
    assert (it.show.query, it.show.search.total) == ("", 0)
    assert not any("violon" in repr(event) for event in it.events)


def test_the_log_never_hears_of_a_query(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(0):
        it = lobby_searching("violon")
        it.show.goTo(1)
    assert "violon" not in caplog.text + repr(it.events)


def test_keys_type_while_the_search_is_open() -> None:
    it = Lobby(HOUSE)
    it.show.touched()
    assert not it.show.typed("m")
    it.show.openSearch()
    assert it.show.typed("m")
    assert it.show.typed("É")
    assert it.show.query == "mÉ"
    assert it.show.typed("\b")
    assert it.show.query == "m"
    assert not it.show.typed("\r")
    assert not it.show.typed("")
    assert it.show.typed("\b")
    assert it.show.typed("\b")
    assert it.show.query == ""
    assert not it.show.typed(" ")


def test_a_query_is_no_longer_than_its_line() -> None:
    it = lobby_searching()
    for _ in range(LONGEST_QUERY + 5):
        it.show.typed("x")
    assert it.show.query == "x" * LONGEST_QUERY


def test_the_key_that_keeps_the_visit_types_nothing() -> None:
    it = lobby_searching("mus")
    it.wait(60)
    assert not it.show.typed("i")
    it.show.pressed(Qt.Key.Key_I)
    assert (it.show.isWarning, it.show.query, it.show.panel) == (False, "mus", "search")


def test_enter_goes_to_the_first_result_and_escape_closes() -> None:
    it = lobby_searching("danse")
    assert it.show.pressed(Qt.Key.Key_Return)
    assert (it.slide, it.show.panel) == ("dance", "")
    it = lobby_searching("xyzzy")
    assert it.show.pressed(Qt.Key.Key_Return)
    assert (it.slide, it.show.panel) == ("music", "search")
    it.show.pressed(Qt.Key.Key_Escape)
    assert (it.show.isVisit, it.show.panel) == (True, "")


def test_layouts_for_qml() -> None:
    it = Lobby(ABC)
    first, *_ = it.show.search.layouts("fr", 10, 5)
    assert first["name"] == "AZERTY"
    assert first["rows"][1] == "azertyuiop"


# On the stage


def word(source: str) -> str:
    """What a key is called in the language on the screen."""
    return QCoreApplication.translate("Keyboard", source)


class Desk:
    """The search open on a stage without motion, and a finger."""

    def __init__(self, bot: QtBot, device: QPointingDevice, show: Show, size: str, language: int = 0) -> None:
        self.lobby = Lobby(show)
        self._bot = bot
        self._device = device
        self._stage = Stage(self.lobby.show, QSize(*map(int, size.split("x"))), is_still=True)
        self.window = self._stage.window
        with bot.waitExposed(self.window):
            self.window.show()
        self.lobby.show.touched()
        self.lobby.show.chooseLanguage(language)
        self.lobby.show.openSearch()

    @property
    def panel(self) -> QQuickItem:
        return next(item for item in below(self.window.contentItem()) if is_a(item, "Search"))

    def controls(self) -> list[QQuickItem]:
        return [item for item in drawn(self.panel) if item.property("isPressed") is not None and item.isEnabled()]

    def letters(self) -> list[QQuickItem]:
        keyboard = next(item for item in drawn(self.panel) if is_a(item, "Keyboard"))
        return [item for item in drawn(keyboard) if item.property("isPressed") is not None and item.isEnabled()]

    def tap(self, name: str) -> None:
        self._bot.waitUntil(lambda: any(self.named(name)))
        self.draw()
        item = self.named(name)[0]
        point = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        touch: Any = QTest.touchEvent(self.window, self._device)
        touch.press(0, point, self.window).commit()
        touch = QTest.touchEvent(self.window, self._device)
        touch.release(0, point, self.window).commit()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window, key)

    def draw(self) -> None:
        with self._bot.waitSignal(self.window.frameSwapped):
            self.window.update()

    def named(self, name: str) -> list[QQuickItem]:
        return [item for item in self.controls() if item.property("name") == name]

    def close(self) -> None:
        self._stage.close()


def is_a(item: QQuickItem, name: str) -> bool:
    return class_name(item).startswith(f"{name}_QMLTYPE")


@pytest.fixture(scope="module")
def device(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def desks(qtbot: QtBot, device: QPointingDevice) -> Iterator[Any]:
    """Opens searches, and closes each."""
    opened: list[Desk] = []
    font = QGuiApplication.font()

    def open_one(show: Show, size: str, language: int = 0) -> Desk:
        fonts.use_typeface(show)
        opened.append(Desk(qtbot, device, show, size, language))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
    QGuiApplication.setFont(font)


def shipped(path: Path) -> Show:
    show = read(path).show
    assert show is not None
    return show


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_a_visitor_types_sees_a_result_and_goes_there(desks: Any, size: str) -> None:
    it = desks(shipped(SHIPPED), size)
    for letter in "mtl":
        it.tap(letter)
    assert it.lobby.show.query == "mtl"
    it.tap(word("Erase"))
    assert it.lobby.show.query == "mt"
    it.tap(word("Clear"))
    assert it.lobby.show.query == ""
    for letter in "ecoles":
        it.tap(letter)
    row = rows(it.lobby)[0]
    it.tap(row["name"])
    assert it.lobby.show.panel == ""
    assert it.lobby.slide == shipped(SHIPPED).slides[row["position"]].id


def test_a_suggestion_is_a_tap_away(desks: Any) -> None:
    it = desks(HOUSE, "1920x1080")
    it.lobby.show.searchFor("vioolon")
    it.tap("violon")
    assert positions(it.lobby) == [1]


def test_the_layout_key_changes_the_letters(desks: Any) -> None:
    it = desks(HOUSE, "1920x1080")
    assert [key.property("name") for key in it.letters()[10:16]] == list("azerty")
    it.tap(word("Letters: %1").replace("%1", "QWERTY"))
    assert [key.property("name") for key in it.letters()[10:16]] == list("qwerty")
    it.tap(word("Letters: %1").replace("%1", "ABC"))
    it.tap(word("Letters: %1").replace("%1", "AZERTY"))
    assert [key.property("name") for key in it.letters()[10:16]] == list("azerty")


def test_more_results_than_fit_are_a_tap_away(desks: Any) -> None:
    it = desks(shipped(SHIPPED), "1920x1080")
    it.lobby.show.searchFor("de")
    names = [row["name"] for row in rows(it.lobby)]
    reached = set()
    for _ in names:
        reached |= {control.property("name") for control in it.controls()} & set(names)
        it.tap(QCoreApplication.translate("Search", "More"))
    assert reached == set(names)
    for _ in names:
        it.tap(QCoreApplication.translate("Search", "Back"))
    it.tap(names[0])
    assert it.lobby.show.panel == ""


def test_keys_alone_type_and_choose(desks: Any) -> None:
    it = desks(HOUSE, "1920x1080")
    it.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert it.lobby.show.query == "a"
    it.press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Enter)
    assert it.lobby.show.query == "as"
    it.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_S, Qt.Key.Key_A, Qt.Key.Key_L)
    assert it.lobby.show.query == "sal"
    it.press(Qt.Key.Key_Return)
    assert (it.lobby.slide, it.lobby.show.panel) == ("floor", "")


def test_keys_reach_the_results(desks: Any) -> None:
    it = desks(HOUSE, "1080x1920")
    it.lobby.show.searchFor("musique")
    it.draw()
    it.press(Qt.Key.Key_Home, *[Qt.Key.Key_Up] * 3)
    assert it.window.activeFocusItem().property("name") == rows(it.lobby)[0]["name"]
    it.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert it.lobby.slide == "floor"


def test_a_language_without_a_layout_of_its_own_has_the_letters_of_its_show(desks: Any) -> None:
    it = desks(show_of(statement("sea", "Η θάλασσα"), languages=("el",)), "1080x1920")
    for letter in "θαλ":
        it.tap(letter)
    assert positions(it.lobby) == [0]


# Text size, whether the contrast is high, and whether something is looked for that is there, that is not, or nothing.
LOOKS = [(0, False, "{}"), (1, True, ""), (2, False, "{}"), (2, True, "zzzzzz")]
SHOWS = [(SHIPPED, 0, "recherche"), (SHIPPED, 1, "research"), (WORLD, 1, "schiff"), (WORLD, 2, "بحر"), (WORLD, 3, "海")]
STAGES = [(*show, size) for show, size in product(SHOWS, ["1920x1080", "1080x1920"])]
STAGES += [(*SHOWS[2], "1280x1024"), (*SHOWS[4], "1280x1024"), (*SHOWS[0], "1080x900")]


@pytest.mark.layout
@pytest.mark.parametrize(("file", "language", "query", "size"), STAGES)
def test_keys_are_targets_and_nothing_is_cut(desks: Any, file: Path, language: int, query: str, size: str) -> None:
    it = desks(shipped(file), size, language)
    width, height = map(int, size.split("x"))
    target = round(0.09 * min(width, height, (width * height) ** 0.5 * 0.75))
    for text_size, is_high_contrast, looked_for in LOOKS:
        words = looked_for.format(query)
        it.lobby.show.chooseTextSize(text_size)
        it.lobby.show.setHighContrast(is_high_contrast)
        it.lobby.show.searchFor(words)
        it.draw()
        where = f"{size}, '{words}', text size {text_size}"
        assert it.lobby.show.search.total > 0 or words != query, where
        assert len(it.letters()) > 25
        for key in it.letters():
            assert min(key.width(), key.height()) >= target, where
            place = key.mapRectToItem(it.panel, key.boundingRect())
            assert it.panel.boundingRect().adjusted(-1, -1, 1, 1).contains(place), where
        for item in drawn(it.panel):
            if item.inherits("QQuickText") and item.property("text"):
                assert not item.property("truncated"), f"{where}: {item.property('text')}"
                assert item.property("contentWidth") <= item.width() + 2, f"{where}: {item.property('text')}"
