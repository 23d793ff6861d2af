"""YAML as a tree of nodes that know their place, and nothing else.

A scalar keeps its own characters: what YAML 1.1 would make a truth value, a date or a number of (`no`,
`12:30:45`, `1_000`) is still what the editor typed, so the versions of YAML cannot differ. Nothing is
ever constructed. Depth and size are limited while reading, so no file can exhaust the program.
"""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, NoReturn, Protocol

import yaml

from kiosk.content.problems import quoted

DEEPEST = 20
"""Levels of nesting."""

MOST_VALUES = 200_000
"""Values, each counted as often as aliases repeat it."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

HARMLESS_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")}

# What no text on a screen needs and YAML or editors take for something else: control characters,
# line separators other than a line end, a byte-order mark in the middle, surrogates.
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
MOST_UNWANTED = 10
"""How many of them are reported."""


class Scalar(NamedTuple):
    """One word or text. `plain` is false where quotes or a block make it text and nothing else."""

    text: str
    plain: bool
    line: int
    column: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written, or YAML's word for it."""
        return self.plain and self.text in ("", "~", "null")


class Sequence(NamedTuple):
    """A list."""

    items: "list[Node]"
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys, where they stand and with their values; of a key that stands twice, the first."""

    keys: dict[str, Scalar]
    pairs: "dict[str, Node]"
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class Report(Protocol):
    """Takes a problem: where (line and column from 1), what, and its short name."""

    def __call__(self, line: int, column: int, text: str, code: str) -> None: ...


class Unreadable(Exception):
    """The rest of the file cannot be read, for a reason that has been reported."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read: its node, its anchor, the values before it, a key that waits."""

    node: Sequence | Mapping
    anchor: str | None
    values_before: int
    key: Scalar | None = None
    key_is_wanted: bool = True


def compose(text: str, report: Report) -> Node | None:
    """The tree of one YAML document; None if there is none. Problems go to `report`.

    Raises Unreadable, the problem reported, where YAML itself is broken or a limit is passed.
    """
    for unwanted in islice(UNWANTED.finditer(text), MOST_UNWANTED):
        line, column = place(text, unwanted.start())
        report(line, column, f"the character U+{ord(unwanted[0]):04X} cannot be shown: delete it", "character")
    readable = UNWANTED.sub(" ", text)
    composer = _Composer(report)
    try:
        for event in yaml.parse(readable, Loader=LOADER):
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        line, column, words = explain(error, readable)
        report(line, column, words, "syntax")
        raise Unreadable from None
    return composer.root


