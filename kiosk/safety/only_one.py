"""Only one show at a time: two would lie over each other and write the same notes."""

import logging
import os
import sys
from pathlib import Path

log = logging.getLogger(__name__)

FILE = "lock"


def is_only_one(folder: Path | None) -> bool:
    """Whether no other show uses this state folder; none can then until this process ends, however it does.

    The system holds the lock, not the file: an old or empty one is in nobody's way. What cannot be locked stops nobody.
    """
    if folder is None:
        return True
    try:
        # Never closed: the lock goes with the process.
        lock = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        log.warning("%s: cannot be locked: %s", folder / FILE, error.strerror)
        return True
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(lock)
        return False
    except OSError as error:
        log.warning("%s: cannot be locked: %s", folder / FILE, error.strerror)
    return True
