"""One response as it stood in the file, in the shape of the tables it goes into."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pcf_desktop.importers.columns.no_comment import says_nothing
from pcf_desktop.importers.sheet import Row
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import senders
from pcf_desktop.services.surveys import consent_words
from pcf_desktop.services.surveys.targets import QuestionPlace, Target

Ticked: TypeAlias = tuple[int | None, float | None, str | None]
"""One answer: the option, the number, the words beside them."""


@dataclass(frozen=True)
class Received:
    """What goes in of one response, by its id: answers to closed questions, and what was written.

    Where it answers a question on consent, so does all that it says of consent.
    """

    response_id: int
    row: Row
    closed: Sequence[QuestionPlace]
    written: Sequence[tuple[QuestionPlace, str]]
    nothing: Sequence[tuple[QuestionPlace, str]] = ()
    is_new: bool = False


HALF = 32
"""Letters of a digest: the first half is of the closed answers, the second of the comments."""

_BYTES = HALF // 2


def digest(target: Target, row: Row) -> str:
    """Return a name for all that was answered, 64 letters; closed answers and comments apart.

    It says where to look. Which comment changed, `came_as` says for each.
    """
    return _digest(target.closed, row) + _digest(target.free, row)


def _digest(places: Sequence[QuestionPlace], row: Row) -> str:
    cells, others = row.cells, row.others
    answers = [
        (place.key, cells[place.index], others.get(place.index))
        for place in places
        if cells[place.index] is not None or place.index in others
    ]
    return of_words(repr(answers))


def ticked(place: QuestionPlace, row: Row) -> list[Ticked]:
    """Return the answers to a closed question as they are kept; one for having ticked nothing."""
    cell, other = row.cells[place.index], row.others.get(place.index)
    found: list[Ticked]
    if cell is None:
        found = []
    elif isinstance(cell, str):
        found = [_chosen(place, cell)]
    elif isinstance(cell, tuple):
        found = [_chosen(place, each) for each in cell] or [(None, None, None)]
    elif isinstance(cell, date):
        found = [(None, None, cell.isoformat())]
    else:
        found = [(place.options.get(f"{cell:g}"), float(cell), None)]
    return [*found, (None, None, other)] if other else found


def _chosen(place: QuestionPlace, words: str) -> Ticked:
    option = place.options.get(words)
    return (option, None, words if option is None else None)


def written(place: QuestionPlace, row: Row) -> str:
    """Return what stands in the file for a question in free words, or nothing."""
    cell = row.cells[place.index]
    return cell.strip() if isinstance(cell, str) else ""


def comment(place: QuestionPlace, row: Row) -> str:
    """Return the comment that was written, without who sent it where that is to come off.

    What says nothing, as *n/a*, is none; it is kept as an answer.
    """
    words = written(place, row)
    if says_nothing(words, place.words):
        return ""
    return senders.without_senders(words) if place.senders_off else words


def still_says(place: QuestionPlace, row: Row, said: str) -> bool:
    """Say whether a file says of a comment what it said before, in whichever form that was kept.

    What was not seen to say nothing, or had who sent it before it, stands until the family says
    something else.
    """
    words = written(place, row)
    forms = {comment(place, row), words, senders.without_senders(words)}
    return said in map(of_words, forms)


def freely(
    target: Target, row: Row
) -> tuple[list[tuple[QuestionPlace, str]], list[tuple[QuestionPlace, str]]]:
    """Return the comments of a response, and what it wrote freely that says nothing."""
    comments, nothing = [], []
    for place in target.free:
        if words := written(place, row):
            if says_nothing(words, place.words):
                nothing.append((place, words))
            else:
                off = place.senders_off
                comments.append((place, senders.without_senders(words) if off else words))
    return comments, nothing


def senders_of(target: Target, row: Row) -> Iterator[str]:
    """Give who sent it, for each comment that begins so: as *[12/03/2025, 19:02] Jane:*."""
    return (head for place in target.free if (head := senders.head_of(written(place, row))))


def came_as(now: str, taken: str) -> str:
    """Return what is kept of a comment's file: of its words now, and of those that were taken."""
    return of_words(now) + of_words(taken)


def of_words(words: str) -> str:
    """Return a name for a comment's words, half a digest long."""
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=_BYTES).hexdigest()


def comments(target: Target, row: Row) -> list[tuple[QuestionPlace, str]]:
    """Return all that was written freely and says something, with its questions."""
    return freely(target, row)[0]


def given(target: Target, row: Row) -> dict[str, bool]:
    """Return the parts of consent that a response gives or refuses; to quote is also to use."""
    found: dict[str, bool] = {}
    for place in target.closed:
        cell = row.cells[place.index] if place.part is not None else None
        if place.part is None or not isinstance(cell, str):
            continue
        answer = consent_words.is_yes(cell)
        if answer is not None:
            found[place.part] = answer
    if found.get(consents.QUOTE):
        found = {consents.KEEP: True, consents.USE: True} | found
    return found


def asked_for(target: Target) -> set[str]:
    """Return the parts of consent that the questions of the file decide."""
    parts = {place.part for place in target.closed if place.part is not None}
    return parts | {consents.KEEP, consents.USE} if consents.QUOTE in parts else parts


def day(row: Row) -> date | None:
    """Return the day on which it was answered, as the tool wrote it."""
    moment = row.completed or row.started
    return moment.date() if moment is not None else None
