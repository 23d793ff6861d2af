"""How much of what the system lends it the program holds, and when it had better be started anew."""

import errno
import os
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


def are_handles_short() -> bool:
    """Whether more than half of the files that this process may have open are."""
    try:
        # Windows has neither.
        import resource

        return 2 * sum(1 for _ in (OWN / "fd").iterdir()) > resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    except ImportError:
        return False
    except OSError as error:
        return error.errno == errno.EMFILE
