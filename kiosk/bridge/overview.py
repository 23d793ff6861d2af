"""The overview of all slides: its rows, and thumbnails that the stage draws while it is open."""

from collections import OrderedDict
from decimal import Decimal

from PySide6.QtCore import Property, QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable
from PySide6.QtQuick import QQuickImageProvider

from kiosk.bridge import formats
from kiosk.bridge.rows import RowModel
from kiosk.bridge.slides import SlideViewModel, slide_at
from kiosk.bridge.translations import say
from kiosk.content.markup import plain, styled
from kiosk.content.model import Show
from kiosk.content.titles import beginning, slide_title
from kiosk.show.overview import Row, beside, next_to_draw, row_of, rows
from kiosk.show.state import Panel, ShowState, section_title

QML_IMPORT_NAME = "KioskBridge"
QML_IMPORT_MAJOR_VERSION = 1

KEPT_BYTES = 32 * 1024 * 1024
"""Thumbnails kept at most: some 150 on a screen of 1920×1080, several screenfuls of them on a larger one."""

LONGEST_SECTION = 32
"""Letters of a section's title where all of them stand beside the slides."""


class Thumbnails:
    """Small pictures of slides by their position, the least recently seen thrown away when they are too many."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._pictures: OrderedDict[int, QImage] = OrderedDict()

    def __contains__(self, position: int) -> bool:
        return position in self._pictures

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(picture.sizeInBytes() for picture in self._pictures.values())

    def see(self, positions: range) -> None:
        """Note that these are on the screen."""
        for position in filter(self._pictures.__contains__, positions):
            self._pictures.move_to_end(position)

    def keep(self, position: int, picture: QImage, seen: range) -> bool:
        """Take a picture in; false where there is no room for it beside those on the screen."""
        while self.size + picture.sizeInBytes() > self._limit:
            if not self._pictures or next(iter(self._pictures)) in seen:
                return False
            self._pictures.popitem(last=False)
        self._pictures[position] = picture
        return True

    def picture(self, position: int) -> QImage:
        """The picture of a slide, an empty one where there is none."""
        return self._pictures.get(position, QImage())

    def clear(self) -> None:
        self._pictures.clear()


class ThumbnailProvider(QQuickImageProvider):
    """Hands thumbnails to QML, as `image://thumbnails/<edition>/<position>`."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._thumbnails = thumbnails

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        return self._thumbnails.picture(int(id.rpartition("/")[2]))


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class OverviewViewModel(QObject):  # type: ignore[operator]
    """All slides in rows. QML says which are seen; they are drawn one after the other and kept while there is room.

    The slide in `drawing` is drawn by the stage, unseen, and answered with `drawn()` or `failed()`.
    """

    rowsChanged = Signal()
    sectionsChanged = Signal()
    """Apart from the rows: whether there is a list of sections decides how many slides stand side by side."""
    sizeChanged = Signal()
    drawingChanged = Signal()
    seenChanged = Signal()
    waitingChanged = Signal()
    thumbnailChanged = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thumbnails = Thumbnails()
        self._show: Show | None = None
        self._state: ShowState | None = None
        self._look: tuple[object, ...] | None = None
        self._edition = 0
        self._columns = 0
        self._size = QSize()
        self._rows: tuple[Row, ...] = ()
        self._model: RowModel | None = None
        self._seen_rows: tuple[Row, ...] = ()
        self._failed: set[int] = set()
        self._position = -1
        self._drawing: SlideViewModel | None = None

    def take(self, show: Show | None, state: ShowState | None) -> None:
        """Take a moment of the show: thumbnails last as long as a visit, and as long as slides look as they do."""
        self._show, self._state = show, state
        visit = state.visit if state else None
        look: tuple[object, ...] | None = None
        if state and visit:
            look = state.deck.revision, visit.language, visit.text_size, visit.is_high_contrast
        if look != self._look:
            self._look = look
            self._forget()
            self._set_rows()
            self.sectionsChanged.emit()
        if visit is None or visit.panel is not Panel.OVERVIEW:
            self._see(())

    def _forget(self) -> None:
        self._edition += 1
        self.thumbnails.clear()
        self._failed.clear()
        self._see(())

    def _set_rows(self) -> None:
        old = self._model
        deck = self._state.deck if self._state and self._look else None
        self._rows = rows(deck, self._columns) if deck and self._columns else ()
        self._model = RowModel(self._rows, self) if self._rows else None
        if old or self._model:
            self.rowsChanged.emit()
        if old:
            old.deleteLater()

    @property
    def _seen(self) -> range:
        """The positions of the slides on the screen."""
        seen = self._seen_rows
        return range(seen[0].first, seen[-1].first + seen[-1].count) if seen else range(0)

    def _see(self, seen: tuple[Row, ...]) -> None:
        if seen == self._seen_rows:
            return
        self._seen_rows = seen
        self.thumbnails.see(self._seen)
        if self._drawing and self._position not in self._seen:
            self._draw(-1)
        self.seenChanged.emit()
        self.waitingChanged.emit()

    def _draw(self, position: int) -> None:
        """Have a slide drawn, none for -1. QML lets go of the last one before it is deleted."""
        old, self._position = self._drawing, position
        self._drawing = self._made(position) if position >= 0 else None
        if self._drawing is not old:
            self.drawingChanged.emit()
            self.waitingChanged.emit()
        if old:
            old.deleteLater()

    def _made(self, position: int) -> SlideViewModel | None:
        if self._show is None or self._state is None:
            return None
        return slide_at(self._show, self._state.deck, position, self._state.page.language, self)

    # What QML reads

    @Property(QObject, notify=rowsChanged)
    def rows(self) -> QObject | None:
        return self._model

    def _get_columns(self) -> int:
        return self._columns

    def _set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self._set_rows()

    columns = Property(int, _get_columns, _set_columns, notify=rowsChanged)
    """How many slides stand side by side; the screen decides."""

    def _get_size(self) -> QSize:
        return self._size

    def _set_size(self, size: QSize) -> None:
        if size != self._size:
            self._size = size
            self._forget()
            self.sizeChanged.emit()

    size = Property(QSize, _get_size, _set_size, notify=sizeChanged)
    """How large a thumbnail is, in pixels; another size needs others."""

    @Property(SlideViewModel, notify=drawingChanged)
    def drawing(self) -> SlideViewModel | None:
        return self._drawing

    @Slot(int, result=str)
    def title(self, position: int) -> str:
        if self._state is None or not 0 <= position < len(self._state.deck.slides):
            return ""
        return slide_title(self._state.deck.slides[position], self._state.page.language)

    @Slot(int, result=str)
    def thumbnail(self, position: int) -> str:
        """The address of a slide's thumbnail, empty until it is drawn."""
        return f"image://thumbnails/{self._edition}/{position}" if position in self.thumbnails else ""

    @Property("QStringList", notify=sectionsChanged)  # type: ignore[arg-type]
    def sections(self) -> list[str]:
        """The titles of all sections, shortened, without markup."""
        if self._state is None:
            return []
        language = self._state.page.language
        titles = map(self._section_title, range(len(self._state.deck.sections)))
        return [beginning(plain(title, language), LONGEST_SECTION) for title in titles]

    @Slot(int, result=str)
    def heading(self, section: int) -> str:
        """The whole title of a section."""
        return styled(self._section_title(section), self._state.page.language) if self._state else ""

    def _section_title(self, section: int) -> str:
        """Slides before the first section stand under the name of the show."""
        if self._state is None or self._show is None:
            return ""
        deck = self._state.deck
        title = section_title(deck, deck.sections[section].start) or self._show.title
        return title.in_language(self._state.page.language)

    @Slot(int, int, result=int)
    def beside(self, position: int, step: int) -> int:
        """The slide above (-1) or below (1) another, -1 where there is none."""
        found = beside(self._rows, position, step)
        return -1 if found is None else found

    @Slot(int, result=int)
    def rowOfSection(self, section: int) -> int:
        """The number of the row that a section begins with."""
        return next((number for number, row in enumerate(self._rows) if row.section == section), 0)

    @Slot(int, result=int)
    def sectionOf(self, position: int) -> int:
        """The section that a slide is in."""
        return self._rows[row_of(self._rows, position)].section if self._rows else 0

    @Slot(int, result=int)
    def rowOf(self, position: int) -> int:
        """The number of the row that a slide is in."""
        return row_of(self._rows, position)

    @Property(int, notify=seenChanged)
    def first(self) -> int:
        """The position of the first slide on the screen, -1 while none is."""
        return self._seen.start if self._seen else -1

    @Property(str, notify=seenChanged)
    def extent(self) -> str:
        """Which slides are on the screen, of how many."""
        if self._state is None or not self._seen:
            return ""
        language = self._state.page.language
        places = (self._seen.start + 1, self._seen.stop, len(self._state.deck.slides))
        first, last, total = (formats.number(Decimal(place), language) for place in places)
        number = f"{first}–{last}" if first != last else first
        return say(language, "{number} of {total}").format(number=number, total=total)

    @Property(int, notify=seenChanged)
    def section(self) -> int:
        """The section of the first slide on the screen."""
        return self._seen_rows[0].section if self._seen_rows else 0

    @Property(bool, notify=waitingChanged)
    def isWaiting(self) -> bool:
        """Whether a slide on the screen still has to be drawn, and none is being."""
        return self._drawing is None and self._next() is not None

    def _next(self) -> int | None:
        return next_to_draw(self._seen, lambda position: position in self.thumbnails or position in self._failed)

    # What QML does

    @Slot(int, int)
    def see(self, first: int, last: int) -> None:
        """The rows from `first` to `last` are on the screen."""
        self._see(self._rows[first : last + 1])

    @Slot()
    def drawNext(self) -> None:
        """Have the next slide drawn, unless one is."""
        position = self._next()
        if self._drawing is None and position is not None:
            self._draw(position)

    @Slot(SlideViewModel, QImage)
    def drawn(self, slide: SlideViewModel, picture: QImage) -> None:
        """What a slide looks like, small."""
        if slide is None or slide is not self._drawing:
            return
        position = self._position
        if picture.isNull() or not self.thumbnails.keep(position, picture, self._seen):
            self._failed.add(position)
        self._draw(-1)
        self.thumbnailChanged.emit(position)

    @Slot(SlideViewModel)
    def failed(self, slide: SlideViewModel) -> None:
        """A slide cannot be drawn: it is shown by its number and title alone."""
        self.drawn(slide, QImage())
