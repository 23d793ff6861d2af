"""Programs of the system that are asked to do something. Nobody waits for them, and none may take its time."""

import os
import shutil
import sys
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

Command = Sequence[str]

LIMIT = 10_000
"""Milliseconds. A display answers `ddcutil` after one or two seconds."""

GONE = 500
"""Milliseconds in which a program that is killed has gone."""


class Errand(QObject):
    """Runs commands until one does what it should: status 0, and not a word of complaint, since `xset` ends with 0
    whatever happens."""

    done = Signal(object)
    """The command that did it, None if none did."""

    def __init__(self, parent: QObject, limit: int = LIMIT) -> None:
        super().__init__(parent)
        self._left: list[Command] = []
        self._command: Command | None = None
        self._process: QProcess | None = None
        self._has_complained = False
        self._alarm = QTimer(self, singleShot=True, interval=limit)
        self._alarm.timeout.connect(self._kill)

    def run(self, commands: Sequence[Command]) -> None:
        """Try the commands, one after the other. What still runs is given up."""
        self.close()
        self._left = list(commands)
        self._next()

    def close(self) -> None:
        """Give up what still runs: nothing is to hear of its end any longer."""
        process, self._process = self._process, None
        self._alarm.stop()
        if process:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(GONE)
            process.deleteLater()

    def _next(self) -> None:
        self._alarm.stop()
        program = None
        while self._left and program is None:
            self._command = self._left.pop(0)
            program = shutil.which(self._command[0])
        if program is None or self._command is None:
            self.done.emit(None)
            return
        self._has_complained = False
        self._process = process = QProcess(self)
        process.setProgram(program)
        process.setArguments(list(self._command[1:]))
        process.setProcessEnvironment(_environment())
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.readyReadStandardError.connect(partial(self._hear, process))
        process.finished.connect(partial(self._finished, process))
        process.errorOccurred.connect(partial(self._refused, process))
        process.start()
        self._alarm.start()

    def _hear(self, process: QProcess) -> None:
        if process is self._process:
            self._has_complained = True
        # However much there is to say: nobody reads it.
        process.closeReadChannel(QProcess.ProcessChannel.StandardError)

    def _kill(self) -> None:
        if self._process:
            self._process.kill()

    def _refused(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(process, is_done=False)

    def _finished(self, process: QProcess, status: int, how: QProcess.ExitStatus) -> None:
        is_well = how == QProcess.ExitStatus.NormalExit and status == 0
        self._end(process, is_done=is_well and not self._has_complained)

    def _end(self, process: QProcess, *, is_done: bool) -> None:
        process.deleteLater()
        if process is not self._process:
            return
        self._process = None
        if is_done:
            self._alarm.stop()
            self.done.emit(self._command)
        else:
            self._next()


def _environment() -> QProcessEnvironment:
    """That of this process, without what a bundled program has set for its own libraries (PyInstaller's bootloader)."""
    environment = QProcessEnvironment.systemEnvironment()
    if getattr(sys, "frozen", False):
        environment.remove("LD_LIBRARY_PATH")
        if before := os.environ.get("LD_LIBRARY_PATH_ORIG"):
            environment.insert("LD_LIBRARY_PATH", before)
    return environment
