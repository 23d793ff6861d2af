"""Tells what others made that is in the program as it is handed on: whose each file is, and on what terms.

The components are in `components.toml`. A file of none, and a component without a file, are errors.
"""

import platform
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from importlib import metadata
from pathlib import Path
from typing import Any

from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]
from PySide6.QtCore import qVersion

from kiosk import __version__

ROOT = Path(__file__).resolve().parents[1]
COMPONENTS = ROOT / "packaging" / "components.toml"
LICENCES = ROOT / "packaging" / "licences"

NOT_THE_PROGRAM = ("LICENSE", "THIRD_PARTY.md", "licences")
"""What lies in the folder beside the program."""


@dataclass(frozen=True)
class Component:
    """Something that somebody made and gave a licence to; `components.toml` explains the fields."""

    name: str
    licence: str
    copyright: str
    version: str = ""
    told_by: str = ""
    distribution: str = ""
    source: str = ""
    purl: str = ""
    note: str = ""
    inside: str = ""
    files: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    parts: tuple["Component", ...] = ()


@dataclass(frozen=True)
class Found:
    """A component as it is in a folder: `made` with its true version, the files that are its own, and the files that it
    is only a part of."""

    made: Component
    files: tuple[Path, ...] = ()
    partly_in: tuple[Path, ...] = ()
    parts: tuple["Found", ...] = ()


class Unaccounted(SystemExit):
    """The folder and `components.toml` do not fit; the text tells the maintainer where."""


def facts() -> dict[str, str]:
    """What stands for the words in braces in `components.toml`."""
    return {
        "kiosk": __version__,
        "python": platform.python_version(),
        "python_minor": ".".join(platform.python_version_tuple()[:2]),
        "qt": qVersion(),
        # Known when the binaries have been read.
        "version": "{version}",
    }


def component(row: Mapping[str, Any], known: Mapping[str, str]) -> Component:
    """A component from its table, with the parts that this system has."""
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    for key in fields.keys() & {"version", "source", "purl"}:
        fields[key] = fields[key].format(**known)
    fields["texts"] = tuple(text.format(**known) for text in row.get("texts", ()))
    if row.get("modules") == ["{stdlib}"]:
        fields["modules"] = tuple(sorted(sys.stdlib_module_names))
    fields["parts"] = tuple(component(part, known) for part in fields.pop("part", ()) if is_here(part))
    made = Component(**fields)
    if made.distribution:
        version = metadata.version(made.distribution)
        made = replace(made, version=version, purl=f"pkg:pypi/{made.distribution.lower()}@{version}")
    return made


def is_here(row: Mapping[str, Any]) -> bool:
    """Whether this system has a component."""
    return sys.platform in row.get("systems", [sys.platform])


def components() -> list[Component]:
    """All that the program consists of on this system."""
    table = tomllib.loads(COMPONENTS.read_text("utf-8"))
    known = facts()
    if not known["qt"].startswith(f"{table['qt']}."):
        raise Unaccounted(f"{COMPONENTS.name} tells the parts of Qt {table['qt']}, and this is Qt {known['qt']}")
    return [component(row, known) for row in table["component"] if is_here(row)]


def modules(executable: Path) -> set[str]:
    """The first names of the Python modules inside an executable."""
    archive = CArchiveReader(str(executable))
    names = set(archive.toc)
    for name in archive.toc:
        if name.endswith(".pyz"):
            names.remove(name)
            names |= set(archive.open_embedded_archive(name).toc)
    return {name.partition(".")[0] for name in names}


def bare_name(file: Path) -> str:
    """What a library or plugin is called on every system, for instance `Core`."""
    return re.sub(r"^(lib)?(Qt6?)?", "", file.name.partition(".")[0])


def as_told(made: Component, files: Iterable[Path]) -> Component:
    """A component with the version that stands in one of its binaries; on Windows, not all of them tell."""
    if not made.told_by:
        return made
    pattern = re.compile(made.told_by.encode())
    told = next(filter(None, (pattern.search(file.read_bytes()) for file in files)), None)
    version = told[1].decode() if told else ""
    return replace(made, version=version, purl=made.purl.format(version=version) if told else "")


def parts_found(made: Component, files: Iterable[Path]) -> Iterator[Found]:
    """The parts of a component, and which of its files they are in."""
    for part in made.parts:
        holders = tuple(file for file in files if bare_name(file) == part.inside)
        it = as_told(part, holders)
        if made.name == "CPython" and not it.version:
            # Debian's own Python takes it from the system.
            continue
        if not holders:
            raise Unaccounted(f"{part.name} is not inside {made.name} as {COMPONENTS.name} says")
        yield Found(it, partly_in=holders)


