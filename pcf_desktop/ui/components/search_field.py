"""The search field: an icon, the words, and the key that leads to it."""

from PySide6.QtCore import QEvent, QMargins, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components import own_undo
from pcf_desktop.ui.components.key_hint import hint_size, paint_hint
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.tokens import sizes, space

PAUSE = 60
"""Milliseconds without a key after which the words typed so far are searched."""


class SearchField(QLineEdit):
    """Emits `searched` with the words, shortly after the last key; Escape empties it.

    `key` is shown, as a reminder; the window's own command binds it.
    """

    searched = Signal(str)

    def __init__(self, label: str, key: str = "") -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setPlaceholderText(label)
        self.setClearButtonEnabled(False)
        self._key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        escape = bind(self, "Esc", self.clear, within=False)
        escape.setEnabled(False)  # while empty, Escape is for what holds the field
        self.textChanged.connect(lambda words: escape.setEnabled(bool(words)))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(lambda _words: self._pause.start())
        self.textChanged.connect(lambda _words: self.redress())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.redress()

    @override
    def sizeHint(self) -> QSize:
        """Return room for its label, its icon and its key."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.placeholderText()) + space(7) + self._icon_side()
        if self._key:
            wide += hint_size(self._key).width()
        return QSize(max(wide, 26 * metrics.averageCharWidth()), _height(self))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size hint, so that its label is never cut."""
        return self.sizeHint()

    def redress(self) -> None:
        """Keep the words clear of the icon and the key; at each painting it would never rest."""
        right = hint_size(self._key).width() + space() if self._shows_key() else 0
        room = QMargins(self._icon_side() + space(0.75), 0, right, 0)
        if room != self.textMargins():
            self.setTextMargins(room)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep undo for what is typed here."""
        return own_undo.settled(self, event) or super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the words take the room of the key."""
        super().focusInEvent(event)
        self.redress()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Make room for the key again."""
        super().focusOutEvent(event)
        self.redress()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the icon and, while empty, the key."""
        super().paintEvent(event)
        side = self._icon_side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(space(1.25), (self.height() - side) // 2, side, side)
        paint_icon(painter, box, "magnifying-glass", colours().muted)
        if self._shows_key():
            key = hint_size(self._key)
            at = QRect(
                self.width() - key.width() - space(),
                (self.height() - key.height()) // 2,
                key.width(),
                key.height(),
            )
            paint_hint(painter, at, self._key, colours().muted)

    def come(self) -> None:
        """Put the focus here, ready to type over what was searched before."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _search(self) -> None:
        self.searched.emit(self.text().strip())

    def _shows_key(self) -> bool:
        return bool(self._key) and not self.text() and not self.hasFocus()

    def _icon_side(self) -> int:
        return round(self.fontMetrics().ascent() * sizes().icon)


def _height(field: QWidget) -> int:
    return max(field.fontMetrics().height() + 2 * sizes().padding, 32)
