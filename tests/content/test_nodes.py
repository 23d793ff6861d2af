"""YAML as nodes that know their place, whatever a version of YAML would make of them."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content import nodes
from kiosk.content.nodes import Mapping, Node, Scalar, Sequence, Unreadable, compose


def tree(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [tree(item) for item in node.items]
        case Mapping():
            return {key: tree(value) for key, value in node.pairs.items()}
    return None


def composed(text: str) -> tuple[object, list[str]]:
    """The tree, and the problems as `line:column text`."""
    problems: list[str] = []
    try:
        root = compose(text, lambda line, column, words, code: problems.append(f"{line}:{column} {words}"))
    except Unreadable:
        assert problems
        return None, problems
    return tree(root), problems


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may come without its C library."""
    monkeypatch.setattr(nodes, "LOADER", getattr(yaml, request.param))


@pytest.mark.parametrize("text", ["no", "on", "12:30:45", "1_000", "0o17", "2019-01-01", ".nan", "=", "15,000"])
def test_scalar_keeps_its_characters(text: str) -> None:
    assert composed(f"- {text}") == ([text], [])


def test_a_block_or_quotes_make_text() -> None:
    problems: list[object] = []
    root = compose("- 1\n- '1'\n- |\n  1\n- !!str 1\n- ~\n- '~'\n-", lambda *problem: problems.append(problem))
    assert isinstance(root, Sequence)
    scalars = [item for item in root.items if isinstance(item, Scalar)]
    assert [scalar.plain for scalar in scalars] == [True, False, False, False, True, False, True]
    assert [scalar.is_empty for scalar in scalars] == [False, False, False, False, True, False, True]
    assert problems == []


def test_places_count_characters_from_one() -> None:
    root = compose("é: 🤖\nb: {c: [d]}", lambda *problem: None)
    assert isinstance(root, Mapping)
    assert (root.keys["b"].line, root.keys["b"].column) == (2, 1)
    inner = root.pairs["b"]
    assert isinstance(inner, Mapping)
    assert (inner.pairs["c"].line, inner.pairs["c"].column) == (2, 8)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(end: str) -> None:
    assert composed(f"a: 1{end}b: |{end}  x{end}  y{end}") == ({"a": "1", "b": "x\ny\n"}, [])


def test_alias_repeats_a_value() -> None:
    assert composed("a: &x {b: 1}\nc: *x") == ({"a": {"b": "1"}, "c": {"b": "1"}}, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3", "3:1 duplicate key 'a', first in line 1"),
        ("a:\n  <<: {b: 1}", "2:3 merging ('<<') is not allowed"),
        ("? [a]\n: b", "1:3 expected a key"),
        ("a: !!set {}", "1:4 the tag '!!set' is not allowed"),
        ("a: !x y", "1:4 the tag '!x' is not allowed"),
        ("a: x\x07y", "1:5 the character U+0007 cannot be shown"),
        ("a: x\u2028y", "1:5 the character U+2028 cannot be shown"),
        ("a: x\ufeffy", "1:5 the character U+FEFF cannot be shown"),
        ('a: "x\\0y"', "1:4 an escape here makes a character"),
    ],
)
def test_reading_goes_on_after(text: str, problem: str) -> None:
    root, problems = composed(text)
    assert root is not None
    assert len(problems) == 1
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x [*x]", "1:8 the alias '*x' contains itself"),
        ("a: *x", "1:4 the alias '*x' has no anchor"),
        ("a: 1\n---\nb: 1", "2:1 a second document begins here"),
        ("a: 1\n\tb: 2", "2:1 a tab at the beginning of a line"),
        ("a: b: c", "1:5 a text that holds ': ' needs quotes"),
        ("a:\n  - b\n  -c: d", "3:3 expected a space after '-'"),
        ("a: {b: c", "1:9 expected ',' or '}' in the keys begun in line 1"),
        ("a: 'b\n", "1:6 the quotes begun in line 1 are not closed"),
    ],
)
def test_reading_stops_at(text: str, problem: str) -> None:
    root, problems = composed(text)
    assert root is None
    assert problems[0].startswith(problem)


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? ", "a: [", "!!seq [", "&a ["])
def test_nesting_is_limited(bracket: str) -> None:
    begun = time.process_time()
    root, problems = composed(bracket * 100_000)
    assert root is None
    assert problems
    assert time.process_time() - begun < 5


def test_depth_that_is_allowed() -> None:
    assert composed("[" * 20 + "]" * 20)[1] == []
    assert composed("[" * 21 + "]" * 21) == (None, ["1:21 nested more than 20 levels deep"])


@pytest.mark.parametrize("width", [9, 100])
def test_aliases_cannot_explode(width: int) -> None:
    lines = [f"a0: &a0 [{', '.join('x' * width)}]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, 12)]
    begun = time.process_time()
    root, problems = composed("\n".join(lines))
    assert root is None
    assert "200,000 values" in problems[-1]
    assert time.process_time() - begun < 5


@given(st.text())
def test_any_text_is_a_tree_or_problems(text: str) -> None:
    root, problems = composed(text)
    assert root is not None or problems or yaml.safe_load(text) is None


@given(st.text(alphabet=" \n\t-:?[]{}&*!|>'\"%@`#,~a0\\\x00\u2028\ufeff"))
def test_any_punctuation_is_a_tree_or_problems(text: str) -> None:
    lines = len(text.splitlines()) + 1
    for problem in composed(text)[1]:
        assert 1 <= int(problem.partition(":")[0]) <= lines
