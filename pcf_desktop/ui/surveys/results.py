"""One survey: its answers question by question, and the files they came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.sheet import Kind
from pcf_desktop.services.counting.by_family import FamiliesBy
from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.services.surveys import about_family, question_links, results
from pcf_desktop.services.surveys.about_family import Told
from pcf_desktop.services.surveys.no_comments import SaidNothing
from pcf_desktop.services.surveys.results import FreeQuestion, Result
from pcf_desktop.services.surveys.surveys import SurveyLine
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.filters import AskedQuestion
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import Page
from pcf_desktop.ui.surveys.about_field import AboutField, AboutWanted, LookWanted
from pcf_desktop.ui.surveys.answer_bars import LEAST_BASE, AnswerBars
from pcf_desktop.ui.surveys.family_words import families_by_title
from pcf_desktop.ui.surveys.files import Files
from pcf_desktop.ui.surveys.priority_field import LinkWanted, PriorityField
from pcf_desktop.ui.surveys.said_nothing import SaidNothingCard
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, number


@dataclass(frozen=True)
class ShownResults:
    """All that the page of one survey shows.

    `links` are the priorities on which questions bear, by the ids of both; `priorities` all that
    can be chosen.
    """

    line: SurveyLine
    results: Sequence[Result]
    free: Sequence[FreeQuestion]
    links: Mapping[int, int] = field(default_factory=dict)
    priorities: Sequence[Choice] = ()
    told: Mapping[int, Told] = field(default_factory=dict)
    """What questions say of the family, by their ids."""
    families: Mapping[str, FamiliesBy] = field(default_factory=dict)
    """All families heard, by what this survey's questions say of them."""
    nothing: Sequence[SaidNothing] = ()
    """Answers in free words that say nothing, of which no comments were made."""


class Results(Page):
    """The page of one survey; `comments_wanted` asks for the comments on an `Asked` question.

    `link_wanted` asks to link a question to a priority, or to none.
    """

    comments_wanted = Signal(AskedQuestion)
    link_wanted = Signal(LinkWanted)
    about_wanted = Signal(AboutWanted)
    look_wanted = Signal(LookWanted)

    def __init__(self, files: Files) -> None:
        super().__init__()
        self._files = files
        left, right = QWidget(), QWidget()
        self._closed = stacked(left, gap=2)
        self._free = Card(tr("In their own words"))
        self._free.body.setSpacing(0)
        self._fields: list[PriorityField] = []
        self._about: list[AboutField] = []
        self._families = Card("", kind="")
        self.nothing = SaidNothingCard()
        self._answers: tuple[Sequence[Result], Sequence[FreeQuestion]] = ((), ())
        self._why = ""
        column = stacked(right, self._families, self._free, self.nothing, files, gap=2)
        column.addStretch(1)
        stacked(self, Sides(left, right, shares=(3, 2), least=30))

    def show_survey(self, shown: ShownResults) -> None:
        """Show this survey; where only links have changed, every widget stays as it is."""
        line = shown.line
        self.heading = line.title, count(line.responses, tr("answer"), tr("answers"))
        if (shown.results, shown.free) != self._answers:
            self._answers = shown.results, shown.free
            self._show_closed(shown.results)
            self._show_free(shown.free)
        for each in self._fields:
            each.setVisible(bool(shown.priorities))
            each.show_link(shown.priorities, shown.links.get(each.question_id))
        for about in self._about:
            about.show_told(shown.told.get(about.question_id))
        self._families.refill(*(_by_card(key, by) for key, by in shown.families.items()))
        self._families.setVisible(bool(shown.families))
        self.nothing.show_said(shown.nothing)
        self._files.show_batches(shown.line.batches)

    def hold(self, why: str) -> None:
        """Let no question be linked and say why; no words: let it again."""
        self._why = why
        self.nothing.hold(why)
        for each in self._fields:
            each.hold(why)
        for about in self._about:
            about.hold(why)

    def _show_closed(self, results: Sequence[Result]) -> None:
        clear(self._closed)
        self._fields, self._about = [], []
        for words, rows in groupby(results, key=lambda result: result.words):
            card = Card(words)
            self._closed.addWidget(card)  # first: what comes to stand on a page is dressed anew
            self._fill(card, list(rows))
        self._closed.addStretch(1)

    def _show_free(self, free: Sequence[FreeQuestion]) -> None:
        self._free.refill(*map(self._row, free))
        self._free.setVisible(bool(free))

    def _fill(self, card: Card, rows: Sequence[Result]) -> None:
        """Fill the card of a question, with all rows where it is a grid."""
        for result in rows:
            if result.row:
                card.add(Text(result.row, Role.STRONG))
            card.add(Text(_finding(result), tone="muted"), AnswerBars(result.counts, result.base))
            if question_links.can_be_linked(result.kind):
                card.add(self._field(result))
            if about_family.can_tell(result.kind):
                card.add(self._about_field(result))

    def _about_field(self, result: Result) -> AboutField:
        made = AboutField(result.question_id, result.words)
        made.chosen.connect(self.about_wanted)
        made.looked.connect(self.look_wanted)
        made.hold(self._why)
        self._about.append(made)
        return made

    def _field(self, result: Result) -> PriorityField:
        asked = f"{result.words} [{result.row}]" if result.row else result.words
        made = PriorityField(result.question_id, asked)
        made.chosen.connect(self.link_wanted)
        made.hold(self._why)
        self._fields.append(made)
        return made

    def _row(self, question: FreeQuestion) -> TaskRow:
        words = f"{question.words} [{question.row}]" if question.row else question.words
        row = TaskRow(words, count(question.comments, tr("comment"), tr("comments")))
        asked = AskedQuestion(question.question_id, words)
        row.clicked.connect(lambda: self.comments_wanted.emit(asked))
        return row


def _by_card(list_key: str, by: FamiliesBy) -> Card:
    card = Card(families_by_title(list_key))
    known = tr("Known of {known} of {heard} families heard, in surveys and comments.")
    card.add(Text(known.format(known=number(by.known), heard=number(by.heard)), tone="muted"))
    if by.counts:
        card.add(AnswerBars(by.counts, by.known))
    return card


def _finding(result: Result) -> str:
    """Return what was said most, on which base."""
    base = tr("{n} answered.").format(n=number(result.base))
    first = results.leading(result.counts)
    found = tr("Most often: {answer}.").format(answer=first) if first is not None else ""
    several = tr("Several answers were possible.") if result.kind == Kind.MULTIPLE else ""
    few = tr("Too few for percentages.") if result.base < LEAST_BASE else ""
    return " ".join(part for part in (base, found, several, few) if part)
