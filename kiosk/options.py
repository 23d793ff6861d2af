"""What a person asks of the program on its command line, and what it answers when it ends."""

import re
from dataclasses import dataclass
from pathlib import Path

FINE, CONTENT_ERRORS, WRONG_USE, NO_SCREEN, INTERNAL_ERRORS, PLANNED_RESTART = range(6)
"""Exit statuses. Source: design.md, *Command line*."""

MISSING_LIBRARY = re.compile(r"([\w.+-]+\.so[.\d]*): cannot open shared object file")
"""How the loader of Linux names a library that it does not find (ld.so(8))."""


def missing_library(error: str) -> str:
    """What to do about the library of the system that an error names as missing; empty if it names none."""
    library = MISSING_LIBRARY.search(error)
    if not library:
        return ""
    return (
        f"the system library {library[1]} is missing: the Debian package lobby-kiosk brings it; "
        "elsewhere install the package that holds it"
    )


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """How to show the content. `windowed` is a size in pixels, None for fullscreen; `exit_after` is in seconds.

    `restart_at` is the minute of the day in which the quiet hour begins that the program is started anew in.
    """

    content: str | None = None
    windowed: tuple[int, int] | None = None
    screen: str | None = None
    rotate: int = 0
    language: str | None = None
    start: str | None = None
    exit_after: float | None = None
    play_log: Path | None = None
    restart_at: int | None = None


@dataclass(frozen=True, kw_only=True)
class RenderOptions:
    """Which slides to draw into `out`, at a size in pixels. None, or the language `all`, stands for every one."""

    content: str | None = None
    out: Path
    size: tuple[int, int] = (1920, 1080)
    language: str | None = None
    slide: str | None = None
    pdf: bool = False
