"""That two shows never share a state folder, and that nothing an earlier one left keeps the next one out."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.safety import only_one
from kiosk.safety.only_one import is_only_one


@pytest.fixture
def other(tmp_path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until its input ends."""
    script = "import sys; from kiosk.safety.only_one import *; from pathlib import Path; "
    script += "print(is_only_one(Path(sys.argv[1])), flush=True); input()"
    return subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_the_second_is_told_and_the_next_is_not(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    assert other.stdout
    assert other.stdin
    with other:
        assert other.stdout.readline() == "True\n"
        assert not is_only_one(tmp_path)
        # However it ends.
        other.kill()
    assert is_only_one(tmp_path)


@pytest.mark.parametrize("left", [b"", b"99999\n"], ids=["empty", "stale"])
def test_a_file_that_was_left_there_is_in_nobodys_way(tmp_path: Path, left: bytes) -> None:
    (tmp_path / only_one.FILE).write_bytes(left)
    assert is_only_one(tmp_path)


def test_what_cannot_be_locked_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert is_only_one(None)
    assert is_only_one(tmp_path / "nowhere")
    assert "cannot be locked" in caplog.text
