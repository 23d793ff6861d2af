"""The values an editor can write: texts, durations, colours, addresses, files.

Each scalar type is the Python type of its value, annotated with how a person writes it (`Scalar`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated


@dataclass(frozen=True)
class Text:
    """What is said, by language; the language `""` holds a text that is the same in all."""

    by_language: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text in a language, else in its base language (`fr` for `fr-CA`), else in the first there is."""
        base = language.partition("-")[0]
        for name in (language, base, ""):
            if name in self.by_language:
                return self.by_language[name]
        return next(iter(self.by_language.values()))

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_language.values())


@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None
