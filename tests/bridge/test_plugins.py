"""Plugins of Qt that cannot be loaded, as where a system lacks one of their libraries."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.plugins import needed, why_not_loaded
from kiosk.bridge.qt_log import no_display
from kiosk.options import missing_library

PLUGINS = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))


@pytest.fixture
def lacking(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Path]:
    """A plugin of a library that no system has."""
    plugin = tmp_path / "platforms" / "libqlacking.so"
    plugin.parent.mkdir()
    linked = (PLUGINS / "platforms" / "libqoffscreen.so").read_bytes()
    plugin.write_bytes(linked.replace(b"\0libX11.so.6\0", b"\0libXyz.so.6\0"))
    before = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([str(tmp_path), *before])
    yield plugin
    QCoreApplication.setLibraryPaths(before)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_platform_can_draw_unseen_and_in_a_window(platform: str) -> None:
    names = needed(platform)
    assert "platforms/qoffscreen" in names
    assert any(name.startswith("platforms/") and name != "platforms/qoffscreen" for name in names)
    assert (set(names) == set(needed())) == (platform == sys.platform)


def test_every_plugin_that_is_needed_loads_here() -> None:
    assert [why_not_loaded(name) for name in needed()] == [""] * len(needed())


def test_a_plugin_that_is_not_there_is_named() -> None:
    assert why_not_loaded("platforms/qnone") == "there is no plugin platforms/qnone"


def test_a_library_that_a_plugin_lacks_is_named_as_often_as_it_is_asked_for(lacking: Path) -> None:
    for _ in range(2):
        why = why_not_loaded("platforms/qlacking")
        assert why.startswith(f"Cannot load library {lacking}: libXyz.so.6: ")
        assert missing_library(why).startswith("the system library libXyz.so.6 is missing: ")


def test_a_file_that_is_no_plugin_is_told_of(lacking: Path) -> None:
    lacking.with_name("libqempty.so").write_bytes(b"nonsense")
    assert "libqempty.so" in why_not_loaded("platforms/qempty")


@pytest.mark.parametrize(
    ("tried", "said"),
    [
        (["lacking"], "the system library libXyz.so.6 is missing: the Debian package lobby-kiosk brings it"),
        (["offscreen", "lacking"], "the system library libXyz.so.6 is missing"),
        (["offscreen"], "no display could be opened (offscreen): start it in a graphical session"),
        ([], "no display could be opened (none is known)"),
    ],
)
def test_why_there_is_no_display(lacking: Path, tried: list[str], said: str) -> None:
    assert no_display(tried).startswith(said)
