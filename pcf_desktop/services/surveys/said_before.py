"""What was said of a survey's columns when it last came in, for the next export of it.

Nobody should choose the same kinds again. And a question that is here as free words must not come
in as one to tick, or the other way round, because a later file looks otherwise: it would be here
twice, as comments and as a chart.
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.importers.sheet import Choices, Kind, Sheet
from pcf_desktop.importers.sheet import SheetQuestion as Asked
from pcf_desktop.records import ImportBatch, Question, Survey

SAID = "said"
"""Under which a batch keeps what the person chose, apart from all that was found out."""

_NO_ANSWERS = frozenset({Kind.IDENTITY, Kind.SYSTEM})


def said(sheet: Sheet) -> dict[str, object]:
    """Return what the person said of the columns, to be kept with the batch."""
    data = sheet.choices.as_data()
    return {SAID: {"kinds": data["kinds"], "keep": data["keep"]}}


def said_before(session: Session, sheet: Sheet, title: str) -> Choices:
    """Return the kinds and what is kept, by a question's key, that the survey of a title asks for.

    They are what a person said at an earlier import, and else the kind of a question that is here
    where the file's differs as free words do from an answer that is counted.
    """
    here = _kinds_here(session, title)
    kinds, keep = _said_at_imports(session, title)
    found = {
        asked.key: kinds[asked.key] if asked.key in kinds else here[asked.key]
        for asked in sheet.questions
        if asked.key in kinds or _must_stay(asked, here.get(asked.key), sheet.choices)
    }
    keys = {asked.key for asked in sheet.questions}
    return Choices(kinds=found, keep={key: kept for key, kept in keep.items() if key in keys})


def _must_stay(asked: Asked, was: Kind | None, now: Choices) -> bool:
    """Say whether a question has to keep its kind: between words and ticks it must not change."""
    if was is None or asked.kind in _NO_ANSWERS:
        return False
    is_forced = asked.key in now.kinds and asked.kind is was
    return is_forced or (asked.kind is Kind.TEXT) != (was is Kind.TEXT)


def as_before(now: Choices, before: Choices) -> Choices:
    """Return choices with what was said before; what is chosen now stands."""
    return replace(
        now,
        kinds={**before.kinds, **now.kinds},
        keep={**before.keep, **now.keep},
    )


def where_alike(sheet: Sheet, before: Choices) -> Sheet:
    """Return an export without the questions that it was not read for as was said before."""
    return replace(
        sheet,
        questions=tuple(
            replace(each, keep=False)
            if before.kinds.get(each.key, each.kind) is not each.kind
            or before.keep.get(each.key, each.keep) is not each.keep
            else each
            for each in sheet.questions
        ),
    )


def _kinds_here(session: Session, title: str) -> dict[str, Kind]:
    rows = session.execute(
        select(Question.key, Question.kind)
        .join(Survey, Survey.id == Question.survey_id)
        .where(Survey.title == title.strip())
    )
    return {key: Kind(kind) for key, kind in rows}


def _said_at_imports(session: Session, title: str) -> tuple[dict[str, Kind], dict[str, bool]]:
    """Return what was said at all imports into a survey; the last word counts."""
    kinds: dict[str, Kind] = {}
    keep: dict[str, bool] = {}
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
            kinds.update(then.kinds)
            keep.update(then.keep)
    return kinds, keep
