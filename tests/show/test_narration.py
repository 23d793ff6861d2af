"""What a voice says of a slide, and where its sentences end."""

import re
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model import (
    KINDS,
    Figure,
    FiguresSlide,
    Link,
    LinksSlide,
    MapPoint,
    OpeningHours,
    Picture,
    PremisesSlide,
    SectionSlide,
    Show,
    Slide,
    StatementSlide,
    TextSlide,
)
from kiosk.content.reader import read, shipped_content
from kiosk.content.reading_time import slide_texts
from kiosk.content.typography import typeset
from kiosk.content.values import PartialDate, Text
from kiosk.show.narration import Wording, narrate, said, sentences

WORLD = Path(__file__).resolve().parents[1] / "data" / "shows" / "world" / "content.yaml"
PLAIN = Wording(
    lambda value: f"{value:,}",
    lambda date: " ".join(str(part) for part in (date.year, date.month, date.day) if part),
    lambda words: words,
)
LANGUAGES = ("fr", "en", "es", "de", "ar", "ja")


def text(words: str) -> Text:
    return Text({"": words})


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "We read.| We write."),
        ("en", "Dr. Jones lent 3.5 km of shelves.| Mr. Smith did not."),
        ("en", "It is no. 1 in the country.| I said no.| Then I left."),
        ("en", "Open at 9 a.m.| Closed on Sunday."),
        ("en", "J. S. Bach wrote it, e.g. here."),
        ("en", "“Is it far?” he asked.| “No!”| She laughed… and left."),
        ("en", "Read kiosk.example.org/a.b for more"),
        ("fr", "Bonjour\u202f!| Où est M. Tremblay\u202f?| Chez Mme Roy."),
        ("fr", "«\u00a0Entrez\u202f!\u00a0» dit-il.| «\u00a0Merci.\u00a0»| Elle entra."),
        ("fr", "Des arts, p. ex. Rodin, et 12,5 km.| Voilà"),
        ("es", "¿Dónde está la Sra. López?| ¡Aquí!| Sí."),
        ("de", "Am 28. Januar kam Dr. Weiß, z. B. Im Jahr 1993.| Danach nicht."),
        ("ar", "أين البحر؟| البحر هنا.| أهلاً بكم!"),
        ("ar", "كتبه د. يوسف عام ١٨٩١.| انتهى."),
        ("ja", "海です。|山ですか？|はい！|「行く。」と言いました。"),
        ("zh", "你好。|再见！"),
    ],
)
def test_sentences(language: str, marked: str) -> None:
    assert sentences(marked.replace("|", ""), language) == [cut.strip() for cut in marked.split("|")]


PIECES = (
    "M.",
    "Dr.",
    "no. 1",
    "z. B.",
    "28.",
    "«\u00a0Ah\u202f!\u00a0»",
    "「行く。」",
    "海です。",
    "…",
    "?!",
    "3.5",
    "(Oh.)",
)


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12).map(" ".join),
    st.sampled_from(LANGUAGES),
)
def test_no_letter_is_lost_or_moved(whole: str, language: str) -> None:
    cut = sentences(whole, language)
    assert re.sub(r"\s", "", "".join(cut)) == re.sub(r"\s", "", whole)
    assert all(cut)
    # What is one sentence stays one.
    assert [again for one in cut for again in sentences(one, language)] == cut


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("fr", "15\u202f000\u00a0personnes", "15000 personnes"),
        ("fr", "nº 1 depuis 2020–2021", "numéro 1 depuis 2020 à 2021"),
        ("fr", "90\u202f000\u00a0pi² à 20\u00a0°C", "90000 pieds carrés à 20 degrés Celsius"),
        ("fr", "de 9\u00a0h à 17\u00a0h", "de 9 heures à 17 heures"),
        ("fr", "le Dr Roy, M. Cyr et Mme Côté", "le docteur Roy, monsieur Cyr et madame Côté"),
        ("fr", "des lieux\u00a0– ouverts\u00a0– à tous", "des lieux, ouverts, à tous"),
        ("en", "no. 1 of 15,000, not no.", "number 1 of 15000, not no."),
        ("en", "≈ 12.5 km², 400,000 sq ft", "about 12.5 square kilometres, 400000 square feet"),
        ("en", "“dash” — and Mila", "“dash”, and Mila"),
        ("de", "Nr. 3, z.\u00a0B. 15.000 m²", "Nummer 3, zum Beispiel 15000 Quadratmeter"),
        ("de", "1,5 km bzw. 2", "1,5 Kilometer beziehungsweise 2"),
        ("es", "2020–2021, n.º 2", "2020 a 2021, número 2"),
        ("ar", "٤١٢٬٣٠٩ زائر", "٤١٢٣٠٩ زائر"),
        ("ja", "1,234 km、2020–2021年", "1234 キロメートル、2020 から 2021年"),
        ("fr-CA", "10\u00a0km", "10 kilomètres"),
        ("pt", "10\u00a0km", "10 km"),
    ],
)  # fmt: skip
def test_said(language: str, written: str, spoken: str) -> None:
    assert said(written, language) == spoken


