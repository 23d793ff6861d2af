"""The command line: `kiosk run`, `supervise`, `status`, `check`, `render`, `schema`, `init`, `pin` and `self-test`."""

import argparse
import dataclasses
import gc
import json
import math
import os
import re
import sys
import threading
import traceback
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kiosk import __version__
from kiosk.options import (
    CONTENT_ERRORS,
    FINE,
    INTERNAL_ERRORS,
    NO_SCREEN,
    WRONG_USE,
    RenderOptions,
    RunOptions,
    missing_library,
)

if TYPE_CHECKING:
    from kiosk.content.model import Show
    from kiosk.content.rules import Finding

COMMANDS = ("run", "supervise", "status", "check", "render", "schema", "init", "pin", "self-test")
SMALL_WINDOW = "1280x720"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        command = re.match(r"argument COMMAND: invalid choice: '(.*?)'", message)
        if command:
            near = get_close_matches(command[1], COMMANDS, n=1)
            message = f"no command {command[1]!r}; " + (
                f"did you mean {near[0]!r}?" if near else f"expected {', '.join(COMMANDS)}"
            )
        self.exit(WRONG_USE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _size(text: str) -> tuple[int, int]:
    size = re.fullmatch(r"([1-9][0-9]{1,4})x([1-9][0-9]{1,4})", text)
    if not size:
        raise argparse.ArgumentTypeError(f"expected a size in pixels such as {SMALL_WINDOW}, found {text!r}")
    return int(size[1]), int(size[2])


def _duration(text: str) -> float:
    from kiosk.content.values import read_duration

    try:
        return read_duration(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _minute(text: str) -> int:
    """The minute of the day that a time of day begins."""
    time = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", text)
    if not time:
        raise argparse.ArgumentTypeError(f"expected a time of day such as 04:00, found {text!r}")
    return 60 * int(time[1]) + int(time[2])


def _parser() -> _Parser:
    common = _Parser(add_help=False)
    # Left out where not given, so that it may stand before the command as well as after it.
    common.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help="show tracebacks")
    content = _Parser(add_help=False)
    content.add_argument(
        "content", nargs="?", metavar="CONTENT",
        help="a content file or a folder with a content.yaml; else $KIOSK_CONTENT, ./content.yaml, the shipped one",
    )  # fmt: skip

    parser = _Parser(prog="kiosk", parents=[common], description="Show an organisation's slides in its lobby.")
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, help="left out, it is run")

    run = _Parser(add_help=False)
    run.add_argument("--windowed", type=_size, metavar="WxH", help=f"in a window, {SMALL_WINDOW} if no size follows")
    run.add_argument("--screen", metavar="NAME", help="the screen to show on, by name, serial or number; A+B is both")
    run.add_argument("--rotate", type=int, choices=(0, 90, 180, 270), default=0, help="turn the picture, in degrees")
    run.add_argument("--language", metavar="LANG", help="the language of the rotation; else the first of the content")
    run.add_argument("--start", metavar="SLIDE_ID", help="the first slide")
    run.add_argument("--exit-after", type=_duration, metavar="DURATION", help="stop after a time such as 12s or 1m30s")
    run.add_argument("--play-log", type=Path, metavar="FILE", help="append what is shown, one JSON object a line")
    run.add_argument("--restart-at", type=_minute, metavar="HH:MM", help="start anew in the hour that begins then")
    commands.add_parser("run", parents=[common, content, run], help="show the content fullscreen")
    commands.add_parser("supervise", parents=[common, content, run], help="run, and start anew whatever happens")

    status = commands.add_parser("status", parents=[common], help="tell how the show is that runs on this machine")
    status.add_argument("--format", choices=("text", "json"), default="text", help="how to print it")
    status.add_argument("--screen", metavar="NAME", help="of several shows, that which was started with this --screen")

    check = commands.add_parser("check", parents=[common, content], help="print every problem of the content")
    check.add_argument("--format", choices=("text", "json"), default="text", help="how to print the problems")

    render = commands.add_parser("render", parents=[common, content], help="draw the slides into picture files")
    render.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    render.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH", help="in pixels; else 1920x1080")
    render.add_argument("--language", metavar="LANG", help="one language, or all")
    render.add_argument("--slide", metavar="ID", help="one slide only")
    render.add_argument("--pdf", action="store_true", help="also write one PDF a language")

    commands.add_parser("schema", parents=[common], help="print the JSON Schema of the content file")
    init = commands.add_parser("init", parents=[common], help="make a content folder to start from")
    init.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    pin = commands.add_parser("pin", parents=[common], help="set the PIN for the staff screen")
    pin.add_argument("--remove", action="store_true", help="take it away, and with it the way to that screen")
    commands.add_parser(
        "self-test", parents=[common, content], help="test whether this version can run on this machine"
    )
    return parser


def _complete(arguments: Sequence[str]) -> list[str]:
    """The arguments with what may be left out put in: the command `run`, and the size after `--windowed`."""
    words = list(arguments)
    first = next((word for word in words if word != "--debug"), "")
    if first not in COMMANDS and first not in ("-h", "--help", "--version") and (first.startswith("-") or not first):
        words.insert(0, "run")
    for index, word in enumerate(words):
        if word == "--windowed" and not "".join(words[index + 1 : index + 2])[:1].isdigit():
            words[index] = f"--windowed={SMALL_WINDOW}"
    return words


def _supervise(words: list[str], screen: str | None) -> int:
    """Start this program anew for each run, with the words it was given."""
    from kiosk.supervise import supervise

    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, sys.argv[0]]
    words[words.index("supervise")] = "run"
    return supervise([*program, *words], screen)


