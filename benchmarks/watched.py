"""The kiosk with its frames written down. Usage: python -m benchmarks.watched REPORT [arguments of `kiosk`]

At its end it writes to REPORT, as JSON, when each frame was on the screen (`frames`) and when each slide began to
be shown (`shown`), in monotonic seconds.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.stage import Stage
from kiosk.cli import main
from kiosk.show.events import Event

FRAMES: list[float] = []
SHOWN: list[float] = []


def watched_stage(show: ShowViewModel, *arguments: Any, **options: Any) -> Stage:
    show.happened.connect(note)
    stage = Stage(show, *arguments, **options)
    stage.window.frameSwapped.connect(lambda: FRAMES.append(time.monotonic()))
    return stage


def note(event: Event) -> None:
    if event.event == "shown":
        SHOWN.append(time.monotonic())


if __name__ == "__main__":
    with patch("kiosk.app.Stage", watched_stage):
        status = main(sys.argv[2:])
    Path(sys.argv[1]).write_text(json.dumps({"frames": FRAMES, "shown": SHOWN}), encoding="ascii")
    sys.exit(status)
