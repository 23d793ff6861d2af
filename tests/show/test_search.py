"""Finding slides by their words."""

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.content.model import (
    Figure,
    FiguresSlide,
    Link,
    LinksSlide,
    MapPoint,
    OpeningHours,
    Picture,
    PremisesSlide,
    Slide,
    StatementSlide,
    TextSlide,
)
from kiosk.content.values import PartialDate, Text
from kiosk.show.search import MOST_HITS, SNIPPET, Index, Passage, fold, passages


def same(text: str) -> Text:
    return Text({"": text})


def written(value: Decimal | PartialDate, language: str) -> str:
    """Numbers as French groups them, dates as years."""
    return str(value.year) if isinstance(value, PartialDate) else f"{value:,}".replace(",", "\u202f")


def text_slide(slide_id: str, heading: str, body: str) -> Slide:
    return TextSlide(id=slide_id, heading=same(heading), body=same(body))


def index(*slides: Slide, language: str = "fr") -> Index:
    return Index(slides, language, written)


def found(texts: list[str], query: str, language: str = "fr") -> list[int]:
    """The positions that a query finds among slides with those texts under a heading of no interest."""
    slides = [text_slide(f"s{number}", "…", text) for number, text in enumerate(texts)]
    return [hit.position for hit in index(*slides, language=language).find(query).hits]


def marked(passage: Passage) -> str:
    return "".join(f"[{text}]" if is_match else text for text, is_match in passage.pieces)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("École ÉTÉ", "ecole ete"),
        ("e\u0301te\u0301", "ete"),
        ("cœur Œuvre æther", "coeur oeuvre aether"),
        ("Straße STRASSE", "strasse strasse"),
        ("Łódź Ærø İstanbul ılık", "lodz aero istanbul ilik"),
        ("l’été l'été lʼété", "l ete l ete l ete"),
        ("«\u00a0Oui\u202f!\u00a0»", "  oui    "),
        ("so\u00adft\u200bware", "software"),
        ("A–B—C-D", "a b c d"),
        ("ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("ﬁn m² nᵒ", "fin m2 no"),
        ("١٢٣ ۴۵ १२", "123 45 12"),
        ("مُتْحَف", "متحف"),
        ("مـــتحف", "متحف"),
        ("أحمد إلى آخر ٱلبحر", "احمد الي اخر البحر"),
        ("مكتبة رؤية مائة سماء", "مكتبه رويه مايه سما"),
        ("ﻻ", "لا"),
        ("فارسی کتاب", "فارسي كتاب"),
        ("שָׁלוֹם", "שלום"),
        ("ガッコウ がっこう ｶﾞｯｺｳ", "かつこう かつこう かつこう"),
        ("は゛ パ ぱ", "は は は"),
        ("メール・ボックス", "めーる ほつくす"),
        ("हिन्दी", "हिनदी"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
@example("ΰ ŉ ǰ ẖ ﬃ Ⅷ ㍿ ﷺ ㌀ ｶﾞ 🄰 ½")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_once_and_for_all() -> None:
    for code in range(0x30000):
        assert fold(fold(chr(code))) == fold(chr(code))


@given(st.text(alphabet="éèàöÉñçaüo ŝ"))
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("L’École de musique", "ecole"),
        ("L’École de musique", "ÉCOLE DE"),
        ("L’École de musique", "  école   mus"),
        ("L’École de musique", "l'école"),
        ("L’École de musique", "musique école"),
        ("L’École de musique", "e"),
        ("Un cœur", "coeur"),
        ("Un coeur", "cœu"),
        ("en *plein* **air**", "plein air"),
        ("Saint-Urbain", "saint urbain"),
        ("Plus de 15\u202f000 personnes", "15000"),
        ("Plus de 15\u202f000 personnes", "15 000"),
        ("Plus de 15\u202f000 personnes", "15,000"),
        ("Plus de 15\u202f000 personnes", "15.000"),
        ("Plus de 15\u202f000 personnes", "1500"),
        ("Plus de 15\u202f000 personnes", "15 0"),
        ("Plus de 15,000 personnes", "15 000"),
        ("Plus de 15000 personnes", "15 000"),
        ("1\u202f234\u202f567", "1234567"),
        ("12,5 km", "12.5"),
        ("12,5 km", "12,5"),
        ("Founded in 1887", "1887"),
    ],
)
def test_what_is_found(text: str, query: str) -> None:
    assert found([text], query) == [0]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("L’École de musique", ""),
        ("L’École de musique", "  "),
        ("L’École de musique", "’ – !"),
        ("L’École de musique", "cole"),
        ("L’École de musique", "mus école"),
        ("L’École de musique", "ecole danse"),
        ("Plus de 15\u202f000 personnes", "5000"),
        ("Plus de 15\u202f000 personnes", "16000"),
    ],
)
def test_what_is_not_found(text: str, query: str) -> None:
    assert found([text], query) == []


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        ("ar", "مكتبة البحر", "بحر"),
        ("ar", "مكتبة بحر", "البحر"),
        ("ar", "المتحف والمكتبة", "مكتبه"),
        ("ar", "للزوار", "زوار"),
        ("ar", "قراءة", "قراة"),
        ("ar", "منذ عام ١٨٩١", "1891"),
        ("ja", "海の記憶を守ります", "記憶"),
        ("ja", "ボランティアが数えています", "ほらんてぃ"),
        ("ja", "ボランティアが数えています", "が ボランティア"),
        ("ja", "AIラボの見学", "らぼ"),
        ("ja", "見学AIラボ", "AI"),
        ("th", "พิพิธภัณฑ์ทะเล", "ทะเล"),
    ],
)
def test_each_script_has_its_words(language: str, text: str, query: str) -> None:
    assert found([text], query, language) == [0]


