"""What sort of question a column answers, told from its heading and the whole column."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pcf_desktop.importers.columns.column import Column
from pcf_desktop.importers.columns.dates import looks_like_date
from pcf_desktop.importers.columns.identity import (
    holds_identity,
    mentions_identity,
    named_as_identity,
)
from pcf_desktop.importers.columns.options import (
    OTHER,
    find_options,
    strip_trailing,
    tidy,
)
from pcf_desktop.importers.columns.scales import in_order
from pcf_desktop.importers.files.cells import as_text
from pcf_desktop.importers.sheet import Kind

_CONSENT = re.compile(
    r"\b(?:are|would) you (?:be )?(?:happy|willing|content|ok|okay|comfortable) (?:for us |for the "
    r"forum |for your |to be |with us |if we |to (?:let|allow|share|have|take part))"
    r"|\bdo you (?:give|consent|agree (?:to|that we|for)|allow)\b.*\b(?:permission|consent|us|we|quote|"
    r"share|use|data|contact\w*|part)\b"
    r"|\b(?:may|can|could) (?:we|the forum) (?:quote|share|use|keep|contact|store|publish|pass)\b"
    r"|\bi (?:give|consent|agree) (?:my )?(?:permission|consent|to|that|for)\b"
    r"|\b(?:your|my) (?:permission|consent) (?:to|for)\b|\bconsent to\b",
    re.IGNORECASE,
)
_ASKS_FOR_WORDS = re.compile(
    r"\b(?:please (?:explain|describe|specify|tell|give|say|comment|add)|tell us|comments?|"
    r"describe|explain|anything else|any other|why|in your own words|what (?:went|works|worked|"
    r"would|could|one thing|has|should)|how (?:has|have|did|does|could|can) )",
    re.IGNORECASE,
)
_ASKS_HOW_MANY = re.compile(
    r"\b(?:how many|how much|number of|how old|age|years?|months?|weeks?|days?|hours?|miles|times)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?")
_DAY_AND_MONTH = re.compile(
    r"(?:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)-\d{2})",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    "no|none|n/a|na|nothing|yes|no comment|no comments|nope|not really|-|.|nil|not applicable|"
    "see above|as above|same|ditto|no thanks|no thank you|don't know|not sure|unsure".split("|")
)
_SHORT_CLOSED = frozenset(
    "yes|no|not sure|don't know|prefer not to say|unsure|maybe|true|false|y|n|sometimes".split("|")
)
_DATES = 0.9
_HIGHEST_SCALE = 10
_MOST_OPTIONS = 60
_LONG = 60
_FEW = 15
_PROSE_SAMPLE = 2000
_IDENTITY_SAMPLE = 300
_MULTIPLE_ENDS = 0.6


@dataclass(frozen=True)
class Finding:
    """What a column was found to be. `options` in tidy words, in order; `other`: texts beside."""

    kind: Kind
    options: tuple[str, ...] = ()
    other: bool = False
    separator: str | None = None
    warning: str | None = None


@dataclass(frozen=True)
class Closed:
    """The repeated values of a column and how far they cover it."""

    repeated: tuple[str, ...]
    single: tuple[str, ...]
    share: float
    answered: int


def find_kind(text: str, row: str | None, column: Column, separators: Sequence[str]) -> Finding:
    """Return what a question column is; the first rule that fits wins, free text comes last."""
    text = text if row is None else row
    sample = column.sample(_PROSE_SAMPLE)
    if not sample:
        return Finding(Kind.IDENTITY if named_as_identity(text) else Kind.TEXT)
    identity = _identity(text, sample[:_IDENTITY_SAMPLE])
    if identity is not None:
        return identity
    if _is_prose(sample):
        return Finding(Kind.TEXT)
    counts = column.counts()
    types = {type(value) for value in counts}
    words = Counter[str]()
    for value, count in counts.items():
        words[as_text(value)] += count
    column.forget_counts()
    return (
        _dates(text, words, types)
        or _numbers(text, words)
        or _choices(text, words, separators)
        or Finding(Kind.TEXT)
    )


def _identity(text: str, sample: Sequence[str]) -> Finding | None:
    if named_as_identity(text):
        return Finding(Kind.IDENTITY)
    what = holds_identity(sample)
    if what is not None:
        warning = f"“{shortened(text)}” holds {what}, so it is dropped unless you keep it."
        return Finding(Kind.IDENTITY, warning=warning)
    if mentions_identity(text) and _tells_people_apart(sample) and "?" not in text.rstrip(" ?"):
        if re.search(r"post ?code", text, re.IGNORECASE):
            return None
        return Finding(Kind.IDENTITY)
    return None


def _tells_people_apart(sample: Sequence[str]) -> bool:
    """Return whether values are mostly different and short, as names are and opinions are not."""
    different = set(sample)
    short = sum(len(value) <= _LONG for value in different) / len(different)
    closed = all(value.lower() in _SHORT_CLOSED for value in different)
    return not closed and short > 0.8 and len(different) > 0.6 * len(sample)  # noqa: PLR2004 - shares


def _is_prose(sample: Sequence[str]) -> bool:
    """Return whether a long sample is nearly all different and wordy, so that no more is asked."""
    if len(sample) < _PROSE_SAMPLE:
        return False
    mean = sum(map(len, sample)) / len(sample)
    return len(set(sample)) > 0.9 * len(sample) and mean > 30  # noqa: PLR2004 - a share, letters


def _dates(text: str, words: Mapping[str, int], types: set[type]) -> Finding | None:
    real = {each for each in types if issubclass(each, date)}
    damage = _dates_that_were_options(text, words, types, real=bool(real))
    if damage is not None:
        return damage
    if real and len(types) == len(real):
        return Finding(Kind.DATE)
    texts = list(words)
    probe = texts[:50]
    if sum(map(looks_like_date, probe)) < _DATES * len(probe):
        return None
    hits = sum(words[each] for each in texts if looks_like_date(each))
    return Finding(Kind.DATE) if hits >= _DATES * sum(words.values()) else None


def _dates_that_were_options(
    text: str, words: Mapping[str, int], types: set[type], *, real: bool
) -> Finding | None:
    """Return the choice that Excel turned partly to dates: 3-4 becomes 3 April, or 03-Apr."""
    suspects = [
        word for word in words if _DAY_AND_MONTH.fullmatch(word) or (real and looks_like_date(word))
    ]
    others = [word for word in words if word not in suspects]
    few = len(words) <= _FEW
    by_text = any(_DAY_AND_MONTH.fullmatch(word) for word in suspects)
    mixed = real and bool(others) and str in types
    if not suspects or not few or not (by_text or mixed):
        return None
    warning = (
        f"In “{shortened(text)}” Excel seems to have turned options such as 3-4 into dates "
        f"({suspects[0]}). They are kept as they stand; the survey tool has the right words."
    )
    return Finding(Kind.SINGLE, tuple(words), warning=warning)


def _numbers(text: str, words: Mapping[str, int]) -> Finding | None:
    if not all(map(_NUMBER.fullmatch, words)):
        return None
    values = [float(word) for word in words]
    small = all(value.is_integer() and 0 <= value <= _HIGHEST_SCALE for value in values)
    if small and not _ASKS_HOW_MANY.search(text):
        return Finding(Kind.SCALE, tuple(sorted(words, key=float)))
    return Finding(Kind.NUMBER)


def _choices(text: str, words: Mapping[str, int], separators: Sequence[str]) -> Finding | None:
    tidied = Counter[str]()
    for word, count in words.items():
        tidied[tidy(word)] += count
    scale = in_order(tidied)
    if scale is not None:
        return Finding(Kind.SCALE, scale)
    for separator in separators:
        finding = _multiple(text, words, separator)
        if finding is not None:
            return finding
    closed = _closed(tidied)
    if not _is_closed(text, closed):
        return None
    scale = in_order(closed.repeated)
    options = scale or closed.repeated
    consent = _CONSENT.search(text) is not None
    kind = Kind.CONSENT if consent else Kind.SCALE if scale else Kind.SINGLE
    rare = tuple(each for each in closed.single if _is_option_like(each, closed))
    own = len(closed.single) > len(rare)
    options = (*options, *(each for each in rare if each not in options))
    if consent and own:
        return Finding(kind, (*options, OTHER), other=True)
    return Finding(kind, (*options, OTHER) if own and OTHER not in options else options, other=own)


def _closed(words: Mapping[str, int]) -> Closed:
    answered = sum(words.values())
    repeated = tuple(word for word, count in words.items() if count > 1)
    single = tuple(word for word, count in words.items() if count == 1)
    share = sum(words[word] for word in repeated) / answered if answered else 0.0
    return Closed(repeated, single, share, answered)


def _is_closed(text: str, closed: Closed) -> bool:
    """Return whether a column's values were given to choose from.

    Five repeated sentences are a choice; "No" and "None" many times among stories are not.
    """
    everything = (*closed.repeated, *closed.single)
    if all(word.lower() in _SHORT_CLOSED for word in everything):
        return True
    telling = [word for word in closed.repeated if word.lower().strip(" .!") not in _FILLERS]
    if len(closed.repeated) > _MOST_OPTIONS or not telling:
        return (
            _only_short_answers(closed) and closed.share > 0.9 and not _ASKS_FOR_WORDS.search(text)
        )  # noqa: PLR2004 - a share
    needed = 0.5 if closed.answered < _FEW else 0.7
    if _ASKS_FOR_WORDS.search(text):
        needed = 0.9
    return closed.share >= needed and _LONG * 5 > max(map(len, closed.repeated))


def _only_short_answers(closed: Closed) -> bool:
    return bool(closed.repeated) and not any(len(word) > _LONG for word in closed.single)


def _is_option_like(word: str, closed: Closed) -> bool:
    """Return whether a value given once was an option too, and no text of one's own."""
    if word.lower() in _SHORT_CLOSED or closed.answered < _FEW:
        return True
    few = len(closed.single) <= max(2, len(closed.repeated) // 2)
    return few and len(word) <= _LONG and word[:1].isupper() and not word.endswith((".", "!"))


def _multiple(text: str, words: Mapping[str, int], separator: str) -> Finding | None:
    """Return a multiple choice if cells are made of options that come again and again."""
    ends = strip_trailing(words, separator) if separator == ";" else 0.0
    if not ends and not any(separator in word for word in words):
        return None
    counts = find_options(words, separator)
    joined = _closed(counts)
    several = sum(counts.values()) > sum(words.values())
    if ends >= _MULTIPLE_ENDS:
        return _chosen(joined, separator)
    if not several or len(joined.repeated) > _MOST_OPTIONS:
        return None
    needed = 0.6 if joined.answered < 2 * _FEW else 0.8
    if _ASKS_FOR_WORDS.search(text):
        needed = 0.95
    long = any(len(word) > 2 * _LONG for word in joined.repeated)
    if joined.share < needed or long or not _stand_alone(counts, words):
        return None
    return _chosen(joined, separator)


def _stand_alone(counts: Mapping[str, int], words: Mapping[str, int]) -> bool:
    """Return whether options are chosen alone, or in different company, as real ones are."""
    cells = {tidy(word) for word in words}
    alone = sum(option in cells for option, count in counts.items() if count > 1)
    return alone > 0 or len(cells) > len(counts)


def _chosen(joined: Closed, separator: str) -> Finding:
    rare = tuple(word for word in joined.single if _is_option_like(word, joined))
    options = (*joined.repeated, *rare)
    own = len(rare) < len(joined.single)
    if own and OTHER not in options:
        options = (*options, OTHER)
    return Finding(Kind.MULTIPLE, options, other=own, separator=separator)


def is_consent(text: str) -> bool:
    """Return whether a question asks for leave to keep, quote, share, or get in touch."""
    return _CONSENT.search(text) is not None


def shortened(text: str, most: int = 60) -> str:
    """Return a question's text, cut to fit in a sentence."""
    text = tidy(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
