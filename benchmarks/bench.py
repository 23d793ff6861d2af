"""What every measurement is given and gives back."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.screen import Screen


@dataclass(frozen=True)
class Bench:
    """Where to measure, and how much: each program `runs` times, `rotation` seconds of show, `changes` of slide."""

    screen: Screen
    folder: Path
    runs: int
    rotation: float
    changes: int


@dataclass(frozen=True, kw_only=True)
class Row:
    """One number of ours, beside what it is compared with and what it has to meet."""

    what: str
    unit: str
    ours: float
    floor: float | None = None
    at_most: float | None = None
    at_least: float | None = None
    ratio_at_most: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.ours / self.floor if self.floor else None

    @property
    def target(self) -> str:
        if self.at_most is not None:
            return f"≤ {self.at_most:g} {self.unit}"
        if self.at_least is not None:
            return f"≥ {self.at_least:g} {self.unit}"
        return f"≤ {self.ratio_at_most:g} ×" if self.ratio_at_most is not None else ""

    @property
    def is_met(self) -> bool | None:
        """None where there is no target."""
        if self.at_most is not None:
            return self.ours <= self.at_most
        if self.at_least is not None:
            return self.ours >= self.at_least
        if self.ratio_at_most is not None and self.ratio is not None:
            return self.ratio <= self.ratio_at_most
        return None

    def __str__(self) -> str:
        """The row in Markdown."""
        floor = "" if self.floor is None else _number(self.floor)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        met = {True: "yes", False: "**no**", None: ""}[self.is_met]
        return f"| {self.what} | {self.unit} | {floor} | {_number(self.ours)} | {ratio} | {self.target} | {met} |"


HEADER = """\
| what | unit | floor | ours | ratio | target | met |
| --- | --- | ---: | ---: | ---: | --- | --- |"""


def _number(value: float) -> str:
    """Three digits that matter, and no more of them behind the point than mean something."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