def test_titles_come_first_then_the_order_of_the_show() -> None:
    it = index(
        text_slide("a", "Visites", "La musique ancienne"),
        text_slide("b", "Musique", "Tous les jours"),
        text_slide("c", "Musique ancienne", "Le soir"),
        text_slide("d", "Concerts", "De la musique ancienne"),
    )
    assert [hit.position for hit in it.find("musique").hits] == [1, 2, 0, 3]
    assert [hit.position for hit in it.find("musique anc").hits] == [2, 0, 3]


FIGURES = FiguresSlide(
    id="figures",
    heading=same("L’année"),
    figures=(
        Figure(value=Decimal(15000), label=same("visites"), qualifier=same("plus de"), as_of=PartialDate(2019)),
        Figure(value=same("nᵒ 1"), label=same("au pays"), unit=same("km"), source=same("Nous")),
    ),
)
LINKS = LinksSlide(
    id="links",
    heading=same("À emporter"),
    links=(Link(title=same("Rapport"), address=same("https://example.org/rapport"), description=same("48 pages")),),
)
PREMISES = PremisesSlide(
    id="premises",
    heading=same("Le moulin"),
    address=same("1, rue du Port\nMeunier"),
    inside=(same("un café"), same("une salle")),
    hours=(OpeningHours(days=same("Lundi"), time=same("9 h à 17 h")),),
    picture=Picture(file=Path("mill.jpg"), alt=same("Le moulin vu du pont")),
    map=MapPoint(latitude=48.5, longitude=2.5),
)
TEXT = text_slide("text", "Histoire", 'Fondé *ici*.\n\n- une salle\n- "un fonds"')


@pytest.mark.parametrize(
    ("slide", "texts"),
    [
        (FIGURES, ["L’année", "plus de 15\u202f000 visites", "2019", "nᵒ 1 km au pays", "Nous"]),
        (LINKS, ["À emporter", "Rapport", "48 pages", "example.org/rapport"]),
        (
            PREMISES,
            [
                "Le moulin",
                "1, rue du Port",
                "Meunier",
                "un café",
                "une salle",
                "Lundi",
                "9\u00a0h à 17\u00a0h",
                "Le moulin vu du pont",
            ],
        ),
        (TEXT, ["Histoire", "Fondé ici.", "une salle", "«\u00a0un fonds\u00a0»"]),
    ],
    ids=lambda value: value.id if isinstance(value, Slide) else "",
)
def test_all_text_of_a_slide_is_looked_at(slide: Slide, texts: list[str]) -> None:
    assert passages(slide, "fr", written) == texts


