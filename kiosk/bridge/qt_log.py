"""Qt's own messages, as records of Python's log."""

import logging
import os
import re
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kiosk.bridge.plugins import why_not_loaded
from kiosk.bridge.signals import IN_TIME
from kiosk.options import NO_SCREEN, missing_library
from kiosk.platform import end_within

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

EXPECTED = (
    # Xvfb and bare X servers have no XInput; touch then comes as mouse, which is all there is.
    "XInput",
    # The offscreen platform says so at every window; it never was asked to propagate hints.
    "This plugin does not support propagateSizeHints",
    # Said of every display that cannot be opened, whatever the reason.
    "xcb-cursor0 or libxcb-cursor0 is needed",
    # Qt stops its clock of animations when the last one ends, and has stopped it already where a timer was started,
    # stopped and started again just then. It begins anew: nothing is late (tests/bridge/test_animation_clock.py).
    "QUnifiedTimer::stopAnimationDriver: driver is not running",
    # A screen reader has asked after what has just gone from the screen.
    "Could not find accessible on path",
)

NOT_OPENED = re.compile(r'Could not load the Qt platform plugin "([\w-]+)"')
"""How Qt names each way to a display that it tried."""

NO_DISPLAY = "no Qt platform plugin could be initialized"


def no_display(tried: list[str]) -> str:
    """Why no display could be opened, and what to do; `tried` are names of platforms such as `xcb`."""
    missing = (missing_library(why_not_loaded(f"platforms/q{name}")) for name in tried)
    return next(filter(None, missing), None) or (
        f"no display could be opened ({', '.join(tried) or 'none is known'}): "
        "start it in a graphical session of this user; `kiosk self-test` looks at all else"
    )


LOST = ("The Wayland connection ", "The X11 connection broke")
"""How Qt begins when the display server has gone. It ends the process at once then, or what draws with OpenGL does:
with another status, or never."""


def install(end: Callable[[int], object] = lambda status: None) -> None:
    """Send Qt's messages to the logger `qt`, with the file and line that Qt names.

    `end` is called with the exit status before what Qt cannot go on after ends the program.
    """
    log = logging.getLogger("qt")
    tried: list[str] = []

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        tried.extend(NOT_OPENED.findall(message))
        if NO_DISPLAY in message:
            message = no_display(tried)
        level = logging.DEBUG if any(part in message for part in EXPECTED) else LEVELS[kind]
        where = f" ({context.file}:{context.line})" if context.file else ""
        log.log(level, "%s%s", message, where)
        if kind == QtMsgType.QtFatalMsg or message.startswith(LOST):
            end(NO_SCREEN)
            # What Qt cannot go on after is a display or a graphics card that fails. It would abort, and to
            # whoever watches over the program that is a crash.
            end_within(IN_TIME)
            logging.shutdown()
            os._exit(NO_SCREEN)

    qInstallMessageHandler(handle)
