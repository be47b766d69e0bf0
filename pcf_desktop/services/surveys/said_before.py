"""What was said of a survey's columns when it last came in, for the next export of it.

Nobody should choose the same kinds again. What was only guessed is guessed anew from a file that
holds more answers; of fewer, it stays what it is: six answers look like free words where forty
show that they were ticked.
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.sheet import SheetQuestion as Asked
from pcf_desktop.records import (
    Answer,
    Feedback,
    ImportBatch,
    Measure,
    PackItem,
    Question,
    QuestionPriority,
    Survey,
)

SAID = "said"
"""Under which a batch keeps what the person chose, apart from all that was found out."""

_NO_ANSWERS = frozenset({Kind.IDENTITY, Kind.SYSTEM})


def said(sheet: Sheet) -> dict[str, object]:
    """Return what the person said of the columns, to be kept with the batch."""
    kinds = {key: str(kind) for key, kind in sheet.choices.chosen.items()}
    return {SAID: {"kinds": kinds, "keep": dict(sheet.choices.keep)}}


def said_before(session: Session, sheet: Sheet, title: str) -> Choices:
    """Return the kinds and what is kept, by a question's key, that the survey of a title asks for.

    They are what a person said at an earlier import, and else, marked as guessed, the kinds of
    questions of which the survey knows more answers than the file.
    """
    here = _here(session, title)
    kinds, keep = _said_at_imports(session, title)
    chosen = {asked.key: kinds[asked.key] for asked in sheet.questions if asked.key in kinds}
    stay = {
        asked.key: Kind(here[asked.key].kind)
        for asked in sheet.questions
        if asked.key in here
        and asked.key not in kinds
        and _must_stay(session, asked, here[asked.key], sheet.choices)
    }
    keys = {asked.key for asked in sheet.questions}
    return Choices(
        kinds={**stay, **chosen},
        keep={key: kept for key, kept in keep.items() if key in keys},
        guessed=tuple(stay),
    )


def _must_stay(session: Session, asked: Asked, here: Question, now: Choices) -> bool:
    """Say whether a question has to keep the kind that it has here."""
    was = Kind(here.kind)
    if asked.kind in _NO_ANSWERS:
        return False
    if asked.kind is was and asked.key not in now.guessed:
        return False
    loses_its_chart = was is not Kind.TEXT and asked.kind is Kind.TEXT and _is_used(session, here)
    return loses_its_chart or _answers_here(session, here.id) > asked.answered


def _is_used(session: Session, question: Question) -> bool:
    """Say whether a person put the answers to use: for a priority, in a pack, or of a family."""
    return question.about is not None or any(
        session.scalar(select(record.id).where(record.question_id == question.id).limit(1))
        for record in (QuestionPriority, PackItem, Measure)
    )


def _answers_here(session: Session, question_id: int) -> int:
    return sum(
        session.scalar(
            select(func.count(record.response_id.distinct())).where(
                record.question_id == question_id
            )
        )
        or 0
        for record in (Answer, Feedback)
    )


def as_before(now: Choices, before: Choices) -> Choices:
    """Return choices with what was said before; what is chosen now stands."""
    chosen = now.chosen
    kinds = {**now.kinds, **before.kinds, **chosen}
    guessed = [key for key in (*now.guessed, *before.guessed) if key not in chosen]
    said = before.chosen
    return replace(
        now,
        kinds=kinds,
        keep={**before.keep, **now.keep},
        guessed=tuple(dict.fromkeys(key for key in guessed if key not in said)),
    )


def _here(session: Session, title: str) -> dict[str, Question]:
    found = session.scalars(
        select(Question)
        .join(Survey, Survey.id == Question.survey_id)
        .where(Survey.title == title.strip())
    )
    return {question.key: question for question in found}


def _said_at_imports(session: Session, title: str) -> tuple[dict[str, Kind], dict[str, bool]]:
    """Return what was said at all imports into a survey; the last word counts.

    In batches that do not tell what was guessed, a kind that the survey had already was not said:
    it was kept without anybody's word.
    """
    kinds: dict[str, Kind] = {}
    keep: dict[str, bool] = {}
    had: dict[str, Kind] = {}
    found = session.scalars(
        select(ImportBatch.choices)
        .join(Survey, Survey.id == ImportBatch.survey_id)
        .where(Survey.title == title.strip())
        .order_by(ImportBatch.id)
    )
    for choices in found:
        data = choices.get(SAID)
        if isinstance(data, Mapping):
            then = Choices.from_data(data)
            tells = "guessed" in choices
            kinds.update(
                {k: v for k, v in then.kinds.items() if tells or k in kinds or had.get(k) is not v}
            )
            keep.update(then.keep)
        had.update(Choices.from_data(choices).kinds)
    return kinds, keep
