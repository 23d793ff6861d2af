"""What the program holds, and how much is too much."""

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
    assert limits.handles_held() == 0


def test_half_of_the_files_that_were_left_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda kind: (64, 4096))
    assert limits.handles_mark(24) == 44


def test_it_knows_how_many_files_are_open() -> None:
    before = limits.handles_held()
    with Path("/dev/null").open():
        assert limits.handles_held() == before + 1


def test_where_there_are_none_left_all_are_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(Path, "iterdir", fail)
    assert limits.handles_held() == limits.handles_allowed()
