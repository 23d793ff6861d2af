"""What the play log tells of the show, one event at a time."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from kiosk.show.state import ShowState

Name = Literal[
    "started",
    "shown",
    "touched",
    "language",
    "idle-warning",
    "reset",
    "reloaded",
    "rejected",
    "skipped",
    "stopped",
]


@dataclass(frozen=True)
class Event:
    """Something that happened. `rejected` (a broken save), `skipped` and `stopped` are made by who knows of them."""

    event: Name
    slide: str | None = None
    language: str | None = None
    mode: Literal["rotation", "visit"] | None = None
    revision: str | None = None

    def to_json(self, time: datetime, monotonic: float) -> str:
        """The line of the play log, without its end: `time` has an offset, `monotonic` is in seconds."""
        told = {name: value for name, value in asdict(self).items() if value is not None}
        line = {"time": time.isoformat(timespec="milliseconds"), "monotonic": round(monotonic, 3), **told}
        return json.dumps(line, ensure_ascii=False)


def events(old: ShowState | None, new: ShowState) -> tuple[Event, ...]:
    """What a move from one state to the next made happen, in order; from None, the start."""
    told: list[Event] = []
    if old is None:
        told.append(Event("started", revision=new.deck.revision))
    else:
        told.extend(_changes(old, new))
    page_shown = _shown(new)
    if page_shown is not None and (old is None or page_shown != _shown(old)):
        told.append(page_shown)
    return tuple(told)


def _changes(old: ShowState, new: ShowState) -> list[Event]:
    told: list[Event] = []
    if new.deck.revision != old.deck.revision:
        told.append(Event("reloaded", revision=new.deck.revision))
    if new.visit is not None and (old.visit is None or (old.is_warning and not new.is_warning)):
        told.append(Event("touched", slide=new.page.slide.id))
    if new.visit is not None and new.page.language != old.page.language:
        told.append(Event("language", language=new.page.language))
    if new.is_warning and not old.is_warning:
        told.append(Event("idle-warning"))
    # No other move ends a visit during its warning.
    if old.is_warning and new.visit is None:
        told.append(Event("reset"))
    return told


def _shown(state: ShowState) -> Event | None:
    """What stands on the screen, once it does."""
    if state.shown_at is None:
        return None
    mode: Literal["rotation", "visit"] = "rotation" if state.visit is None else "visit"
    return Event("shown", state.page.slide.id, state.page.language, mode, state.deck.revision)
