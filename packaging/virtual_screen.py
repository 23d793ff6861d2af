"""A screen without a monitor: Xvfb, whose frame buffer is a file that can be read as a picture."""

import mmap
import os
import struct
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtGui import QImage


class VirtualScreen:
    """A running Xvfb of width x height pixels on a display number that was free; ends with its `with` block.

    Raises RuntimeError on entering when Xvfb does not start, and FileNotFoundError when it is not installed.
    """

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        self.width = width
        self.height = height

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="virtual-screen-")
        ready, number = os.pipe()
        size = f"{self.width}x{self.height}x24"
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(number),
                "-screen",
                "0",
                size,
                "-nolisten",
                "tcp",
                "-noreset",
                "-fbdir",
                self._folder.name,
            ],
            pass_fds=[number],
            stderr=subprocess.DEVNULL,
        )
        os.close(number)
        with os.fdopen(ready) as answer:
            self.display = f":{answer.readline().strip()}"
        if self.display == ":":
            raise RuntimeError(f"Xvfb did not start: it ended with status {self._server.wait()}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """This process's environment, changed so that a Qt program opens on this screen."""
        ours = {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        return {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"} | ours

    def grab(self) -> QImage:
        """What the screen shows now. The file is in X's own format, xwd: XWDFile.h of xorgproto."""
        with (
            Path(self._folder.name, "Xvfb_screen0").open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer,
        ):
            header = struct.unpack_from(">25I", buffer)
            header_size, bytes_per_line, colours = header[0], header[12], header[19]
            start = header_size + colours * 12
            pixels = buffer[start : start + bytes_per_line * self.height]
        return QImage(pixels, self.width, self.height, bytes_per_line, QImage.Format.Format_RGB32).copy()
