"""The Debian package on bare systems: installed, started as systemd would, upgraded, taken back, removed, purged."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from kiosk import __version__
from tests.package.conftest import PACKAGE, Drawn
from tests.package.roots import ROOT, UNATTENDED, Root
from tests.package.test_on_screen import is_touched, sees
from tests.program.conftest import SLIDES, Kiosk, content, is_drawn, until
from tests.program.test_staff import HOLD, KEY, LET_GO, PIN, QUIT

pytestmark = pytest.mark.package

NEXT, BROKEN, MENDED = (f"{__version__}+{number}" for number in (1, 2, 3))
"""Later versions: one with other settings, one that lacks a file, and one more."""

PACKAGES = "/packages"
SETTINGS = "/etc/kiosk/kiosk.conf"
CONTENT = "/etc/kiosk/content/content.yaml"
DPKG_AND_APT = ("/var/lib/dpkg/", "/var/lib/apt/", "/var/cache/apt/")
WANTED = "/etc/systemd/system/multi-user.target.wants/kiosk.service"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the package and its later versions."""
    folder = tmp_path_factory.mktemp("packages")
    shutil.copy(PACKAGE, folder / f"{__version__}.deb")
    tree = folder / "tree"
    subprocess.run(["dpkg-deb", "--raw-extract", PACKAGE, tree], check=True)
    settings, control = tree / SETTINGS.lstrip("/"), tree / "DEBIAN/control"
    settings.write_text(settings.read_text() + "# A later version says more of it.\n")
    stage = tree / "opt/kiosk/packaged/_internal/kiosk/qml/Kiosk/App/Stage.qml"
    qml = stage.read_bytes()
    for version in (NEXT, BROKEN, MENDED):
        control.write_text(re.sub(r"(?m)^Version: .*", f"Version: {version}", control.read_text()))
        if version == BROKEN:
            stage.unlink()
        else:
            stage.write_bytes(qml)
        subprocess.run(["dpkg-deb", "-Znone", "--build", tree, folder / f"{version}.deb"], check=True)
    shutil.rmtree(tree)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def machine(depending: list[Path], packages: Path, tmp_path: Path) -> Iterator[Root]:
    """A bare Debian that has all the package depends on, and not the package."""
    with Root(depending, tmp_path / "machine", {PACKAGES: packages}) as started:
        yield started
    shutil.rmtree(tmp_path / "machine")


def install(machine: Root, version: str) -> subprocess.CompletedProcess[str]:
    """As an operator does who keeps the settings when asked."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold"]
    return machine.run(*command, f"{PACKAGES}/{version}.deb", user=ROOT, environment=UNATTENDED)


def in_use(machine: Root) -> tuple[str, str | None]:
    """The version that is started, and the one before."""
    previous = machine.path("/opt/kiosk/previous")
    return str(machine.path("/opt/kiosk/current").readlink()), str(
        previous.readlink()
    ) if previous.is_symlink() else None


def is_sound(machine: Root) -> None:
    """dpkg finds nothing half done, and no file of the package that is not as it was packed."""
    assert machine.do("dpkg", "--audit") == ""
    # The settings are the operator's to change.
    changed = machine.run("dpkg", "--verify", "lobby-kiosk", user=ROOT).stdout.splitlines()
    assert [line for line in changed if not line.endswith(SETTINGS)] == []


def files(machine: Root) -> set[str]:
    """Every file and folder, without what dpkg and apt note down for themselves."""
    return {file for file in machine.do("find", "/", "-xdev").splitlines() if not file.startswith(DPKG_AND_APT)}


def test_lintian_has_nothing_to_say() -> None:
    """No error, no warning, not even of taste; packaging/debian/lintian-overrides has what it is not to say, and why.

    What it only informs of is how others build their libraries, and what lies in /opt.
    """
    command = ["lintian", "--pedantic", str(PACKAGE)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == ""


def test_install_upgrade_remove_and_purge(machine: Root) -> None:
    before = files(machine)
    installed = install(machine, __version__)
    assert installed.returncode == 0, installed.stdout
    assert "the screen shows slides from the next start of the machine on" in installed.stdout
    assert in_use(machine) == (__version__, None)
    assert machine.run("kiosk", "--version").stdout == f"kiosk {__version__}\n"
    assert machine.path(WANTED).readlink().name == "kiosk.service"
    # No password, no shell.
    assert machine.do("getent", "shadow", "kiosk").split(":")[1].startswith(("!", "*"))
    assert machine.do("getent", "passwd", "kiosk").strip().endswith("nologin")
    is_sound(machine)

    settings = machine.path(SETTINGS)
    settings.write_text(settings.read_text() + "KIOSK_OPTIONS=--language en\n")
    machine.path(CONTENT).write_text(content())
    upgraded = install(machine, NEXT)
    assert upgraded.returncode == 0, upgraded.stdout
    assert in_use(machine) == (NEXT, __version__)
    assert settings.read_text().endswith("KIOSK_OPTIONS=--language en\n")
    assert machine.path(CONTENT).read_text() == content()
    is_sound(machine)

    refused = install(machine, BROKEN)
    assert refused.returncode != 0
    assert f"version {BROKEN} did not pass its own test; version {NEXT} stays in use" in refused.stdout
    assert in_use(machine) == (NEXT, __version__)
    assert machine.run("kiosk", "self-test").returncode == 0

    assert install(machine, MENDED).returncode == 0
    assert in_use(machine) == (MENDED, NEXT)
    is_sound(machine)
    machine.do("kiosk-switch-version", "--back")
    assert in_use(machine) == (NEXT, MENDED)
    machine.do("kiosk-switch-version", "--back")
    assert in_use(machine) == (MENDED, NEXT)

    machine.do("apt-get", "remove", "--yes", "lobby-kiosk")
    # What wanted the screen is gone, so the login has it.
    assert machine.run("test", "-e", WANTED).returncode == 1
    assert not machine.path("/opt/kiosk").exists()
    assert settings.is_file()
    machine.do("apt-get", "purge", "--yes", "lobby-kiosk")
    assert not settings.exists()
    assert machine.path(CONTENT).read_text() == content()
    assert machine.do("dpkg", "--audit") == ""
    assert files(machine) - before - {"/etc/kiosk", "/etc/kiosk/content", CONTENT} == set()


def unit(machine: Root, name: str) -> dict[str, list[str]]:
    """The words of each setting of a unit."""
    settings: dict[str, list[str]] = {}
    for line in machine.path(f"/usr/lib/systemd/system/{name}").read_text().splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            settings.setdefault(key, []).extend(shlex.split(value))
    return settings


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The state folder of the service, as this machine sees it."""
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "play.jsonl").touch()
    return folder


