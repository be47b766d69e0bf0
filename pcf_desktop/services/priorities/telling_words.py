"""The words of a priority that tell it from the others: of its title and the inspectors' words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Priority
from pcf_desktop.services.counting.word_lists import common_words, letter_words
from pcf_desktop.services.counting.words import OF_LETTERS

MOST_SHARE = 3
"""A word of more than one in so many priorities, and of more than two, tells none of them."""
MOST_PROPOSED = 8
_LEAST_LETTERS = 4
_OWNED = re.compile(r"['’]s?$")
_SHORT_FORM = re.compile(r"([A-Z]{2,})s?")


def by_priority(session: Session) -> dict[int, list[str]]:
    """Return the telling words of each priority, those in capitals as they stand."""
    rows = session.execute(select(Priority.id, Priority.title, Priority.words))
    found = {key: telling(f"{title}. {words or ''}") for key, title, words in rows}
    common = _shared(found.values())
    return {key: [word for word in each if word not in common] for key, each in found.items()}


def proposed(session: Session, words: str) -> tuple[str, ...]:
    """Return words of the inspectors that may suggest a priority, for a person to change."""
    rows = session.execute(select(Priority.title, Priority.words).where(Priority.words != words))
    others = [telling(f"{title}. {known or ''}") for title, known in rows]
    common = _shared([*others, telling(words)])
    return tuple(word for word in telling(words) if word not in common)[:MOST_PROPOSED]


def telling(words: str) -> list[str]:
    """Return the words that say what a text is about, in its order, each once and in the singular.

    Left out are function words and those of every inspection letter; a short form in capitals,
    as CAMHS, stays in capitals.
    """
    found: dict[str, None] = {}
    for each in OF_LETTERS.findall(words):
        bare = _OWNED.sub("", each)
        short = _SHORT_FORM.fullmatch(bare)
        word = short.group(1) if short else _singular(bare.casefold())
        if not _says_nothing(word, bare):
            found[word] = None
    # “Waiting” holds “wait”: whatever has the longer word has the shorter one too.
    return [word for word in found if not any(_goes_on(word, each) for each in found)]


def _says_nothing(word: str, bare: str) -> bool:
    ordinary = common_words() | letter_words()
    parts = bare.casefold().split("-")
    if word.casefold() in ordinary or all(part in ordinary for part in parts):
        return True
    return len(word) < _LEAST_LETTERS and not word.isupper()


def _goes_on(word: str, start: str) -> bool:
    return word != start and word.startswith(start) and not start.isupper()


def _singular(word: str) -> str:
    if word.endswith(("ches", "shes", "sses", "xes", "buses")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "ies"))
    return word[:-1] if plural and len(word) > _LEAST_LETTERS else word


def _shared(every: Iterable[Iterable[str]]) -> set[str]:
    texts = list(every)
    counts: Mapping[str, int] = Counter(word for each in texts for word in each)
    return {word for word, n in counts.items() if n > max(2, len(texts) / MOST_SHARE)}
