"""Checks every QML file: qmllint without a warning, and the layout qmlformat gives.

qmllint learns the Python classes that QML sees from type files, which are made anew in build/qmltypes.
Exit status: 0 fine, 1 when a file needs work or none was found.
"""

import ast
import difflib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
QML = ROOT / "kiosk" / "qml"
TYPES = ROOT / "build" / "qmltypes"
MODULE = "KioskBridge"
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"
FOREIGN_TYPES = [METATYPES / f"qt6{module}_metatypes.json" for module in ("core", "gui", "qml", "quick")]


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run one of PySide6's own tools, as installed beside this Python."""
    command = [str(Path(sys.executable).with_name(f"pyside6-{name}")), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def property_options(file: Path) -> Iterator[tuple[str, str, str, ast.expr]]:
    """Class, property, keyword and value of every keyword given to a Property or ListProperty of a file."""
    for cls in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(cls, ast.ClassDef):
            continue
        for node in cls.body:
            if isinstance(node, ast.FunctionDef):
                name, calls = node.name, node.decorator_list
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name, calls = node.targets[0].id, [node.value]
            else:
                continue
            for call in calls:
                if isinstance(call, ast.Call) and ast.unparse(call.func) in ("Property", "ListProperty"):
                    yield from ((cls.name, name, word.arg or "", word.value) for word in call.keywords)


def make_types(sources: list[Path]) -> str:
    """Write the type files of the KioskBridge module; the return value says what went wrong, if anything."""
    folder = TYPES / MODULE
    folder.mkdir(parents=True, exist_ok=True)
    metatypes = folder / "metatypes.json"
    dumped = tool("metaobjectdump", "-o", metatypes, *sources)
    if dumped.returncode:
        return dumped.stderr
    # metaobjectdump drops `constant`, and `notify` of lists: qmllint would call such properties stale.
    options = {(cls, name, word): value for file in sources for cls, name, word, value in property_options(file)}
    files = json.loads(metatypes.read_text("utf-8"))
    for cls in [cls for file in files for cls in file["classes"]]:
        for entry in cls.get("properties", []):
            key = cls["className"], entry["name"]
            if notify := options.get((*key, "notify")):
                entry["notify"] = ast.unparse(notify)
            entry["constant"] = (*key, "constant") in options
    metatypes.write_text(json.dumps(files), "utf-8")
    registered = tool(
        "qmltyperegistrar",
        f"--generate-qmltypes={folder / MODULE}.qmltypes",
        f"--foreign-types={','.join(map(str, FOREIGN_TYPES))}",
        f"--import-name={MODULE}",
        "--major-version=1",
        "--minor-version=0",
        "-o",
        folder / "unused.cpp",
        metatypes,
    )
    (folder / "qmldir").write_text(f"module {MODULE}\ntypeinfo {MODULE}.qmltypes\n", "utf-8")
    return registered.stderr


def layout_changes(file: Path) -> str:
    """What qmlformat would change in a file, as a diff."""
    formatted = tool("qmlformat", file)
    if formatted.returncode:
        return formatted.stdout + formatted.stderr
    name = str(file.relative_to(ROOT))
    ours, theirs = (text.splitlines(keepends=True) for text in (file.read_text("utf-8"), formatted.stdout))
    return "".join(difflib.unified_diff(ours, theirs, name, f"{name} as qmlformat writes it"))


def main() -> int:
    """Check everything and print what is wrong."""
    files = sorted([*QML.rglob("*.qml"), *(ROOT / "tests" / "qml").rglob("*.qml")])
    sources = [file for file in sorted((ROOT / "kiosk" / "bridge").glob("*.py")) if "@Qml" in file.read_text("utf-8")]
    if not files or not sources:
        print("lint_qml: no QML files or no classes for QML were found", file=sys.stderr)
        return 1
    if problem := make_types(sources):
        print(problem, file=sys.stderr)
        return 1
    # The tool exits with 0 on warnings without the limit, and looks modules up by absolute path only.
    lint = tool("qmllint", "--max-warnings=0", "--unused-imports=warning", "-I", TYPES, "-I", QML, *files)
    changes = "".join(map(layout_changes, files))
    sys.stderr.write((lint.stdout + lint.stderr if lint.returncode else "") + changes)
    if not lint.returncode and not changes:
        print(f"qmllint and qmlformat: {len(files)} files, no problems")
    return int(bool(lint.returncode or changes))


if __name__ == "__main__":
    sys.exit(main())
