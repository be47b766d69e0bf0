"""Responses that are here already and say something else in a newer export."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from pcf_desktop.days import with_zone
from pcf_desktop.importers.sheet import Row
from pcf_desktop.records import Answer, Consent, Feedback, Link, Response
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.surveys import filing, responses
from pcf_desktop.services.surveys.responses import HALF, Ticked
from pcf_desktop.services.surveys.targets import Place, Target

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
    """A comment that the file says otherwise now: its question, and its id where it is here.

    `taken` names the file's words that were taken when it last was. What `stays` was edited here.
    """

    place: Place
    feedback_id: int | None
    taken: str = ""
    stays: bool = False


@dataclass(frozen=True)
class Change:
    """What is different in one response; of `edited` comments only the file says otherwise now."""

    response_id: int
    row: Row
    closed: tuple[Place, ...]
    free: tuple[Written, ...]
    edited: tuple[Written, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the questions that were answered otherwise; none where nothing changes here."""
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
        if (now := responses.digest(target, known.row)) != known.digest
    ]
    ticked = _ticked(session, _keys(suspects, lambda digest: digest[:HALF]))
    comments = _comments(session, _keys(suspects, lambda digest: digest[HALF:]))
    found = []
    for known, now in suspects:
        key, row = known.response_id, known.row
        closed: tuple[Place, ...] = ()
        written_otherwise: tuple[Written, ...] = ()
        if now[:HALF] != known.digest[:HALF]:
            closed = tuple(
                place
                for place in target.closed
                if ticked[key, place.question_id] != responses.ticked(place, row)
            )
        if now[HALF:] != known.digest[HALF:]:
            written_otherwise = tuple(_written_otherwise(target, row, key, comments))
        if closed or written_otherwise:
            free = tuple(each for each in written_otherwise if not each.stays)
            edited = tuple(each for each in written_otherwise if each.stays)
            found.append(Change(key, row, closed, free, edited))
    return found


def apply(session: Session, target: Target, batch_id: int, changes: Sequence[Change]) -> None:
    """Bring known responses up to date.

    Only a comment that its own file says otherwise changes, and no words that a volunteer edited
    are overwritten: a name that was taken out must not come back. Where a family took its words
    away, they go to the bin, edited or not. A rewritten comment keeps its links but no passage
    that is no longer in it, and waits to be sorted again, also when it was in the bin: nobody has
    read it as it is now. A consent that was withdrawn stays withdrawn.
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
                "digest": responses.digest(target, change.row),
                "completed_at": with_zone(change.row.completed),
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


class _Comment(NamedTuple):
    """A comment that is here, as edited, with the names of what its file says and said."""

    id: int
    words: str
    is_binned: bool
    said: str
    taken: str

    @property
    def is_edited(self) -> bool:
        """Whether the words are not the file's any more, or might not be."""
        return responses.of_words(self.words) != self.taken

    def holds(self, words: str) -> bool:
        """Say whether it has these words already, and was not binned for want of them."""
        taken_away = self.is_binned and self.said == responses.of_words("")
        return words == self.words and not taken_away


_Comments = dict[tuple[int | None, int | None], _Comment]


def _comments(session: Session, keys: list[int]) -> _Comments:
    found: _Comments = {}
    for some in _few(keys):
        rows = session.execute(
            select(
                Feedback.response_id,
                Feedback.question_id,
                Feedback.id,
                Feedback.words,
                Feedback.binned_at,
                Feedback.came_as,
            ).where(Feedback.response_id.in_(some))
        )
        for response_id, question_id, key, words, binned_at, came_as in rows:
            said, taken = (came_as[:HALF], came_as[HALF:]) if came_as else ("", "")
            comment = _Comment(key, words, binned_at is not None, said, taken)
            found[response_id, question_id] = comment
    return found


def _written_otherwise(
    target: Target, row: Row, key: int, comments: _Comments
) -> Iterator[Written]:
    for place in target.free:
        words = responses.comment(place, row)
        known = comments.get((key, place.question_id))
        if known is None:
            if words:
                yield Written(place, None)
        elif responses.of_words(words) == known.said or known.holds(words):
            continue
        elif words:
            yield Written(place, known.id, known.taken, stays=known.is_edited)
        elif not known.is_binned:
            yield Written(place, known.id, known.taken)


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
    filing.add_answers(
        session,
        ((change.response_id, place, change.row) for change in changes for place in change.closed),
    )


def _write(session: Session, target: Target, batch_id: int, changes: Sequence[Change]) -> None:
    new: list[tuple[int, Place, Row, str]] = []
    rewritten: dict[int, str] = {}
    emptied: list[int] = []
    said_otherwise: dict[int, str] = {}
    for change in changes:
        for written in (*change.free, *change.edited):
            words = responses.comment(written.place, change.row)
            if written.feedback_id is None:
                new.append((change.response_id, written.place, change.row, words))
            elif words and not written.stays:
                rewritten[written.feedback_id] = words
            else:
                emptied += [] if written.stays else [written.feedback_id]
                said = responses.of_words(words)
                said_otherwise[written.feedback_id] = said + written.taken
    filing.add_comments(session, target, batch_id, new)
    if rewritten:
        session.execute(
            update(Feedback),
            [
                {
                    "id": key,
                    "words": words,
                    "sorted_at": None,
                    "binned_at": None,
                    "came_as": responses.came_as(words, words),
                }
                for key, words in rewritten.items()
            ],
        )
        _forget_passages(session, rewritten)
    if said_otherwise:
        session.execute(
            update(Feedback),
            [{"id": key, "came_as": came_as} for key, came_as in said_otherwise.items()],
        )
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
    parts = responses.asked_for(target)
    for some in _few([change.response_id for change in answered]):
        session.execute(
            delete(Consent).where(
                Consent.response_id.in_(some),
                Consent.part.in_(parts),
                Consent.how == filing.BY_SURVEY,
                Consent.withdrawn_on.is_(None),
            )
        )
    filing.add_consents(session, target, ((change.response_id, change.row) for change in answered))


def _few(things: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(things)
    while some := list(islice(rest, MOST)):
        yield some
