"""What each written form becomes, and what is said of a wrong one."""

from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content import values
from kiosk.content.contrast import contrast, least_contrast
from kiosk.content.values import PartialDate, Text, Words, Written, check_address, format_duration, read_duration


def form_of(hint: Any) -> Any:
    return get_args(hint)[-1]


def read(hint: Any, text: str) -> Any:
    form = form_of(hint)
    assert isinstance(form, Written | Words)
    assert form.read is not None
    return form.read(text)


@pytest.mark.parametrize(
    ("hint", "text", "value"),
    [
        (values.AutoDuration, "auto", None),
        (values.AutoDuration, "12s", 12.0),
        (values.AutoDuration, "1m30s", 90.0),
        (values.AutoDuration, "2m", 120.0),
        (values.AutoDuration, "60m", 3600.0),
        (values.IdleTime, "60s", 60.0),
        (values.Length, "708mm", 708.0),
        (values.Length, "39.8cm", 398.0),
        (values.Length, "1.2m", 1200.0),
        (values.Colour, "#FFF", "#ffffff"),
        (values.Colour, "#5B2A86", "#5b2a86"),
        (values.Truth, "true", True),
        (values.Truth, "False", False),
        (values.Truth, "FALSE", False),
        (values.Identifier, "our-mission", "our-mission"),
        (values.Identifier, "2019", "2019"),
        (values.Language, "no", "no"),
        (values.Language, "zh-Hant-TW", "zh-Hant-TW"),
        (values.Language, "es-419", "es-419"),
        (values.Latitude, "-45.5", -45.5),
        (values.Longitude, "180", 180.0),
        (values.FigureValue, "15000", Decimal(15000)),
        (values.FigureValue, "12.50", Decimal("12.50")),
        (values.FigureValue, "-3", Decimal(-3)),
        (values.FigureValue, "no. 1", None),
        (values.FigureValue, "70+", None),
        (values.FigureValue, "24/7", None),
        (values.FigureValue, "50 %", None),
        (values.FigureValue, "١٥", None),
        (values.AsOf, "2019", PartialDate(2019)),
        (values.AsOf, "2019-03", PartialDate(2019, 3)),
        (values.AsOf, "2019-03-14", PartialDate(2019, 3, 14)),
        (values.AsOf, "2019-2020", None),
        (values.AsOf, "in the past year", None),
    ],
)
def test_is_read(hint: Any, text: str, value: object) -> None:
    found = read(hint, text)
    assert found == value
    assert str(found) == str(value)


