"""The programs that are measured, and what the kernel says of a running one."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from benchmarks import ROOT
from benchmarks.screen import Screen, wait_until
from kiosk import __version__


def floor(file: str = "floor.qml") -> list[str]:
    """The command of the floor program, or of another QML file of this folder."""
    return [sys.executable, "benchmarks/floor.py", f"benchmarks/{file}"]


def kiosk(content: Path, *options: str) -> list[str]:
    """The command of the program as everybody starts it."""
    return [sys.executable, "main.py", "run", str(content), *options]


def packaged(content: Path) -> list[str]:
    """The command of the program that `make package` built."""
    (program,) = (ROOT / "dist").glob(f"kiosk-{__version__}-*/kiosk")
    return [str(program), "run", str(content)]


def watched(report: Path, content: Path, *options: str) -> list[str]:
    """The command of the program with its frames written down: see `benchmarks.watched`."""
    return [sys.executable, "-m", "benchmarks.watched", str(report), "run", str(content), *options]


def turning(report: Path, changes: int, content: Path) -> list[str]:
    """The command of the program turning slides as fast as it can: see `benchmarks.turning`."""
    return [sys.executable, "-m", "benchmarks.turning", str(report), str(changes), "run", str(content)]


@contextmanager
def running(screen: Screen, command: Sequence[str]) -> Iterator[int]:
    """A program on the screen, asked to end with the block; its process id. Raises RuntimeError if it ends before."""
    # What it usually has to say is that slides of 3 s are too short to read.
    with (
        TemporaryFile("w+") as words,
        subprocess.Popen(command, cwd=ROOT, env=environment(screen), stderr=words) as program,
    ):
        try:
            yield program.pid
        finally:
            if program.poll() is not None:
                words.seek(0)
                raise RuntimeError(f"{' '.join(command)} ended by itself:\n{words.read()}")
            program.terminate()
    wait_until(screen.is_bare)


def finish(screen: Screen, command: Sequence[str]) -> None:
    """Run a program that ends by itself. Raises CalledProcessError when it fails."""
    subprocess.run(command, cwd=ROOT, env=environment(screen), check=True, stderr=subprocess.DEVNULL)


def environment(screen: Screen) -> dict[str, str]:
    # The floor is drawn by the same renderer as the kiosk on a machine without a graphics card.
    return screen.environment | {"QT_QUICK_BACKEND": "software"}


def memory(pid: int | str) -> float:
    """The proportional set size of a process, in MB: its own pages, and its share of those it has with others."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("Pss:"))
    return int(kilobytes) / 1024


def processor_time(pid: int) -> float:
    """Seconds of processor time that a process has used, in itself and for it in the kernel."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    user, system = int(after_name[11]), int(after_name[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")
