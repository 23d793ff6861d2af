"""Numbers and dates as each language writes them. Source: Unicode CLDR, through Qt's locales."""

import re
from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from kiosk.content.values import PartialDate

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))

MONTH_AND_YEAR = {
    "es": "{name} de {year}",
    "hu": "{year}. {name}",
    "ja": "{year}年{number}月",
    "ko": "{year}년 {number}월",
    "pt": "{name} de {year}",
    "vi": "{name} năm {year}",
    "zh": "{year}年{number}月",
}
"""How a month is written where it is not simply followed by the year; Qt knows no pattern for it."""

WEEKDAY = re.compile(r",? ?dddd(?: 'den'|ที่)?[,،]? ?")
"""The day of the week in a pattern, with what ties it to the date."""

COUNT_STEPS = 16
"""Values shown while a figure counts up: some twelve a second, calm for the eye and cheap to draw."""


def number(value: Decimal, language: str) -> str:
    """A number with the language's separators and the decimals it was written with."""
    decimals = max(0, -int(value.as_tuple().exponent))
    locale = QLocale(language)
    return locale.toString(float(value), "f", decimals) if decimals else locale.toString(int(value))


def count_up(value: Decimal, language: str) -> list[str]:
    """The texts a figure shows on its way from nothing to its value, slowing down, the last one exact."""
    shares = (1 - (1 - step / COUNT_STEPS) ** 3 for step in range(1, COUNT_STEPS))
    smallest = Decimal(1).scaleb(int(value.as_tuple().exponent))
    steps = [number((value * Decimal(share)).quantize(smallest), language) for share in shares]
    return [*steps, number(value, language)]


def date(value: PartialDate, language: str) -> str:
    """A year, month or day in words."""
    locale = QLocale(language)
    if value.month is None:
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value.year)
    if value.day is not None:
        pattern = WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat)).strip()
        day = locale.toString(QDate(value.year, value.month, value.day), pattern)
        return day.replace("1 ", "1er ", 1) if value.day == 1 and locale.language() == QLocale.Language.French else day
    pattern = MONTH_AND_YEAR.get(language.partition("-")[0], "{name} {year}")
    year = date(PartialDate(value.year), language)
    # On its own a month has another form than in a date in some languages.
    return pattern.format(name=locale.standaloneMonthName(value.month), number=value.month, year=year)


def language_names(languages: Iterable[str]) -> list[str]:
    """The names of languages, each in itself, as a visitor looks for them."""
    full = {language: QLocale(language).nativeLanguageName() or language for language in languages}
    # "Français" rather than "français canadien", unless the show has both. Chinese is named after its script.
    short = {language: _base_name(language) for language in full}
    names = (short[each] if list(short.values()).count(short[each]) == 1 else full[each] for each in full)
    return [name[0].upper() + name[1:] for name in names]


def _base_name(language: str) -> str:
    base = language.partition("-")[0]
    # CLDR names the territory too where a bare code implies one: "American English".
    names = {"en": "English", "es": "español"}
    return names.get(base) or QLocale(language if base == "zh" else base).nativeLanguageName() or language


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT
