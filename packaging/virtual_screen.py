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
        """What the screen shows now."""
        with (
            Path(self._folder.name, "Xvfb_screen0").open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer,
        ):
            return read_picture(buffer)


def read_picture(buffer: bytes | mmap.mmap) -> QImage:
    """A picture in X's own format, xwd: XWDFile.h of xorgproto."""
    header = struct.unpack_from(">25I", buffer)
    header_size, width, height, bits, bytes_per_line, colours = (header[each] for each in (0, 4, 5, 11, 12, 19))
    start = header_size + colours * 12
    pixels = buffer[start : start + bytes_per_line * height]
    # The tool of that name packs them where windows differ in how they hold colours.
    packing = QImage.Format.Format_BGR888 if bits == 24 else QImage.Format.Format_RGB32
    return QImage(pixels, width, height, bytes_per_line, packing).copy()
