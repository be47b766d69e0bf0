"""Responses that are here already and say something else in a newer export."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from pcf_desktop.importers.sheet import Row
from pcf_desktop.records import Answer, Consent, Feedback, Link, Response
from pcf_desktop.services import feedback, survey_answers, survey_rows
from pcf_desktop.services.survey_answers import HALF, Ticked
from pcf_desktop.services.survey_target import Place, Target

MOST = 500
"""How many keys go into one query."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Known:
    """A response that is here, the digest of what it said, and its row in the file."""

    response_id: int
    digest: str
    row: Row


@dataclass(frozen=True)
class Written:
    """A comment that was changed: its question, and its id where it was here before."""

    place: Place
    feedback_id: int | None


@dataclass(frozen=True)
class Change:
    """What is different in one response."""

    response_id: int
    row: Row
    closed: tuple[Place, ...]
    free: tuple[Written, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the questions that were answered otherwise."""
        return tuple(place.words for place in (*self.closed, *(w.place for w in self.free)))

    @property
    def new_comments(self) -> int:
        """Return how many comments come in that were not here at all."""
        return sum(written.feedback_id is None for written in self.free)


def find(session: Session, target: Target, rows: Iterable[Known]) -> list[Change]:
    """Return what is different from what is kept, and change nothing."""
    suspects = [
        (known, now)
        for known in rows
        if (now := survey_answers.digest(target, known.row)) != known.digest
    ]
    ticked = _ticked(session, _keys(suspects, lambda digest: digest[:HALF]))
    written = _written(session, _keys(suspects, lambda digest: digest[HALF:]))
    found = []
    for known, now in suspects:
        key, row = known.response_id, known.row
        closed: tuple[Place, ...] = ()
        free: tuple[Written, ...] = ()
        if now[:HALF] != known.digest[:HALF]:
            closed = tuple(
                place
                for place in target.closed
                if ticked[key, place.question_id] != survey_answers.ticked(place, row)
            )
        if now[HALF:] != known.digest[HALF:]:
            free = tuple(_rewritten(target, row, key, written))
        if closed or free:
            found.append(Change(key, row, closed, free))
    return found


def apply(session: Session, target: Target, batch_id: int, changes: Sequence[Change]) -> None:
    """Bring known responses up to date.

    A comment keeps its links but no passage that is no longer in it, and waits to be sorted
    again, also when it was in the bin: nobody has read it as it is now. A consent that was
    withdrawn stays withdrawn.
    """
    if not changes:
        return
    _tick(session, changes)
    _write(session, target, batch_id, changes)
    _consent(session, target, changes)
    session.execute(
        update(Response),
        [
            {
                "id": change.response_id,
                "digest": survey_answers.digest(target, change.row),
                "completed_at": survey_answers.moment(change.row.completed),
                "is_complete": change.row.complete,
            }
            for change in changes
        ],
    )


def _keys(suspects: Sequence[tuple[Known, str]], half: Callable[[str], str]) -> list[int]:
    return [known.response_id for known, now in suspects if half(now) != half(known.digest)]


def _ticked(session: Session, keys: list[int]) -> dict[tuple[int, int | None], list[Ticked]]:
    found: dict[tuple[int, int | None], list[Ticked]] = defaultdict(list)
    for some in _few(keys):
        rows = session.execute(
            select(
                Answer.response_id,
                Answer.question_id,
                Answer.option_id,
                Answer.number,
                Answer.words,
            )
            .where(Answer.response_id.in_(some))
            .order_by(Answer.id)
        )
        for response_id, question_id, option_id, number, words in rows:
            found[response_id, question_id].append((option_id, number, words))
    return found


_Comment = tuple[int, str, bool]
"""A comment that is here: its id, its words, and whether it is in the bin."""


def _written(session: Session, keys: list[int]) -> dict[tuple[int | None, int | None], _Comment]:
    found: dict[tuple[int | None, int | None], _Comment] = {}
    for some in _few(keys):
        rows = session.execute(
            select(
                Feedback.response_id,
                Feedback.question_id,
                Feedback.id,
                Feedback.words,
                Feedback.binned_at,
            ).where(Feedback.response_id.in_(some))
        )
        for response_id, question_id, key, words, binned_at in rows:
            found[response_id, question_id] = (key, words, binned_at is not None)
    return found


def _rewritten(
    target: Target, row: Row, key: int, written: dict[tuple[int | None, int | None], _Comment]
) -> Iterator[Written]:
    for place in target.free:
        words = survey_answers.comment(place, row)
        known = written.get((key, place.question_id))
        if known is None and words:
            yield Written(place, None)
        elif known is not None and known[1] != words and not (known[2] and not words):
            yield Written(place, known[0])


def _tick(session: Session, changes: Sequence[Change]) -> None:
    gone: dict[int | None, list[int]] = defaultdict(list)
    for change in changes:
        for place in change.closed:
            gone[place.question_id].append(change.response_id)
    for question_id, keys in gone.items():
        for some in _few(keys):
            session.execute(
                delete(Answer).where(
                    Answer.question_id == question_id, Answer.response_id.in_(some)
                )
            )
    survey_rows.add_answers(
        session,
        ((change.response_id, place, change.row) for change in changes for place in change.closed),
    )


def _write(session: Session, target: Target, batch_id: int, changes: Sequence[Change]) -> None:
    new: list[tuple[int, Place, Row, str]] = []
    rewritten: dict[int, str] = {}
    emptied: list[int] = []
    for change in changes:
        for written in change.free:
            words = survey_answers.comment(written.place, change.row)
            if written.feedback_id is None:
                new.append((change.response_id, written.place, change.row, words))
            elif words:
                rewritten[written.feedback_id] = words
            else:
                emptied.append(written.feedback_id)
    survey_rows.add_comments(session, target, batch_id, new)
    if rewritten:
        session.execute(
            update(Feedback),
            [
                {"id": key, "words": words, "sorted_at": None, "binned_at": None}
                for key, words in rewritten.items()
            ],
        )
        _forget_passages(session, rewritten)
    for some in _few(emptied):
        feedback.bin_it(session, some)


def _forget_passages(session: Session, words: dict[int, str]) -> None:
    for some in _few(list(words)):
        links = session.scalars(
            select(Link).where(Link.feedback_id.in_(some), Link.passage.is_not(None))
        )
        for link in links:
            if link.passage is not None and link.passage not in words[link.feedback_id]:
                link.passage = None


def _consent(session: Session, target: Target, changes: Sequence[Change]) -> None:
    answered = [change for change in changes if any(place.part for place in change.closed)]
    parts = survey_answers.asked_for(target)
    for some in _few([change.response_id for change in answered]):
        session.execute(
            delete(Consent).where(
                Consent.response_id.in_(some),
                Consent.part.in_(parts),
                Consent.how == survey_rows.BY_SURVEY,
                Consent.withdrawn_on.is_(None),
            )
        )
    survey_rows.add_consents(
        session, target, ((change.response_id, change.row) for change in answered)
    )


def _few(things: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(things)
    while some := list(islice(rest, MOST)):
        yield some
