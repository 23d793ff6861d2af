"""The show left alone: what it costs while it turns its slides, how smoothly it does, and what it costs at rest."""

import json
import time
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import inf
from statistics import median

from benchmarks import decks
from benchmarks.bench import Bench, Row
from benchmarks.programs import finish, floor, kiosk, memory, processor_time, running, turning, watched

SETTLING = 5.0
"""Seconds for a program to start and come to rest."""

FADE = 0.6
"""Seconds that one slide takes to become the next: Motion.qml."""


def measure(bench: Bench) -> list[Row]:
    """Memory, processor time and frames over some time of rotation, a fade every 3.6 s."""
    report = bench.folder / "rotation.json"
    content = decks.shipped(bench.folder / "rotation", "3s")
    bare_memory, _ = cost(bench, floor(), SETTLING)
    _, plain_time = cost(bench, floor("fade.qml"), 10.8, period=3.6)
    our_memory, our_time = cost(bench, kiosk(content), bench.rotation, period=3)
    # Apart, because watching costs memory.
    with running(bench.screen, watched(report, content)):
        time.sleep(bench.rotation / 2)
    rates, gaps = smoothness(**json.loads(report.read_text(encoding="ascii")))
    return [
        Row(what="memory after rotation", unit="MB", floor=median(bare_memory), ours=median(our_memory),
            ratio_at_most=1.5),
        Row(what="memory in a transition, the most", unit="MB", floor=median(bare_memory), ours=max(our_memory)),
        Row(what="processor time of rotation (floor: a plain QML fade of text)", unit="s/min",
            floor=plain_time, ours=our_time, at_most=1.1),
        Row(what=f"frames a second in a transition, median of {len(rates)}", unit="fps", ours=median(rates),
            at_least=60),
        Row(what="longest gap between frames of a transition, median", unit="ms", ours=median(gaps), at_most=18),
        Row(what="longest gap between frames of a transition, worst", unit="ms", ours=max(gaps)),
    ]  # fmt: skip


def measure_still(bench: Bench) -> list[Row]:
    """A slide that stays."""
    report = bench.folder / "still.json"
    content = decks.shipped(bench.folder / "still", "10m")
    with running(bench.screen, watched(report, content)) as pid:
        time.sleep(SETTLING)
        began, used = time.monotonic(), processor_time(pid)
        time.sleep(bench.rotation / 4)
        ended, used = time.monotonic(), processor_time(pid) - used
    frames = json.loads(report.read_text(encoding="ascii"))["frames"]
    drawn = sum(began < frame < ended for frame in frames)
    return [
        Row(what="frames drawn of a still slide", unit="frames", ours=drawn, at_most=0),
        Row(what="processor time of a still slide", unit="s/min", ours=used * 60 / (ended - began), at_most=0.05),
    ]


def measure_slope(bench: Bench) -> list[Row]:
    """Whether memory grows with every slide that is shown: the second half of many changes, when all is warm."""
    report = bench.folder / "slope.json"
    content = decks.shipped(bench.folder / "slope", "10m")
    finish(bench.screen, turning(report, bench.changes, content))
    pairs = json.loads(report.read_text(encoding="ascii"))
    warm = pairs[len(pairs) // 2 : -1]
    # The median slope: memory comes and goes by whole pictures, and a line through all of it would follow those.
    slope = 1024 * median((after - before) / (end - begin) for (begin, before), (end, after) in combinations(warm, 2))
    return [
        Row(what=f"growth of memory, {bench.changes:,} changes", unit="kB/change", ours=slope,
            # Fewer changes do not tell so small a growth from chance.
            at_most=0.3 if bench.changes >= 10_000 else None)
    ]  # fmt: skip


def cost(bench: Bench, command: Sequence[str], seconds: float, period: float = 1) -> tuple[list[float], float]:
    """What a program that runs for some time costs: its memory in MB, moment by moment over two slides after that
    time, and its processor time in seconds a minute.

    It fades every `period` seconds, and the processor time is told for a fade every 3.6 s: between them it has none.
    """
    with running(bench.screen, command) as pid:
        time.sleep(SETTLING)
        began = processor_time(pid)
        time.sleep(seconds)
        used = (processor_time(pid) - began) / (seconds / period) * 60 / 3.6
        return [memory(pid) for _ in moments(2 * period)], used


def moments(seconds: float) -> Iterator[None]:
    """Twenty a second."""
    for _ in range(round(20 * seconds)):
        time.sleep(0.05)
        yield


def smoothness(frames: list[float], shown: list[float]) -> tuple[list[float], list[float]]:
    """Frames a second of each transition, and its longest gap in milliseconds."""
    rates, gaps = [], []
    # The first slide appears without one.
    for begin in shown[1:]:
        first = next((frame for frame in frames if frame > begin), inf)
        drawn = [frame for frame in frames if first <= frame <= first + FADE]
        if len(drawn) > 1:
            rates.append((len(drawn) - 1) / (drawn[-1] - drawn[0]))
            gaps.append(1000 * max(after - before for before, after in pairwise(drawn)))
    return rates, gaps
