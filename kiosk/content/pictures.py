"""Whether a file is a picture or font the screen can show, told from its bytes without decoding it."""

import math
import mmap
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from xml.parsers import expat

LARGEST_FILE = 64 * 2**20
"""Bytes."""

LARGEST_PICTURE = 40_000_000
"""Pixels; a larger picture takes seconds and hundreds of megabytes to decode."""

EXTENSIONS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WebP": (".webp",), "SVG": (".svg",)}


class PictureError(Exception):
    """A file that cannot be shown; its text says why and what to do."""


class MissingFile(PictureError):
    """A file that is not there."""


@contextmanager
def _bytes_of(path: Path) -> Iterator[mmap.mmap]:
    """The bytes of a file, read only where looked at. Raises PictureError, also for what the system refuses."""
    try:
        # Asked once: a show may have a thousand of them.
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise PictureError("is a folder, not a file" if S_ISDIR(status.st_mode) else "is not a file")
        if status.st_size == 0:
            raise PictureError("is empty")
        if status.st_size > LARGEST_FILE:
            raise PictureError(f"is too large: {status.st_size / 2**20:.0f} MiB, at most {LARGEST_FILE // 2**20} MiB")
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data
    except (FileNotFoundError, NotADirectoryError):
        raise MissingFile("does not exist") from None
    except PermissionError:
        raise PictureError("may not be read: no permission") from None
    except OSError as error:
        raise PictureError(f"cannot be read: {error.strerror}") from None


def _png(data: mmap.mmap, thorough: bool) -> tuple[int, int]:
    position, size = 8, (0, 0)
    while True:
        length, name = struct.unpack(">I4s", data[position : position + 8])
        end = position + 8 + length
        (checksum,) = struct.unpack(">I", data[end : end + 4])
        if (thorough or name != b"IDAT") and zlib.crc32(data[position + 4 : end]) != checksum:
            raise PictureError("is damaged: save it again")
        if position == 8:
            if name != b"IHDR":
                raise PictureError("is damaged: save it again")
            size = struct.unpack(">II", data[16:24])
        if name == b"IEND":
            return size
        position = end + 4


_NO_FILL = re.compile(rb"[^\xff]")
"""Fill may stand before a mark, and is all that is left where a card has lost the rest."""

_NUMBER = re.compile(r"[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")


def _jpeg(data: mmap.mmap, thorough: bool) -> tuple[int, int]:
    position, size = 2, (0, 0)
    while True:
        mark, name, length = struct.unpack(">BBH", data[position : position + 4])
        if mark != 0xFF or length < 2:
            raise PictureError("is damaged: save it again")
        if name == 0xFF:
            other = _NO_FILL.search(data, position)
            if other is None:
                raise PictureError("is cut short: copy it again")
            position = other.start() - 1
            continue
        if 0xC0 <= name <= 0xCF and name not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            size = width, height
        position += 2 + length
        if name == 0xDA:
            break
    # Phones put more data behind the end mark, so it need not be at the very end of the file.
    if data[-2:] != b"\xff\xd9" and data.find(b"\xff\xd9", position) < 0:
        raise PictureError("is cut short: copy it again")
    return size


def _webp(data: mmap.mmap, thorough: bool) -> tuple[int, int]:
    (length,) = struct.unpack("<I", data[4:8])
    if len(data) < length + 8:
        raise PictureError("is cut short: copy it again")
    form, head = data[12:16], data[20:30]
    if form == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if form == b"VP8L" and head[0] == 0x2F:
        (bits,) = struct.unpack("<I", head[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and head[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[6:10])
        return width & 0x3FFF, height & 0x3FFF
    raise PictureError("is damaged: save it again")


def _svg(data: mmap.mmap, thorough: bool) -> tuple[int, int]:
    root: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if not root:
            if name.rpartition(":")[2] != "svg":
                raise PictureError(f"is not an SVG picture: it begins with <{name}>")
            root.update(attributes, name=name)
        for key, value in attributes.items():
            links = re.findall(r"url\(\s*['\"]?\s*([^)'\"]*)", value) if "url(" in value else []
            if key == "href" or key.endswith(":href"):
                links.append(value.strip())
            if links and name.rpartition(":")[2] != "a" and not all(link.startswith(("#", "data:")) for link in links):
                raise PictureError(f"draws on another file ({key}={value[:40]!r}): put that into the picture itself")

    def doctype(*_: object) -> None:
        raise PictureError("has a DOCTYPE, which may load other files: remove that line")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = doctype
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data[:], True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise PictureError(f"is not a whole SVG picture: line {error.lineno}, {reason}") from None
    except (LookupError, ValueError):  # What encodings raise that nobody knows, or that are none of text.
        raise PictureError("is in an encoding that cannot be read: save it as UTF-8") from None

    box = _NUMBER.findall(root.get("viewBox", ""))
    sizes = []
    for key, fallback in (("width", box[2:3]), ("height", box[3:4])):
        number = re.match(r"\s*([0-9]+(?:\.[0-9]+)?)(?![0-9.]|\s*%)", root.get(key, ""))
        sizes.append(float(number[1] if number else fallback[0] if fallback else 0))
    if not (min(sizes) > 0 and max(sizes) < math.inf):
        raise PictureError("has no size: give the <svg> a width and height, or a viewBox")
    return max(1, round(sizes[0])), max(1, round(sizes[1]))


def _format_of(data: mmap.mmap) -> str:
    head = data[:512]
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WebP"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<html" not in head.lower():
        return "SVG"
    raise PictureError("is not a PNG, JPEG, WebP or SVG picture: save it as one of these")


READERS = {"PNG": _png, "JPEG": _jpeg, "WebP": _webp, "SVG": _svg}


def probe(path: Path, thorough: bool = False) -> tuple[int, int]:
    """The width and height of a picture, in pixels.

    It looks at headers and ends only; `thorough` also adds up every byte of a PNG picture.
    Raises PictureError if the file is not there, not a picture, or not whole.
    Source: PNG (ISO 15948), JPEG (ITU T.81), WebP (RFC 9649), SVG 1.1.
    """
    with _bytes_of(path) as data:
        form = _format_of(data)
        try:
            width, height = READERS[form](data, thorough)
        except (struct.error, IndexError):
            raise PictureError("is cut short: copy it again") from None
    if min(width, height) <= 0:
        raise PictureError("is damaged: save it again")
    if path.suffix.lower() not in EXTENSIONS[form]:
        raise PictureError(f"is a {form} picture: rename it to {path.with_suffix(EXTENSIONS[form][0]).name}")
    if form != "SVG" and width * height > LARGEST_PICTURE:
        raise PictureError(
            f"is too large: {width} × {height} is {width * height / 1e6:.0f} megapixels, "
            f"at most {LARGEST_PICTURE / 1e6:.0f}; make it smaller"
        )
    return width, height


def check_picture(path: Path, thorough: bool) -> None:
    """Raises PictureError unless the file is a picture that can be shown."""
    probe(path, thorough)


def check_font(path: Path, thorough: bool) -> None:
    """Raises PictureError unless the file is a TrueType or OpenType font."""
    with _bytes_of(path) as data:
        if data[:4] not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
            raise PictureError("is not a TTF or OTF font")
        (tables,) = struct.unpack(">H", data[4:6].ljust(2, b"\0"))
        directory = data[12 : 12 + 16 * tables]
        ends = [sum(struct.unpack(">II", directory[at + 8 : at + 16])) for at in range(0, len(directory) - 15, 16)]
        if not tables or len(directory) < 16 * tables or max(ends) > len(data):
            raise PictureError("is cut short: copy it again")
