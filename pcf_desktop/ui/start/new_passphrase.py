"""Another passphrase for the forum that is open, with what that does and what it does not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.chosen_passphrase import ChosenPassphrase
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.tokens import space
from pcf_desktop.workspace import passphrase
from pcf_desktop.workspace.faults import WeakPassphrase, WrongPassphrase


class NewPassphrase(StartPage):
    """Asks for the passphrase and the new one; `given` with both.

    After an opening `by_sheet` the old one is not asked, for nobody may know it: it is None.
    """

    given = Signal(object, str)

    def __init__(self, name: str, *, by_sheet: bool) -> None:
        super().__init__(_title(by_sheet=by_sheet), name, wide=72)
        self.problems = ErrorSummary()
        self._by_sheet = by_sheet
        self.old = TextField(tr("Passphrase that you have now"), secret=True)
        self._chosen = ChosenPassphrase(tr("New passphrase"))
        self.new, self.again = self._chosen.first, self._chosen.again
        self._fields = [self.new, self.again] if by_sheet else [self.old, self.new, self.again]
        self.again.line.returnPressed.connect(self._give)
        self.button = Button(tr("Change the passphrase"), Rank.PRIMARY)
        self.button.clicked.connect(self._give)
        card = Card()
        card.add(*_what_it_does(by_sheet=by_sheet), *self._fields, FlowRow(self.button))
        limits = Card(tr("What it does not do"))
        limits.add(*_what_it_does_not_do())
        self.add(self.problems, card, limits)

    @override
    def first_focus(self) -> QWidget | None:
        return self._fields[0].line

    def refuse(self, error: UserError) -> None:
        """Say why it was not changed, beside the field that tells, and let the person try again."""
        self.set_waiting(waiting=False)
        if isinstance(error, WrongPassphrase):
            self.old.set_problem(error.beside_a_field)
            self.old.line.selectAll()
        elif isinstance(error, WeakPassphrase):
            self.new.set_problem(error.beside_a_field)
        else:
            self.say(error)
        self.problems.show_problems(self._fields)

    def set_waiting(self, *, waiting: bool) -> None:
        """Show that it is being changed."""
        self.button.setEnabled(not waiting)
        self.button.setText(tr("Changing it…") if waiting else tr("Change the passphrase"))

    def _give(self) -> None:
        if not self.button.isEnabled():
            return
        old = None if self._by_sheet else self.old.value()
        self._chosen.check()
        if old is not None:
            self.old.set_problem("" if old else tr("Type the passphrase that you have now."))
            if old and passphrase.normal(old) == passphrase.normal(self.new.value()):
                self.new.set_problem(tr("This is the passphrase that you have now."))
        if not self.problems.show_problems(self._fields):
            self.set_waiting(waiting=True)
            self.given.emit(old, self.new.value())


class PassphraseDialog(QDialog):
    """Shows the `page` over the forum until it is changed, or the person leaves."""

    def __init__(self, name: str, *, by_sheet: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_title(by_sheet=by_sheet))
        self.page = NewPassphrase(name, by_sheet=by_sheet)
        self.page.back.connect(self.reject)
        stacked(self, self.page)
        self.resize(space(96), space(88))
        self.finished.connect(self.deleteLater)
        first = self.page.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def _title(*, by_sheet: bool) -> str:
    return tr("Choose a new passphrase") if by_sheet else tr("Change the passphrase")


def _what_it_does(*, by_sheet: bool) -> tuple[Text, ...]:
    why = (
        tr("You opened the forum with the recovery sheet. Choose a passphrase for the next time.")
        if by_sheet
        else tr("For when the passphrase was seen, or somebody who knows it has left.")
    )
    what = tr(
        "From then on the forum opens with the new passphrase, and not with the old one. The "
        "recovery sheet stays valid. A copy of the forum is made at once. Copies made before open "
        "with the passphrase of their day."
    )
    return Text(why), Text(what)


def _what_it_does_not_do() -> tuple[Text, ...]:
    return (
        Text(
            tr(
                "It does not shut out somebody who kept a copy of the forum, or of its file "
                "forum.key, and knows the old passphrase. They can read that copy, and with its "
                "key also what you write from now on, should they get hold of it."
            )
        ),
        Text(
            tr(
                "What shuts them out is a new data key, with which everything is encrypted anew. "
                "That is still to come. Until then delete old copies, and let nobody have new ones."
            )
        ),
    )
