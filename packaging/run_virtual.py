"""Runs one whole rotation of the show on a virtual screen and leaves a screenshot of each slide in build/run.

Usage: run_virtual.py [options of `kiosk run`]. Exit status: the program's, or 1 when it shows no slide in time.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from virtual_screen import VirtualScreen

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "run"
PLAY_LOG = OUT / "play.jsonl"
# The crossfade takes 0.6 s, then figures count up; no slide stays for less than 3 s.
SETTLED_AFTER = 2.0
# An `auto` duration ends at 60 s.
PATIENCE = 90.0


def shown_slides(program: subprocess.Popen[bytes]) -> Iterator[str]:
    """The ids of the slides as the play log names them, until the program ends or shows no new one in time."""
    deadline = time.monotonic() + PATIENCE
    with PLAY_LOG.open(encoding="utf-8") as play_log:
        while program.poll() is None and time.monotonic() < deadline:
            if line := play_log.readline():
                event = json.loads(line)
                if event["event"] == "shown":
                    yield event["slide"]
                    deadline = time.monotonic() + PATIENCE
            else:
                time.sleep(0.05)


def shoot_rotation(screen: VirtualScreen, program: subprocess.Popen[bytes]) -> bool:
    """Take a picture of each slide; True when the rotation came round to a slide that was shown before."""
    shot: set[str] = set()
    for slide in shown_slides(program):
        if slide in shot:
            return True
        shot.add(slide)
        time.sleep(SETTLED_AFTER)
        picture = OUT / f"{len(shot):02}-{slide}.png"
        screen.grab().save(str(picture))
        print(f"  {picture.relative_to(ROOT)}", flush=True)
    return False


def stop(program: subprocess.Popen[bytes]) -> int:
    """Ask the program to end, as a supervisor would, and return its exit status."""
    program.terminate()
    try:
        return program.wait(timeout=10)
    except subprocess.TimeoutExpired:
        program.kill()
        return program.wait()


def main() -> int:
    """Run the rotation and return the exit status."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    PLAY_LOG.touch()
    with VirtualScreen() as screen:
        print(f"No display here: running one whole rotation on a virtual one, {screen.width}x{screen.height}.")
        command = [sys.executable, "main.py", "run", *sys.argv[1:], "--play-log", str(PLAY_LOG)]
        program = subprocess.Popen(command, cwd=ROOT, env=screen.environment)
        try:
            came_round = shoot_rotation(screen, program)
        finally:
            status = stop(program)
    if status == 0 and not came_round:
        print("The show stopped before every slide was shown.", file=sys.stderr)
        status = 1
    print(f"Screenshots and the play log are in {OUT.relative_to(ROOT)}/")
    return status


if __name__ == "__main__":
    sys.exit(main())
