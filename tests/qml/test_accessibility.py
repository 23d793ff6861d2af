"""The audit of slides and states of the screen: all of the shipped show, some of the one that goes to the limits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.bridge import fonts
from kiosk.bridge.stage import Stage
from kiosk.content.markup import plain
from kiosk.content.model import Screen, Show
from kiosk.content.reader import Reading, read
from tests.bridge.shows import Lobby
from tests.bridge.staff import PIN, Staff, keep_pin
from tests.items import drawn
from tests.qml import audit

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "content.yaml"
TRANSLATIONS = ROOT / "resources" / "translations"
WORLD = ROOT / "tests" / "data" / "shows" / "world"

# A panel of 24 inches, the smallest on which the letters have their full size.
PANEL = Screen(width=531.4, height=298.9)
PIXELS_PER_MILLIMETRE = 1920 / 531.4

# Of the show that goes to the limits: so many slides of each kind.
SAMPLE = 2

Role = QAccessible.Role


class Hall:
    """A show on a stage without motion, with its clock at rest."""

    def __init__(self, bot: QtBot, reading: Reading, size: str = "1920x1080") -> None:
        assert reading.show
        self._bot = bot
        self._font = QGuiApplication.font()
        fonts.use_typeface(reading.show, reading.characters)
        self.content: Show = replace(reading.show, screen=PANEL, idle=60.0)
        self.lobby = Lobby(None)
        self.show: Any = self.lobby.show
        self.stage = Stage(self.show, QSize(*map(int, size.split("x"))), is_still=True)
        self.window = self.stage.window
        self.window.show()
        with bot.waitSignal(self.show.happened, check_params_cb=lambda event: event.event == "shown"):
            self.show.replace(self.content, "1")
        self.show.touched()

    def begin(self) -> None:
        """A fresh visit, whatever was before."""
        self.lobby.wait(1000)
        self.lobby.wait(1000)
        self.show.resume()
        self.show.touched()

    def go_to(self, position: int, language: int) -> None:
        """Show a slide in a language, and wait until it is on the screen."""
        self.show.chooseLanguage(language)
        self.show.goTo(position)
        page = self.content.slides[position].id, self.content.languages[language]
        self._bot.waitUntil(lambda: self.shown == page)
        self.settle()

    @property
    def shown(self) -> tuple[str | None, str | None]:
        """The slide that came to the screen last, and its language."""
        event = next(event for event in reversed(self.lobby.events) if event.event == "shown")
        return event.slide, event.language

    def settle(self) -> None:
        with self._bot.waitSignal(self.window.frameSwapped):
            self.window.update()

    def faults(self) -> list[str]:
        return [
            *audit.tree_faults(self.window),
            *audit.size_faults(self.window, PIXELS_PER_MILLIMETRE),
            *audit.contrast_faults(self.window),
        ]

    def names(self, *roles: QAccessible.Role) -> list[str]:
        return [node.name for node in audit.tree(self.window) if node.role in roles]

    def close(self) -> None:
        self.stage.close()
        QGuiApplication.setFont(self._font)


@pytest.fixture
def hall(qtbot: QtBot) -> Iterator[Callable[..., Hall]]:
    """Opens a show, and closes it."""
    opened: list[Hall] = []

    def open_one(path: Path = SHIPPED, size: str = "1920x1080") -> Hall:
        opened.append(Hall(qtbot, read(path), size))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


Open = Callable[..., Hall]


def sample(show: Show) -> Iterator[int]:
    """The first slides of each kind."""
    seen: dict[str, int] = {}
    for position, slide in enumerate(show.slides):
        seen[slide.kind] = seen.get(slide.kind, 0) + 1
        if seen[slide.kind] <= SAMPLE:
            yield position


@pytest.mark.layout
@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_every_shipped_slide(hall: Open, size: str) -> None:
    it = hall(SHIPPED, size)
    found = []
    for position, slide in enumerate(it.content.slides):
        for number, language in enumerate(it.content.languages):
            it.go_to(position, number)
            found += [f"{slide.id} ({language}): {fault}" for fault in it.faults()]
    assert not found, "\n".join(found)


@pytest.mark.layout
def test_slides_that_go_to_the_limits(hall: Open) -> None:
    it = hall(WORLD / "content.yaml")
    found = []
    for position in sample(it.content):
        for number, language in enumerate(it.content.languages):
            it.go_to(position, number)
            faults = [*audit.tree_faults(it.window), *audit.contrast_faults(it.window)]
            found += [f"{it.content.slides[position].id} ({language}): {fault}" for fault in faults]
    assert not found, "\n".join(found)


def opened(name: str) -> Callable[[Hall], None]:
    return lambda it: getattr(it.show, name)()


def warn(it: Hall) -> None:
    it.lobby.wait(1000)
    assert it.show.isWarning


STATES: dict[str, Callable[[Hall], None]] = {
    "visit": opened("touched"),
    "overview": opened("openOverview"),
    "search": opened("openSearch"),
    "hits": lambda it: (it.show.openSearch(), it.show.searchFor("mila"))[0],
    "comfort": opened("openComfort"),
    "picture": opened("openPicture"),
    "take-away": opened("openTakeAway"),
    "warning": warn,
    "cleaning": opened("clean"),
    "very large text": lambda it: it.show.chooseTextSize(2),
    "high contrast": lambda it: it.show.setHighContrast(True),
}


@pytest.mark.layout
@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_every_state(hall: Open, size: str) -> None:
    it = hall(SHIPPED, size)
    found = []
    for (state, enter), (number, language) in product(STATES.items(), enumerate(it.content.languages)):
        it.go_to(1, number)
        enter(it)
        it.settle()
        found += [f"{state} ({language}): {fault}" for fault in (*it.faults(), *foreign(it))]
        it.begin()
    assert not found, "\n".join(found)


@pytest.mark.layout
@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_the_staff_screen(hall: Open, qtbot: QtBot, state: Path, size: str) -> None:
    keep_pin(state / "pin.json")
    it = hall(SHIPPED, size)
    staff = Staff(it.lobby, read(ROOT / "tests" / "data" / "broken" / "texts-empty.yaml"))
    it.window.setProperty("staff", staff.model)
    found = []
    for number, language in enumerate(it.content.languages):
        it.go_to(1, number)
        staff.model.hold()
        staff.hold()
        it.settle()
        found += [f"pad ({language}): {fault}" for fault in (*it.faults(), *foreign(it))]
        for digit in PIN:
            staff.model.typeDigit(digit)
        staff.model.enter()
        qtbot.waitUntil(lambda: staff.stand == "open")
        it.settle()
        found += [f"staff ({language}): {fault}" for fault in (*it.faults(), *foreign(it))]
        staff.model.shut()
        it.begin()
    assert not found, "\n".join(found)


# What is named in the language of the screen; what asks or warns is in every language of the show.
OWN = audit.CONTROLS | {Role.Heading, Role.Dialog, Role.Grouping, Role.Graphic}


def foreign(it: Hall) -> Iterator[str]:
    """Names in the tree that are still English though the screen is not."""
    english = english_only(it.show.language)
    for node in audit.tree(it.window):
        if node.role in OWN and any(pattern.fullmatch(node.name) for pattern in english):
            yield f"'{node.name}' is not in the language of the screen"


def english_only(language: str) -> list[re.Pattern[str]]:
    """What the program says in English, and differently in a language."""
    if language == "en":
        return []
    messages = ElementTree.parse(TRANSLATIONS / f"kiosk_{language}.ts").iter("message")
    pairs = [(message.findtext("source", ""), message.findtext("translation", "")) for message in messages]
    assert pairs
    sources = [source for source, translation in pairs if translation and source != translation]
    return [re.compile(re.sub(r"%\d|\\{\w+\\}", ".*", re.escape(source))) for source in sources]


# What the tree says of single things


def test_figures_are_told_as_phrases(hall: Open) -> None:
    it = hall()
    position = next(number for number, slide in enumerate(it.content.slides) if slide.kind == "figures")
    it.go_to(position, 0)
    figure = it.content.slides[position].figures[0]  # type: ignore[attr-defined]
    label = plain(figure.label.in_language("fr"), "fr")
    assert [name for name in it.names(Role.StaticText) if name.endswith(label) and re.match(r"\D*\d", name)]


def test_headings_pictures_and_codes_have_their_roles(hall: Open) -> None:
    it = hall()
    roles = set()
    for position in range(len(it.content.slides)):
        it.go_to(position, 0)
        roles |= {node.role for node in audit.tree(it.window)}
        assert it.names(Role.Grouping)[0] == it.show.overview.title(position)
    assert {Role.Heading, Role.Graphic, Role.StaticText, Role.Button} <= roles


def test_a_toggle_says_whether_it_is_on(hall: Open) -> None:
    it = hall()
    it.show.openComfort()

    def states() -> dict[str, bool]:
        it.settle()
        return {node.name: node.is_checked for node in audit.tree(it.window) if node.is_checkable}

    before = states()
    assert len(before) >= 5 and not before["Contraste élevé"]
    it.show.setHighContrast(True)
    assert states() == before | {"Contraste élevé": True}


def test_nothing_under_a_panel_is_told_of(hall: Open) -> None:
    it = hall()
    it.go_to(0, 0)
    slide = it.names(Role.Heading, Role.StaticText)
    it.show.openComfort()
    it.settle()
    assert len(it.names(Role.Dialog)) == 1
    assert "Suivant" not in it.names(Role.Button) and not set(slide) & set(it.names(Role.Heading, Role.StaticText))


def test_the_question_is_told_alone(hall: Open) -> None:
    it = hall()
    warn(it)
    it.settle()
    assert it.names(Role.AlertMessage) and not it.names(Role.Button)


# Names and places


def test_controls_keep_their_place_from_slide_to_slide(hall: Open) -> None:
    it = hall()
    places: dict[str, set[tuple[float, float]]] = {}
    for position in range(len(it.content.slides)):
        it.go_to(position, 0)
        for node in audit.controls(it.window):
            if is_in_footer(node) and node.item is not None:
                box = audit.place(node.item)
                places.setdefault(node.name, set()).add((box.x(), box.y()))
    assert len(places) >= 6
    assert {name: len(found) for name, found in places.items()} == dict.fromkeys(places, 1)


def is_in_footer(node: audit.Node) -> bool:
    assert node.item is not None
    return any(audit.described(parent).startswith("Footer") for parent in audit.parents(node.item))


def test_a_name_holds_what_is_written_on_the_control(hall: Open) -> None:
    it = hall()
    for position, slide in enumerate(it.content.slides):
        it.go_to(position, position % 2)
        for node in audit.controls(it.window):
            assert node.item is not None
            written = [audit.words(each) for each in drawn(node.item) if each.inherits("QQuickText")]
            assert all(word.casefold() in node.name.casefold() for word in written), (slide.id, node.name, written)


# The audit itself

BAD = b"""
import QtQuick

