"""Icons, all of the Phosphor set, drawn in the colours of the palette in use."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.typeface import icon_letters


def paint_icon(painter: QPainter, rect: QRect, name: str, colour: QColor) -> None:
    """Paint an icon in the middle of a rectangle; KeyError when the set has none of that name."""
    family, letters = icon_letters()
    side = min(rect.width(), rect.height())
    typeface = QFont(family)
    typeface.setPixelSize(max(side, 1))
    typeface.setWeight(QFont.Weight.Normal)  # else that of the widget, and in bold strokes close
    painter.save()
    painter.setFont(typeface)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters[name])
    painter.restore()


def icon(name: str, tint: str = "text") -> QIcon:
    """Return an icon by its Phosphor name, in the colour of a token; it follows the palette."""
    if name not in icon_letters()[1]:
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
