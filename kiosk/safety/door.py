"""The door to what only staff may do: a corner of the screen is held, a PIN is given, and it shuts by itself.

A door is a value and a move is a function to the next one; every time is in seconds of a monotonic clock and handed in.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.safety.pin import LONGEST, SHORTEST

HINT = 1.5
"""Seconds of holding after which the screen answers."""

HOLD = 4.0
"""Seconds of holding. A hand that leans on the screen moves in that time, or is not one finger."""

PAD = 15.0
"""Seconds without a key after which nobody is going to give a PIN."""

OPEN = 60.0
"""Seconds without a touch after which staff have gone."""


class Stand(StrEnum):
    """How far it is open."""

    SHUT = "shut"
    HELD = "held"
    """A finger is on the corner, which nobody sees."""
    HINTED = "hinted"
    """The same, and the screen shows that it goes on counting."""
    PAD = "pad"
    CHECKING = "checking"
    OPEN = "open"


@dataclass(frozen=True)
class Door:
    """One moment. `since` is when what is waited for began, `digits` what is given of a PIN."""

    stand: Stand = Stand.SHUT
    since: float = 0.0
    digits: str = field(default="", repr=False)
    is_wrong: bool = False
    """Whether the last PIN given was wrong."""


SHUT = Door()


def hold(door: Door, now: float) -> Door:
    """A finger comes to the corner."""
    return Door(Stand.HELD, now) if door.stand is Stand.SHUT else door


def let_go(door: Door) -> Door:
    """The finger leaves the corner."""
    return SHUT if door.stand in (Stand.HELD, Stand.HINTED) else door


def type_digit(door: Door, now: float, digit: str) -> Door:
    """Another digit of the PIN."""
    if door.stand is not Stand.PAD or len(door.digits) >= LONGEST or digit not in "0123456789" or len(digit) != 1:
        return touch(door, now)
    return Door(Stand.PAD, now, door.digits + digit)


def erase(door: Door, now: float) -> Door:
    """The last digit is taken back."""
    return Door(Stand.PAD, now, door.digits[:-1]) if door.stand is Stand.PAD else touch(door, now)


def enter(door: Door, now: float) -> Door:
    """The PIN is to be looked at."""
    if door.stand is not Stand.PAD or len(door.digits) < SHORTEST:
        return touch(door, now)
    return Door(Stand.CHECKING, now, door.digits)


def judged(door: Door, now: float, is_right: bool) -> Door:
    """The PIN was right or wrong."""
    if door.stand is not Stand.CHECKING:
        return door
    return Door(Stand.OPEN, now) if is_right else Door(Stand.PAD, now, is_wrong=True)


def touch(door: Door, now: float) -> Door:
    """Staff are there."""
    return replace(door, since=now) if door.stand in (Stand.PAD, Stand.OPEN) else door


def deadline(door: Door) -> float | None:
    """When `tick()` has something to do, None if never."""
    patience = {Stand.HELD: HINT, Stand.HINTED: HOLD, Stand.PAD: PAD, Stand.OPEN: OPEN}.get(door.stand)
    return None if patience is None else door.since + patience


def tick(door: Door, now: float) -> Door:
    """What time does. A clock that went back counts as due, but gives nobody the pad."""
    due = deadline(door)
    if due is None or door.since <= now < due:
        return door
    if now < door.since or door.stand in (Stand.PAD, Stand.OPEN):
        return SHUT
    return Door(Stand.HINTED, door.since) if door.stand is Stand.HELD else Door(Stand.PAD, now)
