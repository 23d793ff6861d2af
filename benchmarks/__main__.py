"""Measures and prints the table of docs/benchmarks.md: `make bench`."""

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks import editing, rotation, start, touch
from benchmarks.bench import HEADER, Bench
from benchmarks.screen import Screen

MEASUREMENTS = {
    "start": start.measure,
    "rotation": rotation.measure,
    "still": rotation.measure_still,
    "slope": rotation.measure_slope,
    "touch": touch.measure,
    "save": editing.measure_save,
    "check": editing.measure_check,
    "many": start.measure_many,
}
OF_THE_PACKAGE = {"package": start.measure_package}
"""What needs `make package` first, and is measured only when asked for."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    known = MEASUREMENTS | OF_THE_PACKAGE
    parser.add_argument("--only", choices=known, metavar="NAME", help=f"one of {', '.join(known)}")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--quick", action="store_true", help="less of everything: a first idea in a minute")
    length.add_argument("--long", action="store_true", help="10,000 changes of slide instead of 500")
    options = parser.parse_args()
    names = [options.only] if options.only else list(MEASUREMENTS)
    print(f"Load of the machine before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors.\n\n{HEADER}")
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder, Screen() as screen:
        # What programs remember of each other's runs stays here too.
        os.environ["STATE_DIRECTORY"] = folder
        bench = Bench(
            screen,
            Path(folder),
            runs=3 if options.quick else 7,
            rotation=15 if options.quick else 60,
            changes=10_000 if options.long else 100 if options.quick else 500,
        )
        for name in names:
            for row in known[name](bench):
                print(row, flush=True)


if __name__ == "__main__":
    main()
