"""Any bytes in a content folder: they are a show or problems, in time and little memory, and a show can be shown.

`make fuzz` looks for bytes for which this does not hold; `tests/data/fuzz` keeps those that were found.
"""

import time
import tracemalloc
from decimal import Decimal
from itertools import product
from pathlib import Path

from kiosk.bridge.wording import wording
from kiosk.content.markup import blocks, plain, styled
from kiosk.content.reader import read
from kiosk.content.reading_time import duration, slide_texts
from kiosk.content.values import PartialDate
from kiosk.show import state as moves
from kiosk.show.narration import narrate
from kiosk.show.search import Index
from kiosk.show.take_away import offer

NAMES = {
    "yaml": "content.yaml",
    "png": "any.png",
    "jpg": "any.jpg",
    "webp": "any.webp",
    "svg": "any.svg",
    "ttf": "any.ttf",
}
"""What a file of a kind is called in the folder. But for the first the content names it."""

NAMING = """\
version: 1
title: é
languages: [fr]
{theme}
slides:
  - {{kind: statement, id: a, text: Première →, {picture}}}
"""

LONGEST_PROBLEM = 400
"""Characters."""

SECONDS = 1.0
MEMORY = 100 * 2**20
"""Bytes. Source of both: faults.md, T1; a font for all of Unicode takes more than its 50 MB."""


def written(value: Decimal | PartialDate, language: str) -> str:
    """A figure or a date in words."""
    return wording(language).number(value) if isinstance(value, Decimal) else wording(language).date(value)


def take(kind: str, data: bytes, folder: Path) -> None:
    """Put a file of a kind and any bytes into a content folder, and read and use all that it is read for."""
    name = NAMES[kind]
    (folder / name).write_bytes(data)
    file = folder / "content.yaml"
    if kind != "yaml":
        named = {"theme": "", "picture": ""} | (
            {"theme": f"theme: {{typeface: [{name}]}}"} if kind == "ttf" else {"picture": f"picture: {name}"}
        )
        file.write_text(NAMING.format(**named), "utf-8")
    for thorough in (False, True):
        reading = read(file, thorough=thorough)
        assert reading.show or reading.errors
        assert all(problem.line >= 1 and problem.column >= 1 for problem in reading.problems)
        told = [str(problem) for problem in reading.problems]
        assert all("\n" not in line and len(line) < LONGEST_PROBLEM + len(reading.name) for line in told)
        assert all(path.is_absolute() for path in reading.files)
    again = read(file, thorough=True)
    assert (again.revision, again.problems) == (reading.revision, reading.problems)
    if reading.show is None:
        return
    show = reading.show
    deck = moves.deck(show, reading.revision)
    assert show.slides
    for slide, language in product(show.slides, show.languages):
        assert 3 <= duration(slide, language) <= 3600
        for text in slide_texts(slide, language):
            assert all((plain(text, language), styled(text, language))) or not blocks(text, language)
        assert narrate((show.title,), slide, language, wording(language))
        offered = offer(slide, show.title, language, wording(language), show.screen)
        assert offered is None or offered.payload
    for language in show.languages:
        Index(show.slides, language, written).find("e")
    assert moves.shown(moves.start(deck), 1.0).shown_at == 1.0


def take_in_bounds(kind: str, data: bytes, folder: Path) -> None:
    """The same, in little time and memory."""
    begun = time.process_time()
    take(kind, data, folder)
    assert time.process_time() - begun < SECONDS
    tracemalloc.start()
    try:
        take(kind, data, folder)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()
