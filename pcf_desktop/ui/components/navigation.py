"""The navigation on the left: places with icon, word and count, in groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.button import Button, Face, Rank
from pcf_desktop.ui.components.rule import Divider
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.tokens import sizes, space
from pcf_desktop.ui.typeface import Role, font
from pcf_desktop.ui.words import number

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class NavItem:
    """A place one can go to: its key, its word and its icon."""

    key: str
    words: str
    icon: str


class NavButton(Button):
    """One place in the navigation; checked while it is shown. An arrow key emits `stepped`."""

    stepped = Signal(int)

    def __init__(self, item: NavItem) -> None:
        super().__init__(item.words, Rank.QUIET, item.icon)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._badge = ""

    def set_badge(self, words: str) -> None:
        """Show a count at the right, or none for empty words."""
        self._badge = words
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room for icon, word and badge."""
        badge = self._badge_size().width() + space(1.5) if self._badge else 0
        wide = space(3) + self._icon_side() + space(1.25) + self._words_width() + badge
        return QSize(wide, super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say that an arrow key goes on; Qt would press the next place, as a click does."""
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(steps)

    @override
    def _role(self) -> Role:
        return Role.STRONG if self.isChecked() else Role.BODY

    @override
    def _words_width(self) -> int:
        """Return the width in bold, so that nothing moves when the place is chosen."""
        flags = Qt.TextFlag.TextShowMnemonic
        return _metrics(Role.STRONG).size(flags, self.text()).width()

    @override
    def face(self) -> Face:
        """Return the colours of a place: chosen, under the mouse, or quiet."""
        of = colours()
        if self.isChecked():
            return Face(of.accent_weak, of.accent_weak, of.accent)
        return super().face()

    @override
    def _paint_content(self, painter: QPainter, face: Face) -> None:
        of, side = colours(), self._icon_side()
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(of.accent)
            painter.setClipRect(QRect(0, 0, 3, self.height()))
            painter.drawRoundedRect(QRectF(self.rect()), self._radius(), self._radius())
            painter.setClipping(False)
        at = QPoint(space(1.25), (self.height() - side) // 2)
        paint_icon(painter, QRect(at, QSize(side, side)), self._icon, face.ink)
        painter.setFont(font(self._role()))
        painter.setPen(face.ink)
        words = QRect(space(1.25) + side + space(1.25), 0, self.width(), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, flags, self.text())
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        size = self._badge_size()
        at = QPoint(self.width() - size.width() - space(), (self.height() - size.height()) // 2)
        box = QRect(at, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours().sunken)
        painter.drawRoundedRect(box, size.height() / 2, size.height() / 2)
        painter.setPen(colours().accent if self.isChecked() else colours().muted)
        painter.setFont(font(Role.SMALL_STRONG if self.isChecked() else Role.SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _badge_size(self) -> QSize:
        metrics = _metrics(Role.SMALL_STRONG)
        high = metrics.height() + 2
        return QSize(max(metrics.horizontalAdvance(self._badge) + space(1.5), high), high)


class Navigation(QFrame):
    """The list of places; emits a key: `chosen` on a press, `walked` when an arrow key came by."""

    chosen = Signal(str)
    walked = Signal(str)

    def __init__(
        self, groups: Sequence[Sequence[NavItem]], name: str, title: str = "", subtitle: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("kind", "nav")
        self.setAccessibleName(name)
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self.title = Text(title, Role.STRONG)
        self.subtitle = Text(subtitle, Role.SMALL, "muted")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(space(1.5), space(2.5), space(1.5), space(2))
        self._column.setSpacing(2)
        self._add_heading()
        for place, items in enumerate(groups):
            if place:
                self._add_line()
            for item in items:
                self._add(item)
        self._column.addStretch(1)
        self._wrap()

    def set_current(self, key: str) -> None:
        """Mark the place that is shown."""
        self._buttons[key].setChecked(True)
        self._area.show_whole(self._buttons[key])

    def set_count(self, key: str, value: int | None) -> None:
        """Show how many things wait or are kept in a place; None shows nothing."""
        self._buttons[key].set_badge("" if value is None else number(value))

    def current(self) -> QWidget:
        """Return the button of the place that is shown."""
        return self._group.checkedButton() or next(iter(self._buttons.values()))

    def _add_heading(self) -> None:
        for label in (self.title, self.subtitle):
            label.setContentsMargins(space(1.25), 0, 0, 0)
            self._column.addWidget(label)
            if not label.text():
                label.hide()  # never shown here, where it has no place yet and is a window
        if self.title.text():
            self._column.addSpacing(space(1.5))

    def _add_line(self) -> None:
        self._column.addSpacing(space())
        self._column.addWidget(Divider())
        self._column.addSpacing(space())

    def _add(self, item: NavItem) -> None:
        button = NavButton(item)
        button.clicked.connect(lambda: self.chosen.emit(item.key))
        button.stepped.connect(lambda steps: self._walk(item.key, steps))
        self._buttons[item.key] = button
        self._group.addButton(button)
        self._column.addWidget(button)

    def _walk(self, key: str, steps: int) -> None:
        """Go to the place before or behind one, with the focus."""
        keys = [*self._buttons]
        place = keys.index(key) + steps
        if 0 <= place < len(keys):
            button = self._buttons[keys[place]]
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self.walked.emit(keys[place])

    def _wrap(self) -> None:
        inner = QWidget()
        inner.setProperty("kind", "pane")
        inner.setLayout(self._column)
        self._area = _Column(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(self._area)


class _Column(QScrollArea):
    """Scrolls up and down only, and is as wide as what it holds."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner, self._shown = inner, inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        wide = max(self._inner.minimumSizeHint().width(), sizes().step * 26)
        bar = self.verticalScrollBar().sizeHint().width() if self._overflows() else 0
        return QSize(wide + bar, 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_whole(self, button: QWidget) -> None:
        """Scroll to where a place is seen, and stay there when the window or its text changes."""
        self._shown = button
        if button is not self._inner and (column := self._inner.layout()) is not None:
            column.activate()
            self.ensureWidgetVisible(button, 0, space())
            self.horizontalScrollBar().setValue(0)  # a place wider than its column moves it too

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # a bar beside the places takes room of its own
        self.show_whole(self._shown)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be wider when a place is, as by its count; Qt would let it be cut."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _overflows(self) -> bool:
        return self._inner.minimumSizeHint().height() > self.height() > 1


def _metrics(role: Role) -> QFontMetrics:
    return QFontMetrics(font(role))
