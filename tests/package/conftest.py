"""What `make package` has built, on bare Debian systems."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from virtual_screen import VirtualScreen

from kiosk import __version__
from tests.package import roots
from tests.package.roots import Root
from tests.program.conftest import ROOT, Kiosk

DIST = ROOT / "dist"
BUNDLE = next(DIST.glob(f"kiosk-{__version__}-linux-*/kiosk"), DIST / "kiosk").parent
PACKAGE = next(DIST.glob(f"lobby-kiosk_{__version__}_*.deb"), DIST / "lobby-kiosk.deb")

RELEASES = ("bookworm", "trixie")

PLACE = "/opt/Kiosk d’accueil é"
"""Where the program lies in the bare systems, read-only."""

EXECUTABLE = f"{PLACE}/kiosk"
STATE = "/var/lib/kiosk"
"""The one folder it may write to."""

SHOWN = ("about", "mission")
"""How the shipped show begins."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """These tests are asked for by name: by `make test-package`, and those of many faults by `make test-faults`."""
    ours = [item for item in items if item.get_closest_marker("package")]
    asked = {name for name in ("package", "faults") if name in config.option.markexpr}
    others = [item for item in ours if not any(item.get_closest_marker(name) for name in asked)]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]
    if missing := lacks():
        for item in ours:
            item.add_marker(pytest.mark.skip(missing))


def lacks() -> str | None:
    """What this machine lacks for these tests."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "only root of a Linux machine can make a bare Debian"
    if not shutil.which("debootstrap"):
        return "debootstrap is not installed"
    if not ((BUNDLE / "kiosk").is_file() and PACKAGE.is_file()):
        return "there is no package in dist/: make package"
    return None


@pytest.fixture(params=RELEASES)
def release(request: pytest.FixtureRequest) -> str:
    """Each Debian that the package is for."""
    return str(request.param)


@pytest.fixture
def depending(release: str) -> list[Path]:
    """The layers of a bare Debian with the packages that ours depends on, and nothing else: no Python above all."""
    depends = subprocess.run(["dpkg-deb", "--field", PACKAGE, "Depends"], capture_output=True, text=True, check=True)
    return roots.with_packages(release, depends.stdout.strip())


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Where this machine has the folder for what is written."""
    folder = tmp_path / "state"
    folder.mkdir()
    os.chown(folder, roots.USER, roots.USER)
    return folder


@pytest.fixture
def root(depending: list[Path], outside: Path, screen: VirtualScreen, tmp_path: Path) -> Iterator[Root]:
    """A bare Debian with the program in it, read-only, as it comes out of the archive: nothing is installed."""
    socket = f"/tmp/.X11-unix/X{screen.display.removeprefix(':')}"
    with Root(depending, tmp_path / "root", {PLACE: BUNDLE, socket: Path(socket)}, {STATE: outside}) as started:
        yield started
    shutil.rmtree(tmp_path / "root")


Start = Callable[..., Kiosk]


@pytest.fixture
def start(root: Root, screen: VirtualScreen, outside: Path) -> Iterator[Start]:
    """Starts the program in the root, with words before its own and with an environment; kills what still runs."""
    started: list[Kiosk] = []

    def start_one(*before: str, content: str | None = None, **environment: str) -> Kiosk:
        number = len(started)
        folder = outside / str(number)
        folder.mkdir()
        play_log = folder / "play.jsonl"
        play_log.touch()
        for path in (folder, play_log):
            os.chown(path, roots.USER, roots.USER)
        words = [*before, EXECUTABLE, "run", "--play-log", f"{STATE}/{number}/play.jsonl"]
        if content:
            (folder / "content.yaml").write_text(content)
            words.append(f"{STATE}/{number}")
        environment["STATE_DIRECTORY"] = f"{STATE}/{number}"
        started.append(Kiosk(screen, folder, root.command(*words, environment=environment)))
        return started[-1]

    yield start_one
    for kiosk in started:
        kiosk.process.kill()
        kiosk.ends()


Drawn = Callable[..., QImage]


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    """Draws a slide of the shipped show, or of the content in a folder, from the source: how it has to look."""

    def draw(slide: str, folder: Path = ROOT, size: str = "1920x1080") -> QImage:
        command = [sys.executable, "main.py", "render", str(folder), "--out", str(tmp_path)]
        subprocess.run([*command, "--slide", slide, "--language", "fr", "--size", size], cwd=ROOT, check=True)
        return QImage(str(next(tmp_path.glob(f"*-{slide}-fr.png"))))

    return draw


def ours_of(said: str) -> str:
    """What a program said, without what a library of the system says to every user without a home."""
    return said.replace("Fontconfig error: No writable cache directories\n", "")
