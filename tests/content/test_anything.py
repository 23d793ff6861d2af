"""Any bytes, and any change of what is right, are a show or problems: no file breaks a screen by what is in it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.new_folder import STARTER
from kiosk.content.reader import shipped_content
from kiosk.content.typefaces import TYPEFACE
from tests.content.anything import NAMES, take, take_in_bounds

DATA = Path(__file__).parents[1] / "data"
WORLD = DATA / "shows" / "world"
FOUND = sorted((DATA / "fuzz").iterdir())
SHOWS = [STARTER / "content.yaml", *sorted(DATA.glob("rules/*.yaml")), *sorted(DATA.glob("broken/*.yaml"))]
GOOD = {
    "png": [WORLD / "images" / "swell.png"],
    "svg": sorted((WORLD / "images").glob("*.svg")),
    "ttf": [TYPEFACE[0]],
}
WORDS = [
    "~", "null", "true", "0", "-1", "1e999", ".nan", ".inf", "99999999999999999999", "3s", "1h", "2026-02-30",
    "{}", "[]", "[[]]", "{a:", "b}", "&a", "*a", "<<:", "!!int", "''", '"\\0"', "fr", "en", "auto", "é",
    "\u202e", "😀", "http://", "../..", "/", ".", "images", "images/none.svg", "|-", ">+", "#", ":", "-", "?",
    "%",
]  # fmt: skip

ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with the pictures that the changed shows name."""
    for images in (STARTER / "images", WORLD / "images"):
        shutil.copytree(images, tmp_path / "images", dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize("found", FOUND, ids=lambda path: path.name)
def test_what_was_found(folder: Path, found: Path) -> None:
    take_in_bounds(found.suffix[1:], found.read_bytes(), folder)


@pytest.mark.parametrize(
    "show", [shipped_content(), WORLD / "content.yaml", WORLD / "dark.yaml"], ids=lambda show: show.name
)
def test_what_is_right(folder: Path, show: Path) -> None:
    take("yaml", show.read_bytes(), folder)


@ANY_FILE
@given(kind=st.sampled_from(sorted(NAMES)), data=st.binary(max_size=300))
def test_any_bytes(folder: Path, kind: str, data: bytes) -> None:
    take(kind, data, folder)


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """A content file with some lines moved, repeated, dropped or their values changed."""
    lines = draw(st.sampled_from(SHOWS)).read_text("utf-8").splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 5)):
            case 0:
                lines.insert(draw(st.integers(0, len(lines))), lines[at])
            case 1 if len(lines) > 1:
                del lines[at : at + draw(st.integers(1, 5))]
                lines = lines or [""]
            case 2:
                lines[at] = lines[at].partition(":")[0] + ": " + draw(st.sampled_from(WORDS))
            case 3:
                lines[at] = "  " * draw(st.integers(0, 5)) + lines[at].lstrip()
            case 4:
                lines[at] += draw(st.sampled_from(WORDS))
            case _:
                lines[at] = lines[at].replace(" ", draw(st.sampled_from(["\t", "  ", "\u00a0", ""])), 1)
    return "\n".join(lines).encode()


@ANY_FILE
@given(changed())
def test_any_change_of_a_show(folder: Path, data: bytes) -> None:
    take("yaml", data, folder)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A picture or font that is cut short, or with some of its first bytes or a few anywhere changed."""
    kind = draw(st.sampled_from(sorted(GOOD)))
    data = bytearray(draw(st.sampled_from(GOOD[kind])).read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, min(len(data), 200)) | st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
    return kind, bytes(data[: draw(st.none() | st.integers(0, len(data)))])


@ANY_FILE
@given(damaged())
def test_any_damage_of_a_picture_or_font(folder: Path, file: tuple[str, bytes]) -> None:
    take(*file, folder)
