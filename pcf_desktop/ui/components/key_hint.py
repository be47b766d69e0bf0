"""A key's name in a small box, as `Ctrl+K`, in a button or beside words."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role, font

_RADIUS = 3.0


def hint_size(key: str) -> QSize:
    """Return the room a key's box needs."""
    metrics = QFontMetrics(font(Role.SMALL))
    across = max(metrics.horizontalAdvance(key), metrics.height() - space(0.5))
    return QSize(across + space(), metrics.height() + 2)


def paint_hint(painter: QPainter, rect: QRect, key: str, ink: QColor) -> None:
    """Paint a key's box, in the ink of the words it stands beside."""
    painter.save()
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setFont(font(Role.SMALL))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
