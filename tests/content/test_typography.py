"""Typography by language. In the tables `~` is a no-break space and `_` a thin one."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.content.typography import NO_BREAK, THIN, typeset

LANGUAGES = ["fr", "fr-CA", "en", "de", "es", "ar", "ja", "pl"]


def spaced(text: str) -> str:
    return text.replace("~", NO_BREAK).replace("_", THIN)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Vraiment ? Oui ! Bien ; voilà", "Vraiment_? Oui_! Bien_; voilà"),
        ("Vraiment? Oui! Bien; voilà", "Vraiment_? Oui_! Bien_; voilà"),
        ("Quoi ?! (vraiment ?)", "Quoi_?! (vraiment_?)"),
        ("(!) [?]", "(!) [?]"),
        ("Mission : servir", "Mission~: servir"),
        ("Mission: servir", "Mission~: servir"),
        ("à 10:30", "à 10:30"),
        ('Un "beau" lieu', "Un «~beau~» lieu"),
        ("Un « beau » lieu", "Un «~beau~» lieu"),
        ("Un «beau» lieu", "Un «~beau~» lieu"),
        ("l'atome d'aujourd'hui", "l’atome d’aujourd’hui"),
        ("et puis...", "et puis…"),
        ("le lac - un grand lac - gèle", "le lac~– un grand lac~– gèle"),
        ("le lac -- grand", "le lac~– grand"),
        ("le lac – grand", "le lac~– grand"),
        ("de 1993-2017", "de 1993–2017"),
        ("2019-2020", "2019–2020"),
        ("2019-20", "2019–20"),
        ("15 000 personnes", "15_000 personnes"),
        ("1 234 567 pas", "1_234_567 pas"),
        ("70 % et 70%", "70~% et 70~%"),
        ("400 000 pi² et 20 °C", "400_000~pi² et 20~°C"),
        ("5$ ou 5 $", "5~$ ou 5~$"),
        ("de 9 h à 10 h 30", "de 9~h à 10~h~30"),
        ("**Attention** : *vite*!", "**Attention**~: *vite*_!"),
        ('*"beau"* et "*beau*" et "un *beau* jour"', "*«~beau~»* et «~*beau*~» et «~un *beau* jour~»"),
        ("un *!* seul", "un *!* seul"),
        (r"trois \! et \"", r"trois \! et \""),
    ],
)
def test_french(typed: str, set_: str) -> None:
    assert typeset(typed, "fr") == typeset(typed, "fr-CA") == spaced(set_)


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("en", 'It\'s "great" - really...', "It’s “great”~– really…"),
        ("en", "a pause--then more", "a pause—then more"),
        ("en", "What? Yes! Note: 5% of 15,000", "What? Yes! Note: 5% of 15,000"),
        ("en", "9 am-5 pm, 9:00-17:00, 9-17", "9~am-5~pm, 9:00–17:00, 9–17"),
        ("en", "the students' 5 km run", "the students’ 5~km run"),
        ("en", 'a 55" screen', 'a 55" screen'),
        ("de", '"Guten Tag", 5% - ja', "„Guten Tag“, 5~%~– ja"),
        ("es", '¿"Qué" dice? ¡Sí! 5 %', "¿«Qué» dice? ¡Sí! 5~%"),
        ("ar", 'قال "نعم"', "قال «نعم»"),
        ("ja", '"はい"と 5 km', "「はい」と 5~km"),
        ("pl", 'To "jest" - 5 % ...it\'s', 'To "jest" - 5 % …it’s'),
    ],
)
def test_other_languages(language: str, typed: str, set_: str) -> None:
    assert typeset(typed, language) == spaced(set_)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "514 555-1234",
        "1-800-555-1234",
        "+1 514 555 1234",
        "555-1234",
        "2019-01-28",
        "2019-01",
        "12345-6789",
        "00-950",
        "H2S 3H1",
        "A-12-14",
        "COVID-19",
        "3-2",
        "- un\n- deux",
        "https://example.org/a-b?c=1-2;d='e'...f",
        "http://example.org/1993-2017/x:y",
        "www.example.org/l'art",
        "example.org/2019-2020",
        "mailto:a'b@example.org",
        "jean.o-neill+1-2@example-site.org",
        "tel:+1-514-555",
    ],
)
def test_what_is_no_prose_stays(language: str, text: str) -> None:
    assert typeset(text, language) == text


def test_the_sign_after_an_address_belongs_to_the_sentence() -> None:
    assert typeset("Voir https://example.org/a! Ou a@example.org?", "fr") == (
        f"Voir https://example.org/a{THIN}! Ou a@example.org{THIN}?"
    )


PROSE = st.text(
    st.sampled_from(" \n\u00a0\u202f\ufffc*\\\"'«»“”.,:;!?…-–—()[]%$°/@159hakmé") | st.characters()
) | st.lists(
    st.sampled_from(
        ['"', "'", " ", " - ", "--", "...", "15", " 000", ":", " !", "?", "«", "»", "**", "km", "a", "\n", "%"]
    )
).map("".join)


@given(PROSE, st.sampled_from(LANGUAGES))
@example("Oui!:", "fr")
@example('""0""', "fr")
@example('":"0":"', "fr")
@example("0 - - 0", "fr")
@example("«- 0", "fr")
def test_what_is_set_stays_set(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(PROSE, st.sampled_from(LANGUAGES))
def test_no_word_and_no_line_is_lost(text: str, language: str) -> None:
    def kept(text: str) -> str:
        return "".join(character for character in text if character.isalnum() or character in "\n*\\")

    assert kept(typeset(text, language)) == kept(text)


ADDRESS_CHARACTERS = string.ascii_letters + string.digits + "-._~/?#@!$&'()*+,;=%:"


@given(PROSE, st.text(ADDRESS_CHARACTERS), st.sampled_from(LANGUAGES))
def test_an_address_is_never_changed(before: str, path: str, language: str) -> None:
    address = f"https://example.org/{path}/x"
    assert address in typeset(f"{before} {address} ! ", language)
