"""What becomes of the show when its content, or the disk that keeps it, fails in ways that need root or time."""

import ctypes
import os
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image
from virtual_screen import VirtualScreen

from kiosk.content.reader import read
from kiosk.safety.last_good import LastGood
from tests.faults.conftest import as_root, complaints, fill
from tests.program import conftest as program
from tests.program.conftest import NOWHERE, Kiosk, Start, content, until
from tests.program.test_start_and_end import AT_ONCE

pytestmark = pytest.mark.faults
folder, idle, start = program.folder, program.idle, program.start

A_POLL = 45.0
"""Seconds in which a drive that announces nothing is looked at."""


def keep(folder: Path, state: Path) -> str:
    """Keep what is in a folder as found good; its revision."""
    reading = read(folder / "content.yaml")
    assert not reading.errors
    LastGood(state, folder / "content.yaml").keep(reading)
    return reading.revision


def begins(kiosk: Kiosk) -> str:
    """The revision that a run begins with, once its first slide is shown."""
    (started,) = kiosk.events("started")
    kiosk.events("shown")
    return str(started["revision"])


def turns(kiosk: Kiosk, slides: int, seconds: float) -> None:
    """The rotation goes on, each slide in its time."""
    for _ in range(slides):
        (told,) = kiosk.events("shown", seconds=seconds)
        assert told["mode"] == "rotation"


# A drive


