import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, QTimer
from pytestqt.qtbot import QtBot

from kiosk.bridge import content_watcher
from kiosk.bridge.content_watcher import OVERDUE, POLL, QUIET, ContentWatcher
from kiosk.content.reader import Fingerprint, Reading, fingerprint, locate, located, places_of_site, read

PATIENCE = 20_000
"""Milliseconds for a change to be noticed, waited out and read: many times what it takes."""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"/>'


def content(title: str, picture: str = "") -> str:
    slide = "{kind: statement, id: a, text: Words" + (f", picture: {picture}" if picture else "") + "}"
    return f"version: 1\ntitle: {title}\nlanguages: [en]\nslides:\n  - {slide}\n"


def replace_by_rename(file: Path, text: str) -> None:
    """Save as editors and rsync do."""
    beside = file.with_name(".new")
    beside.write_text(text)
    beside.rename(file)


def swap_link(link: Path, target: Path) -> None:
    beside = link.with_name(".link")
    beside.symlink_to(target)
    beside.rename(link)


class Watch:
    """A watcher of a content file, and all it announces."""

    def __init__(self, named: Path | None, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.readings: list[Reading] = []
        self.threads: set[threading.Thread] = set()
        places = places_of_site(str(named) if named else None)
        path = located(places)
        reading = read(path)
        self.watcher = ContentWatcher(path, places, reading.files, fingerprint(reading.files))
        self.watcher.readingDone.connect(self.take)
        timers = self.watcher.findChildren(QTimer)
        self.quiet = next(timer for timer in timers if timer.interval() == QUIET)
        self.overdue = next(timer for timer in timers if timer.interval() == OVERDUE)
        self.poll = next(timer for timer in timers if timer.interval() == POLL)

    def take(self, reading: Reading) -> None:
        self.readings.append(reading)
        self.threads.add(threading.current_thread())

    @property
    def titles(self) -> list[str]:
        """What each reading found: a title, or nothing."""
        return [next(iter(reading.show.title)) if reading.show else "" for reading in self.readings]

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)

    def at_rest(self) -> None:
        """Wait until nothing is asked or read any more."""

        def is_at_rest() -> bool:
            is_working = any(thread.name == "content reader" for thread in threading.enumerate())
            return not is_working and not self.overdue.isActive()

        self.until(is_at_rest)

    def hold(self) -> None:
        """Count no silence as the end of a save, however long the machine is busy with something else."""
        self.quiet.setInterval(600_000)

    def go_on(self) -> None:
        self.quiet.setInterval(QUIET)

    def until_title(self, title: str) -> None:
        self.until(lambda: self.titles[-1:] == [title])


@pytest.fixture
def watch(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[Path | None], Watch]]:
    """Makes watches, and ends each with its reader at rest."""
    watches: list[Watch] = []

    def begin(path: Path | None) -> Watch:
        watches.append(Watch(path, qtbot))
        return watches[-1]

    yield begin
    for each in watches:
        each.at_rest()
        each.watcher.deleteLater()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "content.yaml"
    file.write_text(content("Old"))
    return file


Begin = Callable[[Path | None], Watch]


def test_a_save_in_place_is_read(watch: Begin, file: Path) -> None:
    seen = watch(file)
    file.write_text(content("New"))
    seen.until_title("New")
    assert seen.threads == {threading.main_thread()}


def test_saves_by_rename_are_read_one_after_the_other(watch: Begin, file: Path) -> None:
    seen = watch(file)
    for title in ("New", "Newer", "Newest"):
        replace_by_rename(file, content(title))
        seen.until_title(title)


def test_a_save_in_place_after_one_by_rename_is_read(watch: Begin, file: Path) -> None:
    file.with_name("backup.yaml").hardlink_to(file)
    seen = watch(file)
    replace_by_rename(file, content("New"))
    seen.until_title("New")
    file.write_text(content("Newer"))
    seen.until_title("Newer")


def test_a_file_that_goes_and_comes_back_is_read(watch: Begin, file: Path) -> None:
    seen = watch(file)
    file.unlink()
    seen.until_title("")
    assert seen.readings[0].errors
    file.write_text(content("New"))
    seen.until_title("New")


def test_a_link_to_a_file_that_turns_to_another_is_read(watch: Begin, file: Path, tmp_path: Path) -> None:
    other, link = tmp_path / "releases" / "other.yaml", tmp_path / "link.yaml"
    other.parent.mkdir()
    other.write_text(content("New"))
    link.symlink_to(file)
    seen = watch(link)
    swap_link(link, other)
    seen.until_title("New")
    other.write_text(content("Newer"))
    seen.until_title("Newer")


def test_a_link_to_a_folder_that_turns_to_another_is_read(watch: Begin, tmp_path: Path) -> None:
    for name in ("v1", "v2"):
        folder = tmp_path / "releases" / name
        folder.mkdir(parents=True)
        (folder / "content.yaml").write_text(content(name))
    current = tmp_path / "current"
    current.symlink_to(tmp_path / "releases" / "v1")
    seen = watch(current / "content.yaml")
    swap_link(current, tmp_path / "releases" / "v2")
    seen.until_title("v2")
    (current / "content.yaml").write_text(content("v2 saved"))
    seen.until_title("v2 saved")
    swap_link(current, tmp_path / "releases" / "v1")
    seen.until_title("v1")


def test_a_picture_that_is_replaced_is_another_revision(watch: Begin, file: Path) -> None:
    picture = file.with_name("hall.svg")
    picture.write_text(SVG.format(size=10))
    file.write_text(content("Old", "hall.svg"))
    seen = watch(file)
    before = read(file).revision
    replace_by_rename(picture, SVG.format(size=20))
    seen.until(lambda: seen.readings != [])
    assert seen.readings[-1].revision != before