@given(st.text(), st.sampled_from((*LANGUAGES, "pt")))
def test_said_is_ready_to_be_said(written: str, language: str) -> None:
    spoken = said(written, language)
    assert spoken == spoken.strip()
    assert not re.search("[\u00a0\u202f\u00ad\n]", spoken)


def test_a_figure_is_one_sentence() -> None:
    figure = Figure(
        value=Decimal(15000), qualifier=text("over"), unit=text("m²"), label=text("of halls"), as_of=PartialDate(2019),
        source=text("La Presse"),
    )  # fmt: skip
    slide = FiguresSlide(id="f", heading=text("Halls"), figures=(figure,))
    told = [(sentence.said, sentence.shown) for sentence in narrate((), slide, "en", PLAIN)]
    assert told == [
        ("Halls", "Halls"),
        ("over 15000 square metres of halls, 2019", "of halls"),
        ("Source: La Presse", "Source: La Presse"),
    ]


@pytest.mark.parametrize(
    ("figure", "spoken"),
    [
        (Figure(value=text("no. 1"), label=text("in the country")), "number 1: in the country"),
        (Figure(value=text("1993"), label=text("year founded")), "1993: year founded"),
        (Figure(value=Decimal(70), qualifier=text("+"), label=text("partners")), "70+ partners"),
        (Figure(value=Decimal(70), qualifier=text("≈"), label=text("partners")), "about 70 partners"),
        (Figure(value=Decimal(90), label=text("papers"), as_of=text("last year")), "90 papers, last year"),
    ],
)
def test_figures_as_said(figure: Figure, spoken: str) -> None:
    slide = FiguresSlide(id="f", heading=text("H"), figures=(figure,))
    assert narrate((), slide, "en", PLAIN)[1].said == spoken


def said_of(slide: Slide, *titles: Text | None, language: str = "en") -> list[str]:
    return [sentence.said for sentence in narrate(titles, slide, language, PLAIN)]


def test_reading_order() -> None:
    picture = Picture(file=Path("x.png"), alt=text("A mill"))
    premises = PremisesSlide(
        id="p", heading=text("The mill"), address=text("1 River Street\nMilltown"), description=text("Old. Fine."),
        inside=(text("a café"),), hours=(OpeningHours(days=text("Monday"), time=text("9 am to 5 pm")),),
        directions=(text("Tram 4"),), picture=picture, map=MapPoint(latitude=1.0, longitude=2.0),
    )  # fmt: skip
    assert said_of(premises, text("Library"), text("Your visit")) == [
        "Library", "Your visit", "The mill", "1 River Street, Milltown", "Old.", "Fine.", "In the building", "a café",
        "Opening hours", "Monday: 9 am to 5 pm", "Getting here", "Tram 4", "Scan with your phone", "A mill",
    ]  # fmt: skip
    link = Link(title=text("Report"), address=text("https://example.org/"), description=text("PDF"))
    links = LinksSlide(id="l", heading=text("Take away"), links=(link,))
    assert said_of(links) == ["Take away", "Scan with your phone", "Report", "PDF", "example.org"]
    body = TextSlide(id="t", heading=text("House"), body=text("Old *and* new\n\n- one\n- two"), picture=picture)
    assert said_of(body) == ["House", "Old and new", "one", "two", "A mill"]
    quote = StatementSlide(id="s", text=text("For **all**."), attribution=text("Charter, 1887"), picture=picture)
    assert said_of(quote) == ["For all.", "Charter, 1887", "A mill"]


def test_a_title_is_said_once() -> None:
    assert said_of(SectionSlide(id="a", title=text("Arts")), text("Museum"), text("Arts")) == ["Museum", "Arts"]
    assert said_of(StatementSlide(id="b", text=text("Hello")), text("Museum"), None) == ["Museum", "Hello"]


def shows() -> list[Show]:
    read_shows = [read(path).show for path in (shipped_content(), WORLD)]
    return [show for show in read_shows if show]


def test_everything_that_is_read_is_said() -> None:
    """EN 301 549, 5.1.3: what is spoken holds all that is to be seen."""
    seen = set()
    for show in shows():
        for slide, language in product(show.slides, show.languages):
            told = "".join(re.findall(r"\w", " ".join(said_of(slide, language=language))))
            for words in slide_texts(slide, language):
                # A unit is one after a number only.
                wanted = said(f"0 {typeset(words, language)}", language).removeprefix("0")
                for part in re.split(r"[\n:]", wanted):
                    assert "".join(re.findall(r"\w", part)) in told, (slide.id, language, part)
            seen.add(slide.kind)
    assert seen == set(KINDS)
