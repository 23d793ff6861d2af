"""However the program crashes or hangs, and whenever, the picture is back in time, on the slide that was showing."""

import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from virtual_screen import VirtualScreen

from tests.faults.conftest import Faulty, Systemd, crashes
from tests.program.conftest import NOWHERE, PATIENCE, content, until

pytestmark = pytest.mark.faults

CRASHED = 5.0
"""Seconds until the picture is back. Source: faults.md, *Ranked fault list*, 2."""

Hurt = Callable[[Faulty], None]


def by(number: signal.Signals) -> Hurt:
    def hurt(kiosk: Faulty) -> None:
        subprocess.run(["kill", f"-{int(number)}", str(kiosk.program)], check=True)

    hurt.__name__ = number.name
    return hurt


def ending(status: int) -> Hurt:
    def hurt(kiosk: Faulty) -> None:
        kiosk.fault(f"import os; os._exit({status})")

    hurt.__name__ = f"exit {status}"
    return hurt


SIGNALS = [by(signal.SIGSEGV), by(signal.SIGABRT), by(signal.SIGKILL)]
EXITS = [ending(0), ending(1)]


def name(value: object) -> str:
    return str(getattr(value, "__name__", value))


@pytest.mark.parametrize("hurt", SIGNALS + EXITS, ids=name)
def test_in_a_transition(supervised: Faulty, hurt: Hurt) -> None:
    # Its first frame is on the screen, and the fade has begun.
    supervised.shows("bravo", "rotation")
    hurt(supervised)
    assert supervised.next_run(CRASHED)["slide"] == "bravo"


@pytest.mark.parametrize("hurt", SIGNALS[:2], ids=name)
def test_a_crash_leaves_its_stack_in_the_log_and_no_image_on_the_disk(supervised: Faulty, hurt: Hurt) -> None:
    limits = Path(f"/proc/{supervised.program}/limits").read_text().splitlines()
    assert next(line.split()[4:6] for line in limits if line.startswith("Max core file size")) == ["0", "0"]
    hurt(supervised)
    supervised.tells("Fatal Python error")
    supervised.tells("kiosk/app.py")
    supervised.next_run(CRASHED)


@pytest.mark.parametrize("hurt", SIGNALS + EXITS, ids=name)
def test_under_a_finger(supervised: Faulty, hurt: Hurt) -> None:
    supervised.hands(f"mousemove {NOWHERE[0]} {NOWHERE[1]} mousedown 1")
    supervised.wakes()
    hurt(supervised)
    told = supervised.next_run(CRASHED)
    assert (told["slide"], told["mode"]) == ("alpha", "rotation")
    supervised.hands("mouseup 1")


@pytest.mark.parametrize("hurt", SIGNALS + EXITS, ids=name)
def test_while_content_changes(supervised: Faulty, lobby: Path, hurt: Hurt) -> None:
    (lobby / "content.yaml").write_text(content(title="New House", duration="3s"))
    while supervised.event()["event"] != "reloaded":
        pass
    hurt(supervised)
    assert supervised.next_run(CRASHED)["revision"] != ""


@pytest.mark.parametrize("hurt", SIGNALS, ids=name)
@pytest.mark.parametrize("moment", [0.05, 0.2, 0.4], ids="after {} s".format)
def test_at_its_start(screen: VirtualScreen, lobby: Path, hurt: Hurt, moment: float) -> None:
    kiosk = Faulty(screen, lobby, "supervise")
    try:
        assert kiosk.program
        time.sleep(moment)
        hurt(kiosk)
        kiosk.next_run(CRASHED)
    finally:
        kiosk.close()


def test_as_often_as_it_is_killed_something_is_on_the_screen_again(supervised: Faulty, state: Path) -> None:
    rungs = []
    for _ in range(12):
        before = crashes(state)["running"]
        by(signal.SIGKILL)(supervised)
        until(partial(has_drawn_since, state, before), "the next run", CRASHED)
        rungs.append(crashes(state)["running"]["rung"])
    assert rungs == [0, 2, 2, 4, 4, 4, 6, 6, 6, 6, 6, 6]
    supervised.sees("#0000c0", (10, 10))
    assert supervised.stop() == 0
    assert "internal error" not in supervised.errors


