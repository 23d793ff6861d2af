"""Who may import whom, read from the sources, and that nothing in the program reaches the network."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
QML = ROOT / "kiosk" / "qml" / "Kiosk"

# No QtWidgets, no QtNetwork, and none of the modules under the GPL alone (see THIRD_PARTY.md).
QT = {
    "PySide6.QtCore",
    "PySide6.QtDBus",
    "PySide6.QtGui",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSvg",
    "shiboken6",
}
# Opens a socket or asks another program to; the process that draws never does.
NETWORK = {
    "_socket",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
}
NETWORK |= {"webbrowser", "wsgiref", "xmlrpc"}

OURS = {"kiosk.bridge", "kiosk.content", "kiosk.options", "kiosk.paths", "kiosk.platform", "kiosk.safety", "kiosk.show"}

# The first entry that fits a module counts. A name stands for itself and for all below it.
MAY_IMPORT: dict[str, set[str]] = {
    "kiosk.content": {"kiosk.content", "kiosk.paths", "yaml"},
    "kiosk.show": {"kiosk.content", "kiosk.show"},
    "kiosk.safety": {"kiosk.content", "kiosk.paths", "kiosk.safety"},
    # A process of its own, the only one that is heard: see kiosk/bridge/speaker.py.
    "kiosk.bridge.speaker": {"PySide6.QtCore", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech"},
    "kiosk.bridge": {*OURS, "qrcodegen", *QT},
    "kiosk.options": set(),
    "kiosk.paths": set(),
    "kiosk.platform": set(),
    "kiosk.cli": {"kiosk"},
    # It tries what the others do.
    "kiosk.self_test": {"kiosk", *QT},
    # Small, so that it outlives what it watches over.
    "kiosk.supervise": {"kiosk.options", "kiosk.platform", "kiosk.safety"},
    "kiosk": {*OURS, "kiosk.__version__", "qrcodegen", *QT},
    "main": {"kiosk.cli"},
}

# Each one more is a library more in the package: see packaging/bundle.py.
QML_QT = {"QtQuick", "QtQuick.Shapes"}
QML_MAY_IMPORT: dict[str, set[str]] = {
    "Theme": {"QtQuick"},
    "Controls": {"Kiosk.Theme", *QML_QT},
    "Figures": {"Kiosk.Controls", "Kiosk.Theme", *QML_QT},
    "Slides": {"Kiosk.Controls", "Kiosk.Figures", "Kiosk.Theme", "KioskBridge", *QML_QT},
    "App": {"Kiosk.Controls", "Kiosk.Figures", "Kiosk.Slides", "Kiosk.Theme", "KioskBridge", *QML_QT},
}
# What reaches the network or hands an address to another program without an import.
QML_NEVER = re.compile(r"\bXMLHttpRequest\b|\bWebSocket\b|\bopenUrlExternally\b|\bhttps?://")


class Import(NamedTuple):
    """One imported name, as `module` or `module.name`, and where it stands."""

    name: str
    line: int
    at_start: bool


def python_files() -> list[Path]:
    return [ROOT / "main.py", *sorted((ROOT / "kiosk").rglob("*.py"))]


def qml_files() -> list[Path]:
    return sorted(QML.rglob("*.qml"))


def dotted(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(file: Path) -> Iterator[Import]:
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (Import(name, node.lineno, node in tree.body) for name in names)


def within(name: str, modules: set[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def layer(module: str) -> str:
    return next(name for name in MAY_IMPORT if within(module, {name}))


def by_name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def test_every_layer_has_files() -> None:
    assert {layer(dotted(file)) for file in python_files()} == set(MAY_IMPORT)
    assert {file.parent.name for file in qml_files()} == set(QML_MAY_IMPORT)


@pytest.mark.parametrize("file", python_files(), ids=by_name)
def test_python_imports(file: Path) -> None:
    allowed = MAY_IMPORT[layer(dotted(file))]
    for name, line, _ in imports(file):
        standard = name.partition(".")[0] in sys.stdlib_module_names
        assert standard or within(name, allowed), (
            f"{by_name(file)}:{line} imports {name}; {layer(dotted(file))} may import {sorted(allowed)}. "
            "Move the code to a layer that may, or hand in what it needs."
        )
        is_told = name == "_socket" and dotted(file) == "kiosk.bridge.heartbeat"
        assert not within(name, NETWORK) or is_told, (
            f"{by_name(file)}:{line} imports {name}; the process that draws never touches the network. "
            "Fetch in another process; to wake up on a signal, use os.pipe."
        )
        assert not name.endswith(".QDesktopServices"), (
            f"{by_name(file)}:{line} imports {name}, which opens other programs. Show a QR code instead."
        )


def test_the_command_line_imports_at_need() -> None:
    early = [name for name, _, at_start in imports(ROOT / "kiosk" / "cli.py") if at_start]
    ours = [
        name for name in early if within(name, {"kiosk"}) and not within(name, {"kiosk.__version__", "kiosk.options"})
    ]
    assert not ours, f"kiosk/cli.py imports {ours} at the top; import inside the function that needs it"


@pytest.mark.parametrize("file", qml_files(), ids=by_name)
def test_qml_imports(file: Path) -> None:
    allowed = QML_MAY_IMPORT[file.parent.name]
    for line, text in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if found := re.match(r"\s*import\s+(\S+)", text):
            assert found[1] in allowed, (
                f"{by_name(file)}:{line} imports {found[1]}; files in this folder may import {sorted(allowed)}. "
                "Hand plain values in and raise signals, or move the component."
            )
        assert not QML_NEVER.search(text), (
            f"{by_name(file)}:{line} reaches for the network or another program; the screen does neither. "
            "Show a QR code instead."
        )


def test_what_knows_no_qt_runs_without_it() -> None:
    pure = ("kiosk.content", "kiosk.safety", "kiosk.show")
    names = [dotted(file) for file in python_files() if layer(dotted(file)) in pure]
    program = f"import sys, {', '.join(names)}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT).returncode == 0
