"""What a run of the program shows, for the next one to go on with."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kiosk.safety import state_folder
from kiosk.safety.ladder import Stage

FILE = "showing.json"

LONGEST = 200
"""Characters of a text that is kept."""


@dataclass(frozen=True)
class Showing:
    """How far a run came, the slide and the language on the screen, and what the calm screen needs: the name and its
    two colours."""

    boot: str = ""
    stage: Stage = Stage.BEGUN
    slide: str = ""
    language: str = ""
    title: str = ""
    ground: str = ""
    ink: str = ""


def read(folder: Path | None, boot: str) -> Showing:
    """What the run before this one showed in the same boot; nothing where that is not known."""
    said = state_folder.read_json(folder / FILE) if folder else None
    with suppress(TypeError, ValueError):  # Not ours, or broken: nothing is known.
        found = Showing(**said)  # type: ignore[arg-type]
        if all(isinstance(text, str) and len(text) <= LONGEST for text in asdict(found).values()):
            return replace(found, stage=Stage(found.stage)) if found.boot == boot else Showing(boot)
    return Showing(boot)


def write(folder: Path, showing: Showing) -> None:
    """Write it down, for the time until the next boot only. Raises OSError."""
    texts = {name: text[:LONGEST] for name, text in asdict(showing).items()}
    state_folder.replace(folder / FILE, json.dumps(texts).encode())