def _print(lines: Iterable[str]) -> None:
    """Print to standard output, whether or not anybody goes on reading it."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # Else Python complains when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _check(content: str | None, form: str) -> int:
    from kiosk.content import rules
    from kiosk.content.reader import locate, read
    from kiosk.show import passes

    path = locate(content)
    reading = read(path, thorough=True)
    show = reading.show
    findings: list[rules.Finding] = []
    judged = set[str]()
    shares = passes.shares(show.slides, show.languages, show.rotation.languages) if show else {}
    if show:
        if show.jurisdiction == "quebec":
            findings += rules.of_shares(shares, passes.PREDOMINANCE)
        judged |= rules.needing("rotation")
        if show.screen and show.screen.is_measured and (measured := _measured(show, reading.characters)) is not None:
            findings += measured
            judged |= rules.needing("drawing")
    file = reading.name
    found, accepted = rules.settled(rules.problems_of(findings, reading.places, file), reading.places, judged, file)
    problems = sorted((*reading.problems, *found), key=lambda problem: (problem.line, problem.column, problem.text))
    accepted += reading.accepted
    if form == "json":
        _print([json.dumps([dataclasses.asdict(problem) for problem in problems], indent=2, ensure_ascii=False)])
    else:
        _print(map(str, problems))
    errors, warnings = len(reading.errors), len(problems) - len(reading.errors)
    counts = [_count(errors, "error")] * bool(errors) + [_count(warnings, "warning")] * bool(warnings)
    counts = counts or ["no problems"]
    if show:
        counts[:0] = [_count(len(show.slides), "slide"), _count(len(show.languages), "language")]
    counts += [f"{len(accepted)} accepted"] * bool(accepted)
    if len(shares) > 1:
        counts.append(f"languages in rotation: {_ratio(shares)}")
    print(f"{path.name}: {', '.join(counts)}", file=sys.stderr)
    return CONTENT_ERRORS if errors else FINE


def _measured(show: "Show", characters: Iterable[str]) -> "list[Finding] | None":
    """What slides and controls break as they are drawn; None, and that is said, if nothing can be drawn here."""
    try:
        from kiosk.bridge.stage import StageError
        from kiosk.measure import measure
    except ImportError as error:
        print(f"kiosk check: nothing is measured, since Qt cannot be loaded: {error}", file=sys.stderr)
        return None
    try:
        return measure(show, characters)
    except StageError as error:
        print(f"kiosk check: nothing is measured: {error}", file=sys.stderr)
        return None


def _ratio(shares: Mapping[str, float]) -> str:
    """How much time each language has, as multiples of the least that one has: `fr 2.2 : en 1`."""
    least = min(time for time in shares.values() if time > 0)
    return " : ".join(f"{language} {math.floor(10 * time / least) / 10:g}" for language, time in shares.items())


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _init(folder: Path) -> int:
    from kiosk.content.new_folder import create_folder

    try:
        create_folder(folder)
    except OSError as error:
        print(f"kiosk init: {folder}: {error.strerror}", file=sys.stderr)
        return WRONG_USE
    _print([f"{folder / 'content.yaml'} is ready to edit; 'kiosk run {folder}' shows it"])
    return FINE


def _dispatch(command: str, options: dict[str, object]) -> int:
    """Do what a command says, importing only what it needs: `check` is to be quick, and needs no Qt."""
    match command:
        case "run":
            # Nothing made at the start is garbage, and to look for it takes time: the housekeeper does later.
            gc.disable()
            from kiosk.app import run

            return run(RunOptions(**options))  # type: ignore[arg-type]
        case "render":
            from kiosk.render import render

            return render(RenderOptions(**options))  # type: ignore[arg-type]
        case "status":
            from kiosk.status import status

            ends_with, lines = status(str(options["format"]), options["screen"])  # type: ignore[arg-type]
            _print(lines)
            return ends_with
        case "check":
            return _check(options["content"], options["format"])  # type: ignore[arg-type]
        case "init":
            return _init(options["folder"])  # type: ignore[arg-type]
        case "pin":
            from kiosk.set_pin import set_pin

            return set_pin(removes=bool(options["remove"]))
        case "self-test":
            from kiosk.self_test import self_test

            return self_test(options["content"])  # type: ignore[arg-type]
    from kiosk.content.schema import schema

    _print([json.dumps(schema(), indent=2, ensure_ascii=False)])
    return FINE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the result is its exit status. Nobody sees a traceback but with `--debug`."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 is to see escapes rather than a failure.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    words = _complete(sys.argv[1:] if arguments is None else arguments)
    options = vars(_parser().parse_args(words))
    debug = options.pop("debug", False)
    # Errors in what Qt calls, and in threads, end nothing; they are told the same way.
    sys.excepthook = lambda kind, error, trace: _tell(error, debug)
    threading.excepthook = lambda failed: _tell(failed.exc_value, debug)
    command = options.pop("command")
    try:
        return _supervise(words, options["screen"]) if command == "supervise" else _dispatch(command, options)
    except KeyboardInterrupt:
        return FINE
    except Exception as error:
        _tell(error, debug)
        return NO_SCREEN if _lacks_library(error) else INTERNAL_ERRORS


def _tell(error: BaseException | None, debug: bool) -> None:
    """Tell of an error in one line: of the system's, if it lacks a library, or of the program's own."""
    if debug:
        traceback.print_exception(error)
    own = f"internal error: {type(error).__name__}: {error} (--debug shows more)"
    print(f"kiosk: {_lacks_library(error) or own}", file=sys.stderr)


def _lacks_library(error: BaseException | None) -> str:
    """What to do if Qt cannot be loaded since the system lacks a library; else empty."""
    return missing_library(str(error)) if isinstance(error, ImportError) else ""
