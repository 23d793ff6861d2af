"""The display in the night, and what an X server is told by day."""

import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.content.values import DAYS
from tests.program.conftest import NEXT, NOWHERE, Start, content, until
from tests.program.test_status import told

pytestmark = pytest.mark.program

BLACK = "#000000"


def never_now() -> str:
    """Hours on the day before yesterday, so that no midnight makes them come."""
    day = DAYS[(datetime.now().astimezone() - timedelta(days=2)).weekday()]
    return content() + f"screen: {{hours: [{day} 12:00-12:01]}}\n"


def test_outside_its_hours_it_is_black_until_somebody_comes_and_on_again_when_they_change(
    start: Start, folder: Path
) -> None:
    (folder / "content.yaml").write_text(never_now())
    kiosk = start()
    kiosk.starts()
    kiosk.sees(BLACK)
    kiosk.sees(BLACK, NEXT)
    said = until(lambda: (found := told()[1]).get("is_asleep") and found, "a record", 20)
    assert said["wrong"] == []
    # Where it lies, a control of the visit is: it is not pressed.
    kiosk.tap(NEXT)
    kiosk.wakes()
    kiosk.tap(NEXT)
    kiosk.shows("bravo")
    kiosk.key("Escape")
    kiosk.shows("bravo", "rotation")
    kiosk.sees(BLACK)
    (folder / "content.yaml").write_text(content())
    kiosk.events("reloaded", "shown")
    until(lambda: kiosk.colour(NOWHERE) != BLACK, "a picture")


def test_an_x_server_never_blanks_the_screen_by_itself(start: Start) -> None:
    kiosk = start()

    def saver() -> str:
        asked = subprocess.run(["xset", "q"], env=kiosk.screen.environment, capture_output=True, text=True, check=True)
        return asked.stdout

    assert "timeout:  0 " not in saver()
    kiosk.starts()
    until(lambda: "timeout:  0 " in saver(), "no time after which it blanks")
    assert "prefer blanking:  no" in saver()
