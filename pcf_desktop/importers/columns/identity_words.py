"""The words of a heading told apart: what asks who somebody is, and whose it is."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pcf_desktop.paths import shipped

_LONGEST = 5
_LONGEST_HEADING = 300
"""Letters: what asks for a name and goes on longer asks for more."""
_SHORTEST_PLURAL = 5
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]*)?|[,;:/&+()]")
_ALONE = "_alone"
_HUMPS = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_FLAT = str.maketrans("łøđıæœ", "lodiao")


TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "rev", "nurse", "herr",
})  # fmt: skip
"""What stands before a family name."""


class WordRole(StrEnum):
    """What a phrase does in a heading; the first ten ask who somebody is."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    POSTCODE = "postcode"
    BIRTH = "birth"
    INITIALS = "initials"
    NUMBER = "number"
    NETWORK = "network"
    COORDINATES = "coordinates"
    DETAILS = "details"
    PERSON = "person"
    OTHER = "other"
    OF = "of"
    AROUND = "around"
    UNKNOWN = "unknown"


OWNED = frozenset({
    WordRole.NAME, WordRole.EMAIL, WordRole.PHONE, WordRole.ADDRESS, WordRole.POSTCODE,
    WordRole.DETAILS,
})  # fmt: skip
"""What a school has too."""

THINGS = OWNED | {
    WordRole.BIRTH, WordRole.INITIALS, WordRole.NUMBER, WordRole.NETWORK, WordRole.COORDINATES,
}  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """Some words of a heading and their role; `whose` says that 's follows."""

    role: WordRole
    whose: bool = False


def flat(words: str) -> str:
    """Return words without case and accents."""
    return _bare(words.casefold())


def _bare(words: str) -> str:
    if words.isascii():
        return words
    apart = unicodedata.normalize("NFKD", words.replace("\u2019", "'"))
    return "".join(each for each in apart if unicodedata.category(each)[0] != "M").translate(_FLAT)


def phrases(heading: str) -> list[Phrase]:
    """Return a heading's phrases in order, the longest known ones; numbers are left out."""
    words = _split(heading[:_LONGEST_HEADING])
    alone = _alone().get(tuple(word for word, _ in words))
    if alone is not None:
        return [Phrase(alone)]
    found: list[Phrase] = []
    while len(words) > 0:
        phrase, taken = _longest(words)
        found.append(phrase)
        words = words[taken:]
    return found


@cache
def given_names() -> frozenset[str]:
    """Return given names, flat."""
    return _list("identity", "given_names.txt")


@cache
def no_names() -> frozenset[str]:
    """Return words, flat, that may begin with a capital and are no part of a person's name."""
    listed = {key[0] for key, role in _roles().items() if len(key) == 1 and role is not WordRole.OF}
    capitals = _list("reference", "known_capitals.txt")
    return (capitals | _list("reference", "common_words.txt") | listed) - given_names()


def _longest(words: list[tuple[str, bool]]) -> tuple[Phrase, int]:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        role = _roles().get(tuple(word for word, _ in words[:length]))
        if role is not None:
            return Phrase(role, words[length - 1][1]), length
    word, whose = words[0]
    if not word.isalpha():
        return Phrase(WordRole.AROUND), 1
    one = word[:-1] if len(word) >= _SHORTEST_PLURAL and word.endswith("s") else word
    return Phrase(_roles().get((one,), WordRole.UNKNOWN), whose), 1


def _split(heading: str) -> list[tuple[str, bool]]:
    """Return the words, flat, each with whether 's stands behind it; digits are left out."""
    found: list[tuple[str, bool]] = []
    for match in _WORD.finditer(_bare(heading)):
        for piece in _pieces(match.group()):
            word, mark, tail = piece.partition("'")
            if mark and tail not in {"", "s"}:
                found += [(word, False), (tail, False)]
            else:
                found.append((word, bool(mark)))
    return found


def _pieces(word: str) -> list[str]:
    """Return a word that tools glued in its parts, unless the lists know it as it is."""
    parts = _HUMPS.split(word)
    if len(parts) == 1 or (flat(word),) in _roles():
        return [flat(word)]
    return list(map(flat, parts))


@cache
def _tables() -> list[tuple[str, tuple[str, ...]]]:
    data = tomllib.loads(shipped("resources", "identity", "words.toml").read_text(encoding="utf-8"))
    return [
        (name, words)
        for name, languages in data.items()
        for listed in languages.values()
        for phrase in listed.split(",")
        if (words := tuple(re.findall(r"[^\W\d_]+", flat(phrase.replace("'s", "")))))
    ]


@cache
def _roles() -> dict[tuple[str, ...], WordRole]:
    roles: dict[tuple[str, ...], WordRole] = {}
    for name, words in _tables():
        if not name.endswith(_ALONE):
            roles.setdefault(words, WordRole(name))
    return roles


@cache
def _alone() -> dict[tuple[str, ...], WordRole]:
    return {
        words: WordRole(name.removesuffix(_ALONE))
        for name, words in _tables()
        if name.endswith(_ALONE)
    }


def _list(folder: str, name: str) -> frozenset[str]:
    lines = shipped("resources", folder, name).read_text(encoding="utf-8").splitlines()
    return frozenset(flat(" ".join(each for each in lines if not each.startswith("#"))).split())
