"""Pictures and fonts are told from their bytes, whole from cut and damaged."""

import struct
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from kiosk.content.pictures import PictureError, check_font, probe

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 20">{}</svg>'


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.fixture(params=["png", "jpg", "webp"])
def picture(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"picture.{request.param}"
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    for y in range(48):
        for x in range(64):
            image.setPixel(x, y, (x * y * 7919) & 0xFFFFFF)
    if not image.save(str(path)):
        path.write_bytes(b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\0\0\x2f\0\0")
    return path


def refusal(path: Path, thorough: bool = False) -> str:
    with pytest.raises(PictureError) as error:
        probe(path, thorough)
    return str(error.value)


def test_size_of_a_picture(picture: Path) -> None:
    assert probe(picture, thorough=True) == (64, 48)


def test_a_picture_that_is_cut(picture: Path) -> None:
    data = picture.read_bytes()
    for length in (4, 13, 25, len(data) // 2, len(data) - 3):
        picture.write_bytes(data[:length])
        assert any(word in refusal(picture) for word in ("cut short", "damaged", "is not a PNG"))


@pytest.mark.parametrize(
    ("form", "head", "size"),
    [
        ("lossy", b"VP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x40\x00\x30\x00", (64, 48)),
        ("lossless", b"VP8L\x05\0\0\0\x2f" + struct.pack("<I", 63 | 47 << 14) + b"\0" * 5, (64, 48)),
        ("extended", b"VP8X\x0a\0\0\0\0\0\0\0\x3f\0\0\x2f\0\0", (64, 48)),
    ],
)
def test_forms_of_webp(tmp_path: Path, form: str, head: bytes, size: tuple[int, int]) -> None:
    path = tmp_path / f"{form}.webp"
    path.write_bytes(b"RIFF" + struct.pack("<I", len(head) + 4) + b"WEBP" + head)
    assert probe(path) == size


def test_data_after_the_end_of_a_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(path))
    path.write_bytes(path.read_bytes() + b"SEFT" * 100)
    assert probe(path) == (8, 8)


def test_damaged_png(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    good = png(10, 10)
    path.write_bytes(good.replace(b"IHDR\0\0\0\x0a", b"IHDR\0\0\0\x0b"))
    assert "damaged" in refusal(path)
    path.write_bytes(good.replace(b"IDAT\x78", b"IDAT\x79"))
    assert probe(path) == (10, 10)
    assert "damaged" in refusal(path, thorough=True)


def test_what_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    assert refusal(path) == "does not exist"
    assert refusal(tmp_path) == "is a folder, not a file"
    path.touch()
    assert refusal(path) == "is empty"
    for data in (b"x", b"<!DOCTYPE html><html>", b"GIF89a", b"%PDF-1.7"):
        path.write_bytes(data)
        assert "is not a PNG, JPEG, WebP or SVG picture" in refusal(path)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(1, 1))

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path) == "may not be read: no permission"


def test_name_of_another_format(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(png(4, 4))
    assert refusal(path) == "is a PNG picture: rename it to photo.png"


def test_too_many_pixels(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png(30_000, 30_000))
    assert refusal(path).startswith("is too large: 30000 × 30000 is 900 megapixels, at most 40")
    path.write_bytes(png(0, 10))
    assert "damaged" in refusal(path)


def test_too_many_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(65 * 2**20)
    assert refusal(path) == "is too large: 65 MiB, at most 64 MiB"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (SVG.format(""), (30, 20)),
        (SVG.format("").replace("<svg", '<svg width="300px" height="200px"'), (300, 200)),
        (SVG.format("").replace("<svg", '<svg width="100%" height="100%"'), (30, 20)),
        ('<?xml version="1.0"?>\n<!-- a drawing -->\n' + SVG.format('<use xlink:href="#a"/>'), (30, 20)),
        (SVG.format('<rect fill="url(#g)"/>'), (30, 20)),
    ],
)
def test_size_of_svg(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    path = tmp_path / "a.svg"
    path.write_text(text)
    assert probe(path) == size


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SVG.format("<g>"), "is not a whole SVG picture: line 1"),
        (SVG.format("")[:-8], "is not a whole SVG picture: line 1"),
        ("<drawing/>", "is not an SVG picture: it begins with <drawing>"),
        ("<!DOCTYPE svg>" + SVG.format(""), "has a DOCTYPE"),
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;"), "has a DOCTYPE"),
        (SVG.format('<image xlink:href="photo.jpg"/>'), "draws on another file"),
        (SVG.format('<rect fill="url(http://example.org/a)"/>'), "draws on another file"),
        ("<svg/>", "has no size"),
    ],
)
def test_svg_that_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "a.svg"
    path.write_text(text)
    assert refusal(path).startswith(problem)


def test_fonts(tmp_path: Path) -> None:
    path = tmp_path / "a.ttf"
    table = b"head" + struct.pack(">III", 0, 28, 4)
    path.write_bytes(b"\x00\x01\x00\x00\x00\x01" + b"\0" * 6 + table + b"data")
    check_font(path, thorough=False)
    for data, problem in (
        (path.read_bytes()[:-1], "cut short"),
        (b"OTTO", "cut short"),
        (b"wOF2" + b"x" * 40, "not a TTF"),
    ):
        path.write_bytes(data)
        with pytest.raises(PictureError, match=problem):
            check_font(path, thorough=False)


def test_a_thousand_pictures_are_looked_at_quickly(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(png(1920, 1080)[:-12] + chunk(b"IDAT", b"x" * 1_000_000) + chunk(b"IEND", b""))
    begun = time.process_time()
    for _ in range(1000):
        probe(path)
    assert time.process_time() - begun < 0.5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_slip_in_a_picture_is_a_size_or_an_error(picture: Path, data: st.DataObject) -> None:
    whole = bytearray(picture.read_bytes()[:2000])
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    other = picture.with_stem("slip")
    other.write_bytes(whole)
    try:
        width, height = probe(other, thorough=True)
    except PictureError as error:
        assert str(error)
    else:
        assert width > 0
        assert height > 0
