"""The program on a virtual screen, with hands to touch it and eyes to see it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from virtual_screen import VirtualScreen

from kiosk import __version__
from kiosk.content.reader import read
from kiosk.safety import ladder, showing
from kiosk.safety.ladder import boot_id
from kiosk.safety.state_folder import runtime_folder, state_folder

pytest.register_assert_rewrite("tests.program.windows")

ROOT = Path(__file__).resolve().parents[2]
MAIN = str(ROOT / "main.py")
PATIENCE = 20.0
"""Seconds that anything may take here, on a machine with much else to do."""

SLIDES = ("alpha", "bravo", "charlie", "delta")

# The middle of each control on a screen of 1920x1080.
HOME, SECTIONS, PREVIOUS, NEXT, LANGUAGE, RESUME = (
    (135, 1004),
    (254, 1004),
    (825, 1004),
    (1095, 1004),
    (1520, 1004),
    (1785, 1004),
)
SECOND_INVITATION = (1700, 1004)
# A slide in the overview.
THIRD_SLIDE = (290, 720)
CLOSE = (1785, 1004)
# Where no slide of ours has anything but its ground.
NOWHERE = (1200, 500)


def content(
    title: str = "Lantern House",
    ground: str = "#ffffff",
    duration: str = "5m",
    idle: str = "5m",
    slides: tuple[str, ...] = SLIDES,
) -> str:
    """Title slides on blue and statements on white in turn."""
    lines = [
        "version: 1",
        f"title: {title}",
        "languages: [fr, en]",
        f"idle: {idle}",
        f'theme: {{ground: "{ground}", ink: "#000000", accent: "#0000c0"}}',
        "slides:",
    ]
    for number, name in enumerate(slides):
        kind, key = ("statement", "text") if number % 2 else ("section", "title")
        lines.append(f"  - {{kind: {kind}, id: {name}, {key}: {name.title()}, duration: {duration}}}")
    return "\n".join(lines) + "\n"


def until(is_so: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """What `is_so` answers as soon as that is something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := is_so():
            return answer
        time.sleep(0.01)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


def only_the_name_is_left(folder: Path, screen: str | None = None) -> None:
    """Have the next show of a folder's content, on a screen, be the name alone: all before it have failed."""
    now, boot = time.monotonic(), boot_id()
    end = ladder.Run(now, __version__, read(folder / "content.yaml").revision, ladder.Rung.SHIPPED, ended=now)
    runtime, state = runtime_folder(screen), state_folder(screen)
    assert runtime and state
    (state / ladder.FILE).write_text(json.dumps(asdict(ladder.History(boot, ends=4 * (end,)))))
    showing.write(runtime, showing.Showing(boot, title="Lantern House", ground="#0000c0", ink="#ffffff"))


def from_source(folder: Path, *program: str) -> list[str]:
    """The command that starts a program on the content of a folder, its play log beside it."""
    return [sys.executable, *program, str(folder), "--play-log", str(folder / "play.jsonl")]


