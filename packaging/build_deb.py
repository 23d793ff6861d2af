"""Makes the Debian package from the folder that PyInstaller built; `packaging/debian/` holds what it adds."""

import gzip
import os
import re
import shutil
import subprocess
from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk import __version__

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "packaging" / "debian"

APPLICATION = "org.lobbykiosk.Kiosk"
PACKAGED = "opt/kiosk/packaged"
"""Where dpkg unpacks the program; `postinst` gives it its name with the version in it, and says why."""

DOCUMENTS = "usr/share/doc/lobby-kiosk"

MANUALS = ("install.md", "content.md", "operations.md", "reliability.md", "staff.md")

UNITS = ("kiosk.service", "kiosk-x11.service", "kiosk-quit.path", "kiosk-quit.service")

FILES = {
    OURS / "kiosk-switch-version": "usr/sbin/kiosk-switch-version",
    OURS / "kiosk.conf": "etc/kiosk/kiosk.conf",
    **{OURS / name: f"usr/lib/systemd/system/{name}" for name in UNITS},
    OURS / "sysusers.conf": "usr/lib/sysusers.d/lobby-kiosk.conf",
    OURS / "xorg.conf": "usr/share/lobby-kiosk/xorg.conf",
    OURS / "lintian-overrides": "usr/share/lintian/overrides/lobby-kiosk",
    OURS / "kiosk.1": "usr/share/man/man1/kiosk.1.gz",
    OURS / "kiosk-switch-version.8": "usr/share/man/man8/kiosk-switch-version.8.gz",
    OURS / "kiosk.bash": "usr/share/bash-completion/completions/kiosk",
    OURS / f"{APPLICATION}.desktop": f"usr/share/applications/{APPLICATION}.desktop",
    OURS / f"{APPLICATION}.metainfo.xml": f"usr/share/metainfo/{APPLICATION}.metainfo.xml",
    ROOT / "resources" / "icon" / "kiosk.svg": f"usr/share/icons/hicolor/scalable/apps/{APPLICATION}.svg",
    OURS / "copyright": f"{DOCUMENTS}/copyright",
    OURS / "changelog": f"{DOCUMENTS}/changelog.gz",
    **{ROOT / "docs" / name: f"{DOCUMENTS}/{name}" for name in MANUALS},
}
"""What is installed beside the program, and where; what ends in .gz there is compressed."""

LINKS = {
    "usr/bin/kiosk": "/opt/kiosk/current/kiosk",
    f"{DOCUMENTS}/examples": f"/{PACKAGED}/_internal/kiosk/shipped",
}

HEARD = re.compile("multimedia|texttospeech", re.IGNORECASE)
"""What only the reading aloud needs; a screen without a voice is whole."""

SCRIPTS = ("postinst", "prerm", "postrm")


def build_deb(folder: Path, time: int) -> Path:
    """Pack a folder build into a package beside it; every file in it has the given time, in seconds."""
    architecture = _said("dpkg", "--print-architecture").strip()
    file = folder.with_name(f"lobby-kiosk_{__version__}_{architecture}.deb")
    with TemporaryDirectory() as temporary:
        root = Path(temporary, "root")
        shutil.copytree(folder, root / PACKAGED, symlinks=True)
        _lay_out(root)
        (root / "DEBIAN").mkdir()
        depends, recommends = _libraries(root)
        fields = {
            "VERSION": __version__,
            "ARCHITECTURE": architecture,
            "DEPENDS": depends,
            "RECOMMENDS": recommends,
            "SIZE": str(sum(-(-path.lstat().st_size // 1024) for path in _files(root))),
        }
        control = re.sub(r"@(\w+)@", lambda name: fields[name[1]], (OURS / "control").read_text("utf-8"))
        _write_control(root, control)
        for path in (root, *root.rglob("*")):
            os.utime(path, (time, time), follow_symlinks=False)
        _said(
            "dpkg-deb", "--root-owner-group", "--build", root, file, env=os.environ | {"SOURCE_DATE_EPOCH": str(time)}
        )
    return file


def _lay_out(root: Path) -> None:
    for source, place in FILES.items():
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".gz":
            target.write_bytes(gzip.compress(source.read_bytes(), mtime=0))
        else:
            shutil.copy(source, target)
    for place, destination in LINKS.items():
        link = root / place
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(destination)
    (root / "etc/kiosk/content").mkdir()
    programs = {root / PACKAGED, root / "usr" / "sbin"}
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (path.parent in programs and os.access(path, os.X_OK)) else 0o644)


def _write_control(root: Path, control: str) -> None:
    folder = root / "DEBIAN"
    sums = [f"{md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in _files(root)]
    (folder / "control").write_text(control, "utf-8")
    (folder / "conffiles").write_text("/etc/kiosk/kiosk.conf\n", "utf-8")
    (folder / "md5sums").write_text("".join(line for line in sums if "  etc/" not in line), "utf-8")
    for name in SCRIPTS:
        shutil.copy(OURS / name, folder)
    for path in folder.iterdir():
        path.chmod(0o755 if path.name in SCRIPTS else 0o644)


def _files(root: Path) -> list[Path]:
    """What is in the package, in order, without links and what is about the package itself."""
    paths = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in paths if root / "DEBIAN" not in path.parents)


def _libraries(root: Path) -> tuple[str, str]:
    """The packages of the system libraries that the program links to, and those that only what is heard links to."""
    objects = [path for path in _files(root) if _is_elf(path)]
    heard = [path for path in objects if HEARD.search(str(path.relative_to(root)))]
    # It looks for a source package that the tree belongs to.
    source = root.parent / "debian"
    source.mkdir()
    (source / "control").write_text("Source: lobby-kiosk\n\nPackage: lobby-kiosk\nArchitecture: any\n", "utf-8")
    command = ["dpkg-shlibdeps", "-O", f"-S{root}"]
    command += [f"-l{folder}" for folder in sorted({path.parent for path in objects})]
    command += [f"-e{path}" for path in objects if path not in heard]
    command += ["-dRecommends", *(f"-e{path}" for path in heard)]
    lines = _said(*command, cwd=root.parent).splitlines()
    said = dict(line.removeprefix("shlibs:").split("=", 1) for line in lines)
    return said["Depends"], said["Recommends"]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _said(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """What a command prints. What it complains of is only shown if it fails."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{done.stderr}{command[0]} failed with status {done.returncode}")
    return done.stdout
