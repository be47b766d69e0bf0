"""Who answered: the closed questions about the child, each with its own base."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import Table
from pcf_desktop.exporters.tables import counted as table_of
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import Answer, Forum, Option, Response, Survey
from pcf_desktop.services import counted, small_numbers, surveys, wording

MOST_TABLES = 4
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
        return f"Other answers together ({len(labels)})"
    return " or ".join(labels)


def tables(
    session: Session, forum: Forum, from_day: date | None = None, to_day: date | None = None
) -> list[AnswerTable]:
    """Return the first closed questions of the latest survey answered in a period.

    They stand there as far as they may be shown.
    """
    among = counted.responses(from_day, to_day)
    answered = select(Response.survey_id).where(Response.id.in_(among))
    survey = session.scalars(
        select(Survey).where(Survey.id.in_(answered)).order_by(Survey.id.desc())
    ).first()
    if survey is None:
        return []
    is_bound = from_day is not None or to_day is not None
    found = []
    for result in surveys.results(session, survey.id, among):
        if result.kind not in {Kind.SINGLE, Kind.MULTIPLE}:
            continue
        least, several = forum.small_number, result.kind == Kind.MULTIPLE
        counts = small_numbers.merged(result.counts, least)
        if counts is not None and several and counts.together:  # who ticked two of them is one
            some = _respondents(session, result.question_id, counts.together, among)
            counts = replace(counts, rest=some) if some >= least else None
        if counts is None or result.base < least:
            continue
        found.append(
            AnswerTable(
                result.words,
                result.base,
                counts,
                survey.title,
                several,
                forum.percent_base,
                wording.period(from_day, to_day) if is_bound else "",
            )
        )
    return found[:MOST_TABLES]


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
