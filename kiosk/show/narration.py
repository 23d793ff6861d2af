"""What a voice says of a slide: its sentences in reading order, each with the text it marks on the screen.

`lines()` is the slide as somebody would read it out, `sentences()` cuts a line where a reader pauses, and `said()`
writes it for a voice: typographic signs and abbreviations as the words they stand for.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from kiosk.content.markup import blocks, plain
from kiosk.content.model import (
    Figure,
    Link,
    LinksSlide,
    MapPoint,
    OpeningHours,
    Picture,
    PremisesSlide,
    Slide,
)
from kiosk.content.typography import NO_BREAK, THIN, typeset
from kiosk.content.values import PartialDate, Text, shown_address


@dataclass(frozen=True)
class Wording:
    """How a language writes numbers and dates, and the program's own words in it."""

    number: Callable[[Decimal], str]
    date: Callable[[PartialDate], str]
    say: Callable[[str], str]


@dataclass(frozen=True)
class Line:
    """A line of a slide: `text` is all that is read out, `shown` the text on the screen that is marked meanwhile."""

    text: str
    shown: str
    is_picture: bool = False


@dataclass(frozen=True)
class Sentence:
    """What the voice says in one breath, and the text on the screen that it marks."""

    said: str
    shown: str


def narrate(titles: Iterable[Text | None], slide: Slide, language: str, wording: Wording) -> tuple[Sentence, ...]:
    """The sentences of a slide, after the titles that stand above it."""
    own = list(lines(slide, language, wording))
    heads = dict.fromkeys(plain(title.in_language(language), language) for title in titles if title)
    # They stand above the slide, where nothing is marked. The title slide of a section has its name on it already.
    above = [Line(head, "") for head in heads if all(line.text != head for line in own)]
    return tuple(
        Sentence(said(sentence, language), sentence if line.shown == line.text else line.shown)
        for line in (*above, *own)
        for sentence in sentences(line.text, language)
    )


# The lines of a slide


def lines(slide: Slide, language: str, wording: Wording) -> Iterator[Line]:
    """The lines of a slide in reading order, as they are typeset; what its picture shows comes last."""
    return _Lines(language, wording).of(slide)


@dataclass(frozen=True)
class _Lines:
    language: str
    wording: Wording

    def of(self, value: Any) -> Iterator[Line]:
        """The lines of anything that can stand in a slide; none of what is not read."""
        match value:
            case Text():
                for block in blocks(value.in_language(self.language), self.language):
                    yield from self.written("".join(span.text for span in block.spans))
            case tuple():
                for item in value:
                    yield from self.of(item)
            case Figure():
                yield from self.figure(value)
            case OpeningHours():
                days, time = self.plain(value.days), self.plain(value.time)
                yield Line(self.set(f"{days}: {time}"), days)
            case PremisesSlide():
                yield from self.premises(value)
            case MapPoint():
                yield from self.own("Scan with your phone")
            case LinksSlide():
                yield from self.of(value.heading)
                yield from self.own("Scan with your phone")
                yield from self.of(value.links)
            case Link():
                yield from self.of(value.title)
                yield from self.of(value.description)
                yield from self.written(shown_address(value.address.in_language(self.language)))
            case Picture():
                if value.alt:
                    alt = self.plain(value.alt)
                    yield Line(alt, alt, is_picture=True)
            case Slide():
                parts = [getattr(value, part.name) for part in fields(value)]
                for part in sorted(parts, key=lambda part: isinstance(part, Picture)):
                    yield from self.of(part)

    def figure(self, figure: Figure) -> Iterator[Line]:
        qualifier, label = self.plain(figure.qualifier), self.plain(figure.label)
        unit, date = self.plain(figure.unit), self.date(figure.as_of)
        is_number = isinstance(figure.value, Decimal)
        value = self.wording.number(figure.value) if isinstance(figure.value, Decimal) else self.plain(figure.value)
        value = f"{value}{qualifier}" if qualifier == "+" else f"{qualifier} {value}".strip()
        value = " ".join(filter(None, (value, unit)))
        told = f"{value} {label}" if is_number else self.set(f"{value}: {label}")
        yield Line(", ".join(filter(None, (told, date))), label)
        if figure.source:
            source = self.set(f"{self.wording.say('Source:')} {figure.source.in_language(self.language)}")
            yield Line(plain(source, self.language), plain(source, self.language))

    def premises(self, slide: PremisesSlide) -> Iterator[Line]:
        yield from self.of(slide.heading)
        address = self.plain(slide.address)
        yield Line(", ".join(address.split("\n")), address)
        yield from self.of(slide.description)
        details = ("In the building", slide.inside), ("Opening hours", slide.hours), ("Getting here", slide.directions)
        for heading, items in details:
            if items:
                yield from self.own(heading)
                yield from self.of(items)
        yield from self.of(slide.map)
        yield from self.of(slide.picture)

    def written(self, text: str) -> Iterator[Line]:
        yield Line(text, text)

    def own(self, words: str) -> Iterator[Line]:
        yield from self.written(self.wording.say(words))

    def plain(self, text: Text | None) -> str:
        return plain(text.in_language(self.language), self.language) if text else ""

    def set(self, text: str) -> str:
        return typeset(text, self.language)

    def date(self, as_of: PartialDate | Text | None) -> str:
        return self.wording.date(as_of) if isinstance(as_of, PartialDate) else self.plain(as_of)


