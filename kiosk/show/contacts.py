"""Which contacts on the glass the stage may see: one finger, two where two are wanted, and nothing else.

A panel reports fingers, palms, sleeves and drops of water alike. The stage is given one stream at a time: presses,
moves, then releases, or a cancel that undoes all of it. What is withheld stays so until it leaves the glass.
Positions are in pixels, times in seconds of a monotonic clock and handed in.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import chain

RESTED = 1.0
"""Seconds without movement after which a contact makes room for the next finger."""

STUCK = 20.0
"""Seconds without movement after which a contact is no finger any more."""

CROWD = 6
"""Contacts at once that are no visitor's fingers but a cloth."""

PALMS = 3
"""Palms at once that are a cloth."""

WIPING = 0.5
"""Seconds that a cloth is on the glass before the screen believes it is being cleaned."""

MOST = 10
"""Presses within a second that one person makes; more are a broken panel, or rain."""

CALM = 1.0
"""Seconds without so many presses after which a panel is believed again."""

Key = tuple[int, int]
"""A contact's device and its number there."""


class Phase(Enum):
    """What a contact does."""

    PRESSED = auto()
    MOVED = auto()
    STILL = auto()
    RELEASED = auto()


class Second(Enum):
    """When a second finger may join the first."""

    NEVER = auto()
    AT_ONCE = auto()
    """While the first has not moved: two fingers that begin to pinch, not a swipe that something brushes."""
    ALWAYS = auto()


@dataclass(frozen=True)
class Contact:
    """What the panel says of one contact; `diameter` is 0 where it does not know."""

    key: Key
    phase: Phase
    x: float = 0.0
    y: float = 0.0
    diameter: float = 0.0


@dataclass(frozen=True)
class Rules:
    """What counts as what, in pixels, and what the stage wants now."""

    palm: float
    """From this diameter on it is no finger."""
    slop: float
    """Moving by less is resting."""
    second: Second = Second.NEVER
    inside: tuple[float, float, float, float] = (-math.inf, -math.inf, math.inf, math.inf)
    """Left, top, right and bottom of where a finger comes down; beyond are the frame and whatever leans on it."""
    is_frozen: bool = False
    """Nothing is to be seen: the screen is being cleaned."""


@dataclass(frozen=True)
class Finger:
    """A contact that is down: where it last came to rest, and since when."""

    x: float
    y: float
    still_since: float
    is_seen: bool = False
    is_palm: bool = False
    has_moved: bool = False


@dataclass(frozen=True)
class Hands:
    """All that is on the glass."""

    fingers: Mapping[Key, Finger] = field(default_factory=dict)
    crowded_since: float | None = None
    presses: tuple[float, ...] = ()
    """When fingers came down last, those that were withheld as well."""
    stormy_until: float = -math.inf
    """Before this time nothing is believed: more came down at once than anybody has fingers for."""

    @property
    def seen(self) -> list[Key]:
        """The contacts that the stage follows."""
        return [key for key, finger in self.fingers.items() if finger.is_seen]


@dataclass(frozen=True)
class Verdict:
    """What becomes of a report: first the stream so far is cancelled or not, then the contacts in `seen` are shown."""

    cancels: bool = False
    seen: frozenset[Key] = frozenset()
    is_wiped: bool = False
    is_storm: bool = False


def report(hands: Hands, contacts: Iterable[Contact], now: float, rules: Rules) -> tuple[Hands, Verdict]:
    """What is on the glass after the panel's report of one device, and what the stage sees of it."""
    contacts = list(contacts)
    followed = hands.seen
    fingers = dict(hands.fingers)
    for key in _vanished(fingers, contacts):
        del fingers[key]
    for contact in contacts:
        if contact.phase is not Phase.PRESSED:
            fingers[contact.key] = _followed(fingers.get(contact.key), contact, now, rules)
    crowded_since = _crowded_since(hands, fingers, contacts, now, rules)
    presses, stormy_until = _pressed(hands, contacts, now)
    is_storm = now < stormy_until
    is_wiped = crowded_since is not None and now - crowded_since >= WIPING
    hears_nothing = is_wiped or is_storm or rules.is_frozen
    is_over = hears_nothing or any(key not in fingers or fingers[key].is_palm for key in followed)
    cancels = bool(followed) and (is_over or _makes_room(fingers, followed, contacts, now, rules))
    if cancels:
        fingers = _withheld(fingers)
    for contact in contacts:
        if contact.phase is Phase.PRESSED:
            is_seen = not hears_nothing and _may_come(fingers, contact, rules)
            fingers[contact.key] = replace(_followed(None, contact, now, rules), is_seen=is_seen)
    seen = frozenset(contact.key for contact in contacts if fingers[contact.key].is_seen)
    gone = {contact.key for contact in contacts if contact.phase is Phase.RELEASED}
    left = {key: finger for key, finger in fingers.items() if key not in gone}
    return Hands(left, crowded_since, presses, stormy_until), Verdict(cancels, seen, is_wiped, is_storm)


