"""Content files to measure with."""

import os
import random
from pathlib import Path

import yaml
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from benchmarks import ROOT

PICTURES = 8
"""Different photographs; the slides share them under names of their own."""


def shipped(folder: Path, duration: str) -> Path:
    """The shipped show, each slide for the same time."""
    content = yaml.safe_load((ROOT / "content.yaml").read_text(encoding="utf-8"))
    for slide in content["slides"]:
        slide["duration"] = duration
    folder.mkdir()
    (folder / "resources").symlink_to(ROOT / "resources")
    return write(content, folder)


def album(folder: Path, slides: int) -> Path:
    """A show of slides that have a text in two languages and a large photograph each."""
    folder.mkdir()
    photographs = [photograph(folder / f"original-{number}.jpg", number) for number in range(PICTURES)]
    for number in range(slides):
        os.link(photographs[number % PICTURES], folder / f"{number}.jpg")
    return write({"version": 1, "title": "Album", "languages": ["fr", "en"], "slides": pages(slides)}, folder)


def pages(slides: int) -> list[dict[str, object]]:
    return [
        {
            "kind": "text",
            "id": f"page-{number}",
            "duration": "8s",
            "heading": {"fr": f"Page {number}", "en": f"Page {number}"},
            "body": {"fr": "Une photographie de grande taille.", "en": "A photograph of a large size."},
            "picture": {"file": f"{number}.jpg", "alt": {"fr": "Une photographie", "en": "A photograph"}},
        }
        for number in range(slides)
    ]


def photograph(file: Path, seed: int) -> Path:
    """A picture of 3840 × 2160 pixels, with soft shapes as photographs have."""
    few = QSize(96, 54)
    noise = random.Random(seed).randbytes(few.width() * few.height() * 4)
    picture = QImage(noise, few.width(), few.height(), QImage.Format.Format_RGB32)
    soft = Qt.TransformationMode.SmoothTransformation
    if not picture.scaled(3840, 2160, mode=soft).save(str(file), quality=90):
        raise OSError(f"{file}: cannot be written")
    return file


def write(content: object, folder: Path) -> Path:
    file = folder / "content.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file
