"""How a running show is: what `kiosk status` reads, written by the process that draws.

Every time in it is in seconds and every size in bytes. docs/operations.md tells of each key.
"""

import json
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from kiosk.safety.ladder import Rung
from kiosk.safety.limits import handles_held
from kiosk.safety.state_folder import SCREENS, folders, lasting, own, read_json, replace

log = logging.getLogger(__name__)

FILE = "status.json"

FORMAT = 1
"""Raised when a key changes its meaning or goes; new ones may come."""

SILENT = 60.0
"""Seconds without a record after which a show counts as not running."""

SERVICE = (Path("/run/kiosk"), Path("/var/lib/kiosk"))
"""Where the services of the Debian package keep theirs (packaging/debian/kiosk.service)."""

SHARED_OUT = 6
"""Records for which the share of memory is asked for once: it takes the kernel 1.5 ms."""

READABLE = 0o644
"""Prometheus reads as a user of its own."""

LITTLE_SPACE = 100 * 2**20
"""Bytes of the disk that are few."""


@dataclass(frozen=True)
class Measured:
    """What the system says of this process; None where it does not say."""

    memory: int | None = None
    """Held by it, shared libraries included (RSS)."""
    memory_share: int | None = None
    """The same with what others hold as well shared out among them (PSS)."""
    threads: int | None = None
    open_files: int | None = None
    disk_free: int | None = None
    """Of the disk with the state folder, for a user without privileges."""
    can_keep: bool | None = None
    """Whether the folder for what is to outlive a reboot can be written in."""


def measured(state: Path | None, memory_share: int | None = None) -> Measured:
    """How this process is now; its share of memory where that is not known. It may wait for a disk. Source: proc(5)."""
    process = Path("/proc/self")
    space = None
    with suppress(OSError):
        space = shutil.disk_usage(state).free if state else None
    place = lasting(state) if state else None
    can_keep = place is not None and os.access(place, os.W_OK | os.X_OK)
    try:
        status = _kilobytes(process / "status")
        share = memory_share or _kilobytes(process / "smaps_rollup")["Pss"] * 1024
        files = handles_held()
    except OSError:
        return Measured(disk_free=space, can_keep=can_keep)
    return Measured(status["VmRSS"] * 1024, share, status["Threads"], files, space, can_keep)


def _kilobytes(file: Path) -> dict[str, int]:
    """The lines of a file that have a number."""
    words = [line.split() for line in file.read_text("ascii").splitlines()]
    return {each[0].rstrip(":"): int(each[1]) for each in words if len(each) > 1 and each[1].isdecimal()}


@dataclass(frozen=True)
class Health:
    """One moment of a show."""

    format: int
    time: str
    """Of the wall clock, which may be wrong: ISO 8601 with an offset."""
    monotonic: float
    """Of the clock that counts from the boot: with `boot` it tells how old the record is."""
    boot: str
    clock: str
    """Why the wall clock is not to be believed; empty if it is."""
    version: str
    pid: int
    uptime: float
    content: str
    """The path of the content file of the site."""
    revision: str
    """Of what shows."""
    rung: int
    showing: str
    """What that rung shows, in words."""
    instead: str
    """Why the site's content did not show first; empty if it did."""
    slide: str
    language: str
    mode: str
    """`rotation` or `visit`; empty before the first slide."""
    is_asleep: bool
    """Whether the screen is off as it is to be: outside its hours, or since staff have turned it off."""
    frames: int
    """Presented since the start."""
    longest_frame: float
    """What the slowest frame of the last hour took, from its beginning to its presentation."""
    unclean_ends: list[dict[str, Any]]
    """Of this boot, that have not been outlived: how long ago each came, and how far the run was then."""
    displays: list[dict[str, Any]]
    is_dark: bool
    """Whether the system says that no display is lit."""
    touch_screens: int
    last_visit: float | None
    """Seconds since somebody was there, None if nobody was since the start."""
    errors: int
    warnings: int
    problems: list[str]
    """The first ones of the content file, as `kiosk check` prints them."""
    messages: list[dict[str, Any]]
    """The last ones to staff, the newest first: level, text, age, and how often it came again."""
    lost_messages: int
    """That no log file could take."""
    measured: dict[str, int | None]

    @property
    def little_space(self) -> int | None:
        """The bytes left on the disk with the state folder where they are few, else None."""
        free = self.measured.get("disk_free")
        return free if free is not None and free < LITTLE_SPACE else None

    def age(self, monotonic: float, boot: str) -> float | None:
        """Seconds since it was written; None if that was before the machine started."""
        return monotonic - self.monotonic if boot == self.boot and monotonic >= self.monotonic else None


