"""Brings the translations up to date with the sources, and what Qt compiles of them: `make translations`.

New words come into resources/translations/kiosk_*.ts unfinished; whoever has translated them there runs this again.
"""

import ast
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
WORK = ROOT / "build" / "translations"
CONTEXT = "kiosk"
"""Of all words that stand in Python; those in QML have the name of their file."""


def tool(name: str, *arguments: str | Path) -> None:
    """Run one of PySide6's own tools, as installed beside this Python."""
    subprocess.run([Path(sys.executable).with_name(f"pyside6-{name}"), *arguments], check=True)


def said(file: Path) -> list[str]:
    """The words that a Python file gives to `say()`. Raises ValueError where they are not written out."""
    words = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            match node.args:
                case [_, ast.Constant(value=str(text))]:
                    words.append(text)
                case _:
                    raise ValueError(f"{file}:{node.lineno}: say() needs its words written out")
    return words


def update(files: list[Path], work: Path) -> None:
    """Bring .ts files up to date; `work` is a folder for what is handed to Qt's tool."""
    # It looks for words in the first argument of a call, where say() has the language.
    words = [text for file in sorted((ROOT / "kiosk").rglob("*.py")) for text in said(file)]
    work.mkdir(parents=True, exist_ok=True)
    collected = work / "said.js"
    collected.write_text("".join(f'QT_TRANSLATE_NOOP("{CONTEXT}", {json.dumps(text)});\n' for text in words))
    sources = [collected, ROOT / "kiosk" / "qml"]
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    tool("lupdate", *options, *sources, "-ts", *files)


def compiled(file: Path, folder: Path) -> Path:
    """Compile a .ts file into a folder."""
    made = folder / f"{file.stem}.qm"
    tool("lrelease", "-silent", file, "-qm", made)
    return made


if __name__ == "__main__":
    files = sorted(TRANSLATIONS.glob("kiosk_*.ts"))
    update(files, WORK)
    for file in files:
        compiled(file, TRANSLATIONS)
