"""What a content file says, as immutable values.

These classes are the one definition of the format: the reader walks their fields to read YAML,
the schema is generated from them, and `docs/content.md` explains them key by key. A field's name
is the key an editor writes, its type says what may stand there, and `key()` carries the help text.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from kiosk.content.values import (
    Address,
    AltText,
    AsOf,
    AutoDuration,
    Colour,
    Email,
    FigureValue,
    FontPath,
    Height,
    Identifier,
    IdleTime,
    Language,
    Latitude,
    Length,
    Longitude,
    Moment,
    OwnWords,
    Percent,
    Phone,
    PicturePath,
    ScreenHours,
    Text,
    Truth,
)


def key(help: str, *, example: object, at_least: int = 0, at_most: int | None = None, **default: Any) -> Any:
    """A key of the content file: its help, an example, and for lists how many items it takes.

    A field without `default=` is required.
    """
    metadata = {"help": help, "example": example, "at_least": at_least, "at_most": at_most}
    return field(metadata=metadata, **default)


RuleCode = Literal[
    "letter-height",
    "target-size",
    "reach",
    "drawn-contrast",
    "overflow",
    "too-many-words",
    "short-duration",
    "long-slide",
    "missing-alt",
    "language-share",
    "no-glyph",
]
"""The rules of `kiosk.content.rules`, by the code that `kiosk check` prints."""


@dataclass(frozen=True, kw_only=True)
class Acceptance:
    """A rule of `kiosk check` that is known to be broken here, on purpose."""

    rule: RuleCode = key("The code of the rule.", example="too-many-words")
    because: Text = key("Why it may be broken here.", example="The charter is shown whole")


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture file and what it shows. `picture: photo.jpg` is short for `picture: {file: photo.jpg}`."""

    shorthand: ClassVar = "file"

    file: PicturePath = key("The file, relative to the content file: PNG, JPEG, WebP, SVG.", example="images/hall.jpg")
    alt: AltText | None = key(
        "What the picture shows, for those who cannot see it; `decorative` where it only adorns.",
        example="The hall",
        default=None,
    )
    place: Literal["beside", "behind"] = key(
        "Whether the picture stands beside the text or fills the screen behind it.", example="beside", default="beside"
    )


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number, or short text such as *no. 1*, with what it counts."""

    value: FigureValue = key(
        "The number, in plain digits, or a short text. The language sets the separators.", example=15000
    )
    label: Text = key("What is counted.", example="participants in training sessions")
    qualifier: Text | None = key("How exact it is: nearly, over, or a sign such as +.", example="over", default=None)
    unit: Text | None = key("The unit, set after the number.", example="km", default=None)
    as_of: AsOf | None = key("The year, month or day it was true, or words for the period.", example=2019, default=None)
    source: Text | None = key("Where the figure comes from.", example="Annual report", default=None)


@dataclass(frozen=True, kw_only=True)
class OpeningHours:
    """One line of the opening hours."""

    days: Text = key("The days.", example="Monday to Friday")
    time: Text = key("The hours on those days.", example="9 am to 5 pm")


@dataclass(frozen=True, kw_only=True)
class MapPoint:
    """A point on the earth, offered to phones as a QR code."""

    latitude: Latitude = key("Degrees north of the equator, south negative.", example=48.8606)
    longitude: Longitude = key("Degrees east of Greenwich, west negative.", example=2.3376)


@dataclass(frozen=True, kw_only=True)
class Link:
    """Something to take away on a phone."""

    title: Text = key("What it is.", example="Annual report")
    address: Address = key(
        "Where it is: https, mailto, tel or geo. May differ by language.", example="https://example.org"
    )
    description: Text | None = key("A line more about it.", example="48 pages, PDF", default=None)


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A person, team or place, as a contact card for the address book of a phone."""

    name: Text = key("The name of the person, team or place.", example="Reading room")
    organisation: Text | None = key("The organisation.", example="City Library", default=None)
    phone: Phone | None = key(
        "The telephone number, best with the country's.", example="+33 1 23 45 67 89", default=None
    )
    email: Email | None = key("The e-mail address.", example="hello@example.org", default=None)
    address: Text | None = key("The postal address, a line a line.", example="1 River Street\nMilltown", default=None)
    web: Address | None = key("The web site. May differ by language.", example="https://example.org", default=None)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that takes place, as an entry for the calendar of a phone."""

    title: Text = key("What takes place.", example="A night of maps")
    start: Moment = key("When it begins, or the day: the local time.", example="2027-05-14 18:00")
    end: Moment | None = key("When it ends, or the last day.", example="2027-05-14 21:00", default=None)
    place: Text | None = key("Where it takes place.", example="Reading room", default=None)


@dataclass(frozen=True, kw_only=True)
class NamedPoint(MapPoint):
    """A point on the earth, with what is there."""

    label: Text | None = key("What is there.", example="City Library", default=None)


@dataclass(frozen=True, kw_only=True)
class TakeAway:
    """What visitors take with them of a slide: the content of a code, which needs no network.

    `take_away: none` is short for `take_away: {offer: none}`.
    """

    shorthand: ClassVar = "offer"

    offer: Literal["auto", "none"] = key(
        "Whether the slide offers a code; left to itself, its text or, of premises, a contact card.",
        example="none",
        default="auto",
    )
    contact: Contact | None = key("A contact card.", example={}, default=None)
    event: Event | None = key("A calendar entry.", example={}, default=None)
    map: NamedPoint | None = key("A point on the map.", example={}, default=None)
    text: Text | None = key("A text in place of the slide's own.", example="Come again!", default=None)
    address: Address | None = key(
        "What to offer where the rest is too long for a code, or instead.", example="https://example.org", default=None
    )


@dataclass(frozen=True, kw_only=True)
class Slide:
    """What every slide has, whatever its kind."""

    kind: ClassVar[str]

    id: Identifier = key("A short name, used once: letters, digits and hyphens.", example="our-mission")
    duration: AutoDuration = key(
        "How long the slide stays in rotation: `auto` (from the length of its text) or a time such as `12s`.",
        example="auto",
        default=None,
    )
    accept: tuple[Acceptance, ...] = key(
        "Rules of `kiosk check` that the slide breaks on purpose, each with a reason.",
        example=[],
        at_most=12,
        default=(),
    )
    take_away: TakeAway = key(
        "What visitors can take with them on a phone.", example={"address": "https://example.org"}, default=TakeAway()
    )


@dataclass(frozen=True, kw_only=True)
class SectionSlide(Slide):
    """A title slide that opens a section; the slides after it belong to it."""

    kind: ClassVar = "section"

    title: Text = key("The name of the section, also in the list of sections.", example="Our collections")
    text: Text | None = key("A sentence under the title.", example="Five centuries under one roof", default=None)
    picture: Picture | None = key("A picture, beside or behind the title.", example="images/hall.jpg", default=None)


@dataclass(frozen=True, kw_only=True)
class StatementSlide(Slide):
    """A large sentence: the mission, a quotation."""

    kind: ClassVar = "statement"

    text: Text = key("The sentence, set large.", example="Knowledge is for *everyone*.")
    attribution: Text | None = key("Who said it, or where it stands.", example="Our charter, 1887", default=None)
    picture: Picture | None = key("A picture, beside or behind the sentence.", example="images/hall.jpg", default=None)


@dataclass(frozen=True, kw_only=True)
class FiguresSlide(Slide):
    """One to six key figures under a heading."""

    kind: ClassVar = "figures"

    heading: Text = key("What the figures are about.", example="The year in figures")
    figures: tuple[Figure, ...] = key("The figures.", example=[], at_least=1, at_most=6)


@dataclass(frozen=True, kw_only=True)
class TextSlide(Slide):
    """A heading with paragraphs and lists."""

    kind: ClassVar = "text"

    heading: Text = key("The heading.", example="A house of books")
    body: Text = key(
        "Paragraphs, an empty line between them; lines that begin with `- ` make a list.",
        example="Founded in **1887**.\n\n- a reading room\n- a map room",
    )
    picture: Picture | None = key("A picture, beside or behind the text.", example="images/hall.jpg", default=None)


@dataclass(frozen=True, kw_only=True)
class PremisesSlide(Slide):
    """Where the organisation is, what is in the building and how to get here."""

    kind: ClassVar = "premises"

    heading: Text = key("The name of the place.", example="The old mill")
    address: Text = key("The postal address, a line a line.", example="1 River Street\nMilltown")
    description: Text | None = key("A few words about the place.", example="A mill of 1820.", default=None)
    inside: tuple[Text, ...] = key("What is in the building.", example=["a café"], at_most=8, default=())
    hours: tuple[OpeningHours, ...] = key("When it is open.", example=[], at_most=7, default=())
    directions: tuple[Text, ...] = key("How to get here.", example=["Tram 4"], at_most=5, default=())
    picture: Picture | None = key("A picture or plan of the place.", example="images/plan.svg", default=None)
    map: MapPoint | None = key(
        "The place on a map, offered as a QR code.", example={"latitude": 48.8606, "longitude": 2.3376}, default=None
    )


@dataclass(frozen=True, kw_only=True)
class LinksSlide(Slide):
    """Things to take away on a phone, each with a QR code."""

    kind: ClassVar = "links"

    heading: Text = key("What the links are.", example="To take away")
    links: tuple[Link, ...] = key("The links.", example=[], at_least=1, at_most=4)


TOUCH_DISTANCE = 600.0
"""Millimetres: an arm's length."""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """The screen: the physical size of the picture, so that targets and letters have their size in millimetres, and
    when it is on. Of its size all is known or nothing, which is 0."""

    width: Length = key("How wide the picture is.", example="708mm", default=0.0)
    height: Length = key("How high the picture is.", example="398mm", default=0.0)
    above_floor: Height | None = key(
        "How far the picture's lower edge is above the floor, so that controls can come within everybody's reach.",
        example="900mm",
        default=None,
    )
    touch_distance: Length = key(
        "From how far away people read who touch the screen.", example="600mm", default=TOUCH_DISTANCE
    )
    read_distance: Length = key("From how far away passers-by read headings and figures.", example="3m", default=3000.0)
    hours: tuple[ScreenHours, ...] = key(
        "When the screen is on, by days of the week; at all other times it is off until somebody touches it. "
        "Left out, it is always on.",
        example=["mon-fri 07:30-20:00", "sat 10:00-17:00"],
        at_most=21,
        default=(),
    )
    brightness: Percent | None = key(
        "How bright the display is, where it takes orders (DDC/CI). Left out, as it was set by hand.",
        example="70%",
        default=None,
    )

    @property
    def is_measured(self) -> bool:
        """Whether the size of the picture is known."""
        return self.width > 0


LanguagePolicy = Literal["predominant", "equal", "first"]


@dataclass(frozen=True, kw_only=True)
class Rotation:
    """How the slides are turned when nobody touches."""

    languages: LanguagePolicy = key(
        "Which languages the rotation speaks, one pass through the show after the other: `predominant` gives the "
        "first language at least twice the time of all others together, `equal` gives each the same, "
        "`first` leaves the others to visitors.",
        example="predominant",
        default="predominant",
    )


@dataclass(frozen=True, kw_only=True)
class Theme:
    """The look: colours, logo, typeface and background. Sizes and places are the program's."""

    ground: Colour = key("The colour behind the text.", example="#f6f3ee", default="#f6f3ee")
    ink: Colour = key("The colour of the text.", example="#1d1433", default="#1d1433")
    accent: Colour = key("The colour of figures, rules and section slides.", example="#5b2a86", default="#5b2a86")
    logo: PicturePath | None = key("The logo, shown small at the top.", example="images/logo.svg", default=None)
    typeface: tuple[FontPath, ...] = key(
        "The files of one typeface (TTF or OTF), its regular and bold at least.",
        example=["fonts/Body-Regular.ttf"],
        at_most=12,
        default=(),
    )
    background: PicturePath | None = key("A picture behind all slides.", example="images/paper.png", default=None)


