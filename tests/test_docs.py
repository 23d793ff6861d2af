"""What the documents point to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

# Made by the build, and by whoever follows the example.
NOT_HERE = {"kiosk/shipped/", "kiosk/qml/Kiosk/Slides/QuoteSlide.qml"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_file_that_is_named_exists(document: Path) -> None:
    text = document.read_text("utf-8")
    named = re.findall(r"`((?:kiosk|tests|packaging|benchmarks|resources|docs)/[\w./-]*\w/?)`", text)
    linked = [link for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) if "://" not in link]
    missing = [name for name in named if name not in NOT_HERE and not (ROOT / name).exists()]
    missing += [link for link in linked if not (document.parent / link).exists()]
    assert not missing
