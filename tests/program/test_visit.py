"""What a visitor does, and what the screen and the play log then show."""

import signal

import pytest

from tests.program.conftest import (
    CLOSE,
    HOME,
    LANGUAGE,
    NEXT,
    NOWHERE,
    PATIENCE,
    PREVIOUS,
    RESUME,
    SECOND_INVITATION,
    SECTIONS,
    THIRD_SLIDE,
    Kiosk,
)

pytestmark = pytest.mark.program


def test_a_tap_begins_a_visit_on_the_same_slide_and_brings_the_controls(kiosk: Kiosk) -> None:
    kiosk.sees_at(PREVIOUS, is_control=False)
    kiosk.tap(PREVIOUS)
    kiosk.wakes()
    for control in (HOME, SECTIONS, PREVIOUS, NEXT, LANGUAGE, RESUME):
        kiosk.sees_at(control, is_control=True)


def test_an_invitation_begins_a_visit_in_its_language(kiosk: Kiosk) -> None:
    kiosk.tap(SECOND_INVITATION)
    kiosk.wakes()
    kiosk.events("language")
    kiosk.shows("alpha", language="en")


def test_what_each_control_does(kiosk: Kiosk) -> None:
    kiosk.tap(NOWHERE)
    kiosk.wakes()
    kiosk.tap(NEXT)
    kiosk.shows("bravo")
    kiosk.tap(NEXT)
    kiosk.shows("charlie")
    kiosk.tap(PREVIOUS)
    kiosk.shows("bravo")
    kiosk.tap(LANGUAGE)
    kiosk.events("language")
    kiosk.shows("bravo", language="en")
    kiosk.tap(HOME)
    kiosk.shows("alpha", language="en")
    kiosk.tap(PREVIOUS)
    kiosk.shows("delta", language="en")
    kiosk.tap(RESUME)
    kiosk.shows("delta", "rotation")


def test_the_overview(kiosk: Kiosk) -> None:
    kiosk.tap(NOWHERE)
    kiosk.wakes()
    kiosk.tap(SECTIONS)
    kiosk.sees("#ffffff")
    kiosk.tap(CLOSE)
    kiosk.sees("#0000c0")
    kiosk.tap(SECTIONS)
    kiosk.sees("#ffffff")
    kiosk.tap(THIRD_SLIDE)
    kiosk.shows("charlie")


def test_what_each_key_does(kiosk: Kiosk) -> None:
    kiosk.key("Right")
    kiosk.wakes()
    for key, slide in [
        ("Right", "bravo"),
        ("Page_Down", "charlie"),
        ("Page_Up", "bravo"),
        ("Left", "alpha"),
        ("Left", "delta"),
        ("Home", "alpha"),
    ]:
        kiosk.key(key)
        kiosk.shows(slide)
    kiosk.key("Return")
    kiosk.sees("#ffffff")
    kiosk.key("Escape")
    kiosk.sees("#0000c0")
    kiosk.key("Return")
    kiosk.sees("#ffffff")
    kiosk.key("Down")
    kiosk.key("Return")
    kiosk.shows("charlie")
    kiosk.key("Escape")
    kiosk.shows("charlie", "rotation")
    kiosk.key("space")
    kiosk.wakes("charlie")
    kiosk.key("space")
    kiosk.shows("charlie", "rotation")


def test_a_notch_of_the_wheel_is_a_slide_after_the_one_that_wakes(kiosk: Kiosk) -> None:
    down, up = "click 5", "click 4"
    kiosk.hands("mousemove 1200 500", down)
    kiosk.wakes()
    kiosk.hands(down)
    kiosk.shows("bravo")
    kiosk.hands(up)
    kiosk.shows("alpha")


def test_a_swipe_turns_the_slide_and_a_short_one_does_not(kiosk: Kiosk) -> None:
    kiosk.drag((1500, 500), (1400, 500), (1000, 500), (500, 500))
    kiosk.wakes()
    kiosk.shows("bravo")
    kiosk.drag((500, 500), (600, 500), (1000, 500), (1500, 500))
    kiosk.shows("alpha")
    # However many of its steps a busy machine hears as one, the finger is slow.
    kiosk.drag((1000, 500), *((1000 - way, 500) for way in range(5, 85, 5)))
    kiosk.key("Right")
    kiosk.shows("bravo")
    kiosk.key("Left")
    kiosk.shows("alpha")


@pytest.mark.parametrize("idle", ["10s"])
def test_silence_ends_in_a_question_that_a_click_answers(kiosk: Kiosk) -> None:
    kiosk.reads_bravo_in_english()
    kiosk.events("idle-warning", seconds=10 + PATIENCE)
    kiosk.sees_at((960, 540), is_control=True)
    # The mouse is on a control still, under the question.
    kiosk.hands("click 1")
    kiosk.events("touched")
    kiosk.sees("#ffffff")


# It takes 40 s; tests/qml/test_reset.py does the same on a clock of its own.
@pytest.mark.faults
@pytest.mark.parametrize("idle", ["10s"])
def test_silence_ends_in_the_first_slide_and_language(kiosk: Kiosk) -> None:
    kiosk.reads_bravo_in_english()
    kiosk.events("idle-warning", "reset", seconds=40 + PATIENCE)
    kiosk.shows("alpha", "rotation")
    kiosk.sees("#0000c0")


def test_a_signal_freezes_the_screen_to_be_cleaned(kiosk: Kiosk) -> None:
    kiosk.process.send_signal(signal.SIGUSR1)
    # The note stands on the ground of the show, the slide on its accent.
    kiosk.sees("#ffffff")
    kiosk.tap(NOWHERE)
    kiosk.key("Right")
    kiosk.process.terminate()
    kiosk.events("stopped")
