"""What of Qt and Python goes into the program that is installed, and what stays out. Read by `kiosk.spec`."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

import PySide6

ROOT = Path(__file__).resolve().parents[1]
QT = Path(PySide6.__file__).parent
QML = ROOT / "kiosk" / "qml"

# A file's place in the bundle, where it is copied from, and PyInstaller's word for what it is.
Entry = tuple[str, str, str]
LINKED = ("BINARY", "EXTENSION")

PLUGINS = {
    "iconengines": set[str](),
    "imageformats": {"qjpeg", "qsvg", "qwebp"},
    # Letters typed with two keys; the on-screen keyboard of Qt is under the GPL alone.
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "texttospeech": {
        "qtexttospeech_sapi",
        "qtexttospeech_speechd",
        "qtexttospeech_speechdarwin",
        "qtexttospeech_winrt",
    },
    "wayland-decoration-client": {"bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}
"""The plugins of Qt that the program uses, by folder; those of other systems are not there to be taken."""

QML_MODULES = {"QtQml", "QtQml/Models", "QtQml/WorkerScript", "QtQuick", "QtQuick/Shapes"}
"""The modules of Qt that the QML files import (tests/test_layers.py holds which), and those that these import."""

NEVER_IMPORTED = [
    # Bindings that PyInstaller thinks those of Qt Quick and Qt Multimedia need.
    "PySide6.QtConcurrent",
    "PySide6.QtMultimediaWidgets",
    "PySide6.QtOpenGL",
    "PySide6.QtWidgets",
    # The program opens no connection; the hashes that it uses are Python's own.
    "_hashlib",
    "_ssl",
    "asyncio",
    "ftplib",
    "http",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "xmlrpc",
    # A library under the GPL (readline), and ones that the system would have to bring.
    "_bz2",
    "_curses",
    "_dbm",
    "_gdbm",
    "_lzma",
    "_sqlite3",
    "_tkinter",
    "readline",
    # Content is UTF-8.
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    # Tools.
    "doctest",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "multiprocessing",
    "pdb",
    "pydoc",
    "setuptools",
    "tkinter",
    "unittest",
    "venv",
]
"""Modules that some library imports at need and that the program never reaches."""


def compiled_qml(folder: Path) -> list[tuple[str, str]]:
    """Each QML file compiled ahead: Qt reads `Main.qmlc` beside `Main.qml`, and so compiles nothing at the start and
    writes nothing into a cache. The result is pairs of file and folder in the bundle."""
    tool = QT / ("qmlcachegen.exe" if sys.platform == "win32" else "Qt/libexec/qmlcachegen")
    pairs = []
    for source in sorted(QML.rglob("*.qml")):
        place = source.relative_to(ROOT).parent
        compiled = folder / place / f"{source.name}c"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        imports = [word for path in (QML, QT / "Qt" / "qml", QT / "qml") for word in ("-I", str(path))]
        subprocess.run([tool, "--only-bytecode", *imports, "-o", compiled, source], check=True)
        pairs.append((str(compiled), str(place)))
    return pairs


def is_wanted(place: str) -> bool:
    """Whether a file of PySide6 at a place in the bundle is used; libraries are told by who links to them."""
    path = PurePosixPath(place.replace("\\", "/"))
    parts = path.parts
    if "plugins" in parts:
        folder, stem = path.parent.name, path.stem.removeprefix("lib")
        return stem in PLUGINS.get(folder, set())
    if "qml" in parts:
        module = "/".join(parts[parts.index("qml") + 1 : -1])
        return module in QML_MODULES and path.suffix not in (".qmltypes", ".qml")
    # Windows always has the Direct3D that Qt Quick draws with there.
    return "translations" not in parts and path.name != "opengl32sw.dll"


def library(place: str) -> str | None:
    """The name by which others link to a file of PySide6, or to the framework (macOS) that it is part of; else None."""
    path = PurePosixPath(place.replace("\\", "/"))
    if frameworks := [part for part in path.parts if part.endswith(".framework")]:
        return frameworks[0].removesuffix(".framework")
    is_library = path.parent.name == "lib" or (
        path.parent.name == "PySide6" and path.name.startswith(("Qt6", "av", "sw"))
    )
    return path.name if is_library else None


def trimmed(
    entries: Iterable[Entry], needs: Callable[[str], Iterable[str]], ours: Iterable[str], platform: str = sys.platform
) -> list[Entry]:
    """The entries without what is not used, without what is the system's, and without links to what has gone.

    `needs` tells the names of the libraries that a file links to; `ours` are the folders that Python and its packages
    come from: a library from anywhere else is the system's, and stays with it, but for Python's own.
    """
    folders = tuple(ours)
    kept, libraries = list[Entry](), defaultdict[str, list[Entry]](list)
    for entry in entries:
        place, source, kind = entry
        # PyInstaller's short ways to libraries: only on macOS does anything look for them there.
        if kind == "SYMLINK" and platform != "darwin":
            continue
        if kind in LINKED and not source.startswith(folders) and not Path(source).name.startswith("libpython"):
            continue
        # A link names the place of what it leads to.
        of_qt = next((path for path in (place, source) if path.startswith(("PySide6", "shiboken6"))), "")
        if name := library(of_qt):
            libraries[name].append(entry)
        elif is_wanted(of_qt):
            kept.append(entry)
    reached = [source for _, source, kind in kept if kind in LINKED]
    while reached:
        for needed in needs(reached.pop()):
            files = libraries.pop(PurePosixPath(needed).name, [])
            kept += files
            reached += [source for _, source, kind in files if kind in LINKED]
    return sorted(kept)
