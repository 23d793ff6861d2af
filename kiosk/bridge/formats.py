"""Numbers and dates as each language writes them. Source: Unicode CLDR, through Qt's locales."""

from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from kiosk.content.values import PartialDate

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))

MONTH_AND_YEAR = {
    "es": "MMMM 'de' yyyy",
    "ja": "yyyy年M月",
    "ko": "yyyy년 M월",
    "pt": "MMMM 'de' yyyy",
    "zh": "yyyy年M月",
}
"""How a month is written where it is not simply followed by the year; Qt knows no pattern for it."""

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
        pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
        for weekday in ("dddd, ", "dddd، ", ", dddd", "dddd ", "dddd"):
            pattern = pattern.replace(weekday, "")
        day = locale.toString(QDate(value.year, value.month, value.day), pattern)
        return day.replace("1 ", "1er ", 1) if value.day == 1 and locale.language() == QLocale.Language.French else day
    pattern = MONTH_AND_YEAR.get(language.partition("-")[0], "MMMM yyyy")
    return locale.toString(QDate(value.year, value.month, 1), pattern)


def language_name(language: str) -> str:
    """The name of a language in that language, as a visitor looks for it."""
    # CLDR names the territory too where a bare code implies one: "American English".
    names = {"en": "English", "es": "Español"}
    name = names.get(language) or QLocale(language).nativeLanguageName() or language
    return name[0].upper() + name[1:]


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT
