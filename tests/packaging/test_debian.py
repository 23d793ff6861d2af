"""What the Debian package adds to the program: it is well-formed, and it says what the program does."""

import argparse
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import build_deb
import pytest

from kiosk import __version__, cli, options

ROOT = Path(__file__).parents[2]
DEBIAN = ROOT / "packaging" / "debian"
MANUALS = ("kiosk.1", "kiosk-switch-version.8")
UNITS = ("kiosk.service", "kiosk-x11.service")


def commands() -> dict[str, argparse.ArgumentParser]:
    (words,) = (action for action in cli._parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(words.choices)


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    return {word for action in parser._actions for word in action.option_strings if word.startswith("--")}


def complaints(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode or done.stderr else ""


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", DEBIAN / "org.lobbykiosk.Kiosk.desktop"),
        ("appstreamcli", "validate", "--no-net", DEBIAN / "org.lobbykiosk.Kiosk.metainfo.xml"),
        ("shellcheck", *(DEBIAN / name for name in ("kiosk-switch-version", "kiosk.bash", *build_deb.SCRIPTS))),
        *(("man", "--warnings", "--encoding=utf8", "--local-file", DEBIAN / name) for name in MANUALS),
    ],
    ids=lambda command: f"{command[0]} {Path(command[-1]).name}",
)
def test_nothing_is_to_be_complained_of(command: tuple[str | Path, ...]) -> None:
    assert complaints(*command) == ""


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    units, programs = tmp_path / "usr/lib/systemd/system", tmp_path / "usr/bin"
    shutil.copytree("/usr/lib/systemd/system", units, symlinks=True)
    programs.mkdir()
    for name in build_deb.UNITS:
        shutil.copy(DEBIAN / name, units)
    for name in ("cage", "kiosk", "X", "xinit", "rm", "sh", "systemctl"):
        (programs / name).touch(mode=0o755)
    assert complaints("systemd-analyze", "verify", f"--root={tmp_path}", "--man=no", *build_deb.UNITS) == ""


@pytest.mark.parametrize("unit", UNITS)
def test_however_and_however_often_the_show_ends_it_is_started_anew(unit: str) -> None:
    lines = (DEBIAN / unit).read_text().splitlines()
    # After a status of 0 too: the cage of Debian 12 has no other.
    assert {"Restart=always", "RestartSec=2", "StartLimitIntervalSec=0", "LimitCORE=0"} <= set(lines)
    assert not [line for line in lines if line.startswith("RestartPreventExitStatus")]


def test_the_units_differ_in_the_way_to_the_screen_alone() -> None:
    wayland, x11 = (set((DEBIAN / name).read_text().splitlines()) for name in UNITS)
    differing = {line.partition("=")[0] for line in wayland ^ x11 if not line.startswith(("#", " "))}
    ways = {"ExecStart", "Environment", "PrivateTmp", "SuccessExitStatus", "SupplementaryGroups", "Wants", "After"}
    assert differing == {"Description", "Conflicts", *ways}


ORDER = "/run/kiosk/quit"


@pytest.mark.parametrize(("has_desktop", "login"), [(False, "getty@tty1.service"), (True, "display-manager.service")])
def test_staff_who_quit_get_the_login_back(tmp_path: Path, has_desktop: bool, login: str) -> None:
    for name in UNITS:
        assert {
            f"Environment=KIOSK_QUIT_FILE={ORDER}",
            "Wants=kiosk-quit.path",
            "RuntimeDirectoryPreserve=restart",
        } < set((DEBIAN / name).read_text().splitlines())
    assert f"PathExists={ORDER}" in (DEBIAN / "kiosk-quit.path").read_text().splitlines()
    order, desktop, asked = (tmp_path / name for name in ("quit", "desktop", "asked"))
    order.touch()
    if has_desktop:
        desktop.touch()
    executable(tmp_path / "bin" / "systemctl", f'echo "$@" >> {asked}')
    unit = (DEBIAN / "kiosk-quit.service").read_text().replace("\\\n", "")
    unit = unit.replace(ORDER, str(order)).replace("/etc/systemd/system/display-manager.service", str(desktop))
    for command in re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE):
        subprocess.run(shlex.split(command), env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}, check=True)
    assert not order.exists()
    assert asked.read_text().splitlines() == ["stop kiosk.service kiosk-x11.service", f"start {login}"]


