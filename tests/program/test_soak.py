"""Slides turned in a hurry, with visits and new content between them: a short `make soak`."""

from pathlib import Path

import pytest

from benchmarks.screen import Screen
from benchmarks.soak import faults, rows, soak

pytestmark = pytest.mark.program

CHANGES = 104
"""Of slide: enough for a visit and a release."""


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with Screen() as screen:
        run = soak(screen, tmp_path, CHANGES)
    assert faults(run, CHANGES) == []
    assert [str(each) for each in rows(run.samples) if each.is_met is False] == []
