"""One slide in one language, as QML draws it: a class for each kind of slide.

A new kind needs its class here, its dataclass in `kiosk/content/model.py` and its QML file in
`kiosk/qml/Kiosk/Slides`; `docs/new-slide-kind.md` walks through it.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path
from string import punctuation
from urllib.parse import quote

from PySide6.QtCore import Property, QBuffer, QByteArray, QObject, QUrl, Slot
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtQml import QmlElement, QmlUncreatable
from qrcodegen import QrCode, QrSegment  # type: ignore[import-untyped]

from kiosk.bridge import fonts, formats
from kiosk.bridge.rows import RowModel
from kiosk.bridge.translations import say
from kiosk.content import model
from kiosk.content.markup import blocks, plain, styled
from kiosk.content.values import DECORATIVE, PartialDate, Text, shown_address
from kiosk.show.state import Deck, section_title

QML_IMPORT_NAME = "KioskBridge"
QML_IMPORT_MAJOR_VERSION = 1


QUIET_ZONE = 4
"""Light modules round a QR code (ISO/IEC 18004)."""

UTF_8 = 26
"""The number that says so in a QR code (AIM ITS/04-023); without it phones have to guess what the letters are."""


_copies: dict[Path, Path] = {}
"""Where to read pictures in place of where an editor put them."""


def use_copies(copies: Mapping[Path, Path]) -> None:
    """Read the show's pictures from copies from now on: the originals may change, vanish or not answer."""
    _copies.clear()
    _copies.update(copies)


def picture_url(path: Path) -> QUrl:
    """A picture's address; it changes with the file, so that Qt never shows an old picture from its cache."""
    path = _copies.get(path, path)
    url = QUrl.fromLocalFile(str(path))
    with suppress(OSError):  # A missing picture leaves its place empty, and Qt's own message says which it is.
        url.setQuery(str(path.stat().st_mtime_ns))
    return url


def qr_code(address: str) -> str:
    """The QR code of an address."""
    # Phones disagree on how letters beyond ASCII are coded, so those are escaped, as in any address (RFC 3986).
    return _picture(QrCode.encode_text(quote(address, safe=punctuation), QrCode.Ecc.MEDIUM))


def qr_text(text: str) -> str:
    """The QR code of any text."""
    segments = QrSegment.make_segments(text)
    if not text.isascii():
        segments.insert(0, QrSegment.make_eci(UTF_8))
    return _picture(QrCode.encode_segments(segments, QrCode.Ecc.MEDIUM))