Window {
    width: 400
    height: 400
    color: "#ffffff"
    visible: true

    Item { width: 100; height: 20; Accessible.role: Accessible.Button; Accessible.name: "Small" }
    Item { y: 50; width: 100; height: 100; Accessible.role: Accessible.Button }
    Item { width: 100; height: 100; Accessible.role: Accessible.Indicator; Accessible.name: "Odd" }
    Text { y: 160; text: "Untold"; font.pixelSize: 60 }
    Text { y: 230; text: "Tiny"; font.pixelSize: 12; Accessible.role: Accessible.StaticText; Accessible.name: text }
    Text {
        y: 250; text: "Pale"; color: "#c0c0c0"; font.pixelSize: 60
        Accessible.role: Accessible.StaticText; Accessible.name: text
    }
    Item {
        enabled: false
        Text { y: 370; text: "Covered"; Accessible.role: Accessible.StaticText; Accessible.name: text }
    }
}
"""


def test_the_audit_finds_what_is_wrong(qtbot: QtBot) -> None:
    engine = QQmlApplicationEngine()
    engine.loadData(BAD)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    with qtbot.waitExposed(window):
        window.show()
    told = "\n".join([*audit.tree_faults(window)])
    assert "of role Button has no name" in told
    assert "'Odd' has the role Indicator" in told
    assert "'Untold' is drawn but not told of" in told
    assert "'Covered' is told of though it is covered" in told
    assert len(told.splitlines()) == 4
    sizes = "\n".join(audit.size_faults(window, 4.0))
    assert "'Small' is 5.0 mm small" in sizes and "'Tiny' has capitals of" in sizes and len(sizes.splitlines()) == 2
    assert [*audit.contrast_faults(window)] == ["'Pale' has a contrast of 1.8"]
    window.close()
