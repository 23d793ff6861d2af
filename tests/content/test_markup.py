"""The Markdown subset."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.markup import Block, Span, blocks, plain, styled, unmarked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("plain", "plain"),
        ("*a*", "<i>a</i>"),
        ("**a**", "<b>a</b>"),
        ("***a***", "<b><i>a</i></b>"),
        ("x*a*y", "x<i>a</i>y"),
        ("**b *i* b**", "<b>b </b><b><i>i</i></b><b> b</b>"),
        ("**b *i***", "<b>b </b><b><i>i</i></b>"),
        ("***b** i*", "<b><i>b</i></b><i> i</i>"),
        ("*two\nlines*", "<i>two<br/>lines</i>"),
        ("one\n\ntwo\n", "one<br/><br/>two"),
        (r"\*a\* \\ \- \x", r"*a* \ - \x"),
        ("*a", "*a"),
        ("a*", "a*"),
        ("**a*", "**a*"),
        ("*a **b*", "*a **b*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("** a **", "** a **"),
        ("****a****", "****a****"),
        ("***", "***"),
        ("\\", "\\"),
        ("a_b_c `d` # e", "a_b_c `d` # e"),
    ],
)
def test_emphasis_and_line_breaks(text: str, shown: str) -> None:
    assert styled(text, "xx") == shown


@pytest.mark.parametrize(
    "text",
    [
        '<img src="file:///etc/passwd">',
        "<a href='javascript:x()'>y</a>",
        "</b><b>",
        "&lt;img&gt; &amp;amp; &#60;",
        "[a](https://example.org) ![b](c.png)",
        "<https://example.org>",
    ],
)
def test_nothing_an_editor_writes_becomes_a_tag(text: str) -> None:
    shown = styled(text, "xx")
    assert "<" not in shown
    assert unescape(shown).replace("’", "'") == text


def test_no_break_spaces_survive_styled_text() -> None:
    assert styled("Oui ! Non : 15 000", "fr") == "Oui&#8239;! Non&nbsp;: 15&#8239;000"


def test_typography_reaches_across_emphasis() -> None:
    assert styled('"*Vite*", dit-il : "**allez**!"', "fr") == (
        "«&nbsp;<i>Vite</i>&nbsp;», dit-il&nbsp;: «&nbsp;<b>allez</b>&#8239;!&nbsp;»"
    )


def test_blocks_are_paragraphs_and_items() -> None:
    text = "Intro\n*second* line\n\nNext\n\n- one\n- two\n  more\n  - three\nthree more\n\n-no item\n"
    assert blocks(text, "en") == (
        Block((Span("Intro\n"), Span("second", emphasis=True), Span(" line"))),
        Block((Span("Next"),)),
        Block((Span("one"),), is_item=True),
        Block((Span("two\nmore"),), is_item=True),
        Block((Span("three\nthree more"),), is_item=True),
        Block((Span("-no item"),)),
    )


def test_emphasis_ends_with_its_block() -> None:
    assert [block.styled for block in blocks("*a\n\nb*", "en")] == ["*a", "b*"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [("**It's** *so*!", "It's so!"), ("- a\n- *b*", "a\nb"), (r"2 \* 3", "2 * 3"), ("a - b", "a - b")],
)
def test_unmarked_text_is_as_written(text: str, bare: str) -> None:
    assert unmarked(text) == bare


def test_plain_text_is_typeset() -> None:
    assert plain("**L'art** : *vite*!", "fr") == "L’art\u00a0: vite\u202f!"


TEXT = st.text(st.sampled_from("*\\-<>&;\n abé\"'!") | st.characters())
LANGUAGE = st.sampled_from(["fr", "en", "xx"])


@given(TEXT, LANGUAGE)
def test_the_only_tags_are_ours_and_they_match(text: str, language: str) -> None:
    shown = styled(text, language)
    tags = re.findall(r"<[^<>]*>?", shown)
    assert set(tags) <= {"<b>", "</b>", "<i>", "</i>", "<br/>"}
    assert set(re.findall(r"&[^;]*;?", shown)) <= {"&lt;", "&gt;", "&amp;", "&nbsp;", "&#8239;"}
    nesting = shown
    while nesting != (nesting := re.sub(r"<([bi])>(?:(?!</?[bi]>).)*</\1>", "", nesting, flags=re.DOTALL)):
        pass
    assert not re.search("</?[bi]>", nesting)


@given(TEXT, LANGUAGE)
def test_styling_loses_no_character(text: str, language: str) -> None:
    line = "x" + text.replace("\n", " ")
    assert unescape(re.sub("</?[bi]>", "", styled(line, language))) == plain(line, language)


@pytest.mark.parametrize(("language", "tag"), [("fr", "i"), ("de", "i"), ("ja", "b"), ("ar", "b"), ("zh-Hant", "b")])
def test_scripts_that_do_not_slant_are_emphasised_by_weight(language: str, tag: str) -> None:
    assert styled("a *b* c", language) == f"a <{tag}>b</{tag}> c"
    assert blocks("a *b* c", language)[0].styled == f"a <{tag}>b</{tag}> c"
