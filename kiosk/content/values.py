"""The values an editor can write: texts, durations, colours, addresses, files.

Each type is the Python type of its value, annotated with how a person writes it: `Written` as one
word, `Words` as text that must pass a check, `File` as the path of a file. A reader of characters
raises `ValueError` whose text says what was expected and the nearest right value.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from kiosk.content.pictures import check_font, check_picture
from kiosk.content.problems import nearest, quoted


@dataclass(frozen=True)
class Text:
    """What is said, by language; the language `""` holds a text that is the same in all."""

    by_language: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text in a language, else in its base language (`fr` for `fr-CA`), else in the first there is."""
        base = language.partition("-")[0]
        for name in (language, base, ""):
            if name in self.by_language:
                return self.by_language[name]
        return next(iter(self.by_language.values()))

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_language.values())


@dataclass(frozen=True)
class OwnWords:
    """What a show calls the program's own controls and lines: by language, then by the English words."""

    by_language: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class Hours:
    """Hours on some days of the week, of which 0 is Monday: from a minute of the day to another one.

    Where that is after the day's last minute, they end on the next day.
    """

    days: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Written:
    """A value written as one word: `read` makes it from its characters, `schema` is its JSON Schema."""

    read: Callable[[str], Any]
    schema: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Words:
    """A value written as text, each language passing `check`.

    `read` sees the characters first and returns None where they are mere words; where `plain_only`,
    characters in quotes are always words. `missing` is the code of the problem that a language has no text.
    """

    check: Callable[[str], None]
    schema: Mapping[str, Any]
    read: Callable[[str], Any] | None = None
    plain_only: bool = False
    missing: str = "translation"


@dataclass(frozen=True)
class File:
    """A file that must stand beside the content file; `check(path, thorough)` raises PictureError if it is not fit."""

    check: Callable[[Path, bool], None]


# Durations and lengths: a number and its unit, shown back in the one right spelling.

SECONDS = {"ms": 0.001}
SECONDS |= dict.fromkeys(("s", "sec", "secs", "second", "seconds", "seconde", "secondes"), 1.0)
SECONDS |= dict.fromkeys(("m", "mn", "min", "mins", "minute", "minutes"), 60.0)
SECONDS |= dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "heure", "heures"), 3600.0)
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": 25.4, "inch": 25.4, "inches": 25.4, '"': 25.4, "po": 25.4}
# Possessive (++, *+), as it is repeated: else a wrong end is tried in every way to split the digits.
QUANTITY = re.compile(r"([0-9]++(?:[.,][0-9]++)?)\s*+([a-z\"]*+)\s*+")


def _measure(text: str, units: Mapping[str, float], bare: float) -> float | None:
    """What somebody meant by a text such as `10 sec`, None if unclear; `bare` is the unit of a mere number."""
    if not re.fullmatch(f"(?:{QUANTITY.pattern})+", text.strip().lower()):
        return None
    total = 0.0
    for number, unit in QUANTITY.findall(text.strip().lower()):
        if unit and unit not in units:
            return None
        total += float(number.replace(",", ".")) * units.get(unit, bare)
    return total


def format_duration(seconds: float) -> str:
    """Seconds as an editor writes them: `12s`, `2m`, `1m30s`.

    >>> format_duration(90)
    '1m30s'
    """
    minutes, rest = divmod(max(1, round(seconds)), 60)
    return (f"{minutes}m" if minutes else "") + (f"{rest}s" if rest or not minutes else "")


def read_duration(text: str, shortest: float = 0.0, longest: float = math.inf, others: str = "") -> float:
    """The seconds of `12s`, `2m` or `1m30s`. Raises ValueError on anything else, or outside the bounds (seconds)."""
    expected = f"expected {others}a duration such as '12s' or '1m30s', found {quoted(text)}"
    seconds = _measure(text, SECONDS, bare=1.0)
    if seconds is None:
        raise ValueError(expected)
    if not shortest <= seconds <= longest:
        bounds = f"from {format_duration(shortest)} to {format_duration(longest)}"
        raise ValueError(f"expected a duration {bounds}, found {quoted(text)}")
    if not re.fullmatch(r"(?=[0-9])(?:[0-9]+m)?(?:[0-9]+s)?", text):
        near = f"{text}s" if text.isdecimal() else format_duration(seconds)
        raise ValueError(f"{expected}; did you mean '{near}'?")
    return seconds


