"""Who answered: the closed questions about the child, each with its own base."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.exporters.document import Table
from pcf_desktop.exporters.tables import counted
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import Forum, Survey
from pcf_desktop.services import small_numbers, surveys

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

    def as_block(self, number: str) -> Table:
        """Return the table as a pack prints it."""
        counts = dict(self.counts.alone)
        if self.counts.together:
            counts[_together(self.counts.together)] = self.counts.rest
        several = " Several answers were possible." if self.is_multiple else ""
        table = counted(
            self.title,
            ("Answer", "Respondents"),
            [(label, count, self._share(count)) for label, count in counts.items()],
            f"n = {self.base} who answered this question in “{self.survey}”.{several}",
        )
        return replace(table, number=number)

    def _share(self, count: int) -> str:
        percent = small_numbers.percent(count, self.base, self.percent_base)
        return "" if percent is None else f"{percent}%"


def _together(labels: Sequence[str]) -> str:
    if len(labels) > MOST_NAMES:
        return f"Other answers together ({len(labels)})"
    return " or ".join(labels)


def tables(session: Session, forum: Forum) -> list[AnswerTable]:
    """Return the first closed questions of the latest survey, as far as they may be shown."""
    survey = session.scalars(select(Survey).order_by(Survey.id.desc())).first()
    if survey is None:
        return []
    found = []
    for result in surveys.results(session, survey.id):
        if result.kind not in {Kind.SINGLE, Kind.MULTIPLE}:
            continue
        counts = small_numbers.merged(result.counts, forum.small_number)
        if counts is None or result.base < forum.small_number:
            continue
        found.append(
            AnswerTable(
                result.words,
                result.base,
                counts,
                survey.title,
                result.kind == Kind.MULTIPLE,
                forum.percent_base,
            )
        )
    return found[:MOST_TABLES]
