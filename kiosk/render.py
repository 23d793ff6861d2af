"""`kiosk render`: draws every slide to a picture, without a display and the same pixels every time."""

import logging
import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMarginsF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.bridge import fonts
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.stage import Stage, StageError, draw_unseen
from kiosk.content.problems import no_slide, report
from kiosk.content.reader import locate, read
from kiosk.options import CONTENT_ERRORS, FINE, NO_SCREEN, WRONG_USE, RenderOptions
from kiosk.show.events import Event

log = logging.getLogger(__name__)

PATIENCE = 20_000
"""Milliseconds for a slide to be drawn, its pictures decoded."""

SHEET_COLUMNS = 4
SHEET_WIDTH = 480
SHEET_GAP = 24


def render(options: RenderOptions) -> int:
    """Draw the slides; the exit status."""
    reading = read(locate(options.content))
    report(reading.problems)
    if reading.show is None or reading.errors:
        return CONTENT_ERRORS
    show = reading.show
    ids = [slide.id for slide in show.slides]
    if options.slide and options.slide not in ids:
        log.error("--slide: %s", no_slide(options.slide, ids))
        return WRONG_USE
    every_language = options.language in (None, "all")
    languages = show.languages if every_language else (str(options.language),)
    if unknown := set(languages) - set(show.languages):
        log.error("--language: '%s' is not one of the show's: %s", *unknown, ", ".join(show.languages))
        return WRONG_USE
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.error("%s: cannot be made: %s", options.out, error.strerror)
        return WRONG_USE

    draw_unseen()
    fonts.use_typeface(show, reading.characters)
    view_model = ShowViewModel()
    try:
        studio = Studio(view_model, QSize(*options.size))
    except StageError as error:
        log.error("%s", error)
        return NO_SCREEN
    view_model.replace(show, reading.revision)
    digits = max(2, len(str(len(ids))))
    files: list[Path] = []
    try:
        for language in languages:
            for number, slide_id in enumerate(ids, start=1):
                if options.slide in (None, slide_id):
                    file = options.out / f"{number:0{digits}}-{slide_id}-{language}.png"
                    save(studio.picture(slide_id, language), file)
                    files.append(file)
        save(contact_sheet(files, options.size), options.out / "contact-sheet.png")
        if options.pdf:
            for language in languages:
                pages = [file for file in files if file.stem.endswith(f"-{language}")]
                write_pdf(pages, options.size, options.out / f"slides-{language}.pdf")
    except RenderError as error:
        log.error("%s", error)
        return NO_SCREEN
    finally:
        studio.close()
    return FINE


class RenderError(Exception):
    """A picture cannot be drawn or written; the text says which and why."""


class Studio:
    """A stage without motion or screen, to take pictures of."""

    def __init__(self, show: ShowViewModel, size: QSize) -> None:
        self._show = show
        self._skipped = set[str | None]()
        show.happened.connect(self._note)
        self.stage = Stage(show, size, is_still=True)
        self.stage.window.show()

    def _note(self, event: Event) -> None:
        """Remember which slides cannot be drawn: they are told of only once."""
        if event.event == "skipped":
            self._skipped.add(event.slide)

    def picture(self, slide_id: str, language: str) -> QImage:
        """The slide as it stands in rotation. Raises RenderError."""
        loop = QEventLoop()

        def heard(event: Event) -> None:
            if event.event == "shown" and (event.slide, event.language) == (slide_id, language):
                loop.exit(0)
            if slide_id in self._skipped:
                loop.exit(1)

        self._show.happened.connect(heard)
        patience = QTimer(singleShot=True, interval=PATIENCE)
        patience.timeout.connect(lambda: loop.exit(1))
        patience.start()
        # Started once the loop runs, so that a slide that is ready at once does not end it too early.
        QTimer.singleShot(0, loop, lambda: self._show.restart(language, slide_id))
        has_failed = slide_id in self._skipped or loop.exec() != 0
        self._show.happened.disconnect(heard)
        if has_failed:
            raise RenderError(f"slide '{slide_id}' could not be drawn")
        return self.stage.window.grabWindow()

    def close(self) -> None:
        self.stage.close()


def save(picture: QImage, file: Path) -> None:
    """Write a PNG. Raises RenderError."""
    if not picture.save(str(file)):
        raise RenderError(f"{file}: cannot be written")


def contact_sheet(files: Sequence[Path], size: tuple[int, int]) -> QImage:
    """All pictures small on one sheet, in order."""
    height = round(SHEET_WIDTH * size[1] / size[0])
    rows = math.ceil(len(files) / SHEET_COLUMNS)
    columns = min(SHEET_COLUMNS, len(files))
    sheet = QImage(
        columns * (SHEET_WIDTH + SHEET_GAP) + SHEET_GAP,
        rows * (height + SHEET_GAP) + SHEET_GAP,
        QImage.Format.Format_RGB32,
    )
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    for place, file in enumerate(files):
        row, column = divmod(place, SHEET_COLUMNS)
        small = QImage(str(file)).scaled(
            SHEET_WIDTH, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(SHEET_GAP + column * (SHEET_WIDTH + SHEET_GAP), SHEET_GAP + row * (height + SHEET_GAP), small)
    painter.end()
    return sheet


def write_pdf(files: Sequence[Path], size: tuple[int, int], file: Path) -> None:
    """A PDF with a picture a page, at 96 pixels an inch. Raises RenderError."""
    writer = QPdfWriter(str(file))
    page = QPageSize(QRectF(0, 0, size[0] * 0.75, size[1] * 0.75).size(), QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(writer):
        raise RenderError(f"{file}: cannot be written")
    for number, picture in enumerate(files):
        if number > 0:
            writer.newPage()
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), QImage(str(picture)))
    painter.end()
