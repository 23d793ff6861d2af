"""What differs from one operating system to another, as functions of its name (`sys.platform`).

Linux is where the program is tested; nobody has run it on Windows or macOS yet (docs/windows-and-macos.md). Besides,
`kiosk/safety/state_folder.py` knows where each keeps folders, and `kiosk/bridge/plugins.py` which plugins of Qt it has.
"""

import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

STOPS = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Signals that ask to stop, of those that a system has; SIGBREAK is Ctrl+Break on Windows."""

CLEANS = "SIGUSR1"
"""The signal that somebody is about to wipe the screen; Windows has none."""

PARENT_DEATH_SIGNAL = 1
"""Of prctl(2)."""

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

MMAP_THRESHOLD = -3
LARGE_BLOCK = 256 * 1024
"""Bytes."""


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether Qt will find a display; without one it would abort. Windows and macOS always have one."""
    return platform in ("win32", "darwin") or any(environment.get(name) for name in DISPLAYS)


def has_x_server(environment: Mapping[str, str]) -> bool:
    """Whether it is an X server that Qt will ask for a display: it is told to, or there is nothing else."""
    told = environment.get("QT_QPA_PLATFORM", "")
    is_x = told.startswith("xcb") if told else not environment.get("WAYLAND_DISPLAY")
    return is_x and bool(environment.get("DISPLAY"))


def has_graphics_card(platform: str, devices: Path = Path("/dev/dri")) -> bool:
    """Whether a graphics card draws. Windows and macOS bring what draws in its place."""
    return platform != "linux" or any(devices.glob("renderD*"))


def return_large_blocks(platform: str = sys.platform) -> None:
    """Have freed pictures go back to the system at once, where the C library is GNU's.

    It else raises the size that counts as large with each picture freed (mallopt(3)), keeps the next ones in
    its heap, and the heap of a program that runs for years only grows.
    """
    if platform != "linux":
        return
    from ctypes import CDLL

    with suppress(AttributeError, OSError):
        system = CDLL(None)
        system.mallopt(MMAP_THRESHOLD, LARGE_BLOCK)
        system.malloc_trim(0)


def end_within(seconds: int) -> None:
    """Have the system end this process by then, whatever it waits for; 0 takes it back. Windows cannot."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def end_with_parent(platform: str = sys.platform) -> None:
    """Have Linux end this process with the one that has started it, whatever it waits for then (prctl(2))."""
    if platform == "linux":
        from ctypes import CDLL

        CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)