@pytest.fixture
def drive(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the content lies with a picture, and from where the content folder links to it."""
    drive = tmp_path_factory.mktemp("drive")
    (drive / "hall.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    (drive / "content.yaml").write_text(with_picture(content(duration="3s")))
    (folder / "content.yaml").unlink()
    for name in ("content.yaml", "hall.svg"):
        (folder / name).symlink_to(drive / name)
    return drive


def with_picture(text: str) -> str:
    return text.replace("duration:", "picture: {file: hall.svg, alt: decorative}, duration:")


@contextmanager
def hanging(drive: Path) -> Iterator[None]:
    """Whoever asks for anything in the folder waits, as for a server that is gone."""
    as_root()
    system = ctypes.CDLL(None, use_errno=True)
    # Nobody reads the questions that the kernel asks here.
    unanswered = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={unanswered},rootmode=40000,user_id=0,group_id=0".encode()
    if system.mount(b"nobody", os.fsencode(drive), b"fuse", 0, options):
        os.close(unanswered)
        pytest.skip(f"FUSE: {os.strerror(ctypes.get_errno())}")
    try:
        yield
    finally:
        os.close(unanswered)
        subprocess.run(["umount", "--lazy", drive], check=True)


def test_a_drive_that_hangs_at_the_start(folder: Path, drive: Path, state: Path, start: Start) -> None:
    kept = keep(folder, state)
    with hanging(drive):
        kiosk = start()
        kiosk.events("rejected")
        assert begins(kiosk) == kept
        kiosk.tells("no answer within 3 s")
        kiosk.tells("the screen shows the last good content")
        turns(kiosk, 3, 6.0)
    (drive / "content.yaml").write_text(with_picture(content(ground="#80ffff", duration="3s")))
    until(lambda: any(event == "reloaded" for event in [kiosk.event(A_POLL)["event"]]), "the content", A_POLL)
    assert kiosk.stop() == 0


def test_a_drive_that_hangs_during_the_show(folder: Path, drive: Path, state: Path, start: Start) -> None:
    keep(folder, state)
    kiosk = start()
    kiosk.starts()
    # It has found the copies by then.
    turns(kiosk, 1, 6.0)
    with hanging(drive):
        turns(kiosk, 12, 6.0)
        kiosk.tells("does not answer; the show goes on without it")
        kiosk.process.terminate()
        assert kiosk.ends(AT_ONCE) == 0
    assert len(complaints(kiosk)) == 1


def test_a_drive_that_is_pulled_out_during_the_show(folder: Path, drive: Path, state: Path, start: Start) -> None:
    keep(folder, state)
    kiosk = start()
    kiosk.starts()
    turns(kiosk, 1, 6.0)
    drive.rename(drive.with_name("away"))
    for event in iter(lambda: kiosk.event(A_POLL)["event"], "rejected"):
        assert event == "shown"
    turns(kiosk, 5, 6.0)
    # No picture was missed.
    assert "Cannot open" not in kiosk.errors
    assert kiosk.stop() == 0


# The disk of the state folder


def full(disk: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=True)
    fill(disk)


def read_only(disk: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], check=True)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


def failing(disk: Path) -> None:
    """An ext4 that has met an error of its device, and takes nothing any more."""
    image = disk.with_name("disk.img")
    with image.open("wb") as file:
        file.truncate(8 * 2**20)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    subprocess.run(["mount", "-o", "loop,errors=remount-ro", image, disk], check=True)
    device = subprocess.run(["findmnt", "-no", "SOURCE", disk], check=True, capture_output=True, text=True).stdout
    Path("/sys/fs/ext4", Path(device.strip()).name, "trigger_fs_error").write_text("1")


@pytest.fixture
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    as_root()
    disk = tmp_path_factory.mktemp("disk") / "state"
    disk.mkdir()
    yield disk
    if os.path.ismount(disk):
        subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.mark.parametrize("fail", [full, read_only, failing], ids=lambda fail: fail.__name__)
def test_a_disk_that_takes_nothing(
    folder: Path, start: Start, disk: Path, monkeypatch: pytest.MonkeyPatch, fail: Callable[[Path], None]
) -> None:
    fail(disk)
    monkeypatch.setenv("STATE_DIRECTORY", str(disk))
    (folder / "content.yaml").write_text(content(duration="3s"))
    kiosk = start()
    kiosk.starts()
    turns(kiosk, 7, 6.0)
    kiosk.tells("the content is not kept for the next start")
    assert len(complaints(kiosk)) <= 5
    assert kiosk.stop() == 0


@pytest.mark.parametrize("fail", [full, read_only], ids=lambda fail: fail.__name__)
@pytest.mark.parametrize("backend", ["software", "rhi"])
def test_a_disk_for_caches_that_takes_nothing(
    folder: Path, start: Start, disk: Path, monkeypatch: pytest.MonkeyPatch, fail: Callable[[Path], None], backend: str
) -> None:
    fail(disk)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.setenv(name, str(disk))
    monkeypatch.setenv("QT_QUICK_BACKEND", backend)
    kiosk = start()
    kiosk.starts()
    kiosk.sees("#0000c0")
    assert kiosk.stop() == 0


# Pictures


def photograph(file: Path) -> None:
    """Nearly as large as one may be; whole in memory it has 150 MB."""
    Image.effect_mandelbrot((7300, 5300), (-2, -1.5, 1, 1.5), 20).convert("RGB").save(file)


def damaged(file: Path) -> None:
    """A PNG whose every part is as long as it says, and has the right checksum: only who decodes it finds out."""
    header = struct.pack(">IIBBBBB", 400, 400, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", b"no picture" * 1000), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data)) for kind, data in parts
    )
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def test_a_picture_that_turns_out_damaged_leaves_its_place_empty(folder: Path, start: Start) -> None:
    damaged(folder / "hall.png")
    (folder / "content.yaml").write_text(with_picture(content(duration="3s")).replace("hall.svg", "hall.png"))
    assert not read(folder / "content.yaml").errors
    kiosk = start()
    kiosk.starts()
    kiosk.sees("#0000c0", (40, 500))
    turns(kiosk, 4, 6.0)
    kiosk.tells("hall.png")
    assert kiosk.stop() == 0


def test_a_huge_photograph_is_not_decoded_whole(folder: Path, start: Start) -> None:
    def most() -> int:
        kiosk = run_anew(start, folder)
        kiosk.starts()
        turns(kiosk, 4, 6.0)
        held = Path(f"/proc/{kiosk.process.pid}/status").read_text()
        assert kiosk.stop() == 0
        return int(held.split("VmHWM:")[1].split()[0]) // 1024

    (folder / "hall.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    text = with_picture(content(duration="3s"))
    (folder / "content.yaml").write_text(text)
    usual = most()
    photograph(folder / "hall.jpg")
    (folder / "content.yaml").write_text(text.replace("hall.svg", "hall.jpg"))
    assert not read(folder / "content.yaml").errors
    huge = most()
    assert huge - usual < 50


# What is published


def run_anew(start: Start, folder: Path) -> Kiosk:
    (folder / "play.jsonl").unlink(missing_ok=True)
    return start()


def test_content_that_ends_the_program_gives_way_and_stays_away(folder: Path, state: Path, start: Start) -> None:
    good = keep(folder, state)
    (folder / "content.yaml").write_text(content(ground="#ffff80"))
    poison = read(folder / "content.yaml").revision
    for _ in range(2):
        kiosk = run_anew(start, folder)
        assert begins(kiosk) == poison
        until(lambda: poison in (state / "crashes.json").read_text(), "the note of the run")
        kiosk.process.kill()
        kiosk.ends()
    for _ in range(2):
        kiosk = run_anew(start, folder)
        kiosk.events("rejected")
        assert begins(kiosk) == good
        kiosk.tells("with it the program ended again and again")
        assert kiosk.stop() == 0
    kiosk = run_anew(start, folder)
    kiosk.events("rejected")
    begins(kiosk)
    (folder / "content.yaml").write_text(content(ground="#80ffff"))
    kiosk.events("reloaded")
    assert kiosk.stop() == 0


def test_fifty_releases_while_slides_turn_and_somebody_touches(
    folder: Path, start: Start, screen: VirtualScreen
) -> None:
    (folder / "content.yaml").unlink()
    for number in range(2):
        release = folder / f"release-{number}"
        release.mkdir()
        (release / "content.yaml").write_text(content(ground=("#ffffff", "#ffff80")[number], duration="3s"))
    current = folder / "current"
    current.symlink_to("release-0")
    (folder / "content.yaml").symlink_to("current/content.yaml")
    kiosk = start()
    kiosk.starts()
    for number in range(1, 51):
        beside = folder / "current.new"
        beside.symlink_to(f"release-{number % 2}")
        beside.replace(current)
        if number % 10 == 0:
            kiosk.tap(NOWHERE)
        begun = time.monotonic()
        while time.monotonic() - begun < 0.6:
            # Every colour of the slides, and every blend of them, has some blue; a blank screen is black.
            assert screen.grab().pixelColor(*NOWHERE).blue() >= 0x78
    last = read(folder / "content.yaml").revision
    (folder / "release-0" / "content.yaml").write_text(content("The last one", duration="3s"))
    wanted = read(folder / "content.yaml").revision
    assert wanted != last
    until(lambda: kiosk.event().get("revision") == wanted, "the last release")
    assert kiosk.stop() == 0
    assert complaints(kiosk) == []
