"""How `kiosk status` finds a running show, and where that leaves its messages."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.program.conftest import ROOT, Start, content, until

pytestmark = pytest.mark.program


def told() -> tuple[int, dict[str, Any]]:
    """The exit status and what is told."""
    command = [sys.executable, str(ROOT / "main.py"), "status", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ)
    return done.returncode, json.loads(done.stdout)


def test_a_show_is_found_complained_of_and_gone(start: Start, folder: Path, state: Path) -> None:
    kiosk = start()
    kiosk.starts()
    status, said = until(lambda: (found := told())[1]["is_running"] and found, "a record")
    assert (status, said["slide"], said["wrong"]) == (0, "alpha", [])
    (folder / "content.yaml").write_text(content().replace("kind: statement", "kind: statment"))
    kiosk.events("rejected")
    status, said = until(lambda: (found := told())[1]["wrong"] and found, "a complaint")
    assert status == 1
    assert "content.yaml:8" in said["wrong"][0]
    assert kiosk.stop() == 0
    assert told()[0] == 3
    # The log was written to its end.
    assert 'message="the new content has errors' in (state / "log" / "kiosk.log").read_text()
