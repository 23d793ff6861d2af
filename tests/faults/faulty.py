"""The program with a fault put into it: `faulty.py` is started in place of `main.py`.

Each line that comes through the pipe $KIOSK_FAULTS is Python, run where Qt runs what it calls: in the thread that
draws. It sees `app`, `show` and `window`.
"""

import os
import sys
import threading
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk import cli, supervise
from kiosk.bridge import vigil


class Faults(QObject):
    """What is wrong with the program."""

    come = Signal(str)

    def __init__(self, show: Any, window: Any) -> None:
        super().__init__()
        self._names = {"show": show, "window": window, "app": QGuiApplication.instance()}
        self.come.connect(self._commit)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with Path(os.environ["KIOSK_FAULTS"]).open() as pipe:
            for line in pipe:
                self.come.emit(line)

    def _commit(self, line: str) -> None:
        exec(line, self._names)


def main() -> None:
    watch = vigil.Vigil.watch

    def watch_faulty(self: vigil.Vigil, window: Any, show: Any = None) -> None:
        watch(self, window, show)
        self.faults = Faults(show, window)  # type: ignore[attr-defined]

    vigil.Vigil.watch = watch_faulty  # type: ignore[method-assign]
    if patience := os.environ.get("KIOSK_PATIENCE"):
        supervise.PATIENCE = float(patience)
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
