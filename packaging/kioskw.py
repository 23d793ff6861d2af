"""The program as a desktop starts it, on Windows and macOS: without a console, and in a window unless a command says
otherwise. `kioskw content.yaml` is what *Open with* runs."""

import os
import sys
from pathlib import Path

from kiosk.cli import COMMANDS, main


def words(arguments: list[str]) -> list[str]:
    """The words of the command line that are meant.

    >>> words(["content.yaml"])
    ['run', '--windowed', 'content.yaml']
    """
    return arguments if arguments[:1] and arguments[0] in COMMANDS else ["run", "--windowed", *arguments]


if __name__ == "__main__":
    # Windows gives a program without a console nothing to print to.
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = sys.stdout or nowhere
        sys.stderr = sys.stderr or nowhere
        sys.exit(main(words(sys.argv[1:])))
