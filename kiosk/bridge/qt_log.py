"""Qt's own messages, as records of Python's log."""

import logging
import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kiosk.options import NO_SCREEN

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
)


def install() -> None:
    """Send Qt's messages to the logger `qt`, with the file and line that Qt names."""
    log = logging.getLogger("qt")

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        level = logging.DEBUG if any(part in message for part in EXPECTED) else LEVELS[kind]
        where = f" ({context.file}:{context.line})" if context.file else ""
        log.log(level, "%s%s", message, where)
        if kind == QtMsgType.QtFatalMsg:
            # What Qt cannot go on after is a display or a graphics card that fails. It would abort, and to
            # whoever watches over the program that is a crash.
            os._exit(NO_SCREEN)

    qInstallMessageHandler(handle)
