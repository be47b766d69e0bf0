"""What a newer export says otherwise of responses that are here already; nothing is written.

An answer is changed where the family said something else, not where the file is only read
otherwise: what was one's own text once may be an option now, and a comment an answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session

from pcf_desktop.importers.naming import words_of
from pcf_desktop.importers.sheet import Kind, Row
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.kept_words import (
    Comment,
    all_comments,
    all_ticked,
    plain,
)
from pcf_desktop.services.surveys.responses import HALF, Ticked
from pcf_desktop.services.surveys.targets import QuestionPlace, Target


@dataclass(frozen=True)
class Known:
    """A response that is here, the digest of what it said, and its row in the file.

    `known_as` is the name by which it is known from now on, where that is another.
    """

    response_id: int
    digest: str
    row: Row
    known_as: str | None = None


@dataclass(frozen=True)
class Written:
    """A comment that is here and of which the file has other words now, or none any longer.

    `taken` names the file's words that were taken when it last was. What `stays` was edited here.
    What is `alike` has only its blanks elsewhere.
    """

    place: QuestionPlace
    feedback_id: int
    words: str
    taken: str
    stays: bool
    alike: bool = False

    @property
    def came_as(self) -> str:
        """What is kept of the file: that it says this now, and which of its words were taken."""
        now = responses.of_words(self.words)
        return now + (now if self.words and not self.stays else self.taken)


@dataclass(frozen=True)
class Change:
    """What is different in one response: answers, new comments, others, and what stays edited.

    `told` are the questions that the family answered otherwise; the rest is only read otherwise.
    """

    response_id: int
    row: Row
    closed: tuple[QuestionPlace, ...]
    new: tuple[tuple[QuestionPlace, str], ...]
    otherwise: tuple[Written, ...]
    edited: tuple[Written, ...]
    told: tuple[QuestionPlace, ...]
    known_as: str | None = None

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the questions that were answered otherwise; none where nothing changes here."""
        return tuple(place.words for place in self.told)

    @property
    def is_one(self) -> bool:
        """Whether anything of the response is to be written."""
        return bool(self.closed or self.new or self.otherwise or self.edited or self.known_as)


def find(session: Session, target: Target, rows: Iterable[Known]) -> list[Change]:
    """Return what is different from what is kept, and change nothing."""
    suspects, renamed = [], []
    for each in rows:
        now = responses.digest(target, each.row)
        if now != each.digest:
            suspects.append((each, now))
        elif each.known_as is not None:
            renamed.append(_renamed(each))
    anew = bool(target.read_anew)  # then ticks and comments change places
    ticked = all_ticked(session, _keys(suspects, slice(HALF), anyhow=anew))
    comments = all_comments(session, _keys(suspects, slice(HALF, None), anyhow=anew))
    found = (
        _change(target, each, _Here(ticked.get(each.response_id), comments.get(each.response_id)))
        for each, _ in suspects
    )
    return [*(change for change in found if change.is_one or anew), *renamed]


def _keys(suspects: Sequence[tuple[Known, str]], half: slice, *, anyhow: bool) -> list[int]:
    return [
        known.response_id for known, now in suspects if anyhow or now[half] != known.digest[half]
    ]


def _renamed(known: Known) -> Change:
    return Change(known.response_id, known.row, (), (), (), (), (), known_as=known.known_as)


class _Here(NamedTuple):
    """What is here of one response, by question; None where it is known to be the same."""

    ticked: Mapping[int | None, list[Ticked]] | None
    comments: Mapping[int | None, Comment] | None

    def ticks(self, place: QuestionPlace) -> list[Ticked]:
        """Return what was ticked, as far as it was looked up."""
        return (self.ticked or {}).get(place.question_id, [])

    def comment(self, place: QuestionPlace) -> Comment | None:
        """Return the comment, as far as it was looked up."""
        return (self.comments or {}).get(place.question_id)


def _change(target: Target, known: Known, here: _Here) -> Change:
    """Return what is different in one response."""
    row = known.row
    closed = tuple(_closed(target, row, here))
    new = tuple(_new(target, row, here))
    otherwise = tuple(_otherwise(target, row, here))
    return Change(
        known.response_id,
        row,
        closed=closed,
        new=tuple(each for each in new if not _is_here_as_ticked(each[0], here)),
        otherwise=tuple(each for each in otherwise if not each.stays),
        edited=tuple(each for each in otherwise if each.stays),
        told=tuple(_told(row, here, [*closed, *_written_now(target, row, here, new)], otherwise)),
        known_as=known.known_as,
    )


def _closed(target: Target, row: Row, here: _Here) -> Iterator[QuestionPlace]:
    if here.ticked is None:
        return
    for place in target.closed:
        now = responses.ticked(place, row)
        if here.ticks(place) != now or (place.is_read_anew and _is_to_be_ticked(place, here, now)):
            yield place


def _is_to_be_ticked(place: QuestionPlace, here: _Here, now: Sequence[Ticked]) -> bool:
    """Say whether a question that was one in free words has more to it than its ticks.

    No comment gave leave to quote; and a comment of which an answer will be made may be no more.
    """
    comment = here.comment(place)
    is_gone = comment is not None and not comment.is_edited and not now
    return place.part is not None or is_gone


def _new(target: Target, row: Row, here: _Here) -> Iterator[tuple[QuestionPlace, str]]:
    if here.comments is None:
        return
    for place, words in responses.comments(target, row):
        if place.question_id not in here.comments:
            yield place, words


def _written_now(
    target: Target, row: Row, here: _Here, new: Iterable[tuple[QuestionPlace, str]]
) -> Iterator[QuestionPlace]:
    """Give the questions that are answered in free words now, or no more, and were ticked."""
    yield from (place for place, _ in new)
    for place in target.free:
        if _is_here_as_ticked(place, here) and not responses.written(place, row):
            yield place


def _is_here_as_ticked(place: QuestionPlace, here: _Here) -> bool:
    """Say whether what was written is here as an answer, of which a comment will be made."""
    return place.is_read_anew and bool(here.ticks(place))


def _told(
    row: Row, here: _Here, places: Iterable[QuestionPlace], otherwise: Iterable[Written]
) -> list[QuestionPlace]:
    """Return the questions that the family answered otherwise, those in free words last."""
    told = [
        *(place for place in places if _is_told(place, row, here)),
        *(each.place for each in otherwise if not each.alike and not each.stays),
    ]
    return sorted(told, key=lambda place: (place.kind is Kind.TEXT, place.index))


def _is_told(place: QuestionPlace, row: Row, here: _Here) -> bool:
    """Say whether the words of an answer are others than those that are here, in any shape."""
    cell, own = row.cells[place.index], row.others.get(place.index)
    now = words_of(cell, own) if cell is not None or own is not None else ()
    ticked = plain(place, here.ticks(place))
    comment = here.comment(place) if place.is_read_anew else None
    if comment is not None and not ticked:
        return not comment.is_edited and words_of(comment.words) != now
    return ticked != now


def _otherwise(target: Target, row: Row, here: _Here) -> Iterator[Written]:
    for place in target.free:
        known = here.comment(place)
        words = responses.comment(place, row)
        if known is None or responses.still_says(place, row, known.said) or known.holds(words):
            continue
        if words or not known.is_binned:
            stays = bool(words) and known.is_edited
            now, then = words.split(), known.words.split()
            if place.is_read_anew:
                now, then = sorted(words_of(words)), sorted(words_of(known.words))
            alike = not known.is_edited and now == then
            yield Written(place, known.id, words, known.taken, stays, alike)
