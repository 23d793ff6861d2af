"""How much of what the system lends it the program holds, and when it had better be started anew."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

GROWTH = 2
"""How many times the memory that it held when it had started."""

SPARE = 100 * 2**20
"""Bytes more, for what only visits need."""

OWN = Path("/proc/self")


def memory_held() -> int:
    """The bytes of memory that this process holds, shared ones included; 0 where nobody tells (proc(5))."""
    with suppress(OSError):
        return int((OWN / "statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def memory_mark(at_start: int) -> int:
    """The bytes that are too many for a program that held so many when it had started."""
    return GROWTH * at_start + SPARE


def handles_held() -> int:
    """The files that this process has open; 0 where nobody tells."""
    try:
        return sum(1 for _ in (OWN / "fd").iterdir())
    except OSError as error:
        return handles_allowed() if error.errno == errno.EMFILE else 0


def handles_allowed() -> int:
    """The files that this process may have open; Windows sets no limit."""
    try:
        import resource
    except ImportError:
        return sys.maxsize
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def handles_mark(at_start: int) -> float:
    """The open files that are too many: more than half of those that were left when the program had started."""
    return (at_start + handles_allowed()) / 2
