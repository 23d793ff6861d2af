"""From the content file to a `Show`, or to every problem that keeps it from being one.

The reader walks the fields of `kiosk.content.model`; it knows no key by name but those that give
meaning to others (`languages`, `id`, `kind`) and those checked against each other (`theme`, `duration`).
"""

import dataclasses
import math
import os
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from kiosk.content.contrast import contrast
from kiosk.content.model import KINDS, Screen, Show, Slide, TakeAway, Theme
from kiosk.content.nodes import Mapping, Node, Scalar, Sequence, Unreadable, compose, place
from kiosk.content.own_words import as_typed, english_words, is_shipped, places
from kiosk.content.pictures import MissingFile, PictureError
from kiosk.content.problems import Problem, Severity, nearest, quoted
from kiosk.content.rules import RULES, Finding, Places, in_language, needing, of_slide, settled, short_duration
from kiosk.content.typefaces import Drawable, named
from kiosk.content.typography import typeset
from kiosk.content.values import File, OwnWords, Text, Words, Written
from kiosk.paths import shipped

LARGEST_FILE = 4 * 2**20
"""Bytes."""

LONGEST_WORD = 100
"""Characters that may be a number, duration or other single value; more are text."""


Fingerprint = tuple[tuple[int, int, int, int] | None, ...]


@dataclass(frozen=True)
class Reading:
    """What came of reading a content file.

    `show` holds every slide that is valid, even where others have errors; it is None if nothing can be
    shown. `revision` is a short hash that changes with the file and with every file that it names.
    `files` are all of these, existing or not. `accepted` are problems that the editor has a reason for. For
    those who find more of them (`kiosk.content.rules`), `name` is how problems call the content file, and
    `places` says where slides and acceptances stand.
    `characters` are all that stand in the file.
    """

    show: Show | None
    problems: tuple[Problem, ...]
    revision: str
    files: tuple[Path, ...]
    accepted: tuple[Problem, ...] = ()
    places: Places = field(default_factory=dict)
    name: str = ""
    characters: frozenset[str] = frozenset()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep something off the screen."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def read(path: Path, *, thorough: bool = False) -> Reading:
    """Read a content file and look at every file it names; never raises for what is in them.

    `thorough` is for an editor rather than for a start: it looks at every byte of the pictures, and judges
    what slides say by the rules.
    """
    reader = _Reader(path, thorough)
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:
        data = b""
        reader.problem(1, 1, _refusal(error), "file")
    show, text = None, ""
    if not reader.problems:
        with suppress(Unreadable, _Invalid):
            text = _decode(data, reader)
            show = reader.show(compose(text, reader.problem))
    files = (path.absolute(), *dict.fromkeys(reader.files))
    problems, accepted = settled(
        set(reader.problems), reader.places, needing("content") if thorough else (), reader.name
    )
    return Reading(
        show,
        tuple(sorted(problems, key=_place)),
        revision_of(data, files[1:]),
        files,
        tuple(sorted(accepted, key=_place)),
        reader.places,
        reader.name,
        frozenset(text),
    )


