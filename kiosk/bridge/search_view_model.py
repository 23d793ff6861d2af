"""The search as QML sees it: what the visitor's query finds, and the keys to type it with."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge import formats
from kiosk.bridge.rows import RowModel
from kiosk.content.markup import plain
from kiosk.content.values import PartialDate
from kiosk.show.state import Deck, section_title

if TYPE_CHECKING:
    from kiosk.show.search import Hit, Index, Passage

QML_IMPORT_NAME = "KioskBridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class HitRow:
    """A slide that was found, as styled text but for its `name`; what was looked for is strong."""

    position: int
    place: str
    name: str
    title: str
    snippet: str


def _written(value: Decimal | PartialDate, language: str) -> str:
    return formats.number(value, language) if isinstance(value, Decimal) else formats.date(value, language)


def _marked(passage: "Passage") -> str:
    pieces = ((escape(text, quote=False), is_match) for text, is_match in passage.pieces)
    return "".join(f"<b>{text}</b>" if is_match else text for text, is_match in pieces)


@QmlElement
@QmlUncreatable("Made by ShowViewModel")
class SearchViewModel(QObject):  # type: ignore[operator]
    """What a query finds in the show."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._deck: Deck | None = None
        self._index: Index | None = None
        self._source: tuple[str, str] | None = None
        self._asked: tuple[str, ...] = ()
        self._total = 0
        self._first: int | None = None
        self._suggestions: Sequence[str] = ()
        self._hits = RowModel((), self)

    def look_for(self, query: str, deck: Deck, language: str) -> None:
        """Find a query in a show in a language. All text is gathered when it is first asked for, and kept."""
        self._deck = deck
        asked = query.strip(), deck.revision, language
        if asked == self._asked:
            return
        if not query.strip():
            self.forget()
            return
        index = self._index_of(deck, language)
        found = index.find(query)
        rows = [self._row(hit, deck, language) for hit in found.hits]
        self._become(asked, rows, found.total, () if rows else index.suggestions(query))

    def forget(self) -> None:
        """Drop what was asked and what was found: nobody is searching."""
        if self._asked:
            self._become((), [], 0, ())

    def _become(self, asked: tuple[str, ...], rows: list[HitRow], total: int, suggestions: Sequence[str]) -> None:
        self._asked, self._total, self._suggestions = asked, total, suggestions
        self._first = rows[0].position if rows else None
        old, self._hits = self._hits, RowModel(rows, self)
        self.changed.emit()
        old.deleteLater()

    def _index_of(self, deck: Deck, language: str) -> "Index":
        # Its regular expressions take 10 ms to make: the first slide need not wait for them.
        from kiosk.show.search import Index

        if self._index is None or self._source != (deck.revision, language):
            self._index, self._source = Index(deck.slides, language, _written), (deck.revision, language)
        return self._index

    def _row(self, hit: "Hit", deck: Deck, language: str) -> HitRow:
        number = formats.number(Decimal(hit.position + 1), language)
        section = section_title(deck, hit.position)
        name = plain(section.in_language(language), language) if section else ""
        is_opening = hit.position == deck.section_at(hit.position).start
        place = f"{number} · {name}" if name and not is_opening else number
        told = f"{hit.title.text}, {place}"
        return HitRow(hit.position, escape(place, quote=False), told, _marked(hit.title), _marked(hit.snippet))

    @property
    def first(self) -> int | None:
        """The position of the first slide that was found."""
        return self._first

    @Property(QObject, notify=changed)
    def hits(self) -> QObject:
        """The first of the slides that were found."""
        return self._hits

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many slides were found."""
        return self._total

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def suggestions(self) -> Sequence[str]:
        """Where nothing was found, queries that may have been meant."""
        return self._suggestions

    @Slot(str, int, int, result="QVariantList")
    def layouts(self, language: str, columns: int, lines: int) -> list[dict[str, Any]]:
        """The layouts of the keyboard where so many keys fit side by side, in so many rows."""
        from kiosk.show.keyboards import layouts

        letters = self._index_of(self._deck, language).letters if self._deck else None
        found = layouts(language, max(columns, 1), max(lines, 1), letters)
        return [{"name": layout.name, "rows": list(layout.rows)} for layout in found]
