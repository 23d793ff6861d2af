"""From the start of the process to its picture on the screen."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks import decks
from benchmarks.bench import Bench, Row
from benchmarks.programs import finish, floor, kiosk, packaged, running, turning
from benchmarks.screen import Screen, wait_until


def measure(bench: Bench) -> list[Row]:
    ours = kiosk(decks.shipped(bench.folder / "start", "60s"))
    bare, full = compare(bench, floor(), ours)
    return [Row(what="start to first slide", unit="s", floor=bare, ours=full, ratio_at_most=2)]


def measure_package(bench: Bench) -> list[Row]:
    """The program that `make package` built."""
    ours = packaged(decks.shipped(bench.folder / "package", "60s"))
    bare, full = compare(bench, floor(), ours)
    return [Row(what="start of the package to first slide", unit="s", floor=bare, ours=full, ratio_at_most=2)]


def measure_many(bench: Bench) -> list[Row]:
    """A show of 1,000 slides beside one of 10."""
    few, many = (decks.album(bench.folder / f"album-{slides}", slides) for slides in (10, 1000))
    start_few, start_many = compare(bench, kiosk(few), kiosk(many))
    memory_few, memory_many = (turned_memory(bench, content) for content in (few, many))
    return [
        Row(what="start, 1,000 slides beside 10", unit="s", floor=start_few, ours=start_many, ratio_at_most=1.5),
        Row(what="memory, 1,000 slides beside 10", unit="MB", floor=memory_few, ours=memory_many, ratio_at_most=1.2),
    ]


def compare(bench: Bench, first: Sequence[str], second: Sequence[str]) -> tuple[float, float]:
    """The median start of two programs, in seconds; they take turns, after a start of each that does not count."""
    commands = (first, second)
    pictures = [settled_picture(bench.screen, command) for command in commands]
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(bench.runs):
        for command, picture, found in zip(commands, pictures, times, strict=True):
            found.append(start(bench.screen, command, picture))
    return median(times[0]), median(times[1])


def settled_picture(screen: Screen, command: Sequence[str]) -> bytes:
    """What the program's screen is when it has come to rest."""
    with running(screen, command):
        wait_until(lambda: not screen.is_bare())
        return screen.settled()


def start(screen: Screen, command: Sequence[str], picture: bytes) -> float:
    """Seconds from starting the process to the whole of its picture on the screen."""
    began = time.monotonic()
    with running(screen, command):
        return screen.wait_for(picture) - began


def turned_memory(bench: Bench, content: Path) -> float:
    """Memory in MB after 50 slides, each with its picture."""
    report = bench.folder / "turned.json"
    finish(bench.screen, turning(report, 50, content))
    return float(json.loads(report.read_text(encoding="ascii"))[-1][1])
