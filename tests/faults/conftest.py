"""The program under a supervisor or a stand-in for systemd, and faults to put into it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from virtual_screen import VirtualScreen

from tests.program.conftest import Kiosk, content, from_source, until

FAULTY = str(Path(__file__).with_name("faulty.py"))


class Supervised(Kiosk):
    """The program under its supervisor."""

    last_slide = ""
    """The slide before the next run that was waited for."""

    @property
    def program(self) -> int:
        """The process that draws."""
        return int(until(self.children, "a program")[0])

    def children(self) -> list[str]:
        told = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True)
        return told.stdout.split()

    def next_run(self, seconds: float) -> dict[str, Any]:
        """The first slide of the next run, which must come in time; what is told before it is let go by."""
        deadline = time.monotonic() + seconds
        has_begun = False
        while True:
            told = self.event(deadline - time.monotonic())
            if told["event"] == "shown" and has_begun:
                return told
            if told["event"] == "shown":
                self.last_slide = told["slide"]
            has_begun |= told["event"] == "started"


class Faulty(Supervised):
    """The program with a pipe for faults, started by `words` such as `supervise`, or without a supervisor."""

    def __init__(self, screen: VirtualScreen, folder: Path, *words: str, **environment: str) -> None:
        self._pipe = folder / "faults"
        os.mkfifo(self._pipe)
        # Opened for both, so that neither end waits for the other.
        self._faults = os.open(self._pipe, os.O_RDWR)
        self._is_supervised = words[0] == "supervise"
        environment["KIOSK_FAULTS"] = str(self._pipe)
        super().__init__(screen, folder, from_source(folder, FAULTY, *words), **environment)

    @property
    def program(self) -> int:
        return super().program if self._is_supervised else self.process.pid

    def fault(self, python: str) -> None:
        os.write(self._faults, python.encode() + b"\n")

    def close(self, *, is_hung: bool = False) -> None:
        try:
            if is_hung:
                self.process.kill()
                self.ends()
            else:
                self.stop()
        finally:
            self.process.kill()
            os.close(self._faults)


@pytest.fixture
def lobby(tmp_path: Path) -> Path:
    """A content folder whose slides stay for three seconds."""
    (tmp_path / "content.yaml").write_text(content(duration="3s"))
    return tmp_path


@pytest.fixture
def supervised(screen: VirtualScreen, lobby: Path) -> Iterator[Faulty]:
    """The program under its supervisor, which waits three seconds for a beat, in rotation."""
    kiosk = Faulty(screen, lobby, "supervise", KIOSK_PATIENCE="3")
    try:
        kiosk.starts()
        yield kiosk
    finally:
        kiosk.close()


class Systemd:
    """Hears what a service tells."""

    def __init__(self, folder: Path) -> None:
        self.address = folder / "notify"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self.address))

    def hears(self, word: str, seconds: float) -> bool:
        """Whether a word comes in time."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._socket.settimeout(left)
            try:
                told = self._socket.recv(1000).decode()
            except TimeoutError:
                return False
            if word in told.splitlines():
                return True
        return False

    def forget(self) -> None:
        """What was told until now."""
        self._socket.setblocking(False)
        try:
            while self._socket.recv(1000):
                pass
        except BlockingIOError:
            return

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    systemd = Systemd(tmp_path)
    yield systemd
    systemd.close()


@pytest.fixture
def service(screen: VirtualScreen, lobby: Path, systemd: Systemd) -> Iterator[Faulty]:
    """The program as a service with a beat a second, in rotation."""
    kiosk = Faulty(screen, lobby, "run", NOTIFY_SOCKET=str(systemd.address), WATCHDOG_USEC="2000000")
    try:
        kiosk.starts()
        yield kiosk
    finally:
        kiosk.close(is_hung=True)


def crashes(state: Path) -> dict[str, Any]:
    """What is noted of unclean ends."""
    found: dict[str, Any] = until(lambda: json.loads((state / "crashes.json").read_text()), "notes")
    return found


def complaints(kiosk: Kiosk) -> list[str]:
    """What it said, but that slides are shown too shortly, which is on purpose here."""
    return [line for line in kiosk.errors.splitlines() if "'duration'" not in line]


def as_root() -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")


def fill(disk: Path) -> None:
    with (disk / "fill").open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            return


def seed() -> int:
    """What a random run begins from: $KIOSK_SEED, or anything, which is printed."""
    number = int(os.environ.get("KIOSK_SEED") or time.time())
    print(f"KIOSK_SEED={number}")
    return number
