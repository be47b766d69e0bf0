"""The recovery sheet: shown once, printed, and two of its groups typed back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.file_dialog import unremembered
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.start.sheet import RecoverySheet, a4_printer, print_sheet
from pcf_desktop.ui.typeface import Role

ASKED = (3, 6)
"""Which groups are typed back, counted from 1: proof that the sheet can be read."""


class Recovery(StartPage):
    """Shows the recovery key; `done` when two of its groups were typed back.

    With `renews` it takes the place of another, which is valid until then.
    """

    done = Signal()

    def __init__(self, name: str, key: str, *, renews: bool = False) -> None:
        super().__init__(tr("Print the recovery sheet"), name, wide=72)
        self.groups, self.is_checked, self._renews = key.split("-"), False, renews
        self.sheet = RecoverySheet(name, self.groups, datetime.now().astimezone().date())
        self._question: QuestionDialog | None = None
        card = Card(
            tr("Recovery key"),
            tr("It is shown only now. Keep the sheet away from this computer."),
        )
        card.add_row(*(_group(n, group) for n, group in enumerate(self.groups, start=1)))
        self.printing = Button(tr("Print the sheet"), Rank.PRIMARY, "printer")
        self.printing.clicked.connect(self._print)
        self.printed = Text("")
        self.printed.hide()
        card.add(FlowRow(self.printing), self.printed)
        check = Card(tr("Check that you can read the printed sheet"))
        self.fields = [TextField(tr("Group {n}").format(n=place)) for place in ASKED]
        self.button = Button(tr("Use the new sheet") if renews else tr("Open the forum"))
        self.button.clicked.connect(self._check)
        for field in self.fields:
            field.line.returnPressed.connect(self._check)
        check.add(Sides(*self.fields, least=16), FlowRow(self.button))
        self.add(card, check)

    @override
    def first_focus(self) -> QWidget | None:
        return self.printing

    def asks_before(self, go: Callable[[], object], going: str = "") -> bool:
        """Ask before the key is gone, and `go` if the person wants to; say whether it asks.

        `going` is what the button says, if not that the window closes.
        """
        if self.is_checked:
            return False
        if self._question is None:
            going = going or tr("Close without the sheet")
            self._question = QuestionDialog(*self._asked(), going, self)
            self._question.accepted.connect(go)
            self._question.finished.connect(self._answered)
            self._question.open()
        return True

    def refuse(self, error: UserError) -> None:
        """Say why the sheet that was read back is not the valid one yet."""
        self.is_checked = False
        self.say(error)

    def send(self, printer: QPrinter) -> None:
        """Print the sheet, and say so; before it goes into a file, say what that means."""
        file = printer.outputFileName()
        if not file:
            self._send(printer)
            return
        question = QuestionDialog(
            tr("Save the recovery sheet as a file?"),
            tr(
                "The file {name} is not encrypted: anyone who has it can open the forum. Print it, "
                "then delete it from this computer."
            ).format(name=Path(file).name),
            tr("Do not save it"),
            tr("Save the file"),
            self,
        )
        question.accepted.connect(lambda: self._send(printer))
        question.open()

    def _asked(self) -> tuple[str, str, str]:
        stay = tr("Stay and print it")
        if self._renews:
            return (
                tr("Leave without the new sheet?"),
                tr(
                    "The new key is shown only now, and does not open the forum yet. The old "
                    "sheet stays valid. If you printed the new one, destroy it."
                ),
                stay,
            )
        return (
            tr("Leave without the recovery sheet?"),
            tr(
                "The recovery key is shown only now. Without its sheet nobody can open the forum "
                "if the passphrase is lost. The forum itself is made and safe."
            ),
            stay,
        )

    def _answered(self) -> None:
        self._question = None

    def _check(self) -> None:
        for field, place in zip(self.fields, ASKED, strict=True):
            same = field.value().upper() == self.groups[place - 1]
            field.set_problem("" if same else tr("This is not group {n}.").format(n=place))
        wrong = next((field for field in self.fields if field.problem), None)
        if wrong is not None:
            wrong.focus()
            wrong.line.selectAll()
            return
        self.is_checked = True
        self.done.emit()

    def _print(self) -> None:
        printer = a4_printer()
        with unremembered():  # it asks for a file in which to print
            answer = QPrintDialog(printer, self).exec()
        if answer == QPrintDialog.DialogCode.Accepted:
            self.send(printer)

    def _send(self, printer: QPrinter) -> None:
        file, went = Path(printer.outputFileName()).name, print_sheet(self.sheet, printer)
        if file and went:
            words = tr("Saved as {name}. Anyone who has this file can open the forum.")
        elif file:
            words = tr("{name} was not saved. Choose another place, or a printer.")
        elif went:
            words = tr("Sent to the printer {name}.")
        else:
            words = tr("It was not printed. Choose another printer, or check this one.")
        self.printed.setText(words.format(name=file or printer.printerName()))
        self.printed.show()
        announce(self, self.printed.text())


def _group(n: int, letters: str) -> QWidget:
    """Return a group under its number, all of them as wide as the widest could be."""
    held, key = QWidget(), Text(letters, Role.TITLE, wrap=False)
    key.setMinimumWidth(key.fontMetrics().horizontalAdvance("W" * len(letters)))
    column = stacked(held, around=(0, 0, 0, 0.5))
    column.addWidget(Text(tr("Group {n}").format(n=n), Role.SMALL, "muted", wrap=False))
    column.addWidget(key)
    return held
