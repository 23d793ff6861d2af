"""What Windows and macOS know a program by: icon, version and what it opens. Made for `kiosk.spec` from our own."""

from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from kiosk import __version__

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icon" / "kiosk.svg"

NAME = "Lobby kiosk"
IDENTIFIER = "org.lobbykiosk.Kiosk"
COPYRIGHT = "Copyright 2026 Lobby kiosk contributors, MIT licence"

SIZES = {".ico": (16, 20, 24, 32, 40, 48, 64, 256), ".icns": (32, 64, 128, 256, 512, 1024)}
"""Pixels. Source: Microsoft's and Apple's guidelines for icons."""


def drawn(size: int) -> Image.Image:
    """The icon in a square of so many pixels."""
    reader = QImageReader(str(DRAWING))
    reader.setScaledSize(QSize(size, size))
    picture = reader.read().convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(picture.constBits()))


def make_icon(file: Path) -> Path:
    """Write an `.ico` or `.icns` file with each of its sizes drawn anew."""
    file.parent.mkdir(parents=True, exist_ok=True)
    *smaller, largest = [drawn(size) for size in SIZES[file.suffix]]
    largest.save(file, append_images=smaller, sizes=[(size, size) for size in SIZES[file.suffix]])
    return file


def version_resource(name: str) -> str:
    """What the properties of an executable on Windows say, as PyInstaller reads it."""
    numbers = tuple(int(number) for number in __version__.split("+")[0].split("."))
    numbers = (*numbers, 0, 0, 0, 0)[:4]
    strings = {
        "CompanyName": "Lobby kiosk contributors",
        "FileDescription": NAME,
        "FileVersion": __version__,
        "InternalName": name,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{name}.exe",
        "ProductName": NAME,
        "ProductVersion": __version__,
    }
    table = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    # American English in Unicode, as 0x0409 and 1200.
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=1), "
        f"kids=[StringFileInfo([StringTable('040904B0', [{table}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0409, 1200])])])\n"
    )


def property_list() -> dict[str, Any]:
    """What macOS is told of the program, beside what PyInstaller says: that it opens content files, though no other
    program's before it, and draws in the pixels of the screen."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Content of a lobby kiosk",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.yaml"],
            }
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSBackgroundOnly": False,
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": COPYRIGHT,
    }