def has_drawn_since(state: Path, before: object) -> bool:
    """Whether another run than the one before draws."""
    return crashes(state)["running"] != before and '"drawn"' in (state / "showing.json").read_text()


HANGS = {
    "the thread that draws": "while True: pass",
    "QML": "from PySide6.QtQml import *; c = qmlContext(window.contentItem()); "
    "QQmlExpression(c, window, 'while(true){}').evaluate()",
    "drawing": "import time; window.beforeRendering.connect(lambda: time.sleep(1000)); window.update()",
    "a hidden window": "window.hide()",
}


@pytest.mark.parametrize("hang", [*HANGS, "SIGSTOP"])
def test_whatever_hangs_is_missed(service: Faulty, systemd: Systemd, hang: str) -> None:
    assert systemd.hears("WATCHDOG=1", PATIENCE)
    if hang == "SIGSTOP":
        by(signal.SIGSTOP)(service)
    else:
        service.fault(HANGS[hang])
    # One may have been on its way.
    systemd.hears("WATCHDOG=1", 1.5)
    assert not systemd.hears("WATCHDOG=1", 3)


def test_what_does_not_hang_is_not_missed(service: Faulty, systemd: Systemd) -> None:
    assert systemd.hears("READY=1", PATIENCE)
    for _ in range(6):
        assert systemd.hears("WATCHDOG=1", 2)


def test_a_still_slide_beats_too(screen: VirtualScreen, lobby: Path, systemd: Systemd) -> None:
    (lobby / "content.yaml").write_text(content(slides=("alpha",)).replace("languages: [fr, en]", "languages: [fr]"))
    kiosk = Faulty(screen, lobby, "run", NOTIFY_SOCKET=str(systemd.address), WATCHDOG_USEC="2000000")
    try:
        kiosk.starts()
        for _ in range(5):
            assert systemd.hears("WATCHDOG=1", 2)
    finally:
        kiosk.close()


@pytest.mark.parametrize("hang", [*HANGS, "SIGSTOP"])
def test_whatever_hangs_is_started_anew(supervised: Faulty, hang: str) -> None:
    supervised.shows("bravo", "rotation")
    if hang == "SIGSTOP":
        by(signal.SIGSTOP)(supervised)
    else:
        supervised.fault(HANGS[hang])
    # Three seconds of patience here, thirty in the field.
    assert supervised.next_run(3 + CRASHED)["slide"] == "bravo"


def test_a_dead_alarm_is_noticed_and_nothing_is_lost(supervised: Faulty) -> None:
    supervised.fault("show._alarm.stop()")
    supervised.shows("bravo", "rotation")
    supervised.shows("charlie", "rotation")


def test_a_rotation_that_cannot_go_on_is_started_anew(supervised: Faulty) -> None:
    supervised.fault("from kiosk.show import state; state.tick = lambda *_: 1 / 0")
    # It is missed after five seconds at most, and so are the beats after three.
    assert supervised.next_run(3 + 5 + 3 + CRASHED)["slide"] == "alpha"
    supervised.shows("bravo", "rotation")


def test_many_errors_in_what_qt_calls_end_it(supervised: Faulty) -> None:
    supervised.fault(
        "from PySide6.QtCore import QTimer; t = QTimer(app, interval=10); t.timeout.connect(lambda: 1 / 0); t.start()"
    )
    supervised.next_run(CRASHED)
    assert "internal errors within 60 seconds: giving up" in supervised.errors
    assert "ended with status 4" in supervised.errors


def test_between_two_runs_a_bare_screen_has_the_colour_of_the_show(supervised: Faulty, lobby: Path) -> None:
    supervised.sees("#0000c0", (10, 10))
    by(signal.SIGKILL)(supervised)
    supervised.sees("#ffffff", (10, 10))
    supervised.next_run(CRASHED)
