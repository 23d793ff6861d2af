"""`kiosk self-test`: it passes where it ought to, and whatever is missing is named."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk import self_test
from kiosk.bridge import fonts
from kiosk.content import own_words
from kiosk.content.typefaces import TYPEFACE, Script
from kiosk.options import CONTENT_ERRORS, FINE, NO_SCREEN
from kiosk.paths import PACKAGE

ROOT = PACKAGE.parent
BROKEN = ROOT / "tests" / "data" / "broken" / "unknown-key.yaml"


@pytest.fixture(autouse=True)
def own_typeface(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leaves the fonts of the test run as they were."""
    monkeypatch.setattr(fonts, "_families_of", {})
    font = QGuiApplication.font()
    yield
    QGuiApplication.setFont(font)


def test_it_passes_without_fonts_locale_or_home(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "self-test"]
    bare = {"FONTCONFIG_FILE": "/dev/null", "LANG": "C", "STATE_DIRECTORY": str(tmp_path)}
    done = subprocess.run(command, env=bare, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == FINE, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 9
    assert all(line.startswith("ok      ") for line in lines)
    assert lines[-1] == f"ok      {ROOT / 'content.yaml'} is valid"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "is_broken", "status"),
    [
        (None, False, FINE),
        (str(BROKEN), False, CONTENT_ERRORS),
        (None, True, NO_SCREEN),
        (str(BROKEN), True, NO_SCREEN),
    ],
)
def test_whatever_fails_the_others_are_made_and_the_status_tells(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    content: str | None,
    is_broken: bool,
    status: int,
) -> None:
    def fail() -> list[str]:
        raise RuntimeError("out of luck")

    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    for check in ("binding", "modules", "qt_plugins", "typefaces", "qml", "picture", "translations"):
        monkeypatch.setattr(self_test, check, fail if is_broken and check == "modules" else list)
    assert self_test.self_test(content) == status
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8
    failed = [line for line in lines if not line.startswith("ok      ")]
    expected = []
    if is_broken:
        expected.append(
            "FAILED  every part of the program loads: RuntimeError: out of luck; install this version again"
        )
    if content:
        expected.append(
            f"FAILED  {BROKEN} is valid: line 8: slide 'a': unknown key 'txt'; did you mean 'text'?; "
            "`kiosk check` names every problem"
        )
    assert failed == expected


def test_what_the_binding_loses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(self_test.binding()) == []
    monkeypatch.setattr(self_test, "miscounted", lambda: [None, object()])
    (line,) = self_test.binding()
    assert line.startswith("references to None, an object are lost")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        ("No module named 'qrcodegen'", "kiosk.bridge.take_away: No module named 'qrcodegen'; install this version"),
        ("libdbus-1.so.3: cannot open shared object file: No such file", "the system library libdbus-1.so.3 is"),
    ],
)
def test_a_part_that_is_only_loaded_in_a_visit_is_missed(
    monkeypatch: pytest.MonkeyPatch, error: str, line: str
) -> None:
    def load(name: str) -> object:
        if name == "kiosk.bridge.take_away":
            raise ImportError(error)
        return import_module(name)

    monkeypatch.setattr("kiosk.self_test.import_module", load)
    (said,) = self_test.modules()
    assert said.startswith(line)


def test_a_plugin_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.bridge.plugins.needed", lambda: ("imageformats/qjpeg", "imageformats/qnone"))
    assert list(self_test.qt_plugins()) == ["there is no plugin imageformats/qnone; install this version again"]


def test_a_library_that_several_plugins_lack_is_named_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"
    monkeypatch.setattr("kiosk.bridge.plugins.why_not_loaded", lambda name: lacking)
    assert not self_test.is_passed("the plugins of Qt load", self_test.qt_plugins)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("FAILED  the plugins of Qt load: the system library libxcb-cursor.so.0 is missing: ")


def test_every_typeface_has_its_letters() -> None:
    assert list(self_test.typefaces()) == []


def test_a_typeface_that_is_missing_broken_or_blank_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(TYPEFACE[0].read_bytes()[:2000])
    missing = tmp_path / "missing.ttf"
    monkeypatch.setattr(self_test, "TYPEFACE", (TYPEFACE[0], broken, missing))
    # It has no Japanese.
    monkeypatch.setattr(self_test, "SCRIPTS", (Script("IBMPlexSans", ("Regular",), ("ja",)),))
    assert list(self_test.typefaces()) == [
        f"{broken} cannot be loaded; install this version again",
        f"{missing} cannot be loaded; install this version again",
        f"{TYPEFACE[1]} does not draw '日本語'; install this version again",
    ]


def test_every_qml_file_loads() -> None:
    assert list(self_test.qml()) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Theme/Theme.qml", None),
        ("App/Search.qml", None),
        ("Slides/LinksSlide.qml", "import QtQuick\nItem { colour: 1 }"),
    ],
)
def test_a_qml_file_that_does_not_load_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str | None
) -> None:
    shutil.copytree(PACKAGE / "qml", tmp_path / "qml")
    monkeypatch.setattr(self_test, "PACKAGE", tmp_path)
    file = tmp_path / "qml" / "Kiosk" / name
    if text:
        file.write_text(text)
    else:
        file.unlink()
    (line,) = self_test.qml()
    assert str(file) in line
    assert line.endswith("; install this version again")


@pytest.mark.parametrize("name", ["Main.qml", "Main.qmlc"])
def test_neither_a_qml_file_nor_what_is_compiled_of_it_may_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shutil.copytree(PACKAGE / "qml", tmp_path / "qml")
    monkeypatch.setattr(self_test, "PACKAGE", tmp_path)
    for file in (tmp_path / "qml").rglob("*.qml"):
        file.with_suffix(".qmlc").touch()
    (tmp_path / "qml" / "Kiosk" / "App" / name).unlink()
    assert list(self_test.qml()) == [f"{tmp_path / 'qml/Kiosk/App' / name} is missing; install this version again"]


def test_a_title_that_is_not_drawn_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(self_test.picture()) == []
    monkeypatch.setattr(self_test, "texts", lambda item: iter(()))
    assert list(self_test.picture()) == ["its title is not to be seen; install this version again"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("kiosk_fr.qm", "cannot be loaded"), ("kiosk_ar.ts", "is missing")],
)
def test_a_translation_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    shutil.copytree(own_words.FOLDER, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(own_words, "FOLDER", tmp_path)
    assert list(self_test.translations()) == []
    (tmp_path / name).unlink()
    assert list(self_test.translations()) == [f"{tmp_path / name} {said}; install this version again"]
    for file in tmp_path.iterdir():
        file.unlink()
    assert list(self_test.translations()) == [f"{tmp_path} holds none; install this version again"]


def test_a_state_folder_that_cannot_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    assert list(self_test.state()) == []
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "missing"))
    (line,) = self_test.state()
    assert line.startswith(f"{tmp_path / 'missing'}: {os.strerror(2)}; make it a folder of the user")
