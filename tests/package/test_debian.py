"""The Debian package on bare systems: installed, started as systemd would, upgraded, taken back, removed, purged."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import __version__
from tests.package.conftest import PACKAGE
from tests.package.roots import ROOT, UNATTENDED, Root
from tests.program.conftest import content, until

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
    """Not even of taste; what it is not to say of is in packaging/debian/lintian-overrides, with the reasons."""
    command = ["lintian", "--pedantic", "--display-experimental", "--display-info", str(PACKAGE)]
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


def test_the_service_shows_what_lies_in_the_content_folder(machine: Root) -> None:
    assert install(machine, __version__).returncode == 0
    machine.path(CONTENT).write_text(content())
    told = unit(machine, "kiosk.service")
    (user,) = told["User"]
    folders = {"RUNTIME": "/run/kiosk", "STATE": "/var/lib/kiosk"}
    machine.do("install", "-d", "-o", user, "-g", user, "-m", "700", *folders.values())
    play_log = f"{folders['STATE']}/play.jsonl"
    words = [word.replace("$KIOSK_OPTIONS", f"--play-log {play_log}") for word in told["ExecStart"]]
    environment = dict(word.split("=", 1) for word in told["Environment"]) | {
        "XDG_RUNTIME_DIR": folders["RUNTIME"],
        **{f"{name}_DIRECTORY": folder for name, folder in folders.items()},
        # In place of a graphics card.
        "WLR_BACKENDS": "headless",
        "WLR_RENDERER": "pixman",
    }
    (place,) = (word.removeprefix("-") for word in told["WorkingDirectory"])
    command = machine.command(
        "sh", "-c", f"cd {place} && exec {' '.join(words)}", user=f"{user}:{user}", environment=environment
    )
    with (machine.changes.parent / "said.txt").open("w+b") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=os.environ)
        try:
            shown = machine.path(play_log)
            until(lambda: shown.exists() and '"slide": "alpha"' in shown.read_text(), "the first slide")
        finally:
            process.terminate()
            process.wait(10)
