"""Staff come to their screen and end the program there; without a PIN nobody does."""

from pathlib import Path

import pytest

from kiosk.safety import pin
from tests.program.conftest import Kiosk, Start, content, is_drawn, until

pytestmark = pytest.mark.program

HOLD, LET_GO = "mousemove 40 40 mousedown 1", "mouseup 1"
PIN = "40718"
# A key of the pad, and the word on the last order of the staff screen: nothing else is drawn in either place.
KEY, QUIT = (1105, 468), (1545, 677)


def settles(kiosk: Kiosk) -> None:
    """The start is over: what else belongs to the program comes after the first slide."""
    kiosk.starts()
    kiosk.shows("bravo", "rotation")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder whose slides turn quickly."""
    (tmp_path / "content.yaml").write_text(content(duration="3s"))
    return tmp_path


def test_staff_end_the_program(start: Start, state: Path) -> None:
    pin.keep(state / "pin.json", pin.secret_of(PIN))
    kiosk = start()
    settles(kiosk)
    # Its ground alone: while it comes, what is drawn may be half of the old slide.
    kiosk.sees("#ffffff")
    kiosk.hands(HOLD)
    until(lambda: is_drawn(kiosk.screen.grab(), KEY), "the pad")
    kiosk.hands(LET_GO)
    kiosk.hands(f"type {PIN[::-1]}")
    kiosk.key("Return")
    kiosk.tells("a wrong PIN was given; in a row: 1")
    kiosk.hands(f"type {PIN}")
    kiosk.key("Return")
    until(lambda: is_drawn(kiosk.screen.grab(), QUIT), "the staff screen")
    kiosk.hands(f"mousemove {QUIT[0]} {QUIT[1]} click 1 sleep 0.5 click 1")
    assert kiosk.ends() == 0
    assert kiosk.errors.splitlines()[-1] == "a wrong PIN was given; in a row: 1"


def test_without_a_pin_nobody_comes_in(start: Start) -> None:
    kiosk = start()
    settles(kiosk)
    kiosk.hands(HOLD, "sleep 4.6", LET_GO)
    kiosk.wakes("bravo")
    assert not is_drawn(kiosk.screen.grab(), KEY)
