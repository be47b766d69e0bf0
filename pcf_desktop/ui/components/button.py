"""Buttons: one look for each kind, with an icon before the words and a key after them."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.enter import presses
from pcf_desktop.ui.components.key_hint import hint_size, paint_hint
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.tokens import sizes, space
from pcf_desktop.ui.typeface import Role, font

LEAST = 32
"""The least height in pixels of a button, unless it is small and no page's primary one."""


class Rank(Enum):
    """How much weight a button has; a page has one primary."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


@dataclass(frozen=True)
class Face:
    """The colours of a button in one state: ground, edge, words."""

    ground: QColor
    edge: QColor
    ink: QColor


class Button(QPushButton):
    """A push button that says action and object, and may show its key.

    The key is only shown: a command of the window or `bind` makes it work.
    """

    def __init__(
        self,
        words: str,
        kind: Rank = Rank.SECONDARY,
        icon: str = "",
        key: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.kind, self._icon, self._small = kind, icon, small
        self._wanted, self._why = True, ""
        self._key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        self.setFont(font(self._role()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    @classmethod
    def of_icon(cls, icon: str, name: str) -> "Button":
        """Return a quiet button that shows an icon alone; `name` says action and object."""
        made = cls("", Rank.QUIET, icon, small=True)
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def bind(self) -> "Button":
        """Make the key that is shown press the button, wherever the focus is on its page."""
        self.setShortcut(QKeySequence(self._key, QKeySequence.SequenceFormat.NativeText))
        return self

    def hold(self, why: str) -> None:
        """Stay disabled and say why, whatever else is asked; no words: be free again."""
        if why == self._why:
            return
        self._why = why
        self.setToolTip(why)
        self.setAccessibleDescription(why)
        self.setEnabled(self._wanted)

    @override
    def setEnabled(self, enabled: bool) -> None:
        """Enable the button, unless it is held, or disable it."""
        self._wanted = enabled
        super().setEnabled(enabled and not self._why)

    def face(self) -> Face:
        """Return the colours of the state the button is in."""
        of, kind = colours(), self.kind
        if not self.isEnabled():
            return Face(of.sunken, of.line, of.muted)
        if kind in (Rank.PRIMARY, Rank.DANGER):
            ground = of.accent if kind == Rank.PRIMARY else of.bad
            pressed = of.accent_hover if kind == Rank.PRIMARY else of.bad
            return Face(pressed if self._lively() else ground, ground, of.on_accent)
        if self.isChecked():
            return Face(of.accent_weak, of.accent, of.accent)
        ground = of.sunken if self._lively() else of.surface
        if kind == Rank.QUIET:
            ground = ground if self._lively() else QColor(0, 0, 0, 0)
            return Face(ground, ground, of.text)
        return Face(ground, of.line_strong, of.text)

    @override
    def sizeHint(self) -> QSize:
        """Return the room for icon, words and key, never less than a target must have."""
        line = self.fontMetrics().height()
        least = sizes().least if self._small and self.kind != Rank.PRIMARY else LEAST
        height = max(line + 2 * self._padding(), least)
        sides = 2 * space(1.25 if self._small else 1.75)
        width = self._content_width() + (sides if self.text() else height - self._icon_side())
        return QSize(max(width, height), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a button is never cut."""
        return self.sizeHint()

    def redress(self) -> None:
        """Follow the application's text size."""
        self.setFont(font(self._role()))
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if not presses(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, edge, icon, words and key."""
        face = self.face()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(face.edge, 1) if face.edge.alpha() else Qt.PenStyle.NoPen)
        painter.setBrush(face.ground)
        radius = self._radius()
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_content(painter, face)

    def _paint_content(self, painter: QPainter, face: Face) -> None:
        x = max((self.width() - self._content_width()) // 2, space(0.5))
        side = self._icon_side()
        if self._icon:
            at = QPoint(x, (self.height() - side) // 2)
            paint_icon(painter, QRect(at, QSize(side, side)), self._icon, face.ink)
            x += side + (self._gap() if self.text() else 0)
        painter.setPen(face.ink)
        painter.setFont(self._words_font())
        words = QRect(x, 0, self._words_width() + 2, self.height())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, flags, self.text())
        if self._key:
            box = hint_size(self._key)
            at = QPoint(words.right() + self._gap(), (self.height() - box.height()) // 2)
            paint_hint(painter, QRect(at, box), self._key, face.ink)

    def _role(self) -> Role:
        if self._small:
            return Role.SMALL
        return Role.BODY if self.kind == Rank.QUIET else Role.STRONG

    def _words_font(self) -> QFont:
        return self.font()

    def _lively(self) -> bool:
        return self.isDown() or self.underMouse()

    def _radius(self) -> float:
        return sizes().radius

    def _padding(self) -> int:
        return sizes().small_padding if self._small else sizes().padding

    def _gap(self) -> int:
        """Return the room beside the words, which grows with them."""
        return max(self.fontMetrics().ascent() // 2, space())

    def _icon_side(self) -> int:
        return round(self.fontMetrics().ascent() * sizes().icon) if self._icon else 0

    def _words_width(self) -> int:
        flags = Qt.TextFlag.TextShowMnemonic
        return self.fontMetrics().size(flags, self.text()).width() if self.text() else 0

    def _content_width(self) -> int:
        gap = self._gap() if self._icon and self.text() else 0
        key = hint_size(self._key).width() + self._gap() + 2 if self._key else 0
        return self._icon_side() + gap + self._words_width() + key
