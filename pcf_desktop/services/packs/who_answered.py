"""What the closed questions of surveys say, each with its own base."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import Table
from pcf_desktop.exporters.tables import counted as table_of
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import Answer, Forum, Option, QuestionPriority, Response, Survey
from pcf_desktop.services.counting import counted, small_numbers, wording
from pcf_desktop.services.surveys import surveys
from pcf_desktop.services.surveys.surveys import Result

MOST_TABLES = 4
_ABOUT = frozenset({Kind.SINGLE, Kind.MULTIPLE})
_ASKED = _ABOUT | {Kind.SCALE, Kind.GRID, Kind.NUMBER}
"""No pack says how many agreed to be quoted, or who somebody is."""
MOST_NAMES = 3
"""So many answers put together are named; more would fill the table with one cell."""


@dataclass(frozen=True)
class AnswerTable:
    """One closed question with its base, small counts put together."""

    title: str
    base: int
    counts: small_numbers.Shown
    survey: str
    is_multiple: bool
    percent_base: int
    period: str = ""
    """The time to which the answers are bound, in words."""

    def as_block(self, number: str) -> Table:
        """Return the table as a pack prints it."""
        counts = dict(self.counts.alone)
        if self.counts.together:
            counts[_together(self.counts.together)] = self.counts.rest
        within = f", {self.period}" if self.period else ""
        several = " Several answers were possible." if self.is_multiple else ""
        table = table_of(
            self.title,
            ("Answer", "Respondents"),
            [(label, count, self._share(count)) for label, count in counts.items()],
            f"n = {self.base} who answered this question in “{self.survey}”{within}.{several}",
        )
        return replace(table, number=number)

    def _share(self, count: int) -> str:
        percent = small_numbers.percent(count, self.base, self.percent_base)
        return "" if percent is None else f"{percent}%"


def _together(labels: Sequence[str]) -> str:
    if len(labels) > MOST_NAMES:
        return "Other answers, put together"
    return ", or ".join(labels)


@dataclass(frozen=True)
class Answers:
    """The closed questions of a pack: who answered, what bears on a priority, what is not shown."""

    about: list[AnswerTable]
    on_priority: dict[int, list[AnswerTable]]
    left_out: list[str]
    """The words of the latest survey's other closed questions."""


def answers(
    session: Session, forum: Forum, from_day: date | None = None, to_day: date | None = None
) -> Answers:
    """Return the closed questions answered in a period, as far as they may be shown.

    Those that a person linked to a priority stand with it, of whatever survey; of the latest
    survey's others the first ones say who answered.
    """
    among = counted.responses(from_day, to_day)
    is_bound = from_day is not None or to_day is not None
    within = wording.period(from_day, to_day) if is_bound else ""
    linked = _linked(session)
    answered = select(Response.survey_id).where(Response.id.in_(among))
    found = Answers([], {}, [])
    surveys_here = session.scalars(
        select(Survey).where(Survey.id.in_(answered)).order_by(Survey.id.desc())
    )
    for place, survey in enumerate(surveys_here):
        for result in surveys.results(session, survey.id, among):
            priorities = linked.get(result.question_id, [])
            if result.kind in _ASKED and (place == 0 or priorities):
                table = _table(session, forum, survey.title, result, among, within)
                _put(found, result, table, priorities)
    return found


def _put(
    found: Answers, result: Result, table: AnswerTable | None, priorities: Sequence[int]
) -> None:
    """Put a question where a pack shows it, else among what is left out."""
    is_about = result.kind in _ABOUT and len(found.about) < MOST_TABLES
    if table is None or not (priorities or is_about):
        found.left_out.append(result.words)
    elif priorities:
        for priority_id in priorities:
            found.on_priority.setdefault(priority_id, []).append(table)
    else:
        found.about.append(table)


def _table(
    session: Session, forum: Forum, survey: str, result: Result, among: Select[int], within: str
) -> AnswerTable | None:
    """Return a question's answers, None where too few answered for anything to be shown."""
    least, several = forum.small_number, result.kind == Kind.MULTIPLE
    counts = small_numbers.merged(result.counts, least)
    if counts is not None and several and counts.together:  # who ticked two of them is one
        some = _respondents(session, result.question_id, counts.together, among)
        counts = replace(counts, rest=some) if some >= least else None
    if counts is None or result.base < least:
        return None
    return AnswerTable(
        result.words, result.base, counts, survey, several, forum.percent_base, within
    )


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


def _respondents(
    session: Session, question_id: int, options: Collection[str], among: Select[int]
) -> int:
    """Return how many of the responses chose any of these options."""
    chosen = (
        select(func.count(Answer.response_id.distinct()))
        .join(Option, Option.id == Answer.option_id)
        .where(Option.question_id == question_id, Option.words.in_(options))
    )
    return session.scalar(chosen.where(Answer.response_id.in_(among))) or 0
