"""A page read aloud: with the voice that Qt's speech keeps for tests, and with voices that fail in every way."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.bridge import voice as voice_module
from kiosk.bridge.voice import TICK, Voice, nearest
from kiosk.show.narration import Sentence
from kiosk.show.state import WARNING
from tests.bridge.shows import Lobby, show_of, statement

ROOT = Path(__file__).parents[2]
MOCK = "mock"
# Says everything at once, and notes what it was told in the file that is named as its engine.
NOTES = """
import json, sys
print(json.dumps({"languages": ["en", "fr"]}), flush=True)
for line in sys.stdin:
    with open(sys.argv[1], "a") as notes: notes.write(line)
    order = json.loads(line)
    if "say" in order and not order["say"].startswith("Wait"): print(json.dumps({"said": order["number"]}), flush=True)
"""
SENTENCES = (Sentence("One.", "One."), Sentence("Two.", "Two."))

MakeVoice = Callable[..., Voice]


@pytest.fixture
def make_voice(qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[MakeVoice]:
    """Voices that are there at once; `program` stands in for the speaker."""
    monkeypatch.setattr(voice_module, "AFTER_TOUCH", 0)
    made = []

    def make(engine: str = MOCK, program: str = "") -> Voice:
        if program:
            file = tmp_path / "speaker.py"
            file.write_text(program)
            monkeypatch.setattr(voice_module, "SPEAKER", [sys.executable, str(file)])
        made.append(Voice(engine))
        return made[-1]

    yield make
    for voice in made:
        voice.close()


def ready(qtbot: QtBot, voice: Voice) -> Voice:
    with qtbot.waitSignal(voice.changed):
        voice.prepare()
    return voice


def noted(file: Path) -> list[Any]:
    orders = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
    return [order.get("say", order) for order in orders]


@pytest.mark.parametrize(
    ("language", "available", "voice"),
    [
        ("fr", ["en", "fr-CH", "fr"], "fr"),
        ("fr-CA", ["fr", "fr-CA", "en"], "fr-CA"),
        ("fr-CA", ["en", "fr"], "fr"),
        ("fr", ["fr-CA"], "fr-CA"),
        ("fr", ["en", "fy"], ""),
        ("ja", [], ""),
    ],
)
def test_nearest(language: str, available: list[str], voice: str) -> None:
    assert nearest(language, available) == voice


# The process that speaks


def test_qts_speech_says_all_sentences(make_voice: MakeVoice, qtbot: QtBot) -> None:
    voice = ready(qtbot, make_voice())
    assert (voice.can_say("en"), voice.can_say("en-CA"), voice.can_say("fr")) == (True, True, False)
    at: list[str] = []
    voice.begun.connect(lambda: at.append(voice.sentence.shown if voice.sentence else ""))
    voice.read(SENTENCES, "en")
    assert voice.is_speaking
    qtbot.waitUntil(lambda: not voice.is_speaking)
    assert at == ["One.", "Two."]


def test_stop_is_at_once_and_reading_begins_anew(make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    voice = ready(qtbot, make_voice(str(file), NOTES))
    waiting = (Sentence("Wait for it.", "Wait"), *SENTENCES)
    voice.read(waiting, "en")
    voice.stop()
    assert (voice.is_speaking, voice.sentence) == (False, None)
    voice.read(waiting, "en")
    voice.read(SENTENCES, "en")
    qtbot.waitUntil(lambda: not voice.is_speaking)
    assert noted(file) == ["Wait for it.", {"stop": True}, "Wait for it.", "One.", "Two."]


def test_what_was_stopped_is_not_heard_of(make_voice: MakeVoice, qtbot: QtBot) -> None:
    """Qt's speech tells late of a sentence that was stopped; the next one does not end by it."""
    voice = ready(qtbot, make_voice())
    begun: list[str] = []
    voice.begun.connect(lambda: begun.append(voice.sentence.shown if voice.sentence else ""))
    voice.read((Sentence("one two three four", "long"),), "en")
    voice.stop()
    voice.read(SENTENCES, "en")
    qtbot.waitUntil(lambda: not voice.is_speaking)
    assert begun == ["long", "One.", "Two."]


FAILING = {
    "no engine": "",
    "ends": "raise SystemExit",
    "does not answer": "while True: pass",
    "no voice": "print('{\"languages\": []}', flush=True); input()",
    "error": 'print(\'{"error": "no sound"}\')',
}


