"""Status marks: a word, a shape and a colour, so that none of the three is needed alone."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role, font

_RADIUS = 4.0


class Level(Enum):
    """How things stand; each has a colour and a shape of its own."""

    GOOD = "good"
    AMBER = "amber"
    BAD = "bad"
    INFO = "info"
    NONE = "none"


@dataclass(frozen=True)
class Mark:
    """A status: its word and its level."""

    words: str
    level: Level = Level.NONE

    @property
    def ink(self) -> QColor:
        """The colour of word and shape."""
        return colours().muted if self.level == Level.NONE else colours().named(self.level.value)

    @property
    def ground(self) -> QColor:
        """The colour on which they stand."""
        of = colours()
        return of.sunken if self.level == Level.NONE else of.named(f"{self.level.value}_weak")


def mark_size(mark: Mark) -> QSize:
    """Return the room a mark needs on one line."""
    metrics = QFontMetrics(font(Role.SMALL_STRONG))
    words = metrics.horizontalAdvance(mark.words)
    wide = space(2) + _shape_side(metrics) + _gap(metrics) + words
    return QSize(wide, max(metrics.height() + space(0.5), 24))


def paint_mark(painter: QPainter, rect: QRect, mark: Mark) -> None:
    """Paint a mark at the left of a rectangle; what does not fit is shortened."""
    metrics = QFontMetrics(font(Role.SMALL_STRONG))
    size = mark_size(mark).boundedTo(rect.size())
    box = QRect(rect.topLeft(), size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark.ground)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    side = _shape_side(metrics)
    left = box.left() + space()
    _paint_shape(painter, QRectF(left, box.center().y() - side / 2 + 1, side, side), mark)
    painter.setPen(mark.ink)
    painter.setFont(font(Role.SMALL_STRONG))
    words = box.adjusted(space() + side + _gap(metrics), 0, -space(0.5), 0)
    shown = metrics.elidedText(mark.words, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()


class StatusMark(QWidget):
    """A status on the page."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark = mark
        self.set_mark(mark)

    @property
    def mark(self) -> Mark:
        """What it shows."""
        return self._mark

    def set_mark(self, mark: Mark) -> None:
        """Show another status."""
        self._mark = mark
        self.setAccessibleName(mark.words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room the mark needs."""
        return mark_size(self._mark)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a status is never cut."""
        return self.sizeHint()

    def redress(self) -> None:
        """Take new room when the text size changes."""
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        paint_mark(QPainter(self), self.rect(), self._mark)


def _shape_side(metrics: QFontMetrics) -> int:
    return round(metrics.ascent() * 0.62)


def _gap(metrics: QFontMetrics) -> int:
    """Return the room between shape and word, which grows with the text."""
    return max(metrics.ascent() // 2, space(0.75))


def _paint_shape(painter: QPainter, box: QRectF, mark: Mark) -> None:
    painter.setBrush(mark.ink)
    if mark.level == Level.GOOD:
        painter.drawEllipse(box)
    elif mark.level == Level.AMBER:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif mark.level == Level.BAD:
        top = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    else:
        _paint_line_shape(painter, box, mark)


def _paint_line_shape(painter: QPainter, box: QRectF, mark: Mark) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(mark.ink, max(box.width() / 5, 1.5)))
    inner = box.adjusted(1, 1, -1, -1)
    if mark.level == Level.NONE:
        painter.drawEllipse(inner)
    else:
        middle = QPointF(inner.left() + inner.width() * 0.38, inner.bottom())
        start = QPointF(inner.left(), inner.center().y())
        painter.drawPolyline(QPolygonF([start, middle, inner.topRight()]))
