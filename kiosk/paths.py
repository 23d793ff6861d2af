"""Where the files that come with the program are."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped() -> Path:
    """The folder that holds the shipped content.yaml and resources/: inside the package when installed (see
    pyproject.toml), beside it in a checkout."""
    installed = PACKAGE / "shipped"
    return installed if installed.is_dir() else PACKAGE.parent
