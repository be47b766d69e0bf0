"""What is here of a question that a fuller export shows to be another kind, put right.

Six answers may look like free words, and forty show that they were ticked. Then the comments
become answers, and the other way round; also of responses that the file does not hold. A comment
on which a volunteer worked stays what it is, and is counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from pcf_desktop.importers.columns.no_comment import says_nothing
from pcf_desktop.importers.columns.options import OTHER, Splitter, tidy
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import (
    Answer,
    Consent,
    Disclosure,
    Feedback,
    FeedbackService,
    FeedbackTheme,
    Link,
    Option,
    Quote,
    Response,
)
from pcf_desktop.records.rows import insert_rows
from pcf_desktop.services.surveys import filing, responses
from pcf_desktop.services.surveys.kept_words import chosen_and_own, few
from pcf_desktop.services.surveys.responses import Ticked
from pcf_desktop.services.surveys.targets import QuestionPlace, Target

SEPARATORS = (";", "\n", "|", ", ", ",")
"""Between options that were ticked together, the surest first."""


@dataclass(frozen=True)
class Reread:
    """How many comments become answers, how many answers comments, and how many comments stay.

    Those that stay were edited, linked, quoted, themed or marked here.
    """

    answers: int = 0
    comments: int = 0
    stay: int = 0


class _Written(NamedTuple):
    id: int
    response_id: int
    words: str
    is_worked_on: bool


def find(session: Session, target: Target) -> Reread:
    """Return what would be put right, and write nothing."""
    written = list(chain(_now_ticked(session, target), _never_written(session, target)))
    stay = sum(each.is_worked_on for each in written)
    comments = 0
    for place in target.free:
        if place.is_read_anew:
            said = _said(session, place).values()
            comments += sum(not says_nothing(words, place.words) for words in said)
    return Reread(len(written) - stay, comments, stay)


def put_right(session: Session, target: Target) -> Reread:
    """Put what is here into the shape in which the file is read; return how much that was."""
    found = find(session, target)
    for place in target.closed:
        if place.is_read_anew:
            _tick(session, place, list(_comments_of(session, place.question_id)))
    _delete(session, _never_written(session, target))
    for place in target.free:
        if place.is_read_anew:
            _write(session, target, place)
    return found


def forget_options(session: Session, target: Target) -> None:
    """Let go of options that a fuller export does not know and that nobody has ticked."""
    for place in target.closed:
        if place.was in {None, place.kind}:
            continue
        used = select(Answer.option_id).where(Answer.option_id.is_not(None))
        idle = session.execute(
            select(Option.id, Option.words).where(
                Option.question_id == place.question_id, Option.id.not_in(used)
            )
        )
        gone = [key for key, words in idle if words not in place.asked]
        for some in few(gone):
            session.execute(delete(Option).where(Option.id.in_(some)))


def _now_ticked(session: Session, target: Target) -> Iterator[_Written]:
    for place in target.closed:
        if place.is_read_anew:
            yield from _comments_of(session, place.question_id)


def _never_written(session: Session, target: Target) -> Iterator[_Written]:
    for question_id in target.never_words:
        yield from _comments_of(session, question_id)


def _comments_of(session: Session, question_id: int | None) -> Iterator[_Written]:
    """Give the comments on a question that are not in the bin."""
    rows = session.execute(
        select(
            Feedback.id, Feedback.response_id, Feedback.words, Feedback.came_as, _worked_on()
        ).where(
            Feedback.question_id == question_id,
            Feedback.response_id.is_not(None),
            Feedback.binned_at.is_(None),
        )
    )
    for key, response_id, words, came_as, worked_on in rows:
        edited = came_as is not None and came_as[responses.HALF :] != responses.of_words(words)
        yield _Written(key, response_id or 0, words, edited or bool(worked_on))


def _worked_on() -> ColumnElement[bool]:
    """Whether a person did anything with a comment, but for looking at it."""
    beside = (Link, Quote, FeedbackTheme, FeedbackService, Disclosure, Consent)
    noted = (Feedback.family_id, Feedback.child_id, Feedback.event_id, Feedback.sentiment_id)
    return or_(
        Feedback.set_aside,
        Feedback.needs_clearing,
        *(each.is_not(None) for each in noted),
        *(select(each.id).where(each.feedback_id == Feedback.id).exists() for each in beside),
    )


def _tick(session: Session, place: QuestionPlace, written: Sequence[_Written]) -> None:
    """Make answers of comments; what is no option stands beside *Other*, as in the file."""
    here = {
        key
        for some in few(each.response_id for each in written)
        for key in session.scalars(
            select(Answer.response_id).where(
                Answer.question_id == place.question_id, Answer.response_id.in_(some)
            )
        )
    }
    rows = [
        (each.response_id, place.question_id, *ticked)
        for each in written
        if each.response_id not in here
        for ticked in _read(place, each)
    ]
    insert_rows(session.connection(), Answer, filing.ANSWER, rows)
    _delete(session, written)


def _read(place: QuestionPlace, written: _Written) -> list[Ticked]:
    words = tidy(written.words)
    if place.kind is Kind.MULTIPLE:
        parts = _parts(place, written.words)
        if parts:
            return [(place.options[part], None, None) for part in parts]
    if words in place.options:
        return [(place.options[words], None, None)]
    if place.kind in {Kind.NUMBER, Kind.SCALE, Kind.GRID}:
        number = _number(words)
        if number is not None:
            return [(place.options.get(f"{number:g}"), number, None)]
    if written.is_worked_on:  # what a volunteer wrote is no answer of a family
        return []
    other = [(place.options[OTHER], None, None)] if OTHER in place.options else []
    return [*other, (None, None, words)]


def _parts(place: QuestionPlace, words: str) -> list[str]:
    for separator in SEPARATORS:
        parts = Splitter(separator, tuple(place.options)).split(words)
        if parts and all(part in place.options for part in parts):
            return parts
    return []


def _number(words: str) -> float | None:
    try:
        return float(words.replace(",", "").strip("£€$ "))
    except ValueError:
        return None


def _write(session: Session, target: Target, place: QuestionPlace) -> None:
    """Make comments of answers; one on which somebody worked was never taken away.

    What says nothing, as *n/a*, stays an answer.
    """
    everything = _said(session, place)
    nothing = {key: each for key, each in everything.items() if says_nothing(each, place.words)}
    said = {key: each for key, each in everything.items() if key not in nothing}
    comments = []
    for some in few(list(said)):
        has_one = select(Feedback.response_id).where(
            Feedback.question_id == place.question_id, Feedback.response_id.in_(some)
        )
        came = session.scalars(
            select(Response)
            .where(Response.id.in_(some), Response.id.not_in(has_one))
            .order_by(Response.id)
        )
        for each in came:
            words = said[each.id]
            when = _day(each)
            where = (target.channel_id, each.id, place.question_id, each.batch_id)
            came_as = responses.came_as(words, words)
            comments.append((words, *when, *where, False, False, came_as))
    session.execute(delete(Answer).where(Answer.question_id == place.question_id))
    session.execute(delete(Option).where(Option.question_id == place.question_id))
    insert_rows(session.connection(), Feedback, filing.COMMENT, comments)
    rows = ((key, place.question_id, None, None, words) for key, words in nothing.items())
    insert_rows(session.connection(), Answer, filing.ANSWER, rows)


def _day(response: Response) -> tuple[date | None, date | None, str | None]:
    """Return when a comment was said, as the table has it."""
    moment = response.completed_at or response.started_at
    day = moment.astimezone().date() if moment is not None else None
    return day, day, "day" if day is not None else None


def _said(session: Session, place: QuestionPlace) -> dict[int, str]:
    """Return what was ticked in each response as one text, the way it was written."""
    ticked: dict[int, list[Ticked]] = defaultdict(list)
    rows = session.execute(
        select(Answer.response_id, Answer.option_id, Answer.number, Answer.words)
        .where(Answer.question_id == place.question_id)
        .order_by(Answer.id)
    )
    for response_id, option, number, words in rows:
        ticked[response_id].append((option, number, words))
    return {key: _as_written(place, each) for key, each in ticked.items()}


def _as_written(place: QuestionPlace, ticked: Sequence[Ticked]) -> str:
    chosen, own = chosen_and_own(place, ticked)
    return "; ".join([*(each for each in chosen if not own or each != OTHER), *own])


def _delete(session: Session, written: Iterable[_Written]) -> None:
    for some in few(each.id for each in written if not each.is_worked_on):
        session.execute(delete(Feedback).where(Feedback.id.in_(some)))
