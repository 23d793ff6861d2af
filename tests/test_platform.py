"""What is decided for operating systems that the tests do not run on."""

import signal
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import platform


@pytest.mark.parametrize(
    ("system", "environment", "is_there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("freebsd14", {}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_one_that_is_named_or_always_there(
    system: str, environment: Mapping[str, str], is_there: bool
) -> None:
    assert platform.has_display(system, environment) is is_there


@pytest.mark.parametrize(
    ("environment", "is_x"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
    ],
)
def test_an_x_server_is_what_qt_asks(environment: dict[str, str], is_x: bool) -> None:
    assert platform.has_x_server(environment) is is_x


def test_a_graphics_card_is_looked_for_on_linux_alone(tmp_path: Path) -> None:
    assert not platform.has_graphics_card("linux", tmp_path / "nowhere")
    (tmp_path / "card0").touch()
    assert not platform.has_graphics_card("linux", tmp_path)
    (tmp_path / "renderD128").touch()
    assert platform.has_graphics_card("linux", tmp_path)
    assert platform.has_graphics_card("win32", tmp_path / "nowhere")
    assert platform.has_graphics_card("darwin", tmp_path / "nowhere")


@pytest.mark.parametrize(("system", "asked"), [("linux", 1), ("win32", 0), ("darwin", 0)])
def test_memory_is_given_back_by_gnu_alone(monkeypatch: pytest.MonkeyPatch, system: str, asked: int) -> None:
    trims = []

    class Library:
        def __init__(self, name: None) -> None:
            assert system == "linux", "ctypes finds no C library by the name None on Windows"

        def mallopt(self, parameter: int, value: int) -> None: ...

        def malloc_trim(self, pad: int) -> None:
            trims.append(pad)

    monkeypatch.setattr("ctypes.CDLL", Library)
    platform.return_large_blocks(system)
    assert len(trims) == asked


@pytest.mark.parametrize(("system", "orders"), [("linux", [(1, signal.SIGKILL)]), ("win32", []), ("darwin", [])])
def test_linux_alone_ends_a_process_with_its_parent(
    monkeypatch: pytest.MonkeyPatch, system: str, orders: list[tuple[int, int]]
) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr("ctypes.CDLL", lambda name: SimpleNamespace(prctl=lambda *order: given.append(order)))
    platform.end_with_parent(system)
    assert given == orders


def test_another_c_library_keeps_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda name: object())
    platform.return_large_blocks("linux")
