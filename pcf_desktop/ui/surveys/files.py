"""The files a survey came from, each of which can be taken back as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.surveys.surveys import BatchLine
from pcf_desktop.services.surveys.taken_back import ImportGoing
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.sentences import about_batch, about_going
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count

Ask = Callable[[int, Callable[[ImportGoing], object]], object]
"""Called as `ask(batch_id, then)`; calls `then` with what would go."""


class Files(Card):
    """Each file brought in; emits `taken_back` with its batch once the person has confirmed."""

    taken_back = Signal(int, int)

    def __init__(self, ask: Ask, title: str = "") -> None:
        super().__init__(title or tr("Files brought in"))
        self._ask = ask
        self._rows: list[_File] = []
        self._why = ""

    def hold(self, why: str) -> None:
        """Let nothing be taken back and say why; no words: be free again."""
        self._why = why
        for row in self._rows:
            row.take.hold(why)

    def show_batches(self, batches: Sequence[BatchLine]) -> None:
        """Show these files, the latest first."""
        self._rows = [_File(batch, self._ask) for batch in reversed(batches)]
        self.refill(*self._rows)
        for row in self._rows:
            row.confirmed.connect(self.taken_back)
            row.take.hold(self._why)


class _File(QWidget):
    confirmed = Signal(int, int)

    def __init__(self, batch: BatchLine, ask: Ask) -> None:
        super().__init__()
        self._going = ImportGoing(0, 0, 0, 0)
        self.take = Button(tr("Take this import back"), small=True)
        self.take.setAccessibleName(
            tr("Take the import of {file} back").format(file=batch.file_name)
        )
        self.take.clicked.connect(lambda: ask(batch.id, self._answered))
        self._words = Text("")
        self._yes, self._no = Button("", Rank.DANGER, small=True), Button(tr("Keep it"), small=True)
        self._yes.clicked.connect(lambda: self.confirmed.emit(batch.id, self._going.responses))
        self._no.clicked.connect(self._kept)
        self._sure = FlowRow(self._yes, self._no)
        column = stacked(self, gap=0.5)
        column.addWidget(Text(batch.file_name, Role.STRONG))
        column.addWidget(Text(about_batch(batch), Role.SMALL, "muted"))
        column.addWidget(self.take)
        column.addWidget(self._words)
        column.addWidget(self._sure)
        self._ask_again(sure=False)

    def _answered(self, going: ImportGoing) -> None:
        self._going = going
        self._words.setText(about_going(going))
        words = count(going.responses, tr("answer"), tr("answers"))
        if not going.responses:  # a log holds none
            words = count(going.comments, tr("comment"), tr("comments"))
        self._yes.setText(tr("Take back {what}").format(what=words))
        self._yes.updateGeometry()
        self._ask_again(sure=True)
        self._no.setFocus()
        announce(self, self._words.text())

    def _kept(self) -> None:
        self._ask_again(sure=False)
        self.take.setFocus()

    def _ask_again(self, *, sure: bool) -> None:
        self.take.setVisible(not sure)
        self._words.setVisible(sure)
        self._sure.setVisible(sure)
