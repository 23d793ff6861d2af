"""Content files to measure with."""

import os
import random
from pathlib import Path
from typing import Any

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


def releases(folder: Path, count: int) -> Path:
    """Folders with a release each of a show that has every kind of slide, and a link `current` to the first of them.

    It is the shipped show and the one that goes to the limits of every kind, each in the languages of both.
    """
    shows = [ROOT / "content.yaml", ROOT / "tests/data/shows/world/content.yaml"]
    first, second = (yaml.safe_load(each.read_text(encoding="utf-8")) for each in shows)
    languages = [*first["languages"], *(each for each in second["languages"] if each not in first["languages"])]
    slides = [in_all(slide, languages) for slide in first["slides"] + second["slides"]]
    # What both shows call by the same name.
    names = [slide["id"] for slide in slides]
    for number, slide in enumerate(slides):
        if names.index(slide["id"]) < number:
            slide["id"] += "-2"
    for number in range(count):
        release = folder / f"release-{number:03}"
        release.mkdir(parents=True)
        (release / "resources").symlink_to(ROOT / "resources")
        (release / "images").symlink_to(shows[1].parent / "images")
        show = {"version": 1, "title": f"Release {number}", "languages": languages, "idle": "60s", "slides": slides}
        write(show, release)
    (folder / "current").symlink_to("release-000")
    return folder


def in_all(value: Any, languages: list[str]) -> Any:
    """A part of a content file, with what is said in some languages said in all of them."""
    if isinstance(value, list):
        return [in_all(each, languages) for each in value]
    if not isinstance(value, dict):
        return value
    if value and set(value) <= set(languages):
        return {language: value.get(language, next(iter(value.values()))) for language in languages}
    return {key: in_all(each, languages) for key, each in value.items()}


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
