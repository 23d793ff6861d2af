"""Killed at any moment, whatever else is wrong with the machine: the picture is back in time, and the state is whole.

$KIOSK_KILLS says how often, $KIOSK_SEED repeats a run, whose seed is printed.
"""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from random import Random

import pytest
from virtual_screen import VirtualScreen

from kiosk.bridge.calm_screen import GROUND
from kiosk.content.reader import read
from kiosk.safety.last_good import LastGood
from tests.faults.conftest import Faulty, as_root, fill, seed
from tests.program.conftest import NOWHERE, content, is_flat, until
from tests.program.windows import told

pytestmark = pytest.mark.faults

KILLS = int(os.environ.get("KIOSK_KILLS", "20"))

BACK = 5.0
"""Seconds until the picture is back. Source: faults.md, *Ranked fault list*, 2."""

CUT = 7
"""Bytes that a broken file has left."""

Trouble = Callable[[Faulty, Path], AbstractContextManager[None]]


@contextmanager
def nothing(kiosk: Faulty, state: Path) -> Iterator[None]:
    yield


@contextmanager
def a_full_disk(kiosk: Faulty, state: Path) -> Iterator[None]:
    fill(state.parent)
    yield
    (state.parent / "fill").unlink()


@contextmanager
def broken_content(kiosk: Faulty, state: Path) -> Iterator[None]:
    file = kiosk.folder / "content.yaml"
    text = file.read_text()
    file.write_text(text[: len(text) // 2])
    yield
    file.write_text(text)


@contextmanager
def new_content(kiosk: Faulty, state: Path) -> Iterator[None]:
    (kiosk.folder / "content.yaml").write_text(content(f"House {time.time()}", duration="3s"))
    yield


@contextmanager
def no_content(kiosk: Faulty, state: Path) -> Iterator[None]:
    file = kiosk.folder / "content.yaml"
    file.rename(file.with_suffix(".away"))
    yield
    file.with_suffix(".away").rename(file)


@contextmanager
def state_deleted(kiosk: Faulty, state: Path) -> Iterator[None]:
    # The program may be writing there.
    shutil.rmtree(state, ignore_errors=True)
    yield


@contextmanager
def state_broken(kiosk: Faulty, state: Path) -> Iterator[None]:
    for file in state.glob("*.json"):
        file.write_bytes(file.read_bytes()[:CUT])
    yield


@contextmanager
def a_touch(kiosk: Faulty, state: Path) -> Iterator[None]:
    kiosk.hands(f"mousemove {NOWHERE[0]} {NOWHERE[1]} mousedown 1")
    yield
    kiosk.hands("mouseup 1")


WITH_CONTENT: list[Trouble] = [nothing, broken_content, new_content, no_content]
WITH_THE_MACHINE: list[Trouble] = [nothing, a_full_disk, state_deleted, state_broken, a_touch]


@pytest.fixture
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A state folder on a disk of its own."""
    as_root()
    disk = tmp_path_factory.mktemp("disk")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk], check=True)
    monkeypatch.setenv("STATE_DIRECTORY", str(disk / "state"))
    yield disk / "state"
    subprocess.run(["umount", "--lazy", disk], check=True)


def has_picture(kiosk: Faulty, killed: int) -> bool:
    """Whether another program than the one that was killed shows something."""
    pids = [int(pid) for pid in kiosk.children() if int(pid) != killed]
    windows = [told(kiosk.screen, "search", "--onlyvisible", "--pid", str(pid)) for pid in pids]
    picture = kiosk.screen.grab()
    # Where neither content nor state is left there is no name to show, only the colour of the calm screen.
    return any(windows) and (not is_flat(picture) or picture.pixelColor(0, 0) == GROUND)


def is_whole(state: Path, folder: Path) -> None:
    """What nobody else broke in the state folder is not broken, and content that was kept is all there."""
    found = {file.name: file.read_bytes() for file in state.glob("*.json")}
    assert all(json.loads(data) for data in found.values() if len(data) != CUT)
    kept = LastGood(state, folder / "content.yaml")
    assert kept.is_there is (kept.read() is not None)


def kill(kiosk: Faulty, random: Random) -> tuple[int, float]:
    """Kill the program at any moment of its life, now and then its next one before it shows anything; when it was."""
    time.sleep(random.choice((random.random(), 4 * random.random())))
    program = kiosk.program
    os.kill(program, signal.SIGKILL)
    begun = time.monotonic()
    if random.random() < 0.25:
        until(lambda: kiosk.children() not in ([], [str(program)]), "the next run")
        time.sleep(0.5 * random.random())
        program = kiosk.program
        os.kill(program, signal.SIGKILL)
        begun = time.monotonic()
    return program, begun


def test_kill_at_random(screen: VirtualScreen, lobby: Path, state: Path) -> None:
    random = Random(seed())
    state.mkdir()
    LastGood(state, lobby / "content.yaml").keep(read(lobby / "content.yaml"))
    kiosk = Faulty(screen, lobby, "supervise")
    waits: list[tuple[float, str]] = []
    try:
        until(partial(has_picture, kiosk, 0), "the first picture")
        for _ in range(KILLS):
            trouble, other = random.choice(WITH_CONTENT), random.choice(WITH_THE_MACHINE)
            with trouble(kiosk, state), other(kiosk, state):
                killed, begun = kill(kiosk, random)
                until(partial(has_picture, kiosk, killed), "the picture", 3 * BACK)
                waits.append((time.monotonic() - begun, f"{trouble.__name__} and {other.__name__}"))
            is_whole(state, lobby)
        seconds, slowest = max(waits)
        print(f"{KILLS} kills: half of the pictures were back in {sorted(waits)[KILLS // 2][0]:.1f} s,")
        print(f"all of them in {seconds:.1f} s (the last with {slowest})")
        assert seconds <= BACK
        # All is well again: what is new is shown, and nothing has to be done for it.
        (lobby / "content.yaml").write_text(content("At last", duration="3s"))
        revision = read(lobby / "content.yaml").revision
        kiosk.forget()
        os.kill(kiosk.program, signal.SIGKILL)
        until(lambda: kiosk.event().get("revision") == revision, "the last content")
        assert kiosk.stop() == 0
        assert "internal error" not in kiosk.errors
    finally:
        kiosk.close()