def _picture(code: QrCode) -> str:
    """A code as a picture of one pixel a module, quiet zone included, in a data address."""
    side = code.get_size() + 2 * QUIET_ZONE
    picture = QImage(side, side, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("white"))
    for x, y in product(range(code.get_size()), repeat=2):
        if code.get_module(x, y):
            picture.setPixelColor(x + QUIET_ZONE, y + QUIET_ZONE, QColor("black"))
    buffer = QBuffer()
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return f"data:image/png;base64,{b64encode(buffer.data().data()).decode()}"


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class SlideViewModel(QObject):  # type: ignore[operator]
    """What every slide shows."""

    def __init__(self, slide: model.Slide, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self.show_title: Text | None = None
        self.section_title: Text | None = None
        self._slide = slide
        self._language = language
        self._picture: model.Picture | None = getattr(slide, "picture", None)
        self._holds = 0

    @property
    def is_held(self) -> bool:
        """Whether the stage has it in one of its places."""
        return self._holds > 0

    @Slot()
    def hold(self) -> None:
        """A place of the stage takes it."""
        self._holds += 1

    @Slot()
    def letGo(self) -> None:
        """A place of the stage has another one."""
        self._holds -= 1

    def _styled(self, text: Text | None) -> str:
        return styled(text.in_language(self._language), self._language) if text else ""

    def _plain(self, text: Text | None) -> str:
        return plain(text.in_language(self._language), self._language) if text else ""

    def _rows(self, rows: Iterable[object]) -> RowModel:
        return RowModel(tuple(rows), self)

    @Slot()
    def preferTypeface(self) -> None:
        """Have the texts that are made now drawn as the slide's language writes them."""
        fonts.prefer(self._language)

    @Property(str, constant=True)
    def slideId(self) -> str:
        return self._slide.id

    @Property(str, constant=True)
    def kind(self) -> str:
        """The word in the content file, and with a capital and `Slide.qml` the file that draws it."""
        return self._slide.kind

    @Property(str, constant=True)
    def language(self) -> str:
        return self._language

    @Property(str, constant=True)
    def showTitle(self) -> str:
        """The name of the show, in the slide's language."""
        return self._styled(self.show_title)

    @Property(str, constant=True)
    def section(self) -> str:
        """The title of the section the slide belongs to."""
        return self._styled(self.section_title)

    @Property(bool, constant=True)
    def isRightToLeft(self) -> bool:
        return formats.is_right_to_left(self._language)

    @Property(QUrl, constant=True)
    def picture(self) -> QUrl:
        return picture_url(self._picture.file) if self._picture else QUrl()

    @Property(str, constant=True)
    def pictureAlt(self) -> str:
        return self._plain(self._picture.alt) if self._picture else ""

    @Property(bool, constant=True)
    def isEnlargeable(self) -> bool:
        """Whether there is a picture to look at closely: not one that only adorns."""
        return self._picture is not None and self._picture.alt != DECORATIVE

    @Property(bool, constant=True)
    def isPictureBehind(self) -> bool:
        return self._picture is not None and self._picture.place == "behind"


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class SectionSlide(SlideViewModel):  # type: ignore[operator]
    """The title of a section."""

    def __init__(self, slide: model.SectionSlide, language: str, parent: QObject) -> None:
        super().__init__(slide, language, parent)
        self._title = self._styled(slide.title)
        self._text = self._styled(slide.text)

    @Property(str, constant=True)
    def title(self) -> str:
        return self._title

    @Property(str, constant=True)
    def text(self) -> str:
        return self._text


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class StatementSlide(SlideViewModel):  # type: ignore[operator]
    """A large sentence."""

    def __init__(self, slide: model.StatementSlide, language: str, parent: QObject) -> None:
        super().__init__(slide, language, parent)
        self._text = self._styled(slide.text)
        self._attribution = self._styled(slide.attribution)

    @Property(str, constant=True)
    def text(self) -> str:
        return self._text

    @Property(str, constant=True)
    def attribution(self) -> str:
        return self._attribution


@dataclass(frozen=True)
class FigureRow:
    """A figure as it is set: words `before` it, the value, `sign` and `unit` after it, then what it counts."""

    before: str
    value: str
    steps: list[str]
    sign: str
    unit: str
    label: str
    as_of: str
    source: str


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class FiguresSlide(SlideViewModel):  # type: ignore[operator]
    """Key figures under a heading."""

    def __init__(self, slide: model.FiguresSlide, language: str, parent: QObject) -> None:
        super().__init__(slide, language, parent)
        self._heading = self._styled(slide.heading)
        self._figures = self._rows(self._row(figure) for figure in slide.figures)

    def _row(self, figure: model.Figure) -> FigureRow:
        if isinstance(figure.value, Decimal):
            value, steps = formats.number(figure.value, self._language), formats.count_up(figure.value, self._language)
        else:
            value, steps = self._plain(figure.value), []
        qualifier = self._plain(figure.qualifier)
        is_word = any(character.isalnum() for character in qualifier)
        if qualifier and qualifier != "+" and not is_word:
            # Signs such as ≈ and < stand before the number, a plus after it.
            value, steps = f"{qualifier}\u202f{value}", [f"{qualifier}\u202f{step}" for step in steps]
        return FigureRow(
            before=self._styled(figure.qualifier) if is_word else "",
            value=value,
            steps=steps,
            sign="+" if qualifier == "+" else "",
            unit=self._styled(figure.unit),
            label=self._styled(figure.label),
            as_of=formats.date(figure.as_of, self._language)
            if isinstance(figure.as_of, PartialDate)
            else self._styled(figure.as_of),
            source=self._source(figure.source) if figure.source else "",
        )

    def _source(self, source: Text) -> str:
        return styled(f"{say(self._language, 'Source:')} {source.in_language(self._language)}", self._language)

    @Property(str, constant=True)
    def heading(self) -> str:
        return self._heading

    @Property(QObject, constant=True)
    def figures(self) -> QObject:
        return self._figures


@dataclass(frozen=True)
class BlockRow:
    """A paragraph, or an item of a list."""

    text: str
    is_item: bool


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class TextSlide(SlideViewModel):  # type: ignore[operator]
    """A heading with paragraphs and lists."""

    def __init__(self, slide: model.TextSlide, language: str, parent: QObject) -> None:
        super().__init__(slide, language, parent)
        self._heading = self._styled(slide.heading)
        self._blocks = self._rows(
            BlockRow(block.styled, block.is_item) for block in blocks(slide.body.in_language(language), language)
        )

    @Property(str, constant=True)
    def heading(self) -> str:
        return self._heading

    @Property(QObject, constant=True)
    def blocks(self) -> QObject:
        return self._blocks


@dataclass(frozen=True)
class DetailRow:
    """A short list under a heading of the program: opening hours, the way here."""

    heading: str
    lines: list[str]
    times: list[str]
    """What stands beside each line; empty where nothing does."""


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class PremisesSlide(SlideViewModel):  # type: ignore[operator]
    """Where the organisation is."""

    def __init__(self, slide: model.PremisesSlide, language: str, parent: QObject) -> None:
        super().__init__(slide, language, parent)
        days, times = [hours.days for hours in slide.hours], [hours.time for hours in slide.hours]
        details = (
            self._detail(say(language, "In the building"), slide.inside),
            self._detail(say(language, "Opening hours"), days, times),
            self._detail(say(language, "Getting here"), slide.directions),
        )
        self._heading = self._styled(slide.heading)
        self._address = self._styled(slide.address)
        self._description = self._styled(slide.description)
        self._details = self._rows(row for row in details if row.lines)
        self._map = qr_code(f"geo:{slide.map.latitude},{slide.map.longitude}") if slide.map else ""
        self._map_label = say(language, "Scan with your phone") if slide.map else ""

    def _detail(self, heading: str, lines: Iterable[Text], times: Iterable[Text] = ()) -> DetailRow:
        return DetailRow(heading, [self._styled(line) for line in lines], [self._styled(time) for time in times])

    @Property(str, constant=True)
    def heading(self) -> str:
        return self._heading

    @Property(str, constant=True)
    def address(self) -> str:
        return self._address

    @Property(str, constant=True)
    def description(self) -> str:
        return self._description

    @Property(QObject, constant=True)
    def details(self) -> QObject:
        return self._details

    @Property(str, constant=True)
    def map(self) -> str:
        return self._map

    @Property(str, constant=True)
    def mapLabel(self) -> str:
        return self._map_label


@dataclass(frozen=True)
class LinkRow:
    """A link with its QR code."""

    title: str
    description: str
    address: str
    code: str


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class LinksSlide(SlideViewModel):  # type: ignore[operator]
    """Things to take away on a phone."""

    def __init__(self, slide: model.LinksSlide, language: str, parent: QObject) -> None:
        super().__init__(slide, language, parent)
        self._heading = self._styled(slide.heading)
        self._instruction = say(language, "Scan with your phone")
        self._links = self._rows(self._row(link) for link in slide.links)

    def _row(self, link: model.Link) -> LinkRow:
        address = link.address.in_language(self._language)
        title, description = self._styled(link.title), self._styled(link.description)
        return LinkRow(title, description, shown_address(address), qr_code(address))

    @Property(str, constant=True)
    def heading(self) -> str:
        return self._heading

    @Property(str, constant=True)
    def instruction(self) -> str:
        return self._instruction

    @Property(QObject, constant=True)
    def links(self) -> QObject:
        return self._links


VIEW_MODELS: dict[type[model.Slide], type[SlideViewModel]] = {
    model.SectionSlide: SectionSlide,
    model.StatementSlide: StatementSlide,
    model.FiguresSlide: FiguresSlide,
    model.TextSlide: TextSlide,
    model.PremisesSlide: PremisesSlide,
    model.LinksSlide: LinksSlide,
}


def slide_view_model(
    slide: model.Slide, titles: tuple[Text, Text | None], language: str, parent: QObject
) -> SlideViewModel:
    """The view model of a slide of any kind, in the show and the section of those titles."""
    made = VIEW_MODELS[type(slide)](slide, language, parent)
    made.show_title, made.section_title = titles
    return made


def slide_at(show: model.Show, deck: Deck, position: int, language: str, parent: QObject) -> SlideViewModel:
    """The view model of the slide at a position of a show."""
    titles = show.title, section_title(deck, position)
    return slide_view_model(deck.slides[position], titles, language, parent)
