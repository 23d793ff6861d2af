import json
import logging
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.bridge.play_log import PlayLog
from kiosk.show.events import Event


def test_each_event_is_a_line_that_is_there_at_once(tmp_path: Path) -> None:
    file = tmp_path / "play.jsonl"
    file.write_text('{"event": "stopped"}\n')
    log = PlayLog(file)
    log.write(Event("shown", "été", "fr", "rotation", "1"))
    earlier, line = (json.loads(each) for each in file.read_text("utf-8").splitlines())
    log.close()
    assert earlier == {"event": "stopped"}
    assert datetime.fromisoformat(line.pop("time")).utcoffset() is not None
    assert line.pop("monotonic") > 0
    assert line == {"event": "shown", "slide": "été", "language": "fr", "mode": "rotation", "revision": "1"}


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        PlayLog(tmp_path)


def test_a_full_disk_costs_events_and_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    log = PlayLog(Path("/dev/full"))
    for _ in range(3):
        log.write(Event("reset"))
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "/dev/full" in caplog.text
    log.close()
