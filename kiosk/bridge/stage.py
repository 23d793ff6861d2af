"""The stage as the program opens it: fonts, QML engine and window round a show. Used by all that draws."""

import os
from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge import fonts, qt_log, translations
from kiosk.bridge.overview import ThumbnailProvider
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.content.problems import Problem
from kiosk.paths import PACKAGE

DAMAGED = "the stage cannot be loaded: files of the program are missing or damaged, install it again"


class StageError(Exception):
    """The stage cannot be built: QML is missing or broken."""


def draw_unseen() -> None:
    """Have Qt open no window, and show in what it draws nothing of the machine: screen, graphics card or settings."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"):
        os.environ.pop(name, None)
    qt_log.install()
    if QGuiApplication.instance() is None:
        QGuiApplication(["kiosk"])


class Stage:
    """The QML engine with the one window. Its show must outlive it: call `close()` before the show goes."""

    def __init__(
        self, show: ShowViewModel, size: QSize, *, turn: int = 0, is_still: bool = False, is_locked: bool = False
    ) -> None:
        """Load the stage for a show, in pixels and turned clockwise by `turn` degrees. Raises StageError."""
        self._show = show
        # Read at the first touch. Else Qt Quick keeps movements until the next frame: one of a panel that is unplugged
        # meanwhile ends the program, and one of a finger that is cancelled meanwhile begins anew without an end.
        os.environ["QML_NO_TOUCH_COMPRESSION"] = "1"
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(PACKAGE / "qml"))
        self._thumbnails = ThumbnailProvider(show.overview.thumbnails)  # type: ignore[attr-defined]
        self._engine.addImageProvider("thumbnails", self._thumbnails)
        if is_still:
            motion = self._engine.singletonInstance("Kiosk.Theme", "Motion")
            if not isinstance(motion, QObject):
                raise StageError(DAMAGED)
            motion.setProperty("isStill", True)
        show.languageChanged.connect(self._speak)
        show.showChanged.connect(self._speak)
        self._speak()
        self._engine.setInitialProperties(
            {"show": show, "turn": turn, "isLocked": is_locked, "width": size.width(), "height": size.height()}
        )
        self._engine.loadFromModule("Kiosk.App", "Main")
        if not self._engine.rootObjects():
            raise StageError(DAMAGED)
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window

    def _speak(self) -> None:
        """Have every word of the program in the language on the screen, those that stand there at once."""
        translations.install(str(self._show.language))
        fonts.prefer(str(self._show.language))
        self._engine.retranslate()

    def tell(self, problems: Iterable[Problem]) -> None:
        """Say below the picture what is wrong with the content: for a window on a desk, never for the public."""
        self.window.setProperty("problems", [str(problem) for problem in problems])

    def collect_garbage(self) -> None:
        """Free what QML no longer uses."""
        self._engine.collectGarbage()

    def close(self) -> None:
        """Take the stage down before the show, so that no binding looks at a show that is gone."""
        self._show.languageChanged.disconnect(self._speak)
        self._show.showChanged.disconnect(self._speak)
        self.window.hide()
        del self.window
        del self._engine
