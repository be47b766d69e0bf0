"""What a response says, question by question, in plain words: for holding two against each other.

Only questions that were asked before count: one that was added later is answered by nobody here.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from sqlalchemy.orm import Session

from pcf_desktop.importers.naming import words_of
from pcf_desktop.importers.sheet import Kind, Row
from pcf_desktop.services.surveys import responses
from pcf_desktop.services.surveys.kept_words import Comment, all_comments, all_ticked, plain
from pcf_desktop.services.surveys.responses import Ticked
from pcf_desktop.services.surveys.targets import QuestionPlace, Target

Rarity: TypeAlias = Counter[tuple[int, tuple[str, ...]]]
"""How often each answer to each question was given."""

TELLING = 20
"""Letters of a text that two people hardly write alike."""


@dataclass(frozen=True)
class SaidWords:
    """The words of each answer by its question, and the digests of texts that were edited here."""

    words: Mapping[int, tuple[str, ...]]
    edited: Mapping[int, str]
    texts: frozenset[int] = frozenset()
    """The questions of which the answer is long enough to tell people apart."""

    @cached_property
    def key(self) -> str | None:
        """A name for all that is said; None where a part of it was edited here."""
        if self.edited:
            return None
        text = repr(sorted(self.words.items()))
        return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()

    def likeness(
        self, other: "SaidWords", rare: Counter[tuple[int, tuple[str, ...]]]
    ) -> tuple[float, bool]:
        """Return the share of questions answered alike, and whether a rare text is among them."""
        asked = (self.words.keys() | other.words.keys()) - other.edited.keys()
        same = {each for each in asked if self.words.get(each) == other.words.get(each)}
        telling = any(
            rare[each, self.words[each]] <= 2  # noqa: PLR2004 - one on either side
            for each in same & self.texts
        )
        return (len(same) / len(asked) if asked else 1.0), telling


def of_row(target: Target, row: Row) -> SaidWords:
    """Return what a row of the file says."""
    words: dict[int, tuple[str, ...]] = {}
    texts = set()
    for place in (*target.closed, *target.free):
        cell, own = row.cells[place.index], row.others.get(place.index)
        if place.was is None or place.question_id is None or (cell is None and own is None):
            continue
        if place.kind is Kind.TEXT:
            cell = responses.comment(place, row) or responses.written(place, row)
            if len(cell) >= TELLING:
                texts.add(place.question_id)
        words[place.question_id] = words_of(cell, own)
    return SaidWords(words, {}, frozenset(texts))


def here(session: Session, target: Target, keys: Iterable[int]) -> dict[int, SaidWords]:
    """Return what responses of the survey say, of the questions that the file has too."""
    keys = list(keys)
    places = [each for each in (*target.closed, *target.free) if each.was is not None]
    ticked, comments = all_ticked(session, keys), all_comments(session, keys)
    return {key: _here(places, ticked[key], comments[key]) for key in keys}


def _here(
    places: Iterable[QuestionPlace],
    ticked: Mapping[int | None, list[Ticked]],
    comments: Mapping[int | None, Comment],
) -> SaidWords:
    words: dict[int, tuple[str, ...]] = {}
    edited: dict[int, str] = {}
    for place in places:
        key = place.question_id or 0
        comment, ticks = comments.get(key), ticked.get(key)
        if ticks:
            words[key] = plain(place, ticks)
        elif comment is not None and comment.said != responses.of_words(""):
            if comment.is_edited:
                edited[key] = comment.said
            else:
                words[key] = words_of(comment.words)
    return SaidWords(words, edited)


def rare(said: Iterable[SaidWords]) -> Rarity:
    """Return how often each answer to each question was given, here and in the file."""
    return Counter(each for one in said for each in one.words.items())
