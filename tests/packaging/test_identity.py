"""What Windows and macOS know the program by."""

import plistlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import identity
import kioskw
import pytest
from PIL import Image

from kiosk import __version__

MANIFEST = Path(identity.__file__).parent / "windows" / "kiosk.manifest"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("suffix", identity.SIZES)
def test_icons_hold_every_size(tmp_path: Path, suffix: str) -> None:
    with Image.open(identity.make_icon(tmp_path / f"kiosk{suffix}")) as icon:
        held = {size[0] * (size[2] if len(size) > 2 else 1) for size in icon.info["sizes"]}
        assert held == set(identity.SIZES[suffix])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [16, 256])
def test_the_icon_is_a_screen_whose_slide_turns(size: int) -> None:
    icon = identity.drawn(size)

    def colour(x: float, y: float) -> tuple[int, ...]:
        return icon.getpixel((int(x * size / 16), int(y * size / 16)))  # type: ignore[return-value]

    assert colour(0.1, 0.1)[3] == 0
    assert colour(3.5, 3.5) == (255, 255, 255, 255)
    red, green, blue, alpha = colour(14, 9)
    assert alpha == 255
    assert red > green > blue
    red, green, blue, alpha = colour(12.5, 3.5)
    assert alpha == 255
    assert blue > red > green


def test_the_version_resource_is_what_windows_wants() -> None:
    def made(name: str) -> Any:
        return lambda *arguments, **named: (name, *arguments, *named.items())

    names = [
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    ]
    resource = eval(identity.version_resource("kioskw"), {name: made(name) for name in names})
    fixed = dict(resource[1][1][1:])
    assert len(fixed["filevers"]) == 4
    assert ".".join(str(number) for number in fixed["filevers"]).startswith(__version__)
    strings = {name: value for _, name, value in resource[2][1][0][1][0][2]}
    assert (strings["ProductVersion"], strings["OriginalFilename"]) == (__version__, "kioskw.exe")


def test_windows_is_told_that_every_screen_has_its_own_scale() -> None:
    settings = {element.tag.rpartition("}")[2]: element.text for element in ElementTree.parse(MANIFEST).iter()}
    assert settings["dpiAwareness"] == "PerMonitorV2, PerMonitor"
    assert settings["longPathAware"] == "true"


def test_macos_is_told_what_it_opens() -> None:
    told = plistlib.loads(plistlib.dumps(identity.property_list()))
    (document,) = told["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == ["public.yaml"]
    assert told["NSHighResolutionCapable"] is True
    assert told["LSBackgroundOnly"] is False


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], ["run", "--windowed"]),
        (["C:\\show\\content.yaml"], ["run", "--windowed", "C:\\show\\content.yaml"]),
        (["run", "show"], ["run", "show"]),
        (["check"], ["check"]),
    ],
)
def test_a_desktop_opens_a_window_unless_told_otherwise(given: list[str], meant: list[str]) -> None:
    assert kioskw.words(given) == meant
