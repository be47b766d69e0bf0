"""Icons are drawn in the colours of the palette in use."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply, colours
from pcf_desktop.ui.components.icon import Icon
from pcf_desktop.ui.icons import icon
from pcf_desktop.ui.typeface import Role, font


def test_an_icon_follows_the_palette() -> None:
    drawn = icon("house", "accent")
    assert _ink(drawn.pixmap(QSize(64, 64)).toImage()) == colours().accent
    apply(Look("dark"))
    assert _ink(drawn.pixmap(QSize(64, 64)).toImage()) == colours().accent


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_bold_words_beside_an_icon_do_not_close_its_strokes(qtbot: QtBot) -> None:
    shown = Icon("plus-circle")
    qtbot.addWidget(shown)
    shown.resize(19, 19)
    light = shown.grab().toImage()
    shown.setFont(font(Role.STRONG))
    assert shown.grab().toImage() == light


def _ink(image: QImage) -> QColor:
    """Return the most opaque colour of a picture."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return max((image.pixelColor(*point) for point in points), key=QColor.alpha)
