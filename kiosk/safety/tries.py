"""How often a wrong PIN was given, and how long nobody may try again.

It outlives the program, so that pulling the plug gives nobody another try, and it asks no wall clock: a wait ends by
the clock that runs from the machine's start, and after another start it begins anew. A try is written down before the
PIN is looked at; whoever cuts it short has used it up.
"""

import json
import logging
from dataclasses import asdict, dataclass

from kiosk.safety.ladder import boot_id
from kiosk.safety.state_folder import read_json, state_folder, write

log = logging.getLogger(__name__)

FREE = 3
"""Wrong tries in a row after which there are waits."""

WAITS = (30.0, 60.0, 300.0, 900.0, 3600.0)
"""Seconds after the last free try and each one more; the last for all others too."""


@dataclass(frozen=True)
class Tries:
    """Wrong tries in a row for one PIN, and until when nobody may try again, on the clock of one run of the machine."""

    pin: str = ""
    """The salt of the PIN, in hexadecimal: a new PIN has no wrong tries."""
    wrong: int = 0
    until: float = 0.0
    boot: str = ""

    def wait(self, now: float) -> float:
        """Seconds until the next try; 0 if it may come now."""
        return max(0.0, self.until - now)


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong tries in a row."""
    return 0.0 if wrong < FREE else WAITS[min(wrong - FREE, len(WAITS) - 1)]


def one_more(tries: Tries, now: float) -> Tries:
    """After another try, taken for a wrong one until it is known."""
    wrong = tries.wrong + 1
    return Tries(tries.pin, wrong, now + wait_after(wrong), tries.boot)


def recalled(kept: object, pin: str, boot: str, now: float) -> Tries:
    """The tries as they are now, from what was written down; of another PIN, or of nonsense, none."""
    match kept:
        case {"pin": str(of), "wrong": int(wrong), "until": float(until), "boot": str(then)} if of == pin and wrong > 0:
            # However the file came to be: never longer than the wait itself.
            latest = now + wait_after(wrong)
            is_same_clock = bool(boot) and boot == then
            return Tries(pin, wrong, min(until, latest) if is_same_clock else latest, boot)
    return Tries(pin, boot=boot)


class Notebook:
    """Where the tries are written down; in memory alone where nothing can be written."""

    def __init__(self) -> None:
        self._kept: object = None
        self._boot = boot_id()

    def recall(self, pin: str, now: float) -> Tries:
        """The tries for a PIN, by its salt."""
        folder = state_folder()
        kept = self._kept if self._kept is not None else folder and read_json(folder / "tries.json")
        return recalled(kept, pin, self._boot, now)

    def note(self, tries: Tries) -> None:
        """Write the tries down."""
        self._kept = asdict(tries)
        folder = state_folder()
        try:
            if folder is None:
                raise OSError("there is no state folder")
            write(folder / "tries.json", json.dumps(self._kept).encode())
        except OSError as error:
            log.warning("wrong PINs are counted until the next start only: %s", error.strerror or error)