def is_among(name: str, patterns: Iterable[str]) -> bool:
    """Whether a place or a module is one of those that patterns name."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def account(folder: Path) -> list[Found]:
    """What is in a folder, component by component; a file belongs to the first one that names it."""
    known = components()
    files: dict[Component, list[Path]] = {made: [] for made in known}
    executables: dict[Component, list[Path]] = {made: [] for made in known}
    strange = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
        where = file.relative_to(folder).as_posix().removeprefix("_internal/")
        if where.partition("/")[0] in NOT_THE_PROGRAM:
            continue
        if owner := next((it for it in known if is_among(where, it.files)), None):
            files[owner].append(file)
        else:
            strange.append(where)
        for module in sorted(modules(file)) if file.parent == folder else ():
            if owner := next((it for it in known if is_among(module, it.modules)), None):
                executables[owner].append(file)
            else:
                strange.append(f"{module} in {where}")
    if strange:
        raise Unaccounted(f"of no component in {COMPONENTS.name}: {', '.join(strange)}")
    found = []
    for made in known:
        if not files[made] + executables[made]:
            raise Unaccounted(f"{made.name} is not in the program as {COMPONENTS.name} says")
        # Our own modules are what the executables are there for.
        partly_in = [file for file in dict.fromkeys(executables[made]) if file not in files[made]]
        parts = tuple(parts_found(made, files[made]))
        found.append(Found(as_told(made, files[made]), tuple(files[made]), tuple(partly_in), parts))
    return found


def each(found: Iterable[Found]) -> Iterator[Found]:
    """The components and, after each, its parts."""
    for it in found:
        yield it
        yield from it.parts


def texts(made: Component) -> dict[str, Path]:
    """The texts of a licence: by their places in the folder `licences`, where they are taken from."""
    taken = {text.removeprefix("../../resources/fonts/"): LICENCES / text for text in made.texts}
    for file in (metadata.files(made.distribution) or []) if made.distribution else []:
        if "licenses" in file.parts:
            taken[f"{made.distribution}-{file.stem}.txt"] = Path(str(file.locate()))
    return taken


def row(found: Found) -> str:
    """A component as a line of a table."""
    made = found.made
    name = f"[{made.name}]({made.source})" if made.source else made.name
    links = ", ".join(f"[{Path(text).stem}](licences/{text})" for text in texts(made))
    cells = [name, made.version, made.inside, made.licence, links, made.copyright]
    return f"| {' | '.join(cells)} |"


def page(found: Iterable[Found]) -> str:
    """`THIRD_PARTY.md` of the folder."""
    _, *others = found
    rows = "\n".join(map(row, each(others)))
    notes = "\n".join(f"- {it.made.name}: {it.made.note}" for it in each(others) if it.made.note)
    return PAGE.format(rows=rows, notes=notes, **facts())


def write_terms(folder: Path, found: Iterable[Found]) -> None:
    """Lay the page and the texts of all licences into a folder."""
    whole = list(found)
    for it in each(whole):
        for name, source in texts(it.made).items():
            if not source.is_file():
                raise Unaccounted(f"the text of the licence of {it.made.name} is missing: packaging/licences/{name}")
            target = folder / "licences" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    (folder / "THIRD_PARTY.md").write_text(page(whole), "utf-8")


PAGE = """# What others made, and on what terms

The lobby kiosk {kiosk} is under the MIT licence (`LICENSE`). This folder also holds what is listed here, as its makers
built it, less debugging symbols. Which file is whose tells, with checksums, the `.cdx.json` file handed on with it.

| what, and where its sources are | version | inside | licence | texts | © |
| --- | --- | --- | --- | --- | --- |
{rows}

{notes}

## Qt and Qt for Python

They are used under the GNU Lesser General Public License 3.0, as shared libraries in files of their own. You may change
them, and put others with the same interface in their places; and you may take the program apart to find the faults in
your changes. The sources of exactly these versions are where their names in the table lead to.

To replace a library: build it from these sources with your changes, copy it over the file of the same name in
`_internal/PySide6/Qt/lib` (or `_internal/PySide6`, for Qt for Python), and start `kiosk` as before. No signature and no
checksum stands in the way. Where an administrator installed the program, the administrator can do this.
"""
