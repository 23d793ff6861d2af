"""How the show begins: with the content of the site, or if that cannot be shown with the last good one."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.problems import Problem
from kiosk.content.reader import Fingerprint, Reading, fingerprint, located, places_of_site, read, shipped_content
from kiosk.safety.ladder import Rung
from kiosk.safety.last_good import LastGood, last_good

PATIENCE = 3.0
"""Seconds that the site's content has to answer; then something else shows first, and it comes when it comes."""


@dataclass(frozen=True)
class Found:
    """The site's content at the start: where it is, what came of reading it, and its files as they were then.

    `places` are all where it may be. `store` has what was kept of it, and is None where nothing can be kept.
    """

    path: Path
    places: tuple[Path, ...]
    reading: Reading
    seen: Fingerprint
    store: LastGood | None


@dataclass(frozen=True)
class Beginning:
    """What is shown first, and under which revision. `instead` tells staff why it is not the site's content."""

    reading: Reading
    revision: str
    instead: str = ""
    copies: Mapping[Path, Path] = field(default_factory=dict)
    """The files that the show names and where the same lie on our own disk."""


def find(content: str | None, state: Path | None, patience: float = PATIENCE) -> Found:
    """Read the content of the site, in a thread: a drive that hangs may never answer. `state` is the state folder."""
    places = places_of_site(content)
    found: list[Found] = []
    reader = threading.Thread(target=lambda: found.append(_look(places, state)), name="content reader", daemon=True)
    reader.start()
    reader.join(patience)
    if found:
        return found[0]
    problem = Problem(str(places[0]), 1, 1, "error", f"cannot be read: no answer within {patience:g} s", "file")
    silent = Reading(None, (problem,), "", places)
    return Found(places[0], places, silent, (), last_good(state, places))


def _look(places: tuple[Path, ...], state: Path | None) -> Found:
    path = located(places)
    store = last_good(state, (path, *places) if len(places) > 1 else places)
    if path == shipped_content() and store and store.is_there:
        # What the site once had here, and has no longer, is missed.
        path = places[0]
    reading = read(path)
    return Found(path, places, reading, fingerprint(reading.files), store)


def begin(found: Found, *, is_doubted: bool = False) -> Beginning:
    """What to show first. `is_doubted` says that the program ended again and again with the site's content."""
    reading, store = found.reading, found.store
    own = Beginning(reading, reading.revision)
    if store is None:
        return own
    if reading.errors:
        why = "it has errors"
    elif reading.revision in store.denied():
        why = "with it the program ended again and again, and it is not shown until it is changed"
    elif is_doubted:
        why = "with it the program ended again and again"
    else:
        return own
    kept = store.read(other_than=reading.revision if is_doubted else "")
    if kept is None and reading.show is None:
        # As before there was any content of the site.
        shipped = read(shipped_content())
        return Beginning(shipped, shipped.revision, f"{found.path}: {why}; the screen shows {Rung.SHIPPED.words}")
    if kept is None:
        return own
    if is_doubted and not reading.errors and store.paths(reading.revision) is None:
        # Never seen to be good, it will hardly become so; what once was may do with another start.
        with suppress(OSError):  # A disk that takes no note of it: this start does without it all the same.
            store.deny(reading.revision)
    instead = f"{found.path}: {why}; the screen shows the last good content, kept on {kept.since}"
    return Beginning(kept.reading, kept.revision, instead, kept.paths)
