"""A labelled field: its label, a hint, the control, and what is wrong with it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.components import own_undo
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class Field(QWidget):
    """A control with its words. `left` is emitted when the focus leaves, the moment to check it.

    `judged` is emitted when what is wrong with it has changed.
    """

    changed = Signal()
    left = Signal()
    judged = Signal()

    def __init__(
        self,
        label: str,
        control: QWidget,
        hint: str = "",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        shown = tr("{label} (optional)").format(label=label) if optional else label
        self.label = Text(shown, Role.STRONG)
        self.label.setBuddy(control)
        self.hint = Text(hint, Role.SMALL, "muted")
        self.error = Text("", Role.SMALL_STRONG, "bad")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(0.5))
        for widget in (self.label, self.hint, self.error):
            self.column.addWidget(widget)
        grows = control.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        self.column.addWidget(control, 1 if grows else 0)
        if not grows:
            self.column.addStretch(1)
        self.hint.setVisible(bool(hint))
        self.error.hide()
        self._describe()
        control.installEventFilter(self)

    @property
    def words(self) -> str:
        """The label's words."""
        return self.label.text()

    @property
    def problem(self) -> str:
        """What is wrong, or nothing."""
        return self.error.text()

    def set_problem(self, words: str) -> None:
        """Say what is wrong, beside the field and to screen readers; no words: all is well."""
        is_new = words != self.error.text()
        if words and is_new:
            announce(self.control, words)
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.control.setProperty("wrong", bool(words))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self._describe()
        if is_new:
            self.judged.emit()

    def set_hint(self, words: str) -> None:
        """Change the hint."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self._describe()

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget, as a Keep button, to the right of the control."""
        row = QHBoxLayout()
        row.setSpacing(space(0.75))
        place = self.column.indexOf(self.control)
        self.column.removeWidget(self.control)
        row.addWidget(self.control, 1)
        row.addWidget(widget)
        self.column.insertLayout(place, row)

    def add_above(self, widget: QWidget) -> None:
        """Put a widget to the right of the label, where the control needs all the width."""
        row = QHBoxLayout()
        row.setSpacing(space(0.75))
        self.column.removeWidget(self.label)
        row.addWidget(self.label, 1)
        row.addWidget(widget)
        self.column.insertLayout(0, row)

    def focus(self) -> None:
        """Put the focus on the control."""
        self.control.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the focus has left the control; let the window undo where it cannot."""
        if event.type() == QEvent.Type.FocusOut and watched is self.control:
            self.left.emit()
        if watched is self.control and own_undo.settled(self.control, event):
            return True
        return super().eventFilter(watched, event)

    def _describe(self) -> None:
        said = " ".join(words for words in (self.error.text(), self.hint.text()) if words)
        self.control.setAccessibleDescription(said)