def test_the_service_shows_what_lies_in_the_content_folder_until_staff_quit(
    depending: list[Path], packages: Path, kept: Path, screen: VirtualScreen, drawn: Drawn, tmp_path: Path
) -> None:
    socket = f"/tmp/.X11-unix/X{screen.display.removeprefix(':')}"
    mounts = {PACKAGES: packages, socket: Path(socket)}
    with Root(depending, tmp_path / "machine", mounts, {"/var/lib/kiosk": kept}) as machine:
        assert install(machine, __version__).returncode == 0
        folder = machine.path(CONTENT).parent
        (folder / "content.yaml").write_text(content(duration="3s"))
        pictures = {slide: drawn(slide, folder) for slide in SLIDES[1:3]}
        # As systemd makes them, and what it says of them.
        machine.do("install", "-d", "-o", "kiosk", "-m", "700", "/run/kiosk")
        machine.do("chown", "-R", "kiosk:kiosk", "/var/lib/kiosk")
        machine.do("sh", "-c", f"echo {PIN} | kiosk pin")
        told = unit(machine, "kiosk.service")
        assert told["User"] == ["kiosk"]
        environment = dict(word.split("=", 1) for word in told["Environment"]) | {
            "RUNTIME_DIRECTORY": "/run/kiosk",
            "STATE_DIRECTORY": "/var/lib/kiosk",
            # In place of a graphics card and a panel.
            "WLR_BACKENDS": "x11",
            "WLR_RENDERER": "pixman",
            "DISPLAY": screen.display,
        }
        options = ["--play-log", "/var/lib/kiosk/play.jsonl"]
        words = [word for each in told["ExecStart"] for word in (options if each == "$KIOSK_OPTIONS" else [each])]
        kiosk = Kiosk(screen, kept, machine.command(*words, user="kiosk:kiosk", environment=environment))
        try:
            kiosk.starts()
            kiosk.hands(f"search --onlyvisible --name ^ windowsize %@ {screen.width} {screen.height}")
            for slide, picture in pictures.items():
                kiosk.shows(slide, "rotation")
                sees(picture, screen.grab)
            is_touched(kiosk, SLIDES[2])
            kiosk.hands(HOLD)
            until(lambda: is_drawn(screen.grab(), KEY), "the pad")
            kiosk.hands(LET_GO)
            kiosk.hands(f"type {PIN}")
            kiosk.key("Return")
            until(lambda: is_drawn(screen.grab(), QUIT), "the staff screen")
            kiosk.hands(f"mousemove {QUIT[0]} {QUIT[1]} click 1 sleep 0.5 click 1")
            kiosk.ends()
            (order,) = unit(machine, "kiosk-quit.path")["PathExists"]
            assert machine.path(order).is_file()
        finally:
            kiosk.process.kill()
    shutil.rmtree(tmp_path / "machine")
