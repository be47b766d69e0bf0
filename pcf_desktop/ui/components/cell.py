"""How a cell of a table is painted: its words, a status mark or a stance bar."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.stance_bar import StanceShare, bar_height, paint_stance
from pcf_desktop.ui.components.status_mark import Mark, mark_size, paint_mark
from pcf_desktop.ui.record_table import RecordTable, Weight, above_of, look_of
from pcf_desktop.ui.tokens import sizes, space
from pcf_desktop.ui.typeface import Role, font

_ROLES = {Weight.PLAIN: Role.BODY, Weight.STRONG: Role.STRONG, Weight.MUTED: Role.SMALL}


ABOVE = 2
"""The most lines of what stands above the words of a cell."""


class Cell(QStyledItemDelegate):
    """Paints cells in the colours of the palette, always as plain text.

    In rows of one line with little room around it, that line stands in the middle.
    """

    def __init__(self, parent: QObject, *, middle: bool) -> None:
        super().__init__(parent)
        self._middle = middle

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, content, the line below and this cell's part of the ring of the row."""
        of, rect = colours(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, of.accent_weak if chosen else of.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, of.line)
        inner = _inner(rect)
        if self._middle:
            inner.setTop(rect.top() + (rect.height() - _high(index)) // 2)
        self._paint_content(painter, inner, index)
        view = option.widget
        if isinstance(view, QTableView) and view.hasFocus() and _is_current(view, index):
            _paint_ring(painter, rect, view)
        painter.restore()

    def _paint_content(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = look_of(index)
        if isinstance(look, Mark):
            paint_mark(painter, rect, look)
        elif isinstance(look, StanceShare):
            bar = rect.adjusted(0, 2, -space(1), 0)
            paint_stance(painter, bar, look)
            words = _below_bar(rect, look)
            paint_words(painter, words, look.words, font(Role.SMALL), colours().text)
        else:
            weight = _weight(index)
            ink = colours().muted if weight == Weight.MUTED else colours().text
            if above := above_of(index):
                face = font(Role.SMALL)
                line = QFontMetrics(face).lineSpacing()
                room = QRect(rect.topLeft(), QSize(rect.width(), ABOVE * line))
                paint_words(painter, room, above, face, colours().muted)
                rect = rect.adjusted(0, line * len(lines(above, face, room.size())), 0, 0)
            paint_words(painter, rect, str(index.data() or ""), font(_ROLES[weight]), ink)


def _is_current(view: QTableView, index: QModelIndex | QPersistentModelIndex) -> bool:
    return view.currentIndex().isValid() and view.currentIndex().row() == index.row()


def _paint_ring(painter: QPainter, rect: QRect, view: QTableView) -> None:
    """Paint what a cell shows of the ring round its row; the ends are those that can be seen."""
    width, seen = sizes().ring, view.viewport().rect()
    left = view.columnViewportPosition(view.horizontalHeader().logicalIndexAt(0))
    row = QRect(left, rect.top(), view.horizontalHeader().length(), rect.height())
    half = width / 2
    painter.setClipRect(rect)
    painter.setPen(QPen(colours().focus, width))
    ring = QRectF(row.intersected(QRect(seen.left(), row.top(), seen.width(), row.height())))
    painter.drawRect(ring.adjusted(half, half, -half, -half))


def paint_words(painter: QPainter, rect: QRect, words: str, face: QFont, ink: QColor) -> None:
    """Paint words in as many lines as fit; the last ends with an ellipsis if there are more."""
    painter.setPen(ink)
    painter.setFont(face)
    metrics = painter.fontMetrics()
    for place, line in enumerate(lines(words, face, rect.size())):
        top = rect.top() + place * metrics.lineSpacing()
        painter.drawText(QRect(rect.left(), top, rect.width(), metrics.height()), 0, line)


def lines(words: str, face: QFont, room: QSize) -> list[str]:
    """Return the lines in which words are painted, one at least, as many as have room."""
    metrics = QFontMetrics(face)
    layout = QTextLayout(words.replace("\n", " "), face)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    found: list[str] = []
    units = layout.text().encode("utf-16-le", "surrogatepass")  # as Qt counts: an emoji is two
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        if (len(found) + 1) * metrics.lineSpacing() + metrics.height() > room.height():
            rest = units[start:].decode("utf-16-le", "surrogatepass")
            found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width()))
            break
        found.append(units[start:end].decode("utf-16-le", "surrogatepass"))
    layout.endLayout()
    return found


def width_beside() -> int:
    """Return what a cell keeps free on both sides of its content."""
    return space(1.5) + space(1)


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(space(1.5), space(1.25), -space(1), -1)


def _high(index: QModelIndex | QPersistentModelIndex) -> int:
    """Return the height of a mark, or of a line of words."""
    look = look_of(index)
    if isinstance(look, Mark):
        return mark_size(look).height()
    return QFontMetrics(font(_ROLES[_weight(index)])).height()


def _below_bar(rect: QRect, stance: StanceShare) -> QRect:
    return rect.adjusted(0, bar_height() + 4 if stance.families else 0, 0, 0)


def _weight(index: QModelIndex | QPersistentModelIndex) -> Weight:
    model = index.model()
    return model.columns[index.column()].weight if isinstance(model, RecordTable) else Weight.PLAIN
