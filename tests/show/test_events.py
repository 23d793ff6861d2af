"""What the play log tells of each move."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.content.model import StatementSlide
from kiosk.content.values import Text
from kiosk.show import state as machine
from kiosk.show.events import Event, events
from kiosk.show.state import Deck, ShowState, Visit

SLIDES = tuple(StatementSlide(id=name, text=Text({"": name}), duration=10.0) for name in "ab")
DECK = Deck(SLIDES, ("fr", "en"), 60.0, "r1")
NEW_DECK = replace(DECK, revision="r2")
FRESH = ShowState(DECK, 0)
ROTATING = ShowState(DECK, 0, 0.0)
VISITING = ShowState(DECK, 0, 0.0, Visit("fr", 0.0))
WARNED = ShowState(DECK, 0, 0.0, Visit("fr", 0.0, warned_at=60.0))


def shown(slide: str = "a", language: str = "fr", mode: str = "rotation", revision: str = "r1") -> Event:
    return Event("shown", slide, language, mode, revision)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (None, FRESH, [Event("started", revision="r1")]),
        (None, ROTATING, [Event("started", revision="r1"), shown()]),
        (FRESH, machine.shown(FRESH, 1.0), [shown()]),
        (ROTATING, ROTATING, []),
        (ROTATING, machine.tick(ROTATING, 10.0), []),
        (ROTATING, machine.touch(ROTATING, 1.0), [Event("touched", slide="a"), shown(mode="visit")]),
        (VISITING, machine.touch(VISITING, 1.0), []),
        (VISITING, machine.next_slide(VISITING, 1.0), []),
        (VISITING, machine.choose_language(VISITING, 1.0, "en"), [Event("language", language="en")]),
        (
            ROTATING,
            machine.choose_language(ROTATING, 1.0, "en"),
            [Event("touched", slide="a"), Event("language", language="en")],
        ),
        (VISITING, machine.resume(VISITING, 1.0), [shown()]),
        (VISITING, machine.tick(VISITING, 60.0), [Event("idle-warning")]),
        (WARNED, machine.touch(WARNED, 70.0), [Event("touched", slide="a")]),
        (WARNED, machine.tick(WARNED, 90.0), [Event("reset"), shown()]),
        (replace(WARNED, position=1), machine.tick(replace(WARNED, position=1), 90.0), [Event("reset")]),
        (ROTATING, machine.replace_deck(ROTATING, NEW_DECK), [Event("reloaded", revision="r2"), shown(revision="r2")]),
        (WARNED, machine.replace_deck(WARNED, replace(DECK, languages=("en",), revision="r2")), None),
    ],
)
def test_a_move_tells_what_it_made_happen(old: ShowState | None, new: ShowState, told: list[Event] | None) -> None:
    if told is None:
        told = [Event("reloaded", revision="r2"), Event("language", language="en")]
    assert list(events(old, new)) == told


def test_an_event_is_one_line_of_json_with_only_what_it_has() -> None:
    time = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    line = shown("é", mode="visit").to_json(time, 12.3456)
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2026-01-02T03:04:05.678+00:00",
        "monotonic": 12.346,
        "event": "shown",
        "slide": "é",
        "language": "fr",
        "mode": "visit",
        "revision": "r1",
    }
    assert json.loads(Event("stopped").to_json(time, 1.0)).keys() == {"time", "monotonic", "event"}
