"""Responses that are here already and say something else in a newer export."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from pcf_desktop.days import with_zone
from pcf_desktop.importers.sheet import Row
from pcf_desktop.records import Answer, Consent, Feedback, Link, Response
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.surveys import filing, responses
from pcf_desktop.services.surveys.responses import HALF, Received, Ticked
from pcf_desktop.services.surveys.targets import QuestionPlace, Target

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
    """A comment that is here and of which the file has other words now, or none any longer.

    `taken` names the file's words that were taken when it last was. What `stays` was edited here.
    """

    place: QuestionPlace
    feedback_id: int
    words: str
    taken: str
    stays: bool

    @property
    def came_as(self) -> str:
        """What is kept of the file: that it says this now, and which of its words were taken."""
        now = responses.of_words(self.words)
        return now + (now if self.words and not self.stays else self.taken)


@dataclass(frozen=True)
class Change:
    """What is different in one response: answers, new comments, others, and what stays edited."""

    response_id: int
    row: Row
    closed: tuple[QuestionPlace, ...]
    new: tuple[tuple[QuestionPlace, str], ...]
    otherwise: tuple[Written, ...]
    edited: tuple[Written, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the questions that were answered otherwise; none where nothing changes here."""
        free = [*(place for place, _ in self.new), *(each.place for each in self.otherwise)]
        free.sort(key=lambda place: place.index)
        return tuple(place.words for place in (*self.closed, *free))


def find(session: Session, target: Target, rows: Iterable[Known]) -> list[Change]:
    """Return what is different from what is kept, and change nothing."""
    suspects = [
        (known, now)
        for known in rows
        if (now := responses.digest(target, known.row)) != known.digest
    ]
    ticked = _ticked(session, _keys(suspects, lambda digest: digest[:HALF]))
    comments = _comments(session, _keys(suspects, lambda digest: digest[HALF:]))
    found = (_change(target, known, ticked, comments) for known, _ in suspects)
    return [change for change in found if change.questions or change.edited]


def make_room(session: Session, target: Target, changes: Sequence[Change]) -> list[Received]:
    """Take away and rewrite what known responses say otherwise; return what is to go in anew.

    Only a comment that its own file says otherwise changes, and no words that a volunteer edited
    are overwritten: a name that was taken out must not come back. Where a family took its words
    away, they go to the bin, edited or not. A rewritten comment keeps its links but no passage
    that is no longer in it, and waits to be sorted again, also when it was in the bin: nobody has
    read it as it is now. A consent that was withdrawn stays withdrawn.
    """
    if not changes:
        return []
    _untick(session, changes)
    _rewrite(session, changes)
    _forget_consent(session, target, changes)
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
    return [
        Received(change.response_id, change.row, change.closed, change.new) for change in changes
    ]


def _keys(suspects: Sequence[tuple[Known, str]], half: Callable[[str], str]) -> list[int]:
    return [known.response_id for known, now in suspects if half(now) != half(known.digest)]


_AllTicked = Mapping[int, Mapping[int | None, list[Ticked]]]
"""The answers of each response looked up, by question; no answer is an empty list."""


def _ticked(session: Session, keys: list[int]) -> _AllTicked:
    found: dict[int, dict[int | None, list[Ticked]]] = {key: defaultdict(list) for key in keys}
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
            found[response_id][question_id].append((option_id, number, words))
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


_Comments = Mapping[int, Mapping[int | None, _Comment]]
"""The comments of each response looked up, by question."""


def _comments(session: Session, keys: list[int]) -> _Comments:
    found: dict[int, dict[int | None, _Comment]] = {key: {} for key in keys}
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
            found[response_id or 0][question_id] = comment
    return found


def _change(target: Target, known: Known, ticked: _AllTicked, comments: _Comments) -> Change:
    """Return what is different in one response; what is not looked up is known to be the same."""
    key, row = known.response_id, known.row
    new = (
        (place, words)
        for place, words in responses.comments(target, row)
        if key in comments and place.question_id not in comments[key]
    )
    otherwise = list(_otherwise(target, row, comments.get(key, {})))
    return Change(
        key,
        row,
        closed=tuple(_closed(target, row, ticked[key])) if key in ticked else (),
        new=tuple(new),
        otherwise=tuple(each for each in otherwise if not each.stays),
        edited=tuple(each for each in otherwise if each.stays),
    )


def _closed(
    target: Target, row: Row, ticked: Mapping[int | None, list[Ticked]]
) -> Iterator[QuestionPlace]:
    for place in target.closed:
        if ticked[place.question_id] != responses.ticked(place, row):
            yield place


def _otherwise(
    target: Target, row: Row, comments: Mapping[int | None, _Comment]
) -> Iterator[Written]:
    for place in target.free:
        known = comments.get(place.question_id)
        words = responses.comment(place, row)
        if known is None or responses.still_says(place, row, known.said) or known.holds(words):
            continue
        if words or not known.is_binned:
            stays = bool(words) and known.is_edited
            yield Written(place, known.id, words, known.taken, stays)


def _untick(session: Session, changes: Sequence[Change]) -> None:
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


def _rewrite(session: Session, changes: Sequence[Change]) -> None:
    """Write what the file says now into the comments that are here, or note only that it does."""
    otherwise = list(chain.from_iterable(change.otherwise for change in changes))
    edited = list(chain.from_iterable(change.edited for change in changes))
    rewritten = {each.feedback_id: each.words for each in otherwise if each.words}
    _update(
        session,
        [{"id": each.feedback_id, "came_as": each.came_as} for each in (*otherwise, *edited)],
    )
    _update(
        session,
        [
            {"id": key, "words": words, "sorted_at": None, "binned_at": None}
            for key, words in rewritten.items()
        ],
    )
    _forget_passages(session, rewritten)
    for some in _few(each.feedback_id for each in otherwise if not each.words):
        feedback.bin_it(session, some)


def _update(session: Session, comments: Sequence[dict[str, object]]) -> None:
    if comments:
        session.execute(update(Feedback), comments)


def _forget_passages(session: Session, words: dict[int, str]) -> None:
    for some in _few(list(words)):
        links = session.scalars(
            select(Link).where(Link.feedback_id.in_(some), Link.passage.is_not(None))
        )
        for link in links:
            if link.passage is not None and link.passage not in words[link.feedback_id]:
                link.passage = None


def _forget_consent(session: Session, target: Target, changes: Sequence[Change]) -> None:
    parts = responses.asked_for(target)
    answered = (each.response_id for each in changes if any(at.part for at in each.closed))
    for some in _few(answered):
        session.execute(
            delete(Consent).where(
                Consent.response_id.in_(some),
                Consent.part.in_(parts),
                Consent.how == filing.BY_SURVEY,
                Consent.withdrawn_on.is_(None),
            )
        )


def _few(things: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(things)
    while some := list(islice(rest, MOST)):
        yield some
