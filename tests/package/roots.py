"""Bare Debian systems to try the package in: made once with debootstrap, each use of one in a layer of its own."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

KEPT = Path(__file__).resolve().parents[2] / "build" / "roots"
"""What is made once: a folder for each release, and one for each set of packages added to it."""

USER = 1234
"""The number of a user that no such system knows: without a name, rights or a home."""

NOBODY = f"{USER}:{USER}"
ROOT = "0:0"
UNATTENDED = {"DEBIAN_FRONTEND": "noninteractive"}

RUNTIME_FOLDER = f"/run/user/{USER}"


class Root:
    """A Debian system with its own /tmp, /run and /dev/shm, seen by nothing but what is started in it.

    `layers` are its files, the topmost first; what is written goes to a layer in `folder`. `mounts` are folders of this
    machine by where they are found in it; those in `writable` may be written to. All ends with its `with` block.
    """

    def __init__(
        self,
        layers: list[Path],
        folder: Path,
        mounts: Mapping[str, Path] | None = None,
        writable: Mapping[str, Path] | None = None,
    ) -> None:
        self.changes = folder / "changes"
        self._layers = layers
        self._work, self._top = folder / "work", folder / "top"
        self._mounts = {name: (path, "ro") for name, path in (mounts or {}).items()}
        self._mounts |= {name: (path, "rw") for name, path in (writable or {}).items()}

    def __enter__(self) -> Self:
        for folder in (self.changes, self._work, self._top):
            folder.mkdir(parents=True, exist_ok=True)
        # In a mount namespace of its own, so that nothing stays mounted whatever happens here. Its input ends with us.
        self._keeper = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", "-euc", "\n".join(self._script())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._keeper.stdout
        if self._keeper.stdout.readline() != "ready\n":
            raise RuntimeError(f"the root could not be put together: status {self._keeper.wait()}")
        self._before = set(self._files())
        return self

    def _script(self) -> Iterator[str]:
        layers = ":".join(map(str, self._layers))
        options = f"lowerdir={layers},upperdir={self.changes},workdir={self._work}"
        yield f"mount -t overlay -o '{options}' overlay '{self._top}'"
        yield f"cd '{self._top}'"
        yield "mount -t proc proc proc"
        yield "mount -t tmpfs -o mode=1777,nosuid,nodev,noexec tmpfs tmp"
        yield "mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs dev/shm"
        yield "mount -t tmpfs -o mode=755,nosuid,nodev tmpfs run"
        yield f"install -d -m 700 -o {USER} -g {USER} .{RUNTIME_FOLDER}"
        # As systemd makes it at every start.
        yield "install -d -m 1777 tmp/.X11-unix"
        for place, (path, mode) in self._mounts.items():
            yield f"mkdir -p '.{place if path.is_dir() else Path(place).parent}'"
            if not path.is_dir():
                yield f"touch '.{place}'"
            yield f"mount --bind '{path}' '.{place}'"
            yield f"mount -o remount,bind,{mode} '.{place}'"
        yield "echo ready"
        yield "exec cat"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Which closes its input.
        self._keeper.communicate()

    def path(self, place: str) -> Path:
        """Where this machine finds one of its files."""
        return Path(f"/proc/{self._keeper.pid}/root{self._top}{place}")

    def command(
        self, *words: str | Path, user: str = NOBODY, environment: Mapping[str, str] | None = None
    ) -> list[str]:
        """The command that runs another in it. Only its root has a network.

        Nothing of this machine's environment is passed on. Each program becomes the next, so that a signal reaches the
        last.
        """
        into = ["nsenter", f"--mount=/proc/{self._keeper.pid}/ns/mnt"]
        if user != ROOT:
            into += ["unshare", "--net"]
        told = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C"} | dict(environment or {})
        return [
            *into,
            *("chroot", f"--userspec={user}", "--groups=", str(self._top), "env", "--ignore-environment"),
            *(f"{name}={value}" for name, value in told.items()),
            *map(str, words),
        ]

    def run(
        self, *words: str | Path, user: str = NOBODY, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in it to its end. Standard output and errors are one."""
        command = self.command(*words, user=user, environment=environment)
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)

    def do(self, *words: str | Path) -> str:
        """Run a command in it as root, which must succeed; what it said."""
        ended = self.run(*words, user=ROOT, environment=UNATTENDED)
        assert ended.returncode == 0, f"{words}: status {ended.returncode}\n{ended.stdout}"
        return ended.stdout

    def _files(self) -> Iterator[str]:
        for name in ("tmp", "run", "dev/shm"):
            yield from (f"/{name}/{file}" for file in files_below(self.path(f"/{name}")))
        yield from (f"/{file}" for file in files_below(self.changes))

    def written(self) -> set[str]:
        """The files and folders written or removed since it was put together, wherever in it they may be; not what
        lies in folders of this machine."""
        return set(self._files()) - self._before


def files_below(top: Path) -> Iterator[str]:
    """Paths of all files and folders below a folder, relative to it, without what is mounted there."""
    for path, folders, files in os.walk(top):
        folders[:] = [folder for folder in folders if not os.path.ismount(Path(path, folder))]
        yield from (str(Path(path, name).relative_to(top)) for name in (*folders, *files))


def bare(release: str) -> Path:
    """A minimal Debian of a release, from where this machine gets its own packages."""
    folder = KEPT / release
    if not folder.is_dir():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        quietly("debootstrap", "--variant=minbase", release, str(part), mirror())
        # Installing a service starts none here.
        policy = part / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
        part.rename(folder)
    return folder


def mirror() -> str:
    """Where this machine's own Debian packages come from."""
    return quietly(
        "apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Label: Debian"
    ).split()[0]


def with_packages(release: str, wanted: str) -> list[Path]:
    """The layers of a minimal Debian of a release with packages added, which are named as in a Depends field."""
    base = bare(release)
    layer = KEPT / f"{release}-{hashlib.sha256(wanted.encode()).hexdigest()[:12]}"
    if not layer.is_dir():
        work = layer.with_suffix(".part")
        shutil.rmtree(work, ignore_errors=True)
        with Root([base], work) as root:
            root.do("apt-get", "update")
            root.do("apt-get", "satisfy", "--no-install-recommends", "--yes", wanted)
            root.do("sh", "-c", "apt-get clean; rm -rf /var/lib/apt/lists/*")
        root.changes.rename(layer)
        shutil.rmtree(work)
    return [layer, base]


def quietly(*command: str) -> str:
    """Run a command, which must succeed; what it said."""
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert ended.returncode == 0, f"{command[0]}: status {ended.returncode}\n{ended.stdout[-4000:]}"
    return ended.stdout