def place(text: str, index: int) -> tuple[int, int]:
    """The line and column, from 1, of a character."""
    before = re.sub("\r\n?", "\n", text[:index])
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Composer:
    """Builds the tree from YAML's events, without recursion."""

    def __init__(self, report: Report) -> None:
        self.root: Node | None = None
        self._report = report
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._values = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                plain = not event.style and event.tag != "tag:yaml.org,2002:str"
                line, column = self._begin(event)
                node = Scalar(event.value, plain, line, column)
                if not plain and UNWANTED.search(event.value):
                    self._report(line, column, "an escape here makes a character that cannot be shown", "character")
                    node = node._replace(text=UNWANTED.sub(" ", event.value))
                if event.anchor:
                    self._anchors[event.anchor] = node, 1
                self._add(node)
            case yaml.MappingStartEvent():
                self._descend(event, Mapping({}, {}, *self._begin(event)))
            case yaml.SequenceStartEvent():
                self._descend(event, Sequence([], *self._begin(event)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                closed = self._open.pop()
                if closed.anchor:
                    self._anchors[closed.anchor] = closed.node, self._values - closed.values_before
                self._add(closed.node)
            case yaml.AliasEvent():
                self._repeat(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(event, "a second document begins here ('---'): keep one in a file", "documents")

    def _begin(self, event: Any) -> tuple[int, int]:
        self._values += 1
        if self._values > MOST_VALUES:
            self._stop(event, f"more than {MOST_VALUES:,} values: this is no content file", "size")
        line, column = _position(event)
        if event.tag and event.tag not in HARMLESS_TAGS:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._report(
                line, column, f"the tag {quoted(name)} is not allowed; quote a text that begins with '!'", "tag"
            )
        return line, column

    def _descend(self, event: Any, node: Sequence | Mapping) -> None:
        if len(self._open) >= DEEPEST:
            self._stop(event, f"nested more than {DEEPEST} levels deep", "depth")
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        self._open.append(_Open(node, event.anchor, self._values - 1))

    def _repeat(self, event: Any) -> None:
        found = self._anchors.get(event.anchor)
        if found is None:
            inside = any(level.anchor == event.anchor for level in self._open)
            reason = "contains itself" if inside else "has no anchor '&' before it"
            self._stop(
                event, f"the alias {quoted('*' + event.anchor)} {reason}; quote a text that begins with '*'", "alias"
            )
        node, values = found
        self._values += values
        if self._values > MOST_VALUES:
            self._stop(event, f"aliases repeat more than {MOST_VALUES:,} values: this is no content file", "size")
        self._add(node)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        level = self._open[-1]
        if isinstance(level.node, Sequence):
            level.node.items.append(node)
        elif level.key_is_wanted:
            level.key = self._key(node, level.node)
            level.key_is_wanted = False
        else:
            if level.key:
                level.node.keys[level.key.text] = level.key
                level.node.pairs[level.key.text] = node
            level.key_is_wanted = True

    def _key(self, node: Node, mapping: Mapping) -> Scalar | None:
        """The key, or None, the problem reported, if its value is to be left out."""
        if not isinstance(node, Scalar):
            self._report(node.line, node.column, "expected a key; a text that begins with { or [ needs quotes", "key")
        elif node.text == "<<" and node.plain:
            self._report(node.line, node.column, "merging ('<<') is not allowed: write the keys out", "merge")
        elif node.text in mapping.pairs:
            first = mapping.keys[node.text].line
            self._report(
                node.line, node.column, f"duplicate key {quoted(node.text)}, first in line {first}", "duplicate-key"
            )
        else:
            return node
        return None

    def _stop(self, event: Any, text: str, code: str) -> NoReturn:
        self._report(*_position(event), text, code)
        raise Unreadable


def _position(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Where YAML gave up, from 1, and why, in plain words."""
    lines = re.split("\r\n|\r|\n", text)
    mark = error.problem_mark or error.context_mark
    number, column = (mark.line, mark.column) if mark else (0, 0)
    if number >= len(lines):
        number, column = len(lines) - 1, len(lines[-1])
    if number == len(lines) - 1 and not lines[number] and number:
        number, column = number - 1, len(lines[number - 1])
    begun = f" begun in line {error.context_mark.line + 1}" if error.context_mark else ""
    if error.context_mark and any(re.search(r"[\s{\[]#", line) for line in lines[error.context_mark.line :][:1]):
        begun += " (a '#' after a space begins a comment: quote it)"
    line, problem, context = lines[number], error.problem or "", error.context or ""

    tabs = re.match(r" *\t", line)
    if tabs:
        return number + 1, tabs.end(), "a tab at the beginning of a line: use spaces"
    # Where a dash lacks its space, YAML stumbles there or on the next line.
    for near in (number, max(0, number - 1)):
        glued = re.match(r" *-(?=[A-Za-z]+:(\s|$))", lines[near])
        if glued:
            return near + 1, glued.end(), "expected a space after '-'"
    for needle, words in EXPLANATIONS:
        if re.search(needle, f"{context}: {problem}"):
            if needle in AT_ITS_BEGINNING and error.context_mark:
                number, column = error.context_mark.line, error.context_mark.column
            return number + 1, column + 1, words.format(begun=begun, character=line[column : column + 1])
    return number + 1, column + 1, f"YAML cannot be read here: {problem or error}"


SIMPLE_KEY = "could not find expected ':'"
ALIAS = "scanning an (alias|anchor)"
AT_ITS_BEGINNING = (SIMPLE_KEY, ALIAS)
"""What is to be mended where it begins, not where YAML noticed."""

EXPLANATIONS = (
    ("mapping values are not allowed", "a text that holds ': ' needs quotes; if this is a key, mend the indentation"),
    (SIMPLE_KEY, "expected a key and ': ' with a space after the colon"),
    ("block collection.*expected", "expected '- ' as in the list{begun}: mend the indentation"),
    ("quoted scalar.*(unexpected end|document indicator)", "the quotes{begun} are not closed"),
    ("quoted scalar", "a backslash in double quotes begins an escape: write \\\\, or use single quotes"),
    (
        "flow node.*node content",
        "expected a value or a closing bracket (a '#' after a space begins a comment: quote it)",
    ),
    ("flow sequence", "expected ',' or ']' in the list{begun}"),
    ("flow mapping", "expected ',' or '}}' in the keys{begun}"),
    (ALIAS, "a text that begins with '*' or '&' needs quotes"),
    ("block mapping.*expected (key|<block end>)", "expected a key as in those{begun}: mend the indentation or quotes"),
    ("<document start>", "this does not go on from the lines above: mend the indentation"),
    ("cannot start any token", "a text that begins with '{character}' needs quotes"),
    ("node content", "expected a value, found '{character}'; quote a text that begins with it"),
    ("block scalar", "after '|' or '>' the text begins on the next line, indented"),
    ("(scanning|parsing) a (tag|node)", "a text that begins with '!' needs quotes"),
    ("directive", "a line that begins with '%' is not part of a content file"),
)
