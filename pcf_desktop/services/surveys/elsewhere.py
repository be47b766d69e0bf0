"""Whether answers that come in are here already, under the title of this or another survey."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.days import day
from pcf_desktop.importers.sheet import Kind, Sheet
from pcf_desktop.progress import Progress, silent
from pcf_desktop.records import ImportBatch, Question, Response, Survey
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.services.surveys.row_sorting import Doubt

ALIKE = 0.5
"""The share of questions that two exports of one survey have in common at the least."""

MOSTLY = 0.5
"""The share of responses in common from which a file counts as the one that came in before."""


@dataclass(frozen=True)
class Elsewhere:
    """Another survey that holds these answers: its title, when they came in, how many families."""

    title: str
    on: date
    families: int

    @property
    def words(self) -> str:
        """What is wrong with bringing them in under another title."""
        would = "family would" if self.families == 1 else "families would"
        return (
            f"These answers came in on {day(self.on)} as “{self.title}”; {self.families:,} {would} "
            "be counted twice."
        )


def likely(session: Session, sheet: Sheet, progress: Progress = silent) -> str | None:
    """Return the title of the survey that holds answers of this export already, if one does.

    The same questions alone do not make it the same survey: next year's wave asks them too.
    """
    most = max(_holders(session, sheet, progress), key=lambda each: each[1], default=None)
    return most[0] if most is not None and most[1] else None


def find(
    session: Session, sheet: Sheet, title: str, sha256: str, progress: Progress = silent
) -> Elsewhere | None:
    """Return the survey of another title that holds these answers, or most of them."""
    found = [
        where
        for other, families in _holders(session, sheet, progress, but=title.strip())
        if families and (where := _holds(session, other, families, sheet, sha256)) is not None
    ]
    return max(found, key=lambda each: each.families, default=None)


def _holds(
    session: Session, title: str, families: int, sheet: Sheet, sha256: str
) -> Elsewhere | None:
    """Return a survey with some of these answers, if it has this very file, or most of them."""
    survey = session.scalars(
        select(Survey).where(Survey.title == title).order_by(Survey.id)
    ).first()
    if survey is None:
        return None
    held = session.scalar(select(func.count()).where(Response.survey_id == survey.id)) or 0
    batch = _came_in(session, survey.id, sha256)
    is_the_file = batch is not None and batch.sha256 == sha256
    if not is_the_file and families < MOSTLY * min(sheet.rows, held):
        return None
    return Elsewhere(title, (batch or survey).made_at.astimezone().date(), families)


def _came_in(session: Session, survey_id: int, sha256: str) -> ImportBatch | None:
    """Return how this very file came into a survey, or else the last that brought answers."""
    return session.scalars(
        select(ImportBatch)
        .where(ImportBatch.survey_id == survey_id)
        .order_by(
            (ImportBatch.sha256 == sha256).desc(),
            (ImportBatch.imported > 0).desc(),
            ImportBatch.id.desc(),
        )
    ).first()


def _holders(
    session: Session, sheet: Sheet, progress: Progress, but: str | None = None
) -> list[tuple[str, int]]:
    """Return each survey that asks what the file asks, and how many of its answers it holds."""
    if not any(question.keep and question.kind is not Kind.SYSTEM for question in sheet.questions):
        return []
    keys = {question.key for question in sheet.questions}
    asked: dict[str, set[str]] = {}
    for title, key in session.execute(
        select(Survey.title, Question.key).join(Question, Question.survey_id == Survey.id)
    ):
        asked.setdefault(title, set()).add(key)
    return [
        (title, _in_common(importing.count(session, sheet, title, progress, Doubt.NEW)))
        for title, known in asked.items()
        if title != but and len(keys & known) >= ALIKE * len(known)
    ]


def _in_common(report: Report) -> int:
    """Return how many families two files have in common.

    Where most say something else under the same numbers it is another wave, whose tool counts anew.
    """
    few_differ = report.changed <= report.already_here
    return report.already_here + (report.changed if few_differ else 0)
