"""What is kept of responses, their ticks and their comments, looked up for many at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.importers.naming import words_of
from pcf_desktop.records import Answer, Feedback
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.responses import HALF, Ticked
from pcf_desktop.services.surveys.targets import QuestionPlace

MOST = 500
"""How many keys go into one query."""

_T = TypeVar("_T")

AllTicked = Mapping[int, Mapping[int | None, list[Ticked]]]
"""The answers of each response looked up, by question; no answer is an empty list."""


class Comment(NamedTuple):
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


AllComments = Mapping[int, Mapping[int | None, Comment]]
"""The comments of each response looked up, by question."""


def few(things: Iterable[_T]) -> Iterator[list[_T]]:
    """Give things by as many as go into one query."""
    rest = iter(things)
    while some := list(islice(rest, MOST)):
        yield some


def all_ticked(session: Session, keys: Iterable[int]) -> AllTicked:
    """Return all that was ticked in these responses."""
    keys = list(keys)
    found: dict[int, dict[int | None, list[Ticked]]] = {key: defaultdict(list) for key in keys}
    for some in few(keys):
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


def all_comments(session: Session, keys: Iterable[int]) -> AllComments:
    """Return all the comments of these responses."""
    keys = list(keys)
    found: dict[int, dict[int | None, Comment]] = {key: {} for key in keys}
    for some in few(keys):
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
            comment = Comment(key, words, binned_at is not None, said, taken)
            found[response_id or 0][question_id] = comment
    return found


def plain(place: QuestionPlace, ticked: Sequence[Ticked]) -> tuple[str, ...]:
    """Return the words of what was ticked, as a file would say them, whatever it was read as."""
    chosen, own = chosen_and_own(place, ticked)
    if not chosen and not own:
        return ()
    return words_of(tuple(chosen), " ".join(own) if own else None)


def chosen_and_own(place: QuestionPlace, ticked: Sequence[Ticked]) -> tuple[list[str], list[str]]:
    """Return what was chosen, in words, and the texts of one's own beside it."""
    chosen: list[str] = []
    own: list[str] = []
    for option, number, words in ticked:
        if words is not None:
            own.append(words)
        elif option is not None:
            chosen.append(place.words_of_options.get(option, ""))
        elif number is not None:
            chosen.append(f"{number:.15g}")
    return chosen, own
