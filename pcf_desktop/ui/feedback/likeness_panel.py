"""Looks like something we have: what was logged before and is much like what is being typed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.feedback.alike import Like
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.quote_block import QuoteBlock
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.said import words_of

LONGEST = 160


class LikenessPanel(Card):
    """Shows at most two; `same_family` gives a code to take over, `Different` puts one away."""

    same_family = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Looks like something we have"))
        self._none = Text(
            tr("Nothing so far. What is much alike shows here as you type."), tone="muted"
        )
        self._found = QWidget()
        self._found.hide()
        self.add(self._none)
        self._dismissed: set[int] = set()
        self.likes: tuple[Like, ...] = ()

    def show_likes(self, likes: Sequence[Like]) -> None:
        """Show these, but for those already found to be different."""
        wanted = tuple(each for each in likes if each.id not in self._dismissed)
        if wanted == self.likes:
            return
        if wanted and not self.likes:
            announce(self, self.title.text())
        self.likes = wanted
        self._rebuild()

    def forget(self) -> None:
        """Begin anew for the next piece of feedback."""
        self._dismissed.clear()
        self.show_likes(())

    def _rebuild(self) -> None:
        self.body.removeWidget(self._found)
        self._found.deleteLater()
        self._found = QWidget()
        column = stacked(self._found, gap=1.5)
        for each in self.likes:
            column.addWidget(QuoteBlock(_shortened(each.words), _source(each)))
            column.addWidget(self._buttons(each))
        if self.likes:
            self.add(self._found)
        self._none.setVisible(not self.likes)

    def _buttons(self, each: Like) -> FlowRow:
        different = Button(tr("Different"), small=True)
        different.clicked.connect(lambda: self._dismiss(each.id))
        if each.family is None:
            return FlowRow(different)
        code = each.family
        same = Button(tr("Same family"), small=True)
        same.clicked.connect(lambda: self.same_family.emit(code))
        return FlowRow(same, different)

    def _dismiss(self, key: int) -> None:
        self._dismissed.add(key)
        self.show_likes(self.likes)


def _source(each: Like) -> str:
    parts = (words_of(each.said), each.channel or "", each.family or "")
    return ", ".join(part for part in parts if part)


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0] + "…"
