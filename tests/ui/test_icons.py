"""Icons are drawn in the colours of the palette in use."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from pcf_desktop.ui.appearance import Choice, apply, colours
from pcf_desktop.ui.icons import icon


def test_an_icon_follows_the_palette() -> None:
    drawn = icon("house", "accent")
    assert _ink(drawn.pixmap(QSize(64, 64)).toImage()) == colours().accent
    apply(Choice("dark"))
    assert _ink(drawn.pixmap(QSize(64, 64)).toImage()) == colours().accent


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def _ink(image: QImage) -> QColor:
    """Return the most opaque colour of a picture."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return max((image.pixelColor(*point) for point in points), key=QColor.alpha)
