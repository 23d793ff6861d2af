"""What the program holds, and how much is too much."""

import os
from pathlib import Path

import pytest

from kiosk.safety import limits

MB = 2**20


def test_it_knows_what_it_holds() -> None:
    before = limits.memory_held()
    block = b"x" * (200 * MB)
    assert limits.memory_held() - before > 150 * MB
    assert len(block) == 200 * MB


def test_what_a_visit_needs_is_not_too_much() -> None:
    assert limits.memory_mark(150 * MB) == 400 * MB


def test_where_nobody_tells_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "OWN", Path("/nowhere"))
    assert limits.memory_held() == 0
    assert not limits.are_handles_short()


@pytest.mark.parametrize(("more", "are_short"), [(-1, True), (5, False)])
def test_half_of_the_files_are_too_many(monkeypatch: pytest.MonkeyPatch, more: int, are_short: bool) -> None:
    # The listing itself holds one.
    held = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    monkeypatch.setattr("resource.getrlimit", lambda kind: (2 * (held + more), 4096))
    assert limits.are_handles_short() is are_short


def test_where_there_are_none_left_they_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(Path, "iterdir", fail)
    assert limits.are_handles_short()