@pytest.mark.parametrize(
    ("hint", "text", "said"),
    [
        (values.AutoDuration, "10", "did you mean '10s'?"),
        (values.AutoDuration, "10 sec", "did you mean '10s'?"),
        (values.AutoDuration, "1h", "did you mean '60m'?"),
        (values.AutoDuration, "1 min 30", "did you mean '1m30s'?"),
        (values.AutoDuration, "1,5 min", "did you mean '1m30s'?"),
        (values.AutoDuration, "AUTO", "did you mean 'auto'?"),
        (values.AutoDuration, "2h", "from 3s to 60m"),
        (values.AutoDuration, "0s", "from 3s to 60m"),
        (values.AutoDuration, "9999999999999s", "from 3s to 60m"),
        (values.AutoDuration, "-5s", "expected 'auto' or a duration"),
        (values.AutoDuration, "", "expected 'auto' or a duration"),
        (values.AutoDuration, "10 fortnights", "expected 'auto' or a duration"),
        (values.IdleTime, "9s", "from 10s to 30m"),
        (values.IdleTime, "auto", "expected a duration"),
        (values.Length, "708", "did you mean '708mm'?"),
        (values.Length, "39,8 cm", "did you mean '398mm'?"),
        (values.Length, "20in", "did you mean '508mm'?"),
        (values.Length, "1mm", "from 50mm to 20m"),
        (values.Colour, "", "in quotes"),
        (values.Colour, "5b2a86", 'did you mean "#5b2a86"?'),
        (values.Colour, "purple", 'such as "#5b2a86"'),
        (values.Truth, "yes", "did you mean 'true'?"),
        (values.Truth, "Oui", "did you mean 'true'?"),
        (values.Truth, "on", "did you mean 'true'?"),
        (values.Truth, "tru", "did you mean 'true'?"),
        (values.Truth, "tRUE", "did you mean 'true'?"),
        (values.Truth, "n", "did you mean 'false'?"),
        (values.Truth, "Nein", "did you mean 'false'?"),
        (values.Truth, "0", "did you mean 'false'?"),
        (values.Truth, "auto", "expected true or false, found 'auto'"),
        (values.Truth, "", "expected true or false"),
        (values.Identifier, "Notre équipe", "did you mean 'notre-equipe'?"),
        (values.Identifier, "日本", "expected letters"),
        (values.Identifier, "a" * 65, "at most 64"),
        (values.Language, "FR", "did you mean 'fr'?"),
        (values.Language, "fr_ca", "did you mean 'fr-CA'?"),
        (values.Language, "zh-hant", "did you mean 'zh-Hant'?"),
        (values.Language, "Français", "did you mean 'fr'?"),
        (values.Language, "f", "expected a language tag"),
        (values.Latitude, "139.7", "swapped"),
        (values.Latitude, "45,5", "did you mean '45.5'?"),
        (values.Longitude, "181", "from -180 to 180"),
        (values.FigureValue, "15,000", "did you mean 15000,"),
        (values.FigureValue, "15 000", "did you mean 15000,"),
        (values.FigureValue, "15\u202f000", "did you mean 15000,"),
        (values.FigureValue, "15'000", "did you mean 15000,"),
        (values.FigureValue, "1_000", 'or "1_000" to show it as it is'),
        (values.FigureValue, "1.234,5", "did you mean 1234.5,"),
        (values.FigureValue, "1,5", "did you mean 1.5,"),
        (values.FigureValue, ".5", "did you mean 0.5,"),
        (values.FigureValue, "007", "did you mean 7,"),
        (values.FigureValue, "0x1F", "did you mean 31,"),
        (values.FigureValue, "0o17", "did you mean 15,"),
        (values.FigureValue, ".nan", "plain digits"),
        (values.FigureValue, "-.inf", "plain digits"),
        (values.FigureValue, "1e999", "plain digits"),
        (values.FigureValue, "1234567890123456", "at most 15 digits"),
        (values.AsOf, "2019-13", "2019-03"),
        (values.AsOf, "2019-3", "did you mean 2019-03?"),
        (values.AsOf, "2019-02-30", "expected a year"),
        (values.AsOf, "19", "expected a year"),
        (values.AsOf, "20190", "expected a year"),
    ],
)
def test_is_refused(hint: Any, text: str, said: str) -> None:
    with pytest.raises(ValueError) as refusal:
        read(hint, text)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://exämple.org/Bücher",
        "mailto:me@example.org?subject=x",
        "tel:+1-514-555-0123",
        "geo:45.53,-73.61?z=17",
    ],
)
def test_address_is_accepted(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("www.example.org", "https://www.example.org"),
        ("HTTPS://example.org", "https://example.org"),
        ("htps://example.org", "https://example.org"),
        ("https:/example.org", "https://example.org"),
        ("me@example.org", "mailto:me@example.org"),
        ("+1 (514) 555-0123", "tel:+15145550123"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://two words", ""),
        ("tel:none", ""),
    ],
)
def test_address_is_refused(address: str, near: str) -> None:
    with pytest.raises(ValueError, match="expected an address") as refusal:
        check_address(address)
    assert str(refusal.value).partition("did you mean ")[2] == (f"'{near}'?" if near else "")


def test_long_address_makes_no_code_that_can_be_scanned() -> None:
    with pytest.raises(ValueError, match="at most 500 characters, found 620"):
        check_address("https://example.org/" + "x" * 600)


@given(st.integers(1, 3600))
def test_durations_are_written_as_they_are_read(seconds: int) -> None:
    assert read_duration(format_duration(seconds)) == seconds


@given(
    st.sampled_from([getattr(values, name) for name in ("AutoDuration", "Length", "FigureValue", "AsOf")]), st.text()
)
def test_any_characters_are_read_or_refused(hint: Any, text: str) -> None:
    try:
        read(hint, text)
    except ValueError as refusal:
        assert str(refusal).startswith("expected")


@given(st.text(alphabet="0123456789.,_eExXoOinfa+- '\u202f", max_size=30))
def test_any_figure_is_a_number_words_or_refused(text: str) -> None:
    try:
        found = read(values.FigureValue, text)
    except ValueError as refusal:
        assert str(refusal).startswith("expected")
    else:
        assert found is None or (found.is_finite() and f"{found:f}" == text)


def test_text_falls_back_to_its_base_language_then_to_the_first() -> None:
    text = Text({"fr": "bonjour", "en": "hello"})
    assert text.in_language("en") == "hello"
    assert text.in_language("fr-CA") == "bonjour"
    assert text.in_language("de") == "bonjour"
    assert Text({"": "x"}).in_language("de") == "x"


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#595959", "#ffffff", 7.0),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(a: str, b: str, ratio: float) -> None:
    assert contrast(a, b) == contrast(b, a) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "grounds", "opacity", "ratio"),
    [
        (0x000000, [0xFFFFFF], 1.0, 21.0),
        (0xFFFFFF, [0xFFFFFF], 1.0, 1.0),
        (0x000000, [0xFFFFFF, 0x767676], 1.0, 4.62),
        (0xFFFFFF, [0x000000, 0x595959, 0x111111], 1.0, 7.0),
        (0x000000, [0xFFFFFF], 0.5, 3.95),
        (0x000000, [0xFFFFFF, 0x000000], 0.5, 1.0),
    ],
)
def test_least_contrast(colour: int, grounds: list[int], opacity: float, ratio: float) -> None:
    assert least_contrast(colour, grounds, opacity) == pytest.approx(ratio, abs=0.01)
