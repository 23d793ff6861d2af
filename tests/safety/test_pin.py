"""What is kept of a PIN tells it again, and no other."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.safety import pin


@pytest.mark.parametrize(
    ("password", "salt", "rounds", "expected"),
    [
        (b"passwd", b"salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"),
        (b"Password", b"NaCl", 80000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"),
    ],
)
def test_it_is_stretched_as_rfc_7914_has_it(password: bytes, salt: bytes, rounds: int, expected: str) -> None:
    assert pin.stretched(password, salt, rounds).hex() == expected


@given(password=st.binary(max_size=200), salt=st.binary(max_size=80), rounds=st.integers(1, 4))
def test_it_is_stretched_as_openssl_does(password: bytes, salt: bytes, rounds: int) -> None:
    assert pin.stretched(password, salt, rounds) == hashlib.pbkdf2_hmac("sha256", password, salt, rounds)


@pytest.mark.parametrize("digits", ["40718", "4071", "918273645546", "0830"])
def test_a_pin_that_will_do(digits: str) -> None:
    assert pin.fault(digits) == ""


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("", "made of the digits"),
        ("12a4", "made of the digits"),
        ("40 71", "made of the digits"),
        ("٤٠٧١", "made of the digits"),
        ("4071\n", "made of the digits"),
        ("407", "4 to 12 digits"),
        ("4071840718407", "4 to 12 digits"),
        *((digits, "anybody tries") for digits in ("0000", "1234", "4321", "7890", "2468", "1212", "1122", "999999")),
        *((digits, "anybody tries") for digits in ("1984", "2025", "2580", "0852", "2000", "123456789012")),
    ],
)
def test_a_pin_that_will_not_do(digits: str, said: str) -> None:
    assert said in pin.fault(digits)


def test_what_is_kept_tells_the_pin_again_and_does_not_hold_it(tmp_path: Path) -> None:
    file = tmp_path / "pin.json"
    pin.keep(file, pin.secret_of("40718"))
    kept = pin.load(file)
    assert kept is not None
    assert (kept.fits("40718"), kept.fits("40719"), kept.fits("")) == (True, False, False)
    assert "40718" not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o640
    pin.keep(tmp_path / "other.json", pin.secret_of("40718"))
    assert json.loads(file.read_text())["hash"] != json.loads((tmp_path / "other.json").read_text())["hash"]


GOOD = {"salt": "00ff", "rounds": 1, "hash": "00" * 32}


@pytest.mark.parametrize(
    "kept",
    [b"", b"\0" * 100, b"{", b"[]", b'"1234"', b"{}"]
    + [json.dumps(GOOD | wrong).encode() for wrong in ({"salt": "0"}, {"rounds": 0}, {"rounds": 10**9}, {"hash": 1})],
)
def test_a_broken_file_is_no_pin(tmp_path: Path, kept: bytes) -> None:
    file = tmp_path / "pin.json"
    file.write_bytes(json.dumps(GOOD).encode())
    assert pin.load(file) is not None
    file.write_bytes(kept)
    assert pin.load(file) is None


def test_no_file_is_no_pin(tmp_path: Path) -> None:
    assert pin.load(tmp_path / "pin.json") is None
    assert pin.load(None) is None


def test_where_it_is_kept(tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "settings"
    monkeypatch.setattr(pin, "SETTINGS", settings)
    monkeypatch.delenv("KIOSK_PIN_FILE")
    assert pin.pin_file() == state / "pin.json"
    settings.mkdir()
    assert pin.pin_file() == settings / "pin.json"
    monkeypatch.setenv("KIOSK_PIN_FILE", str(tmp_path / "here"))
    assert pin.pin_file() == tmp_path / "here"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to another group")
def test_the_group_of_the_service_may_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pin, "USER", "daemon")
    pin.keep(tmp_path / "pin.json", pin.secret_of("40718"))
    assert (tmp_path / "pin.json").group() == "daemon"
