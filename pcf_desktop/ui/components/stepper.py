"""The steps of a task, and where the person is among them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.flow import Flow
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role, font


class Stepper(QWidget):
    """Named steps in a row, done, current or to come; it shows, and is not clicked."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        flow = Flow(self, gap=space(3))
        self._names = list(steps)
        self._steps = [_Step(place, name) for place, name in enumerate(steps)]
        for step in self._steps:
            flow.addWidget(step)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.current = 0
        self.set_current(0)

    def set_current(self, current: int) -> None:
        """Show the step, counted from nought, at which the person is."""
        self.current = current
        for step in self._steps:
            step.set_current(current)
        said = tr("Step {n} of {all}: {name}").format(
            n=current + 1, all=len(self._names), name=self._names[current]
        )
        self.setAccessibleName(said)
        announce(self, said)


class _Step(QWidget):
    def __init__(self, place: int, name: str) -> None:
        super().__init__()
        self._place, self._name, self._current = place, name, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_current(self, current: int) -> None:
        self._current = current
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetrics(font(Role.SMALL_STRONG)).horizontalAdvance(self._name)
        return QSize(self._side() + space() + wide + 2, self._side())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def redress(self) -> None:
        """Follow the application's text size."""
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        of, side = colours(), self._side()
        done, now = self._place < self._current, self._place == self._current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(of.accent if done or now else of.line_strong, 2))
        painter.setBrush(of.accent if done else Qt.BrushStyle.NoBrush)
        disc = QRectF(1, 1, side - 2, side - 2)
        painter.drawEllipse(disc)
        painter.setFont(font(Role.SMALL_STRONG if now else Role.SMALL))
        if done:
            quarter = side // 4
            inner = disc.toRect().adjusted(quarter, quarter, -quarter, -quarter)
            paint_icon(painter, inner, "check-bold", of.on_accent)
        else:
            painter.setPen(of.accent if now else of.muted)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._place + 1))
        painter.setPen(of.accent if now else of.muted)
        words = QRect(side + space(), 0, self.width(), side)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._name)

    def _side(self) -> int:
        return max(QFontMetrics(font(Role.SMALL)).height() + space(0.75), 24)
