"""A virtual screen whose pixels can be looked at a thousand times a second."""

import mmap
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from virtual_screen import VirtualScreen

BYTES_PER_PIXEL = 4


class Screen(VirtualScreen):
    """An Xvfb with its frame buffer mapped, and one finger (the pointer) and keyboard on it."""

    def __enter__(self) -> Self:
        super().__enter__()
        with Path(self._folder.name, "Xvfb_screen0").open("rb") as file:
            self._buffer = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._line = self.width * BYTES_PER_PIXEL
        # The pixels are the end of the file.
        self._start = len(self._buffer) - self.height * self._line
        self._hand = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, env=self.environment)
        self.rest()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._input.close()
        self._hand.wait()
        self._buffer.close()
        super().__exit__(kind, error, trace)

    @property
    def _input(self) -> IO[bytes]:
        assert self._hand.stdin
        return self._hand.stdin

    def do(self, action: str) -> float:
        """Move, press or release as xdotool words it; the monotonic time just before."""
        now = time.monotonic()
        self._input.write(f"{action}\n".encode())
        self._input.flush()
        return now

    def rest(self) -> None:
        """Take the pointer away, to the last corner."""
        self.do(f"mousemove {self.width} {self.height}")

    def region(self, x: int, y: int, width: int, height: int) -> bytes:
        """The pixels of a rectangle."""
        starts = (self._start + line * self._line + x * BYTES_PER_PIXEL for line in range(y, y + height))
        return b"".join(self._buffer[start : start + width * BYTES_PER_PIXEL] for start in starts)

    def picture(self) -> bytes:
        """Every eighth line of the upper five sixths, where slides are: enough to tell them apart, and quick to read.

        Below are controls, and the pointer when it rests.
        """
        starts = range(self._start, self._start + self.height * 5 // 6 * self._line, 8 * self._line)
        return b"".join(self._buffer[start : start + self._line] for start in starts)

    def is_bare(self) -> bool:
        """Whether one colour is all there is, black or what a program left: none shows anything."""
        picture = self.picture()
        return picture == picture[:BYTES_PER_PIXEL] * (len(picture) // BYTES_PER_PIXEL)

    def wait_for(self, picture: bytes) -> float:
        """The monotonic time at which the screen first has a picture. Raises TimeoutError."""
        return wait_until(lambda: self.picture() == picture)

    def wait_for_other(self, picture: bytes) -> float:
        """The monotonic time at which the screen first has another picture. Raises TimeoutError."""
        return wait_until(lambda: self.picture() != picture)

    def settled(self, quiet: float = 1.5) -> bytes:
        """The picture, once it has not changed for `quiet` seconds."""
        last, since = self.picture(), time.monotonic()
        while time.monotonic() < since + quiet:
            time.sleep(0.05)
            now = self.picture()
            if now != last:
                last, since = now, time.monotonic()
        return last


def wait_until(condition: Callable[[], bool], patience: float = 20, pause: float = 0.002) -> float:
    """The monotonic time at which a condition first holds, looking every `pause` seconds. Raises TimeoutError."""
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"what was waited for did not come within {patience} s")
        time.sleep(pause)
    return time.monotonic()
