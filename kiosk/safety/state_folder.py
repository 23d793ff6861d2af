"""Where the program keeps what must outlive it, and how that is written and read.

The power may go at any moment: a file is then as it was or as it was to be, and a reader takes an empty
or broken one for absent. Source: faults.md, *Content on disk*.
"""

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

LARGEST_FILE = 8 * 2**20
"""Bytes of a file that `read_json` reads."""


SCREENS = "screens"
"""The folder with those of shows that were asked onto a screen."""


def lasting_folder(screen: str | None = None) -> Path | None:
    """The folder for what outlives a reboot, whether there or not; None if the environment names none."""
    folder = _lasting()
    return folder and own(folder, screen)


def own(folder: Path, screen: str | None) -> Path:
    """What in a folder belongs to the show for a `--screen`, beside which others may run, each with a screen."""
    return folder / SCREENS / re.sub(r"[^\w+-]", "_", screen) if screen else folder


def _lasting() -> Path | None:
    """Source: systemd.exec(5), *StateDirectory=*; XDG Base Directory Specification."""
    if os.environ.get("STATE_DIRECTORY"):
        return _named("STATE_DIRECTORY")
    if sys.platform == "win32":
        return _named("LOCALAPPDATA", "kiosk")
    if sys.platform == "darwin":
        return _named("HOME", "Library/Application Support/kiosk")
    return _named("XDG_STATE_HOME", "kiosk") or _named("HOME", ".local/state/kiosk")


def folders() -> list[Path]:
    """Where state may lie, the best place first, whether there or not."""
    # Source: systemd.exec(5), *RuntimeDirectory=*.
    until_the_next_boot = _named("RUNTIME_DIRECTORY"), _named("XDG_RUNTIME_DIR", "kiosk")
    return [folder for folder in (_lasting(), *until_the_next_boot) if folder]


def lasting(folder: Path) -> Path | None:
    """The folder for what outlives a reboot in the place of one of the `folders`, or one below them."""
    for each in folders():
        if folder.is_relative_to(each):
            place = _lasting()
            return place and place / folder.relative_to(each)
    return folder


def _named(variable: str, below: str = "") -> Path | None:
    """A folder that the environment names; systemd names several with colons between them, the first is ours."""
    folder = Path(os.environ.get(variable, "").split(os.pathsep)[0])
    return folder / below if folder.is_absolute() else None


def state_folder(screen: str | None = None) -> Path | None:
    """The first of the `folders` that can be written in, made if it is not there; None if none can."""
    return next((ready for folder in folders() if (ready := made(own(folder, screen)))), None)


def runtime_folder(screen: str | None = None) -> Path | None:
    """Where what need not outlive this boot lies: the runtime folder of a service, which is memory and wears no card
    out, else the state folder."""
    folder = _named("RUNTIME_DIRECTORY")
    return (made(own(folder, screen)) if folder and folder.is_dir() else None) or state_folder(screen)


def made(folder: Path) -> Path | None:
    """A folder, made if it is not there; None if it cannot be written in."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.access(folder, os.W_OK | os.X_OK):
            return folder
    return None


def write(file: Path, data: bytes) -> None:
    """Write a file so that a power cut leaves the old one or the new one whole. Raises OSError, the old one left.

    A file has one writer at a time.
    """
    beside = file.with_name(f".{file.name}.new")
    try:
        with beside.open("wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        beside.replace(file)
    except OSError:
        with suppress(OSError):  # What cannot be removed is written over the next time.
            beside.unlink()
        raise
    sync_folder(file.parent)


def replace(file: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file whole, for the time until the next boot only: nothing waits for the disk. Raises OSError.

    `mode` is who may read it, as in chmod(2); left out, as with any file of the program's user.
    """
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(data)
    if mode is not None:
        beside.chmod(mode)
    beside.replace(file)


def sync_folder(folder: Path) -> None:
    """Have a folder's names on the disk. Raises OSError."""
    # Windows opens no folders, and keeps names in a journal of its own.
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def read_json(file: Path) -> object | None:
    """What a file says; None if it is absent, empty, no JSON or far too large. Whoever asks checks every value."""
    try:
        # No pipe is opened, which would wait for a writer.
        if not file.is_file() or file.stat().st_size > LARGEST_FILE:
            return None
        found: object = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found
