"""The recovery sheet: shown once, printed, and two of its groups typed back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button, Kind
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import Row
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role

ASKED = (3, 6)
"""Which groups are typed back, counted from 1: proof that the sheet can be read."""


class Recovery(StartPage):
    """Shows the recovery key; `done` when two of its groups were typed back."""

    done = Signal()

    def __init__(self, name: str, key: str) -> None:
        super().__init__(tr("Print the recovery sheet"), name, wide=72, has_back=False)
        self.groups, self._name = key.split("-"), name
        sheet = Card(tr("Recovery key"), tr("It is shown only now, and kept nowhere."))
        sheet.add_row(*(_group(n, group) for n, group in enumerate(self.groups, start=1)))
        self.printing = Button(tr("Print the sheet"), Kind.PRIMARY, "printer")
        self.printing.clicked.connect(self._print)
        sheet.add(Row(self.printing))
        check = Card(tr("Check that you can read it"))
        self.fields = [
            TextField(tr("Group {n}").format(n=place), tr("From the printed sheet."))
            for place in ASKED
        ]
        self.button = Button(tr("Open the forum"))
        self.button.clicked.connect(self._check)
        for field in self.fields:
            field.line.returnPressed.connect(self._check)
        check.add(Sides(*self.fields, least=16), Row(self.button))
        keep = tr("Keep the sheet away from this computer, with two people you trust.")
        self.add(sheet, Text(keep, tone="muted"), check)

    @override
    def first_focus(self) -> QWidget | None:
        return self.printing

    def _check(self) -> None:
        right = True
        for field, place in zip(self.fields, ASKED, strict=True):
            same = field.value().upper() == self.groups[place - 1]
            field.set_problem("" if same else tr("This is not group {n}.").format(n=place))
            right = right and same
        if right:
            self.done.emit()

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        page = QTextDocument()
        lines = [tr("Recovery sheet"), self._name, "", "  ".join(self.groups)]
        page.setPlainText("\n".join(lines))
        page.print_(printer)


def _group(n: int, letters: str) -> QWidget:
    """Return a group under its number, all of them as wide as the widest could be."""
    held, key = QWidget(), Text(letters, Role.TITLE, wrap=False)
    key.setMinimumWidth(key.fontMetrics().horizontalAdvance("W" * len(letters)))
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, space(0.5))
    column.setSpacing(0)
    column.addWidget(Text(tr("Group {n}").format(n=n), Role.SMALL, "muted", wrap=False))
    column.addWidget(key)
    return held
