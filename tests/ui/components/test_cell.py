"""Cells are painted as plain words, marks or bars; the current row has a ring."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.cell import lines, paint_words
from pcf_desktop.ui.typeface import font
from tests.ui.gallery import table


def inked(words: str, width: int, height: int) -> list[int]:
    """Return in which rows of pixels something is painted."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_words(painter, QRect(0, 0, width, height), words, font(), QColor("black"))
    painter.end()
    dark = (y for y in range(height) for x in range(width) if image.pixelColor(x, y).red() < 128)
    return sorted(set(dark))


def test_words_wrap_into_the_lines_there_are() -> None:
    one, two = inked("Nineteen months", 90, 24), inked("Nineteen months", 90, 60)
    assert max(one) < 24 <= max(two)


def test_an_emoji_breaks_no_word_of_the_lines_after_it() -> None:
    words = "again \N{GRINNING FACE} \N{GRINNING FACE} and nobody called us back about it"
    for width in range(60, 260, 7):
        found = lines(words, font(), QSize(width, 400))
        assert "".join(found) == words
        assert [word for line in found for word in line.split()] == words.split()


def test_markup_is_painted_as_words() -> None:
    assert inked("<b></b><i></i>", 300, 24) != []


def test_no_words_paint_nothing() -> None:
    assert inked("", 100, 24) == []


def test_the_current_row_has_a_ring_and_is_chosen(qtbot: QtBot) -> None:
    held = table()
    qtbot.addWidget(held)
    held.resize(900, 400)
    with qtbot.waitActive(held):
        held.show()
        held.activateWindow()
    held.table.setFocus()
    held.table.go_to(0)
    box = held.table.visualRect(held.table.currentIndex())
    picture = held.table.viewport().grab().toImage()
    assert picture.pixelColor(box.left() + 1, box.center().y()) == colours().focus
    assert picture.pixelColor(box.right() - 6, box.center().y()) == colours().accent_weak
    seen = held.table.viewport().width()
    last = min(held.table.horizontalHeader().length(), seen) - 2
    assert picture.pixelColor(last, box.center().y()) == colours().focus
    assert picture.pixelColor(box.right() + 1, box.center().y()) != colours().focus  # one ring
