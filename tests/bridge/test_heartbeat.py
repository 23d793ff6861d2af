"""What whoever watches over the program hears, and when they hear nothing."""

import os
import re
import socket
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.bridge import heartbeat
from kiosk.bridge.heartbeat import Heartbeat, Watcher, is_dark, watcher


class Window(QObject):
    """A window that presents a frame when it is told to."""

    frameSwapped = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def update(self) -> None:
        self.asked += 1


class Watched:
    """A heartbeat with somebody who hears it; `is_well` is what it finds."""

    def __init__(self, patience: float = 30.0) -> None:
        self.heard: list[str] = []
        self.is_well = True
        self.is_asleep = False
        self.window = Window()
        # The type checker is not told that this window has all that is asked of one.
        window: Any = self.window
        self._parent = QObject()
        self.heart = Heartbeat(
            window,
            Watcher(self.heard.append, patience),
            lambda: self.is_well,
            lambda: "slide 'a'",
            self._parent,
            lambda: self.is_asleep,
        )

    def beats(self) -> bool:
        """Whether the next beat is sent."""
        self.heard.clear()
        self.heart.beat()
        return self.heard == ["WATCHDOG=1\nSTATUS=slide 'a'"]


@pytest.fixture
def watched(qapp: QGuiApplication) -> Watched:
    return Watched()


def test_it_is_ready_once_it_draws(watched: Watched) -> None:
    assert watched.heard == ["READY=1", "WATCHDOG=1\nSTATUS=slide 'a'"]


def test_it_beats_only_after_a_frame_and_asks_for_the_next(watched: Watched) -> None:
    assert not watched.beats()
    watched.window.frameSwapped.emit()
    asked = watched.window.asked
    assert watched.beats()
    assert watched.window.asked == asked + 1
    assert not watched.beats()
    # Also when nothing came: it may have been hidden for a while.
    assert watched.window.asked == asked + 2


def test_it_does_not_beat_for_a_show_that_stands_still(watched: Watched, caplog: pytest.LogCaptureFixture) -> None:
    watched.is_well = False
    for _ in range(3):
        watched.window.frameSwapped.emit()
        assert not watched.beats()
    assert caplog.text.count("the show does not go on") == 1
    watched.is_well = True
    watched.window.frameSwapped.emit()
    assert watched.beats()


def test_while_no_output_is_lit_it_waits_for_no_frame(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "is_dark", lambda: True)
    watched.heart.beat()
    assert watched.heard[-1] == "WATCHDOG=1\nSTATUS=the display is off"


def test_while_the_screen_is_off_as_it_is_to_be_it_waits_for_no_frame(watched: Watched) -> None:
    watched.is_asleep = True
    watched.heart.beat()
    assert watched.heard[-1] == "WATCHDOG=1\nSTATUS=the display is off"
    watched.is_asleep = False
    assert not watched.beats()


def test_half_the_patience_lies_between_two_beats(qapp: QGuiApplication) -> None:
    assert [timer.interval() for timer in Watched(20.0).heart.children()] == [10_000]  # type: ignore[attr-defined]
    assert not any(timer.isActive() for timer in Watched(0.0).heart.children())  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["/{folder}/notify", "@kiosk-{process}"], ids=["path", "abstract"])
def test_systemd_hears_datagrams(tmp_path: Path, name: str) -> None:
    address = name.format(folder=str(tmp_path)[1:], process=os.getpid())
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address.replace("@", "\0"))
        found = watcher({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "30000000"})
        assert found is not None
        assert found.patience == 30.0
        found.tell("READY=1")
        assert systemd.recv(100) == b"READY=1"
    # It is being started anew itself, perhaps.
    found.tell("WATCHDOG=1")


@pytest.mark.parametrize(
    "environment", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "vsock:2:9"}, {"WATCHDOG_USEC": "30000000"}]
)
def test_nobody_watches(environment: dict[str, str]) -> None:
    assert watcher(environment) is None


@pytest.mark.parametrize("patience", ["", "soon", "-1"])
def test_without_a_watchdog_there_are_no_beats(patience: str) -> None:
    found = watcher({"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": patience})
    assert found is not None
    assert found.patience == 0.0


def test_a_supervisor_hears_lines_and_nothing_waits_for_it() -> None:
    reading, writing = os.pipe()
    tell = heartbeat.to_supervisor(writing)
    tell("READY=1")
    assert os.read(reading, 100) == b"READY=1\n"
    # It hangs: its end fills up.
    for _ in range(10_000):
        tell("WATCHDOG=1")
    os.close(reading)
    os.close(writing)


def test_without_its_supervisor_the_program_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QGuiApplication, "exit", ended.append)
    reading, writing = os.pipe()
    os.close(reading)
    heartbeat.to_supervisor(writing)("WATCHDOG=1")
    os.close(writing)
    assert ended == [0]


@pytest.mark.parametrize(
    ("outputs", "dark"),
    [
        ({}, False),
        ({"card0-HDMI-A-1": ("enabled", "On")}, False),
        ({"card0-HDMI-A-1": ("enabled", "Off")}, True),
        ({"card0-HDMI-A-1": ("disabled", "Off")}, True),
        ({"card0-HDMI-A-1": ("disabled", "Off"), "card0-DP-1": ("enabled", "On")}, False),
        ({"card0": None}, False),
    ],
    ids=str,
)
def test_it_is_dark_where_outputs_are_and_none_is_lit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outputs: dict[str, tuple[str, str] | None], dark: bool
) -> None:
    for name, told in outputs.items():
        (tmp_path / name).mkdir()
        for file, word in zip(("enabled", "dpms"), told or (), strict=False):
            (tmp_path / name / file).write_text(word + "\n")
    monkeypatch.setattr(heartbeat, "OUTPUTS", tmp_path)
    assert is_dark() is dark


def test_the_only_socket_is_a_local_one() -> None:
    source = Path(heartbeat.__file__).read_text()
    assert set(re.findall(r"AF_\w+", source)) == {"AF_UNIX"}