def _slide_duration(text: str) -> float | None:
    if text == "auto":
        return None
    if text.lower() == "auto":
        raise ValueError(f"expected 'auto' or a duration such as '12s', found {quoted(text)}; did you mean 'auto'?")
    return read_duration(text, 3, 3600, "'auto' or ")


def _length(text: str, shortest: float = 50.0) -> float:
    expected = f"expected a length such as '708mm', '39.8cm' or '1.2m', found {quoted(text)}"
    millimetres = _measure(text, MILLIMETRES, bare=1.0)
    if millimetres is None:
        raise ValueError(expected)
    if not shortest <= millimetres <= 20_000:
        raise ValueError(f"expected a length from {shortest:g}mm to 20m, found {quoted(text)}")
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?(mm|cm|m)", text):
        raise ValueError(f"{expected}; did you mean '{millimetres:g}mm'?")
    return millimetres


# Hours of the week.

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 24 * 60
"""Minutes."""

DAY_NAMES = (
    ("monday", "montag", "lundi", "lunes"),
    ("tuesday", "dienstag", "mardi", "martes"),
    ("wednesday", "mittwoch", "mercredi", "miércoles"),
    ("thursday", "donnerstag", "jeudi", "jueves"),
    ("friday", "freitag", "vendredi", "viernes"),
    ("saturday", "samstag", "samedi", "sábado"),
    ("sunday", "sonntag", "dimanche", "domingo"),
)
"""What people call the days, whole or by their first letters."""

_DAY = "|".join(DAYS)
_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00"
HOURS_PATTERN = f"(?:daily|(?:{_DAY})(?:[-–](?:{_DAY}))?) (?:{_TIME})[-–](?:{_TIME})"


def _hours(text: str) -> Hours:
    expected = f"expected days and hours such as 'mon-fri 07:30-20:00' or 'daily 08:00-18:00', found {quoted(text)}"
    if not re.fullmatch(HOURS_PATTERN, text):
        near = _nearest_hours(text)
        raise ValueError(expected + (f"; did you mean '{near}'?" if near else ""))
    days, start, end = re.split("[-– ](?=[0-9])", text)
    begins, ends = (60 * int(time[:2]) + int(time[3:]) for time in (start, end))
    if begins in (ends, DAY):
        raise ValueError(f"expected hours that end after they begin, found {quoted(text)}; all day is 00:00-24:00")
    first, last = (DAYS.index(day) for day in (days[:3], days[-3:])) if days != "daily" else (0, 6)
    among = range(first, last + 1) if first <= last else (*range(first, 7), *range(last + 1))
    return Hours(tuple(among), begins, ends if begins < ends else ends + DAY)


def _nearest_hours(text: str) -> str:
    """The hours that somebody meant, in the right spelling; nothing if unclear."""
    day, time = r"([^\W\d_]+)\.?", r"([0-9]{1,2})(?:\s*[:.h]\s*([0-9]{2}))?\s*h?\s*(am|pm)?"
    dash = r"\s*(?:-|–|—|to|à|bis|until)\s*"
    found = re.fullmatch(f"{day}(?:{dash}{day})?:?\\s+{time}{dash}{time}", text.strip().lower())
    if not found:
        return ""
    days = [_day_meant(name) for name in (found[1], found[2]) if name]
    times = [_time_meant(*found.group(*group)) for group in ((3, 4, 5), (6, 7, 8))]
    near = f"{'-'.join(days)} {'-'.join(times)}"
    return near if re.fullmatch(HOURS_PATTERN, near) else ""


def _day_meant(name: str) -> str:
    fitting = (day for day, names in zip(DAYS, DAY_NAMES, strict=True) if any(each.startswith(name) for each in names))
    return "daily" if name == "daily" else next(fitting, "") if len(name) > 1 else ""


def _time_meant(hour: str, minute: str | None, half: str | None) -> str:
    hours = int(hour) % 12 + 12 * (half == "pm") if half else int(hour)
    return f"{hours:02}:{minute or '00'}"


# Words with a form of their own.


def _colour(text: str) -> str:
    if not text:
        raise ValueError("expected a colour in quotes, such as \"#5b2a86\": without them YAML takes '#' as a comment")
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return text.lower()
    if re.fullmatch(r"#[0-9a-fA-F]{3}", text):
        return "#" + "".join(digit * 2 for digit in text[1:].lower())
    hint = f'; did you mean "#{text}"?' if re.fullmatch(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}", text) else ""
    raise ValueError(f'expected a colour such as "#5b2a86" or "#fff", found {quoted(text)}{hint}')


