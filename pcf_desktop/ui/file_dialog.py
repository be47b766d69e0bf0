"""Asking for a file or a folder; the names of the folders gone through are kept nowhere.

Qt writes them into a settings file that all its programs share, or into the registry, and the name
of a folder may say whose words are in it. On Linux the dialog is Qt's own: the desktop's would
list the file among those last used, and where a sandbox service shows it, that refuses a program
that may not be dumped (`dumps`).
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_OF_QT = "QtProject"
_GROUP = "FileDialog"
_OWN = QFileDialog.Option(0)
if sys.platform == "linux":
    _OWN = QFileDialog.Option.DontUseNativeDialog
_FOLDERS = _OWN | QFileDialog.Option.ShowDirsOnly


def ask_file(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """Ask for a file that is there; None where the person thinks better of it."""
    with unremembered():
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds, "", _OWN)
    return Path(name) if name else None


def ask_new_file(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """Ask for the name of a file to write."""
    with unremembered():
        name, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds, "", _OWN)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, start: str) -> Path | None:
    """Ask for a folder."""
    with unremembered():
        name = QFileDialog.getExistingDirectory(parent, title, start, _FOLDERS)
    return Path(name) if name else None


@contextmanager
def unremembered() -> Iterator[None]:
    """Put back what Qt remembered of file dialogs before those of ours that are shown meanwhile."""
    settings = QSettings(QSettings.Scope.UserScope, _OF_QT)
    settings.beginGroup(_GROUP)
    before = _all(settings)
    try:
        yield
    finally:
        settings.sync()  # takes in what the dialog wrote
        if _all(settings) != before:
            settings.remove("")
            for key, value in before.items():
                settings.setValue(key, value)
            settings.sync()


def _all(settings: QSettings) -> dict[str, object]:
    return {key: settings.value(key) for key in settings.allKeys()}
