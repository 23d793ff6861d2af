"""`kiosk self-test`: whether this version can run on this machine, tried before it is switched on.

It needs no display and opens no window. Each check that is passed is a line on standard output, and so is each thing
that is wrong, with what to do about it.
"""

import os
import pkgutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, QTranslator
from PySide6.QtGui import QFont, QRawFont, QTextLayout
from PySide6.QtQml import QQmlComponent, QQmlEngine

import kiosk
from kiosk.bridge import fonts, plugins
from kiosk.bridge.binding_gate import miscounted
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.stage import StageError, draw_unseen
from kiosk.content import own_words
from kiosk.content.model import SectionSlide, Show
from kiosk.content.reader import locate, read
from kiosk.content.typefaces import SCRIPTS, TYPEFACE
from kiosk.content.values import Text
from kiosk.measure import texts
from kiosk.options import CONTENT_ERRORS, FINE, NO_SCREEN, missing_library
from kiosk.paths import PACKAGE
from kiosk.render import RenderError, Studio
from kiosk.safety.state_folder import folders

AGAIN = "install this version again"
"""What to do where a file of the program is missing or broken."""

VOICE = "kiosk.bridge.speaker"
"""Runs in a process of its own, and a screen without a voice is whole."""

LETTERS = 32.0
"""Pixels."""

TITLE = "Kiosk"
SIZE = QSize(1280, 720)

Check = Callable[[], Iterable[str]]
"""What is wrong, each in a line of its own, and what to do about it; nothing if the check is passed."""


def self_test(named: str | None = None) -> int:
    """Make every check, and that of the content named or else to be shown; the exit status."""
    draw_unseen()
    checks: dict[str, Check] = {
        "the binding of Qt counts right": binding,
        "every part of the program loads": modules,
        "the plugins of Qt load": qt_plugins,
        "every typeface has its letters": typefaces,
        "every QML file loads": qml,
        "a slide is drawn": picture,
        "the translations load": translations,
    }
    if os.environ.get("STATE_DIRECTORY"):
        checks["the state folder can be written to"] = state
    failed = [is_passed(name, check) for name, check in checks.items()].count(False)
    file = locate(named)
    is_valid = is_passed(f"{file} is valid", lambda: content(file))
    if failed:
        return NO_SCREEN
    return FINE if is_valid else CONTENT_ERRORS


def is_passed(name: str, check: Check) -> bool:
    """Make a check and print how it went."""
    try:
        # Several plugins may need the same library.
        wrong = list(dict.fromkeys(check()))
    except Exception as error:
        # The other checks are made whatever happens in this one.
        wrong = [f"{type(error).__name__}: {error}; {AGAIN}"]
    for line in [f"FAILED  {name}: {each}" for each in wrong] or [f"ok      {name}"]:
        print(line, flush=True)
    return not wrong


def binding() -> Iterator[str]:
    """Qt's calls, signals and slots leave the counts of references as they were."""
    if wrong := miscounted():
        names = sorted(str(each) if isinstance(each, bool | None) else "an object" for each in wrong)
        yield f"references to {', '.join(names)} are lost: this PySide6 does not go with this Python, use another"


def modules() -> Iterator[str]:
    """What is only loaded once a visitor needs it can be loaded."""
    for module in pkgutil.walk_packages(kiosk.__path__, f"{kiosk.__name__}."):
        if module.name != VOICE:
            try:
                import_module(module.name)
            except ImportError as error:
                yield missing_library(str(error)) or f"{module.name}: {error}; {AGAIN}"


def qt_plugins() -> Iterator[str]:
    """What opens a window and reads pictures is there, and so are the libraries of the system that it needs."""
    for name in plugins.needed():
        if error := plugins.why_not_loaded(name):
            yield missing_library(error) or f"{error}; {AGAIN}"


def typefaces() -> Iterator[str]:
    """Each shipped font file draws the name of a language that it is for, whatever fonts the system has."""
    yield from _typeface(TYPEFACE, "fr")
    for script in SCRIPTS:
        yield from _typeface(script.files, script.languages[0])


