"""Change what is known of a comment beside its words: the fields of the log form, filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import Row
from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.choices import Choices
from pcf_desktop.ui.feedback.log_form import LogForm, Typed
from pcf_desktop.ui.language import tr


@dataclass(frozen=True)
class Opened:
    """A comment's details as they are kept, what can be chosen, and the draft with its name."""

    feedback_id: int
    kept: NewFeedback
    choices: Choices
    draft: str
    typed: Mapping[str, str]


class EditDetails(SidePanel):
    """Emits `saved` with the details before and as they are typed now."""

    saved = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Edit details"), parent=parent)
        self.form = LogForm(with_words=False)
        self.feedback_id: int | None = None
        """Whose details stand in the form, also while another form hides it."""
        self._before: Typed | None = None
        self._filled: Mapping[str, str] = {}
        self._unsaved = Text(tr("What you typed here before is not saved yet."), tone="muted")
        save = Button(tr("Save details"), key="Ctrl+S", small=True)
        save.clicked.connect(self.save)
        leave = Button(tr("Leave as it was"), small=True)
        leave.clicked.connect(self.closed)
        enter = QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.add(self._unsaved, self.form, Row(save, leave))

    def show_details(self, opened: Opened) -> None:
        """Fill the form in; what was typed for this comment before and not saved stands in it."""
        if self.feedback_id == opened.feedback_id and self.state() is not None:
            return
        self.feedback_id = None  # while it is filled in, nobody types
        self.form.offer(opened.choices)
        self.form.fill(opened.kept)
        self._before, self._filled = self.form.typed(), self.form.state()
        if opened.typed:
            self.form.restore(opened.typed)
        self._unsaved.setVisible(bool(opened.typed))
        self.feedback_id = opened.feedback_id

    def state(self) -> Mapping[str, str] | None:
        """Return what to keep as a draft; None when nothing would be missed."""
        typed = self.form.state()
        return None if self.feedback_id is None or typed == self._filled else typed

    def forget(self) -> None:
        """Let go of the comment, and of what was typed."""
        self.feedback_id = None

    def come(self) -> None:
        """Put the focus on the first field."""
        self.form.when.focus()

    def save(self) -> None:
        """Hand over what was changed, unless a field says what is wrong with it."""
        if self._before is None or self.feedback_id is None:
            return
        if self.form.check():
            self.saved.emit(self._before, self.form.typed())
            return
        next(field for field in self.form.named().values() if field.problem).focus()
