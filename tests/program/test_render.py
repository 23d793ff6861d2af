"""`kiosk render`: the files it writes, the same each time, and how it ends where it cannot."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.program

ROOT = Path(__file__).resolve().parents[2]
NIGHT = ROOT / "tests" / "data" / "shows" / "world" / "dark.yaml"
SLIDES = ("01-night", "02-watch", "03-lights", "04-rules", "05-pier", "06-tickets")


def render(*options: str | Path, content: Path = NIGHT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "main.py", "render", content, "--size", "640x360", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def rendered(out: Path, *options: str) -> dict[str, bytes]:
    """Every file that a fine run leaves, by name."""
    ended = render("--out", out, *options)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    return {file.name: file.read_bytes() for file in out.iterdir()}


def test_a_picture_of_each_slide_in_each_language(tmp_path: Path) -> None:
    out = tmp_path / "new" / "pictures"
    files = rendered(out)
    pictures = {f"{slide}-{language}.png" for slide in SLIDES for language in ("en", "ar")}
    assert files.keys() == pictures | {"contact-sheet.png"}
    assert {QImage(str(out / name)).size().toTuple() for name in pictures} == {(640, 360)}
    assert len({files[name] for name in pictures}) == len(pictures)


def test_twice_the_same_bytes(tmp_path: Path) -> None:
    assert rendered(tmp_path / "one", "--language", "en") == rendered(tmp_path / "two", "--language", "en")


def test_a_slide_is_the_same_alone_and_among_others(tmp_path: Path) -> None:
    alone = rendered(tmp_path / "alone", "--slide", "pier", "--language", "ar")
    assert alone.keys() == {"05-pier-ar.png", "contact-sheet.png"}
    among_others = rendered(tmp_path / "all", "--language", "all")
    assert among_others["05-pier-ar.png"] == alone["05-pier-ar.png"]


def test_pdf(tmp_path: Path) -> None:
    files = rendered(tmp_path, "--language", "en", "--pdf")
    pictures = [name for name in files if name.endswith("-en.png")]
    (pdf,) = (data for name, data in files.items() if name == "slides-en.pdf")
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == len(pictures) > 1


def test_each_language_has_a_pdf_of_its_own(tmp_path: Path) -> None:
    files = rendered(tmp_path, "--slide", "watch", "--pdf")
    assert {name for name in files if name.endswith(".pdf")} == {"slides-en.pdf", "slides-ar.pdf"}


def test_no_display_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    rendered(tmp_path, "--slide", "watch", "--language", "en")
    assert QImage(str(tmp_path / "02-watch-en.png")).size().toTuple() == (640, 360)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--slide", "nigth"], "there is no slide 'nigth'; did you mean 'night'?"),
        (["--language", "fr"], "'fr' is not one of the show's: en, ar"),
        (["--size", "large"], "expected a size in pixels such as"),
        (["--slide"], "expected one argument"),
    ],
)
def test_wrong_use(tmp_path: Path, options: list[str], words: str) -> None:
    ended = render("--out", tmp_path / "out", *options)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_is_required(tmp_path: Path) -> None:
    assert render().returncode == 2
    (tmp_path / "file").touch()
    ended = render("--out", tmp_path / "file")
    assert ended.returncode == 2
    assert "file" in ended.stderr


def test_content_with_errors_draws_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "content.yaml"
    broken.write_text(NIGHT.read_text("utf-8").replace("attribution:", "atribution:"), "utf-8")
    ended = render("--out", tmp_path / "out", content=broken)
    assert ended.returncode == 1
    assert "content.yaml:" in ended.stderr
    assert "did you mean 'attribution'?" in ended.stderr
    assert not (tmp_path / "out").exists()


def test_a_crowded_slide_is_named(tmp_path: Path) -> None:
    options = ("--out", tmp_path, "--slide", "premises-full", "--language", "de")
    ended = render(*options, content=NIGHT.with_name("content.yaml"))
    assert ended.returncode == 0
    assert "slide 'premises-full' (de) has more text than fits" in ended.stderr
