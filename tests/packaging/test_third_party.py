"""Whose each file of the program is, on what terms, and the bill of materials."""

import json
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
import third_party
from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression
from cyclonedx.validation.json import JsonStrictValidator
from sbom import sbom
from third_party import Component

ROOT = Path(__file__).parents[2]

LIBRARY = Component("Library", "LGPL-3.0-only", "Ann", "2.0", files=("lib/*",), texts=("LGPL-3.0.txt",), parts=(
    Component("Deep", "MIT AND Zlib", "Bob", told_by=r"deep (\d+)", purl="pkg:generic/deep@{version}", inside="Core"),
))  # fmt: skip
KNOWN = [
    Component("Lobby kiosk", "MIT", "us", "1.0", files=("kiosk", "content.yaml"), modules=("main",)),
    LIBRARY,
    Component("Codes", "MIT", "Eve", "3.1", note="Say so.", modules=("codes",), source="https://codes.example/"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of three components, of which one is inside a library and one inside the executable."""
    monkeypatch.setattr(third_party, "components", lambda: KNOWN)
    monkeypatch.setattr(third_party, "modules", lambda file: {"main", "codes"})
    folder = tmp_path / "kiosk-1.0"
    for name in ("kiosk", "_internal/content.yaml", "_internal/lib/libQt6Core.so.6"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name} with deep 17")
    return folder


def test_each_file_has_an_owner(folder: Path) -> None:
    ours, library, codes = third_party.account(folder)
    assert ours.files == (folder / "_internal/content.yaml", folder / "kiosk")
    assert ours.partly_in == ()
    assert library.files == (folder / "_internal/lib/libQt6Core.so.6",)
    assert codes.partly_in == (folder / "kiosk",)


def test_a_version_is_read_from_the_binary(folder: Path) -> None:
    ((deep,),) = [found.parts for found in third_party.account(folder) if found.parts]
    assert (deep.made.version, deep.made.purl) == ("17", "pkg:generic/deep@17")
    assert deep.partly_in == (folder / "_internal/lib/libQt6Core.so.6",)


def test_a_file_of_nobody_is_an_error(folder: Path) -> None:
    (folder / "_internal/stray.so").touch()
    with pytest.raises(third_party.Unaccounted, match=r"of no component in components\.toml: stray\.so"):
        third_party.account(folder)


def test_a_module_of_nobody_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(third_party, "modules", lambda file: {"main", "codes", "stray"})
    with pytest.raises(third_party.Unaccounted, match="stray in kiosk"):
        third_party.account(folder)


@pytest.mark.parametrize(
    ("rest", "missing"), [("libQt6Gui.so.6", "Deep is not inside Library"), (None, "Library is not in the program")]
)
def test_a_component_that_is_not_there_is_an_error(folder: Path, rest: str | None, missing: str) -> None:
    library = folder / "_internal/lib/libQt6Core.so.6"
    library.rename(library.with_name(rest)) if rest else library.unlink()
    with pytest.raises(third_party.Unaccounted, match=missing):
        third_party.account(folder)


def test_the_page_names_all_and_links_to_texts_that_are_there(folder: Path) -> None:
    third_party.write_terms(folder, third_party.account(folder))
    page = (folder / "THIRD_PARTY.md").read_text("utf-8")
    assert "| Library | 2.0 |  | LGPL-3.0-only | [LGPL-3.0](licences/LGPL-3.0.txt) | Ann |" in page
    assert "| Deep | 17 | Core | MIT AND Zlib |  | Bob |" in page
    assert "| [Codes](https://codes.example/) | 3.1 |" in page
    assert "- Codes: Say so." in page
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "licences/LGPL-3.0.txt").read_text("utf-8")
    # What is laid beside the program is not asked for an owner.
    assert len(third_party.account(folder)) == len(KNOWN)


def test_the_bill_of_materials_is_valid_and_the_same_each_time(folder: Path) -> None:
    text = sbom(folder, third_party.account(folder), 1_000_000_000)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert sbom(folder, third_party.account(folder), 1_000_000_000) == text
    assert json.loads(text)["metadata"]["timestamp"] == "2001-09-09T01:46:40+00:00"
    (folder / "kiosk").write_text("another")
    other = sbom(folder, third_party.account(folder), 1_000_000_000)
    assert json.loads(other)["serialNumber"] != json.loads(text)["serialNumber"]


def test_the_bill_of_materials_tells_of_each_component(folder: Path) -> None:
    bill = json.loads(sbom(folder, third_party.account(folder), 0))
    (library,) = [one for one in bill["components"] if one["name"] == "Library"]
    (file,) = library["components"]
    assert file["name"] == "_internal/lib/libQt6Core.so.6"
    assert file["hashes"][0]["content"] == sha256((folder / file["name"]).read_bytes()).hexdigest()
    (deep,) = [one for one in bill["components"] if one["name"] == "Deep"]
    assert deep["licenses"] == [{"expression": "MIT AND Zlib"}]
    assert [place["location"] for place in deep["evidence"]["occurrences"]] == [file["name"]]
    needs = {one["ref"]: one.get("dependsOn") for one in bill["dependencies"]}
    assert needs["Lobby kiosk"] == ["Codes", "Library"]
    assert needs["Library"] == ["Deep"]


@pytest.mark.parametrize(
    ("system", "place", "owner"),
    [
        ("linux", "kiosk-speaker", "Lobby kiosk"),
        ("linux", "kiosk/qml/Kiosk/App/Main.qmlc", "Lobby kiosk"),
        ("linux", "kiosk/shipped/resources/fonts/IBMPlexSansJP-Regular.ttf", "IBM Plex Sans JP"),
        ("linux", "PySide6/QtCore.abi3.so", "Qt for Python"),
        ("linux", "PySide6/Qt/lib/libQt6Core.so.6", "Qt"),
        ("linux", "PySide6/Qt/lib/libicudata.so.73", "ICU"),
        ("linux", "PySide6/Qt/lib/libavcodec.so.61", None),
        ("linux", "PySide6/Qt/plugins/platforms/libqxcb.so", "Qt"),
        ("linux", "python3.13/lib-dynload/_json.cpython-313-x86_64-linux-gnu.so", "CPython"),
        ("linux", "yaml/_yaml.cpython-311-x86_64-linux-gnu.so", "PyYAML"),
        ("linux", "libssl.so.3", None),
        ("win32", "PySide6/Qt6Gui.dll", "Qt"),
        ("win32", "PySide6/plugins/platforms/qwindows.dll", "Qt"),
        ("win32", "PySide6/QtGui.pyd", "Qt for Python"),
        ("win32", "shiboken6/msvcp140.dll", "Microsoft Visual C++ runtime"),
        ("win32", "python311.dll", "CPython"),
        ("darwin", "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "Qt"),
        ("darwin", "PySide6/libpyside6.abi3.6.11.dylib", "Qt for Python"),
    ],
)
def test_whose_a_place_is(monkeypatch: pytest.MonkeyPatch, system: str, place: str, owner: str | None) -> None:
    monkeypatch.setattr("sys.platform", system)
    names = (it.name for it in third_party.components() if third_party.is_among(place, it.files))
    assert next(names, None) == owner


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "Core"),
        ("PySide6/Qt6Core.dll", "Core"),
        ("QtCore.framework/Versions/A/QtCore", "Core"),
        ("imageformats/libqjpeg.so", "qjpeg"),
        ("lib-dynload/pyexpat.cpython-311-x86_64-linux-gnu.so", "pyexpat"),
    ],
)
def test_the_name_of_a_library_on_every_system(path: str, name: str) -> None:
    assert third_party.bare_name(Path(path)) == name


def test_another_qt_is_to_be_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(third_party, "qVersion", lambda: "6.12.0")
    with pytest.raises(third_party.Unaccounted, match=r"the parts of Qt 6\.11, and this is Qt 6\.12\.0"):
        third_party.components()


def rows() -> list[dict[str, str]]:
    table = tomllib.loads(third_party.COMPONENTS.read_text("utf-8"))
    return [row for component in table["component"] for row in (component, *component.get("part", ()))]


def test_licences_are_called_what_everybody_calls_them() -> None:
    names = {row["licence"] for row in rows()}
    strange = {name for name in names if not is_expression(name) and not name.startswith("LicenseRef-")}
    assert not strange


def test_every_text_is_there_and_needed() -> None:
    named = {text for row in rows() for text in row.get("texts", ())}
    pythons = {f"Python-{number}.rst" for number in ("3.11", "3.13")}
    there = {path.relative_to(third_party.LICENCES).as_posix() for path in third_party.LICENCES.rglob("*.*")}
    fonts = "../../resources/fonts/LICENSE-IBM-Plex.txt"
    assert there == named - {"Python-{python_minor}.rst", fonts} | pythons
    assert (third_party.LICENCES / fonts).is_file()


def test_the_page_of_the_project_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    page = (ROOT / "THIRD_PARTY.md").read_text("utf-8")
    told = [line for line in page.splitlines() if line.startswith("| ")]
    missing = [
        made.name for made in third_party.components()[1:]
        if not any(made.name in line and made.licence in line for line in told)
    ]  # fmt: skip
    assert not missing
