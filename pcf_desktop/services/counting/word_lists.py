"""Lists of ordinary words that ship: the common ones, those that open sentences, known capitals."""

from functools import cache

from pcf_desktop.paths import shipped
from pcf_desktop.services.counting.words import SPOKEN


@cache
def common_words() -> frozenset[str]:
    """Return the words of every other comment."""
    return _words("common_words.txt")


@cache
def letter_words() -> frozenset[str]:
    """Return the words of every inspection letter, the names of the local areas among them."""
    return _words("letter_words.txt") | _words("local_areas.txt")


@cache
def known_capitals() -> frozenset[str]:
    """Return the capitalised words that name no person, the local areas' names among them."""
    return _words("known_capitals.txt") | _words("local_areas.txt") | common_words()


def is_opener(word: str) -> bool:
    """Say whether a word, in small letters, is one that often opens a sentence."""
    return word in common_words() or word in _words("sentence_openers.txt")


@cache
def _words(name: str) -> frozenset[str]:
    lines = shipped("resources", "reference", name).read_text("utf-8").splitlines()
    kept = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(word.removesuffix("'s").casefold() for word in SPOKEN.findall(kept))
