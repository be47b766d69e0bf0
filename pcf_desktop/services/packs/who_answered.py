"""What the closed questions of surveys say, each with its own base."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pcf_desktop.days import month
from pcf_desktop.exporters.document import Table
from pcf_desktop.exporters.tables import counted as table_of
from pcf_desktop.importers.columns.scales import does_not_apply, is_no_view
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import Answer, Option, QuestionPriority, Response, Survey
from pcf_desktop.services.counting import counted
from pcf_desktop.services.disclosure.printed import Printed, Rules
from pcf_desktop.services.packs import evidence
from pcf_desktop.services.packs.ledger import Ledger
from pcf_desktop.services.surveys import results
from pcf_desktop.services.surveys.results import Result

MOST_TABLES = 4
_ABOUT = frozenset({Kind.SINGLE, Kind.MULTIPLE})
_ASKED = _ABOUT | {Kind.SCALE, Kind.GRID, Kind.NUMBER}
"""No pack says how many agreed to be quoted, or who somebody is."""
MOST_NAMES = 3
"""So many answers put together are named; more would fill the table with one cell."""


@dataclass(frozen=True)
class AnswerTable:
    """One closed question as it may be printed: those concerned, and how they answered.

    `not_concerned` said that it does not apply to them; they are in no share.
    """

    title: str
    told: Printed
    survey_id: int
    survey: str
    rules: Rules
    answered: str = ""
    """When it was answered, in words."""
    not_concerned: Printed | None = None

    @property
    def source(self) -> str:
        """Return the number of the survey among the sources."""
        return evidence.source_of(self.survey_id)

    def share(self, count: int) -> str:
        """Return a share of those concerned; empty on a base too small for one."""
        return self.rules.share(count, self.told.base)

    def leading(self) -> list[str]:
        """Return the one or two answers most gave, the first of them by more than the next."""
        views = [words for words in self.told.alone if not is_no_view(words)]
        return sorted(views, key=lambda words: -self.told.alone[words])[:2]

    def as_block(self, number: str, counted_when: str = "") -> Table:
        """Return the table as a pack prints it."""
        counts = {_named(options): n for options, n in self.told.shown.items()}
        table = table_of(
            self.title,
            ("Answer", "Respondents"),
            [(label, count, self.share(count)) for label, count in counts.items()],
            self._note(counted_when),
        )
        return Table(
            table.title,
            table.headings,
            table.rows,
            table.align,
            table.note,
            number,
            refs=(self.source,),
        )

    def _note(self, counted_when: str) -> str:
        who = "who answered this question"
        if self.not_concerned is not None:
            who = "concerned, who answered this question"
        when = f", {self.answered}" if self.answered else ""
        note = f"n = {self.told.base:,} {who} in “{self.survey}”{when}{counted_when}."
        if self.not_concerned is not None:
            note += f" {self.not_concerned.base:,} more said that it does not apply to them."
        return f"{note} Several answers were possible." if self.told.is_multiple else note


def _named(labels: Sequence[str]) -> str:
    if len(labels) > MOST_NAMES:
        return "Other answers, put together"
    return ", or ".join(labels)


@dataclass(frozen=True)
class Answers:
    """The closed questions of a pack: who answered, what bears on a priority, what is not shown."""

    about: list[AnswerTable] = field(default_factory=list)
    on_priority: dict[int, list[AnswerTable]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    """The words of the latest survey's other closed questions."""

    def surveys(self) -> Mapping[int, str]:
        """Return the surveys that any table is of, by their ids, with their titles."""
        tables = [*self.about, *(each for some in self.on_priority.values() for each in some)]
        return {each.survey_id: each.survey for each in tables}


def answers(session: Session, ledger: Ledger) -> Answers:
    """Return the closed questions answered in a pack's period, as far as they may be shown.

    Those that a person linked to a priority stand with it, of whatever survey; of the latest
    survey's others the first ones say who answered.
    """
    among = counted.responses(ledger.from_day, ledger.to_day)
    linked = _linked(session)
    answered = select(Response.survey_id).where(Response.id.in_(among))
    found = Answers()
    surveys_here = session.scalars(
        select(Survey).where(Survey.id.in_(answered)).order_by(Survey.id.desc())
    )
    for place, survey in enumerate(surveys_here):
        asked = _Asked(session, ledger, survey, among)
        for result in results.results(session, survey.id, among):
            priorities = linked.get(result.question_id, [])
            if result.kind in _ASKED and (place == 0 or priorities):
                _put(found, asked, result, priorities)
    return found


def _put(found: Answers, asked: "_Asked", result: Result, priorities: Sequence[int]) -> None:
    """Put a question where a pack shows it, else among what is left out."""
    is_about = result.kind in _ABOUT and len(found.about) < MOST_TABLES
    table = asked.table(result) if priorities or is_about else None
    if table is None:
        found.left_out.append(result.words)
    elif priorities:
        for priority_id in priorities:
            found.on_priority.setdefault(priority_id, []).append(table)
    else:
        found.about.append(table)


class _Asked:
    """One survey whose questions become tables."""

    def __init__(
        self, session: Session, ledger: Ledger, survey: Survey, among: Select[int]
    ) -> None:
        self._session, self._ledger = session, ledger
        self._survey, self._among = survey, among
        self._answered = _when(session, survey.id, among)

    def table(self, result: Result) -> AnswerTable | None:
        """Return a question's answers, None where too few answered for anything to be shown."""
        key = f"question {result.question_id}"
        several = result.kind == Kind.MULTIPLE
        parts = {words: n for words, n in result.counts.items() if not does_not_apply(words)}
        others = result.counts.keys() - parts.keys()

        def in_any(options: Collection[str]) -> int:
            return self._respondents(result.question_id, options)

        base = in_any(parts) if several and others else result.base
        if not several:
            base -= sum(result.counts[words] for words in others)
        told = self._ledger.divided(key, base, parts, in_any if several else None)
        if told is None or not told.shown:
            return None
        not_concerned = result.base - base
        return AnswerTable(
            result.words,
            told,
            self._survey.id,
            self._survey.title,
            self._ledger.rules,
            self._answered,
            self._ledger.total(f"{key} does not apply", not_concerned),
        )

    def _respondents(self, question_id: int, options: Collection[str]) -> int:
        """Return how many of the responses chose any of these options."""
        chosen = (
            select(func.count(Answer.response_id.distinct()))
            .join(Option, Option.id == Answer.option_id)
            .where(Option.question_id == question_id, Option.words.in_(options))
        )
        return self._session.scalar(chosen.where(Answer.response_id.in_(self._among))) or 0


def _when(session: Session, survey_id: int, among: Select[int]) -> str:
    """Return the months in which a survey was answered, as far as its tool said so."""
    at = func.coalesce(Response.completed_at, Response.started_at)
    times = select(func.min(at), func.max(at)).where(
        Response.survey_id == survey_id, Response.id.in_(among)
    )
    months = [month(each.date()) for each in session.execute(times).one() if each is not None]
    if not months:
        return ""
    one, other = months
    return f"answered in {one}" if one == other else f"answered from {one} to {other}"


def _linked(session: Session) -> dict[int, list[int]]:
    """Return the priorities on which each question bears."""
    found: dict[int, list[int]] = {}
    rows = session.execute(
        select(QuestionPriority.question_id, QuestionPriority.priority_id).order_by(
            QuestionPriority.id
        )
    )
    for question_id, priority_id in rows:
        found.setdefault(question_id, []).append(priority_id)
    return found