# Where a sentence ends

# An abbreviation and the words a voice says for it; empty where voices know it, and only its point matters here.
_ABBREVIATIONS = {
    "ar": {"د.": "دكتور", "أ.د.": "الأستاذ الدكتور", "ص.ب.": "صندوق بريد", "هـ.": "", "م.": ""},
    "de": {
        "bzw.": "beziehungsweise", "ca.": "circa", "d. h.": "das heißt", "Dr.": "Doktor", "Nr.": "Nummer",
        "Prof.": "Professor", "St.": "Sankt", "Str.": "Straße", "str.": "straße", "Tel.": "Telefon",
        "u. a.": "unter anderem", "usw.": "und so weiter", "z. B.": "zum Beispiel",
    },
    "en": {
        "a.m.": "", "approx.": "approximately", "Ave.": "Avenue", "Blvd.": "Boulevard", "Dr.": "Doctor",
        "e.g.": "for example", "i.e.": "that is", "Mr.": "", "Mrs.": "", "Ms.": "", "No.": "number", "no.": "number",
        "p.m.": "", "Prof.": "Professor", "St.": "", "tel.": "telephone", "Tel.": "telephone", "vs.": "versus",
    },
    "es": {
        "Av.": "Avenida", "Dr.": "Doctor", "Dra.": "Doctora", "n.º": "número", "nº": "número", "núm.": "número",
        "p. ej.": "por ejemplo", "Prof.": "Profesor", "Sr.": "Señor", "Sra.": "Señora", "tel.": "teléfono",
        "Tel.": "teléfono", "Ud.": "usted",
    },
    "fr": {
        "av.": "avenue", "boul.": "boulevard", "c.-à-d.": "c’est-à-dire", "Dr": "docteur", "Dre": "docteure",
        "M.": "monsieur", "MM.": "messieurs", "Mme": "madame", "n°": "numéro", "nº": "numéro", "nᵒ": "numéro",
        "p. ex.": "par exemple", "Pr": "professeur", "Pre": "professeure", "tél.": "téléphone",
        "Tél.": "téléphone",
    },
}  # fmt: skip

_BEFORE_NUMBERS = ("Art.", "art.", "Fig.", "fig.", "No.", "no.", "Nr.", "núm.", "Vol.", "vol.")
"""Those that are one only before a number: `no.` is also a word, and may end a sentence."""

_SPACE = f"[ {NO_BREAK}{THIN}\n]"
_CLOSING = "[»”’\"')\\]›]"
_OPENING = "[«“‘„\"'(\\[¿¡‹]"
_END = re.compile(rf"[.!?…؟۔]+(?:{_SPACE}*{_CLOSING})*(?P<space>{_SPACE}+)(?={_OPENING}*{_SPACE}*[^\W_])")
_EAST_ASIAN_END = re.compile(r"[。！？｡]+[」』）］】〕〉》”’]*")
_BRACKETS = {"「": 1, "『": 1, "（": 1, "」": -1, "』": -1, "）": -1}


def sentences(text: str, language: str) -> list[str]:
    """A text cut where its sentences end; joined by nothing but spaces they are the text."""
    base = language.partition("-")[0]
    cuts = sorted({*_cuts(text, base), *_east_asian_cuts(text)})
    parts = (text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True))
    return [part for part in parts if part]


def _cuts(text: str, base: str) -> Iterator[int]:
    for end in _END.finditer(text):
        before, after = text[: end.start("space")], text[end.end() :]
        # Where it goes on in lower case, as after a question within dialogue, it does not end.
        if after[0].islower():
            continue
        if end[0].startswith(".") and not end[0].startswith("..") and _is_abbreviated(before, after, base):
            continue
        yield end.end()


