"""`kiosk pin` as people and scripts give it."""

import io
import sys
from pathlib import Path

import pytest

from kiosk import cli, set_pin
from kiosk.safety import pin


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def give(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Have a person at a terminal answer."""
    left = iter(answers)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(set_pin, "getpass", lambda question: next(left))


@pytest.fixture
def file(state: Path) -> Path:
    """Where tests keep the PIN."""
    return state / "pin.json"


def is_set(file: Path, digits: str) -> bool:
    kept = pin.load(file)
    return kept is not None and kept.fits(digits)


def test_a_person_gives_it_twice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    give(monkeypatch, "40718", "40718")
    assert cli.main(["pin"]) == 0
    assert is_set(file, "40718")
    told = capsys.readouterr()
    assert (str(file) in told.out, "40718" in told.out, told.err) == (True, False, "")


@pytest.mark.parametrize(
    ("answers", "said"), [(("40718", "40719"), "another one"), (("1234",), "anybody tries"), (("",), "digits")]
)
def test_one_that_will_not_do_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], file: Path, answers: tuple[str, ...], said: str
) -> None:
    pin.keep(file, pin.secret_of("90210"))
    give(monkeypatch, *answers)
    assert cli.main(["pin"]) == 2
    assert said in capsys.readouterr().err
    assert is_set(file, "90210")


def test_a_script_gives_it_as_a_line(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("40718\r\n"))
    assert cli.main(["pin"]) == 0
    assert is_set(file, "40718")


def test_it_is_taken_away(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    pin.keep(file, pin.secret_of("40718"))
    assert cli.main(["pin", "--remove"]) == 0
    assert not file.exists()
    assert cli.main(["pin", "--remove"]) == 0


def test_a_folder_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("KIOSK_PIN_FILE", str(tmp_path / "none" / "pin.json"))
    give(monkeypatch, "40718", "40718")
    assert cli.main(["pin"]) == 2
    assert capsys.readouterr().err == f"kiosk pin: {tmp_path}/none/pin.json: No such file or directory\n"


def test_whoever_gives_up_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    def leave(question: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(set_pin, "getpass", leave)
    assert cli.main(["pin"]) == 2
    assert "nothing has changed" in capsys.readouterr().err
    assert not file.exists()
