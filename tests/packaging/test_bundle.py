"""What the package takes along of Qt and Python."""

import re
from pathlib import Path, PureWindowsPath

import bundle
import package
import pytest

from kiosk import __version__
from kiosk.bridge.plugins import needed

ROOT = Path(__file__).parents[2]
SITE = "/env/site-packages"
QT = f"{SITE}/PySide6/Qt"


@pytest.mark.parametrize(
    ("place", "is_wanted"),
    [
        ("PySide6/QtCore.abi3.so", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/qml/QtQuick/Shapes/qmldir", True),
        ("PySide6/Qt/qml/QtQuick/Shapes/plugins.qmltypes", False),
        ("PySide6/Qt/qml/QtQuick/Controls/qmldir", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", False),
        ("PySide6\\qml\\QtQuick\\VirtualKeyboard\\qmldir", False),
        ("PySide6\\opengl32sw.dll", False),
    ],
)
def test_what_of_qt_is_wanted(place: str, is_wanted: bool) -> None:
    assert bundle.is_wanted(place) is is_wanted


def test_only_libraries_that_something_links_to_are_taken() -> None:
    links = {
        f"{QT}/plugins/platforms/libqxcb.so": ["libQt6Gui.so.6", "libxcb.so.1"],
        f"{QT}/lib/libQt6Gui.so.6": ["libQt6Core.so.6"],
        f"{QT}/lib/libQt6Charts.so.6": ["libQt6Widgets.so.6"],
    }
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", f"{QT}/plugins/platforms/libqxcb.so", "BINARY"),
        *((f"PySide6/Qt/lib/{name}", f"{QT}/lib/{name}", "BINARY") for name in
          ("libQt6Charts.so.6", "libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6")),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"),
        ("libxcb.so.1", "/usr/lib/libxcb.so.1", "BINARY"),
        ("content.yaml", "/source/content.yaml", "DATA"),
    ]  # fmt: skip
    kept = bundle.trimmed(entries, lambda file: links.get(file, []), ["/env"])
    assert [place for place, _, _ in kept] == [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "content.yaml",
        "libpython3.11.so.1.0",
    ]


def test_on_windows_libraries_lie_beside_the_bindings() -> None:
    links = {"C:/q/qwindows.dll": ["Qt6Gui.dll", "KERNEL32.dll"], "C:/q/Qt6Gui.dll": ["Qt6Core.dll"]}
    places = ["plugins\\platforms\\qwindows.dll", "QtGui.pyd", "Qt6Core.dll", "Qt6Gui.dll", "Qt6Widgets.dll"]
    entries = [(f"PySide6\\{place}", f"C:/q/{PureWindowsPath(place).name}", "BINARY") for place in places]
    kept = bundle.trimmed(entries, lambda file: links.get(file, []), ["C:/q"], "win32")
    assert {place for place, _, _ in kept} == {f"PySide6\\{place}" for place in places} - {"PySide6\\Qt6Widgets.dll"}


def test_on_macos_frameworks_are_taken_whole_with_the_links_to_them() -> None:
    core, widgets = ("PySide6/Qt/lib/QtCore.framework", "PySide6/Qt/lib/QtWidgets.framework")
    binding = ("PySide6/QtCore.abi3.so", f"{SITE}/PySide6/QtCore.abi3.so", "EXTENSION")
    python = ("Python", "Python.framework/Versions/3.12/Python", "SYMLINK")

    def framework(place: str) -> list[bundle.Entry]:
        name = Path(place).stem
        return [
            (f"{place}/Versions/A/{name}", f"{SITE}/{place}/Versions/A/{name}", "BINARY"),
            (f"{place}/Versions/A/Resources/Info.plist", f"{SITE}/{place}/Versions/A/Resources/Info.plist", "DATA"),
            (f"{place}/{name}", f"Versions/Current/{name}", "SYMLINK"),
            (name, f"{place}/Versions/A/{name}", "SYMLINK"),
        ]

    links = {binding[1]: ["@rpath/QtCore.framework/Versions/A/QtCore", "/usr/lib/libSystem.B.dylib"]}
    entries = [binding, python, *framework(core), *framework(widgets)]
    kept = bundle.trimmed(entries, lambda file: links.get(file, []), ["/env"], "darwin")
    assert kept == sorted([binding, python, *framework(core)])


def test_every_module_that_qml_imports_is_taken() -> None:
    texts = [file.read_text("utf-8") for file in bundle.QML.rglob("*.qml")]
    imported = {name for text in texts for name in re.findall(r"^import (Qt[\w.]+)", text, re.MULTILINE)}
    assert imported
    assert {name.replace(".", "/") for name in imported} <= bundle.QML_MODULES


def test_qml_compiles_ahead(tmp_path: Path) -> None:
    pairs = bundle.compiled_qml(tmp_path)
    places = {str(Path(place, Path(file).stem)) for file, place in pairs}
    assert places == {str(file.relative_to(ROOT).with_suffix("")) for file in bundle.QML.rglob("*.qml")}
    assert all(Path(file).read_bytes().startswith(b"qv4cdata") for file, _ in pairs)


def test_names_tell_version_system_and_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert package.name() == f"kiosk-{__version__}-linux-arm64"


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_plugin_that_the_self_test_asks_for_is_taken(platform: str) -> None:
    places = [f"PySide6/Qt/plugins/{name}" for name in needed(platform)]
    assert [place for place in places if not bundle.is_wanted(place)] == []
