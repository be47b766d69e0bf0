"""A button that looks like a link: underlined words that lead somewhere on the page."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.button import Button, Face, Rank
from pcf_desktop.ui.tokens import sizes
from pcf_desktop.ui.typeface import Role


class LinkButton(Button):
    """Underlined words in a colour of the palette; they wrap."""

    def __init__(self, words: str, tint: str = "accent") -> None:
        super().__init__(words, Rank.QUIET)
        self._tint = tint
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def face(self) -> Face:
        """Return the words' colour on no ground of their own."""
        quiet = super().face()
        return Face(quiet.ground, quiet.edge, colours().named(self._tint))

    @override
    def sizeHint(self) -> QSize:
        """Return the words' room in one line."""
        return QSize(self._words_width() + 4, self.heightForWidth(10_000))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for some words of each line."""
        wide = min(self._words_width() + 4, 16 * self.fontMetrics().averageCharWidth())
        return QSize(wide, max(sizes().least, self.fontMetrics().height()))

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the words wrap."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words in a width."""
        room = QRect(0, 0, max(width - 2, 1), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, self.text())
        return max(words.height() + 4, sizes().least)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words with their line."""
        painter = QPainter(self)
        painter.setPen(self.face().ink)
        underlined = self.font()
        underlined.setUnderline(True)
        painter.setFont(underlined)
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(self.rect(), flags, self.text())

    @override
    def _role(self) -> Role:
        return Role.BODY
