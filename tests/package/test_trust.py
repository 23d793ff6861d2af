"""What is handed on can be trusted: checksums, bill of materials, licences, and the same bytes from another build."""

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import bundle
import pytest
from third_party import NOT_THE_PROGRAM

from kiosk import __version__
from tests.package.conftest import BUNDLE, DIST
from tests.program.conftest import ROOT

pytestmark = pytest.mark.package

SVG = Path("_internal/PySide6/Qt/lib/libQt6Svg.so.6")


def checksums(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def self_test(folder: Path) -> str:
    return subprocess.run([folder / "kiosk", "self-test"], capture_output=True, text=True, check=False).stdout


def test_checksums_tell_of_all_that_is_handed_on() -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=DIST, check=True)
    named = {line.split()[1] for line in (DIST / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert named == {path.name for path in DIST.glob(f"*{__version__}*") if path.is_file()}


def test_the_bill_of_materials_has_each_file_once() -> None:
    bill = json.loads((DIST / f"{BUNDLE.name}.cdx.json").read_text("utf-8"))
    files = [file for one in (bill["metadata"]["component"], *bill["components"]) for file in one.get("components", ())]
    there = checksums(BUNDLE)
    program = {name: there[name] for name in there if name.partition("/")[0] not in NOT_THE_PROGRAM}
    assert {file["name"]: file["hashes"][0]["content"] for file in files} == program
    assert len(files) == len(program)


def test_every_component_has_a_licence_and_what_scanners_know_has_a_version() -> None:
    bill = json.loads((DIST / f"{BUNDLE.name}.cdx.json").read_text("utf-8"))
    assert all(one["licenses"] for one in bill["components"])
    named = {one["name"]: one.get("version") for one in bill["components"]}
    known = ("CPython", "HarfBuzz", "ICU", "PCRE2", "PyYAML", "Qt", "libjpeg-turbo", "libpng", "libwebp", "libyaml")
    assert all(named[name] for name in known)


def test_every_text_that_the_page_links_to_is_in_the_folder() -> None:
    links = set(re.findall(r"\]\((licences/[^)]+)\)", (BUNDLE / "THIRD_PARTY.md").read_text("utf-8")))
    texts = {path.relative_to(BUNDLE).as_posix() for path in (BUNDLE / "licences").rglob("*") if path.is_file()}
    assert links == texts


def test_the_libraries_of_qt_are_as_its_makers_built_them() -> None:
    libraries = sorted((BUNDLE / "_internal" / "PySide6").rglob("*Qt6*.so*"))
    assert libraries
    changed = [
        path.name for path in libraries
        if path.read_bytes() != (bundle.QT / path.relative_to(BUNDLE / "_internal" / "PySide6")).read_bytes()
    ]  # fmt: skip
    assert not changed


def test_another_build_of_a_library_can_take_its_place(tmp_path: Path) -> None:
    folder = shutil.copytree(BUNDLE, tmp_path / "kiosk", copy_function=os.link)
    (folder / SVG).unlink()
    assert "FAILED" in self_test(folder)
    (tmp_path / "change").write_text("a change")
    subprocess.run(["objcopy", "--add-section", f".change={tmp_path}/change", BUNDLE / SVG, folder / SVG], check=True)
    assert (folder / SVG).read_bytes() != (BUNDLE / SVG).read_bytes()
    assert "FAILED" not in self_test(folder)


def test_a_build_elsewhere_by_somebody_else_gives_the_same_bytes(tmp_path: Path) -> None:
    elsewhere = tmp_path / "Kiosk d’ailleurs"
    sources = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(sources, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in listed.rstrip("\0").split("\0"):
        (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, elsewhere / name)
    environment = {
        "HOME": str(tmp_path),
        "LC_ALL": "C",
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(elsewhere),
        "SOURCE_DATE_EPOCH": str(int(BUNDLE.stat().st_mtime)),
        "TZ": "Asia/Tokyo",
    }
    command = [sys.executable, str(elsewhere / "packaging" / "package.py")]
    subprocess.run(command, cwd=elsewhere, env=environment, umask=0o077, check=True)
    again = elsewhere / "dist"
    assert checksums(again / BUNDLE.name) == checksums(BUNDLE)
    assert (again / "SHA256SUMS").read_text("utf-8") == (DIST / "SHA256SUMS").read_text("utf-8")
