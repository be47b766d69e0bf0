"""Bars for the answers to one question: each with its words, its count and its share."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.shares import share
from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role, font
from pcf_desktop.ui.words import number

LEAST_BASE = 20
"""On fewer answers a percentage says more than it knows."""

_WRAP = Qt.TextFlag.TextWordWrap.value


class AnswerBars(QWidget):
    """Each answer above its bar, whose length is the share of those who answered."""

    def __init__(self, counts: Mapping[str, int], base: int) -> None:
        super().__init__()
        self._counts, self._base = counts, base
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = ", ".join(f"{words}: {self._share(n)}" for words, n in counts.items())
        self.setAccessibleName(
            tr("{answers}; of {base} who answered").format(answers=said, base=number(base))
        )

    @override
    def sizeHint(self) -> QSize:
        """Return room for some words and every bar."""
        wide = 40 * self.fontMetrics().averageCharWidth()
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the narrowest room in which the words still wrap well."""
        wide = 14 * QFontMetrics(font(Role.SMALL)).averageCharWidth()
        return QSize(wide, QFontMetrics(font(Role.SMALL)).height() + space(2))

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the words wrap."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all bars in a width."""
        if width not in self._heights:  # layouts ask some forty times
            boxes = self._boxes(width)
            self._heights[width] = boxes[-1][2].bottom() + space(0.5) if boxes else 0
        return self._heights[width]

    def redress(self) -> None:
        """Take new room when the text size changes."""
        self._heights.clear()
        self.updateGeometry()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, counts and bars."""
        of = colours()
        painter = QPainter(self)
        painter.setFont(font(Role.SMALL))
        most = max(self._base, 1)
        for (words, n), (name, value, bar) in zip(
            self._counts.items(), self._boxes(self.width()), strict=True
        ):
            painter.setPen(of.text)
            painter.drawText(name, _WRAP, words)
            painter.drawText(value, Qt.AlignmentFlag.AlignRight, self._share(n))
            painter.fillRect(bar, of.sunken)
            filled = QRect(bar)
            filled.setWidth(round(bar.width() * min(n / most, 1)))
            painter.fillRect(filled, of.accent)

    def _share(self, n: int) -> str:
        if self._base < LEAST_BASE:
            return number(n)
        return f"{number(n)} ({share(n, self._base)})"

    def _boxes(self, width: int) -> list[tuple[QRect, QRect, QRect]]:
        """Return for each answer the places of its words, its count and its bar."""
        metrics = QFontMetrics(font(Role.SMALL))
        wide = max(
            (metrics.horizontalAdvance(self._share(n)) for n in self._counts.values()), default=0
        )
        room = max(width - wide - space(2), 1)
        boxes, top = [], 0
        for words in self._counts:
            high = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, words).height()
            name = QRect(0, top, room, high)
            value = QRect(width - wide, top, wide, metrics.height())
            bar = QRect(0, top + high + 3, width, space(1))
            boxes.append((name, value, bar))
            top = bar.bottom() + space(1.5)
        return boxes
