"""One survey: its answers question by question, and the files they came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.importers.sheet import Kind
from pcf_desktop.services.surveys import FreeQuestion, Result, SurveyLine
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.filters import Asked
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.answer_bars import LEAST_BASE, AnswerBars
from pcf_desktop.ui.surveys.files import Files
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, number


@dataclass(frozen=True)
class Shown:
    """All that the page of one survey shows."""

    line: SurveyLine
    results: Sequence[Result]
    free: Sequence[FreeQuestion]


class Results(QWidget):
    """The page of one survey; `comments_wanted` asks for the comments on an `Asked` question."""

    comments_wanted = Signal(Asked)

    def __init__(self, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._closed = QVBoxLayout()
        self._closed.setSpacing(space(2))
        left = QWidget()
        left.setLayout(self._closed)
        self._closed.setContentsMargins(0, 0, 0, 0)
        self._free = Card(tr("In their own words"))
        self._free.body.setSpacing(0)
        self._rows: list[TaskRow] = []
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._free)
        column.addWidget(files)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Sides(left, right, shares=(3, 2), least=30))

    def show_survey(self, shown: Shown) -> None:
        """Show this survey."""
        _clear(self._closed)
        for words, rows in groupby(shown.results, key=lambda result: result.words):
            self._closed.addWidget(_card(words, list(rows)))
        self._closed.addStretch(1)
        for row in self._rows:
            self._free.body.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(question) for question in shown.free]
        self._free.setVisible(bool(shown.free))
        self._files.show_batches(shown.line.batches)

    def _row(self, question: FreeQuestion) -> TaskRow:
        words = f"{question.words} [{question.row}]" if question.row else question.words
        row = TaskRow(words, count(question.comments, tr("comment"), tr("comments")))
        asked = Asked(question.question_id, words)
        row.clicked.connect(lambda: self.comments_wanted.emit(asked))
        self._free.add(row)
        return row


def _card(words: str, rows: Sequence[Result]) -> Card:
    """Return a card for a question, with all rows where it is a grid."""
    card = Card(words)
    for result in rows:
        if result.row:
            card.add(Text(result.row, Role.STRONG))
        card.add(Text(_finding(result), tone="muted"), AnswerBars(result.counts, result.base))
    return card


def _finding(result: Result) -> str:
    """Return what was said most, on which base."""
    base = tr("{n} answered.").format(n=number(result.base))
    most = max(result.counts.values())
    first = [words for words, n in result.counts.items() if n == most]
    found = tr("Most often: {answer}.").format(answer=first[0]) if len(first) == 1 else ""
    several = tr("Several answers were possible.") if result.kind == Kind.MULTIPLE else ""
    few = tr("Too few for percentages.") if result.base < LEAST_BASE else ""
    return " ".join(part for part in (base, found, several, few) if part)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
