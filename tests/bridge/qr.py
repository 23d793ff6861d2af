"""Reads QR codes, as a phone would."""

import base64
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

READABLE_MODULE = 4
"""Pixels: a code of one pixel a module is enlarged to this, as a camera would see it."""


def read_codes(picture: Path) -> set[str]:
    """What the codes in a picture file say. Needs the program zbarimg."""
    command = ["zbarimg", "--quiet", "--xml", "-S*.disable", "-Sqrcode.enable", str(picture)]
    answer = subprocess.run(command, capture_output=True, text=True)
    if not answer.stdout:
        return set()
    return {data.text or "" for data in ElementTree.fromstring(answer.stdout).findall(".//{*}data")}


def side_of(address: str) -> int:
    """How many modules a code has a side, quiet zone included, that is given as a data address."""
    return QImage.fromData(base64.b64decode(address.partition(",")[2])).width()


def codes_in(address: str) -> set[str]:
    """What the codes in a picture say that is given as a data address."""
    with TemporaryDirectory() as folder:
        return read_codes(_enlarged(address, Path(folder)))


def text_in(address: str) -> str:
    """What the one code in a picture says, in any script, that is given as a data address."""
    # The answer as XML, which `read_codes` reads, garbles letters beyond ASCII.
    with TemporaryDirectory() as folder:
        command = [
            "zbarimg",
            "--quiet",
            "--raw",
            "-S*.disable",
            "-Sqrcode.enable",
            str(_enlarged(address, Path(folder))),
        ]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode().removesuffix("\n")


def _enlarged(address: str, folder: Path) -> Path:
    image = QImage.fromData(base64.b64decode(address.partition(",")[2]))
    side = image.width() * READABLE_MODULE
    picture = folder / "code.png"
    image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation).save(
        str(picture)
    )
    return picture