def test_the_manual_tells_of_every_command_and_option() -> None:
    manual = (DEBIAN / "kiosk.1").read_text().replace("\\", "")
    general, *sections = re.split(r'\n\.SS "kiosk ', manual.partition(".SH COMMANDS")[2].partition("\n.SH ")[0])
    told = {
        section.partition('"')[0]: set(re.findall(r"^\.BI? (--[a-z-]+)", section, re.MULTILINE)) for section in sections
    }
    # Told of once.
    told["supervise"] |= told["run"]
    assert told == {name: options_of(parser) - {"--debug", "--help"} for name, parser in commands().items()}
    general = manual.partition(".SH OPTIONS")[2].partition("\n.SH ")[0]
    assert set(re.findall(r"--[a-z]+", general)) == options_of(cli._parser())
    synopsis = manual.partition(".SH SYNOPSIS")[2].partition("\n.SH ")[0]
    assert all(command in synopsis for command in commands())


def test_the_manual_tells_of_every_exit_status() -> None:
    manual = (DEBIAN / "kiosk.1").read_text().partition('.SH "EXIT STATUS"')[2].partition("\n.SH ")[0]
    statuses = [value for name, value in vars(options).items() if name.isupper() and isinstance(value, int)]
    assert [int(number) for number in re.findall(r"^\.B (\d)$", manual, re.MULTILINE)] == sorted(statuses)


