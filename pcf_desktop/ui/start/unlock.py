"""Unlocking a forum with its passphrase, or with the key of the recovery sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.page import StartPage


class Unlock(StartPage):
    """Asks for the passphrase; `given` with what was typed and whether it is the recovery key.

    Of a backup it asks to make a forum of it; `copied` says when it was made.
    """

    given = Signal(str, bool)

    def __init__(self, name: str, copied: str = "") -> None:
        about = (
            tr(
                "This is a copy of {name} made on {when}. It stays as it is: a new forum is made "
                "of it beside the others, with the passphrase of that day."
            ).format(name=name, when=copied)
            if copied
            else tr("This forum is locked.")
        )
        super().__init__(name, about, wide=64)
        self._do = tr("Restore it as a forum") if copied else tr("Unlock")
        self._doing = tr("Restoring…") if copied else tr("Unlocking…")
        self._is_recovery = False
        self.field = TextField(tr("Passphrase"), secret=True)
        self.field.line.returnPressed.connect(self._give)
        self.button = Button(self._do, Rank.PRIMARY, "lock-simple-open")
        self.button.clicked.connect(self._give)
        self.other = Button(tr("Use the recovery sheet"), Rank.QUIET)
        self.other.clicked.connect(self._switch)
        card = Card()
        card.add(self.field, FlowRow(self.button, self.other))
        self.add(card)

    @override
    def first_focus(self) -> QWidget | None:
        return self.field.line

    def refuse(self, words: str) -> None:
        """Say why it did not open, and let the person try again."""
        self.set_waiting(waiting=False)
        self.field.set_problem(words)
        self.field.line.selectAll()
        self.field.line.setFocus()

    def set_waiting(self, *, waiting: bool) -> None:
        """Show that it is being done."""
        self.button.setEnabled(not waiting)
        self.button.setText(self._doing if waiting else self._do)

    def _give(self) -> None:
        if self.field.value():
            self.field.set_problem("")
            self.given.emit(self.field.value(), self._is_recovery)
        else:
            self.field.set_problem(
                tr("Type the recovery key.") if self._is_recovery else tr("Type the passphrase.")
            )

    def _switch(self) -> None:
        self._is_recovery = not self._is_recovery
        line = self.field.line
        line.clear()
        self.field.set_problem("")
        if self._is_recovery:
            line.setEchoMode(line.EchoMode.Normal)
            self.field.label.setText(tr("Recovery key"))
            self.field.set_hint(tr("Eight groups of five, as on your printed sheet."))
            self.other.setText(tr("Use the passphrase"))
        else:
            line.setEchoMode(line.EchoMode.Password)
            self.field.label.setText(tr("Passphrase"))
            self.field.set_hint("")
            self.other.setText(tr("Use the recovery sheet"))
        line.setFocus()
