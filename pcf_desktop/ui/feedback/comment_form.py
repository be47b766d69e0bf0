"""A form of the comment that is read, in its panel: its words, its consent, or its details."""

from typing import TypeVar

from typing_extensions import override

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.form import Beside, Form, Opened
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Screen

R = TypeVar("R")


class CommentForm(Form[R]):
    """Narrow, so what is wrong stands beside its field alone; left, what was typed is forgotten."""

    def __init__(self, screen: Screen, action: str, frame: Card, *rows: Beside) -> None:
        super().__init__(screen, action, *rows, frame=frame)
        self._unsaved = Text(tr("What you typed here before is not saved yet."), tone="muted")
        self._unsaved.hide()
        frame.body.insertWidget(0, self._unsaved)

    @override
    def open(self, opened: Opened[R]) -> None:
        super().open(opened)
        self._unsaved.setVisible(not self.is_untouched())

    def end_or_leave(self, save: str) -> None:
        """End the form with a button that saves, and one that leaves all as it was."""
        leave = Button(tr("Leave as it was"), small=True)
        leave.clicked.connect(self.leave)
        self.end_with(self.save, Button(save, key="Ctrl+S", small=True), leave)

    def come(self) -> None:
        """Put the focus on the first field."""
        self.shown()[0].focus()

    @override
    def show_problems(self) -> None:
        wrong = [field for field in self.shown() if field.problem]
        if wrong:
            wrong[0].focus()
