"""What a visitor takes away of a slide, as the content of a QR code, so that it needs no network and no server.

A contact is a vCard (RFC 2426), an event iCalendar (RFC 5545), a point a `geo:` address (RFC 5870), a text itself.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from urllib.parse import quote

from kiosk.content.markup import plain
from kiosk.content.model import (
    Contact,
    Event,
    LinksSlide,
    MapPoint,
    NamedPoint,
    PremisesSlide,
    Screen,
    SectionSlide,
    Slide,
    StatementSlide,
)
from kiosk.content.values import Text, shown_address
from kiosk.show.narration import Wording, lines

CAPACITY = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412)
"""The bytes that QR codes of versions 1 to 15 hold at error correction M (ISO/IEC 18004, table 7).

Finer ones are read only by a steady hand: from half a metre a phone has some six pixels a millimetre, and wants
at least four a module with the light of a lobby on the glass.
"""

UTF_8_MARK = 2
"""Of these, what says that letters are coded as UTF-8."""

MODULE = 0.9
"""Millimetres: the smallest module offered where the screen's size is known."""

CODE_SHARE = 0.5
"""The side of the code, of the shorter side of the screen, at least."""

Kind = Literal["contact", "event", "map", "text", "address"]


@dataclass(frozen=True)
class Offer:
    """What a code holds: its sort, what it is about in a few words, and its characters."""

    kind: Kind
    about: str
    payload: str


def offer(slide: Slide, title: Text, language: str, wording: Wording, screen: Screen | None = None) -> Offer | None:
    """What a slide of a show of that title offers, if its code can be read on the screen."""
    asked = slide.take_away
    if asked.offer == "none":
        return None
    content = _asked(slide, language) or (None if asked.address else _own(slide, title, language, wording))
    if content and len(content.payload.encode()) <= capacity(screen):
        return content
    if asked.address is None:
        return None
    address = asked.address.in_language(language)
    return Offer("address", shown_address(address), address)


def capacity(screen: Screen | None) -> int:
    """How many bytes a code can hold on a screen, so that its modules are large enough."""
    version = len(CAPACITY)
    if screen is not None and screen.is_measured:
        # A code of version 1 has 21 modules a side, each further one 4 more, and round it a light zone of 4.
        modules = CODE_SHARE * min(screen.width, screen.height) / MODULE - 2 * 4
        version = min(version, int((modules - 17) / 4))
    return CAPACITY[version - 1] - UTF_8_MARK if version > 0 else 0


def _asked(slide: Slide, language: str) -> Offer | None:
    """What the content file gives for the slide to take away."""
    asked = slide.take_away
    if asked.contact:
        return Offer("contact", _set(asked.contact.name, language), vcard(asked.contact, language))
    if asked.event:
        return Offer("event", _set(asked.event.title, language), calendar(asked.event, slide.id, language))
    if asked.map:
        return Offer("map", _set(asked.map.label, language), geo(asked.map, language))
    if asked.text:
        return Offer("text", "", _set(asked.text, language))
    return None


def _own(slide: Slide, title: Text, language: str, wording: Wording) -> Offer | None:
    """What there is to take away of a slide that says nothing of it."""
    match slide:
        case LinksSlide() | SectionSlide(text=None):
            return None
        case PremisesSlide():
            card = Contact(name=slide.heading, organisation=title, address=slide.address)
            return Offer("contact", _set(slide.heading, language), vcard(card, language, slide.map))
    read = [line.text for line in lines(slide, language, wording) if not line.is_picture]
    name = _set(title, language)
    return Offer("text", name if isinstance(slide, StatementSlide) else read[0], "\n".join([*read, "", name]))


# The forms


def vcard(contact: Contact, language: str, point: MapPoint | None = None) -> str:
    """A contact card."""
    name = _value(contact.name, language)
    rows = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}"]
    if contact.organisation:
        rows.append(f"ORG:{_value(contact.organisation, language)}")
    if contact.phone:
        rows.append(f"TEL;TYPE=VOICE:{contact.phone}")
    if contact.email:
        rows.append(f"EMAIL:{contact.email}")
    if contact.address:
        # Which line is the street and which the town is not known; phones show and find the whole in one field.
        address = ", ".join(_set(contact.address, language).split("\n"))
        rows.append(f"ADR:;;{_escaped(address)};;;;")
    if point:
        rows.append(f"GEO:{point.latitude:.6f};{point.longitude:.6f}")
    if contact.web:
        rows.append(f"URL:{contact.web.in_language(language)}")
    return _folded([*rows, "END:VCARD"])


def calendar(event: Event, identifier: str, language: str) -> str:
    """A calendar entry, in local time wherever the phone is.

    It is stamped with its own beginning, so that its code does not change with the clock.
    """
    start = f"{event.start:%Y%m%dT%H%M%S}"
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lobby kiosk//EN", "BEGIN:VEVENT"]
    rows += [f"UID:{identifier}-{start}", f"DTSTAMP:{start}Z", f"DTSTART{_moment(event.start)}"]
    if isinstance(event.end, datetime):
        rows.append(f"DTEND{_moment(event.end)}")
    elif event.end:
        # The end of whole days is the day after the last one.
        rows.append(f"DTEND{_moment(event.end + timedelta(days=1))}")
    rows.append(f"SUMMARY:{_value(event.title, language)}")
    if event.place:
        rows.append(f"LOCATION:{_value(event.place, language)}")
    return _folded([*rows, "END:VEVENT", "END:VCALENDAR"])


def geo(point: NamedPoint, language: str) -> str:
    """A point on the map; phones that know the second half write the label there."""
    place = f"{point.latitude},{point.longitude}"
    label = f"?q={place}({quote(_set(point.label, language))})" if point.label else ""
    return f"geo:{place}{label}"


def _moment(moment: date) -> str:
    return f":{moment:%Y%m%dT%H%M%S}" if isinstance(moment, datetime) else f";VALUE=DATE:{moment:%Y%m%d}"


def _set(text: Text | None, language: str) -> str:
    return plain(text.in_language(language), language) if text else ""


def _value(text: Text, language: str) -> str:
    return _escaped(_set(text, language))


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


LONGEST_ROW = 75
"""Bytes of a row, in both forms; what is longer goes on in the next one, after a space."""


def _folded(rows: list[str]) -> str:
    folded = []
    for row in rows:
        room = LONGEST_ROW
        for character in row:
            room -= len(character.encode())
            if room < 0:
                folded.append("\r\n ")
                room = LONGEST_ROW - 1 - len(character.encode())
            folded.append(character)
        folded.append("\r\n")
    return "".join(folded)