def test_a_search_is_in_one_language() -> None:
    slide = StatementSlide(id="s", text=Text({"fr": "La mer", "en": "The sea"}))
    assert index(slide, language="en").find("sea").total == 1
    assert index(slide, language="en").find("mer").total == 0


def test_a_hit_shows_its_title_and_where_it_was_found() -> None:
    hit = index(FIGURES).find("plus 15000 anné").hits[0]
    assert (marked(hit.title), marked(hit.snippet)) == ("L’[anné]e", "[plus] de [15\u202f000] visites")


def test_a_hit_in_the_title_shows_the_first_text() -> None:
    hit = index(PREMISES).find("moulin").hits[0]
    assert marked(hit.title) == "Le [moulin]"
    assert marked(hit.snippet) == "Le [moulin] vu du pont"
    assert marked(index(TEXT).find("hist").hits[0].snippet) == "Fondé ici."


def test_matches_are_shown_in_the_text_as_it_is_written() -> None:
    texts = ["Le c\u0153ur de l\u2019E\u0301TE\u0301 so\u00adlaire", "ガッコウの本"]
    slides = [text_slide(f"s{number}", "x", text) for number, text in enumerate(texts)]
    it = index(*slides)
    assert marked(it.find("coeur ete sol").hits[0].snippet) == "Le [cœur] de l’[E\u0301TE\u0301] [so\u00adl]aire"
    assert marked(it.find("がつこう").hits[0].snippet) == "[ガッコウ]の本"


def test_a_long_text_is_cut_round_the_first_match() -> None:
    body = "un deux trois quatre cinq " * 20 + "voici le trésor caché, " + "six sept huit neuf dix " * 20
    hit = index(text_slide("s", "x", body)).find("tresor").hits[0]
    assert marked(hit.snippet).startswith("…")
    assert marked(hit.snippet).endswith("…")
    assert "voici le [trésor] caché" in marked(hit.snippet)
    assert SNIPPET / 2 < len(hit.snippet.text) <= SNIPPET + 2


def test_only_the_first_hits_are_shown_and_all_are_counted() -> None:
    slides = [text_slide(f"s{number}", "x", "la mer") for number in range(3 * MOST_HITS)]
    every = index(*slides).find("mer")
    assert (len(every.hits), every.total) == (MOST_HITS, 3 * MOST_HITS)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("apprentisage", ("apprentissage",)),
        ("Aprentiss", ("apprentissage",)),
        ("ecloe", ("École",)),
        ("ecloe mus", ("École mus",)),
        ("xyzzy", ()),
        ("ec", ()),
        ("", ()),
        ("!", ()),
    ],
)
def test_a_misspelled_word_is_understood(query: str, meant: tuple[str, ...]) -> None:
    it = index(text_slide("s", "École de musique", "apprentissage du piano"))
    assert it.suggestions(query) == meant


def test_every_suggestion_finds_something() -> None:
    it = index(text_slide("a", "École", "piano"), text_slide("b", "Danse", "salle"))
    assert it.suggestions("ecloe danse") == ()


WORDS = st.text(alphabet=st.characters(categories=["L", "M", "Nd"]), min_size=1, max_size=12)
BODIES = st.lists(WORDS | st.sampled_from(["15\u202f000", "l’Œuvre", "Straße", "海の日", "المتحف"]), min_size=1)


@given(BODIES, st.data())
def test_a_word_of_a_slide_finds_it_and_every_match_lies_in_the_text(texts: list[str], data: st.DataObject) -> None:
    it = index(text_slide("s", "x", " ".join(texts)))
    query = data.draw(st.sampled_from(texts))
    hits = it.find(query).hits
    assert len(hits) == bool(fold(query).strip())
    for hit in hits:
        for passage in (hit.title, hit.snippet):
            assert "".join(text for text, _ in passage.pieces) == passage.text
            ends = [0, *(place for match in passage.matches for place in match), len(passage.text)]
            assert ends == sorted(ends)
            assert all(start < end for start, end in passage.matches)
        assert hit.snippet.matches


@given(st.text(), st.text())
def test_no_query_is_too_strange(text: str, query: str) -> None:
    it = index(text_slide("s", "x", text or "x"))
    assert it.find(query).total in (0, 1)
    it.suggestions(query)
