"""If a child may be at risk: the forum's own steps, and a note that it was passed on."""

from PySide6.QtCore import Signal

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr


class SafeguardingCard(Card):
    """The steps open by a button; then `passed_on` is emitted with the day it was passed on.

    Nothing of the words goes on: they are not evidence.
    """

    passed_on = Signal(object)

    def __init__(self, note: str, warning: str) -> None:
        super().__init__(tr("If a child may be at risk"))
        self.add(
            Text(
                tr(
                    "This is not evidence. Follow the forum’s own steps. "
                    "The program keeps only that it was passed on."
                )
            )
        )
        self.toggle = Button(tr("Open the steps"), small=True)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self.show_steps)
        self._steps = Text("")
        self._warning = Text(warning, tone="muted")
        self.day = DateField(tr("Passed on"))
        self.day.set_hint("")
        self.day.for_a_day = tr("Write the day on which it was passed on.")
        self.note = Button(note)
        self.note.clicked.connect(self._noted)
        self._inner = (self._steps, self.day, self._warning, FlowRow(self.note))
        self.add(self.toggle, *self._inner)
        self.set_steps("")
        self.fold()

    def set_steps(self, steps: str) -> None:
        """Show the forum's steps, or what everybody should do where it has none."""
        self._steps.setText(
            steps
            or tr(
                "Your forum has not written its steps here yet. If a child is in danger now, "
                "ring 999. Otherwise tell your safeguarding lead today."
            )
        )

    def fold(self) -> None:
        """Close the steps and begin anew with today."""
        self.day.set_today()
        self.toggle.setChecked(False)
        self.show_steps(shown=False)

    def show_steps(self, shown: bool = True) -> None:  # noqa: FBT001, FBT002 - a signal passes it
        """Open the steps, or close them."""
        for widget in self._inner:
            widget.setVisible(shown)
        self.toggle.setText(tr("Close the steps") if shown else tr("Open the steps"))

    def refuse(self, error: UserError) -> None:
        """Say beside the day what is wrong with it."""
        self.day.set_problem(error.beside_a_field)
        self.day.focus()

    def _noted(self) -> None:
        if self.day.check_to_save():
            self.passed_on.emit(self.day.day())
        else:
            self.day.focus()
