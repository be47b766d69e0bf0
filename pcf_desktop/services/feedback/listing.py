"""Which feedback a list shows, and in which order; quick also with 100,000 pieces.

The order comes from one index; each part of a filter is a set of ids from an index of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from pcf_desktop.records import Feedback, Link, Question
from pcf_desktop.services.counting import consents, keys
from pcf_desktop.services.counting.voices import BINNED, LISTED
from pcf_desktop.services.feedback import search


@dataclass(frozen=True)
class Filter:
    """What the list shows; each part narrows it."""

    words: str = ""
    channel_id: int | None = None
    survey_id: int | None = None
    question_id: int | None = None
    priority_id: int | None = None
    is_linked: bool | None = None
    to_sort: bool = False
    may_quote: bool = False
    is_binned: bool = False
    """Whether the bin is shown, which no other list holds, and not what is listed."""
    from_day: date | None = None
    to_day: date | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is hidden."""
        return self == Filter()


def ids(session: Session, wanted: Filter, *, oldest_first: bool = False) -> list[int]:
    """Return the ids of the feedback that a filter leaves, the latest first, or the oldest.

    A search gives the latest logged first, however the rest is sorted; in the bin it does not.
    """
    shown = _found(session, wanted, oldest_first=oldest_first)
    for kept in _kept(session, wanted) if shown else ():
        shown = _only(shown, kept)
    if wanted.is_linked is False:
        linked = set(keys.fetch(session, select(Link.feedback_id)))
        shown = [key for key in shown if key not in linked]
    return shown


def _found(session: Session, wanted: Filter, *, oldest_first: bool) -> list[int]:
    """Return what the words and the period of a filter leave."""
    if not wanted.words.strip() or wanted.is_binned:
        in_order = _in_order(session, wanted, oldest_first=oldest_first)
        return list(search.within(session, in_order, wanted.words)) if in_order else []
    shown = search.feedback_ids(session, wanted.words) or []
    if wanted.from_day is None and wanted.to_day is None:
        return shown
    period = Filter(from_day=wanted.from_day, to_day=wanted.to_day)
    return _only(shown, _in_order(session, period, oldest_first=False))


def _only(shown: Sequence[int], kept: Sequence[int]) -> list[int]:
    wanted = set(kept)
    return [key for key in shown if key in wanted]


def _in_order(session: Session, wanted: Filter, *, oldest_first: bool) -> list[int]:
    """Return what has no date last, in queries that the index answers as it stands."""
    query = select(Feedback.id).where(BINNED if wanted.is_binned else LISTED)
    if wanted.from_day is not None:
        query = query.where(Feedback.said_from >= wanted.from_day)
    if wanted.to_day is not None:
        query = query.where(Feedback.said_from <= wanted.to_day)
    if not oldest_first:
        return keys.fetch(session, query.order_by(Feedback.said_from.desc(), Feedback.id.desc()))
    dated = query.where(Feedback.said_from.is_not(None))
    undated = query.where(Feedback.said_from.is_(None))
    found = keys.fetch(session, dated.order_by(Feedback.said_from, Feedback.id))
    return found + keys.fetch(session, undated.order_by(Feedback.id))


def _kept(session: Session, wanted: Filter) -> Iterator[Sequence[int]]:
    """Yield the ids that each part of a filter keeps."""
    for query in _parts(wanted):
        yield keys.fetch(session, query)
    if wanted.may_quote:
        yield list(consents.every_allowed(session, consents.QUOTE))


def _parts(wanted: Filter) -> Iterator[Select[Any]]:
    if wanted.channel_id is not None:
        yield select(Feedback.id).where(Feedback.channel_id == wanted.channel_id)
    if wanted.survey_id is not None:
        asked = select(Question.id).where(Question.survey_id == wanted.survey_id)
        yield select(Feedback.id).where(Feedback.question_id.in_(asked))
    if wanted.question_id is not None:
        yield select(Feedback.id).where(Feedback.question_id == wanted.question_id)
    if wanted.priority_id is not None:
        yield select(Link.feedback_id).where(Link.priority_id == wanted.priority_id)
    if wanted.is_linked:
        yield select(Link.feedback_id)
    if wanted.to_sort:
        yield select(Feedback.id).where(Feedback.sorted_at.is_(None), LISTED)
