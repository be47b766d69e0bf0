"""Answers in free words that say nothing: seen, and made comments after all where one does."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.surveys.no_comments import SaidNothing
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count


class SaidNothingCard(Card):
    """Emits `put_in` with the words of which comments are wanted."""

    put_in = Signal(SaidNothing)

    def __init__(self) -> None:
        super().__init__(
            tr("Set aside as no comments"),
            tr("They count as answers. Make a comment of one that says something after all."),
        )
        self._why = ""
        self._buttons: list[Button] = []

    def show_said(self, said: Sequence[SaidNothing]) -> None:
        """Show these, below their questions; nothing at all where there are none."""
        self._buttons = []
        rows: list[QWidget] = []
        for asked, same in groupby(said, key=lambda each: each.question):
            rows += [Text(asked, Role.STRONG), *map(self._row, same)]
        self.refill(*rows)
        self.setVisible(bool(said))

    def hold(self, why: str) -> None:
        """Let nothing be made a comment and say why; no words: let it again."""
        self._why = why
        for button in self._buttons:
            button.hold(why)

    def _row(self, said: SaidNothing) -> QWidget:
        times = count(said.times, tr("answer"), tr("answers"))
        made = Button(
            tr("Make it a comment")
            if said.times == 1
            else tr("Make {comments}").format(
                comments=count(said.times, tr("comment"), tr("comments"))
            ),
            small=True,
        )
        made.setAccessibleName(
            tr("Make comments of “{words}”: {question}").format(
                words=said.words, question=said.question
            )
        )
        made.clicked.connect(lambda: self.put_in.emit(said))
        made.hold(self._why)
        self._buttons.append(made)
        words = tr("“{words}”, {times}").format(words=said.words, times=times)
        return FlowRow(Text(words, wrap=False), made)
