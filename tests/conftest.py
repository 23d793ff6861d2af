"""Set-up that all tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Read when Qt is first imported: a test run opens no window on anybody's desk, and draws the same everywhere.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import qmlEngine
from pytestqt.qtbot import QtBot
from virtual_screen import VirtualScreen

# pytest-qt waits for 5 s, in which a machine with much else to do may not draw one frame.
for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitExposed):
    wait.__kwdefaults__ = (wait.__kwdefaults__ or {}) | {"timeout": 60_000}

# The same examples in every run; `--hypothesis-profile=thorough` looks for new ones.
settings.register_profile("default", derandomize=True, max_examples=50, deadline=None, database=None)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile("default")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The application class pytest-qt makes: ours has no widgets."""
    return QGuiApplication


@pytest.fixture(scope="session", autouse=True)
def shared_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The state folder of programs that several tests look at."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("STATE_DIRECTORY", str(tmp_path_factory.mktemp("shared-state")))
        yield


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state folder of a test and of every program that it starts, so that nobody's own is touched."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("STATE_DIRECTORY", str(folder))
    # Whatever package the machine has installed.
    monkeypatch.setenv("KIOSK_PIN_FILE", str(folder / "pin.json"))
    # Whatever state the machine's voice is in (speech-dispatcher(1)): no such way leads to it.
    monkeypatch.setenv("SPEECHD_ADDRESS", "none")
    return folder


@pytest.fixture(autouse=True)
def no_stage_is_left() -> Iterator[None]:
    """Whatever a test that fails leaves open is closed.

    Qt takes a type of one stage for the same type of another one that is alive, and then no list takes its items:
    `Cannot append FigureCell_QMLTYPE_60 to a QML list of FigureCell_QMLTYPE_135`. So one failure would be many.
    """
    before = QGuiApplication.topLevelWindows()
    yield
    for window in QGuiApplication.topLevelWindows():
        engine = None if window in before else qmlEngine(window)
        if engine is not None:
            shiboken6.delete(engine)


@pytest.fixture
def screen() -> Iterator[VirtualScreen]:
    """A virtual screen of 1920x1080 for a program started with its `environment`."""
    with VirtualScreen() as running:
        yield running
