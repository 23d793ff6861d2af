import pytest

from kiosk.content.model import KINDS, FiguresSlide, SectionSlide, Slide, StatementSlide
from kiosk.content.titles import LONGEST, TITLES, beginning, slide_title
from kiosk.content.values import Text


def text(**by_language: str) -> Text:
    return Text(by_language)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_of_slide_has_a_title(kind: type[Slide]) -> None:
    assert any(name in kind.__dataclass_fields__ for name in TITLES)


@pytest.mark.parametrize(
    ("slide", "language", "title"),
    [
        (SectionSlide(id="a", title=text(fr="L'*art*", en="*Art*"), text=text(en="Why?")), "fr", "L’art"),
        (SectionSlide(id="a", title=text(fr="L'*art*", en="*Art*"), text=text(en="Why?")), "en", "Art"),
        (FiguresSlide(id="b", heading=text(en="In\nfigures"), figures=()), "en", "In figures"),
        (StatementSlide(id="c", text=text(en="Knowledge is for **everyone**.")), "en", "Knowledge is for everyone."),
    ],
)
def test_the_title_of_a_slide(slide: Slide, language: str, title: str) -> None:
    assert slide_title(slide, language) == title


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("one two three", "one two three"),
        ("one two three four", "one two three…"),
        ("one twelve, three", "one twelve…"),
        ("onetwothreefourfive", "onetwothreefou…"),
        ("a onetwothreefourfive", "a onetwothreef…"),
        ("海の記憶を守り、海とともに", "海の記憶を守り…"),
        ("", ""),
    ],
)
def test_a_long_title_ends_with_a_whole_word_and_says_that_it_goes_on(whole: str, shown: str) -> None:
    assert beginning(whole, 14) == shown


def test_marks_that_take_no_room_are_not_counted() -> None:
    assert beginning("e\u0301" * LONGEST) == "e\u0301" * LONGEST
