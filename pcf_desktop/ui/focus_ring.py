"""The focus ring: one ring that goes round whatever has the focus, outside its edge."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.tokens import sizes

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QObject):
    """Follows the application's focus; make one for the application's life."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._ring: _Ring | None = None
        self._host = QWidget()
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._rows: QItemSelectionModel | None = None
        application.focusChanged.connect(self._moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget when it, or what holds it, moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        if now is None or isinstance(now, _SHOW_IT_THEMSELVES) or now.isWindow():
            return
        if isinstance(now, QAbstractItemView) and now.selectionModel() is not None:
            self._rows = now.selectionModel()  # rows that come later have a ring of their own
            self._rows.currentChanged.connect(self._place)
        host = self._host = _host(now)
        self._target, self._ring = now, _Ring(host)
        widget: QWidget | None = now
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self, *_cells: QModelIndex) -> None:
        if self._target is None or self._ring is None:
            return
        if not isValid(self._ring) or not isValid(self._target):
            return
        host, reach = self._host, sizes().ring + sizes().ring_gap
        corner = self._target.mapTo(host, QPoint(0, 0))
        box = QRect(corner, self._target.size()).adjusted(-reach, -reach, reach, reach)
        self._ring.setGeometry(box)
        self._ring.setVisible(self._target.isVisible() and not _rings_itself(self._target))
        self._ring.raise_()

    def _leave(self) -> None:
        watched, self._watched, self._target = self._watched, [], None
        rows, self._rows = self._rows, None
        if rows is not None and isValid(rows):
            rows.currentChanged.disconnect(self._place)
        for widget in watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._ring is not None:
            ring, self._ring = self._ring, None
            if isValid(ring):
                ring.hide()
                ring.deleteLater()


class _Ring(QWidget):
    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = sizes().ring
        painter.setPen(QPen(colours().focus, width))
        half = width / 2
        radius = sizes().radius + sizes().ring_gap
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)


_SHOW_IT_THEMSELVES = (QMenu, QMenuBar, _Ring)
"""What has the focus and no ring: a menu marks the word one is at."""


def _rings_itself(widget: QWidget) -> bool:
    """Whether a view shows the focus on one of its cells."""
    return isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid()


def _host(widget: QWidget) -> QWidget:
    """Return the nearest scrolled page or window that holds a widget."""
    held = widget.parentWidget()
    while held is not None and not held.isWindow():
        around = held.parentWidget()
        area = around.parentWidget() if around is not None else None
        if isinstance(area, QAbstractScrollArea) and around is area.viewport():
            return held
        held = around
    return widget.window()
