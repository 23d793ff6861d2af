from decimal import Decimal

import pytest

from kiosk.bridge import formats
from kiosk.content.values import PartialDate


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("fr", "15000", "15\u202f000"),
        ("fr", "1234567.50", "1\u202f234\u202f567,50"),
        ("fr-CA", "15000", "15\u00a0000"),
        ("en", "15000", "15,000"),
        ("en", "0.5", "0.5"),
        ("de", "1234567.5", "1.234.567,5"),
        ("ar", "15000.5", "١٥٬٠٠٠٫٥"),
        ("ar", "-15", "\u061c-١٥"),
        ("fa", "15000.5", "۱۵٬۰۰۰٫۵"),
        ("he", "15000.5", "15,000.5"),
        ("he", "-15", "\u200e-15"),
        ("hi", "1500000", "15,00,000"),
        ("ja", "15000", "15,000"),
        ("ko", "15000", "15,000"),
        ("zh-Hans", "15000", "15,000"),
        ("en", "-12.50", "-12.50"),
        ("en", "0", "0"),
        ("en", "1E+3", "1,000"),
        ("en", "123456789012345", "123,456,789,012,345"),
    ],
)
def test_a_number_has_the_separators_of_its_language(language: str, value: str, written: str) -> None:
    assert formats.number(Decimal(value), language) == written


@pytest.mark.parametrize("value", ["0", "1", "12", "900", "15000", "0.05", "12.5", "123456789012345"])
def test_a_figure_counts_up_to_its_exact_value(value: str) -> None:
    steps = formats.count_up(Decimal(value), "en")
    numbers = [Decimal(step.replace(",", "")) for step in steps]
    assert len(steps) == formats.COUNT_STEPS
    assert numbers == sorted(numbers)
    assert steps[-1] == formats.number(Decimal(value), "en")


def test_a_figure_below_zero_counts_down() -> None:
    numbers = [Decimal(step) for step in formats.count_up(Decimal(-40), "en")]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[-1] == -40


@pytest.mark.parametrize(
    ("language", "year", "month", "day"),
    [
        ("fr", "2019", "janvier 2019", "28 janvier 2019"),
        ("fr-CA", "2019", "janvier 2019", "28 janvier 2019"),
        ("en", "2019", "January 2019", "January 28, 2019"),
        ("de", "2019", "Januar 2019", "28. Januar 2019"),
        ("ar", "٢٠١٩", "يناير ٢٠١٩", "٢٨ يناير ٢٠١٩"),
        ("fa", "۲۰۱۹", "ژانویه ۲۰۱۹", "۲۸ ژانویهٔ ۲۰۱۹"),
        ("he", "2019", "ינואר 2019", "28 בינואר 2019"),
        ("hi", "2019", "जनवरी 2019", "28 जनवरी 2019"),
        ("ja", "2019", "2019年1月", "2019年1月28日"),
        ("ko", "2019", "2019년 1월", "2019년 1월 28일"),
        ("zh-Hans", "2019", "2019年1月", "2019年1月28日"),
        ("zh-Hant", "2019", "2019年1月", "2019年1月28日"),
        ("da", "2019", "januar 2019", "28. januar 2019"),
        ("hu", "2019", "2019. január", "2019. január 28."),
        ("pl", "2019", "styczeń 2019", "28 stycznia 2019"),
        ("th", "2019", "มกราคม 2019", "28 มกราคม 2019"),
        ("tr", "2019", "Ocak 2019", "28 Ocak 2019"),
    ],
)
def test_a_date_is_in_words_as_far_as_it_is_known(language: str, year: str, month: str, day: str) -> None:
    assert formats.date(PartialDate(2019), language) == year
    assert formats.date(PartialDate(2019, 1), language) == month
    assert formats.date(PartialDate(2019, 1, 28), language) == day


@pytest.mark.parametrize("language", ["fr", "en", "de", "ja", "es", "it", "pt", "nl", "pl", "ru", "zh", "ko", "he"])
def test_no_date_names_the_day_of_the_week(language: str) -> None:
    days = {formats.date(PartialDate(2019, 1, day), language).replace(str(day), "") for day in (24, 25)}
    assert len(days) == 1


@pytest.mark.parametrize(
    ("languages", "names"),
    [
        (("fr", "en", "de"), ["Français", "English", "Deutsch"]),
        (("ar", "ja", "he"), ["العربية", "日本語", "עברית"]),
        (("fr-CA", "en-CA", "es-MX"), ["Français", "English", "Español"]),
        (("pt-BR", "pt-PT"), ["Português", "Português europeu"]),
        (("zh-Hans", "zh-TW"), ["简体中文", "繁體中文"]),
        (("fr-CA", "fr-FR", "xx"), ["Français canadien", "Français", "Xx"]),
    ],
)
def test_a_language_is_named_in_itself(languages: tuple[str, ...], names: list[str]) -> None:
    assert formats.language_names(languages) == names


@pytest.mark.parametrize(("language", "is_right_to_left"), [("ar", True), ("he", True), ("fr", False), ("ja", False)])
def test_the_direction_of_a_script(language: str, is_right_to_left: bool) -> None:
    assert formats.is_right_to_left(language) is is_right_to_left


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("fr", PartialDate(2019, 1, 1), "1er janvier 2019"),
        ("fr", PartialDate(2019, 1, 11), "11 janvier 2019"),
        ("en", PartialDate(2019, 1, 1), "January 1, 2019"),
        ("es", PartialDate(2019, 1), "enero de 2019"),
        ("pt-BR", PartialDate(2019, 3), "março de 2019"),
        ("ko", PartialDate(2019, 3), "2019년 3월"),
    ],
)
def test_dates_with_a_form_of_their_own(language: str, value: PartialDate, written: str) -> None:
    assert formats.date(value, language) == written