def test_a_missing_picture_is_seen_when_it_comes(watch: Begin, file: Path) -> None:
    file.write_text(content("Old", "art/hall.svg"))
    seen = watch(file)
    file.with_name("art").mkdir()
    (file.parent / "art" / "hall.svg").write_text(SVG.format(size=10))
    # Its folder was not there to be watched: only the look from time to time finds it.
    seen.poll.timeout.emit()
    seen.until(lambda: seen.readings != [] and not seen.readings[-1].errors)


def test_a_file_that_may_be_read_from_now_on_is_read(watch: Begin, file: Path) -> None:
    # Root, who runs tests, may read everything: what is looked at is that the change is seen.
    file.chmod(0o600)
    watched = watch(file)
    file.chmod(0o644)
    watched.until_title("Old")


def test_a_picture_named_since_the_start_is_watched_too(watch: Begin, file: Path) -> None:
    seen = watch(file)
    file.write_text(content("New", "hall.svg"))
    seen.until(lambda: bool(seen.readings and seen.readings[-1].errors))
    file.with_name("hall.svg").write_text(SVG.format(size=10))
    seen.until(lambda: not seen.readings[-1].errors)


def test_a_file_that_is_being_written_is_waited_out(watch: Begin, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = watch(file)
    seen.hold()
    whole = content("New")
    with file.open("w") as being_written:
        for character in whole:
            being_written.write(character)
            being_written.flush()
            seen.until(seen.quiet.isActive)
    assert seen.titles == []
    seen.go_on()
    seen.until_title("New")
    assert seen.titles == ["New"]


def test_a_burst_of_saves_is_read_once(watch: Begin, file: Path) -> None:
    seen = watch(file)
    seen.hold()
    for number in range(30):
        replace_by_rename(file, content(f"New {number}"))
        seen.until(seen.quiet.isActive)
    assert seen.titles == []
    seen.go_on()
    seen.until_title("New 29")
    assert seen.titles == ["New 29"]


def test_what_changes_beside_the_content_is_not_read(watch: Begin, file: Path) -> None:
    seen = watch(file)
    seen.at_rest()
    with seen.qtbot.waitSignal(seen.quiet.timeout, timeout=PATIENCE):
        file.with_name("notes.txt").write_text("nothing of ours")
    seen.at_rest()
    assert (seen.readings, seen.quiet.isActive()) == ([], False)


def test_content_is_read_though_something_beside_it_never_rests(watch: Begin, file: Path) -> None:
    watched = watch(file)
    busy = QTimer(watched.watcher, interval=20)
    busy.timeout.connect(lambda: (file.parent / "log.txt").write_text("x"))
    busy.timeout.connect(lambda: (file.parent / "log.txt").unlink())
    busy.start()
    replace_by_rename(file, content("New"))
    watched.until_title("New")


def test_a_save_without_a_change_is_the_same_revision(watch: Begin, file: Path) -> None:
    seen = watch(file)
    os.utime(file)
    seen.until(lambda: seen.readings != [])
    assert seen.readings[0].revision == read(file).revision


def test_a_drive_that_announces_nothing_is_looked_at_from_time_to_time(watch: Begin, file: Path) -> None:
    seen = watch(file)
    announcer = seen.watcher.findChild(QFileSystemWatcher)
    assert announcer is not None
    announcer.blockSignals(True)
    file.write_text(content("New"))
    seen.poll.timeout.emit()
    seen.until_title("New")


def test_a_drive_that_hangs_does_not_hold_up_the_show(
    watch: Begin, file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    seen = watch(file)
    seen.at_rest()
    answers = threading.Event()

    def hanging(files: tuple[Path, ...]) -> Fingerprint:
        answers.wait()
        return fingerprint(files)

    monkeypatch.setattr(content_watcher, "fingerprint", hanging)
    file.write_text(content("New"))
    seen.until(seen.overdue.isActive)
    seen.overdue.timeout.emit()
    assert f"{file}: does not answer" in caplog.text
    seen.poll.timeout.emit()
    answers.set()
    seen.until_title("New")
    seen.at_rest()


def test_a_folder_that_vanishes_and_comes_back_is_read(watch: Begin, file: Path) -> None:
    seen = watch(file.parent)
    away = file.parent.with_name("away")
    file.parent.rename(away)
    seen.poll.timeout.emit()
    seen.until(lambda: seen.readings != [])
    assert seen.readings[-1].errors
    away.rename(file.parent)
    file.write_text(content("New"))
    seen.poll.timeout.emit()
    seen.until_title("New")


def test_content_of_the_site_takes_the_place_of_the_shipped_one(
    watch: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_SITE", str(tmp_path))
    monkeypatch.delenv("KIOSK_CONTENT", raising=False)
    seen = watch(None)
    seen.at_rest()
    own = tmp_path / "content.yaml"
    own.write_text(content("Own"))
    seen.until_title("Own")
    own.unlink()
    seen.until_title("")


def test_the_folder_that_the_program_was_started_in_may_go_and_come_back(
    watch: Begin, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    seen = watch(Path("content.yaml"))
    shutil.rmtree(file.parent)
    seen.poll.timeout.emit()
    seen.until_title("")
    file.parent.mkdir()
    file.write_text(content("New"))
    seen.poll.timeout.emit()
    seen.until_title("New")


def test_a_server_that_is_gone_counts_as_an_empty_drive(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))

    for name in ("stat", "lstat", "listdir", "scandir"):
        monkeypatch.setattr(os, name, refuse)
    assert content_watcher.watched([file]) == set()
    assert fingerprint([file]) == (None,)
    assert locate(str(file.parent)) == file.parent
    (problem,) = read(file).problems
    assert "cannot be read: Transport endpoint is not connected" in problem.text
