"""The stance bar: how many say better, no change or worse, told by shade, place and hatching."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, number

_GAP = 2
_STROKE, _EVERY = 3.0, 8


@dataclass(frozen=True)
class StanceShare:
    """How many families say better, no change and worse."""

    better: int
    same: int
    worse: int

    @property
    def families(self) -> int:
        """How many there are in all."""
        return self.better + self.same + self.worse

    @property
    def words(self) -> str:
        """The finding in words, with its base, for the page and for screen readers."""
        if not self.families:
            return tr("No families yet")
        if self.families == 1:
            return self._of_one()
        found = tr("{worse} of {families} have bad to say, {better} good")
        if self.worse == 1:
            found = tr("{worse} of {families} has bad to say, {better} good")
        return found.format(
            worse=number(self.worse),
            families=count(self.families, tr("family"), tr("families")),
            better=number(self.better),
        )

    def _of_one(self) -> str:
        if self.worse:
            return tr("The one family heard has bad to say")
        if self.better:
            return tr("The one family heard has good to say")
        return tr("The one family heard has neither good nor bad to say")


def bar_height() -> int:
    """Return how high a bar is, in pixels."""
    return space(1.75)


def paint_stance(painter: QPainter, rect: QRect, stance: StanceShare) -> None:
    """Paint the bar over the whole width of a rectangle, at its top; nothing for no families.

    A single family is one small mark: a full bar would look as if all said so.
    """
    if not stance.families:
        return
    of = colours()
    room = (rect.width() if stance.families > 1 else bar_height()) - 2 * _GAP
    parts = (stance.better, of.good), (stance.same, of.line_strong), (stance.worse, of.bad)
    x = rect.left()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for place, (families, colour) in enumerate(parts):
        wide = round(room * families / stance.families)
        box = QRect(x, rect.top(), wide, bar_height())
        if wide and place == len(parts) - 1:
            _paint_hatched(painter, box, colour)
        elif wide:
            painter.fillRect(box, colour)
        x += wide + (_GAP if wide else 0)
    painter.restore()


class StanceBar(QWidget):
    """The bar with its finding in words below it."""

    def __init__(self, stance: StanceShare) -> None:
        super().__init__()
        stacked(self, _Bar(stance), Text(stance.words, Role.SMALL), gap=0.5)


class _Bar(QWidget):
    def __init__(self, stance: StanceShare) -> None:
        super().__init__()
        self.stance = stance
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(space(40))

    @override
    def sizeHint(self) -> QSize:
        return QSize(space(21), bar_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_stance(QPainter(self), self.rect(), self.stance)


def _paint_hatched(painter: QPainter, box: QRect, colour: QColor) -> None:
    painter.fillRect(box, colours().surface)
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _STROKE))
    for start in range(box.left() - box.height(), box.right() + box.height(), _EVERY):
        painter.drawLine(start, box.bottom() + 1, start + box.height() + 1, box.top())
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.restore()