class Kiosk:
    """The running program, its play log, and a visitor in front of it.

    `command` starts it, with `environment` beside that of its screen; what it tells is found in play.jsonl in `folder`.
    """

    def __init__(self, screen: VirtualScreen, folder: Path, command: Sequence[str], **environment: str) -> None:
        self.screen = screen
        self.folder = folder
        self._errors = folder / "errors.txt"
        play_log = folder / "play.jsonl"
        play_log.touch()
        environment = screen.environment | environment
        with self._errors.open("wb") as errors:
            self.process = subprocess.Popen(command, env=environment, stdout=errors, stderr=errors)
        self._play_log = play_log.open(encoding="utf-8")

    # What it tells

    def event(self, seconds: float = PATIENCE) -> dict[str, Any]:
        """The next line of the play log."""
        line = until(self._play_log.readline, f"the next event; {self.errors}", seconds)
        told: dict[str, Any] = json.loads(line)
        return told

    def events(self, *names: str, seconds: float = PATIENCE) -> list[dict[str, Any]]:
        """The next events, which must be these."""
        told = [self.event(seconds) for _ in names]
        assert [each["event"] for each in told] == list(names)
        return told

    def shows(self, slide: str, mode: str = "visit", language: str = "fr") -> None:
        """The next event must be that this is shown."""
        (told,) = self.events("shown")
        assert (told["slide"], told["mode"], told["language"]) == (slide, mode, language)

    def forget(self) -> None:
        """What it told until now."""
        while self._play_log.readline():
            pass

    def starts(self) -> None:
        self.events("started")
        self.shows("alpha", "rotation")

    def wakes(self, slide: str = "alpha") -> None:
        """The next events must be that a visit begins on the slide that shows."""
        (told,) = self.events("touched")
        assert told["slide"] == slide
        self.shows(slide)

    @property
    def errors(self) -> str:
        """All it printed."""
        return self._errors.read_text("utf-8")

    def tells(self, words: str) -> None:
        until(lambda: words in self.errors, f"{words!r} in {self.errors!r}")

    # Hands

    def hands(self, *actions: str) -> None:
        """What xdotool calls them: key Right, mousemove 5 5 click 1."""
        words = [word for action in actions for word in action.split()]
        subprocess.run(["xdotool", *words], env=self.screen.environment, check=True, timeout=PATIENCE)

    def reads_bravo_in_english(self) -> None:
        """The visitor wakes the screen, turns to the second slide and changes the language."""
        self.tap(NOWHERE)
        self.wakes()
        self.tap(NEXT)
        self.shows("bravo")
        self.tap(LANGUAGE)
        self.events("language")
        self.shows("bravo", language="en")

    def tap(self, point: tuple[int, int]) -> None:
        self.hands(f"mousemove {point[0]} {point[1]} click 1")

    def key(self, name: str) -> None:
        self.hands(f"key {name}")

    def drag(self, *points: tuple[int, int]) -> None:
        (x, y), *way = points
        self.hands(f"mousemove {x} {y} mousedown 1", *(f"mousemove {x} {y} sleep 0.05" for x, y in way), "mouseup 1")

    # Eyes

    def colour(self, point: tuple[int, int]) -> str:
        return str(self.screen.grab().pixelColor(*point).name())

    def sees(self, colour: str, point: tuple[int, int] = NOWHERE) -> None:
        until(lambda: self.colour(point) == colour, f"{colour} at {point}")

    def sees_at(self, point: tuple[int, int], *, is_control: bool) -> None:
        """A control, or nothing, is at a point."""
        until(lambda: is_drawn(self.screen.grab(), point) is is_control, f"{is_control=} at {point}")

    # The end

    def stop(self) -> int:
        """Ask it to end, as a supervisor would; the exit status."""
        self.process.terminate()
        return self.ends()

    def ends(self, seconds: float = PATIENCE) -> int:
        status = self.process.wait(seconds)
        self._play_log.close()
        return status


def is_drawn(picture: QImage, point: tuple[int, int], around: int = 30) -> bool:
    """Whether anything is drawn in a square around a point."""
    x, y = point
    return not is_flat(picture.copy(x - around, y - around, 2 * around, 2 * around))


def is_flat(picture: QImage) -> bool:
    """Whether a picture is of one colour."""
    flat = QImage(picture.size(), picture.format())
    flat.fill(QColor(picture.pixel(0, 0)))
    return picture == flat


Start = Callable[..., Kiosk]


@pytest.fixture
def idle() -> str:
    """After how long the screen asks whether anybody is there: longer than any test, on a machine with much to do."""
    return "5m"


@pytest.fixture
def folder(tmp_path: Path, idle: str) -> Path:
    """A content folder whose slides stay."""
    (tmp_path / "content.yaml").write_text(content(idle=idle))
    return tmp_path


@pytest.fixture
def start(screen: VirtualScreen, folder: Path) -> Iterator[Start]:
    """Starts the program on the content of `folder`; what still runs at the end is stopped and must end well."""
    started: list[Kiosk] = []

    def start_one(*options: str, screen: VirtualScreen = screen, under: Sequence[str] = ()) -> Kiosk:
        started.append(Kiosk(screen, folder, [*under, *from_source(folder, MAIN, "run"), *options]))
        return started[-1]

    yield start_one
    for kiosk in started:
        try:
            status = kiosk.stop() if kiosk.process.poll() is None else 0
        finally:
            kiosk.process.kill()
        assert "Traceback" not in kiosk.errors
        assert status == 0, kiosk.errors


@pytest.fixture
def kiosk(start: Start) -> Iterator[Kiosk]:
    """The program in rotation on its first slide; at the end it has had nothing to complain about."""
    kiosk = start()
    kiosk.starts()
    yield kiosk
    kiosk.stop()
    assert kiosk.errors == ""
