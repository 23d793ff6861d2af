"""From a content file to a show, or to every problem with it. tests/data/broken has a file for each sort of mistake."""

import os
import re
import shutil
import time
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content import model
from kiosk.content.model import FiguresSlide, Picture, PremisesSlide, StatementSlide
from kiosk.content.new_folder import STARTER
from kiosk.content.problems import Problem
from kiosk.content.reader import LARGEST_FILE, Reading, locate, read, shipped_content
from kiosk.content.values import PartialDate, Text

BROKEN = Path(__file__).parents[1] / "data" / "broken"
STARTER_TEXT = (STARTER / "content.yaml").read_text(encoding="utf-8")

SHOW = """\
version: 1
title: Library
languages: [fr, en]
slides:
  - {kind: statement, id: first, text: Hello}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    shutil.copytree(STARTER / "images", tmp_path / "images")
    return tmp_path / "content.yaml"


def read_text(file: Path, text: str | bytes) -> Reading:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(file)


def said(reading: Reading) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.severity}: {problem.text}" for problem in reading.problems]


def test_there_are_broken_files() -> None:
    assert len(list(BROKEN.glob("*.yaml"))) > 60


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_broken_file_is_answered_as_its_first_lines_say(path: Path) -> None:
    expected = re.findall(r"^# ([0-9]+:[0-9]+ (?:error|warning): .*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert expected
    assert said(read(path)) == expected


def test_problem_is_printed_as_the_contract_says() -> None:
    assert str(Problem("a.yaml", 2, 3, "error", "no", "value")) == "a.yaml:2:3: error: no"


def test_all_values_of_a_show(file: Path) -> None:
    reading = read_text(file, STARTER_TEXT)
    assert said(reading) == []
    show = reading.show
    assert show is not None
    assert show.languages == ("fr", "en")
    assert show.idle == 60.0
    assert show.screen is not None
    assert (show.screen.width, show.screen.height) == (708.0, 398.0)
    assert show.theme.accent == "#1f4e5f"
    slides = {slide.id: slide for slide in show.slides}
    figures = slides["year-in-figures"]
    assert isinstance(figures, FiguresSlide)
    assert [figure.value for figure in figures.figures] == [Decimal(15000), Decimal("12.5"), Text({"": "1887"})]
    assert figures.figures[0].as_of == PartialDate(2024)
    assert figures.duration is None
    assert slides["collections"].duration == 30.0
    house = slides["the-house"]
    assert isinstance(house, PremisesSlide)
    alt = Text({"fr": "Le plan des salles", "en": "The plan of the rooms"})
    assert house.picture == Picture(file=file.parent / "images" / "rooms.svg", alt=alt)
    assert house.map is not None
    assert house.map.latitude == 46.5197
    assert house.address == Text({"": "1, rue de la Rivière\nValmont"})


@pytest.mark.parametrize("word", ["no", "on", "12:30:45", "1_000", "0o17", "true", "2019-01-01", "15,000"])
def test_text_is_what_was_typed(file: Path, word: str) -> None:
    reading = read_text(file, SHOW.replace("Hello", f"{{fr: '{word}', en: {word if ',' not in word else 1}}}"))
    assert said(reading) == []
    assert reading.show is not None
    slide = reading.show.slides[0]
    assert isinstance(slide, StatementSlide)
    assert slide.text.in_language("fr") == word


def test_norwegian_is_a_language(file: Path) -> None:
    reading = read_text(file, SHOW.replace("[fr, en]", "[no]").replace("Hello", "{no: hei}"))
    assert said(reading) == []


def test_regional_language_takes_the_text_of_its_base(file: Path) -> None:
    reading = read_text(file, SHOW.replace("[fr, en]", "[fr-CA, en]").replace("Hello", "{fr: Bonjour, en: Hello}"))
    assert said(reading) == []


@pytest.mark.parametrize(
    "encoded",
    [SHOW.replace("\n", "\r\n").encode(), SHOW.replace("\n", "\r").encode(), b"\xef\xbb\xbf" + SHOW.encode()],
    ids=["crlf", "cr", "bom"],
)
def test_files_of_other_systems(file: Path, encoded: bytes) -> None:
    assert said(read_text(file, encoded)) == []


@pytest.mark.parametrize(
    ("encoded", "problem"),
    [
        (SHOW.encode("utf-16"), "1:1 error: the file is in UTF-16: save it as UTF-8"),
        (SHOW.encode("utf-16-le"), "1:2 error: this is no UTF-8 text: save the file as UTF-8"),
        (SHOW.replace("Library", "Bibliothèque").encode("latin-1"), "2:16 error: the byte 0xE8 is not UTF-8"),
        (b"\xef\xbb\xbftitle: \xff", "1:8 error: the byte 0xFF is not UTF-8"),
        (b"\0" * 4096, "1:1 error: this is no UTF-8 text"),
        (b"title: \xed\xa0\x80", "1:8 error: the byte 0xED is not UTF-8"),
        (b"", "1:1 error: expected the keys version, title, languages and slides, found an empty file"),
        (b"# nothing yet\n", "1:1 error: expected the keys version, title, languages and slides, found an empty file"),
        (b"x" * (4 * 2**20 + 1), "1:1 error: cannot be read: larger than 4 MiB"),
    ],
)
def test_files_that_are_no_content(file: Path, encoded: bytes, problem: str) -> None:
    reading = read_text(file, encoded)
    assert reading.show is None
    assert said(reading)[0].startswith(problem)
    assert len(said(reading)) == 1


def test_paths_that_are_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert said(read(tmp_path / "missing.yaml")) == ["1:1 error: no such file"]
    assert said(read(tmp_path)) == ["1:1 error: expected a file, found a folder"]
    assert said(read(tmp_path / "pipe")) == ["1:1 error: cannot be read: expected a file, found a device or pipe"]
    assert said(read(tmp_path / "a\0b")) == ["1:1 error: cannot be read: embedded null byte"]
    assert said(read(tmp_path / ("x" * 300))) == ["1:1 error: cannot be read: File name too long"]

    def refuse(path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said(read(tmp_path / "secret.yaml")) == ["1:1 error: no permission to read this file"]


def test_valid_slides_are_kept(file: Path) -> None:
    broken = SHOW + "  - {kind: statement, id: second}\n  - {kind: statement, id: third, text: Bye}\nidle: soon\n"
    reading = read_text(file, broken)
    assert len(reading.errors) == 2
    assert reading.show is not None
    assert [slide.id for slide in reading.show.slides] == ["first", "third"]
    assert reading.show.idle == 60.0


def test_warnings_keep_nothing_away(file: Path) -> None:
    reading = read_text(file, SHOW.replace("Hello", "{fr: Bonjour}"))
    assert [problem.code for problem in reading.problems] == ["translation"]
    assert reading.errors == ()
    assert reading.show is not None


def test_another_version_is_not_shown(file: Path) -> None:
    assert read_text(file, SHOW.replace("version: 1", "version: 2")).show is None


def test_figure_text_in_quotes_is_shown_as_it_is(file: Path) -> None:
    figures = "[{value: '15,000', label: l}, {value: {fr: 1er, en: 1st}, label: l}]"
    reading = read_text(file, SHOW + f"  - {{kind: figures, id: f, heading: x, figures: {figures}}}\n")
    assert said(reading) == []
    assert reading.show is not None
    slide = reading.show.slides[1]
    assert isinstance(slide, FiguresSlide)
    assert [figure.value for figure in slide.figures] == [Text({"": "15,000"}), Text({"fr": "1er", "en": "1st"})]


def test_missing_picture_names_the_nearest_file(file: Path) -> None:
    reading = read_text(file, SHOW.replace("Hello", "Hello, picture: images/Rooms.svg"))
    assert said(reading) == [
        "5:56 error: slide 'first': 'images/Rooms.svg' does not exist; did you mean 'images/rooms.svg'?"
    ]
    assert reading.files == (file, file.parent / "images" / "Rooms.svg")


def test_theme_names_its_files(file: Path) -> None:
    reading = read_text(file, SHOW + "theme:\n  logo: images/rooms.svg\n  typeface: [images/rooms.svg, no.ttf]\n")
    assert said(reading) == [
        "8:14 error: 'images/rooms.svg' is not a TTF or OTF font",
        "8:32 error: 'no.ttf' does not exist",
    ]
    assert [path.name for path in reading.files] == [
        *["content.yaml", "rooms.svg", "rooms.svg", "no.ttf"][:2],
        "no.ttf",
    ]


def test_revision_follows_the_file_and_what_it_names(file: Path) -> None:
    text = SHOW.replace("Hello", "Hello, picture: images/rooms.svg")
    first = read_text(file, text).revision
    assert read_text(file, text).revision == first
    assert read_text(file, text.replace("Hello", "Bye")).revision != first
    picture = file.parent / "images" / "rooms.svg"
    os.utime(picture, ns=(1, 1))
    touched = read_text(file, text).revision
    assert touched != first
    picture.unlink()
    assert read_text(file, text).revision not in (first, touched)


def test_content_is_located(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KIOSK_CONTENT", raising=False)
    assert locate(None) == shipped_content()
    (tmp_path / "content.yaml").touch()
    assert locate(None) == tmp_path / "content.yaml"
    (tmp_path / "site").mkdir()
    monkeypatch.setenv("KIOSK_SITE", str(tmp_path / "site"))
    assert locate(None) == shipped_content()
    (tmp_path / "site" / "content.yaml").touch()
    assert locate(None) == tmp_path / "site" / "content.yaml"
    # What cannot be looked into is not missing: a folder without permission, or this.
    (tmp_path / "site" / "content.yaml").unlink()
    (tmp_path / "site" / "content.yaml").symlink_to("content.yaml")
    assert locate(None) == tmp_path / "site" / "content.yaml"
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("KIOSK_CONTENT", "other")
    assert locate(None) == tmp_path / "other" / "content.yaml"
    assert locate("missing.yaml") == tmp_path / "missing.yaml"
    assert locate(str(tmp_path)) == tmp_path / "content.yaml"


def test_problems_name_the_file_as_from_here(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    file.write_text("[]")
    assert read(file).problems[0].file == read(Path("content.yaml")).problems[0].file == "content.yaml"
    # Where services run, anything would be "from here".
    monkeypatch.chdir("/")
    assert read(file).problems[0].file == str(file)


def test_slides_of_one_line_and_repeated_ones_have_their_own_ids(file: Path) -> None:
    slide = "{kind: statement, id: a, text: x}"
    assert len(read_text(file, SHOW + f"  - {slide}\n  - {slide}\n").errors) == 1
    assert len(read_text(file, SHOW + f"  - &slide {slide}\n  - *slide\n").errors) == 1
    assert len(read_text(file, SHOW.partition("slides:")[0] + f"slides: [{slide}, {slide}]\n").errors) == 1


def test_problem_is_one_short_line_whatever_the_editor_wrote(file: Path) -> None:
    key, value = "x" * 900, "y\\n" * 90
    reading = read_text(file, SHOW + f'"a\\nb": 1\n{key}: 1\nidle: "{value}"\n')
    assert len(reading.problems) == 3
    assert all("\n" not in str(problem) and len(problem.text) < 200 for problem in reading.problems)


@pytest.mark.parametrize("key", ["duration", "id", "picture", "text"])
@pytest.mark.parametrize("word", ["1", "1s", "1,", "a-", "(", "http://a.", "é"])
def test_long_nonsense_is_answered_quickly(file: Path, key: str, word: str) -> None:
    slide = {"kind": "statement", "id": "a", "text": "x"} | {key: f"{word * 100_000}!"}
    begun = time.process_time()
    read_text(file, SHOW + "  - " + "\n    ".join(f"{name}: '{value}'" for name, value in slide.items()) + "\n")
    figure = f"[{{value: {word * 50_000}x, label: l, as_of: '{word * 50_000}!'}}]"
    read_text(file, SHOW + f"  - {{kind: figures, id: f, heading: x, figures: {figure}}}\n")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "piece", ["[", "{", "- ", "-\n", "? ", "&a ", "*a ", "!!x ", "|\n", '"', "#", "\t", "\0", "é", "---\n"]
)
def test_a_file_as_large_as_may_be_is_answered_quickly(file: Path, piece: str) -> None:
    data = (piece * LARGEST_FILE).encode()[:LARGEST_FILE]
    begun = time.process_time()
    assert read_text(file, data).errors
    assert time.process_time() - begun < 5
    assert read_text(file, data + b"x").errors[0].text.startswith("cannot be read: larger than 4 MiB")


def test_thousands_of_mistakes_are_answered_quickly(file: Path) -> None:
    begun = time.process_time()
    slides = "".join(f"  - {{kind: statment, id: s{n}, picture: p{n}.png}}\n" for n in range(3000))
    assert len(read_text(file, SHOW + slides).errors) == 3000
    keys = "".join(f"titl{n}: x\n" for n in range(20_000))
    assert len(read_text(file, SHOW + keys).errors) == 20_000
    assert time.process_time() - begun < 8


def test_many_slides_are_read_quickly(file: Path) -> None:
    slide = "  - {{kind: text, id: s{0}, heading: {{fr: Titre {0}, en: Title {0}}}, body: {{fr: Texte, en: Text}}}}\n"
    file.write_text(SHOW + "".join(slide.format(number) for number in range(1000)))
    begun = time.process_time()
    reading = read(file)
    # Far above what it takes (0.15 s), far below what a square of the size would take.
    assert time.process_time() - begun < 5
    assert reading.show is not None
    assert len(reading.show.slides) == 1001


CLASSES = [cls for cls in vars(model).values() if isinstance(cls, type) and is_dataclass(cls)]
ANY_KEY = sorted({"kind", "fr", "en"}.union(part.name for cls in CLASSES for part in fields(cls)))
ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANY_FILE
@given(st.binary(max_size=400))
def test_any_bytes_are_a_show_or_problems(file: Path, data: bytes) -> None:
    reading = read_text(file, data)
    assert reading.show or reading.errors
    assert read(file) == reading


@ANY_FILE
@given(st.data())
def test_any_slip_in_a_valid_file_is_a_show_or_problems(file: Path, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(STARTER_TEXT)))
    end = data.draw(st.integers(begin, min(begin + 20, len(STARTER_TEXT))))
    slip = data.draw(st.text(alphabet="\n \t:-[]{}#'\"*&!|>,abc019é\x00\ufeff", max_size=8))
    reading = read_text(file, STARTER_TEXT[:begin] + slip + STARTER_TEXT[end:])
    lines = STARTER_TEXT.count("\n") + 10
    assert reading.show or reading.errors
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in reading.problems)


@ANY_FILE
@given(
    st.recursive(
        st.sampled_from(["", "1", "x", "auto", "12s", "'#fff'", "fr", "statement", "images/rooms.svg", "images", "~"]),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
            st.dictionaries(
                st.sampled_from(ANY_KEY),
                inner,
                max_size=4,
            ).map(lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"),
        ),
        max_leaves=8,
    ),
    st.sampled_from(ANY_KEY),
)
def test_any_value_of_any_key_is_taken_or_refused(file: Path, value: str, key: str) -> None:
    keys = {"version": "1", "title": "x", "languages": "[fr]", "slides": "[{kind: text, id: a, heading: x, body: y}]"}
    slide = f"{{kind: premises, id: b, heading: x, address: y, {key}: {value}}}"
    as_show = "".join(f"{name}: {text}\n" for name, text in (keys | {key: value}).items())
    as_slide = "".join(f"{name}: {text}\n" for name, text in (keys | {"slides": f"[{slide}]"}).items())
    for text in (as_show, as_slide):
        reading = read_text(file, text)
        assert reading.show or reading.errors
