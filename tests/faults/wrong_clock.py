"""The program where libfaketime tells the time: it also moves the moment that `time.sleep` waits for, which lies on a
clock that nobody sets. `wrong_clock.py` is started in place of `main.py`.
"""

import select
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kiosk import cli


def sleep(seconds: Any) -> None:
    select.select([], [], [], seconds)


if __name__ == "__main__":
    time.sleep = sleep
    sys.exit(cli.main())
