"""A row of a task list: what to do, a hint, and how it stands; the whole row is the button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.enter import presses
from pcf_desktop.ui.components.status_mark import Mark, mark_size, paint_mark
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.tokens import sizes, space
from pcf_desktop.ui.typeface import Role, font

_WRAP = Qt.TextFlag.TextWordWrap.value


class TaskRow(QAbstractButton):
    """Title and hint on the left, status on the right; below them when there is no room.

    Where there is no status, an arrow says that the row leads on.
    """

    def __init__(self, title: str, hint: str, mark: Mark | None = None) -> None:
        super().__init__()
        self._title, self._hint, self._mark = title, hint, mark
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_words(title, hint, mark)

    def set_words(self, title: str, hint: str, mark: Mark | None = None) -> None:
        """Show another title, hint and status."""
        self._title, self._hint, self._mark = title, hint, mark
        self.setAccessibleName(", ".join(w for w in (title, mark.words if mark else "") if w))
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the row's room with title and status side by side."""
        wide = 30 * self.fontMetrics().averageCharWidth() + self._mark_size().width()
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for the status alone."""
        wide = max(16 * self.fontMetrics().averageCharWidth(), self._mark_size().width())
        return QSize(wide + space(3), 2 * self.fontMetrics().height())

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the words wrap."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the row's height in a width."""
        title, hint, mark = self._boxes(width)
        return max(title.bottom(), hint.bottom(), mark.bottom()) + space(1.25)

    def redress(self) -> None:
        """Take new room when the text size changes."""
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if not presses(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, words, status and the line below."""
        of = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(of.sunken)
            painter.drawRoundedRect(self.rect(), sizes().radius, sizes().radius)
        title, hint, mark = self._boxes(self.width())
        painter.setPen(of.text)
        painter.setFont(font(Role.STRONG))
        painter.drawText(title, _WRAP, self._title)
        painter.setPen(of.muted)
        painter.setFont(font(Role.SMALL))
        painter.drawText(hint, _WRAP, self._hint)
        if self._mark:
            paint_mark(painter, mark, self._mark)
        else:
            paint_icon(painter, mark, "caret-right", of.muted)
        painter.fillRect(0, self.height() - 1, self.width(), 1, of.line)

    def _mark_size(self) -> QSize:
        if self._mark:
            return mark_size(self._mark)
        side = QFontMetrics(font(Role.STRONG)).ascent()
        return QSize(side, side)

    def _boxes(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return the places of title, hint and status in a width."""
        side, status = space(1.5), self._mark_size()
        titles, hints = QFontMetrics(font(Role.STRONG)), QFontMetrics(font(Role.SMALL))
        beside = width - 2 * side - status.width() - (side if status.width() else 0)
        fits = beside >= min(titles.horizontalAdvance(self._title), width * 2 // 5)
        room = beside if fits else width - 2 * side
        title = _wrapped(titles, QRect(side, space(1.25), room, 0), self._title)
        hint = _wrapped(hints, QRect(side, title.bottom() + 3, room, 0), self._hint)
        if fits:
            top = title.top() + (0 if self._mark else 3)
            return title, hint, QRect(width - side - status.width(), top, *_wh(status))
        return title, hint, QRect(side, hint.bottom() + space(0.5), *_wh(status))


def _wrapped(metrics: QFontMetrics, at: QRect, words: str) -> QRect:
    room = QRect(at.left(), at.top(), max(at.width(), 1), 10_000)
    high = metrics.boundingRect(room, _WRAP, words).height() if words else 0
    return QRect(at.left(), at.top(), max(at.width(), 1), high)


def _wh(size: QSize) -> tuple[int, int]:
    return size.width(), size.height()
