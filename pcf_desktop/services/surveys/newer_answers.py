"""What a newer export says otherwise of responses that are here already; nothing is written.

An answer is changed where the family said something else, not where the file is only read
otherwise: what was one's own text once may be an option now, and a comment an answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from pcf_desktop.importers.naming import words_of
from pcf_desktop.importers.sheet import Row
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.kept_words import (
    AllComments,
    AllTicked,
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
    found = (_change(target, known, ticked, comments) for known, _ in suspects)
    return [*(change for change in found if change.is_one or anew), *renamed]


def _keys(suspects: Sequence[tuple[Known, str]], half: slice, *, anyhow: bool) -> list[int]:
    return [
        known.response_id for known, now in suspects if anyhow or now[half] != known.digest[half]
    ]


def _renamed(known: Known) -> Change:
    return Change(known.response_id, known.row, (), (), (), (), (), known_as=known.known_as)


def _change(target: Target, known: Known, ticked: AllTicked, comments: AllComments) -> Change:
    """Return what is different in one response; what is not looked up is known to be the same."""
    key, row = known.response_id, known.row
    ticks, written = ticked.get(key), comments.get(key)
    closed = list(_closed(target, row, ticks)) if ticks is not None else []
    new = [
        (place, words)
        for place, words in responses.comments(target, row)
        if written is not None and place.question_id not in written
    ]
    otherwise = list(_otherwise(target, row, written or {}))
    ticks, written = ticks or {}, written or {}
    free = [
        *(place for place, _ in new if _is_told(place, row, ticks, written)),
        *(each.place for each in otherwise if not each.alike and not each.stays),
    ]
    return Change(
        key,
        row,
        closed=tuple(closed),
        new=tuple(each for each in new if not _is_here_as_ticked(each[0], ticks)),
        otherwise=tuple(each for each in otherwise if not each.stays),
        edited=tuple(each for each in otherwise if each.stays),
        told=(
            *(place for place in closed if _is_told(place, row, ticks, written)),
            *sorted(free, key=lambda place: place.index),
        ),
        known_as=known.known_as,
    )


def _is_here_as_ticked(place: QuestionPlace, ticked: Mapping[int | None, list[Ticked]]) -> bool:
    """Say whether what was written is here as an answer, of which a comment will be made."""
    return place.is_read_anew and bool(ticked.get(place.question_id))


def _closed(
    target: Target, row: Row, ticked: Mapping[int | None, list[Ticked]]
) -> Iterator[QuestionPlace]:
    for place in target.closed:
        asks_leave = place.part is not None and place.is_read_anew  # which no comment gave
        if asks_leave or ticked[place.question_id] != responses.ticked(place, row):
            yield place


def _is_told(
    place: QuestionPlace,
    row: Row,
    ticked: Mapping[int | None, list[Ticked]],
    comments: Mapping[int | None, Comment],
) -> bool:
    """Say whether the words of an answer are others than those that are here, in any shape."""
    cell, own = row.cells[place.index], row.others.get(place.index)
    now = words_of(cell, own) if cell is not None or own is not None else []
    here = plain(place, ticked.get(place.question_id, []))
    comment = comments.get(place.question_id) if place.is_read_anew else None
    if comment is not None and not here:
        return not comment.is_edited and words_of(comment.words) != now
    return here != now


def _otherwise(
    target: Target, row: Row, comments: Mapping[int | None, Comment]
) -> Iterator[Written]:
    for place in target.free:
        known = comments.get(place.question_id)
        words = responses.comment(place, row)
        if known is None or responses.of_words(words) == known.said or known.holds(words):
            continue
        if words or not known.is_binned:
            stays = bool(words) and known.is_edited
            same = _as_read if place.is_read_anew else _blanks_aside
            alike = not known.is_edited and same(words) == same(known.words)
            yield Written(place, known.id, words, known.taken, stays, alike)


def _as_read(words: str) -> list[str]:
    return words_of(words)


def _blanks_aside(words: str) -> list[str]:
    return words.split()
