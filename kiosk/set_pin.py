"""`kiosk pin`: sets the PIN by which staff come in on the screen, or takes it away."""

import sys
from getpass import getpass

from kiosk.options import FINE, WRONG_USE
from kiosk.safety import pin


class Refused(Exception):
    """The PIN is not set; why, in a sentence."""


def set_pin(*, removes: bool) -> int:
    """Ask for a PIN and keep what tells it again, or forget the one there is; the exit status."""
    file = pin.pin_file()
    try:
        if file is None:
            raise Refused("there is no folder to keep it in; name a file with KIOSK_PIN_FILE")
        if removes:
            file.unlink(missing_ok=True)
            print("There is no PIN, and no way to the staff screen.")
        else:
            pin.keep(file, pin.secret_of(_asked()))
            print(f"The PIN is set ({file}).")
            print("Hold the upper left corner of the screen for four seconds, and it is asked for.")
    except OSError as error:
        return _refused(f"{file}: {error.strerror}")
    except Refused as refused:
        return _refused(str(refused))
    except EOFError:
        return _refused("nothing has changed")
    return FINE


def _refused(why: str) -> int:
    print(f"kiosk pin: {why}", file=sys.stderr)
    return WRONG_USE


def _asked() -> str:
    """A PIN that will do, given twice and not shown; where there is no terminal, a line of standard input."""
    is_person = sys.stdin.isatty()
    given = getpass(f"A PIN for staff, {pin.SHORTEST} to {pin.LONGEST} digits: ") if is_person else _line()
    if fault := pin.fault(given):
        raise Refused(fault)
    if is_person and getpass("The same again: ") != given:
        raise Refused("that was another one; nothing has changed")
    return given


def _line() -> str:
    return sys.stdin.readline().rstrip("\r\n")
