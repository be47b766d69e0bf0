"""What each column of a log says: by its heading first, then by what stands below it.

The words of headings are data, the list `log_column`. What a person said goes before both.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from pcf_desktop.importers.ages import propose_age
from pcf_desktop.importers.columns.dates import looks_like_date
from pcf_desktop.importers.columns.identity import named_as_identity
from pcf_desktop.importers.columns.identity_values import holds_identity
from pcf_desktop.importers.logs.log_sheet import LISTS, Meaning
from pcf_desktop.importers.names import EXACT, FOUND_INSIDE, Proposal, normal, propose
from pcf_desktop.importers.reference import ReferenceTerm, read_list

BY_PERSON, BY_HEADING, BY_CONTENT = "You chose it.", "By its heading.", "By what stands in it."
NOT_KNOWN = "Nothing says what it is."
MAIL = "mail addresses"

_MOST = 0.6
_LEAST = 2
_PROSE = 30
"""Letters, on average, from which a column is somebody's words."""
_BESIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\b(?:y(?:es)?\s*/\s*no?)\b|[?*:]", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{0,5}[-/ ]?\d{1,6}[A-Za-z]?")
_BY_CONTENT = (
    Meaning.QUOTE, Meaning.STATUS, Meaning.NEED, Meaning.AGE, Meaning.CHANNEL, Meaning.SETTING,
)  # fmt: skip


@cache
def terms(key: str) -> tuple[ReferenceTerm, ...]:
    """Return a shipped list, of what is offered."""
    return tuple(term for term in read_list(key).terms if term.active)


def by_heading(heading: str) -> Meaning | None:
    """Return what a column headed so says, None where the heading does not tell."""
    found = propose(_BESIDE.sub(" ", heading), terms("log_column"))
    if found.key is not None and found.score >= FOUND_INSIDE:
        return Meaning(found.key)
    return Meaning.IDENTITY if named_as_identity(heading) else None


def find_meanings(
    headings: Sequence[str], samples: Sequence[Sequence[str]], said: Mapping[str, Meaning]
) -> list[tuple[Meaning, str]]:
    """Return for each column what it says, and why; a column that says nothing known stays out.

    What says who somebody is stays out whatever its heading. Of two columns that hold codes or
    long words by their content alone, only one can be the family's code or what was said.
    """
    found: list[tuple[Meaning, str] | None] = []
    for heading, values in zip(headings, samples, strict=True):
        meaning = said.get(heading)
        if meaning is not None:
            found.append((meaning, BY_PERSON))
        else:
            found.append(_alone(heading, values))
    taken = {each[0] for each in found if each is not None}
    if Meaning.WORDS not in taken:
        _put(found, Meaning.WORDS, samples, _longest)
    if not taken & {Meaning.FAMILY, Meaning.EMAIL}:
        _put(found, Meaning.FAMILY, samples, _codes)
    return [each or (Meaning.OUT, NOT_KNOWN) for each in found]


def _alone(heading: str, values: Sequence[str]) -> tuple[Meaning, str] | None:
    meaning = by_heading(heading)
    held = holds_identity(values)
    if held == MAIL:
        return Meaning.EMAIL, BY_CONTENT
    if held is not None and meaning not in {Meaning.FAMILY, Meaning.REFERENCE, Meaning.SAID}:
        return Meaning.IDENTITY, BY_CONTENT
    if meaning is not None:
        return meaning, BY_HEADING
    if values and _share(values, looks_like_date) >= _MOST:
        return Meaning.SAID, BY_CONTENT
    different = sorted({value for value in values if normal(value)})
    for meaning in _BY_CONTENT:
        if len(different) >= _LEAST and _share(different, _is_of(meaning)) >= _MOST:
            return meaning, BY_CONTENT
    return None


def _is_of(meaning: Meaning) -> Callable[[str], bool]:
    key = LISTS[meaning]
    find: Callable[..., Proposal] = propose_age if meaning is Meaning.AGE else propose
    return lambda value: find(value, terms(key)).score == EXACT


def _put(
    found: list[tuple[Meaning, str] | None],
    meaning: Meaning,
    samples: Sequence[Sequence[str]],
    worth: Callable[[Sequence[str]], float],
) -> None:
    """Give a meaning to the one column, of those that say nothing yet, that has most of it."""
    open_ = [place for place, each in enumerate(found) if each is None and worth(samples[place])]
    if open_:
        best = max(open_, key=lambda place: worth(samples[place]))
        found[best] = (meaning, BY_CONTENT)


def _longest(values: Sequence[str]) -> float:
    mean = sum(map(len, values)) / len(values) if values else 0
    return mean if mean >= _PROSE else 0


def _codes(values: Sequence[str]) -> float:
    """Return how far values are codes of which some come again: a number of its own does not."""
    if len(values) <= len(set(values)):
        return 0
    share = _share(values, lambda value: _CODE.fullmatch(value.strip()) is not None)
    return share if share >= _MOST else 0


def _share(values: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, values)) / len(values)
