"""What the stage sees of what lies on the glass."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.show import contacts
from kiosk.show.contacts import Contact, Hands, Key, Phase, Rules, Second, Verdict

RULES = Rules(palm=120.0, slop=12.0)
PINCHES = replace(RULES, second=Second.AT_ONCE)
ZOOMS = replace(RULES, second=Second.ALWAYS)
PALM = 150.0

A, B, C = (1, 0), (1, 1), (1, 2)
ELSEWHERE = (2, 0)


def press(key: Key, x: float = 100.0, diameter: float = 20.0) -> Contact:
    return Contact(key, Phase.PRESSED, x, 100.0, diameter)


def move(key: Key, x: float, diameter: float = 20.0) -> Contact:
    return Contact(key, Phase.MOVED, x, 100.0, diameter)


def still(key: Key) -> Contact:
    return Contact(key, Phase.STILL)


def release(key: Key) -> Contact:
    return Contact(key, Phase.RELEASED, 100.0, 100.0)


class Glass:
    """A panel whose reports are handed on as they come; what the stage saw last."""

    def __init__(self, rules: Rules = RULES) -> None:
        self.rules = rules
        self.hands = Hands()
        self.verdict = Verdict()
        self.now = 50.0

    def report(self, *told: Contact, after: float = 0.01) -> set[Key]:
        """What the stage sees of a report."""
        self.now += after
        self.hands, self.verdict = contacts.report(self.hands, told, self.now, self.rules)
        return set(self.verdict.seen)

    def tick(self, after: float) -> bool:
        """Whether time alone ends what the stage sees."""
        self.now += after
        self.hands, self.verdict = contacts.tick(self.hands, self.now)
        return self.verdict.cancels


def test_one_finger_is_seen_from_its_press_to_its_release() -> None:
    glass = Glass()
    assert glass.report(press(A)) == {A}
    assert glass.report(move(A, 200.0)) == {A}
    assert glass.report(release(A)) == {A}
    assert (glass.hands.fingers, glass.verdict.cancels) == ({}, False)


def test_a_second_finger_is_withheld_even_when_it_stays_longer() -> None:
    glass = Glass()
    glass.report(press(A))
    assert glass.report(still(A), press(B)) == {A}
    assert glass.report(move(A, 200.0), move(B, 300.0)) == {A}
    assert glass.report(release(A), still(B)) == {A}
    assert glass.report(move(B, 400.0)) == set()
    assert glass.report(release(B)) == set()
    assert glass.report(press(B)) == {B}


@pytest.mark.parametrize(
    ("rules", "moves_first", "seen"),
    [(RULES, False, {A}), (PINCHES, False, {A, B}), (PINCHES, True, {A}), (ZOOMS, True, {A, B})],
)
def test_a_second_finger_comes_where_two_are_wanted(rules: Rules, moves_first: bool, seen: set[Key]) -> None:
    glass = Glass(rules)
    glass.report(press(A))
    if moves_first:
        glass.report(move(A, 300.0))
    assert glass.report(still(A), press(B)) == seen
    assert glass.report(still(A), still(B), press(C)) == seen


def test_a_second_finger_of_another_panel_is_withheld() -> None:
    glass = Glass(ZOOMS)
    glass.report(press(A))
    assert glass.report(press(ELSEWHERE)) == set()
    assert not glass.verdict.cancels
    assert glass.report(move(A, 300.0)) == {A}


@pytest.mark.parametrize("rules", [RULES, PINCHES, ZOOMS])
def test_a_held_finger_makes_room_for_the_next(rules: Rules) -> None:
    glass = Glass(rules)
    glass.report(press(A))
    assert glass.report(move(A, 105.0), press(B), after=1.5) == {B}
    assert glass.verdict.cancels
    assert glass.report(move(A, 500.0), still(B)) == {B}
    assert glass.report(release(A), still(B)) == {B}
    assert glass.report(release(B)) == {B}


def test_a_finger_that_moves_makes_no_room() -> None:
    glass = Glass()
    glass.report(press(A))
    glass.report(move(A, 200.0), after=0.9)
    assert glass.report(still(A), press(B), after=0.9) == {A}


def test_of_two_fingers_one_may_rest() -> None:
    glass = Glass(ZOOMS)
    glass.report(press(A), press(B))
    glass.report(still(A), move(B, 300.0), after=3.0)
    assert glass.report(still(A), still(B), press(C)) == {A, B}


def test_a_contact_that_is_still_for_long_is_let_go() -> None:
    glass = Glass()
    glass.report(press(A))
    assert contacts.deadline(glass.hands) == glass.now + contacts.STUCK
    glass.report(move(A, 104.0), after=19.0)
    assert not glass.tick(0.5)
    assert glass.tick(0.5)
    assert contacts.deadline(glass.hands) is None
    assert glass.report(move(A, 500.0)) == set()
    assert glass.report(release(A)) == set()


@pytest.mark.parametrize("grows", [False, True])
def test_a_palm_is_withheld_and_a_finger_beside_it_is_not(grows: bool) -> None:
    glass = Glass()
    assert glass.report(press(A, diameter=20.0 if grows else PALM)) == ({A} if grows else set())
    assert glass.report(move(A, 100.0, diameter=PALM)) == set()
    assert glass.verdict.cancels == grows
    assert glass.report(move(A, 100.0), press(B)) == {B}
    assert glass.report(release(A), still(B)) == {B}


@pytest.mark.parametrize("told", [[press(A)], [press(B)], [press(B), press(C)]])
def test_a_device_that_begins_anew_ends_what_was(told: list[Contact]) -> None:
    glass = Glass()
    glass.report(press(A))
    glass.report(move(A, 300.0))
    assert glass.report(*told) == {told[0].key}
    assert glass.verdict.cancels


def test_what_is_unplugged_is_gone() -> None:
    glass = Glass()
    glass.report(press(A))
    assert contacts.unplugged(glass.hands, ELSEWHERE[0]) == (glass.hands, Verdict())
    hands, verdict = contacts.unplugged(glass.hands, A[0])
    assert (hands.fingers, verdict) == ({}, Verdict(cancels=True))


def test_a_contact_whose_press_was_never_told_is_withheld() -> None:
    glass = Glass()
    assert glass.report(move(A, 300.0)) == set()
    assert glass.report(still(A), press(B)) == {B}
    assert glass.report(release(A), still(B)) == {B}


@pytest.mark.parametrize(("count", "diameter"), [(6, 20.0), (3, PALM)])
def test_many_contacts_for_half_a_second_are_a_cloth(count: int, diameter: float) -> None:
    glass = Glass()
    keys = [(1, number) for number in range(count)]
    glass.report(*(press(key, 100.0 * key[1], diameter) for key in keys))
    glass.report(*(move(key, 130.0 * key[1], diameter) for key in keys), after=0.3)
    assert not glass.verdict.is_wiped
    was_seen = bool(glass.hands.seen)
    assert glass.report(*(move(key, 160.0 * key[1], diameter) for key in keys), after=0.3) == set()
    assert (glass.verdict.is_wiped, glass.verdict.cancels) == (True, was_seen)
    assert glass.report(*map(release, keys)) == set()
    assert glass.report(press(A)) == {A}


def test_five_fingers_are_a_hand() -> None:
    glass = Glass()
    keys = [(1, number) for number in range(5)]
    glass.report(*map(press, keys))
    glass.report(*map(still, keys), after=10.0)
    assert not glass.verdict.is_wiped


def test_many_contacts_one_after_the_other_are_no_cloth() -> None:
    glass = Glass()
    keys = [(1, number) for number in range(6)]
    for _ in range(20):
        glass.report(*map(press, keys))
        glass.report(*map(release, keys), after=0.3)
        assert not glass.verdict.is_wiped


def test_while_the_screen_is_cleaned_nothing_is_seen() -> None:
    glass = Glass()
    glass.report(press(A))
    glass.rules = replace(RULES, is_frozen=True)
    assert glass.report(still(A), press(B)) == set()
    assert glass.verdict.cancels
    glass.rules = RULES
    assert glass.report(move(A, 300.0), move(B, 300.0)) == set()
    assert glass.report(still(A), still(B), press(C)) == {C}


@pytest.mark.parametrize(
    ("x", "y", "seen"),
    [(11, 500, False), (12, 500, True), (500, 11, False), (1909, 500, False), (500, 1069, False), (1900, 1060, True)],
)
def test_what_comes_down_along_the_frame_is_no_finger(x: float, y: float, seen: bool) -> None:
    glass = Glass(replace(RULES, inside=(12, 12, 1908, 1068)))
    assert glass.report(Contact(A, Phase.PRESSED, x, y)) == ({A} if seen else set())
    assert glass.report(Contact(A, Phase.MOVED, 600, 600)) == ({A} if seen else set())


def test_a_finger_may_move_to_the_frame() -> None:
    glass = Glass(replace(RULES, inside=(12, 12, 1908, 1068)))
    glass.report(press(A))
    assert glass.report(move(A, 2.0)) == {A}


def taps(glass: Glass, number: int, apart: float) -> list[bool]:
    """Whether each of so many taps was seen."""
    halves = apart / 2
    return [bool(glass.report(press(A), after=halves) & glass.report(release(A), after=halves)) for _ in range(number)]


def test_ten_taps_a_second_are_all_seen() -> None:
    assert all(taps(Glass(), 50, apart=0.101))


def test_more_than_that_is_a_broken_panel_and_none_is_seen_until_it_is_calm() -> None:
    glass = Glass()
    seen = taps(glass, 600, apart=0.05)
    assert seen == [True] * contacts.MOST + [False] * 590
    assert glass.report(press(A), after=contacts.CALM - 0.2) == set()
    glass.report(release(A))
    assert glass.report(press(A), after=contacts.CALM) == {A}


def test_a_storm_takes_back_what_was_pressed() -> None:
    glass = Glass(ZOOMS)
    glass.report(press(A))
    for number in range(1, contacts.MOST):
        glass.report(still(A), press((1, number)))
        assert not glass.verdict.cancels
    assert glass.report(still(A), press((1, contacts.MOST))) == set()
    assert (glass.verdict.cancels, glass.verdict.is_storm) == (True, True)


def test_a_clock_that_goes_back_ends_a_storm() -> None:
    glass = Glass()
    taps(glass, 30, apart=0.01)
    assert glass.report(press(A), after=-40.0) == {A}


class AnyGlass(RuleBasedStateMachine):
    """A panel that reports anything, and a stage that follows what it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.hands = Hands()
        self.now = 0.0
        self.followed: set[Key] = set()

    def tell(self, told: list[Contact], rules: Rules = RULES) -> Verdict:
        self.hands, verdict = contacts.report(self.hands, told, self.now, rules)
        self.obey(verdict, told)
        return verdict

    def obey(self, verdict: Verdict, told: list[Contact]) -> None:
        """Follow the stream, and complain of any report that is not one."""
        if verdict.cancels:
            assert self.followed
            self.followed.clear()
        phases = {contact.key: contact.phase for contact in told}
        for key in verdict.seen:
            assert (phases[key] is Phase.PRESSED) != (key in self.followed), "a press begins a stream, and only a press"
            self.followed.add(key)
        # Nobody the stage still follows is left out of what its device says of it.
        assert self.followed & phases.keys() == verdict.seen
        self.followed -= {key for key in verdict.seen if phases[key] is Phase.RELEASED}

    @rule(
        phases=st.dictionaries(st.integers(0, 8), st.sampled_from(Phase), min_size=1),
        device=st.integers(1, 2),
        x=st.floats(0.0, 2000.0),
        diameter=st.sampled_from([0.0, 20.0, 20.0, 20.0, PALM]),
        after=st.sampled_from([0.0, 0.01, 0.1, 0.6, 1.1, 30.0]),
        rules=st.sampled_from([RULES, RULES, PINCHES, ZOOMS, replace(RULES, is_frozen=True)]),
    )
    def panel_reports(
        self, phases: dict[int, Phase], device: int, x: float, diameter: float, after: float, rules: Rules
    ) -> None:
        self.now += after
        told = [Contact((device, number), phase, x + number, x, diameter) for number, phase in phases.items()]
        had_two = len(self.followed) > 1
        self.tell(told, rules)
        assert len(self.followed) <= (1 if rules.second is Second.NEVER and not had_two else 2)
        assert not (rules.is_frozen and self.followed)

    @rule(after=st.sampled_from([0.0, 1.0, 25.0]))
    def time_passes(self, after: float) -> None:
        self.now += after
        self.hands, verdict = contacts.tick(self.hands, self.now)
        self.obey(verdict, [])
        due = contacts.deadline(self.hands)
        assert due is None or due > self.now

    @rule(device=st.integers(1, 2))
    def device_goes(self, device: int) -> None:
        self.hands, verdict = contacts.unplugged(self.hands, device)
        self.obey(verdict, [])

    @rule()
    def all_fingers_leave_and_one_comes(self) -> None:
        """Whatever went before, after a moment's calm a tap is a tap."""
        self.now += 2.1
        for device in (1, 2):
            self.tell([release(key) for key in self.hands.fingers if key[0] == device])
        assert not self.followed
        assert self.tell([press(A)]) == self.tell([release(A)]) == Verdict(seen=frozenset({A}))

    @invariant()
    def both_agree(self) -> None:
        assert set(self.hands.seen) == self.followed


AnyGlass.TestCase.settings = settings(stateful_step_count=40)
TestAnyGlass = AnyGlass.TestCase
