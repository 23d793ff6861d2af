"""Starts the kiosk from its folder: `python main.py` is `kiosk`."""

import sys

from kiosk.cli import main

if __name__ == "__main__":
    sys.exit(main())
