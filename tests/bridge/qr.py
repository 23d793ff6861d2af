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


def codes_in(address: str) -> set[str]:
    """What the codes in a picture say that is given as a data address."""
    image = QImage.fromData(base64.b64decode(address.partition(",")[2]))
    with TemporaryDirectory() as folder:
        picture = Path(folder, "code.png")
        side = image.width() * READABLE_MODULE
        image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation).save(
            str(picture)
        )
        return read_codes(picture)
