"""What is wrong with a content file, and where."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

log = logging.getLogger(__name__)

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One problem at a line and column, both counted in characters from 1.

    An error keeps a slide or the whole file off the screen; a warning does not. `code` is a short
    name for the sort of problem, for programs, `norm` what asks for it, where something outside does, and
    `slide` the id of the slide it is in, if any. `str()` is the line that `kiosk check` prints.
    """

    file: str
    line: int
    column: int
    severity: Severity
    text: str
    code: str
    norm: str = ""
    slide: str = ""

    def __str__(self) -> str:
        norm = f" ({self.norm})" if self.norm else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.text}{norm}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a misspelled one, whatever their cases; None if none is like it."""
    spelled = {name.lower(): name for name in known}
    matches = get_close_matches(word.lower(), spelled, n=1)
    return spelled[matches[0]] if matches else None


def quoted(text: str) -> str:
    """What an editor wrote, in quotes, and not all of it where it is long."""
    return f"'{text}'" if len(text) <= 40 else f"'{text[:40]}…'"


def report(problems: Iterable[Problem]) -> None:
    """Tell staff of problems, through the log."""
    for problem in problems:
        log.log(logging.ERROR if problem.severity == "error" else logging.WARNING, "%s", problem)


def no_slide(slide_id: str, known: Iterable[str]) -> str:
    """That a show has no slide of an id, and which was meant."""
    hint = nearest(slide_id, known)
    return f"there is no slide '{slide_id}'" + (f"; did you mean '{hint}'?" if hint else "")
