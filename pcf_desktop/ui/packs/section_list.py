"""The sections of a pack to choose from, one of them open."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.tokens import sizes, space
from pcf_desktop.ui.typeface import Role, font

_WRAP = Qt.TextFlag.TextWordWrap.value


class SectionList(QWidget):
    """One row a section; the arrow keys go from one to the next. Emits `chosen` with its key."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows: dict[int, SectionRow] = {}
        self._group = QButtonGroup(self)
        self._column = stacked(self, gap=0.25)

    @property
    def current(self) -> int | None:
        """The key of the open section."""
        return next((key for key, row in self.rows.items() if row.isChecked()), None)

    def set_sections(self, sections: Sequence[tuple[int, str]]) -> None:
        """Show these sections (key, title); the open one stays open where it still stands."""
        before = self.current
        for row in self.rows.values():
            self._group.removeButton(row)
        clear(self._column)
        self.rows = {key: self._made(key, title) for key, title in sections}
        if self.rows:
            self.open(before if before in self.rows else next(iter(self.rows)))

    def open(self, key: int | None) -> None:
        """Open a section."""
        if key in self.rows:
            self.rows[key].setChecked(True)

    def after(self) -> int | None:
        """Return the key of the section after the open one, None behind the last."""
        keys = [*self.rows]
        place = keys.index(self.current) + 1 if self.current in self.rows else len(keys)
        return keys[place] if place < len(keys) else None

    def _made(self, key: int, title: str) -> "SectionRow":
        row = SectionRow(title)
        row.toggled.connect(lambda on: self.chosen.emit(key) if on else None)
        self._group.addButton(row)
        self._column.addWidget(row)
        return row


class SectionRow(QAbstractButton):
    """A section's title, with what it holds below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._hint = title, ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.toggled.connect(self.updateGeometry)

    def set_hint(self, words: str) -> None:
        """Say what the section holds."""
        self._hint = words
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return room for some words of each line."""
        wide = self.minimumSizeHint().width()
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        wide = 16 * QFontMetrics(font(Role.STRONG)).averageCharWidth() + 2 * space(1.25)
        return QSize(wide, sizes().least)

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the words wrap."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words in a width."""
        return self._boxes(width)[1].bottom() + space()

    def redress(self) -> None:
        """Take new room when the text size changes."""
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words; the open section on the accent's ground with a bar at its left."""
        of, is_open = colours(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open or self.underMouse():
            painter.setBrush(of.accent_weak if is_open else of.sunken)
            painter.drawRoundedRect(self.rect(), sizes().radius, sizes().radius)
        if is_open:
            painter.fillRect(0, space(), space(0.5), self.height() - space(2), of.accent)
        title, hint = self._boxes(self.width())
        painter.setPen(of.accent if is_open else of.text)
        painter.setFont(font(Role.STRONG if is_open else Role.BODY))
        painter.drawText(title, _WRAP, self._title)
        painter.setPen(of.text if is_open else of.muted)
        painter.setFont(font(Role.SMALL))
        painter.drawText(hint, _WRAP, self._hint)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Return the places of title and hint."""
        side, role = space(1.5), Role.STRONG if self.isChecked() else Role.BODY
        title = _wrapped(role, QRect(side, space(), width - 2 * side, 0), self._title)
        return title, _wrapped(Role.SMALL, title.translated(0, title.height() + 2), self._hint)


def _wrapped(role: Role, at: QRect, words: str) -> QRect:
    wide = max(at.width(), 1)
    room = QRect(at.left(), at.top(), wide, 10_000)
    high = QFontMetrics(font(role)).boundingRect(room, _WRAP, words or " ").height()
    return QRect(at.left(), at.top(), wide, high)
