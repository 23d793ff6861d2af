"""A visitor who has five keys and nothing else: all that a finger can do."""

import pytest

from tests.program.conftest import Kiosk

pytestmark = pytest.mark.program

# The white of the show's ground, of its panels too, and the blue of its first slide.
GROUND, ACCENT = "#ffffff", "#0000c0"
# On the first slide nothing but its ground is here; the comfort panel covers it.
LOW = (960, 900)


def press(kiosk: Kiosk, *names: str) -> None:
    kiosk.hands(*(f"key {name}" for name in names))


def to_the_last_control(kiosk: Kiosk) -> None:
    press(kiosk, "Down", *["Right"] * 8)


def test_five_keys_reach_and_use_everything(kiosk: Kiosk) -> None:
    # The first only wakes; then left and right turn the pages.
    press(kiosk, "Down")
    kiosk.wakes()
    press(kiosk, "Right")
    kiosk.shows("bravo")
    press(kiosk, "Left")
    kiosk.shows("alpha")
    # Next and previous, by their controls.
    press(kiosk, "Down", "Return")
    kiosk.shows("bravo")
    press(kiosk, "Left", "Return")
    kiosk.shows("alpha")
    # The overview: the slide after the one that shows.
    press(kiosk, *["Left"] * 4, "Right", "Return")
    kiosk.sees(GROUND)
    press(kiosk, "Right", "Return")
    kiosk.shows("bravo")
    # Home.
    press(kiosk, *["Left"] * 8, "Return")
    kiosk.shows("alpha")
    # The language.
    press(kiosk, *["Right"] * 8, "Left", "Left", "Return")
    kiosk.events("language")
    kiosk.shows("alpha", language="en")
    # Comfort: very large text, and out again by the control that closes it.
    plain = kiosk.screen.grab()
    press(kiosk, "Right", "Return")
    kiosk.sees(GROUND, LOW)
    press(kiosk, "Down", "Right", "Right", "Return", "Up", "Return")
    kiosk.sees(ACCENT, LOW)
    assert kiosk.screen.grab() != plain
    # Up leaves the controls, and the pages turn again.
    press(kiosk, "Up", "Left")
    kiosk.shows("delta", language="en")
    # The rotation goes on, in its own language.
    to_the_last_control(kiosk)
    press(kiosk, "Return")
    kiosk.shows("delta", "rotation")


def test_tab_and_enter_reach_and_use_everything(kiosk: Kiosk) -> None:
    press(kiosk, "Tab")
    kiosk.wakes()
    # From the last control, backwards over comfort, to the language.
    press(kiosk, *["shift+Tab"] * 3, "Return")
    kiosk.events("language")
    kiosk.shows("alpha", language="en")
    press(kiosk, "Tab", "Return")
    kiosk.sees(GROUND, LOW)
    press(kiosk, "Escape")
    kiosk.sees(ACCENT, LOW)
    press(kiosk, "Tab", "Return")
    kiosk.shows("alpha", "rotation")