def test_a_pause_goes_on_with_the_same_sentence(make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    voice = ready(qtbot, make_voice(str(file), NOTES))
    voice.read((Sentence("Wait a bit.", "Wait"), *SENTENCES), "en")
    voice.pause()
    assert (voice.is_speaking, voice.is_paused, voice.sentence and voice.sentence.shown) == (True, True, "Wait")
    voice.pause()
    assert (voice.is_speaking, voice.is_paused) == (True, False)
    voice.pause()
    voice.read(SENTENCES, "en")
    qtbot.waitUntil(lambda: not voice.is_speaking)
    assert noted(file) == ["Wait a bit.", {"stop": True}, "Wait a bit.", {"stop": True}, "One.", "Two."]


@pytest.mark.parametrize("program", FAILING.values(), ids=FAILING)
def test_without_a_voice_nothing_is_offered(
    program: str, make_voice: MakeVoice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_module, "FIRST_ANSWER", 300)
    monkeypatch.setattr(voice_module, "PATIENCE", 0)
    voice = ready(qtbot, make_voice("no such engine", program))
    assert not voice.can_say("en")


def test_a_voice_that_does_not_end_is_given_up(
    make_voice: MakeVoice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(voice_module, "PATIENCE", 100)
    monkeypatch.setattr(voice_module, "SLOWEST", 1000)
    voice = ready(qtbot, make_voice(str(tmp_path / "notes"), NOTES))
    voice.read((Sentence("Wait for ever.", "Wait"),), "en")
    qtbot.waitUntil(lambda: not voice.is_speaking)
    assert not voice.can_say("en")
    voice.release()
    assert ready(qtbot, voice).can_say("en")


# A visit


@pytest.fixture
def lobby(make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path) -> Lobby:
    """A visit of a page in English, its voice ready, which never ends a sentence that begins with `Wait`."""
    voice = make_voice(str(tmp_path / "notes"), NOTES)
    lobby = Lobby(show_of(statement("a", "Wait. Go."), statement("b"), languages=("en", "fr", "de")), voice=voice)
    assert not lobby.show.hasVoice
    with qtbot.waitSignal(voice.changed):
        lobby.show.touched()
    assert lobby.show.hasVoice
    lobby.show.readAloud()
    return lobby


def test_the_page_is_read(lobby: Lobby, tmp_path: Path, qtbot: QtBot) -> None:
    assert lobby.show.isSpeaking
    # The name of the show stands above the slide, where nothing is marked.
    assert lobby.show.sentence == ""
    qtbot.waitUntil(lambda: bool(lobby.show.sentence == "Wait."))
    qtbot.waitUntil(lambda: noted(tmp_path / "notes") == ["Lantern House", "Wait."])


@pytest.mark.parametrize(
    "action",
    [
        lambda show: show.next(),
        lambda show: show.chooseLanguage(1),
        lambda show: show.openComfort(),
        lambda show: show.chooseTextSize(1),
        lambda show: show.stopReading(),
        lambda show: show.resume(),
    ],
    ids=["page", "language", "panel", "text size", "stop", "end of the visit"],
)
def test_what_a_visitor_does_stops_it(lobby: Lobby, action: Callable[[Any], None]) -> None:
    action(lobby.show)
    assert (lobby.show.isSpeaking, lobby.show.sentence) == (False, "")


def test_a_touch_alone_does_not_stop_it(lobby: Lobby) -> None:
    lobby.show.touched()
    assert lobby.show.isSpeaking


def test_a_visitor_can_pause_it(lobby: Lobby) -> None:
    assert not lobby.show.isReadingPaused
    lobby.show.pauseReading()
    assert (lobby.show.isSpeaking, lobby.show.isReadingPaused) == (True, True)
    lobby.show.pauseReading()
    assert (lobby.show.isSpeaking, lobby.show.isReadingPaused) == (True, False)
    lobby.show.pauseReading()
    lobby.show.next()
    assert (lobby.show.isSpeaking, lobby.show.isReadingPaused) == (False, False)


def test_a_language_without_a_voice_is_not_offered(lobby: Lobby) -> None:
    lobby.show.chooseLanguage(2)
    assert not lobby.show.hasVoice
    lobby.show.chooseLanguage(1)
    assert lobby.show.hasVoice


def test_speaking_keeps_the_visit(lobby: Lobby, qtbot: QtBot) -> None:
    lobby.clock.now += 50
    qtbot.waitUntil(lambda: bool(lobby.show.sentence == "Wait."))
    lobby.wait(59)
    assert not lobby.show.isWarning


def test_a_voice_that_hangs_does_not(lobby: Lobby, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(lobby.show.sentence == "Wait."))
    lobby.wait(61)
    assert lobby.show.isWarning
    assert not lobby.show.isSpeaking
    lobby.show.readAloud()
    assert (lobby.show.isWarning, lobby.show.isSpeaking) == (False, False)
    lobby.show.readAloud()
    lobby.wait(61)
    lobby.wait(WARNING + 1)
    assert (lobby.show.isVisit, lobby.show.isSpeaking) == (False, False)


# The tick of the warning


def test_the_question_ticks_where_the_content_says_so(make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    for sound, ticks in ((False, 0), (True, 3)):
        voice = make_voice(str(file), NOTES)
        lobby = Lobby(show_of(statement("a"), statement("b"), sound=sound), voice=voice)
        with qtbot.waitSignal(voice.changed):
            lobby.show.touched()
        for seconds in (60, 1, 1):
            lobby.wait(seconds)
        lobby.show.touched()
        lobby.wait(1)
        voice.read((Sentence("End.", ""),), "en")
        with qtbot.waitSignal(voice.changed):  # It has said it.
            pass
        assert noted(file) == [*[{"play": str(TICK)}] * ticks, "End."]
        file.unlink()


def test_a_tick_leaves_the_voice_as_it_is(make_voice: MakeVoice, qtbot: QtBot) -> None:
    """Whether or not there is a sound device."""
    voice = ready(qtbot, make_voice())
    voice.tick()
    voice.tick()
    voice.read(SENTENCES, "en")
    qtbot.waitUntil(lambda: not voice.is_speaking)
    assert voice.can_say("en")


def test_the_tick_is_as_it_was_made(tmp_path: Path) -> None:
    made = tmp_path / "tick.wav"
    subprocess.run([sys.executable, ROOT / "packaging" / "make-tick", made], check=True)
    assert made.read_bytes() == TICK.read_bytes()
