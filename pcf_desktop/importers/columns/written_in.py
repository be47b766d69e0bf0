"""What a person wrote under *Other*, told from rare options: both stand once in a choice."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, pairwise

_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|we|we've|my|our|me|us)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:mostly|mainly|sometimes|really|actually|basically|probably|maybe|also|currently|"
    r"though|because|but|etc|sort of|kind of|at the moment|we think|i think)\b",
    re.IGNORECASE,
)
_SAME_EVERYWHERE = frozenset(
    [
        *("yes", "no", "not sure", "don't know", "prefer not to say", "unsure", "maybe"),
        *("true", "false", "y", "n", "sometimes"),
    ]
)
_FEW = 15
_LONG = 60
_COMMON = 12
_COMMON_AMONG_SEVERAL = 6
_RARE = 4
_WORD = 4
_MOSTLY = 0.8


def says_nothing_else(value: str) -> bool:
    """Return whether a value is a short answer that every closed question may have."""
    return value.lower() in _SAME_EVERYWHERE


def written_in(
    words: Mapping[str, int], repeated: Collection[str], cells: Iterable[Sequence[str]] = ()
) -> frozenset[str]:
    """Return the values of a choice that are no options but what somebody wrote under *Other*.

    `words` counts each value, `repeated` are those that come again, and `cells` the chosen
    values of each cell, in their order, where there may be several. A value that stands once is
    an option where it is made like one, or an option follows it (a text of one's own comes
    last). It is somebody's own where it reads like writing, or another one does, so that people
    could write; where there are more such values than options; or where even the rarest option
    was chosen by so many that one alone is none. Where *Other* is an option, texts stand beside.
    """
    once = [word for word in words if word not in repeated and not says_nothing_else(word)]
    if sum(words.values()) < _FEW:
        return frozenset()
    lists = [cell for cell in cells if len(cell) > 1]
    followed = _followed(lists, repeated)
    doubtful = [word for word in once if not _is_like(word, repeated) and word not in followed]
    written = [word for word in doubtful if _is_written(word, repeated)]
    too_many = len(doubtful) > max(2, len(repeated) // 2)
    rarest = min((words[word] for word in repeated), default=0)
    common = rarest >= (_COMMON_AMONG_SEVERAL if lists else _COMMON)
    free = bool(written) and (bool(lists) or rarest >= _RARE)
    beside = any(word.lower() == "other" for word in repeated)
    return frozenset(doubtful if (too_many or common or free) and not beside else written)


def _is_like(word: str, repeated: Collection[str]) -> bool:
    """Return whether a value is built as an option: 19-25 as 16-18, or a word in common."""
    if _is_written(word, repeated):
        return False
    return any(_shape(word) == _shape(each) or _shared(word, each) for each in repeated)


def _is_written(word: str, repeated: Collection[str]) -> bool:
    """Return whether a value reads like a sentence, or begins as no option does."""
    if len(word) > max(_LONG, *map(len, repeated), 0) or word.endswith((".", "!")):
        return True
    capitals = sum(not each[:1].islower() for each in repeated) >= _MOSTLY * len(repeated)
    personal = any(
        marks.search(word) and not any(map(marks.search, repeated))
        for marks in (_FIRST_PERSON, _HEDGED)
    )
    return (capitals and word[:1].islower()) or personal


def _shape(word: str) -> str | None:
    return re.sub(r"\d+", "0", word) if re.search(r"\d", word) else word


def _shared(word: str, option: str) -> bool:
    """Return whether two values have their first or their last word in common."""
    one, other = word.lower().split(), option.lower().split()
    return any(one[at] == other[at] and len(one[at]) >= _WORD for at in (0, -1))


def _followed(lists: Iterable[Sequence[str]], repeated: Collection[str]) -> set[str]:
    """Return the values before an option, in cells that keep to the order of the form."""
    lists = list(lists)
    orders = {pair for cell in lists for pair in combinations(cell, 2)}
    known = [(a, b) for a, b in orders if a in repeated and b in repeated]
    if any((b, a) in orders for a, b in known):
        return set()
    return {first for cell in lists for first, second in pairwise(cell) if second in repeated}
