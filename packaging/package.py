"""Makes what is installed: the program as a folder that needs no Python, and archives of it, in `dist/`."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
from hashlib import sha256
from pathlib import Path

from build_deb import build_deb
from sbom import sbom
from third_party import account, write_terms

from kiosk import __version__

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"

MACHINES = {"x86_64": "amd64", "AMD64": "amd64", "aarch64": "arm64"}
SYSTEMS = {"win32": "windows", "darwin": "macos"}


def name() -> str:
    """What the folder is called, for instance `kiosk-1.0.0-linux-amd64`."""
    machine = platform.machine()
    return f"kiosk-{__version__}-{SYSTEMS.get(sys.platform, sys.platform)}-{MACHINES.get(machine, machine)}"


def epoch() -> int:
    """When the sources were last changed, in seconds; every file of the package has that time, so that the same
    sources make the same package."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True)
    return int(told.stdout)


def build_folder(time: int) -> Path:
    """Build the program into a folder of `dist/`."""
    environment = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(time)}
    # Its cache, which it clears, is else shared by all that is being built on the machine.
    environment |= {"PYINSTALLER_CONFIG_DIR": str(WORK / "cache")}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(WORK), "--workpath", str(WORK / "work"), str(ROOT / "packaging" / "kiosk.spec")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    folder = DIST / name()
    shutil.rmtree(folder, ignore_errors=True)
    DIST.mkdir(exist_ok=True)
    if sys.platform == "darwin":
        folder.mkdir()
        shutil.move(WORK / "Kiosk.app", folder)
    else:
        shutil.move(WORK / "kiosk", folder)
    drop_foreign_paths(folder)
    shutil.copy(ROOT / "LICENSE", folder)
    write_terms(folder, account(as_built(folder)))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        os.utime(path, (time, time))
    return folder


def as_built(folder: Path) -> Path:
    """Where the files of the program lie as on every system: on macOS they are put in other places last."""
    return WORK / "kiosk" if sys.platform == "darwin" else folder


def drop_foreign_paths(folder: Path) -> None:
    """Let no library look for others in a folder of the machine that it was built on, as those of a Python built from
    source do."""
    for file in folder.rglob("*.so*") if sys.platform == "linux" else ():
        told = subprocess.run(["chrpath", "--list", file], capture_output=True, text=True, check=False).stdout
        if re.search("R(UN)?PATH=/", told):
            subprocess.run(["chrpath", "--delete", file], stdout=subprocess.DEVNULL, check=True)


def write_sbom(folder: Path, time: int) -> Path:
    """The bill of materials of the folder, beside it."""
    file = folder.with_name(f"{folder.name}.cdx.json")
    built = as_built(folder)
    file.write_text(sbom(built, account(built), time), "utf-8")
    return file


def archive(folder: Path) -> Path:
    """The folder in one file, the same each time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    if sys.platform == "win32":
        return Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))
    file = folder.with_name(f"{folder.name}.tar.xz")
    # Python adds the files of a folder in the order of their names.
    with tarfile.open(file, "w:xz") as tar:
        tar.add(folder, folder.name, filter=plain)
    return file


def write_checksums(files: list[Path]) -> None:
    """Write `SHA256SUMS`, for `sha256sum --check`."""
    lines = [f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), "utf-8")


def main() -> None:
    """Make all that is handed on, and tell where it is."""
    # It is for everybody to read, whoever builds it.
    os.umask(0o022)
    time = epoch()
    folder = build_folder(time)
    files = [archive(folder), write_sbom(folder, time)]
    if sys.platform == "linux" and shutil.which("dpkg-deb"):
        files.append(build_deb(folder, time))
    write_checksums(files)
    size = sum(file.stat().st_size for file in folder.rglob("*"))
    print(f"{folder.relative_to(ROOT)}/: {size / 1e6:.0f} MB")
    for file in files:
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
