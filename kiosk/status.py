"""`kiosk status`: how the show is that runs on this machine, as another process of it says."""

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from kiosk.options import CONTENT_ERRORS, FINE, NO_SCREEN
from kiosk.safety.health import SILENT, Health, complaints, newest, places
from kiosk.safety.ladder import boot_id

LATE = 15.0
"""Seconds after which another record should have come."""

UNITS = (("d", 86400), ("h", 3600), ("min", 60))
WIDTH = 12
"""Columns of the names."""


def status(form: str, screen: str | None = None) -> tuple[int, list[str]]:
    """The exit status, and the lines to print. `form` is `text` or `json`; of several shows it is that of a screen,
    else the one that has written last."""
    folders = places(screen)
    boot = boot_id()
    health = newest(folders, boot, is_sound)
    age = health.age(time.monotonic(), boot) if health else None
    if health is None or age is None or age > (SILENT if lives(health.pid) else LATE):
        return NO_SCREEN, [silence(health, age, folders, form)]
    wrong = complaints(health)
    if form == "json":
        told = asdict(health) | {"is_running": True, "age": round(age, 1), "wrong": wrong}
        lines = [json.dumps(told, indent=2, ensure_ascii=False)]
    else:
        lines = list(text(health, age, wrong))
    return (CONTENT_ERRORS if wrong else FINE), lines


def is_sound(health: Health) -> bool:
    """Whether it can be told of, whoever wrote it."""
    try:
        "".join(text(health, 0.0, complaints(health))).encode()
        return health.monotonic >= 0 and isinstance(health.pid, int) and health.pid > 0
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return False


def lives(pid: int) -> bool:
    """Whether there is such a process, where that can be known."""
    if sys.platform != "win32":
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
    return True


def silence(health: Health | None, age: float | None, folders: list[Path], form: str) -> str:
    """That no show is running, as far as can be seen."""
    shut = [str(folder) for folder in folders if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK)]
    if health and age is not None:
        why = f"the show has said nothing for {duration(age)}: it hangs, or ended without a word"
    elif shut:
        why = f"nothing is known: {', '.join(shut)} cannot be read (sudo kiosk status can)"
    else:
        why = "no show is running"
    if form == "json":
        return json.dumps({"is_running": False, "age": age and round(age, 1), "wrong": [why]}, indent=2)
    return why


def text(health: Health, age: float, wrong: list[str]) -> Iterator[str]:
    """What a person reads: what is wrong first."""
    yield f"kiosk {health.version} has been running for {duration(health.uptime + age)}"
    yield f"(process {health.pid}, last heard of {duration(age)} ago)"
    yield ""
    if wrong:
        yield "Wrong"
        yield from (f"  {each}" for each in wrong)
        yield ""
    slide = f"{health.slide} ({health.language}), {health.mode}" if health.slide else health.showing
    if health.is_asleep:
        slide = "none: the screen is off, outside its hours or since staff have turned it off"
    yield _row("slide", slide)
    yield _row("content", health.content)
    yield _row("revision", health.revision[:12])
    problems = f"errors: {health.errors}, warnings: {health.warnings}" if health.errors or health.warnings else "none"
    yield _row("problems", problems)
    yield from (_row("", problem) for problem in health.problems)
    for display in health.displays:
        yield _row("display", f"{display['name']}, {display['width']}x{display['height']}")
    visit = "nobody was there yet" if health.last_visit is None else f"last used {duration(health.last_visit)} ago"
    yield _row("touch", f"touch screens: {health.touch_screens}; {visit}")
    yield _row("frames", f"{health.frames}, the slowest of the last hour in {health.longest_frame * 1000:.0f} ms")
    yield _row(
        "memory", f"{megabytes(health.measured['memory_share'])}, {megabytes(health.measured['memory'])} with shared"
    )
    yield _row("handles", f"threads: {health.measured['threads']}, open files: {health.measured['open_files']}")
    yield _row("disk", f"{megabytes(health.measured['disk_free'])} free")
    if health.messages:
        yield ""
        yield "Last messages"
        for message in health.messages:
            again = f", {message['again']} times more" if message["again"] else ""
            yield f"  {message['level']} ({duration(message['age'])} ago{again}): {message['text']}"


def _row(name: str, value: str) -> str:
    return f"  {name:{WIDTH}}{value}"


def megabytes(size: int | None) -> str:
    """A size for people."""
    return "not known" if size is None else f"{size / 2**20:.0f} MB"


def duration(seconds: float) -> str:
    """A time for people, in its two largest units: 3 d 4 h, 12 s."""
    parts: list[str] = []
    left = int(seconds)
    for unit, length in UNITS:
        number, left = divmod(left, length)
        if number or parts:
            parts.append(f"{number} {unit}")
    return " ".join([*parts, f"{left} s"][:2])
