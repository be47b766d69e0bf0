"""Time limits that a letter names: so many working days, or a day by which something is due."""

import re
from collections.abc import Iterator, Sequence

from pcf_desktop.importers.letters.dates import LetterDay
from pcf_desktop.importers.letters.letter import Deadline
from pcf_desktop.importers.letters.numbers import NUMBER, number
from pcf_desktop.importers.letters.sentences import Sentence, sentences
from pcf_desktop.importers.letters.vocabulary import spaced

_SPAN = spaced(
    rf"\b(?P<low>{NUMBER}|\d{{2,3}})(?:\s?(?:-|–|to)\s?(?P<high>\d{{1,3}}))?[ -]"
    r"(?P<unit>working days?|school days?|days?|weeks?|months?|years?)\b"
)
_LIMIT = spaced(
    r"\bwithin\b|\bhave\b|\bhas\b|no later than|\bbefore\b|deadline|\bdue\b|\bin advance\b"
    r"|approximately"
    r"|\busually\b|anticipated|\bbe given\b|\bafter\b"
)
_LATER = spaced(r"^\W*(?:in advance|before|after)\b")
_ABOUT = (
    ("written statement of action", spaced(r"written statement|wsoa|statement of action")),
    ("priority action plan", spaced(r"priority action plan|\bpap\b")),
    ("accelerated progress plan", spaced(r"accelerated progress plan|\bapp\b")),
    ("evidence", spaced(r"evidence")),
    ("monitoring inspection", spaced(r"monitoring inspection")),
    ("re-visit", spaced(r"re-?visit")),
    (
        "next full inspection",
        spaced(r"(?:full|next) (?:\w+ ){0,2}(?:re-?)?inspection|reinspection"),
    ),
    ("review meeting", spaced(r"review|stocktake|deep dive")),
    ("action plan", spaced(r"action plan|\bplan\b")),
)
_BY = re.compile(
    r"\b(?:by|before|no later than|due (?:on|by|in)|deadline (?:of|is|was)|until)\s+(?:the\s+)?"
    r"(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_TASK = spaced(
    r"submit|produce|prepare|publish|respond|plan|statement|review|evidence|complete|deadline"
)
_MEETING = spaced(r"(?:will|to) (?:take place|be held|meet)|scheduled|\bdue\b")
_PAST = spaced(r"\b(?:was|were|had) (?:published|received|declared|inspected|issued|accepted)")
_WAITING = spaced(r"wait(?:ing|s|ed)?\b|20[- ]week|aged|old\b|olds\b|experience|per cent|%")


def deadlines(even: str, found: Sequence[LetterDay]) -> tuple[Deadline, ...]:
    """Return the time limits named in a text, in order, each once."""
    named: dict[tuple[object, ...], Deadline] = {}
    for said in sentences(even):
        for limit in (*_spans(said), *_days(even, said, found)):
            named.setdefault((limit.about, limit.due, limit.amount, limit.unit), limit)
    return tuple(named.values())


def _spans(said: Sentence) -> Iterator[Deadline]:
    words = said.words
    for match in _SPAN.finditer(words):
        before, after = words[max(0, match.start() - _NEAR) : match.start()], words[match.end() :]
        limits = _LIMIT.search(before) or _LATER.match(after)
        about = _about(words, match.start()) if limits and not _WAITING.search(words) else None
        is_name = "-" in match.group() and re.match(r" (?:review|progress)", after)
        if about and not is_name:
            amount = number(match["high"] or match["low"])
            unit = match["unit"].rstrip("s").casefold() + "s"
            yield Deadline(words[:_LONGEST], about, amount=amount, unit=" ".join(unit.split()))


_NEAR = 45
_LONGEST = 400


def _days(even: str, said: Sentence, found: Sequence[LetterDay]) -> Iterator[Deadline]:
    inside = [
        when
        for when in found
        if said.start <= when.start < said.end and when.year_named and not when.is_span
    ]
    about = _about(said.words, 0) if inside and not _PAST.search(said.words) else None
    for when in inside if about else ():
        by = _BY.search(even[said.start : when.start])
        if about and ((by and _TASK.search(said.words)) or _MEETING.search(said.words)):
            yield Deadline(said.words[:_LONGEST], about, due=when.iso(when.last))


def _about(words: str, place: int) -> str | None:
    """Return what a limit is about: the thing named nearest to it, or first in the list."""
    named = [
        (min(_apart(match, place) for match in matches), rank, name)
        for rank, (name, pattern) in enumerate(_ABOUT)
        if (matches := list(pattern.finditer(words)))
    ]
    if not named:
        return None
    return (min(named) if place else min(named, key=lambda each: each[1]))[2]


def _apart(match: re.Match[str], place: int) -> int:
    """Return how far a name stands from a place; of two that end alike the longer is as near."""
    return place - match.end() if match.end() <= place else abs(match.end() - place)
