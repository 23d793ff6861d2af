"""How much memory the program may hold before it had better be started anew."""

import os
from contextlib import suppress
from pathlib import Path

GROWTH = 2
"""How many times what it held when it had started."""

SPARE = 100 * 2**20
"""Bytes more, for what only visits need."""


def held() -> int:
    """The bytes of memory that this process holds, shared ones included; 0 where nobody tells (proc(5))."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def mark(at_start: int) -> int:
    """The bytes that are too many for a program that held so many when it had started."""
    return GROWTH * at_start + SPARE
