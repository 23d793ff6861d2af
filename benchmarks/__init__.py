"""The numbers to meet, measured on the whole program: `python -m benchmarks`. Method: docs/benchmarks.md."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# `packaging` cannot be imported as a package: an installed library has that name.
sys.path.append(str(ROOT / "packaging"))