KEYS = {each.name for each in fields(Health)}


def complaints(health: Health) -> list[str]:
    """What is wrong, in sentences, the worst first."""
    told: list[str] = []
    if health.rung != Rung.CONTENT:
        told.append(f"after unclean ends it shows {health.showing}")
    if health.errors:
        count = "1 error" if health.errors == 1 else f"{health.errors} errors"
        told += [f"the content has {count}: {health.problems[0] if health.problems else health.content}"]
    if health.instead:
        told.append(health.instead)
    if health.is_dark and not health.is_asleep:
        told.append("no display is lit")
    if health.unclean_ends:
        ends = len(health.unclean_ends)
        told.append(f"not long ago the program ended uncleanly {'once' if ends == 1 else f'{ends} times'}")
    if health.clock:
        told.append(health.clock)
    if (free := health.little_space) is not None:
        told.append(f"the disk with the state folder has {free / 2**20:.0f} MB left")
    if health.measured.get("can_keep") is False:
        told.append("the state folder cannot be written in: nothing new outlives a reboot")
    if health.lost_messages:
        told.append(f"messages that no log file could take: {health.lost_messages}")
    return told


class Record:
    """The file that says how the show is, and the one for Prometheus. Nobody waits for their disks."""

    def __init__(self, folder: Path, state: Path | None, metrics: str = "") -> None:
        """`metrics` is the folder for Prometheus, empty where there is none."""
        # The other one is for when what runs the service has taken its folder away.
        self._files = [each / FILE for each in dict.fromkeys((folder, state)) if each]
        self._state = state
        self._metrics = Path(metrics) if metrics else None
        self.measured = Measured()
        """As it was with the last record."""
        self._records = 0
        self._writing = threading.Lock()
        self._is_closed = False

    def write(self, health: dict[str, Any]) -> bool:
        """Measure and write, in a thread; whether that has begun, and not another one is still at it."""
        if not self._writing.acquire(blocking=False):
            return False
        threading.Thread(target=self._write, args=[health], name="health", daemon=True).start()
        return True

    def _write(self, health: dict[str, Any]) -> None:
        try:
            if not self._is_closed:
                is_shared_out = self._records % SHARED_OUT == 0
                self.measured = measured(self._state, None if is_shared_out else self.measured.memory_share)
                self._records += 1
                told = health | {"measured": asdict(self.measured)}
                # The last one grows old where this one cannot be written, and whoever reads it sees that.
                for file in self._files:
                    with suppress(OSError):
                        replace(file, json.dumps(told).encode(), READABLE)
                        break
                if self._metrics:
                    self._write_metrics(self._metrics, Health(**told))
        finally:
            self._writing.release()

    def _write_metrics(self, folder: Path, health: Health) -> None:
        # For few, and not before the first slide.
        from kiosk.safety import metrics

        try:
            replace(folder / metrics.FILE, metrics.text(health).encode(), READABLE)
        except OSError as error:
            log.warning("%s: no metrics are written: %s", folder, error.strerror)

    def close(self) -> None:
        """The show ends: nothing is said of it any longer."""
        self._is_closed = True
        with self._writing:
            files = [*self._files]
            if self._metrics:
                from kiosk.safety import metrics

                files.append(self._metrics / metrics.FILE)
            for file in files:
                with suppress(OSError):
                    file.unlink(missing_ok=True)


def places(screen: str | None = None) -> list[Path]:
    """The folders that a record may be in: this user's, and those of the service. Without a screen, of any show."""
    runtime = os.environ.get("RUNTIME_DIRECTORY", "").split(os.pathsep)[0]
    found = dict.fromkeys([*([Path(runtime)] if runtime else []), *folders(), *SERVICE])
    if screen:
        return [own(folder, screen) for folder in found]
    return [*found, *(folder for each in found for folder in sorted((each / SCREENS).glob("*")))]


def newest(places: Iterable[Path], boot: str, is_sound: Callable[[Health], bool]) -> Health | None:
    """The youngest sound record of this boot, else any; None if there is none."""
    found = [health for place in places if (health := read(place / FILE)) and is_sound(health)]
    return max(found, key=lambda health: (health.boot == boot, health.monotonic), default=None)


def read(file: Path) -> Health | None:
    """What a file says; None where it is no record, or one that another version of the program understands."""
    said = read_json(file)
    if not isinstance(said, dict) or said.get("format") != FORMAT or not said.keys() >= KEYS:
        return None
    return Health(**{name: said[name] for name in KEYS})
