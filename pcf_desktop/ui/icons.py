"""Icons, all of the Phosphor set, drawn in the colours of the palette in use."""

import json
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from pcf_desktop.ui.appearance import colours


@cache
def _glyphs() -> tuple[str, dict[str, str]]:
    """Return the name of the icon font, and each icon's letter in it."""
    folder = files("qtawesome").joinpath("fonts")
    (charmap,) = (f for f in folder.iterdir() if f.name.startswith("phosphor-charmap"))
    (typeface,) = (
        f for f in folder.iterdir() if f.name.startswith("phosphor-") and f.name.endswith(".ttf")
    )
    number = QFontDatabase.addApplicationFontFromData(typeface.read_bytes())
    letters = json.loads(charmap.read_text("utf-8"))
    return (
        QFontDatabase.applicationFontFamilies(number)[0],
        {name: chr(int(code, 16)) for name, code in letters.items()},
    )


def paint_icon(painter: QPainter, rect: QRect, name: str, colour: QColor) -> None:
    """Paint an icon in the middle of a rectangle; KeyError when the set has none of that name."""
    family, letters = _glyphs()
    side = min(rect.width(), rect.height())
    typeface = QFont(family)
    typeface.setPixelSize(max(side, 1))
    painter.save()
    painter.setFont(typeface)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters[name])
    painter.restore()


def icon(name: str, tint: str = "text") -> QIcon:
    """Return an icon by its Phosphor name, in the colour of a token; it follows the palette."""
    if name not in _glyphs()[1]:
        raise KeyError(name)
    return QIcon(_Glyph(name, tint))


class _Glyph(QIconEngine):
    """Paints its letter anew each time, so that the tint is always that of the palette."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name, self._tint = name, tint

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tint = "muted" if mode == QIcon.Mode.Disabled else self._tint
        paint_icon(painter, rect, self._name, colours().named(tint))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    @override
    def clone(self) -> QIconEngine:
        return _Glyph(self._name, self._tint)
