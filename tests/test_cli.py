"""The command line, to the letter of its contract: words, statuses, one line for what is wrong."""

import gc
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kiosk import __version__, cli
from kiosk.options import RenderOptions, RunOptions

ROOT = Path(__file__).parents[1]
BROKEN = ROOT / "tests" / "data" / "broken"


@pytest.fixture(autouse=True)
def look_for_garbage() -> Iterator[None]:
    """Do so again after `run`, which leaves it to a part of the program that is not there."""
    yield
    gc.enable()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is asked of the window and the renderer, in place of doing it."""
    options: list[object] = []

    def note(value: object) -> int:
        options.append(value)
        return 5

    for name, function in (("kiosk.app", "run"), ("kiosk.render", "render")):
        module = ModuleType(name)
        setattr(module, function, note)
        monkeypatch.setitem(sys.modules, name, module)
    return options


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], RunOptions()),
        (["run"], RunOptions()),
        (["run", "shows/a.yaml"], RunOptions(content="shows/a.yaml")),
        (["--windowed"], RunOptions(windowed=(1280, 720))),
        (["--windowed", "800x600", "a.yaml"], RunOptions(content="a.yaml", windowed=(800, 600))),
        (["run", "--windowed", "a.yaml"], RunOptions(content="a.yaml", windowed=(1280, 720))),
        (["run", "--windowed=640x480"], RunOptions(windowed=(640, 480))),
        (["--debug", "--screen", "HDMI-1", "--rotate", "90"], RunOptions(screen="HDMI-1", rotate=90)),
        (["run", "--language", "en", "--start", "a", "--debug"], RunOptions(language="en", start="a")),
        (["--exit-after", "1m30s", "--play-log", "a.jsonl"], RunOptions(exit_after=90.0, play_log=Path("a.jsonl"))),
        (["render", "--out", "d"], RenderOptions(out=Path("d"))),
        (
            ["render", "a", "--out", "d", "--size", "1080x1920", "--language", "all", "--slide", "x", "--pdf"],
            RenderOptions(content="a", out=Path("d"), size=(1080, 1920), language="all", slide="x", pdf=True),
        ),
    ],
)
def test_words_become_options(asked: list[object], words: list[str], options: object) -> None:
    assert cli.main(words) == 5
    assert asked == [options]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "no command 'chekc'; did you mean 'check'?"),
        (
            ["show.yaml"],
            "no command 'show.yaml'; expected run, supervise, status, check, render, schema, init, pin, self-test",
        ),
        (["--fullscreen"], "unrecognized arguments: --fullscreen"),
        (["--rotate", "45"], "argument --rotate: invalid choice: 45"),
        (["--windowed", "800"], "expected a size in pixels such as 1280x720, found '800'"),
        (["--exit-after", "10"], "did you mean '10s'?"),
        (["render"], "the following arguments are required: --out"),
        (["render", "--out", "d", "--size", "big"], "expected a size in pixels"),
        (["check", "a", "b"], "unrecognized arguments: b"),
        (["init"], "the following arguments are required: DIR"),
    ],
)
def test_wrong_use_is_said_in_one_line(
    asked: list[object], capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as leaving:
        cli.main(words)
    assert leaving.value.code == 2
    assert asked == []
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        cli.main(["--version"])
    assert leaving.value.code == 0
    assert capsys.readouterr().out == f"kiosk {__version__}\n"


def test_failure_is_one_line_unless_debugged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise RuntimeError("out of luck")

    module = ModuleType("kiosk.app")
    monkeypatch.setattr(module, "run", fail, raising=False)
    monkeypatch.setitem(sys.modules, "kiosk.app", module)
    assert cli.main(["run"]) == 4
    assert capsys.readouterr().err == "kiosk: internal error: RuntimeError: out of luck (--debug shows more)\n"
    assert cli.main(["run", "--debug"]) == 4
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["run"], ["render", "--out", "d"]])
def test_a_library_that_the_system_lacks_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    def fail(_: object) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    for name in ("run", "render"):
        module = ModuleType(f"kiosk.{name}")
        monkeypatch.setattr(module, name, fail, raising=False)
        monkeypatch.setitem(sys.modules, "kiosk.app" if name == "run" else "kiosk.render", module)
    assert cli.main(command) == 3
    assert capsys.readouterr().err == (
        "kiosk: the system library libEGL.so.1 is missing: the Debian package lobby-kiosk brings it; "
        "elsewhere install the package that holds it\n"
    )


def test_check_of_what_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["init", str(tmp_path / "lobby")]) == 0
    capsys.readouterr()
    assert cli.main(["check", str(tmp_path / "lobby")]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "content.yaml: 7 slides, 2 languages, no problems, 1 accepted, languages in rotation: fr 2.2 : en 1\n"
    )


def test_check_of_what_is_wrong(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(BROKEN)
    assert cli.main(["check", "unknown-key.yaml"]) == 1
    captured = capsys.readouterr()
    assert captured.out == "unknown-key.yaml:8:5: error: slide 'a': unknown key 'txt'; did you mean 'text'?\n"
    assert captured.err == "unknown-key.yaml: 1 error\n"
    assert cli.main(["check", "translation-missing.yaml"]) == 0
    summary = "translation-missing.yaml: 1 slide, 2 languages, 1 warning, languages in rotation: fr 2.3 : en 1\n"
    assert capsys.readouterr().err == summary
    assert cli.main(["check", "nowhere.yaml"]) == 1
    assert capsys.readouterr().out == "nowhere.yaml:1:1: error: no such file\n"


def test_check_for_programs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(BROKEN)
    assert cli.main(["check", "--format", "json", "unknown-kind.yaml"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem.pop("text").endswith("did you mean 'statement'?")
    assert problem == {
        "file": "unknown-kind.yaml", "line": 6, "column": 11, "severity": "error", "code": "unknown-kind",
        "norm": "", "slide": "a",
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_check_answers_every_broken_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = cli.main(["check", str(path)])
    printed = capsys.readouterr().out
    assert printed
    assert status == (1 if ": error: " in printed else 0)


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Show"


def test_init_leaves_a_folder_in_use_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").touch()
    assert cli.main(["init", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"kiosk init: {tmp_path}: the folder is not empty\n"


def run_program(*words: str, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env=os.environ | (environment or {}),
    )


@pytest.mark.parametrize("command", ["check", "schema"])
def test_no_qt_is_loaded_for(command: str) -> None:
    program = (
        "import sys; from kiosk.cli import main; main(sys.argv[1:]); print('PySide6' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, command], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stderr.splitlines()[-1] == "False"


def test_nobody_reads_on() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "schema"],
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_terminal_without_utf8(tmp_path: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_text("été: 1\n", encoding="utf-8")
    done = run_program("check", str(file), environment={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert "unknown key '\\xe9t\\xe9'" in done.stdout
    assert done.stderr == "content.yaml: 5 errors\n"


@pytest.mark.parametrize(("options", "traced"), [((), False), (("--debug",), True)])
def test_an_error_in_what_qt_or_a_thread_calls_is_one_line(
    options: tuple[str, ...], traced: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    cli.main(["schema", *options])
    capsys.readouterr()
    error = ValueError("out of tune")
    sys.excepthook(ValueError, error, None)
    threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, None)))
    told = capsys.readouterr().err
    assert told.count("kiosk: internal error: ValueError: out of tune (--debug shows more)\n") == 2
    assert (len(told.splitlines()) > 2) == traced


SHARED = """\
version: 1
title: Library
languages: [fr, en]
jurisdiction: quebec
rotation: {languages: equal}
slides:
  - {kind: statement, id: first, text: Hello}
"""


def test_check_of_the_languages_in_rotation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "content.yaml"
    file.write_text(SHARED)
    assert cli.main(["check", "--format", "json", str(file)]) == 0
    captured = capsys.readouterr()
    (problem,) = json.loads(captured.out)
    assert (problem["code"], problem["norm"]) == ("language-share", "C-11, r. 9, s. 27.6")
    assert captured.err == "content.yaml: 1 slide, 2 languages, 1 warning, languages in rotation: fr 1 : en 1\n"
    file.write_text(SHARED + "accept: [{rule: language-share, because: An exhibition}]\n")
    assert cli.main(["check", str(file)]) == 0
    captured = capsys.readouterr()
    assert (captured.out, "no problems, 1 accepted" in captured.err) == ("", True)
    file.write_text(SHARED.replace("equal", "first") + "accept: [{rule: language-share, because: An exhibition}]\n")
    assert cli.main(["check", str(file)]) == 0
    assert "'accept': 'language-share' silences nothing: delete it\n" in capsys.readouterr().out
