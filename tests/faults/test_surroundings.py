"""What a machine may lack, and may lose while the show goes on: the same slides are seen, and nothing is said."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.safety import pin
from tests.program import conftest as program
from tests.program.conftest import LANGUAGE, NOWHERE, Kiosk, Start, content, is_drawn, until
from tests.program.test_rotation import FOOTER
from tests.program.test_staff import HOLD, KEY, LET_GO, PIN, QUIT

pytestmark = pytest.mark.faults
start = program.start

RED = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
  <rect width="40" height="40" fill="#c00000"/>
</svg>
"""

NOWHERE_TO_BE_FOUND = "/nonexistent"

LACKS = {
    "typefaces": ["env", "FONTCONFIG_FILE=/dev/null"],
    "a locale": ["env", "--unset=LANG", "--unset=LC_CTYPE", "LC_ALL=C"],
    "any locale": ["env", f"LOCPATH={NOWHERE_TO_BE_FOUND}", "LC_ALL=ja_JP.UTF-8"],
    "a word about the locale": ["env", "--unset=LANG", "--unset=LC_CTYPE", "--unset=LC_ALL"],
    "a graphics card": ["env", "--unset=QT_QUICK_BACKEND", f"LIBGL_DRIVERS_PATH={NOWHERE_TO_BE_FOUND}"],
    "a home": ["env", f"HOME={NOWHERE_TO_BE_FOUND}", "--unset=XDG_RUNTIME_DIR", f"TMPDIR={NOWHERE_TO_BE_FOUND}"],
    "a network": ["unshare", "--net"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with letters in its names that not every locale has, whose slides stay for a minute."""
    folder = tmp_path / "Œuvres d’été 展示"
    folder.mkdir()
    (folder / "Entrée.svg").write_text(RED)
    write(folder, "60s")
    return folder


def write(folder: Path, duration: str) -> None:
    text = content(title="Œuvre d’été 展示", duration=duration).replace("Alpha", "Œuvres d’été 展示")
    picture = "picture: {file: Entrée.svg, alt: decorative}, duration:"
    (folder / "content.yaml").write_text(text.replace("duration:", picture), "utf-8")


def sees(kiosk: Kiosk) -> QImage:
    """The slide, once all of it is there."""
    until(lambda: "#c00000" in colours(slide(kiosk)), "the picture of the slide")
    return slide(kiosk)


def slide(kiosk: Kiosk) -> QImage:
    """The part above the footer, whose invitations come when nobody asks."""
    return kiosk.screen.grab().copy(0, 0, kiosk.screen.width, FOOTER)


def colours(picture: QImage) -> set[str]:
    small = picture.scaled(96, 54)
    return {small.pixelColor(x, y).name() for x in range(96) for y in range(54)}


@pytest.mark.parametrize("lacking", LACKS)
def test_it_looks_the_same_without(start: Start, folder: Path, lacking: str) -> None:
    if lacking == "a graphics card" and Path("/dev/dri").exists():
        pytest.skip("this machine has one")
    if lacking == "a network" and os.geteuid() != 0:
        pytest.skip("only root takes the network away")
    usual = start()
    usual.starts()
    expected = sees(usual)
    assert usual.stop() == 0
    (folder / "play.jsonl").unlink()
    kiosk = start(under=LACKS[lacking])
    kiosk.starts()
    until(lambda: slide(kiosk) == expected, "the same slide")
    kiosk.tap(NOWHERE)
    kiosk.wakes()
    kiosk.tap(LANGUAGE)
    kiosk.events("language")
    assert kiosk.stop() == 0
    assert kiosk.errors == usual.errors


def test_temporary_folders_may_go_while_it_runs(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "3s")
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        (tmp_path / name).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / name))
    kiosk = start()
    kiosk.starts()
    kiosk.shows("bravo", "rotation")
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        shutil.rmtree(tmp_path / name)
    for name in ("charlie", "delta", "alpha"):
        kiosk.shows(name, "rotation")
    kiosk.tap(NOWHERE)
    kiosk.wakes()
    kiosk.tap(LANGUAGE)
    kiosk.events("language")
    write(folder, "4s")
    until(lambda: kiosk.event()["event"] == "reloaded", "the new content")
    assert kiosk.stop() == 0


def test_it_opens_no_socket_to_the_network(start: Start, folder: Path, state: Path, tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if not strace or subprocess.run([strace, "true"], capture_output=True).returncode:
        pytest.skip("strace is not installed, or may not look")
    pin.keep(state / "pin.json", pin.secret_of(PIN))
    calls = tmp_path / "calls"
    # The program stays a child of this process, to be asked to stop.
    looking = [strace, "--daemonize", "--follow-forks", "--trace=socket,socketpair", f"--output={calls}"]
    kiosk = start(under=looking)
    kiosk.starts()
    kiosk.tap(NOWHERE)
    kiosk.wakes()
    kiosk.tap(LANGUAGE)
    kiosk.events("language")
    write(folder, "50s")
    until(lambda: kiosk.event()["event"] == "reloaded", "the new content")
    kiosk.hands(HOLD)
    until(lambda: is_drawn(kiosk.screen.grab(), KEY), "the pad")
    kiosk.hands(LET_GO)
    kiosk.hands(f"type {PIN}")
    kiosk.key("Return")
    # It tells the addresses of the machine.
    until(lambda: is_drawn(kiosk.screen.grab(), QUIT), "the staff screen")
    assert kiosk.stop() == 0
    until(lambda: re.search(rf"^{kiosk.process.pid} .*exited with 0", calls.read_text(), re.MULTILINE), "the last call")
    families = re.findall(r"socket(?:pair)?\((\w+)", calls.read_text())
    assert set(families) == {"AF_UNIX"}
