"""What words of a file mean in the forum's lists: what is sure, what is likely, what was said.

The same words as a name of the list are sure, and so is what a person once said of them, which the
forum keeps. Anything else is only likely, and is taken with a person's look alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pcf_desktop.importers.ages import propose_age
from pcf_desktop.importers.names import EXACT, normal, propose
from pcf_desktop.importers.reference import ReferenceTerm, read_list
from pcf_desktop.records import KnownWord
from pcf_desktop.services.counting import likeness
from pcf_desktop.services.forum import reference

DISTRICT, MAY_QUOTE = "district", "may_quote"
NONE = ""
"""The meaning of words that somebody looked at and found to mean nothing in the list."""
LONGEST = 300
OFTEN = 3
"""Rows in which a new district stands before another spelling of it is taken for a slip."""


@dataclass(frozen=True)
class WordMatch:
    """Words that stand in a file, how often, and what they mean.

    `key` is sure, `NONE` where they mean nothing; None where somebody has to look. `likely` is what
    they probably mean, or None, and `why` says why that is thought.
    """

    list_key: str
    words: str
    rows: int
    key: str | None
    likely: str | None = None
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """By what a person's word about it is kept."""
        return self.list_key, normal(self.words)


Said = Mapping[tuple[str, str], str]
"""What a person says that words of a list mean: a key, or `NONE`, by list and normal words."""


@dataclass(frozen=True)
class Choosing:
    """What can be chosen in a list: the words of each by its key, in order."""

    list_key: str
    labels: Mapping[str, str]


def choosing(
    session: Session, list_key: str, found: Iterable[WordMatch], districts: Iterable[str] = ()
) -> Choosing:
    """Return what words of a list can mean; of districts, what is known and what was found."""
    if list_key != DISTRICT:
        return Choosing(list_key, {term.key: term.label for term in _terms(session, list_key)})
    known = list(districts)
    new = {each.key or each.likely for each in found} - {None, NONE, *known}
    return Choosing(list_key, {name: name for name in (*known, *sorted(filter(None, new)))})


def matched(
    session: Session,
    list_key: str,
    counts: Mapping[str, int],
    said: Said,
    districts: Iterable[str] = (),
) -> list[WordMatch]:
    """Return what each of these words means, those to look at first; `counts` are their rows."""
    asked = {words: normal(words) for words in counts if normal(words)}
    remembered = _remembered(session, list_key)
    find = _districts(counts, districts) if list_key == DISTRICT else _terms_of(session, list_key)
    found = []
    for words, plain in asked.items():
        now, before = said.get((list_key, plain)), remembered.get(plain)
        if now is not None:
            found.append(WordMatch(list_key, words, counts[words], now, why="You chose it."))
        elif before is not None:
            why = "You chose this before."
            found.append(WordMatch(list_key, words, counts[words], before, why=why))
        else:
            found.append(find(words, counts[words]))
    return sorted(found, key=lambda each: (each.key is not None, -each.rows, each.words.casefold()))


def remember(session: Session, said: Said) -> None:
    """Keep what a person said, for this file and every other; the last word counts."""
    for (list_key, plain), meaning in said.items():
        if 0 < len(plain) <= LONGEST:
            session.execute(
                delete(KnownWord).where(KnownWord.list_key == list_key, KnownWord.words == plain)
            )
            session.add(KnownWord(list_key=list_key, words=plain, meaning=meaning[:LONGEST]))
    session.flush()


def _remembered(session: Session, list_key: str) -> dict[str, str]:
    rows = session.execute(
        select(KnownWord.words, KnownWord.meaning).where(KnownWord.list_key == list_key)
    )
    return {row[0]: row[1] for row in rows}


def _terms(session: Session, list_key: str) -> tuple[ReferenceTerm, ...]:
    if list_key in reference.READ_WHERE_THEY_LIE:
        return read_list(list_key).terms
    return reference.offered(session, list_key)


def _terms_of(session: Session, list_key: str) -> Callable[[str, int], WordMatch]:
    terms = _terms(session, list_key)
    find = propose_age if list_key == "age_band" else propose

    def match(words: str, rows: int) -> WordMatch:
        found = find(words, terms)
        if found.key is not None and found.score == EXACT:
            return WordMatch(list_key, words, rows, found.key, why=found.why)
        return WordMatch(list_key, words, rows, None, found.key, found.why)

    return match


def _districts(
    counts: Mapping[str, int], districts: Iterable[str]
) -> Callable[[str, int], WordMatch]:
    """Return what finds a district by its name; one that nobody knows yet is what it says."""
    known = tuple(districts)

    def match(words: str, rows: int) -> WordMatch:
        same = next((name for name in known if normal(name) == normal(words)), None)
        if same is not None:
            return WordMatch(DISTRICT, words, rows, same, why="The same words.")
        often = [each for each, count in counts.items() if count >= max(OFTEN, rows + 1)]
        near = likeness.nearest(words, (*known, *often))
        if near is not None:
            return WordMatch(DISTRICT, words, rows, None, near, "Spelt almost the same.")
        tidy = " ".join(words.split())
        return WordMatch(DISTRICT, words, rows, None, tidy, "A district new to us.")

    return match
