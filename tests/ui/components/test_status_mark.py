"""A status is a word, a shape and a colour; none is needed alone."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.status_mark import Level, Mark, StatusMark, mark_size, paint_mark
from pcf_desktop.ui.tokens import PALETTES
from tests.ui.audit import contrast


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("level", Level)
def test_its_word_can_be_read(level: Level, palette: str) -> None:
    apply(Look(palette))
    mark = Mark("On track", level)
    assert contrast(mark.ink, mark.ground) >= 4.5


def test_shapes_differ_without_their_colour() -> None:
    shapes = {level: _shape(level) for level in Level}
    assert all(shapes[a] != shapes[b] for a, b in combinations(Level, 2))


def test_the_widget_says_its_word_and_grows(qtbot: QtBot) -> None:
    widget = StatusMark(Mark("Done", Level.GOOD))
    qtbot.addWidget(widget)
    assert widget.accessibleName() == "Done"
    before = widget.sizeHint()
    widget.set_mark(Mark("Cannot start yet"))
    assert (widget.accessibleName(), widget.mark.level) == ("Cannot start yet", Level.NONE)
    assert widget.sizeHint().width() > before.width()
    apply(Look(percent=200))
    assert widget.sizeHint().height() > before.height()


def _shape(level: Level) -> frozenset[tuple[int, int]]:
    """Return which points are drawn, whatever their colour, of a mark without a word."""
    mark = Mark("", level)
    image = QImage(mark_size(mark), QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_mark(painter, QRect(QPoint(0, 0), image.size()), mark)
    painter.end()
    inner = range(6, image.width() - 6)
    points = ((x, y) for x in inner for y in range(4, image.height() - 4))
    return frozenset(p for p in points if contrast(image.pixelColor(*p), mark.ground) > 2)