def _place(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.text


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also for what is no file or too large."""
    if path.is_dir():
        raise IsADirectoryError
    if path.exists() and not path.is_file():
        raise OSError("expected a file, found a device or pipe")
    if path.is_file() and path.stat().st_size > LARGEST_FILE:
        raise OSError(f"larger than {LARGEST_FILE // 2**20} MiB: this is no content file")
    return path.read_bytes()


def _refusal(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "expected a file, found a folder"
        case PermissionError():
            return "no permission to read this file"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def _decode(data: bytes, reader: "_Reader") -> str:
    """The text of a file. Raises Unreadable, the problem reported, if it is not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            reader.problem(1, 1, "the file is in UTF-16: save it as UTF-8", "encoding")
        else:
            line, column = place(data[: error.start].decode("utf-8").removeprefix("\ufeff"), error.start)
            byte = f"0x{data[error.start]:02X}"
            reader.problem(line, column, f"the byte {byte} is not UTF-8: save the file as UTF-8", "encoding")
        raise Unreadable from None
    # UTF-16 without a mark, or no text at all.
    if text.count("\0") > 10:
        reader.problem(*place(text, text.index("\0")), "this is no UTF-8 text: save the file as UTF-8", "encoding")
        raise Unreadable
    return text.removeprefix("\ufeff")


def revision_of(data: bytes, files: Iterable[Path]) -> str:
    """The revision of a content file, from its bytes and the files that it names."""
    # Tells one save from the next, nothing more: a cryptographic hash would load a library of 3 MB for it.
    named = 0
    for path in files:
        try:
            found = path.stat()
            told = f"{path}\0{found.st_mtime_ns}\0{found.st_size}\0"
        except OSError:
            told = f"{path}\0"
        named = zlib.crc32(told.encode(errors="surrogateescape"), named)
    return f"{zlib.crc32(data):08x}{named:08x}"


def fingerprint(files: Iterable[Path]) -> Fingerprint:
    """What changes with the files: inode, size and times of each, None where there is none. The second time is that of
    the rights as well: a file that could not be read may be readable now."""

    def of(file: Path) -> tuple[int, int, int, int] | None:
        try:
            status = file.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns

    return tuple(of(file) for file in files)


def _printable(path: Path) -> str:
    """A path as a person would write it here."""
    try:
        here = Path.cwd()
        # In the folder of all folders, where services run, it would look like a path without its first slash.
        return str(path if here == Path(here.anchor) else path.relative_to(here))
    except (ValueError, OSError):
        return str(path)


class _Invalid(Exception):
    """A value that cannot be used, the problem noted; of a list, `rest` are the items that can be."""

    def __init__(self, rest: tuple[Any, ...] = ()) -> None:
        super().__init__()
        self.rest = rest


_Convert = Callable[["_Reader", Node], Any]


@dataclass
class _Reader:
    """Turns nodes into values of the model, and collects the problems on the way.

    A method that reads a value raises `_Invalid`, the problem noted, if there is none to be had.
    """

    path: Path
    thorough: bool
    problems: list[Problem] = field(default_factory=list)
    errors: int = 0
    files: list[Path] = field(default_factory=list)
    languages: tuple[str, ...] = ()
    places: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    slide: str = ""
    """The id of the slide that is being read."""
    drawable: Drawable = field(default_factory=lambda: Drawable(()))
    _ids: dict[str, int] = field(default_factory=dict)
    """The line of each slide id."""
    _faults: dict[tuple[Path, Callable[[Path, bool], None]], str] = field(default_factory=dict)
    """What is wrong with each file that was looked at, or the empty text."""
    _folders: dict[Path, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.name = _printable(self.path)
        self.folder = self.path.absolute().parent

    # Problems

    def problem(self, line: int, column: int, text: str, code: str, severity: Severity = "error") -> None:
        """Note a problem at a place of the file."""
        self.errors += severity == "error"
        # An editor's own words may hold line ends, a problem is one line.
        words = " ".join(f"{f'slide {quoted(self.slide)}: ' if self.slide else ''}{text}".splitlines())
        norm = RULES[code].norm if code in RULES else ""
        self.problems.append(Problem(self.name, line, column, severity, words, code, norm, self.slide))

    def warn(self, node: Node, text: str, code: str) -> None:
        """Note a problem that keeps nothing off the screen."""
        self.problem(node.line, node.column, text, code, "warning")

    def refuse(self, node: Node, text: str, code: str = "value") -> NoReturn:
        """Note an error and give the value up."""
        self.problem(node.line, node.column, text, code)
        raise _Invalid

    def meant(self, word: str, known: Iterable[str]) -> str:
        """The question whether the nearest known word was meant, or nothing."""
        # Each search takes time, and nobody reads a thousand suggestions.
        near = nearest(word, known) if len(self.problems) < 1000 else None
        return f"; did you mean '{near}'?" if near else ""

    # The show and its slides

    def show(self, root: Node | None) -> Show:
        """The show, of all slides that are valid."""
        if not isinstance(root, Mapping):
            found, code = (_describe(root), "type") if root else ("an empty file", "empty")
            self.problem(1, 1, f"expected the keys {_listed(_required(Show))}, found {found}", code)
            raise _Invalid
        nodes = self.known_keys(root, Show)
        self.note_places("", root)
        values: dict[str, Any] = {"version": 1, "title": Text({"": ""}), "languages": (), "slides": ()}
        # Every text is checked against the languages and the typeface.
        for name in sorted(nodes, key=lambda name: (name != "languages", name != "theme")):
            try:
                values[name] = _converters(Show)[name](self, nodes[name])
            except _Invalid as invalid:
                if name == "version":
                    raise
                if invalid.rest:
                    values[name] = invalid.rest
            if name == "languages":
                self.languages = values[name] = self.distinct(values[name], nodes[name])
        if not values["languages"] or not values["slides"]:
            raise _Invalid
        show = Show(**values)
        if self.thorough:
            self.untranslated(show, nodes["languages"])
        return show

    def distinct(self, languages: tuple[str, ...], node: Node) -> tuple[str, ...]:
        """The languages, each once; others are noted."""
        seen: set[str] = set()
        for item in node.items if isinstance(node, Sequence) else []:
            if isinstance(item, Scalar) and item.text in seen:
                self.problem(*_position(item), f"'languages': '{item.text}' stands twice", "duplicate-language")
            seen.add(item.text if isinstance(item, Scalar) else "")
        return tuple(dict.fromkeys(languages))

    def one_slide(self, node: Node) -> Slide:
        """A slide of any kind."""
        if not isinstance(node, Mapping):
            self.refuse(node, f"'slides': expected a slide with 'kind' and 'id', found {_describe(node)}", "type")
        identifier = node.pairs.get("id")
        if isinstance(identifier, Scalar):
            self.slide = identifier.text
        try:
            return self.slide_of_kind(node)
        finally:
            self.slide = ""

    def slide_of_kind(self, node: Mapping) -> Slide:
        """A slide, its kind found from its keys."""
        kind = node.pairs.get("kind")
        if kind is None:
            self.refuse(node, f"missing key 'kind': {_listed(KINDS, 'or')}", "missing-key")
        cls = KINDS.get(kind.text) if isinstance(kind, Scalar) else None
        if cls is None:
            hint = self.meant(kind.text, KINDS) if isinstance(kind, Scalar) else ""
            text = f"'kind': expected {_listed(KINDS, 'or')}, found {_describe(kind)}{hint}"
            self.refuse(kind, text, "unknown-kind")
        errors = self.errors
        identifier = node.pairs.get("id")
        if isinstance(identifier, Scalar):
            if identifier.text in self._ids:
                text = f"duplicate id, first in line {self._ids[identifier.text]}"
                self.problem(*_position(identifier), text, "duplicate-id")
            self._ids.setdefault(identifier.text, identifier.line)
        slide: Slide = self.thing(node, "slide", cls, also=("kind",))
        if self.errors > errors:
            raise _Invalid
        self.note_places(slide.id, node)
        if slide.duration is not None and (finding := short_duration(slide, self.languages)):
            self.judge(node, finding)
        for finding in of_slide(slide, self.languages) if self.thorough and self.languages else ():
            self.judge(node, finding)
        return slide

    def judge(self, node: Mapping, finding: Finding) -> None:
        """Note that a slide breaks a rule."""
        self.warn(node.pairs.get(finding.key, node), finding.text, finding.rule)

    def note_places(self, slide: str, node: Mapping) -> None:
        """Remember where a slide, or the show as a whole, and the rules that are accepted there stand."""
        self.places[slide, ""] = _position(node)
        accept = node.pairs.get("accept")
        for item in accept.items if isinstance(accept, Sequence) else ():
            rule = item.pairs.get("rule") if isinstance(item, Mapping) else None
            if isinstance(rule, Scalar) and rule.text in RULES:
                self.places[slide, rule.text] = _position(rule)

    def theme(self, node: Node) -> Theme:
        """A theme whose colours can be told apart."""
        theme: Theme = self.thing(node, "theme", Theme)
        self.drawable = Drawable(theme.typeface)
        pairs = node.pairs if isinstance(node, Mapping) else {}
        errors = self.errors
        for name, needed, better in (("ink", 4.5, 7.0), ("accent", 3.0, 4.5)):
            colour = getattr(theme, name)
            ratio = contrast(colour, theme.ground)
            if ratio < better:
                self.problem(
                    *_position(pairs.get(name) or pairs.get("ground") or node),
                    f"'{name}': {colour} on {theme.ground} has a contrast of {math.floor(ratio * 10) / 10}:1, "
                    f"expected {f'at least {needed}' if ratio < needed else f'{better} or more'}:1",
                    "contrast",
                    "error" if ratio < needed else "warning",
                )
        if self.errors > errors:
            raise _Invalid
        return theme

    def screen(self, node: Node) -> Screen:
        """A screen whose size is known, or not at all."""
        screen: Screen = self.thing(node, "screen", Screen)
        pairs = node.pairs if isinstance(node, Mapping) else {}
        known = [name for name in ("width", "height", "above_floor") if name in pairs]
        missing = [name for name in ("width", "height") if name not in pairs]
        if known and missing:
            self.refuse(node, f"'screen': expected {_listed(missing)} beside {_listed(known)}", "missing-key")
        return screen

    def own_words(self, node: Node) -> OwnWords:
        """The program's own words as the show has them."""
        if not isinstance(node, Mapping):
            self.refuse(node, f"'words': expected a map of languages, found {_describe(node)}", "type")
        english = {as_typed(words): words for words in english_words()}
        by_language: dict[str, dict[str, str]] = {}
        errors = self.errors
        for language, node_of_language in node.pairs.items():
            if not self.is_shown(language):
                self.warn_not_shown(node.keys[language], "words", language)
                continue
            if not isinstance(node_of_language, Mapping):
                text = f"'words: {language}': expected English words and theirs, found {_describe(node_of_language)}"
                self.refuse(node_of_language, text, "type")
            own = by_language[language] = {}
            for name, value in node_of_language.pairs.items():
                with suppress(_Invalid):
                    words = english.get(as_typed(name))
                    if words is None:
                        hint = self.meant(as_typed(name), english)
                        self.refuse(
                            node_of_language.keys[name], f"'words': the program never says {quoted(name)}{hint}"
                        )
                    own[words] = self.own_word(value, name, language)
        if self.errors > errors:
            raise _Invalid
        return OwnWords(by_language)

    def own_word(self, node: Node, english: str, language: str) -> str:
        """Words of the program in another language, typeset."""
        found = self.visible(node, f"words: {language}: {english}", None)
        if places(found) != places(english):
            expected = _listed(places(english)) if places(english) else "nothing in braces"
            self.refuse(node, f"'words': expected {expected} as in {quoted(english)}, found {quoted(found)}")
        return typeset(found, language)

    def untranslated(self, show: Show, languages: Node) -> None:
        """Note the languages in which the controls have no words."""
        for language in show.languages:
            by_language = show.words.by_language
            own = {**by_language.get(language.partition("-")[0], {}), **by_language.get(language, {})}
            missing = [] if is_shipped(language) else [words for words in english_words() if words not in own]
            if missing:
                examples = [quoted(as_typed(words)) for words in missing[:3]]
                text = (
                    f"'languages': {in_language(language)} {len(missing)} of the program's own words stay English, "
                    f"such as {_listed(examples)}: put them under 'words'"
                )
                self.warn(languages, text, "untranslated")

    def take_away(self, node: Node) -> TakeAway:
        """What one code can hold: one thing, and an event that ends after it has begun."""
        found: TakeAway = self.thing(node, "take_away", TakeAway)
        pairs = node.pairs if isinstance(node, Mapping) else {}
        holds = [name for name in ("contact", "event", "map", "text") if name in pairs]
        if len(holds) > 1:
            self.refuse(
                pairs[holds[1]], f"'take_away': a code holds one thing, found {_listed(holds)}; keep one of them"
            )
        event = found.event
        if event and event.end and type(event.end) is not type(event.start):
            self.refuse(pairs["event"], "'event': expected 'start' and 'end' both with a time of day or both without")
        if event and event.end and event.end < event.start:
            self.refuse(pairs["event"], "'event': it ends before it begins")
        return found

    # Values of any class of the model

    def known_keys(self, mapping: Mapping, cls: type, also: tuple[str, ...] = ()) -> dict[str, Node]:
        """The nodes of the keys that a class has; other keys are noted, and so are those that are missing."""
        known = (*also, *_converters(cls))
        likely_meant = set()
        for name, key in mapping.keys.items():
            if name not in known:
                hint = self.meant(name, known)
                likely_meant.add(hint)
                text = f"unknown key {quoted(name)}{hint or f'; expected {_listed(known)}'}"
                self.problem(key.line, key.column, text, "unknown-key")
        for name in _required(cls):
            if name not in mapping.pairs and f"; did you mean '{name}'?" not in likely_meant:
                help_text = next(part.metadata["help"] for part in dataclasses.fields(cls) if part.name == name)
                self.problem(mapping.line, mapping.column, f"missing key '{name}': {help_text}", "missing-key")
        return {name: node for name, node in mapping.pairs.items() if name in _converters(cls)}

    def thing(self, node: Node, name: str, cls: type, also: tuple[str, ...] = ()) -> Any:
        """An object of a class of the model."""
        if isinstance(node, Scalar) and not node.is_empty and hasattr(cls, "shorthand"):
            node = Mapping({cls.shorthand: node}, {cls.shorthand: node}, node.line, node.column)
        if not isinstance(node, Mapping):
            keys = _listed(_converters(cls))
            self.refuse(node, f"'{name}': expected the keys {keys}, found {_describe(node)}", "type")
        errors = self.errors
        values = {}
        for key, value in self.known_keys(node, cls, also).items():
            with suppress(_Invalid):
                values[key] = _converters(cls)[key](self, value)
        if self.errors > errors:
            raise _Invalid
        return cls(**values)

    def many(self, node: Node, name: str, convert: _Convert, at_least: int, at_most: int) -> tuple[Any, ...]:
        """A list."""
        size = f"{at_least} to {at_most} {name}" if at_least else f"at most {at_most}"
        if not isinstance(node, Sequence):
            self.refuse(node, f"'{name}': expected a list of {size}, each after '- ', found {_describe(node)}", "type")
        values = []
        errors = self.errors
        if not at_least <= len(node.items) <= at_most:
            self.problem(*_position(node), f"'{name}': expected a list of {size}, found {len(node.items)}", "length")
        for item in node.items[:at_most]:
            with suppress(_Invalid):
                values.append(convert(self, item))
        if self.errors > errors:
            raise _Invalid(tuple(values))
        return tuple(values)

    def choice(self, node: Node, name: str, choices: tuple[Any, ...]) -> Any:
        """One of a few words."""
        found = node.text if isinstance(node, Scalar) else ""
        words = {str(choice): choice for choice in choices}
        if found not in words:
            hint = self.meant(found, words)
            self.refuse(node, f"'{name}': expected {_listed(words, 'or')}, found {_describe(node)}{hint}")
        return words[found]

    def written(self, node: Node, name: str, form: Written) -> Any:
        """A value that is one word."""
        if not isinstance(node, Scalar) or len(node.text) > LONGEST_WORD:
            self.refuse(node, f"'{name}': expected a single value, found {_describe(node)}", "type")
        try:
            return form.read("" if node.is_empty else node.text.strip())
        except ValueError as error:
            self.refuse(node, f"'{name}': {error}")

    def words(self, node: Node, name: str, form: Words) -> Any:
        """A value that is text, unless its characters are something else."""
        if not isinstance(node, Scalar) or node.is_empty or len(node.text) > LONGEST_WORD:
            return self.text(node, name, form.check, form.missing)
        value = None
        if form.read and (node.plain or not form.plain_only):
            try:
                value = form.read(node.text.strip())
            except ValueError as error:
                self.refuse(node, f"'{name}': {error}")
        return self.text(node, name, form.check, form.missing) if value is None else value

    def text(
        self, node: Node, name: str, check: Callable[[str], None] | None = None, missing_code: str = "translation"
    ) -> Text:
        """A text, or a map of languages."""
        if isinstance(node, Scalar):
            return Text({"": self.visible(node, name, check)})
        if isinstance(node, Sequence):
            self.refuse(node, f"'{name}': expected text or a map of languages, found a list", "type")
        texts = {}
        errors = self.errors
        for language, value in node.pairs.items():
            if not self.is_shown(language):
                self.warn_not_shown(node.keys[language], name, language)
                continue
            with suppress(_Invalid):
                texts[language] = self.visible(value, f"{name}: {language}", check)
        if self.errors > errors:
            raise _Invalid
        if not texts:
            self.refuse(node, f"'{name}': expected text, or a map of the languages {_listed(self.languages)}", "type")
        missing = [name for name in self.languages if name not in texts and name.partition("-")[0] not in texts]
        if missing:
            self.warn(node, f"'{name}': no text in {_listed(missing)}", missing_code)
        return Text(texts)

    def is_shown(self, language: str) -> bool:
        """Whether a text in a language is for one of the show's."""
        bases = {name.partition("-")[0] for name in self.languages}
        return language in self.languages or language in bases or not self.languages

    def warn_not_shown(self, node: Node, name: str, language: str) -> None:
        """Note a text in a language that the show has not."""
        hint = self.meant(language, self.languages)
        text = f"'{name}': {quoted(language)} is not shown: 'languages' names {_listed(self.languages)}{hint}"
        self.warn(node, text, "language")

    def visible(self, node: Node, name: str, check: Callable[[str], None] | None) -> str:
        """The characters of a text that is to be seen; those that no typeface can draw are noted."""
        text = self.string(node, name, check)
        if self.thorough and (missing := self.drawable.missing(text)):
            more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
            self.warn(
                node,
                f"'{name}': no typeface can draw {', '.join(map(named, missing[:3]))}{more}; "
                "name one that can under 'theme', 'typeface'",
                "no-glyph",
            )
        return text

    def string(self, node: Node, name: str, check: Callable[[str], None] | None = None) -> str:
        """The characters of a text, of which there are some."""
        if not isinstance(node, Scalar):
            self.refuse(node, f"'{name}': expected text, found {_describe(node)}", "type")
        text = node.text.strip()
        if not text or node.is_empty:
            self.refuse(node, f"'{name}': expected text, found nothing", "empty")
        if check:
            try:
                check(text)
            except ValueError as error:
                self.refuse(node, f"'{name}': {error}")
        return text

    def file(self, node: Node, name: str, check: Callable[[Path, bool], None]) -> Path:
        """A file beside the content file."""
        text = self.string(node, name)
        if "://" in text or Path(text).is_absolute() or text.startswith("~") or "\\" in text:
            hint = f"; did you mean '{text.replace(chr(92), '/')}'?" if "\\" in text and ":" not in text else ""
            self.refuse(node, f"expected a path relative to the content file, found {quoted(text)}{hint}", "path")
        # Links are not followed: live reload is to notice a link that is set anew.
        path = Path(os.path.normpath(self.folder / text))
        self.files.append(path)
        if (path, check) not in self._faults:
            try:
                check(path, self.thorough)
                self._faults[path, check] = ""
            except PictureError as error:
                hint = self.meant(text, self.neighbours(path, text)) if isinstance(error, MissingFile) else ""
                self._faults[path, check] = f"{error}{hint}"
        if self._faults[path, check]:
            self.refuse(node, f"{quoted(text)} {self._faults[path, check]}", "file")
        return path

    def neighbours(self, path: Path, text: str) -> list[str]:
        """The files in the folder of a path, spelled as in the content file."""
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = []
            with suppress(OSError):  # There is nothing to suggest then.
                self._folders[folder] = sorted(neighbour.name for neighbour in islice(folder.iterdir(), 500))
        return [str(Path(text).parent / name) for name in self._folders[folder]]


def _position(node: Node) -> tuple[int, int]:
    return node.line, node.column


def _describe(node: Node) -> str:
    """What an editor wrote, in a few words."""
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "keys"
    if node.is_empty:
        return "nothing"
    return quoted(node.text)


def _listed(words: Iterable[str], joint: str = "and") -> str:
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


WITH_RULES: dict[Any, _Convert] = {
    OwnWords: _Reader.own_words,
    Slide: _Reader.one_slide,
    Theme: _Reader.theme,
    Screen: _Reader.screen,
    TakeAway: _Reader.take_away,
}
"""What is read by more than its fields."""


@cache
def _required(cls: type) -> tuple[str, ...]:
    return tuple(part.name for part in dataclasses.fields(cls) if part.default is dataclasses.MISSING)


@cache
def _converters(cls: type) -> dict[str, _Convert]:
    """How the value of each key of a class is read."""
    hints = get_type_hints(cls, include_extras=True)
    return {part.name: _converter(hints[part.name], part.name, part.metadata) for part in dataclasses.fields(cls)}


def _converter(hint: Any, name: str, metadata: Any) -> _Convert:
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            return _annotated(hint.__metadata__[0], name)
        case origin if origin in (Union, UnionType):
            (only,) = (argument for argument in arguments if argument is not type(None))
            return _converter(only, name, metadata)
        case origin if origin is Literal:
            return lambda reader, node: reader.choice(node, name, arguments)
        case origin if origin is tuple:
            item = _converter(arguments[0], name, metadata)
            return lambda reader, node: reader.many(node, name, item, metadata["at_least"], metadata["at_most"])
    if hint is Text:
        return lambda reader, node: reader.text(node, name)
    return WITH_RULES.get(hint) or (lambda reader, node: reader.thing(node, name, hint))


def _annotated(form: Written | Words | File, name: str) -> _Convert:
    match form:
        case Written():
            return lambda reader, node: reader.written(node, name, form)
        case Words():
            return lambda reader, node: reader.words(node, name, form)
        case File():
            return lambda reader, node: reader.file(node, name, form.check)


def places_of_site(argument: str | None) -> tuple[Path, ...]:
    """Where the site's own content file may be: the file named, or the one in the folder named, or one here.

    A service says in $KIOSK_SITE where here is: a current folder would be lost with the folder.
    """
    if named := argument or os.environ.get("KIOSK_CONTENT"):
        path = Path(named).absolute()
        return path, path / "content.yaml"
    return (Path(os.environ.get("KIOSK_SITE", ""), "content.yaml").absolute(),)


def locate(argument: str | None) -> Path:
    """The content file to show: the one named, in `$KIOSK_CONTENT`, `./content.yaml`, or the shipped one.

    A folder stands for the `content.yaml` in it. The file need not exist.
    """
    return located(places_of_site(argument))


def located(places: tuple[Path, ...]) -> Path:
    """Which of the places of the site's own content file it is, else the shipped one."""
    first, *in_it = places
    if in_it:
        return in_it[0] if os.path.isdir(first) else first
    try:
        first.stat()
    except (FileNotFoundError, NotADirectoryError):
        return shipped_content()
    except OSError:
        # It may well be there: whoever reads it is told what is in the way.
        return first
    return first


def shipped_content() -> Path:
    """The content file that comes with the program."""
    return shipped() / "content.yaml"