def _typeface(files: Iterable[Path], language: str) -> Iterator[str]:
    name = QLocale(language).nativeLanguageName()
    for file in files:
        families = fonts.load([file])
        if not families:
            yield f"{file} cannot be loaded; {AGAIN}"
        elif not _has_outlines(QRawFont(str(file), LETTERS), name) or not _lays_out(families, name):
            yield f"{file} does not draw '{name}'; {AGAIN}"


def _has_outlines(font: QRawFont, text: str) -> bool:
    """Whether a font has an outline for each character, other than the one it has for what is missing."""
    missing = font.pathForGlyph(0)
    outlines = [font.pathForGlyph(glyph) for glyph in font.glyphIndexesForString(text)]
    return bool(outlines) and not any(outline.isEmpty() or outline == missing for outline in outlines)


def _lays_out(families: list[str], text: str) -> bool:
    """Whether a line comes out in the typeface that is asked for, and not in one of the system's."""
    layout = QTextLayout(text, QFont(families))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(run.rawFont().familyName() in families and 0 not in run.glyphIndexes() for run in runs)


def qml() -> Iterator[str]:
    """Every file compiles, also those of the panels and slides that are read when they are first needed."""
    files = list(_qml_files())
    # Qt makes do with either of a file and what is compiled of it; without the latter each start is slower.
    compiled = [file.with_suffix(".qmlc") for file in files]
    expected = [*files, *compiled] if any(file.exists() for file in compiled) else files
    missing = [file for file in expected if not file.exists()]
    yield from (f"{file} is missing; {AGAIN}" for file in missing)
    engine = QQmlEngine()
    engine.addImportPath(str(PACKAGE / "qml"))
    wrong: dict[str, None] = {}
    for file in files:
        # The last error is what those before it come from.
        for error in QQmlComponent(engine, str(file)).errors()[-1:]:
            if Path(error.url().toLocalFile()) not in missing:
                wrong[error.toString()] = None
    yield from (f"{error}; {AGAIN}" for error in wrong)


def _qml_files() -> Iterator[Path]:
    """The sources that are there, and those that ought to be."""
    for folder in sorted((PACKAGE / "qml" / "Kiosk").iterdir()):
        listed = (line.split()[-1] for line in (folder / "qmldir").read_text("utf-8").splitlines())
        yield from sorted({*folder.glob("*.qml"), *(folder / name for name in listed if name.endswith(".qml"))})


def picture() -> Iterator[str]:
    """A title slide is drawn, and its title is on it: without it the picture is another one."""
    title = Text({"": TITLE})
    slide = SectionSlide(id="title", title=title, duration=10.0)
    show = Show(version=1, title=title, languages=(own_words.ENGLISH,), slides=(slide,))
    fonts.use_typeface(show)
    view_model = ShowViewModel()
    try:
        with closing(Studio(view_model, SIZE)) as studio:
            view_model.replace(show, "self-test")
            drawn = studio.picture(slide.id, own_words.ENGLISH)
            window = studio.stage.window
            for text in list(texts(window.contentItem())):
                text.setVisible(TITLE not in text.property("text"))
            if window.grabWindow() == drawn:
                yield f"its title is not to be seen; {AGAIN}"
    except (RenderError, StageError) as error:
        yield f"{error}; {AGAIN}"


def translations() -> Iterator[str]:
    """Each language of the program's own words has its files, and Qt can read them."""
    names = {file.stem for file in own_words.FOLDER.glob("kiosk_*.*")}
    if not names:
        yield f"{own_words.FOLDER} holds none; {AGAIN}"
    for source in (own_words.FOLDER / f"{name}.ts" for name in sorted(names)):
        compiled = source.with_suffix(".qm")
        if not source.exists():
            yield f"{source} is missing; {AGAIN}"
        if not QTranslator().load(str(compiled)):
            yield f"{compiled} cannot be loaded; {AGAIN}"


def state() -> Iterator[str]:
    """What must outlive the program has its place."""
    for folder in folders()[:1]:
        try:
            tempfile.TemporaryFile(dir=folder).close()
        except OSError as error:
            yield f"{folder}: {error.strerror}; make it a folder of the user that runs the program"


def content(file: Path) -> Iterator[str]:
    """The content has no errors."""
    errors = read(file, thorough=True).errors
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        yield f"line {errors[0].line}: {errors[0].text}{more}; `kiosk check` names every problem"
