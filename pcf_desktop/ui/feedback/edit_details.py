"""Change what is known of a comment beside its words: the fields of the log form, filled in."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.feedback import NewFeedback
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import Row
from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.feedback.choices import Choices
from pcf_desktop.ui.feedback.log_form import LogForm, Typed
from pcf_desktop.ui.language import tr


@dataclass(frozen=True)
class Opened:
    """A comment's details as they are kept, and what can be chosen."""

    feedback_id: int
    kept: NewFeedback
    choices: Choices


class EditDetails(SidePanel):
    """Emits `saved` with the details before and as they are typed now."""

    saved = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Edit details"), parent=parent)
        self.form = LogForm(with_words=False)
        self._before: Typed | None = None
        save = Button(tr("Save details"), key="Ctrl+S", small=True)
        save.clicked.connect(self.save)
        leave = Button(tr("Leave as it was"), small=True)
        leave.clicked.connect(self.closed)
        enter = QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.add(self.form, Row(save, leave))

    def show_details(self, opened: Opened) -> None:
        """Fill the form in."""
        self.form.offer(opened.choices)
        self.form.fill(opened.kept)
        self._before = self.form.typed()

    def come(self) -> None:
        """Put the focus on the first field."""
        self.form.when.focus()

    def save(self) -> None:
        """Hand over what was changed, unless a field says what is wrong with it."""
        if self._before is None:
            return
        if self.form.check():
            self.saved.emit(self._before, self.form.typed())
            return
        next(field for field in self.form.named().values() if field.problem).focus()
