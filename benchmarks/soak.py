"""Turns thousands of slides with visits and new content between them, and sees that nothing grows: `make soak`.

It prints the table of docs/reliability.md, writes it and all that was measured to `build/soak.md` and
`build/soak.jsonl`, and ends with status 1 where a limit is not kept.
"""

import argparse
import json
import mmap
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import fsum, sqrt
from operator import mul
from pathlib import Path
from statistics import fmean, median

from benchmarks import ROOT, decks
from benchmarks.programs import environment
from benchmarks.screen import Screen
from benchmarks.soaking import SWITCH_EVERY, Sample
from kiosk import __version__
from kiosk.content.reader import read

CHANGES = 10_000
"""Of slide; as many tell a growth of a third of a kilobyte from chance."""

GROWTH = 0.3
"""Kilobytes a change that memory may grow by at most. Source: T8 of the list of faults."""

WINDOWS = 20
"""Parts of the second half, of each of which the mean counts: what one moment holds says little of the next."""

QUANTILE = 1.729
"""Of Student's distribution with 19 degrees of freedom: 95 % lie below."""

TAP_EVERY = 15.0
"""Seconds between touches of somebody who passes by."""

PATIENCE = 120.0
"""Seconds without another slide after which the program counts as stuck."""

HASTE = 2.0
"""Seconds that a slide may seem to stay too shortly: a busy machine notes late that it has come."""

EXPECTED = (
    "has more text than fits",
    "'duration'",
    "the content is not kept for the next start",
    "the voice does not answer",
)
"""What the program rightly says: of slides that go to the limits, of content that is replaced while it is kept, and of
speech on a machine that has too much else to do."""

Value = Callable[[Sample], float]


@dataclass(frozen=True)
class Run:
    """What is known of a run that has ended."""

    samples: Sequence[Sample]
    events: Counter[str]
    """How many of each there were in the play log."""
    words: Sequence[str]
    """The lines it printed that it should not have."""
    pages: int
    """Slides of the show, in each of its languages."""


