"""Whether a soak would find what it looks for."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from benchmarks.soak import CHANGES, Run, faults, growth, rows
from benchmarks.soaking import SWITCH_EVERY, Sample

PAGES = 40
SIZE = 100_000
"""Kilobytes."""


def run(changes: int, growth: float = 0.0, seed: int = 1) -> list[Sample]:
    """A run whose memory grows by so many kilobytes a change, beside what pages hold and what chance brings."""
    chance = random.Random(seed)
    return [
        Sample(
            changes=number + 1,
            time=10.0 * number,
            stay=10.0,
            visits=0,
            slide=f"slide-{number % PAGES}",
            language="fr",
            revision="1",
            rss=round(1024 * (SIZE + 500 * (number % PAGES) + growth * number + chance.gauss(0, 300))),
            pss=0,
            heap=0,
            qml=700 + number % PAGES,
            threads=9,
            files=20,
            objects=800 + number % PAGES,
            blocks=0,
        )
        for number in range(changes)
    ]


def whole(samples: Sequence[Sample], changes: int = CHANGES) -> Run:
    """A run in which all else was as it should be."""
    return Run(samples, Counter(reloaded=changes // SWITCH_EVERY), [], PAGES)


def unmet(samples: Sequence[Sample]) -> list[str]:
    return [each.what for each in rows(samples) if each.is_met is False]


@pytest.mark.parametrize("grows", [0.0, 0.2, 1.0])
def test_growth_is_told_from_what_pages_hold(grows: float) -> None:
    found = growth(run(4000, grows), lambda each: each.rss / 1024)
    assert found
    slope, most = found
    assert slope == pytest.approx(grows, abs=0.03)
    assert slope < most < slope + 0.05


def test_its_confidence_is_what_it_says() -> None:
    bounds = [growth(run(400, 1.0, seed), lambda each: each.rss / 1024) for seed in range(100)]
    assert 90 <= sum(each is not None and each[1] >= 1.0 for each in bounds) <= 99


def test_a_run_in_which_nothing_grows() -> None:
    samples = run(CHANGES + 1)
    assert unmet(samples) == []
    assert faults(whole(samples), CHANGES) == []


def test_memory_that_grows() -> None:
    assert unmet(run(CHANGES + 1, 0.4)) == ["memory (RSS)"]


def test_a_short_run_does_not_tell_how_memory_grows() -> None:
    samples = run(PAGES, 5.0)
    assert growth(samples, lambda each: each.rss) is None
    assert unmet(samples) == []


@pytest.mark.parametrize(
    ("name", "what"),
    [("files", "open files"), ("threads", "threads"), ("objects", "QObjects"), ("qml", "pages of QML's heap")],
)
def test_what_is_left_behind(name: str, what: str) -> None:
    """One in a visit, and in a short run with every slide, of which one has dozens of objects."""
    assert unmet(leaky(CHANGES, name, 0.01)) == [what]
    assert unmet(leaky(120, name, 20.0)) == [what]


def leaky(changes: int, name: str, left: float) -> list[Sample]:
    return [replace(each, **{name: getattr(each, name) + round(left * each.changes)}) for each in run(changes + 1)]


def test_a_rotation_that_did_not_turn_as_it_should() -> None:
    samples = run(CHANGES + 1)
    hasty = [replace(each, time=each.time - 3.0 if each.changes == 70 else each.time) for each in samples]
    assert faults(whole(hasty), CHANGES) == ["'slide-28' (fr) stayed for 7.0 of 10.0 s"]
    assert faults(whole(samples[:-1]), CHANGES) == [f"{CHANGES} slides were shown instead of {CHANGES + 1}"]
    one_missing = [replace(each, slide="slide-0") if each.slide == "slide-1" else each for each in samples]
    assert faults(whole(one_missing), CHANGES) == [f"{PAGES - 1} of {PAGES} pages were shown"]


def test_who_comes_may_keep_a_slide_from_staying() -> None:
    samples = [
        replace(each, time=each.time - 5.0, visits=1) if each.changes > 70 else each for each in run(CHANGES + 1)
    ]
    assert faults(whole(samples), CHANGES) == []


def test_what_happened_besides() -> None:
    samples = run(CHANGES + 1)
    told = Run(samples, Counter(reloaded=99, skipped=2), ["QML: something"], PAGES)
    assert faults(told, CHANGES) == ["it said: QML: something", "99 of 100 releases were shown", "2 were skipped"]
