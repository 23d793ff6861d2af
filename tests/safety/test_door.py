"""Who comes in through the door, and when it shuts."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.safety import door as moves
from kiosk.safety.door import HINT, HOLD, OPEN, PAD, SHUT, Door, Stand

PIN = "40718"


def held(seconds: float) -> Door:
    """A door whose corner was held for so long."""
    door = moves.hold(SHUT, 100.0)
    while (due := moves.deadline(door)) is not None and due <= 100.0 + seconds:
        door = moves.tick(door, due)
    return door


def given(digits: str) -> Door:
    door = held(HOLD)
    for digit in digits:
        door = moves.type_digit(door, 105.0, digit)
    return door


@pytest.mark.parametrize(
    ("seconds", "stand"),
    [(0.0, Stand.HELD), (HINT - 0.1, Stand.HELD), (HINT, Stand.HINTED), (HOLD - 0.1, Stand.HINTED), (HOLD, Stand.PAD)],
)
def test_what_holding_the_corner_does(seconds: float, stand: Stand) -> None:
    assert held(seconds).stand is stand


@pytest.mark.parametrize("seconds", [0.0, HINT, HOLD - 0.1])
def test_whoever_lets_go_too_early_has_done_nothing(seconds: float) -> None:
    assert moves.let_go(held(seconds)) == SHUT


def test_the_finger_that_held_it_may_leave_the_pad() -> None:
    assert moves.let_go(held(HOLD)).stand is Stand.PAD


def test_the_right_pin_opens() -> None:
    door = moves.enter(given(PIN), 106.0)
    assert (door.stand, door.digits) == (Stand.CHECKING, PIN)
    assert moves.judged(door, 107.0, True) == Door(Stand.OPEN, 107.0)


def test_a_wrong_pin_is_said_until_the_next_key() -> None:
    door = moves.judged(moves.enter(given(PIN), 106.0), 107.0, False)
    assert door == Door(Stand.PAD, 107.0, is_wrong=True)
    assert moves.type_digit(door, 108.0, "4") == Door(Stand.PAD, 108.0, "4")


def test_what_is_no_pin_yet_is_not_looked_at() -> None:
    assert moves.enter(given("407"), 106.0).stand is Stand.PAD


def test_digits_are_taken_up_to_the_longest_pin_and_taken_back() -> None:
    assert given("1234567890123").digits == "123456789012"
    assert given("12x3 ٤").digits == "123"
    assert moves.erase(given("12"), 106.0).digits == "1"
    assert moves.erase(given(""), 106.0).digits == ""


@pytest.mark.parametrize(("door", "patience"), [(Door(Stand.PAD, 100.0, "407"), PAD), (Door(Stand.OPEN, 100.0), OPEN)])
def test_it_shuts_by_itself(door: Door, patience: float) -> None:
    assert moves.tick(door, 100.0 + patience - 0.1) == door
    assert moves.tick(door, 100.0 + patience) == SHUT
    later = moves.touch(door, 110.0)
    assert moves.tick(later, 100.0 + patience) == later


def test_a_pin_that_is_being_looked_at_is_waited_for() -> None:
    assert moves.deadline(moves.enter(given(PIN), 106.0)) is None


@pytest.mark.parametrize("stand", [Stand.HELD, Stand.HINTED, Stand.PAD, Stand.OPEN])
def test_a_clock_that_goes_back_shuts_it(stand: Stand) -> None:
    assert moves.tick(Door(stand, 100.0), 50.0) == SHUT


class AnybodyAtTheDoor(RuleBasedStateMachine):
    """Anybody does anything at any time. Whoever is in gave the PIN, after holding the corner for all of its time."""

    @initialize()
    def start(self) -> None:
        self.now = 10.0
        self.door = SHUT
        self.held_since: float | None = None
        self.was_right = False

    @rule(seconds=st.floats(0, 20) | st.sampled_from([HINT, HOLD, PAD, OPEN, -5.0]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        before = self.door.stand
        self.door = moves.tick(self.door, self.now)
        if self.door.stand is Stand.PAD and before is not Stand.PAD:
            assert self.held_since is not None
            assert self.now - self.held_since >= HOLD - 1e-6

    @rule()
    def hold(self) -> None:
        if self.door == SHUT:
            self.held_since = self.now
        self.door = moves.hold(self.door, self.now)

    @rule()
    def let_go(self) -> None:
        self.door = moves.let_go(self.door)
        if self.door == SHUT:
            self.held_since = None

    @rule(digits=st.text("0123456789", max_size=14))
    def type(self, digits: str) -> None:
        for digit in digits:
            self.door = moves.type_digit(self.door, self.now, digit)

    @rule()
    def erase(self) -> None:
        self.door = moves.erase(self.door, self.now)

    @rule()
    def enter(self) -> None:
        self.door = moves.enter(self.door, self.now)

    @rule(is_right=st.booleans())
    def judge(self, is_right: bool) -> None:
        self.was_right = is_right and self.door.stand is Stand.CHECKING
        self.door = moves.judged(self.door, self.now, is_right)
        assert (self.door.stand is Stand.OPEN) >= self.was_right

    @invariant()
    def nobody_is_in_without_the_pin(self) -> None:
        assert self.door.stand is not Stand.OPEN or self.was_right
        assert self.door.digits == "" or self.door.stand in (Stand.PAD, Stand.CHECKING)

    @invariant()
    def it_always_shuts_again(self) -> None:
        assert (moves.deadline(self.door) is None) == (self.door.stand in (Stand.SHUT, Stand.CHECKING))


TestAnybodyAtTheDoor = AnybodyAtTheDoor.TestCase
