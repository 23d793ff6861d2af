"""The PIN of staff: how it is kept, and how it is told from another.

Only a salted hash is kept (PBKDF2 with HMAC-SHA-256, RFC 8018), in a file that visitors never come near. A PIN is too
short for a hash alone to hide it: what keeps it is that file's mode, and the waits of `kiosk.safety.tries`.
"""

import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kiosk.safety.state_folder import read_json, state_folder, write

SHORTEST, LONGEST = 4, 12
"""Digits."""

SETTINGS = Path("/etc/kiosk")
"""Where the Debian package keeps what the owner of a machine sets."""

USER = "kiosk"
"""The group that may read it there: the service's (packaging/debian/sysusers.conf)."""

ROUNDS = 200_000
"""A third of a second of a small computer's time for each try."""

MOST_ROUNDS = 10_000_000
SALT = 16
"""Bytes."""

BLOCK = 64
"""Bytes that SHA-256 takes at once."""

MIDDLE_COLUMN = "2580"
"""The only four keys in a line."""


@dataclass(frozen=True)
class Secret:
    """What is kept of a PIN."""

    salt: bytes
    rounds: int
    hash: bytes

    def fits(self, pin: str) -> bool:
        """Whether this is the PIN. It takes its time."""
        # OpenSSL is behind it where Python has it, which takes 10 ms to load: no start waits for that.
        from hmac import compare_digest

        return compare_digest(stretched(pin.encode(), self.salt, self.rounds), self.hash)


def fault(pin: str) -> str:
    """What keeps digits from being a PIN, in a sentence; empty if nothing does."""
    if not re.fullmatch(r"[0-9]+", pin):
        return "a PIN is made of the digits 0 to 9 alone"
    if not SHORTEST <= len(pin) <= LONGEST:
        return f"a PIN has {SHORTEST} to {LONGEST} digits"
    return "that PIN is among the first that anybody tries" if _is_guessable(pin) else ""


def _is_guessable(pin: str) -> bool:
    """Whether it is a series, a repetition of two digits, a column of the keys or a year of somebody's life.

    Source: the commonest PINs, D. Amitay, "Most Common iPhone Passcodes", 2011.
    """
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    is_year = re.fullmatch(r"(19|20)[0-9]{2}", pin) is not None
    return len(steps) == 1 or len(set(pin)) < 3 or is_year or pin in (MIDDLE_COLUMN, MIDDLE_COLUMN[::-1])


def secret_of(pin: str) -> Secret:
    """What to keep of a PIN; other each time."""
    salt = os.urandom(SALT)
    return Secret(salt, ROUNDS, stretched(pin.encode(), salt, ROUNDS))


def stretched(password: bytes, salt: bytes, rounds: int) -> bytes:
    """The first block of PBKDF2-HMAC-SHA-256. Python has it from OpenSSL alone, which the package does not hold."""
    from hashlib import sha256

    key = sha256(password).digest() if len(password) > BLOCK else password
    inner, outer = (sha256(bytes(byte ^ mark for byte in key.ljust(BLOCK, b"\0"))) for mark in (0x36, 0x5C))

    def keyed(message: bytes) -> bytes:
        within, around = inner.copy(), outer.copy()
        within.update(message)
        around.update(within.digest())
        return around.digest()

    block = keyed(salt + b"\0\0\0\1")
    mixed = int.from_bytes(block, "big")
    for _ in range(rounds - 1):
        block = keyed(block)
        mixed ^= int.from_bytes(block, "big")
    return mixed.to_bytes(len(block), "big")


def pin_file() -> Path | None:
    """Where the PIN of this machine is kept: where $KIOSK_PIN_FILE says, else where the package keeps settings, else
    in the state folder; None if there is no place at all."""
    if named := os.environ.get("KIOSK_PIN_FILE"):
        return Path(named)
    folder = SETTINGS if SETTINGS.is_dir() else state_folder()
    return folder and folder / "pin.json"


def load(file: Path | None) -> Secret | None:
    """What is kept in a file; None if there is nothing that can be relied on, and so no PIN."""
    match file and read_json(file):
        case {"salt": str(salt), "rounds": int(rounds), "hash": str(kept)} if 0 < rounds <= MOST_ROUNDS:
            with suppress(ValueError):
                return Secret(bytes.fromhex(salt), rounds, bytes.fromhex(kept))
    return None


def keep(file: Path, secret: Secret) -> None:
    """Write what is kept of a PIN, for its owner and the service's group to read. Raises OSError."""
    kept = {"salt": secret.salt.hex(), "rounds": secret.rounds, "hash": secret.hash.hex()}
    before = os.umask(0o027)
    try:
        write(file, json.dumps(kept).encode() + b"\n")
    finally:
        os.umask(before)
    if sys.platform != "win32" and os.geteuid() == 0:
        import grp

        with suppress(KeyError):  # Without the package there is no such group.
            os.chown(file, -1, grp.getgrnam(USER).gr_gid)
