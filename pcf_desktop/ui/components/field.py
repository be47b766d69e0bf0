"""A labelled field: its label, a hint, the control, and what is wrong with it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.components import own_undo
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.lay import abreast, stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role


class Field(QWidget):
    """A control with its words, which speaks for itself: no form asks what kind of field it is.

    A kind of field says what is `typed` in it, and can `put` that back. `changed` is emitted as
    it is typed, `left` when the focus leaves, the moment to check it, and `judged` when what is
    wrong with it has changed. Where it is `needed`, these words say so of an empty field.
    """

    changed = Signal()
    left = Signal()
    judged = Signal()
    needed = ""

    def __init__(
        self, label: str, control: QWidget, hint: str = "", *, optional: bool = False
    ) -> None:
        super().__init__()
        self.control = control
        shown = tr("{label} (optional)").format(label=label) if optional else label
        self.label = Text(shown, Role.STRONG)
        self.label.setBuddy(control)
        self.hint = Text(hint, Role.SMALL, "muted")
        self.error = Text("", Role.SMALL_STRONG, "bad")
        self.column = stacked(self, gap=0.5)
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

    def typed(self) -> str:
        """Return what stands in the field, as text that `put` understands; nothing: it is blank."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show what was `typed` once, as if it were typed again."""
        raise NotImplementedError

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the field."""
        return not self.typed().strip()

    def clear(self) -> None:
        """Leave nothing in the field, and nothing wrong with it."""
        self.put("")
        self.set_problem("")

    def both(self, before: str, now: str) -> str:
        """Return what stands there when `before` comes back to a field where `now` was typed."""
        return now or before

    def check(self) -> bool:
        """Say what is wrong with what is typed, if anything is; return whether it is well.

        An empty field that was said to be needed is needed still.
        """
        if not (self.is_blank and self.problem == self.needed):
            self.set_problem("")
        return not self.problem

    def check_to_save(self) -> bool:
        """Check it as `check` does when it is left, and say so where it is needed and empty."""
        well = self.check()
        if self.needed and self.is_blank:
            self.set_problem(self.needed)
            return False
        return well

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
        if words == self.error.text():
            return
        if words:
            announce(self.control, words)
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.control.setProperty("wrong", bool(words))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self._describe()
        self.judged.emit()

    def set_hint(self, words: str) -> None:
        """Change the hint."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self._describe()

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget, as a Keep button, to the right of the control."""
        row = abreast(gap=0.75)
        place = self.column.indexOf(self.control)
        self.column.removeWidget(self.control)
        row.addWidget(self.control, 1)
        row.addWidget(widget)
        self.column.insertLayout(place, row)

    def add_above(self, widget: QWidget) -> None:
        """Put a widget to the right of the label, where the control needs all the width."""
        row = abreast(gap=0.75)
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
