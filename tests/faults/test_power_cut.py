"""The power is cut at each call of the system that keeping content makes, on a real ext4.

The cut is the ioctl FS_IOC_SHUTDOWN on a loop device: from then on nothing reaches the disk. It is made in two ways,
with the file system's own journal brought to the disk and not, since either may lose what the other keeps.
"""

import fcntl
import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import pytest

from kiosk.safety.last_good import NotKept
from kiosk.safety.state_folder import read_json, write
from tests.safety.test_last_good import Site

pytestmark = pytest.mark.faults

SHUTDOWN = 0x8004587D
"""FS_IOC_SHUTDOWN of the kernel's fs.h."""

JOURNAL_FLUSHED, NOTHING_FLUSHED = 1, 2
CHANGE = {"close", "flush", "fsync", "link", "mkdir", "open", "rename", "replace", "rmdir", "unlink", "write"}
"""The calls that change what is on the disk. After any other a cut is as one before it."""

CUTS = {"journal flushed": JOURNAL_FLUSHED, "nothing flushed": NOTHING_FLUSHED}


class Disk:
    """A small ext4 in a file, mounted at `folder`, whose power can be cut."""

    def __init__(self, base: Path, options: str) -> None:
        self.folder = base / "disk"
        self.folder.mkdir()
        self._base, self._options, self._mounts = base, options, 0
        self._image = base / "0.img"
        self.saved = Path()
        with self._image.open("wb") as image:
            image.truncate(8 * 2**20)
        run("mkfs.ext4", "-q", "-F", str(self._image))

    def mount(self) -> None:
        """Start the disk with what is on it."""
        # Under another name each time: somebody's mount namespace may hold the file system that was there before.
        self._mounts += 1
        before, self._image = self._image, self._base / f"{self._mounts}.img"
        shutil.copyfile(before, self._image)
        if before != self.saved:
            before.unlink()
        run("mount", "-o", f"loop,{self._options}", str(self._image), str(self.folder))

    def save(self) -> None:
        """Remember what is on the disk, which must not be mounted."""
        self.saved = self._image

    def restore(self) -> None:
        if self._image != self.saved:
            self._image.unlink()
        self._image = self.saved

    def cut(self, how: int) -> None:
        """The power goes: nothing more is written."""
        opened = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(opened, SHUTDOWN, struct.pack("I", how))
        finally:
            os.close(opened)

    def unmount(self) -> None:
        run("umount", str(self.folder))


def run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


@pytest.fixture(params=["defaults", "noauto_da_alloc"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """An empty disk, not mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    if not all(map(shutil.which, ("mkfs.ext4", "mount"))):
        pytest.skip("mkfs.ext4 and mount are needed")
    # In memory where that may be had: there is nothing on it to be kept.
    base = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else tmp_path
    with TemporaryDirectory(dir=base) as folder:
        yield from mounted(Disk(Path(folder), request.param))


def mounted(disk: Disk) -> Iterator[Disk]:
    try:
        disk.mount()
        disk.cut(JOURNAL_FLUSHED)
        disk.unmount()
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no disk can be mounted and cut off here: {getattr(error, 'stderr', error)}")
    yield disk
    if os.path.ismount(disk.folder):
        disk.unmount()


class CutAt:
    """While it is entered, cuts the power after a call of the system, and counts these calls."""

    def __init__(self, disk: Disk, how: int, call: int) -> None:
        self.calls = 0
        self._disk, self._how, self._call = disk, how, call

    def __enter__(self) -> "CutAt":
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, frame: FrameType, event: str, function: Any) -> None:
        if event != "c_return":
            return
        if function.__module__ in ("posix", "io", "_io", None) and function.__name__ in CHANGE:
            self.calls += 1
            if self.calls == self._call:
                sys.setprofile(None)
                self._disk.cut(self._how)


def broken_cuts(
    disk: Disk,
    how: int,
    arrange: Callable[[], object],
    act: Callable[[], Callable[[], object]],
    is_whole: Callable[[bool], bool],
    first: int = 1,
) -> list[int]:
    """The calls, from the first on, and at last the end of all, after which a cut leaves something that is not whole.

    `act` makes ready what is to be cut; `is_whole` is asked with whether it came to its end.
    """
    disk.mount()
    arrange()
    disk.cut(JOURNAL_FLUSHED)
    disk.unmount()
    disk.save()
    broken, was_cut = [], True
    for call in count(first):
        if not was_cut:
            break
        disk.restore()
        disk.mount()
        action, is_done = act(), False
        with CutAt(disk, how, call) as cut, suppress(OSError, NotKept):
            action()
            is_done = True
        was_cut = cut.calls == call
        if not was_cut:
            disk.cut(how)
        disk.unmount()
        disk.mount()
        if not is_whole(is_done):
            broken.append(call)
        disk.unmount()
    return broken


def broken_copies(disk: Disk, site: Site, how: int, first: int = 1) -> list[int]:
    """After which calls a cut loses the copy of `One`, when `Two` is to take its place."""

    def keep_two() -> Callable[[], object]:
        two = site.publish("Two")
        return lambda: site.store.keep(two)

    def is_whole(is_done: bool) -> bool:
        if site.kept not in (("Two",) if is_done else ("One", "Two")):
            return False
        # What the cut left behind is in nobody's way.
        site.keep("Three")
        return site.kept == "Three"

    return broken_cuts(disk, how, lambda: site.keep("One"), keep_two, is_whole, first)


@pytest.fixture
def site(disk: Disk, tmp_path: Path) -> Site:
    return Site(tmp_path / "site", disk.folder / "state")


@pytest.mark.parametrize("how", CUTS.values(), ids=list(CUTS))
def test_a_cut_at_any_call_leaves_a_whole_copy(disk: Disk, site: Site, how: int) -> None:
    assert broken_copies(disk, site, how) == []


@pytest.mark.parametrize("how", CUTS.values(), ids=list(CUTS))
def test_a_cut_at_any_call_leaves_a_whole_file(disk: Disk, how: int) -> None:
    file = disk.folder / "state.json"

    def save(word: str) -> Callable[[], object]:
        return lambda: write(file, json.dumps(word).encode())

    def is_whole(is_done: bool) -> bool:
        return read_json(file) in (["new"] if is_done else ["old", "new"])

    assert broken_cuts(disk, how, save("old"), lambda: save("new"), is_whole) == []


@pytest.mark.parametrize("how", CUTS.values(), ids=list(CUTS))
def test_without_bringing_it_to_the_disk_a_cut_breaks_it(
    disk: Disk, site: Site, how: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    assert broken_copies(disk, site, how, first=1000) == [1000]


def test_the_first_test_fails_on_a_disk_that_only_says_it_has_written() -> None:
    eatmydata = shutil.which("eatmydata")
    if eatmydata is None or os.geteuid() != 0:
        pytest.skip("eatmydata and root are needed")
    test = f"{__file__}::{test_a_cut_at_any_call_leaves_a_whole_copy.__name__}"
    command = [eatmydata, sys.executable, "-m", "pytest", "-q", "-m", "faults", "-k", "defaults", test]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == pytest.ExitCode.TESTS_FAILED
    assert "broken_copies" in ended.stdout
