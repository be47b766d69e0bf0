"""Where there is no screen: Qt's stand-in tells of every window that it knows no size limits."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

OF_NO_USE = "This plugin does not support propagateSizeHints()"
"""Said of each window. It has no category of its own by which Qt could leave it out."""


def quieten() -> None:
    """Leave that message out; all others go on as they would."""
    qInstallMessageHandler(pass_on)


def pass_on(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Write a message of Qt's to where errors go, unless it is of no use."""
    if words != OF_NO_USE:
        sys.stderr.write(f"{words}\n")
