"""Which answers in free words say that there is nothing to say: *n/a*, *Dim byd*, a full stop.

The words stand in `resources/surveys/no_comment.toml`, where each list says when it counts.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache

from pcf_desktop.paths import shipped

LONGEST = 60
"""Letters; what is longer says something, whatever it begins with."""
_APOSTROPHES = "'\u2018\u2019`\u02bc"
_MARKS = re.compile(f"[{_APOSTROPHES}]")
_FIRST = re.compile(r"[^A-Za-z0-9]*([A-Za-z0-9']*)")

Phrases = frozenset[tuple[str, ...]]


def says_nothing(words: str, question: str = "") -> bool:
    """Return whether an answer says nothing that could be sorted, quoted or linked.

    It is made of such words alone, or of signs without any. A plain *no* counts only where the
    question asks for anything else: elsewhere it is an answer.
    """
    if len(words) > LONGEST or not _may_be(words):
        return False
    return _is_nothing(words) or (_is_no(words) and _asks_for_more(question))


def says_little(words: str) -> bool:
    """Return whether an answer is as short wherever anything is asked: it tells no options."""
    if len(words) > LONGEST:
        return False
    return _is_nothing(words) or _is_no(words) or _words(words) in {("yes",), ("same",)}


def _may_be(words: str) -> bool:
    """Return whether the first word is one of these lists, or there is none: most end here."""
    first = _first_of_ascii(words) if words.isascii() else _first(words)
    return not first or first in _first_words()


def _first_of_ascii(words: str) -> str:
    found = _FIRST.match(words)
    return found[1].replace("'", "").lower() if found else ""


def _first(words: str) -> str:
    first = ""
    for letter in words:
        if letter.isalnum() or unicodedata.category(letter)[0] in "LMN":
            first += letter
        elif first and letter not in _APOSTROPHES:
            break
    return unicodedata.normalize("NFKC", first).casefold()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases("nothing", "no", "around"))


@lru_cache(maxsize=8192)
def _is_nothing(words: str) -> bool:
    said = _words(words)
    if not said:
        return not any(unicodedata.category(letter) == "So" for letter in words)  # no 👍
    return _made_of(said, _phrases("nothing"), _phrases("nothing", "no", "around"))


@lru_cache(maxsize=2048)
def _is_no(words: str) -> bool:
    return _made_of(_words(words), _phrases("no"), _phrases("no", "around"))


@lru_cache(maxsize=1024)
def _asks_for_more(question: str) -> bool:
    asked = f" {' '.join(_words(question))} "
    return any(f" {' '.join(phrase)} " in asked for phrase in _phrases("asks_for_more"))


def _made_of(said: tuple[str, ...], telling: Phrases, allowed: Phrases) -> bool:
    """Return whether words are nothing but allowed phrases, one of them a telling one."""
    longest = max(map(len, allowed))
    reached: dict[int, bool] = {0: False}
    for start in range(len(said)):
        if start not in reached:
            continue
        for end in range(start + 1, min(start + longest, len(said)) + 1):
            phrase = said[start:end]
            if phrase in allowed:
                reached[end] = reached.get(end, False) or reached[start] or phrase in telling
    return reached.get(len(said), False)


@cache
def _phrases(*names: str) -> Phrases:
    data = tomllib.loads(shipped("resources", "surveys", "no_comment.toml").read_text("utf-8"))
    lists = [phrases for name in names for phrases in data[name].values()]
    return frozenset(_words(phrase) for phrases in lists for phrase in phrases)


def _words(text: str) -> tuple[str, ...]:
    """Return the words in small letters, with their accents and vowel signs, and no punctuation."""
    flat = _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())
    letters = (each if unicodedata.category(each)[0] in "LMN" else " " for each in flat)
    return tuple("".join(letters).split())
