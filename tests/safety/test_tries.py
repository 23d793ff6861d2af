"""Wrong PINs make everybody wait, whatever is done to the machine in between."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.safety import tries
from kiosk.safety.tries import Notebook, Tries, one_more, recalled, wait_after

PIN, BOOT = "5a17", "this-run"
NONE = Tries(PIN, boot=BOOT)


def kept(count: int, now: float = 100.0) -> object:
    """What is written down after so many wrong tries at one time."""
    after = NONE
    for _ in range(count):
        after = one_more(after, now)
    return json.loads(json.dumps(asdict(after)))


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 30), (4, 60), (5, 300), (6, 900), (7, 3600), (8, 3600), (10**9, 3600)],
)
def test_how_long_a_wait_is(wrong: int, seconds: float) -> None:
    assert wait_after(wrong) == seconds


@pytest.mark.parametrize(
    ("pin", "boot", "now", "wait"),
    [
        (PIN, BOOT, 100.0, 60),
        (PIN, BOOT, 130.0, 30),
        (PIN, BOOT, 160.0, 0),
        # Another run of the machine, whose clock says nothing of this one.
        (PIN, "other-run", 5.0, 60),
        (PIN, "other-run", 99999.0, 60),
        # The system does not tell its runs from each other.
        (PIN, "", 130.0, 60),
        # A clock that went back never makes a wait longer than it is.
        (PIN, BOOT, 1.0, 60),
        ("another PIN", BOOT, 100.0, 0),
    ],
)
def test_what_is_left_of_a_wait(pin: str, boot: str, now: float, wait: float) -> None:
    assert recalled(kept(4), pin, boot, now).wait(now) == wait


@pytest.mark.parametrize("nonsense", [None, [], {}, "4", {"pin": PIN, "wrong": "4", "until": 1.0, "boot": BOOT}])
def test_nonsense_is_no_tries(nonsense: object) -> None:
    assert recalled(nonsense, PIN, BOOT, 100.0) == NONE


@given(wrong=st.integers(-5, 50), until=st.floats(), boot=st.sampled_from([BOOT, "", "x"]), now=st.floats(0, 1e9))
def test_no_file_locks_anybody_out_for_longer_than_a_wait(wrong: int, until: float, boot: str, now: float) -> None:
    found = recalled(asdict(Tries(PIN, wrong, until, boot)), PIN, BOOT, now)
    assert 0 <= found.wait(now) <= wait_after(max(0, wrong)) + 1e-6


def test_tries_outlive_the_program(state: Path) -> None:
    first = Notebook()
    now = first.recall(PIN, 100.0)
    for _ in range(3):
        now = one_more(now, 100.0)
        first.note(now)
    again = Notebook().recall(PIN, 110.0)
    assert (again.wrong, again.wait(110.0)) == (3, 20.0)
    Notebook().note(replace(again, wrong=0, until=0.0))
    assert Notebook().recall(PIN, 110.0).wait(110.0) == 0


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b'{"pin":'])
def test_a_broken_file_is_no_tries(state: Path, content: bytes) -> None:
    (state / "tries.json").write_bytes(content)
    assert Notebook().recall(PIN, 100.0).wrong == 0


def test_where_nothing_can_be_written_they_are_counted_all_the_same(
    state: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(file: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tries, "write", full)
    notebook = Notebook()
    notebook.note(one_more(NONE, 100.0))
    assert notebook.recall(PIN, 100.0).wrong == 1
    assert "No space left" in caplog.text