@dataclass(frozen=True, kw_only=True)
class Show:
    """A whole content file."""

    version: Literal[1] = key("The version of this format.", example=1)
    title: Text = key("The name of the organisation or show.", example="City Library")
    languages: tuple[Language, ...] = key(
        "The languages, the main one first.", example=["fr", "en"], at_least=1, at_most=12
    )
    slides: tuple[Slide, ...] = key("The slides, in order.", example=[], at_least=1, at_most=5000)
    idle: IdleTime = key(
        "How long nobody touches before the screen asks whether anybody is there.", example="60s", default=60.0
    )
    rotation: Rotation = key("How the slides are turned.", example={}, default=Rotation())
    jurisdiction: Literal["quebec"] | None = key(
        "Where the screen hangs, if its law has a say: `quebec` has `check` look at the shares of the languages.",
        example="quebec",
        default=None,
    )
    sound: Truth = key(
        "Whether each second of the question if anybody is there is heard too.", example=True, default=False
    )
    search: Truth | None = key(
        "Whether visitors can search the text of the slides; left out, they can in a show of more than a dozen.",
        example=True,
        default=None,
    )
    screen: Screen | None = key("The size of the picture, and when the screen is on.", example={}, default=None)
    theme: Theme = key("The look.", example={}, default=Theme())
    words: OwnWords = key(
        "The program's own words in further languages, by their English ones, or others than those it ships with.",
        example={"it": {"Next": "Avanti"}},
        default=OwnWords({}),
    )
    accept: tuple[Acceptance, ...] = key(
        "Rules of `kiosk check` that the show breaks on purpose as a whole, each with a reason.",
        example=[],
        at_most=12,
        default=(),
    )


KINDS: dict[str, type[Slide]] = {
    slide.kind: slide for slide in (SectionSlide, StatementSlide, FiguresSlide, TextSlide, PremisesSlide, LinksSlide)
}
"""The kinds of slide, by the word an editor writes."""
