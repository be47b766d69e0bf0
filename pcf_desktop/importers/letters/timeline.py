"""The dates a letter stands for: the visit, the day it was received and the day it came out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pcf_desktop.importers.letters.dates import LetterDay
from pcf_desktop.importers.letters.letter import AREA_SEND, JOINT, Visit
from pcf_desktop.importers.letters.vocabulary import spaced


@dataclass(frozen=True)
class Timeline:
    """What is known of the dates, and what could not be decided."""

    visit: Visit | None
    received: str | None
    published: str | None
    visit_without_year: str | None = None
    visit_is_month: bool = False
    year_is_inferred: bool = False
    other_published: tuple[str, ...] = ()
    page_dated: str | None = None
    is_out_of_order: bool = False


_VISIT_BEFORE = spaced(
    r"inspection dates?|inspect(?:ion|ed|ors|ing)?\b|re-?visit(?:ed)?\b|re-?inspect|took place"
    r"|visited"
    r"|carried out|conducted|on-?site|fieldwork|visit\b|undertaken|undertook|came|happened"
)
_PREVIOUS = spaced(
    r"previous (?:full )?(?:send )?inspection|(?:initial|first|original|last|earlier|full)"
    r" inspection"
    r"|next (?:full )?inspection|inspected (?:previously|before)|declared fit|issued (?:on|in)"
    r"|meeting"
    r"|webinar|survey|previous\b|letter dated|fit for purpose on|minutes?\b|answered|asked on"
)
_REVISITED = spaced(r"re-?visit(?:ed)?\b|monitoring inspection|re-?inspect(?:ion|ed)")
_RECEIVED = spaced(
    r"(?:received|receipt of|sent to (?:us|the)|notified of the (?:outcome|findings)|issued to)"
)
_PUBLISHED = spaced(
    r"publish(?:ed|es)|publication(?: date)?|made public|released|went live|gone live|appeared"
    r"|c(?:a|o)me out"
)
_OTHER_PUBLISHED = spaced(
    r"(?:initial|first|original|previous|statement of action|wsoa|plan|strategy|minutes|agenda"
    r"|posted"
    r"|survey|last updated|self-evaluation|state of send)[^.]{0,60}$"
)
_WINDOW = 320


def timeline(
    even: str, found: Sequence[LetterDay], *, is_revisit: bool, framework: str | None = None
) -> Timeline:
    """Return the dates of a text, each by the words beside it, as its framework allows."""
    published = _published(even, found)
    page = _page_dated(even, found)
    visit, inferred = _visit(
        even,
        [when for when in found if _fits(when, framework)],
        published[0] if published else page,
        is_revisit=is_revisit,
    )
    received = next((w for w in found if w.year_named and _is_received(even, w)), None)
    named = [w.iso(w.first) for w in published]
    without_year = visit is not None and not visit.year_named
    known = visit if visit and visit.year_named else None
    return Timeline(
        Visit(known.iso(known.first), known.iso(known.last)) if known else None,
        received.iso(received.first) if received else None,
        named[0] if named else None,
        even[visit.start : visit.end] if visit and without_year else None,
        visit_is_month=bool(known and known.is_month),
        year_is_inferred=inferred and known is not None,
        other_published=tuple(sorted({day for day in named[1:] if not _agree(day, named[0])})),
        page_dated=page.first.isoformat() if page else None,
        is_out_of_order=bool(known and published and published[0].last < known.first),
    )


_AREA_SEND_SINCE = _JOINT_UNTIL = 2023


def _fits(when: LetterDay, framework: str | None) -> bool:
    """Return whether a visit on these days can have been under the framework of the text."""
    if not when.year_named:
        return True
    if framework == AREA_SEND:
        return when.first.year >= _AREA_SEND_SINCE
    return framework != JOINT or when.first.year <= _JOINT_UNTIL


def _agree(one: str, other: str) -> bool:
    """Return whether a month and a day in it, or two equal days, are the same date."""
    return one.startswith(other) or other.startswith(one)


def _before(even: str, when: LetterDay) -> str:
    """Return the words of the sentence before a date, and of the heading it stands under."""
    before = even[max(0, when.start - _WINDOW) : when.start]
    return re.split(r"(?<=[a-z\d)])[.!?]\s+(?=[A-Z])|\n\s*\n", before)[-1]


def _visit(
    even: str, found: Sequence[LetterDay], published: LetterDay | None, *, is_revisit: bool
) -> tuple[LetterDay | None, bool]:
    scored = [
        (score, when) for when in found if (score := _visit_score(even, when, is_revisit)) > 0
    ]
    if not scored:
        return None, False
    best = max(scored, key=lambda pair: (pair[0], -pair[1].start))[1]
    if best.year_named:
        return best, False
    if published is not None:
        return _in_year_before(best, published), True
    same = [w for w in found if w.year_named and w.is_span and _near_year(w, best)]
    return (same[0], False) if same else (best, False)


def _near_year(known: LetterDay, bare: LetterDay) -> bool:
    return known.first.month == bare.first.month


def _in_year_before(bare: LetterDay, published: LetterDay) -> LetterDay:
    """Return the month or days in the last year in which they come before publication."""
    year = published.first.year
    resolved = bare.in_year(year)
    return resolved if resolved.first <= published.first else bare.in_year(year - 1)


def _visit_score(even: str, when: LetterDay, is_revisit: bool) -> int:  # noqa: FBT001
    before, after = _before(even, when), even[when.end : when.end + _WINDOW]
    after = re.split(r"[.!?]\s|\n\s*\n", after)[0]
    if not (when.is_span or when.is_month):
        after = re.split(r"\n(?=[A-Z])", after[:_NEAR])[0]
    beside = f"{before} {after}"
    line = re.split(r"\n(?=[A-Z])", before)[-1]
    if _PUBLISHED.search(line[-60:]) or _RECEIVED.search(before[-40:]):
        return 0
    score = 4 if when.is_span else 0
    score += 3 if _VISIT_BEFORE.search(before) else 0
    score += 2 if _VISIT_BEFORE.search(after) else 0
    score += 4 if is_revisit and _REVISITED.search(beside) else 0
    score += 5 if is_revisit and _REVISITED.search(before[-50:]) else 0
    score += (
        1 if re.search(r"\b(?:between|from|inspection dates?:?)\s*$", before, re.IGNORECASE) else 0
    )
    score += 2 if when.year_named else 0
    score -= 6 if _PREVIOUS.search(before[-90:]) else 0
    named = score if _VISIT_BEFORE.search(beside) else 0
    weakest = _SPAN_WEIGHT if when.is_span else _DAY_WEIGHT
    return named if named >= weakest else 0


_SPAN_WEIGHT, _DAY_WEIGHT = 3, 3
_NEAR = 60
"""Characters after a single day in which its event must be named."""


def _published(even: str, found: Sequence[LetterDay]) -> list[LetterDay]:
    return [
        when for when in found if when.year_named and not when.is_span and _is_published(even, when)
    ]


def _is_published(even: str, when: LetterDay) -> bool:
    before = _before(even, when)
    said = list(_PUBLISHED.finditer(before[-70:]))
    if not said:
        return False
    lead = before[-_WINDOW : len(before) - len(before[-70:]) + said[-1].start()]
    between = before[-70:][said[-1].end() :]
    return not (_OTHER_PUBLISHED.search(lead) or re.search(r"inspect|visit|receiv", between))


def _is_received(even: str, when: LetterDay) -> bool:
    before = _before(even, when)[-80:]
    other = _PUBLISHED.search(before[-30:]) or _DATED.search(before)
    return bool(_RECEIVED.search(before)) and not when.is_span and not other


_DATED = spaced(r"\bdated(?: the| on)? ?$")
_ALONE = 24


def _page_dated(even: str, found: Sequence[LetterDay]) -> LetterDay | None:
    """Return a date that stands on a line of its own, or with a word or two, as on a web page."""
    for when in found:
        start = even.rfind("\n", 0, when.start) + 1
        end = even.find("\n", when.end)
        line = even[start : end if end >= 0 else len(even)]
        if when.year_named and not when.is_month and len(line) - (when.end - when.start) <= _ALONE:
            return when
    return None
