"""The last good content on the screen when that of the site cannot be shown."""

import shutil
from pathlib import Path

import pytest

from kiosk.content.reader import read
from kiosk.safety.last_good import LastGood
from tests.program.conftest import Start, content, until

pytestmark = pytest.mark.program


@pytest.fixture
def kept(folder: Path, state: Path) -> str:
    """The revision in the folder, which was found good."""
    reading = read(folder / "content.yaml")
    LastGood(state, folder / "content.yaml").keep(reading)
    return reading.revision


def break_file(folder: Path) -> None:
    (folder / "content.yaml").write_text(content(ground="#ffff80").replace("kind: section", "kind: secton"))


@pytest.mark.parametrize("spoil", [break_file, shutil.rmtree], ids=["broken", "vanished"])
def test_the_last_good_shows_until_the_content_is_mended(
    folder: Path, start: Start, kept: str, spoil: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    spoil(folder)  # type: ignore[operator]
    folder.mkdir(exist_ok=True)
    kiosk = start()
    kiosk.events("rejected")
    (started,) = kiosk.events("started")
    assert started["revision"] == kept
    kiosk.shows("alpha", "rotation")
    kiosk.sees("#0000c0")
    kiosk.tells("it has errors; the screen shows the last good content, kept on")
    (folder / "content.yaml").write_text(content(ground="#80ffff", slides=("bravo", "alpha")))
    kiosk.events("reloaded")
    kiosk.shows("alpha", "rotation")
    assert kiosk.stop() == 0


def test_content_that_was_never_right_ends_in_status_1(folder: Path, start: Start, kept: str) -> None:
    break_file(folder)
    kiosk = start("--start", "no-such-slide")
    kiosk.events("rejected", "started")
    kiosk.shows("alpha", "rotation")
    assert kiosk.stop() == 1


def test_what_is_shown_is_kept(folder: Path, state: Path, start: Start) -> None:
    (folder / "content.yaml").write_text(content(slides=("alpha",)))
    kiosk = start()
    kiosk.starts()
    index = LastGood(state, folder / "content.yaml")
    until(lambda: index.is_there, "a copy")
    assert kiosk.errors == ""
