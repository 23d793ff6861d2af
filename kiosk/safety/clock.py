"""Whether the wall clock can be believed. A machine without a battery wakes up in 1970, or in the year it was made.

Nothing of the show asks it but what is to happen at a time of day; slides turn by a clock that only counts.
"""

import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

SYNCHRONISED = Path("/run/systemd/timesync/synchronized")
"""There once systemd has asked a server for the time. Source: systemd-timesyncd.service(8)."""

LIFE = 20 * 366 * 86400.0
"""Seconds after the newest thing that is known, past which no program runs."""

SLACK = 60.0
"""Seconds by which the clocks of two machines may differ."""


def doubt(now: float, known: Iterable[float], *, is_synchronised: bool = False) -> str:
    """Why a time is not to be believed, in a sentence; empty if it is. Times are in seconds of the Unix epoch.

    `known` are times that have certainly been, such as when the program was made.
    """
    newest = max(known, default=0.0)
    if is_synchronised or newest - SLACK <= now <= newest + LIFE:
        return ""
    told = datetime.fromtimestamp(now, UTC).date()
    return f"the clock says {told}, which is {'before' if now < newest else 'long after'} {_day(newest)}"


def doubt_now(known: Iterable[float]) -> str:
    """Why the clock of this machine is not to be believed; empty if it is. `known` is that of `doubt`."""
    return doubt(time.time(), known, is_synchronised=is_synchronised())


def _day(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).date().isoformat()


def times_known(files: Iterable[Path]) -> list[float]:
    """When files were written last that are there: those of the program, and those that it wrote itself."""
    times: list[float] = []
    for file in files:
        with suppress(OSError):
            times.append(file.stat().st_mtime)
    return times


def is_synchronised(sign: Path = SYNCHRONISED) -> bool:
    """Whether a server has told this machine the time since it started."""
    return sign.exists()
