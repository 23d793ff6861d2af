"""`kiosk supervise` with stand-ins for the program. With the program itself: tests/faults."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import supervise
from kiosk.supervise import Ended, longest_delay, told

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 10.0

READY = "print('READY=1', flush=True); "
WAIT = "import time; time.sleep(60)"


class Supervised:
    """A supervisor in a process of its own, whose program is a line of Python; `runs` are those that began."""

    def __init__(self, folder: Path, program: str, **settings: float) -> None:
        self._log = folder / "runs"
        noted = f"import os, signal, sys; open({str(self._log)!r}, 'a').write(f'{{os.getpid()}}\\n'); "
        command = [sys.executable, "-S", "-c", noted + program]
        script = "import sys; from kiosk import supervise; "
        script += "".join(f"supervise.{name} = {value}; " for name, value in settings.items())
        script += f"sys.exit(supervise.supervise({command!r}))"
        self._errors = (folder / "errors").open("w+")
        self.process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stderr=self._errors)

    @property
    def runs(self) -> list[int]:
        return [int(line) for line in self._log.read_text().split()] if self._log.exists() else []

    def begins(self, runs: int) -> int:
        """Wait for the run of that number; its process."""
        until(lambda: len(self.runs) >= runs)
        return self.runs[runs - 1]

    @property
    def errors(self) -> str:
        self._errors.seek(0)
        return self._errors.read()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._errors.close()
        for run in self.runs:
            if is_running(run):
                os.kill(run, signal.SIGKILL)


def until(is_so: Callable[[], object], seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_running(process: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def hears(process: int, number: signal.Signals) -> bool:
    """Whether a process handles a signal by now (proc(5))."""
    status = Path(f"/proc/{process}/status").read_text()
    (caught,) = (line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> number - 1 & 1)


Start = Callable[..., Supervised]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Supervised] = []

    def start_one(program: str, **settings: float) -> Supervised:
        started.append(Supervised(tmp_path, program, **{"FIRST_DELAY": 0.01} | settings))
        return started[-1]

    yield start_one
    for each in started:
        each.close()


@pytest.mark.parametrize(
    "end",
    ["os.abort()", "os.kill(os.getpid(), 9)", "os.kill(os.getpid(), 11)", "os._exit(0)", "os._exit(1)", "sys.exit(5)"],
)
def test_however_it_ends_it_begins_anew(start: Start, end: str) -> None:
    supervised = start(READY + end)
    supervised.begins(3)
    assert supervised.process.poll() is None


def test_a_program_that_hangs_is_ended_with_all_that_it_started(start: Start) -> None:
    child = "import subprocess; subprocess.Popen(['sleep', '60']); signal.signal(signal.SIGABRT, signal.SIG_IGN); "
    supervised = start(READY + child + WAIT, PATIENCE=0.2, LAST_WORDS=0.1)
    first = supervised.begins(1)
    supervised.begins(2)
    assert not is_running(first)
    told = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True).stdout
    running = [group for group, state in map(str.split, told.splitlines()) if not state.startswith("Z")]
    assert str(first) not in running
    assert "the program hangs: ending it" in supervised.errors


def test_a_program_that_stands_still_is_ended(start: Start) -> None:
    supervised = start(READY + "os.kill(os.getpid(), signal.SIGSTOP)", PATIENCE=0.2, LAST_WORDS=0.1)
    supervised.begins(2)


def test_one_that_beats_is_left_alone(start: Start) -> None:
    beats = READY + "import time\nfor _ in range(25):\n print('WATCHDOG=1', flush=True); time.sleep(0.1)\n"
    # On a machine with much else to do a beat may come late.
    supervised = start(beats + "print('STOPPING=1', flush=True)", PATIENCE=2.0)
    assert supervised.process.wait(PATIENCE) == 0
    assert len(supervised.runs) == 1


def test_one_that_draws_nothing_is_ended(start: Start) -> None:
    supervised = start(WAIT, START=0.2, LAST_WORDS=0.1)
    supervised.begins(2)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_stop_it_ends_the_program_and_then_itself(start: Start, number: signal.Signals) -> None:
    supervised = start("signal.signal(signal.SIGTERM, lambda *_: os._exit(1)); " + READY + WAIT)
    run = supervised.begins(1)
    until(lambda: hears(run, signal.SIGTERM))
    supervised.process.send_signal(number)
    assert supervised.process.wait(PATIENCE) == 1
    assert not is_running(run)


def test_a_program_that_does_not_hear_is_killed_in_time(start: Start) -> None:
    supervised = start("signal.signal(signal.SIGTERM, signal.SIG_IGN); " + READY + WAIT, STOP=0.3)
    run = supervised.begins(1)
    supervised.process.terminate()
    assert supervised.process.wait(PATIENCE) == 4
    assert not is_running(run)


def test_asked_to_stop_while_it_rests_it_ends_at_once(start: Start) -> None:
    supervised = start("os._exit(3)", WITHOUT_SCREEN=30.0, FIRST_DELAY=30.0)
    supervised.begins(1)
    until(lambda: "starting it anew in 30 s" in supervised.errors)
    supervised.process.terminate()
    assert supervised.process.wait(PATIENCE) == 0


def test_what_is_used_wrong_is_not_tried_again(start: Start) -> None:
    supervised = start("sys.exit(2)")
    assert supervised.process.wait(PATIENCE) == 2
    assert len(supervised.runs) == 1


def test_what_staff_do_reaches_the_program(start: Start) -> None:
    supervised = start("signal.signal(signal.SIGUSR1, lambda *_: os._exit(9)); print('READY=1', flush=True); " + WAIT)
    run = supervised.begins(1)
    until(lambda: hears(run, signal.SIGUSR1))
    supervised.process.send_signal(signal.SIGUSR1)
    supervised.begins(2)
    assert "ended with status 9" in supervised.errors


def test_the_second_says_so_and_ends_well(start: Start) -> None:
    first = start(READY + WAIT)
    first.begins(1)
    second = start(READY + WAIT)
    assert second.process.wait(PATIENCE) == 0
    assert second.errors == "a show is running already\n"
    assert len(first.runs) == 1


def test_a_program_that_is_not_there_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    delays: list[float] = []
    watch = supervise.Supervisor.__new__(supervise.Supervisor)
    watch._command, watch._is_asked = [str(tmp_path / "nothing")], False

    def rest(seconds: float) -> None:
        delays.append(seconds)
        watch._is_asked = len(delays) == 8

    monkeypatch.setattr(watch, "_rest", rest)
    assert watch.run() == 0
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]


@pytest.mark.parametrize(
    ("ended", "seconds"),
    [
        (Ended(-11, 3.0, False), 1.0),
        (Ended(3, None, False), 8.0),
        (Ended(-6, None, False), 30.0),
        (Ended(3, 9.0, False), 1.0),
    ],
    ids=["drawn", "no screen", "nothing drawn", "screen lost"],
)
def test_the_picture_is_back_in_time(ended: Ended, seconds: float) -> None:
    assert longest_delay(ended) == seconds


def test_an_end_is_told_in_words() -> None:
    assert (told(3), told(-11), told(-99)) == ("ended with status 3", "was ended by SIGSEGV", "was ended by signal 99")
