"""The plugins of Qt: which the show needs, and why one cannot be loaded."""

import sys

from PySide6.QtCore import QLibrary, QPluginLoader

X11_AND_WAYLAND = (
    "platforms/qxcb",
    "xcbglintegrations/qxcb-egl-integration",
    "xcbglintegrations/qxcb-glx-integration",
    "platforms/qwayland",
    "wayland-graphics-integration-client/qt-plugin-wayland-egl",
    "wayland-shell-integration/xdg-shell",
)

DISPLAYS = {"win32": ("platforms/qwindows",), "darwin": ("platforms/qcocoa",)}
"""What opens a window on a system other than those of X11 and Wayland."""

UNSEEN = "platforms/qoffscreen"
PICTURES = ("imageformats/qjpeg", "imageformats/qsvg", "imageformats/qwebp")


def needed(platform: str = sys.platform) -> tuple[str, ...]:
    """The plugins without which something is missing on a platform, each as its folder and its name.

    Those of the voice are not among them: a screen without a voice is whole.
    """
    return (*DISPLAYS.get(platform, X11_AND_WAYLAND), UNSEEN, *PICTURES)


def why_not_loaded(name: str) -> str:
    """Why a plugin cannot be loaded, in the words of the system; empty if it can."""
    loader = QPluginLoader(name)
    if loader.load():
        return ""
    if not loader.fileName():
        return f"there is no plugin {name}"
    # What has failed once Qt does not try again as a plugin, and no longer knows why.
    library = QLibrary(loader.fileName())
    return loader.errorString() if library.load() else library.errorString()