def soak(screen: Screen, folder: Path, changes: int) -> Run:
    """Run the program in a hurry for so many changes. Raises RuntimeError when it fails or is stuck."""
    releases = decks.releases(folder / "releases", changes // SWITCH_EVERY + 1)
    report, play_log, words = (folder / name for name in ("soak.jsonl", "play.jsonl", "words.txt"))
    ours = ["-m", "benchmarks.soaking", str(report), str(changes), str(releases)]
    command = [sys.executable, *ours, "run", f"{releases}/current/content.yaml", "--play-log", str(play_log)]
    hand = random.Random(1)
    with words.open("w") as file, subprocess.Popen(command, cwd=ROOT, env=environment(screen), stderr=file) as program:
        size, last = 0, time.monotonic()
        while program.poll() is None:
            try:
                program.wait(TAP_EVERY)
            except subprocess.TimeoutExpired:
                screen.do(f"mousemove {hand.randrange(screen.width)} {hand.randrange(screen.height)} click 1")
                if report.stat().st_size != size:
                    size, last = report.stat().st_size, time.monotonic()
                elif time.monotonic() - last > PATIENCE:
                    program.kill()
    told = words.read_text("utf-8").splitlines()
    if program.returncode:
        raise RuntimeError("\n".join([f"the program ended with status {program.returncode}", *told[-50:]]))
    samples = [Sample(**json.loads(line)) for line in report.read_text("ascii").splitlines()]
    events = Counter(json.loads(line)["event"] for line in play_log.read_text("utf-8").splitlines())
    unexpected = [line for line in told if not any(each in line for each in EXPECTED)]
    return Run(samples, events, unexpected, pages(releases))


def pages(releases: Path) -> int:
    """How many pages the show has."""
    show = read(releases / "current" / "content.yaml").show
    assert show
    return len(show.slides) * len(show.languages)


# What is made of it


@dataclass(frozen=True)
class Row:
    """One thing that the program holds, by its median: the first tenth of the run, the one after half, the last."""

    what: str
    unit: str
    first: float
    middle: float
    last: float
    growth: tuple[float, float] | None
    """In a change over the second half, and what it is below with 95 % confidence; None for a run too short to tell."""
    limit: str
    is_met: bool | None
    """None where there is no limit."""

    def __str__(self) -> str:
        """The row in Markdown."""
        growth = "" if self.growth is None else f"{self.growth[0]:.4f} (< {self.growth[1]:.4f})"
        met = {True: "yes", False: "**no**", None: ""}[self.is_met]
        values = " | ".join(f"{each:,.0f}" for each in (self.first, self.middle, self.last))
        return f"| {self.what} | {self.unit} | {values} | {growth} | {self.limit} | {met} |"


HEADER = """\
| what | unit | first tenth | after half | last tenth | growth a change | limit | met |
| --- | --- | ---: | ---: | ---: | ---: | --- | --- |"""


def rows(samples: Sequence[Sample]) -> list[Row]:
    """What a run held. In a short one memory is not judged, and the few pages of a tenth hold more or less."""
    is_long = len(samples) >= CHANGES
    return [
        memory(samples, "memory (RSS)", lambda each: each.rss, most=GROWTH if is_long else None),
        memory(samples, "memory, its share (PSS)", lambda each: each.pss),
        memory(samples, "heap in use", lambda each: each.heap),
        number(samples, "blocks of Python's memory", lambda each: each.blocks),
        number(samples, "pages of QML's heap", lambda each: each.qml / mmap.PAGESIZE, more=0.05 if is_long else 0.3),
        number(samples, "QObjects", lambda each: each.objects, more=0.02 if is_long else 0.3),
        number(samples, "threads", lambda each: each.threads, more=0.1),
        number(samples, "open files", lambda each: each.files, more=0.05),
    ]


def memory(samples: Sequence[Sample], what: str, value: Value, most: float | None = None) -> Row:
    """Something in kilobytes that may grow by `most` a change."""
    first, middle, last = (each / 1024 for each in moments(samples, value))
    grown = growth(samples, lambda each: value(each) / 1024)
    limit = "" if most is None else f"≤ {most} kB a change"
    is_met = None if most is None or grown is None else grown[1] <= most
    return Row(what, "kB", first, middle, last, grown, limit, is_met)


def number(samples: Sequence[Sample], what: str, value: Value, more: float | None = None) -> Row:
    """A number of things, of which there may be `more` in the end than after half, as a share."""
    first, middle, last = moments(samples, value)
    limit = "" if more is None else f"≤ {more:.0%} more"
    return Row(
        what,
        "",
        first,
        middle,
        last,
        growth(samples, value),
        limit,
        None if more is None else last <= middle * (1 + more),
    )


def moments(samples: Sequence[Sample], value: Value) -> tuple[float, float, float]:
    """The medians of the first tenth, the one after half and the last."""
    half, tenth = len(samples) // 2, len(samples) // 10
    parts = samples[:tenth], samples[half : half + tenth], samples[-tenth:]
    first, middle, last = (median(map(value, part)) for part in parts)
    return first, middle, last


def growth(samples: Sequence[Sample], value: Value) -> tuple[float, float] | None:
    """The slope of a value over the second half, and what it is below with 95 % confidence.

    A page is compared with itself alone, since pages do not hold the same (fixed effects); and since one moment tells
    of the next, only what windows of the run tell apart counts (standard errors clustered by window).
    """
    half = samples[len(samples) // 2 :]
    pages = defaultdict[tuple[str, str], list[Sample]](list)
    for each in half:
        pages[each.slide, each.language].append(each)
    if len(half) < 2 * len(pages):
        return None
    xs, ys = [0.0] * len(half), [0.0] * len(half)
    begin = half[0].changes
    for page in pages.values():
        x, y = fmean(each.changes for each in page), fmean(map(value, page))
        for each in page:
            xs[each.changes - begin], ys[each.changes - begin] = each.changes - x, value(each) - y
    spread = sumprod(xs, xs)
    slope = sumprod(xs, ys) / spread
    size = -(-len(half) // WINDOWS)
    windows = [range(begin, min(begin + size, len(half))) for begin in range(0, len(half), size)]
    scores = [sum(xs[each] * (ys[each] - slope * xs[each]) for each in window) for window in windows]
    error = sqrt(sumprod(scores, scores) * WINDOWS / (WINDOWS - 1)) / spread
    return slope, slope + QUANTILE * error


def sumprod(first: Sequence[float], second: Sequence[float]) -> float:
    return fsum(map(mul, first, second))


def faults(run: Run, changes: int) -> list[str]:
    """What went wrong, in sentences: whether the rotation turned as it should, and whether all else happened."""
    told = [f"it said: {each}" for each in run.words]
    if len(run.samples) <= changes:
        told.append(f"{len(run.samples)} slides were shown instead of {changes + 1}")
    for earlier, before, after in zip(run.samples, run.samples[1:], run.samples[2:], strict=False):
        stayed = after.time - before.time
        # What a visitor or a release brings to the screen again may have been there before.
        is_by_itself = len({(each.visits, each.revision) for each in (earlier, before, after)}) == 1
        if is_by_itself and stayed < before.stay - HASTE:
            told.append(f"'{before.slide}' ({before.language}) stayed for {stayed:.1f} of {before.stay:.1f} s")
    published = changes // SWITCH_EVERY
    if run.events["reloaded"] != published:
        told.append(f"{run.events['reloaded']} of {published} releases were shown")
    told.extend(f"{run.events[each]} were {each}" for each in ("rejected", "skipped") if run.events[each])
    seen = {(each.slide, each.language) for each in run.samples}
    if changes >= CHANGES and len(seen) < run.pages:
        told.append(f"{len(seen)} of {run.pages} pages were shown")
    return told


def machine() -> str:
    """What else went on, in a sentence."""
    words = Path("/proc/meminfo").read_text("ascii").split()
    free = int(words[words.index("MemAvailable:") + 1]) / 2**20
    load = os.getloadavg()[0]
    now = datetime.now().astimezone()
    return f"{now:%Y-%m-%d %H:%M}: load {load:.1f} on {os.cpu_count()} processors, {free:.1f} GB of memory free"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--changes", type=int, default=CHANGES, metavar="N", help=f"of slide, {CHANGES:,} by default")
    changes = parser.parse_args().changes
    before = machine()
    with tempfile.TemporaryDirectory(prefix="soak-") as name, Screen() as screen:
        folder = Path(name)
        # Nothing of the machine's own is remembered or touched.
        os.environ["STATE_DIRECTORY"] = name
        run = soak(screen, folder, changes)
        build = ROOT / "build"
        build.mkdir(exist_ok=True)
        shutil.copy(folder / "soak.jsonl", build)
    found = rows(run.samples)
    wrong = faults(run, changes)
    happened = ", ".join(f"{name} {count:,}" for name, count in sorted(run.events.items()))
    told = [
        f"Version {__version__}, {len(run.samples):,} slides in rotation. Events: {happened}.",
        f"Before, {before}; after, {machine()}.",
        "",
        HEADER,
        *map(str, found),
        "",
        *(f"- {each}" for each in wrong or ["Nothing else was wrong."]),
    ]
    (build / "soak.md").write_text("\n".join(told) + "\n", "utf-8")
    print(*told, sep="\n")
    return 1 if wrong or any(each.is_met is False for each in found) else 0


if __name__ == "__main__":
    sys.exit(main())