def _percent(text: str) -> int:
    number = re.fullmatch(r"([0-9]{1,3})\s*%?", text)
    expected = f"expected a share from 10% to 100%, found {quoted(text)}"
    if not number or not 10 <= int(number[1]) <= 100:
        raise ValueError(expected)
    if text != f"{int(number[1])}%":
        raise ValueError(f"{expected}; did you mean '{int(number[1])}%'?")
    return int(number[1])


YES_AND_NO = dict.fromkeys(("yes", "y", "on", "1", "oui", "ja", "sí", "si", "vrai"), "true")
YES_AND_NO |= dict.fromkeys(("no", "n", "off", "0", "non", "nein", "faux"), "false")


def _truth(text: str) -> bool:
    # The spellings that are one value to every version of YAML.
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    near = YES_AND_NO.get(text.lower()) or nearest(text, ("true", "false"))
    raise ValueError(f"expected true or false, found {quoted(text)}" + (f"; did you mean '{near}'?" if near else ""))


def _identifier(text: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", text) and len(text) <= 64:
        return text
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    near = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")
    hint = f"; did you mean {near!r}?" if near else ""
    raise ValueError(f"expected letters a to z, digits and hyphens, at most 64, found {quoted(text)}{hint}")


LANGUAGE_PATTERN = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
LANGUAGE_NAMES = {
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "dutch": "nl", "english": "en", "español": "es", "french": "fr",
    "français": "fr", "francais": "fr", "german": "de", "italian": "it", "italiano": "it", "japanese": "ja",
    "portuguese": "pt", "português": "pt", "spanish": "es", "العربية": "ar", "中文": "zh", "日本語": "ja",
}  # fmt: skip


def read_language(text: str) -> str:
    """A language tag such as `fr`, `fr-CA` or `zh-Hant`, as is. Raises ValueError on anything else."""
    if re.fullmatch(LANGUAGE_PATTERN, text):
        return text
    first, *rest = text.replace("_", "-").split("-")
    spelled = [first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)]
    near = LANGUAGE_NAMES.get(text.lower(), "-".join(spelled))
    hint = f"; did you mean {near!r}?" if re.fullmatch(LANGUAGE_PATTERN, near) else ""
    raise ValueError(f"expected a language tag such as 'fr', 'en' or 'pt-BR', found {quoted(text)}{hint}")


def _degrees(name: str, limit: int) -> Callable[[str], float]:
    def read(text: str) -> float:
        expected = f"expected the {name} in degrees from -{limit} to {limit}, such as {limit / 2}, found {quoted(text)}"
        if not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text):
            near = re.fullmatch(r"([+-]?[0-9]+),([0-9]+)", text)
            raise ValueError(expected + (f"; did you mean '{near[1]}.{near[2]}'?" if near else ""))
        if abs(float(text)) > limit:
            raise ValueError(expected + ("; are latitude and longitude swapped?" if abs(float(text)) <= 180 else ""))
        return float(text)

    return read


# Figures and dates: characters that are a number or date, else words.

SPACERS = "['’_ \u00a0\u202f\u2009]"
"""What people put between groups of digits, besides points and commas."""

FIGURE_WORDS = 12
"""The longest text, in characters, that stands in place of a number."""


def _as_number(text: str) -> str | None:
    """The plain digits of a number written in another way (`15,000`, `0x1F`, `1e3`); None if it is not a number."""
    if re.fullmatch(r"[+-]?0[xX][0-9a-fA-F_]+|[+-]?0[oO][0-7_]+|[+-]?0[bB][01_]+", text):
        return str(int(text, 0)) if len(text) < 20 and not text.endswith("_") else ""
    if re.fullmatch(r"[+-]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", text):
        return ""
    digits = re.sub(f"(?<=[0-9]){SPACERS}(?=[0-9])", "", text)
    if not re.fullmatch(r"[+-]?[0-9.,]*[0-9][0-9.,]*([eE][+-]?[0-9]+)?", digits):
        return None
    if re.fullmatch(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"[+-]?([0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(\.[0-9]{3}){2,}|[0-9]+,[0-9]+)", digits):
        digits = digits.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,2})?", digits):
        return "" if "e" in text.lower() else None
    return f"{Decimal(digits):f}"


