"""A new content folder for an editor to start from."""

import errno
import json
import shutil
from pathlib import Path

from kiosk.content.schema import schema

STARTER = Path(__file__).parent / "starter"


def create_folder(folder: Path) -> None:
    """Fill a new or empty folder with an example of every kind of slide, its pictures and its schema.

    Raises OSError, also where the folder holds anything already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise OSError(errno.ENOTEMPTY, "the folder is not empty")
    # Copied by content only: the program's own files may be read-only.
    shutil.copytree(STARTER, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    (folder / "content.schema.json").write_text(text, encoding="utf-8")
