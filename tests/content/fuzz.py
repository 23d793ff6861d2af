"""Looks for bytes that the reader does not take as it should, led by what code they reach. Development only.

Usage: python -m tests.content.fuzz KIND SECONDS, KIND being yaml, svg, png, jpg, webp or ttf. What it tried and found
is in build/fuzz; put what it found into tests/data/fuzz, under a name that says what it is.
"""

import sys
import tempfile
from pathlib import Path

import atheris

# What is not imported here is not followed.
with atheris.instrument_imports(include=["kiosk", "yaml"]):
    from tests.content.anything import NAMES, take

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
SEEDS = {
    "yaml": [ROOT, ROOT / "kiosk" / "content" / "starter", DATA / "broken", DATA / "rules", DATA / "shows" / "world"],
    "ttf": [ROOT / "resources" / "fonts"],
}
PICTURES = [DATA / "shows" / "world" / "images", ROOT / "resources" / "art"]
LARGEST = 4096
"""Bytes: what is wrong with large files is wrong with small ones, which are tried faster."""


def main() -> None:
    kind, seconds = sys.argv[1:]
    tried = ROOT / "build" / "fuzz" / kind
    tried.mkdir(parents=True, exist_ok=True)
    for seeds in (DATA / "fuzz", *SEEDS.get(kind, PICTURES)):
        for seed in seeds.glob(f"*.{kind}"):
            (tried / seed.name).write_bytes(seed.read_bytes()[:LARGEST])
    with tempfile.TemporaryDirectory() as folder:
        options = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", "-timeout=10", "-rss_limit_mb=1000"]
        options += [f"-artifact_prefix={tried.parent}/found-{kind}-", "-print_final_stats=1", str(tried)]
        atheris.Setup(sys.argv[:1] + options, lambda data: take(kind, data, Path(folder)))
        atheris.Fuzz()


if __name__ == "__main__":
    assert sys.argv[1] in NAMES, __doc__
    main()
