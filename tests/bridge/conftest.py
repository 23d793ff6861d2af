"""Theatres for tests that touch the stage."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.content.model import Show
from tests.bridge.shows import ABC
from tests.bridge.theatre import Theatre


@pytest.fixture
def theatre(qtbot: QtBot) -> Iterator[Callable[..., Theatre]]:
    """Opens theatres, and closes each."""
    opened: list[Theatre] = []

    def open_one(show: Show = ABC, is_still: bool = True, turn: int = 0) -> Theatre:
        opened.append(Theatre(qtbot, show, is_still, turn))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
