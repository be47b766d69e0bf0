"""A check box: a statement that is so, or is not; alone, or as a field of a form."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.tokens import sizes, space
from pcf_desktop.ui.typeface import Role, font


class Check(QCheckBox):
    """A check box of at least 24 pixels whose words wrap and are part of the target."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        """Return room for the box and the words in one line."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        wide = self._side() + space(1.25) + words.width() + 4
        return QSize(wide, self._high())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for the box and some words of each line."""
        wide = self._side() + space(1.25) + 12 * self.fontMetrics().averageCharWidth()
        return QSize(min(wide, self.sizeHint().width()), self._high())

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the words wrap."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words in a width."""
        return max(self._words_in(width).height() + space(0.5), self._high())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Return whether a click there ticks the box: box and words both do."""
        return self.rect().contains(pos)

    def redress(self) -> None:
        """Follow the application's text size."""
        self.setFont(font(Role.BODY))
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its tick and the words."""
        of, side = colours(), self._side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self._high() - side) // 2
        box = QRectF(0, top, side, side).adjusted(0.75, 0.75, -0.75, -0.75)
        edge = of.accent if self.isChecked() and self.isEnabled() else of.line_strong
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(edge if self.isChecked() else of.surface)
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            inner = box.adjusted(3, 3, -3, -3).toRect()
            paint_icon(painter, inner, "check-bold", of.on_accent)
        painter.setPen(of.text if self.isEnabled() else of.muted)
        words = self._words_in(self.width())
        words.moveTop((self._high() - self.fontMetrics().height()) // 2)
        painter.drawText(words, self._flags(), self.text())

    def _flags(self) -> int:
        flags = Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextWordWrap
        return flags.value | Qt.AlignmentFlag.AlignLeft.value

    def _words_in(self, width: int) -> QRect:
        left = self._side() + space(1.25)
        room = QRect(left, 0, max(width - left, 1), 10_000)
        return self.fontMetrics().boundingRect(room, self._flags(), self.text())

    def _side(self) -> int:
        return max(self.fontMetrics().height(), sizes().least)

    def _high(self) -> int:
        return self._side() + space(0.5)


class CheckField(Field):
    """A check box whose words are its label."""

    def __init__(self, words: str) -> None:
        self.box = Check(words)
        super().__init__(words, self.box)
        self.label.hide()
        self.box.toggled.connect(self.changed)

    def set_words(self, words: str) -> None:
        """Say something else that is so, or is not."""
        self.label.setText(words)
        self.box.setText(words)

    @override
    def typed(self) -> str:
        """Return a word that is no words of the person's: yes, or nothing."""
        return "yes" if self.box.isChecked() else ""

    @override
    def put(self, text: str) -> None:
        self.box.setChecked(bool(text))