def deadline(hands: Hands) -> float | None:
    """When `tick()` has something to do, None if never."""
    return min((hands.fingers[key].still_since + STUCK for key in hands.seen), default=None)


def tick(hands: Hands, now: float) -> tuple[Hands, Verdict]:
    """What time does: a contact that has been still for long is followed no more."""
    due = deadline(hands)
    return cancel(hands) if due is not None and now >= due else (hands, Verdict())


def cancel(hands: Hands) -> tuple[Hands, Verdict]:
    """Nothing on the glass is followed any more."""
    return replace(hands, fingers=_withheld(hands.fingers)), Verdict(cancels=bool(hands.seen))


def unplugged(hands: Hands, device: int) -> tuple[Hands, Verdict]:
    """A device is gone, or took all its contacts back."""
    left = {key: finger for key, finger in hands.fingers.items() if key[0] != device}
    return replace(hands, fingers=left, crowded_since=None), Verdict(cancels=any(key not in left for key in hands.seen))


def _vanished(fingers: Mapping[Key, Finger], contacts: list[Contact]) -> list[Key]:
    """The contacts that ended without a word: pressed anew, or left out where a device begins from nothing."""
    pressed = {contact.key for contact in contacts if contact.phase is Phase.PRESSED}
    begun = {key[0] for key in pressed} if len(pressed) == len(contacts) else set()
    return [key for key in fingers if key in pressed or key[0] in begun]


def _followed(finger: Finger | None, contact: Contact, now: float, rules: Rules) -> Finger:
    """A contact as it is after a report; one whose press was never told is withheld."""
    is_palm = contact.diameter > rules.palm
    if finger is None:
        return Finger(contact.x, contact.y, now, is_palm=is_palm)
    finger = replace(finger, is_palm=finger.is_palm or is_palm)
    way = max(abs(contact.x - finger.x), abs(contact.y - finger.y))
    if contact.phase is Phase.STILL or way <= rules.slop:
        return finger
    return replace(finger, x=contact.x, y=contact.y, still_since=now, has_moved=True)


def _crowded_since(
    hands: Hands, fingers: Mapping[Key, Finger], contacts: list[Contact], now: float, rules: Rules
) -> float | None:
    """Since when there is more on the glass than a visitor's fingers."""
    leaving = {contact.key for contact in contacts if contact.phase is Phase.RELEASED}
    coming = (contact.diameter > rules.palm for contact in contacts if contact.phase is Phase.PRESSED)
    staying = (finger.is_palm for key, finger in fingers.items() if key not in leaving)
    are_palms = list(chain(coming, staying))
    if len(are_palms) < CROWD and sum(are_palms) < PALMS:
        return None
    return now if hands.crowded_since is None else hands.crowded_since


def _pressed(hands: Hands, contacts: list[Contact], now: float) -> tuple[tuple[float, ...], float]:
    """When fingers came down within the last second, and until when that is a storm."""
    # Fingers that come together are one touch.
    new = any(contact.phase is Phase.PRESSED for contact in contacts)
    # A clock that went back forgets them.
    recent = [time for time in hands.presses if now - 1.0 < time <= now]
    presses = tuple([*recent, *[now] * new][-MOST - 1 :])
    if len(presses) > MOST:
        return presses, now + CALM
    return presses, hands.stormy_until if hands.stormy_until <= now + CALM else -math.inf


def _makes_room(
    fingers: Mapping[Key, Finger], followed: list[Key], contacts: list[Contact], now: float, rules: Rules
) -> bool:
    """Whether another finger comes while all that is followed rests: a held finger, a sleeve, a drop."""
    comes = any(contact.phase is Phase.PRESSED and contact.diameter <= rules.palm for contact in contacts)
    return comes and all(now - fingers[key].still_since > RESTED for key in followed)


def _may_come(fingers: Mapping[Key, Finger], contact: Contact, rules: Rules) -> bool:
    """Whether the stage may see a contact that comes."""
    left, top, right, bottom = rules.inside
    if contact.diameter > rules.palm or not (left <= contact.x <= right and top <= contact.y <= bottom):
        return False
    followed = {key: finger for key, finger in fingers.items() if finger.is_seen}
    if not followed:
        return True
    if len(followed) > 1 or any(key[0] != contact.key[0] for key in followed):
        return False
    has_moved = any(finger.has_moved for finger in followed.values())
    return rules.second is Second.ALWAYS or (rules.second is Second.AT_ONCE and not has_moved)


def _withheld(fingers: Mapping[Key, Finger]) -> dict[Key, Finger]:
    return {key: replace(finger, is_seen=False) for key, finger in fingers.items()}
