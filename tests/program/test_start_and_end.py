"""How the program starts, what it says when it cannot, and how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo
from virtual_screen import VirtualScreen

from kiosk.bridge.calm_screen import GROUND
from kiosk.safety import showing
from kiosk.safety.state_folder import runtime_folder
from tests.program.conftest import PATIENCE, ROOT, Kiosk, Start, content, is_flat, only_the_name_is_left, until

pytestmark = pytest.mark.program

AT_ONCE = 3.0
"""Seconds from being asked to stop to the end, at most."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_when_the_system_asks(kiosk: Kiosk, number: signal.Signals) -> None:
    kiosk.process.send_signal(number)
    assert kiosk.ends(AT_ONCE) == 0
    assert '"event": "stopped"' in (kiosk.folder / "play.jsonl").read_text().splitlines()[-1]


def test_it_ends_after_the_time_it_was_given(start: Start) -> None:
    kiosk = start("--exit-after", "3s")
    kiosk.starts()
    kiosk.events("stopped")
    assert kiosk.ends() == 0


@pytest.mark.parametrize("backend", ["software", "rhi"])
def test_when_the_display_server_goes_the_supervisor_is_told(
    backend: str, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QUICK_BACKEND", backend)
    with VirtualScreen(800, 600) as other:
        kiosk = start(screen=other)
        kiosk.starts()
    assert kiosk.ends() == 3


def run(*options: str, **environment: str) -> tuple[int, str]:
    """Run the program without a display of its own to its end: the exit status, and what it said."""
    ours = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    ours.pop("QT_QPA_PLATFORM")
    command = [sys.executable, str(ROOT / "main.py"), "run", *options]
    ended = subprocess.run(
        command, env=ours | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=PATIENCE
    )
    assert "Traceback" not in ended.stdout
    return ended.returncode, ended.stdout


def test_without_a_display_it_says_so(folder: Path) -> None:
    status, said = run(str(folder))
    assert status == 3
    assert said.startswith("there is no display to show on")


@pytest.mark.parametrize(
    "environment", [{"DISPLAY": ":9999"}, {"WAYLAND_DISPLAY": "nobody"}], ids=lambda each: str(*each)
)
def test_a_display_that_does_not_answer_is_no_crash(folder: Path, environment: dict[str, str]) -> None:
    status, said = run(str(folder), **environment)
    assert status == 3
    assert "could not" in said


def test_a_library_that_the_display_needs_is_named(screen: VirtualScreen, folder: Path, tmp_path: Path) -> None:
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PrefixPath))
    (tmp_path / "qt" / "plugins" / "platforms").mkdir(parents=True)
    (tmp_path / "qt" / "lib").symlink_to(qt / "lib")
    linked = (qt / "plugins" / "platforms" / "libqxcb.so").read_bytes()
    lacking = linked.replace(b"\0libxcb-cursor.so.0\0", b"\0libxcb-cursxx.so.0\0")
    (tmp_path / "qt" / "plugins" / "platforms" / "libqxcb.so").write_bytes(lacking)
    # Fullscreen, no plugins of anybody else's are taken.
    plugins = str(tmp_path / "qt" / "plugins")
    status, said = run(str(folder), "--windowed", **screen.environment, QT_PLUGIN_PATH=plugins)
    assert (status, len(said.splitlines())) == (3, 1), said
    assert said.startswith("the system library libxcb-cursxx.so.0 is missing: the Debian package lobby-kiosk brings it")


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (["--language", "de"], 2, "--language: 'de' is not one of the show's languages: fr, en"),
        (["--start", "brave"], 2, "--start: there is no slide 'brave'; did you mean 'bravo'?"),
        (["--screen", "7"], 3, "there is no screen '7'; there are: 0 ("),
        (["--screen", "HDMI-1"], 3, "there is no screen 'HDMI-1'"),
        (["--play-log", "/nowhere/play.jsonl"], 2, "/nowhere/play.jsonl: cannot be written"),
        (["--rotate", "45"], 2, "--rotate"),
        (["--exit-after", "soon"], 2, "--exit-after"),
        (["--no-such-option"], 2, "--no-such-option"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said(
    screen: VirtualScreen, folder: Path, options: list[str], status: int, words: str
) -> None:
    ended, said = run(str(folder), *options, **screen.environment)
    assert (ended, len(said.strip().splitlines())) == (status, 1), said
    assert words in said


def test_it_starts_where_it_is_told(start: Start) -> None:
    kiosk = start("--start", "charlie", "--language", "en")
    kiosk.events("started")
    kiosk.shows("charlie", "rotation", "en")


def test_good_slides_are_shown_beside_a_broken_one(folder: Path, start: Start) -> None:
    (folder / "content.yaml").write_text(content().replace("kind: statement, id: bravo", "kind: statment, id: bravo"))
    kiosk = start()
    kiosk.starts()
    kiosk.tells("content.yaml:8:")
    kiosk.key("Right")
    kiosk.wakes()
    kiosk.key("Right")
    kiosk.shows("charlie")
    assert kiosk.stop() == 1


@pytest.mark.parametrize("broken", ["slides: [", "", "\x00" * 4096], ids=["unfinished", "empty", "nonsense"])
def test_with_nothing_right_to_show_it_shows_what_comes_with_it(folder: Path, start: Start, broken: str) -> None:
    (folder / "content.yaml").write_text(broken)
    kiosk = start()
    kiosk.tells("content.yaml:1:")
    kiosk.tells("it has errors; the screen shows the content that comes with the program")
    kiosk.events("rejected", "started", "shown")
    (folder / "content.yaml").write_text(content())
    kiosk.events("reloaded")
    kiosk.shows("alpha", "rotation")
    kiosk.sees("#0000c0")
    assert kiosk.stop() == 0


def test_without_a_content_file_it_shows_what_comes_with_it(folder: Path, start: Start) -> None:
    (folder / "content.yaml").unlink()
    kiosk = start()
    kiosk.tells("content.yaml")
    kiosk.events("rejected", "started", "shown")
    assert kiosk.stop() == 1


def test_the_name_is_that_of_the_content_where_nothing_was_ever_shown(folder: Path, start: Start) -> None:
    only_the_name_is_left(folder)
    runtime = runtime_folder()
    assert runtime
    (runtime / showing.FILE).unlink()
    kiosk = start()
    kiosk.sees(GROUND.name(), (10, 10))
    until(lambda: not is_flat(kiosk.screen.grab()), "the name")
