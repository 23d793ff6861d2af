"""The shipped content as others see it: a reader of letters finds every figure, a phone every code."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from kiosk.bridge import formats
from kiosk.content.markup import plain
from kiosk.content.model import Figure, FiguresSlide, LinksSlide, PremisesSlide
from kiosk.content.reader import read, shipped_content
from kiosk.content.values import Text
from tests.bridge.qr import read_codes
from tests.program.conftest import ROOT

pytestmark = pytest.mark.program

SHOW = read(shipped_content()).show
assert SHOW is not None
SIGHTS = (0.3, 0.5, 0.4)
"""How much smaller the picture is made for the reader, who expects letters of the size of a book's. Tried in turn."""
DICTIONARIES = {"fr": "fra", "en": "eng"}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every slide drawn, in each language."""
    folder = tmp_path_factory.mktemp("rendered")
    subprocess.run([sys.executable, "main.py", "render", "--out", str(folder)], cwd=ROOT, check=True)
    return folder


def picture(folder: Path, slide: str, language: str) -> Path:
    (file,) = folder.glob(f"*-{slide}-{language}.png")
    return file


def one_form(text: str) -> str:
    """A text without what readers of letters disagree about: capitals, and how a raised letter is coded."""
    return unicodedata.normalize("NFKC", text.replace("°", "º")).casefold()


def is_in(words: str, seen: str) -> bool:
    """Whether words stand in a text, whole, whatever spaces and points are between their letters."""
    letters = re.findall(r"\w", one_form(words))
    return re.search(r"(?<!\w)" + r"\W*".join(letters) + r"(?!\w)", one_form(seen)) is not None


def reads(file: Path, language: str, sight: float) -> str:
    with Image.open(file) as whole:
        small = whole.convert("L").resize(
            (round(whole.width * sight), round(whole.height * sight)), Image.Resampling.LANCZOS
        )
    small.save(file.with_suffix(".small.png"))
    command = ["tesseract", str(file.with_suffix(".small.png")), "-", "-l", DICTIONARIES[language], "--psm", "11"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figure_in_words(figure: Figure, language: str) -> list[str]:
    """What must be found: the value, and what stands before it."""
    value = (
        figure.value.in_language(language) if isinstance(figure.value, Text) else formats.number(figure.value, language)
    )
    before = plain(figure.qualifier.in_language(language), language) if figure.qualifier else ""
    return [words for words in (value, before) if re.search(r"\w", words)]


@pytest.mark.parametrize("language", SHOW.languages)
@pytest.mark.parametrize(
    "slide", [slide for slide in SHOW.slides if isinstance(slide, FiguresSlide)], ids=lambda slide: slide.id
)
def test_every_figure_is_read(rendered: Path, slide: FiguresSlide, language: str) -> None:
    file = picture(rendered, slide.id, language)
    missing = {words for figure in slide.figures for words in figure_in_words(figure, language)}
    seen = ""
    for sight in SIGHTS:
        seen += reads(file, language, sight)
        missing = {words for words in missing if not is_in(words, seen)}
        if not missing:
            break
    assert not missing, seen


@pytest.mark.parametrize("language", SHOW.languages)
@pytest.mark.parametrize(
    "slide", [slide for slide in SHOW.slides if isinstance(slide, LinksSlide)], ids=lambda slide: slide.id
)
def test_every_code_is_read(rendered: Path, slide: LinksSlide, language: str) -> None:
    addresses = {link.address.in_language(language) for link in slide.links}
    assert read_codes(picture(rendered, slide.id, language)) == addresses


@pytest.mark.parametrize("language", SHOW.languages)
@pytest.mark.parametrize(
    "slide", [slide for slide in SHOW.slides if isinstance(slide, PremisesSlide)], ids=lambda slide: slide.id
)
def test_the_code_of_a_place_is_read(rendered: Path, slide: PremisesSlide, language: str) -> None:
    point = slide.map
    expected = {f"geo:{point.latitude},{point.longitude}"} if point else set()
    assert read_codes(picture(rendered, slide.id, language)) == expected
