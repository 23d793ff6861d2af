"""What an assistive program hears of the program and can do with it, and a visit by the five keys of a pad."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from tests.program.conftest import PATIENCE, Kiosk, Start, content, until
from tests.program.reader import CHECKABLE, CHECKED, PRESSED, Reader, ToldScreen, python_value

pytestmark = pytest.mark.program

# So many slides that there is something to search in.
SLIDES = ("alpha", "bravo", "charlie", "delta", *(f"slide-{number}" for number in range(5, 14)), "kilo")


@pytest.fixture
def folder(tmp_path: Path, idle: str) -> Path:
    """A content folder with many slides in three languages."""
    text = content(slides=SLIDES, idle=idle).replace("[fr, en]", "[fr, en, de]")
    (tmp_path / "content.yaml").write_text(text)
    return tmp_path


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Where the bus of a session listens, and the session's folder; it ends with what it started."""
    # Short: the address of a socket has some hundred letters at most.
    folder = tmp_path_factory.mktemp("bus")
    command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        yield daemon.stdout.readline().strip(), folder
        daemon.terminate()


@pytest.fixture
def told(session: tuple[str, Path], start: Start, qapp: object) -> Iterator[tuple[Kiosk, Reader]]:
    """The program in rotation on its first slide, and a reader of it."""
    with ToldScreen(*session) as screen:
        kiosk = start(screen=screen)
        kiosk.starts()
        command = ["gdbus", "call", "--address", session[0], "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus"]
        method = ["--method", "org.a11y.Bus.GetAddress"]
        answer = subprocess.run([*command, *method], capture_output=True, text=True, timeout=PATIENCE, check=True)
        reader = Reader(python_value(answer.stdout)[0])
        reader.find_program()
        yield kiosk, reader
        kiosk.stop()
        QDBusConnection.disconnectFromBus("reader")
        assert kiosk.errors == ""


@pytest.fixture
def visited(told: tuple[Kiosk, Reader]) -> tuple[Kiosk, Reader]:
    """The program in a visit, and a reader of it."""
    kiosk, _ = told
    kiosk.key("space")
    kiosk.wakes()
    return told


def test_all_is_told_of_in_the_language_of_the_screen(visited: tuple[Kiosk, Reader]) -> None:
    kiosk, reader = visited
    reader.named("Suivant")
    things = reader.things()
    roles = {thing.role for thing in things}
    assert {"frame", "panel", "push button", "heading", "label"} <= roles and "unknown" not in roles
    assert all(thing.name for thing in things if thing.role in ("push button", "heading", "label", "graphic"))
    reader.does(reader.named("Français"))
    reader.does(reader.named("English"))
    kiosk.events("language")
    kiosk.shows("alpha", language="en")
    reader.named("Next")
    assert not [thing for thing in reader.things() if thing.name == "Suivant"]


def test_controls_are_pressed_and_pages_announced(visited: tuple[Kiosk, Reader]) -> None:
    kiosk, reader = visited
    reader.does(reader.named("Suivant"))
    kiosk.shows("bravo")
    reader.hears("Bravo", 1)
    reader.named("Bravo", "panel")


def test_a_panel_covers_the_slide_and_says_what_is_on(visited: tuple[Kiosk, Reader]) -> None:
    _, reader = visited
    reader.does(reader.named("Confort de lecture"))
    contrast = reader.named("Contraste élevé", "check box")
    assert contrast.has(CHECKABLE) and not contrast.has(CHECKED)
    assert not [thing for thing in reader.things() if thing.name == "Suivant"]
    reader.does(contrast)
    until(lambda: reader.named("Contraste élevé", "check box").has(CHECKED), "high contrast being on")
    reader.does(reader.named("Fermer"))
    reader.named("Suivant")


@pytest.mark.parametrize("idle", ["10s"])
def test_the_question_is_announced_at_once(visited: tuple[Kiosk, Reader]) -> None:
    kiosk, reader = visited
    kiosk.events("idle-warning", seconds=10 + PATIENCE)
    reader.hears("Êtes-vous toujours là", 2)
    reader.named("Êtes-vous toujours là\u202f?", "alert message")
    assert not [thing for thing in reader.things() if thing.role == "push button"]


# Five keys


class Pad:
    """A visitor with arrows and Enter, who sees where the focus is."""

    def __init__(self, kiosk: Kiosk, reader: Reader) -> None:
        self.kiosk = kiosk
        self.reader = reader

    def press(self, key: str) -> str:
        """Press a key; the name of what has the focus then."""
        self.kiosk.key(key)
        return self.reader.focus

    def along(self, key: str) -> list[str]:
        """The names that an arrow leads along, to the end."""
        names = [self.reader.focus]
        while (name := self.press(key)) != names[-1]:
            names.append(name)
            assert len(names) < 20
        return names

    def go_to(self, name: str) -> None:
        """Steer towards what is seen, as anybody does."""
        refused: set[tuple[str, str]] = set()
        until(lambda: self.reader.focus, "something being in focus")
        goals = {thing.name: thing for thing in self.reader.things() if thing.role in PRESSED}
        assert name in goals, f"{name!r} is not among {[*goals]}"
        for _ in range(40):
            here = self.reader.focus
            if here == name:
                return
            (x, y), (goal_x, goal_y) = self.reader.place(), self.reader.place(goals[name].path)
            down = ("Down" if goal_y > y else "Up", abs(goal_y - y))
            aside = ("Right" if goal_x > x else "Left", abs(goal_x - x))
            keys = [key for key, way in (down, aside) if way > 10 and (here, key) not in refused]
            assert keys, f"no way from {here!r} to {name!r}"
            if self.press(keys[0]) == here:
                refused.add((here, keys[0]))
        raise AssertionError(f"{name!r} was not reached")

    def choose(self, name: str) -> None:
        self.go_to(name)
        self.kiosk.key("Return")


def test_five_keys_reach_and_use_everything(told: tuple[Kiosk, Reader]) -> None:
    kiosk, reader = told
    pad = Pad(kiosk, reader)
    kiosk.key("Down")
    kiosk.wakes()
    assert reader.focus == ""
    kiosk.key("Right")
    kiosk.shows("bravo")
    pad.press("Down")
    footer = {*pad.along("Left"), *pad.along("Right")}
    assert footer == {thing.name for thing in reader.things() if thing.role == "push button"}

    pad.choose("Suivant")
    kiosk.shows("charlie")
    pad.choose("Précédent")
    kiosk.shows("bravo")

    for name in ("Sommaire", "Recherche", "Français", "Confort de lecture", "À emporter"):
        pad.choose(name)
        reader.named("Fermer")
        pad.choose("Fermer")
        reader.named("Suivant")
        assert reader.focus == name

    pad.choose("Accueil")
    kiosk.shows("alpha")
    pad.choose("Sommaire")
    pad.choose("Diapositive 4, Delta")
    kiosk.shows("delta")
    pad.choose("Français")
    pad.choose("English")
    kiosk.events("language")
    kiosk.shows("delta", language="en")
    pad.choose("Comfort")
    pad.choose("High contrast")
    assert reader.named("High contrast", "check box").has(CHECKED)
    pad.choose("Close")
    pad.choose("Search")
    for letter in "kilo":
        pad.choose(letter)
    (hit,) = [thing.name for thing in reader.things() if "Kilo" in thing.name and thing.role == "push button"]
    pad.choose(hit)
    kiosk.shows("kilo", language="en")
    pad.choose("Resume slideshow")
    kiosk.shows("kilo", "rotation")
    assert reader.focus == ""
