"""What an editor waits for: the check, and the screen after a save."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks import ROOT, decks
from benchmarks.bench import Bench, Row
from benchmarks.programs import kiosk, running
from benchmarks.screen import Screen


def measure_check(bench: Bench) -> list[Row]:
    content = decks.album(bench.folder / "check", 1000)
    times = [check(content) for _ in range(bench.runs)]
    return [Row(what="`kiosk check` of 1,000 slides", unit="s", ours=median(times), at_most=1.5)]


def check(content: Path) -> float:
    """Seconds of a whole `kiosk check`."""
    began = time.monotonic()
    command = [sys.executable, "main.py", "check", str(content)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - began


def measure_save(bench: Bench) -> list[Row]:
    """A word of the slide on the screen changes there and back."""
    screen = bench.screen
    content = decks.album(bench.folder / "save", 1)
    texts = [content.read_text(encoding="utf-8")]
    texts.append(texts[0].replace("Une photographie de grande taille", "Une image de petite taille"))
    begun, done = [], []
    with running(screen, kiosk(content)):
        screen.settled()
        # Learnt after a fade, as it is timed: on the first slide of all, letters differ by a shade.
        pictures = [save(screen, content, text) for text in reversed(texts)][::-1]
        for turn in range(1, bench.runs + 1):
            old, new = pictures[(turn + 1) % 2], pictures[turn % 2]
            content.write_text(texts[turn % 2], encoding="utf-8")
            saved = time.monotonic()
            begun.append(screen.wait_for_other(old) - saved)
            done.append(screen.wait_for(new) - saved)
            time.sleep(1)
    return [
        Row(what="save to the first pixel of the change", unit="s", ours=median(begun), at_most=1),
        Row(what="save to the whole of the change, faded in", unit="s", ours=median(done)),
    ]


def save(screen: Screen, content: Path, text: str) -> bytes:
    """The picture that a save comes to."""
    old = screen.picture()
    content.write_text(text, encoding="utf-8")
    screen.wait_for_other(old)
    return screen.settled()
