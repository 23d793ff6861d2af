"""The commands of the built program on a bare system do what they do from the source."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.package.conftest import EXECUTABLE, STATE, ours_of
from tests.package.roots import Root
from tests.program.conftest import ROOT, content

pytestmark = pytest.mark.package


def from_source(*words: str) -> tuple[int, str]:
    """The exit status, and what was said."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ours = {name: value for name, value in os.environ.items() if name not in displays}
    ended = subprocess.run(
        [sys.executable, "main.py", *words],
        cwd=ROOT,
        env=ours,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    return ended.returncode, ended.stdout


def built(root: Root, *words: str) -> tuple[int, str]:
    ended = root.run(EXECUTABLE, *words)
    return ended.returncode, ours_of(ended.stdout)


@pytest.mark.parametrize(
    "words",
    [("--version",), ("--help",), ("run", "--help"), ("schema",), ("check",), ("run",), ("chekc",)],
    ids=" ".join,
)
@pytest.mark.parametrize("release", ["bookworm"])
def test_the_same_is_said(root: Root, words: tuple[str, ...]) -> None:
    assert built(root, *words) == from_source(*words)


@pytest.mark.parametrize("release", ["bookworm"])
def test_the_same_mistakes_are_found(root: Root, outside: Path) -> None:
    (outside / "content.yaml").write_text(content().replace("kind: statement", "kind: statment"))
    status, said = from_source("check", str(outside))
    assert status == 1
    assert built(root, "check", STATE) == (status, said.replace(str(outside), STATE))


def test_it_finds_itself_whole(root: Root) -> None:
    status, said = built(root, "self-test")
    assert (status, "FAILED" in said) == (0, False), said


@pytest.mark.parametrize("release", ["bookworm"])
def test_a_new_folder_is_the_same_and_right(root: Root, outside: Path, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "new", outside / "new"
    assert from_source("init", str(ours))[0] == built(root, "init", f"{STATE}/new")[0] == 0
    files = {path.relative_to(ours) for path in ours.rglob("*") if path.is_file()}
    assert {path.relative_to(theirs) for path in theirs.rglob("*") if path.is_file()} == files
    assert all((ours / file).read_bytes() == (theirs / file).read_bytes() for file in files)
    assert built(root, "check", f"{STATE}/new")[0] == 0


def test_the_same_pictures_are_drawn(root: Root, outside: Path, tmp_path: Path) -> None:
    options = ["--size", "640x360", "--language", "fr", "--out"]
    assert from_source("render", *options, str(tmp_path / "ours")) == built(root, "render", *options, STATE) == (0, "")
    names = sorted(file.name for file in (tmp_path / "ours").iterdir())
    assert sorted(file.name for file in outside.iterdir()) == names
    assert [name for name in names if QImage(str(tmp_path / "ours" / name)) != QImage(str(outside / name))] == []


def test_nothing_is_written(root: Root) -> None:
    for words in (("check",), ("schema",), ("self-test",), ("render", "--slide", "about", "--out", STATE)):
        assert built(root, *words)[0] == 0
    assert root.written() == set()
