"""What surveys asked about a priority: each question with what was answered most."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from pcf_desktop.services.surveys.question_links import LinkedQuestion
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import number


class SurveyAnswersCard(Card):
    """Hidden while there is no question; `survey_wanted` asks for the answers of a survey."""

    survey_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Asked in surveys"), tr("Counts for the forum only."))
        self.body.setSpacing(0)
        self.rows: list[TaskRow] = []
        self._asked: Sequence[LinkedQuestion] = ()
        self.hide()

    def show_asked(self, asked: Sequence[LinkedQuestion]) -> None:
        """Show these questions; a focus on one stays where nothing has changed."""
        if asked == self._asked:
            return
        self._asked = asked
        self.rows = [self._row(each) for each in asked]
        self.refill(*self.rows)
        self.setVisible(bool(asked))

    def _row(self, asked: LinkedQuestion) -> TaskRow:
        row = TaskRow(asked.question, f"{finding(asked)} · {asked.survey}")
        row.clicked.connect(lambda: self.survey_wanted.emit(asked.survey_id))
        return row


def finding(asked: LinkedQuestion) -> str:
    """Return what most said, on which base; only the base where no answer leads.

    Those to whom it does not apply, or who were not sure, are told apart.
    """
    said = [_said(words, n) for words, n in asked.no_views.items()]
    lead = tr("{base} answered").format(base=number(asked.base))
    if asked.leading is not None:
        lead = tr("{n} of {base} said {answer}").format(
            n=number(asked.views[asked.leading]), base=number(asked.base), answer=asked.leading
        )
    return "; ".join([lead, *said] if asked.base else said)


def _said(words: str, n: int) -> str:
    return tr("{n} said {answer}").format(n=number(n), answer=words)
