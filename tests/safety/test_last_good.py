"""That what was shown and found good is kept whole, whatever becomes of the original, the disk and the power."""

import errno
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.content.reader import Reading, read
from kiosk.safety import last_good as module
from kiosk.safety.last_good import DENIED, SHOWS, Kept, LastGood, NotKept, last_good

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"/>'


def write_show(folder: Path, title: str, size: int = 10) -> Path:
    """A show with a title and a picture of a size."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hall.svg").write_text(SVG.format(size=size))
    file = folder / "content.yaml"
    file.write_text(
        f"version: 1\ntitle: {title}\nlanguages: [en]\nslides:\n"
        "  - {kind: statement, id: a, text: Words, picture: {file: hall.svg, alt: Hall}}\n"
    )
    return file


def read_good(file: Path) -> Reading:
    reading = read(file)
    assert not reading.errors
    return reading


def title_of(kept: Kept | None) -> str:
    """The title of what was kept, whose picture must be the one that was there at the time; empty for nothing."""
    if kept is None:
        return ""
    assert kept.reading.show
    (slide,) = kept.reading.show.slides
    title = next(iter(kept.reading.show.title))
    picture = slide.picture.file  # type: ignore[attr-defined]
    assert f'width="{SIZES.get(title, 10)}"' in picture.read_text()
    return title


SIZES = {"One": 11, "Two": 12, "Three": 13, "Four": 14}


class Site:
    """A content folder whose show changes, and what is kept of it."""

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder, self.state = folder, state
        self.store = LastGood(state, folder / "content.yaml")

    def publish(self, title: str) -> Reading:
        """Change the show; the reading of it."""
        return read_good(write_show(self.folder, title, SIZES[title]))

    def keep(self, title: str) -> Reading:
        reading = self.publish(title)
        self.store.keep(reading)
        return reading

    @property
    def kept(self) -> str:
        return title_of(self.store.read())


@pytest.fixture
def site(tmp_path: Path, state: Path) -> Site:
    return Site(tmp_path / "site", state)


def copies(state: Path) -> list[Path]:
    """The folders of copies, finished or not."""
    return [each for show in (state / "last-good").iterdir() for each in show.iterdir() if each.is_dir()]


def test_nothing_is_kept_at_first(site: Site, state: Path) -> None:
    assert (site.kept, site.store.is_there, list(state.iterdir())) == ("", False, [])


def test_what_was_kept_survives_its_original(site: Site) -> None:
    reading = site.keep("One")
    shutil.rmtree(site.folder)
    kept = site.store.read()
    assert (title_of(kept), kept and kept.revision) == ("One", reading.revision)


def test_what_was_kept_is_not_the_original_under_another_name(site: Site) -> None:
    site.keep("One")
    with (site.folder / "hall.svg").open("r+") as picture:
        picture.write("written in place")
    assert site.kept == "One"


def test_it_says_where_the_copy_of_each_file_is(site: Site) -> None:
    reading = site.publish("One")
    paths = site.store.keep(reading)
    assert site.store.paths(reading.revision) == paths
    assert set(paths) == set(reading.files)
    assert all(copy.read_bytes() == source.read_bytes() for source, copy in paths.items())
    assert site.store.paths("0" * 16) is None


def test_pictures_beside_the_folder_keep_their_place(site: Site, tmp_path: Path) -> None:
    file = write_show(tmp_path / "site", "One", SIZES["One"])
    shutil.move(tmp_path / "site" / "hall.svg", tmp_path / "hall.svg")
    file.write_text(file.read_text().replace("hall.svg", "../hall.svg"))
    site.store.keep(read_good(file))
    (tmp_path / "hall.svg").unlink()
    assert site.kept == "One"


def test_the_current_and_the_previous_are_kept_and_no_more(site: Site, state: Path) -> None:
    for title in ("One", "Two", "Three", "Two"):
        site.keep(title)
    assert site.kept == "Two"
    assert len(copies(state)) == 2
    current = site.store.read()
    assert current
    assert title_of(site.store.read(other_than=current.revision)) == "Three"


def test_what_has_not_changed_is_kept_once(site: Site, state: Path) -> None:
    site.keep("One")
    file = site.folder / "content.yaml"
    file.write_text(file.read_text().replace("Words", "Other words"))
    site.store.keep(read_good(file))
    pictures = [picture.stat() for picture in state.rglob("hall.svg")]
    assert [picture.st_nlink for picture in pictures] == [2, 2]


def test_where_files_have_one_name_only_each_copy_has_its_own(
    site: Site, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    for _ in range(2):
        file = site.folder / "content.yaml"
        site.keep("One")
        file.write_text(file.read_text().replace("Words", "Other words"))
        site.store.keep(read_good(file))
    assert site.kept == "One"


@pytest.mark.parametrize("damage", [b"", b"\0\0", b"{}", b'["/etc"]', None], ids=str)
@pytest.mark.parametrize("name", ["content.yaml", "hall.svg", "manifest.json"])
def test_a_damaged_copy_gives_way_to_the_one_before(site: Site, name: str, damage: bytes | None) -> None:
    site.keep("One")
    two = site.keep("Two")
    paths = site.store.paths(two.revision)
    assert paths
    folder = paths[site.folder / "content.yaml"].parents[1]
    (file,) = folder.rglob(name)
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    assert site.kept == "One"
    assert site.store.paths(two.revision) is None
    site.store.keep(two)
    assert site.kept == "Two"


@pytest.mark.parametrize("damage", [b"", b"\0\0", b"{}", b'["../.."]'])
def test_a_damaged_index_loses_no_copy(site: Site, state: Path, damage: bytes) -> None:
    site.keep("One")
    (index,) = state.rglob("index.json")
    index.write_bytes(damage)
    assert site.kept == "One"
    site.keep("Two")
    assert site.kept == "Two"


@pytest.mark.parametrize("key", ["revision", "since", "content", "files"])
@pytest.mark.parametrize("value", [None, 1, "x", [], {}, ["x"], {"x": []}], ids=str)
def test_a_manifest_with_something_else_in_it_counts_as_damaged(
    site: Site, state: Path, key: str, value: object
) -> None:
    site.keep("One")
    (manifest,) = state.rglob("manifest.json")
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {key: value}))
    assert site.kept == ("One" if (key, value) == ("since", "x") else "")


def test_a_manifest_cannot_point_outside(site: Site, state: Path, tmp_path: Path) -> None:
    site.keep("One")
    (tmp_path / "secret.svg").write_text(SVG.format(size=1))
    for outside in ("../../../secret.svg", str(tmp_path / "secret.svg")):
        (manifest,) = state.rglob("manifest.json")
        before = manifest.read_text()
        manifest.write_text(before.replace('"hall.svg"', f'"{outside}"'))
        assert site.kept == ""
        manifest.write_text(before)


def test_a_change_during_the_copy_is_not_kept(site: Site, state: Path) -> None:
    site.keep("One")
    reading = site.publish("Two")

    def change(_: float) -> None:
        (site.folder / "hall.svg").write_text(SVG.format(size=99))

    with pytest.raises(NotKept, match="changed"):
        site.store.keep(reading, change)
    assert (site.kept, len(copies(state))) == ("One", 1)


def test_whoever_waits_can_end_it(site: Site, state: Path) -> None:
    def stop(seconds: float) -> None:
        raise NotKept(f"stopped after {seconds >= 0}")

    with pytest.raises(NotKept, match="stopped after True"):
        site.store.keep(site.publish("One"), stop)
    assert copies(state) == []


@pytest.mark.parametrize(
    ("owner", "name", "value", "words"),
    [
        (module, "LARGEST", 100, "at most"),
        (shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10_000, 9_001, 999), "are free on this disk"),
    ],
    ids=["the content", "for the disk"],
)
def test_what_is_too_large_is_not_kept(
    site: Site, state: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, value: object, words: str
) -> None:
    monkeypatch.setattr(owner, name, value)
    with pytest.raises(NotKept, match=words):
        site.keep("One")
    assert copies(state) == []


def test_shows_that_are_long_gone_are_not_kept(tmp_path: Path, state: Path) -> None:
    for number in range(SHOWS + 2):
        Site(tmp_path / str(number), state).keep("One")
        for age, folder in enumerate(sorted((state / "last-good").iterdir(), key=lambda each: each.stat().st_mtime)):
            os.utime(folder, (age, age))
    kept = [Site(tmp_path / str(number), state).kept for number in range(SHOWS + 2)]
    assert kept == [""] * 2 + ["One"] * SHOWS


def test_what_is_denied_is_remembered_within_limits(site: Site, state: Path) -> None:
    site.keep("One")
    names = [f"{number:016x}" for number in range(DENIED + 3)]
    for name in (*names, names[-1]):
        site.store.deny(name)
    assert site.store.denied() == tuple(names[-DENIED:])
    (file,) = state.rglob("denied.json")
    file.write_text('[1, null, "x", {}]')
    assert site.store.denied() == ()


def test_the_content_that_has_copies_is_found(tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Site(tmp_path, state).keep("One")
    for places in ((tmp_path, tmp_path / "content.yaml"), (tmp_path / "content.yaml", tmp_path)):
        found = last_good(state, places)
        assert found
        assert title_of(found.read()) == "One"
    monkeypatch.chdir(tmp_path)
    here = last_good(state, [Path("content.yaml")])
    assert here
    assert here.is_there


# The disk fails


class Fails:
    """Makes the calls that reach the disk fail: the one of a number, or it and all after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int, *, for_good: bool) -> None:
        self.number, self.for_good, self.calls, self.failed = number, for_good, 0, False
        for owner, name in (
            (os, "fsync"), (os, "mkdir"), (os, "rename"), (os, "replace"), (os, "link"), (os, "posix_fadvise"),
        ):  # fmt: skip
            monkeypatch.setattr(owner, name, self.failing(getattr(owner, name)))
        monkeypatch.setattr(Path, "open", self.opening(Path.open))

    def due(self) -> bool:
        self.calls += 1
        due = self.calls >= self.number if self.for_good else self.calls == self.number
        self.failed |= due
        return due

    def failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            if self.due():
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments, **named)

        return called

    def opening(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Opening fails, or what is opened fails to be written."""

        def opened(*arguments: Any, **named: Any) -> Any:
            file = call(*arguments, **named)
            if file.writable():
                if self.due():
                    file.close()
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                file.write = self.failing(file.write)
            return file

        return opened


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
def test_a_disk_that_fails_at_any_call_costs_no_copy(site: Site, state: Path, for_good: bool) -> None:
    site.keep("One")
    two = site.publish("Two")
    failures = 0
    for number in range(1, 200):
        shown = site.kept
        with pytest.MonkeyPatch.context() as monkeypatch:
            fails = Fails(monkeypatch, number, for_good=for_good)
            try:
                site.store.keep(two)
                came = True
            except NotKept as error:
                assert "No space" in str(error)
                came = False
        assert site.kept in (("Two",) if came else ("One", "Two"))
        if not fails.failed:
            break
        failures += 1
        if site.kept == "Two":
            # Back to where it was, to fail at the next call.
            shutil.rmtree(state / "last-good")
            site.keep("One")
            two = site.publish("Two")
        assert shown == "One"
    assert (site.kept, failures > 15) == ("Two", True)
    assert not list(state.rglob(".stage-*"))


# Any order of things


class Store(RuleBasedStateMachine):
    """Publish, be interrupted anywhere, read: what is read is always something that was whole."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(os.environ["STATE_DIRECTORY"]) / f"machine-{id(self)}"
        self.site = Site(self.base / "site", self.base / "state")
        self.current, self.wanted = "", ""

    @rule(title=st.sampled_from(sorted(SIZES)))
    def publish(self, title: str) -> None:
        self.site.keep(title)
        self.current = self.wanted = title

    @rule(title=st.sampled_from(sorted(SIZES)), call=st.integers(1, 400))
    def publish_and_be_killed(self, title: str, call: int) -> None:
        """The process ends at one of its calls of the system, and cleans nothing up."""
        reading = self.site.publish(title)
        self.wanted = title
        calls = 0

        def count(frame: FrameType, event: str, argument: Any) -> None:
            nonlocal calls
            calls += event == "c_call"
            if calls == call:
                raise Killed

        sys.setprofile(count)
        try:
            self.site.store.keep(reading)
            self.current = title
        except Killed:
            pass
        finally:
            sys.setprofile(None)

    @precondition(lambda self: self.current)
    @rule()
    def lose_the_site(self) -> None:
        shutil.rmtree(self.site.folder, ignore_errors=True)

    @invariant()
    def is_whole(self) -> None:
        kept = self.site.kept
        assert kept in (self.current, self.wanted)
        self.current = kept

    def teardown(self) -> None:
        shutil.rmtree(self.base)


class Killed(BaseException):
    """The end of a process, as far as the code that runs can tell."""


# What was open when the process ended is closed by Python, which says so.
TestStore = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")(Store.TestCase)
TestStore.settings = settings(max_examples=10, stateful_step_count=10, suppress_health_check=list(HealthCheck))


def test_a_disk_that_does_not_hold_what_is_written_costs_no_copy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.keep("One")
    two = site.publish("Two")

    def lose(descriptor: int) -> None:
        # Of a failing device nobody hears at once.
        os.pwrite(descriptor, b"\0", os.fstat(descriptor).st_size // 2)

    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", lambda descriptor: lose(descriptor) if is_file(descriptor) else None)
        with pytest.raises(NotKept, match="what was written is not what is read"):
            site.store.keep(two)
    assert site.kept == "One"


def is_file(descriptor: int) -> bool:
    return stat.S_ISREG(os.fstat(descriptor).st_mode)