def completed(*words: str) -> set[str]:
    """What bash offers for the last of the words."""
    script = 'shopt -s extglob; . "$1"; shift; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _kiosk; echo "${COMPREPLY[@]}"'
    command = ["bash", "-euc", script, "-", str(DEBIAN / "kiosk.bash"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=DEBIAN.parent)
    return set(done.stdout.split())


def test_bash_offers_every_command() -> None:
    assert completed("kiosk", "") == set(cli.COMMANDS) == set(commands())


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_bash_offers_every_option(command: str) -> None:
    assert completed("kiosk", command, "--") == options_of(commands()[command])


def test_bash_offers_the_options_that_need_no_command() -> None:
    assert completed("kiosk", "--") == options_of(commands()["run"]) | {"--version"}


def test_bash_offers_what_an_option_takes() -> None:
    turns, forms = (commands()[name]._option_string_actions[option].choices for name, option in TAKING)
    assert completed("kiosk", "--rotate", "") == set(map(str, turns or ()))
    assert completed("kiosk", "check", "--format", "") == set(forms or ())
    assert completed("kiosk", "render", "--out", "deb") == {"debian"}
    assert completed("kiosk", "init", "deb") == {"debian"}
    assert completed("kiosk", "--start", "") == set()


TAKING = (("run", "--rotate"), ("check", "--format"))


def test_the_version_is_the_programs() -> None:
    (release, *_) = ElementTree.parse(DEBIAN / "org.lobbykiosk.Kiosk.metainfo.xml").iter("release")
    assert release.get("version") == __version__
    assert (DEBIAN / "changelog").read_text().startswith(f"lobby-kiosk ({__version__}) ")


def test_what_is_installed_is_there() -> None:
    assert [file for file in build_deb.FILES if not file.is_file()] == []


# kiosk-switch-version, with stand-ins for the versions and for what only root can do.

STUBS = {
    "id": "echo 0",
    "setpriv": 'while [ "$1" != env ]; do shift; done; exec "$@"',
    "systemctl": "exit 1",
}


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    for name, script in STUBS.items():
        executable(tmp_path / "bin" / name, script)
    folder = tmp_path / "kiosk"
    text = (DEBIAN / "kiosk-switch-version").read_text()
    text = text.replace("/opt/kiosk", str(folder)).replace("/etc/kiosk", str(tmp_path)).replace("/run/systemd", "/none")
    folder.mkdir()
    (tmp_path / "switch").write_text(text)
    return folder


def executable(file: Path, script: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def add(versions: Path, version: str, test: int = 0, check: int = 0) -> None:
    """A version whose commands end with those statuses."""
    script = f"case $1 in self-test) echo tested; exit {test} ;; check) exit {check} ;; esac"
    executable(versions / version / "kiosk", script)


def switch(versions: Path, *words: str) -> tuple[int, str]:
    """The status and what is said."""
    path = f"{versions.parent / 'bin'}:/usr/bin:/bin"
    command = ["sh", str(versions.parent / "switch"), *words]
    done = subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def links(versions: Path) -> dict[str, str]:
    return {path.name: str(path.readlink()) for path in versions.iterdir() if path.is_symlink()}


def folders(versions: Path) -> list[str]:
    return sorted(path.name for path in versions.iterdir() if not path.is_symlink())


def test_the_first_version(versions: Path) -> None:
    add(versions, "1.0")
    assert switch(versions, "1.0") == (0, "kiosk-switch-version: version 1.0 is in use\n")
    assert links(versions) == {"current": "1.0"}


def test_the_version_before_is_kept_and_no_other(versions: Path) -> None:
    for version in ("1.0", "1.1", "1.2"):
        add(versions, version)
        assert switch(versions, version)[0] == 0
    assert links(versions) == {"current": "1.2", "previous": "1.1"}
    assert folders(versions) == ["1.1", "1.2"]


def test_the_same_version_again_changes_nothing(versions: Path) -> None:
    for version in ("1.0", "1.1", "1.1"):
        add(versions, version)
        assert switch(versions, version)[0] == 0
    assert links(versions) == {"current": "1.1", "previous": "1.0"}
    assert folders(versions) == ["1.0", "1.1"]


def test_back_and_back_again(versions: Path) -> None:
    add(versions, "1.0")
    assert switch(versions, "--back") == (1, "kiosk-switch-version: there is no version to go back to\n")
    switch(versions, "1.0")
    add(versions, "1.1")
    switch(versions, "1.1")
    # What has been in use is not tested: there may be no time.
    add(versions, "1.0", test=3)
    assert switch(versions, "--back")[0] == 0
    assert links(versions) == {"current": "1.0", "previous": "1.1"}
    assert switch(versions, "--back")[0] == 0
    assert links(versions) == {"current": "1.1", "previous": "1.0"}
    assert folders(versions) == ["1.0", "1.1"]


def test_a_version_that_fails_its_test_is_not_used(versions: Path) -> None:
    add(versions, "1.0", test=3)
    status, said = switch(versions, "1.0")
    assert (status, links(versions)) == (1, {})
    assert said.endswith("version 1.0 did not pass its own test, and no version is in use\n")
    add(versions, "1.0")
    switch(versions, "1.0")
    add(versions, "1.1", test=3)
    status, said = switch(versions, "1.1")
    assert (status, links(versions)) == (1, {"current": "1.0"})
    assert said == "tested\nkiosk-switch-version: version 1.1 did not pass its own test; version 1.0 stays in use\n"


@pytest.mark.parametrize(("before", "status", "used"), [(0, 1, "1.0"), (1, 0, "1.1")])
def test_errors_in_the_content_count_if_they_are_new(versions: Path, before: int, status: int, used: str) -> None:
    add(versions, "1.0", check=before)
    switch(versions, "1.0")
    add(versions, "1.1", test=1)
    assert switch(versions, "1.1")[0] == status
    assert links(versions)["current"] == used


def test_errors_in_the_content_do_not_stand_in_the_way_of_the_first_version(versions: Path) -> None:
    add(versions, "1.0", test=1)
    assert switch(versions, "1.0")[0] == 0


@pytest.mark.parametrize(
    ("words", "status"),
    [((), 2), (("current",), 2), (("../1.0",), 2), (("1.0", "1.1"), 2), (("--back", "1.0"), 2), (("9.9",), 1)],
)
def test_what_is_not_a_version(versions: Path, words: tuple[str, ...], status: int) -> None:
    add(versions, "1.0")
    assert switch(versions, *words)[0] == status
    assert links(versions) == {}
