"""What is shown at the start: the content of the site, or the last good one in its place."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.reader import read, shipped_content
from kiosk.safety import beginning
from kiosk.safety.beginning import Beginning, Found, begin, find
from kiosk.safety.last_good import LastGood
from tests.safety.test_last_good import Site, title_of

BROKEN = "version: 1\ntitle: Broken\nlanguages: [en]\nslides:\n  - {kind: statment, id: a, text: Words}\n"


@pytest.fixture
def site(tmp_path: Path, state: Path) -> Site:
    """A site whose content `One` was found good."""
    site = Site(tmp_path / "site", state)
    site.keep("One")
    return site


def title(beginning: Beginning) -> str:
    return next(iter(beginning.reading.show.title)) if beginning.reading.show else ""


def remove_picture(folder: Path) -> None:
    (folder / "hall.svg").unlink()


def cut_picture(folder: Path) -> None:
    (folder / "hall.svg").write_text('<svg xmlns="http')


def remove_file(folder: Path) -> None:
    (folder / "content.yaml").unlink()


def empty_file(folder: Path) -> None:
    (folder / "content.yaml").write_bytes(b"")


def fill_with_zeroes(folder: Path) -> None:
    (folder / "content.yaml").write_bytes(b"\0" * 4096)


def break_file(folder: Path) -> None:
    (folder / "content.yaml").write_text(BROKEN)


def test_what_is_right_is_shown(site: Site) -> None:
    reading = site.publish("Two")
    start = begin(find(str(site.folder), site.state))
    assert (title(start), start.revision, start.instead) == ("Two", reading.revision, "")


@pytest.mark.parametrize(
    "spoil",
    [remove_picture, cut_picture, remove_file, empty_file, fill_with_zeroes, break_file, shutil.rmtree],
    ids=lambda spoil: spoil.__name__,
)
def test_what_is_not_right_gives_way_to_the_last_good(site: Site, spoil: Callable[[Path], None]) -> None:
    kept = site.store.read()
    spoil(site.folder)
    found = find(str(site.folder), site.state)
    start = begin(found)
    assert kept and title_of(kept) == title(start) == "One"
    assert start.revision == kept.revision
    assert found.reading.errors
    assert all(words in start.instead for words in (str(site.folder), "it has errors", kept.since))


def test_without_a_last_good_the_right_slides_are_shown(tmp_path: Path, state: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_text(BROKEN + "  - {kind: statement, id: b, text: Words}\n")
    start = begin(find(str(file), state))
    assert (title(start), start.instead) == ("Broken", "")


def test_without_a_right_slide_either_what_comes_with_the_program_is_shown(tmp_path: Path, state: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_text(BROKEN)
    start = begin(find(str(file), state))
    assert start.revision == read(shipped_content()).revision
    assert start.instead == f"{file}: it has errors; the screen shows the content that comes with the program"
    # At a desk, whoever wrote it looks at it.
    assert begin(find(str(file), None)).reading.show is None


def test_the_last_good_of_another_site_is_not_shown(site: Site, tmp_path: Path) -> None:
    assert begin(find(str(tmp_path / "elsewhere"), site.state)).revision == read(shipped_content()).revision


@pytest.mark.parametrize("call", ["located", "read"])
def test_a_drive_that_hangs_is_not_waited_for(site: Site, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    answers, original = threading.Event(), getattr(beginning, call)

    def hanging(*arguments: object) -> object:
        answers.wait()
        return original(*arguments)

    monkeypatch.setattr(beginning, call, hanging)
    found = find(str(site.folder), site.state, patience=0.05)
    assert "no answer within 0.05 s" in str(found.reading.problems[0])
    assert (found.seen, title(begin(found))) == ((), "One")
    answers.set()


def test_what_the_site_had_here_is_missed_and_what_it_never_had_is_not(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIOSK_CONTENT", raising=False)
    monkeypatch.chdir(tmp_path)
    assert find(None, site.state).path == shipped_content()
    monkeypatch.chdir(site.folder)
    remove_file(site.folder)
    found = find(None, site.state)
    assert found.path == site.folder / "content.yaml"
    assert title(begin(found)) == "One"


# Content that ends the program


def doubted(found: Found) -> str:
    return title(begin(found, is_doubted=True))


def test_content_that_ends_the_program_is_not_shown_until_it_is_changed(site: Site) -> None:
    site.publish("Two")
    assert doubted(find(str(site.folder), site.state)) == "One"
    start = begin(find(str(site.folder), site.state))
    assert title(start) == "One"
    assert "until it is changed" in start.instead
    site.publish("Three")
    assert title(begin(find(str(site.folder), site.state))) == "Three"


def test_content_that_was_once_found_good_gets_another_start(site: Site) -> None:
    site.keep("Two")
    assert doubted(find(str(site.folder), site.state)) == "One"
    assert title(begin(find(str(site.folder), site.state))) == "Two"


def test_the_only_content_there_is_is_shown_whatever_it_did(tmp_path: Path, state: Path) -> None:
    site = Site(tmp_path / "site", state)
    site.publish("One")
    assert doubted(find(str(site.folder), site.state)) == "One"
    assert title(begin(find(str(site.folder), site.state))) == "One"


def test_a_disk_that_takes_no_note_shows_the_last_good_all_the_same(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(LastGood, "deny", refuse)
    site.publish("Two")
    assert doubted(find(str(site.folder), site.state)) == "One"


def test_without_a_state_folder_the_content_is_shown(tmp_path: Path, state: Path) -> None:
    site = Site(tmp_path / "site", state)
    site.publish("One")
    found = find(str(site.folder), None)
    assert (found.store, title(begin(found, is_doubted=True))) == (None, "One")
