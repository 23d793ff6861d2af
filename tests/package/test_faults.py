"""What the Debian package has installed, hurt from outside by one fault and by two at once: the picture is back in
time, and `kiosk status` tells why. Each fault and its time are in docs/reliability.md."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from virtual_screen import VirtualScreen

from tests.faults.conftest import Supervised
from tests.faults.test_displays import Server
from tests.package import roots
from tests.package.conftest import PACKAGE
from tests.package.roots import ROOT, UNATTENDED, Root
from tests.program.conftest import content, until

pytestmark = pytest.mark.package

CONTENT = "/etc/kiosk/content"
STATE = "/var/lib/kiosk"
SCREENS = Path("/tmp/.X11-unix")
WATCHED = "/watched"
"""Where the play log is, which is no part of what is tested."""

DWELL = 3.0
"""Seconds that a slide stays."""

LATE = 5.0
"""Seconds that the next slide may come too late."""

COLOURS = {"alpha": "#0000c0", "bravo": "#ffffff", "charlie": "#0000c0", "delta": "#ffffff"}
"""In a corner of each slide."""

CORNER = (10, 10)


class Lobby(Supervised):
    """The installed program in rotation, under its supervisor, as the user of the service and with its folders."""

    def __init__(self, machine: Root, screen: VirtualScreen, folder: Path) -> None:
        self.machine = machine
        environment = {
            "DISPLAY": screen.display,
            "KIOSK_SITE": CONTENT,
            "RUNTIME_DIRECTORY": "/run/kiosk",
            "STATE_DIRECTORY": STATE,
            "QT_QPA_PLATFORM": "xcb",
        }
        machine.do("install", "-d", "-o", "kiosk", "-g", "kiosk", "-m", "700", "/run/kiosk", STATE)
        (folder / "play.jsonl").touch()
        machine.do("chown", "kiosk", f"{WATCHED}/play.jsonl")
        words = ["kiosk", "supervise", "--play-log", f"{WATCHED}/play.jsonl"]
        super().__init__(screen, folder, machine.command(*words, user="kiosk:kiosk", environment=environment))

    def status(self) -> dict[str, Any]:
        """What `sudo kiosk status` says."""
        told: dict[str, Any] = json.loads(self.machine.run("kiosk", "status", "--format", "json", user=ROOT).stdout)
        return told

    def next_slide(self, seconds: float) -> str:
        """The slide that is shown next."""
        told = self.event(seconds)
        return str(told["slide"]) if told["event"] == "shown" else self.next_slide(seconds)

    def looks_like(self, slide: str) -> None:
        """A slide is on the screen, and not only said to be."""
        until(lambda: self.colour(CORNER) == COLOURS[slide], slide, DWELL)

    def close(self) -> None:
        try:
            self.stop()
        finally:
            self.process.kill()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Path]]:
    """The layers of a bare Debian with the package, which has shown its content for as long as it takes to be kept."""
    folder = tmp_path_factory.mktemp("installed")
    depends = subprocess.run(["dpkg-deb", "--field", PACKAGE, "Depends"], capture_output=True, text=True, check=True)
    layers = roots.with_packages("bookworm", depends.stdout.strip())
    (folder / "watched").mkdir()
    mounts = {"/packages": PACKAGE.parent, str(SCREENS): SCREENS}
    with VirtualScreen() as screen, Root(layers, folder, mounts, {WATCHED: folder / "watched"}) as machine:
        done = machine.run("dpkg", "--install", f"/packages/{PACKAGE.name}", user=ROOT, environment=UNATTENDED)
        assert done.returncode == 0, done.stdout
        machine.path(f"{CONTENT}/content.yaml").write_text(content(duration=f"{DWELL:g}s"))
        with closing(Lobby(machine, screen, folder / "watched")):
            kept = ("sh", "-c", f"ls {STATE}/last-good/*/index.json")
            until(lambda: machine.run(*kept, user=ROOT).returncode == 0, "a copy of the content")
    yield [folder / "changes", *layers]
    shutil.rmtree(folder)


@pytest.fixture
def lobby(installed: list[Path], tmp_path: Path) -> Iterator[Lobby]:
    """The installed program on its second slide."""
    (tmp_path / "watched").mkdir()
    mounts = {str(SCREENS): SCREENS}
    with closing(Server()) as server, Root(installed, tmp_path, mounts, {WATCHED: tmp_path / "watched"}) as machine:
        server.start()
        # A disk of its own for the state, so that it can be filled.
        machine.do("mount", "-t", "tmpfs", "-o", "size=192m", "tmpfs", "/mnt")
        machine.do("cp", "-a", f"{STATE}/.", "/mnt")
        machine.do("mount", "--move", "/mnt", STATE)
        with closing(Lobby(machine, server, tmp_path / "watched")) as lobby:
            lobby.starts()
            lobby.shows("bravo", "rotation")
            yield lobby
    shutil.rmtree(tmp_path)


@dataclass(frozen=True)
class Fault:
    """What is done, what `kiosk status` says of it then, and the seconds until the picture is back if it goes."""

    hurt: Callable[[Lobby], None]
    told: str = ""
    back: float = 0


def broken(lobby: Lobby) -> None:
    lobby.machine.path(f"{CONTENT}/content.yaml").write_text("version: 1\nslides: [\n")


def vanished(lobby: Lobby) -> None:
    lobby.machine.do("mv", CONTENT, "/etc/kiosk/elsewhere")


def full(lobby: Lobby) -> None:
    lobby.machine.do("sh", "-c", f"cat /dev/zero > {STATE}/much || test -s {STATE}/much")


def read_only(lobby: Lobby) -> None:
    # Over it, since a disk with files that are being written cannot be made so.
    lobby.machine.do("mount", "--bind", STATE, STATE)
    lobby.machine.do("mount", "-o", "remount,bind,ro", STATE)


def wiped(lobby: Lobby) -> None:
    # What is mounted there cannot be deleted, and has it end with an error.
    lobby.machine.run("find", "/tmp", "/dev/shm", "/run/kiosk", "-xdev", "-mindepth", "1", "-delete", user=ROOT)


def hang(lobby: Lobby) -> None:
    os.kill(lobby.program, signal.SIGSTOP)


def crash(lobby: Lobby) -> None:
    os.kill(lobby.program, signal.SIGKILL)


def display(lobby: Lobby) -> None:
    assert isinstance(lobby.screen, Server)
    lobby.screen.kill()
    lobby.screen.start()


FAULTS = {
    "broken content": Fault(broken, "the content has 1 error"),
    "vanished content": Fault(vanished, "the content has 1 error"),
    "full disk": Fault(full, "the disk with the state folder has 0 MB left"),
    "read-only disk": Fault(read_only, "the state folder cannot be written in"),
    "wiped folders": Fault(wiped),
    "hang": Fault(hang, "the program ended uncleanly once", 35),
    "crash": Fault(crash, "the program ended uncleanly once", 5),
    "dead display": Fault(display, back=10),
}


def comes_through(lobby: Lobby, *faults: Fault) -> None:
    """Something correct is on the screen in time, the rotation goes on, and staff are told what is wrong."""
    for fault in faults:
        fault.hurt(lobby)
    # Of two that end the program each may take its time.
    if back := sum(fault.back for fault in faults):
        lobby.looks_like(lobby.next_run(back)["slide"])
    for _ in range(2):
        lobby.looks_like(lobby.next_slide(DWELL + LATE))
    told = [fault.told for fault in faults if fault.told]
    wrong: list[str] = []

    def is_told() -> bool:
        wrong[:] = lobby.status()["wrong"]
        return all(any(words in each for each in wrong) for words in told)

    until(is_told, f"{told} where {wrong} is told", 15)


@pytest.mark.parametrize("name", FAULTS)
def test_one(lobby: Lobby, name: str) -> None:
    comes_through(lobby, FAULTS[name])


@pytest.mark.faults
@pytest.mark.parametrize("names", list(combinations(FAULTS, 2)), ids=" and ".join)
def test_two_at_once(lobby: Lobby, names: tuple[str, str]) -> None:
    comes_through(lobby, *(FAULTS[name] for name in names))
