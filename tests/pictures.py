"""Pictures of every view for eyes to look at: `python -m tests.pictures FOLDER`."""

import os
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.focus_ring import FocusRing
from pcf_desktop.ui.tokens import PALETTES
from tests.ui.gallery import whole
from tests.ui.sample_forum import sample_desk
from tests.ui.views.registry import views

SIZE = QSize(1366, 768)
SETTLES = 150
"""Milliseconds in which a view has read what it shows."""


def main(folder: Path) -> None:
    """Write the gallery in four palettes, and each view at 100 % and 200 % in light and dark."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    FocusRing(application)
    folder.mkdir(parents=True, exist_ok=True)
    for palette in PALETTES:
        apply(Look(palette))
        gallery = whole()
        gallery.resize(SIZE)
        gallery.show()
        QTest.qWait(SETTLES)
        (scroll,) = (held for held in gallery.children() if isinstance(held, Scroll))
        gallery.resize(SIZE.width(), scroll.verticalScrollBar().maximum() + SIZE.height())
        _save(gallery, folder / f"gallery-{palette}.png")
    with TemporaryDirectory() as place, sample_desk(Path(place)) as desk:
        for name, make in views().items():
            for palette in ("light", "dark"):
                for percent in (100, 200):
                    apply(Look(palette, percent))
                    shown = make(desk)
                    shown.resize(SIZE)
                    shown.show()
                    while desk.worker.busy:
                        QTest.qWait(10)
                    _save(shown, folder / f"{file_name(name)}-{palette}-{percent}.png")


def file_name(view: str) -> str:
    """Return the name of a view as a file's: small letters, digits and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", view.lower()))


def _save(widget: QWidget, file: Path) -> None:
    widget.show()
    widget.activateWindow()
    QTest.qWait(SETTLES)
    widget.grab().save(str(file))
    widget.close()
    widget.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