def _is_abbreviated(before: str, after: str, base: str) -> bool:
    """Whether the point at the end of `before` is that of an abbreviation, an initial or a German ordinal."""
    words = before.replace(NO_BREAK, " ").replace(THIN, " ").rstrip("»”’\"')]›")
    known = (*_ABBREVIATIONS.get(base, {}), *_BEFORE_NUMBERS)
    short = next((short for short in known if re.search(rf"(?<!\w){re.escape(short)}$", words)), "")
    if short in _BEFORE_NUMBERS:
        return after[0].isdigit()
    if short.endswith("."):
        return short not in ("a.m.", "p.m.", "usw.")
    if re.search(r"(?<![\w.])[^\W\d_]\.$", words):
        return True
    return base == "de" and re.search(r"(?<![\w.])[0-9]{1,2}\.$", words) is not None


def _east_asian_cuts(text: str) -> Iterator[int]:
    """The ends of sentences in scripts without spaces; what is quoted within a sentence does not end it."""
    depth = 0
    depths = [depth := depth + _BRACKETS.get(character, 0) for character in text]
    for end in _EAST_ASIAN_END.finditer(text):
        if depths[end.start()] <= 0:
            yield end.end()


# How it is said

_UNITS = {
    "ar": {"كم": "كيلومتر", "م²": "متر مربع", "km": "كيلومتر"},
    "de": {
        "km": "Kilometer", "m²": "Quadratmeter", "km²": "Quadratkilometer", "cm": "Zentimeter", "mm": "Millimeter",
        "kg": "Kilogramm", "ha": "Hektar", "°C": "Grad Celsius",
    },
    "en": {
        "km": "kilometres", "m²": "square metres", "km²": "square kilometres", "cm": "centimetres",
        "mm": "millimetres", "kg": "kilograms", "ha": "hectares", "°C": "degrees Celsius", "sq ft": "square feet",
    },
    "es": {
        "km": "kilómetros", "m²": "metros cuadrados", "km²": "kilómetros cuadrados", "cm": "centímetros",
        "mm": "milímetros", "kg": "kilogramos", "ha": "hectáreas", "°C": "grados Celsius", "h": "horas",
    },
    "fr": {
        "km": "kilomètres", "m²": "mètres carrés", "km²": "kilomètres carrés", "cm": "centimètres",
        "mm": "millimètres", "kg": "kilogrammes", "ha": "hectares", "°C": "degrés Celsius", "h": "heures",
        "pi²": "pieds carrés",
    },
    "ja": {
        "km": "キロメートル", "m²": "平方メートル", "㎡": "平方メートル", "km²": "平方キロメートル",
        "cm": "センチメートル", "mm": "ミリメートル", "kg": "キログラム", "ha": "ヘクタール",
    },
}  # fmt: skip
_UNTIL = {"ar": "إلى", "de": "bis", "en": "to", "es": "a", "fr": "à", "ja": "から"}
_ABOUT = {"ar": "نحو", "de": "etwa", "en": "about", "es": "unos", "fr": "environ", "ja": "およそ"}
_GROUPED = {"ar": "٬,", "de": ".", "en": ",", "es": ".", "ja": ","}
"""What stands between groups of digits, which a voice might take for the end of the number."""
_SIGNS = str.maketrans({NO_BREAK: " ", THIN: " ", "\u00ad": "", "\n": " ", "·": ",", "•": ",", "→": ","})


def said(text: str, language: str) -> str:
    """A text as a voice is to say it: numbers without gaps, signs and abbreviations as words."""
    base = language.partition("-")[0]
    text = re.sub(rf"(?<=[0-9])[{NO_BREAK}{THIN}](?=[0-9]{{3}}(?![0-9]))", "", text)
    text = text.translate(_SIGNS)
    if base in _GROUPED:
        text = re.sub(rf"(?<=[0-9٠-٩])[{_GROUPED[base]}](?=[0-9٠-٩]{{3}}(?![0-9٠-٩]))", "", text)
    if base in _UNTIL:
        text = re.sub(r"(?<=[0-9])–(?=[0-9])", f" {_UNTIL[base]} ", text)
        text = re.sub(r"[≈~] ?(?=[0-9])", f"{_ABOUT[base]} ", text)
    text = re.sub(r" ?[–—] ?(?=[^\W0-9])", ", ", text)
    for short, words in _ABBREVIATIONS.get(base, {}).items():
        follows = r"(?= ?[0-9])" if short in _BEFORE_NUMBERS else r"(?=\W|$)"
        if words:
            text = re.sub(rf"(?<!\w){re.escape(short)}{follows}", words, text)
    for unit, words in _UNITS.get(base, {}).items():
        text = re.sub(rf"(?<=[0-9]) ?{re.escape(unit)}(?!\w|²)", f" {words}", text)
    return re.sub(r"  +", " ", text).strip()
