"""Surveys: the list of them with the files that were brought in, and how columns were matched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pcf_desktop.records import (
    Feedback,
    ImportBatch,
    ImportProfile,
    Question,
    Response,
    Survey,
)
from pcf_desktop.services.counting.voices import LISTED
from pcf_desktop.services.surveys.row_sorting import LACKING


@dataclass(frozen=True)
class SurveyLine:
    """A survey in the list."""

    id: int
    title: str
    tool: str | None
    responses: int
    comments: int
    batches: tuple["BatchLine", ...]
    first: datetime | None = None
    last: datetime | None = None
    """When the first and the last response came in, as far as the tool said so."""


@dataclass(frozen=True)
class BatchLine:
    """One file that was brought in."""

    id: int
    file_name: str
    at: datetime
    imported: int
    changed: int
    lacking: int = 0
    """Responses that were here, and that the file did not hold any more."""


def titles(session: Session) -> list[tuple[int, str]]:
    """Return each survey's id and title, the newest first."""
    rows = session.execute(select(Survey.id, Survey.title).order_by(Survey.id.desc()))
    return [(row[0], row[1]) for row in rows]


def every(session: Session) -> list[SurveyLine]:
    """Return every survey, the newest first."""
    came = session.execute(
        select(
            Response.survey_id,
            func.count(),
            func.min(Response.completed_at),
            func.max(Response.completed_at),
        ).group_by(Response.survey_id)
    )
    responses = {survey_id: (n, first, last) for survey_id, n, first, last in came}
    rows = session.execute(
        select(Question.survey_id, func.count(Feedback.id))
        .join(Feedback, Feedback.question_id == Question.id)
        .where(LISTED)
        .group_by(Question.survey_id)
    )
    comments = {row[0]: row[1] for row in rows}
    batches: dict[int | None, list[BatchLine]] = {}
    for batch in session.scalars(select(ImportBatch).order_by(ImportBatch.id)):
        batches.setdefault(batch.survey_id, []).append(
            BatchLine(
                batch.id,
                batch.file_name,
                batch.made_at,
                batch.imported,
                batch.changed,
                batch.choices.get(LACKING, 0),
            )
        )
    found = []
    for survey in session.scalars(select(Survey).order_by(Survey.id.desc())):
        n, first, last = responses.get(survey.id, (0, None, None))
        found.append(
            SurveyLine(
                survey.id,
                survey.title,
                survey.tool,
                n,
                comments.get(survey.id, 0),
                tuple(batches.get(survey.id, ())),
                first,
                last,
            )
        )
    return found


def profiles(session: Session) -> dict[str, dict[str, object]]:
    """Return the kept ways of matching columns, by name."""
    rows = session.execute(
        select(ImportProfile.name, ImportProfile.choices).order_by(ImportProfile.name)
    )
    return {row[0]: row[1] for row in rows}


def keep_profile(session: Session, name: str, choices: Mapping[str, object]) -> None:
    """Keep a way of matching columns for next year's export, in place of one of this name."""
    session.execute(delete(ImportProfile).where(ImportProfile.name == name))
    session.add(ImportProfile(name=name, choices=dict(choices)))