def _figure(text: str) -> Decimal | None:
    if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", text):
        if sum(character.isdigit() for character in text) > 15:
            raise ValueError(f"expected a number of at most 15 digits, found {quoted(text)}; give it in a larger unit")
        return Decimal(text)
    near = _as_number(text)
    if near is None:
        return None
    choices = [near] * (0 < len(near) <= 16) + [f'"{text}" to show it as it is'] * (len(text) <= FIGURE_WORDS)
    hint = f"; did you mean {', or '.join(choices)}?" if choices else ""
    raise ValueError(f"expected a number in plain digits, found {quoted(text)}{hint}")


def _figure_words(text: str) -> None:
    if len(text) > FIGURE_WORDS:
        raise ValueError(
            f"expected a number or a text of at most {FIGURE_WORDS} characters, found {len(text)}: "
            "move the rest to the label"
        )


def _partial_date(text: str) -> PartialDate | None:
    parts = re.fullmatch(r"([0-9]+)(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?", text)
    if not parts:
        return None
    expected = f"expected a year, month or day such as 2019, 2019-03 or 2019-03-14, found {quoted(text)}"
    year, month, day = (int(part) if part and len(part) < 5 else None for part in parts.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        year = None
    if year is None or not 1000 <= year <= 2999:
        raise ValueError(expected)
    found = PartialDate(year, month, day)
    if any(part and len(part) == 1 for part in parts.groups()):
        spelled = "-".join(f"{part:02}" for part in (year, month, day) if part)
        raise ValueError(f"{expected}; did you mean {spelled}?")
    return found


def _moment(text: str) -> datetime | date:
    """A day, or a minute of it."""
    expected = f"expected a day and time such as 2027-05-14 18:00, or a day, found {quoted(text)}"
    parts = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]+([0-9]{1,2})[:h]([0-9]{2}))?", text)
    if not parts:
        raise ValueError(expected)
    numbers = [int(part) for part in parts.groups() if part is not None]
    try:
        # A poster says the time where the thing takes place, and names no zone.
        found = datetime(*numbers) if len(numbers) > 3 else date(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        raise ValueError(expected) from None
    spelled = f"{found:%Y-%m-%d %H:%M}" if isinstance(found, datetime) else f"{found:%Y-%m-%d}"
    if text != spelled:
        raise ValueError(f"{expected}; did you mean {spelled}?")
    return found


# Links, which become QR codes.

ADDRESS_FORMS = {
    "https": r"https://[^\s/?#@:]*[^\s/?#@:.](:[0-9]{1,5})?([/?#]\S*)?",
    "http": r"http://[^\s/?#@:]*[^\s/?#@:.](:[0-9]{1,5})?([/?#]\S*)?",
    "mailto": r"mailto:[^\s@]+@[^\s@?]+\.[^\s@?]+(\?\S*)?",
    "tel": r"tel:\+?[0-9][0-9().-]+(;\S+)?",
    "geo": r"geo:-?[0-9]+(\.[0-9]+)?,-?[0-9]+(\.[0-9]+)?(,-?[0-9.]+)?([;?]\S*)?",
}
LONGEST_ADDRESS = 500
"""In characters; the code of a longer address is too fine for a phone a metre away."""


def _is_address(text: str) -> bool:
    form = ADDRESS_FORMS.get(text.partition(":")[0])
    return form is not None and re.fullmatch(form, text) is not None


def _nearest_address(text: str) -> str:
    name, colon, rest = text.strip().partition(":")
    digits = re.sub(r"[\s().-]", "", rest if name.lower() == "tel" else text)
    guesses = [f"{name.lower()}:{rest.strip()}"]
    if colon and re.fullmatch(r"h?t*p?s?", name.lower()):
        guesses.append("https://" + rest.lstrip("/ "))
    if re.fullmatch(r"\+?[0-9]{7,15}", digits):
        guesses.append("tel:" + digits)
    if not colon and "." in text:
        guesses += ["mailto:" + text.strip(), "https://" + text.strip().lstrip("/")]
    return next((guess for guess in guesses if _is_address(guess)), "")


def check_address(text: str) -> None:
    """Accept a link that a phone can follow: http, https, mailto, tel or geo. Raises ValueError on anything else."""
    if len(text) > LONGEST_ADDRESS:
        raise ValueError(f"expected an address of at most {LONGEST_ADDRESS} characters, found {len(text)}")
    if not _is_address(text):
        near = _nearest_address(text)
        hint = f"; did you mean {near!r}?" if near else ""
        raise ValueError(f"expected an address with https:, http:, mailto:, tel: or geo:, found {quoted(text)}{hint}")


def shown_address(address: str) -> str:
    """A link as people read it.

    >>> shown_address("https://example.org/")
    'example.org'
    """
    return address.partition(":")[2].removeprefix("//").removesuffix("/")


def _phone(text: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ().-]{3,}[0-9]", text) or len(text) > 30:
        raise ValueError(f"expected a telephone number such as '+33 1 23 45 67 89', found {quoted(text)}")
    return text


def _email(text: str) -> str:
    if not re.fullmatch(r"[^\s@:;,<>]+@[^\s@:;,<>]+\.[^\s@:;,<>]+", text):
        near = text.partition(":")[2].strip() if text.lower().startswith("mailto:") else ""
        hint = f"; did you mean '{near}'?" if near else ""
        raise ValueError(f"expected an e-mail address such as 'hello@example.org', found {quoted(text)}{hint}")
    return text


def _one_of_strings(pattern: str, **more: object) -> dict[str, object]:
    return {"type": "string", "pattern": f"^(?:{pattern})$", **more}


_DURATION = r"(?=[0-9])(?:[0-9]+m)?(?:[0-9]+s)?"
_TEXT_OF_ANY_KIND = {"$ref": "#/$defs/Text"}

AutoDuration = Annotated[float | None, Written(_slide_duration, _one_of_strings(f"auto|{_DURATION}"))]
"""Seconds, from 3s to 60m; None is `auto`."""

IdleTime = Annotated[float, Written(lambda text: read_duration(text, 10, 1800), _one_of_strings(_DURATION))]
"""Seconds, from 10s to 30m."""

Length = Annotated[float, Written(_length, _one_of_strings(r"[0-9]+(\.[0-9]+)?(mm|cm|m)"))]
"""Millimetres, from 50mm to 20m."""

Height = Annotated[float, Written(lambda text: _length(text, 0.0), _one_of_strings(r"[0-9]+(\.[0-9]+)?(mm|cm|m)"))]
"""Millimetres above something, from 0mm to 20m."""

ScreenHours = Annotated[Hours, Written(_hours, _one_of_strings(HOURS_PATTERN))]

Percent = Annotated[int, Written(_percent, _one_of_strings("[1-9][0-9]%|100%"))]
"""Hundredths, from 10 to 100."""

Colour = Annotated[str, Written(_colour, _one_of_strings("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"))]
"""`#rrggbb` in lower case."""

Truth = Annotated[bool, Written(_truth, {"type": "boolean"})]

Identifier = Annotated[
    str,
    Written(_identifier, {"type": ["string", "integer"], "pattern": "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", "maxLength": 64}),
]

Language = Annotated[str, Written(read_language, {"type": ["string", "boolean"], "pattern": f"^{LANGUAGE_PATTERN}$"})]
"""A language tag. YAML 1.1 makes a boolean of `no`, Norwegian; this reader does not."""

Latitude = Annotated[float, Written(_degrees("latitude", 90), {"type": "number", "minimum": -90, "maximum": 90})]
Longitude = Annotated[float, Written(_degrees("longitude", 180), {"type": "number", "minimum": -180, "maximum": 180})]

FigureValue = Annotated[Decimal | Text, Words(_figure_words, _TEXT_OF_ANY_KIND, read=_figure, plain_only=True)]
"""A number in plain digits, its decimals kept; or a short text, which quotes make of a number too."""

AsOf = Annotated[PartialDate | Text, Words(lambda text: None, _TEXT_OF_ANY_KIND, read=_partial_date)]

Address = Annotated[Text, Words(check_address, _TEXT_OF_ANY_KIND)]
"""Links: https, http, mailto, tel or geo."""

DECORATIVE = Text({"": ""})
"""What stands for a picture that shows nothing anybody would miss: no words, and that on purpose."""

AltText = Annotated[
    Text,
    Words(
        lambda text: None,
        _TEXT_OF_ANY_KIND,
        read=lambda text: DECORATIVE if text == "decorative" else None,
        missing="missing-alt",
    ),
]
"""What a picture shows, or the word `decorative`."""

Phone = Annotated[str, Written(_phone, {"type": ["string", "integer"]})]
Email = Annotated[str, Written(_email, _one_of_strings(r"[^\s@:;,<>]+@[^\s@:;,<>]+\.[^\s@:;,<>]+"))]

Moment = Annotated[
    datetime | date, Written(_moment, _one_of_strings(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?"))
]
"""A day, or a minute of a day in local time."""

PicturePath = Annotated[Path, File(check_picture)]
FontPath = Annotated[Path, File(check_font)]
