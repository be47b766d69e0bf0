"""Ordered scales: numbered, in words of their own (*Always*, *Never*), or by degree."""

import re
from collections.abc import Iterable

from pcf_desktop.importers.columns.degrees import OPPOSED, Degree, degree_of

_AROUND = re.compile(
    r"^\s*\d{1,2}\s*[-\u2013:.)=]\s*|^\s*\d{1,2}\s*\((.*)\)\s*$|\s*\(\d{1,2}\)\s*$"
)
_NUMBERED = re.compile(r"^\s*\(?(\d{1,2})(?:\s*[-\u2013:.)=(]\s*([^\W\d].*))?$", re.DOTALL)


def _steps(*steps: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(step.split("|")) for step in steps)


_FAMILIES: tuple[tuple[frozenset[str], ...], ...] = (
    _steps(
        "excellent|outstanding|amazing|fantastic|brilliant|exceptional|superb",
        "very good|great",
        "good|quite good|fairly good",
        "fair|average|adequate|satisfactory|reasonable|ok|okay|neither good nor poor|neutral|mixed",
        "poor|bad|not good|not great|not very good|requires improvement|needs improvement",
        "very poor|very bad|terrible|extremely poor|inadequate|unacceptable|awful|dreadful",
    ),
    _steps(
        "always|all of the time|all the time",
        "usually|most of the time|mostly|nearly always|almost always|very often",
        "often|frequently|regularly",
        "sometimes|some of the time|about half the time|half the time",
        "rarely|occasionally|seldom|not often|hardly ever|almost never",
        "never|none of the time|not at all",
    ),
    _steps(
        "definitely|definitely yes|yes, definitely|certainly",
        "probably|probably yes|yes, probably|most likely",
        "maybe|possibly|perhaps|might or might not|might",
        "probably not|unlikely",
        "definitely not|certainly not",
    ),
    _steps(
        "very high|critical|extremely high|severe",
        "high|serious",
        "medium|moderate",
        "low|mild|minor",
        "very low|extremely low",
    ),
    _steps(
        "a great deal|completely|fully|totally|to a great extent|extremely|yes, completely",
        "very much|very|a lot|mostly|yes, mostly",
        "quite a bit|quite a lot|quite",
        "a moderate amount|moderately|partly|somewhat|to some extent|partially|yes, partly|fairly",
        "a little|slightly|a bit|to a small extent|not very|not much|not very much|not really",
        "none at all|not at all|nothing at all|none",
    ),
)
_NOT_CONCERNED = (
    r"n/?a"
    r"|(?:this )?(?:is )?not (?:applicable|relevant)\b.*"
    r"|(?:this )?(?:does not|doesn't|did not|didn't) apply\b.*"
    r"|(?:(?:i|we)(?: have|'ve)? )?(?:not|never|haven't|have not) (?:used|tried|needed)\b.*"
)
_NO_OPINION = (
    r"(?:i |we )?(?:do not|don't|dont|cannot|can't) (?:know|say)\b.*"
    r"|(?:i'm |i am |we are )?not sure\b.*|unsure|prefer not to say"
    r"|no (?:opinion|view|experience|answer)"
)
_LEAST_ON_SCALE = 2
_LEAST_STEPS = 3
_MOST_STEPS = 15
_HIGHEST = 10


def in_order(options: Iterable[str]) -> tuple[str, ...] | None:
    """Return the options from best or most to worst or least, or None if they are no scale.

    Numbered options ("1 - Very poor") go by their numbers; what is no opinion comes last.
    """
    given = list(options)
    return _by_number(given) or _by_family(given) or _by_degree(given)


def _by_number(given: list[str]) -> tuple[str, ...] | None:
    found: dict[str, int] = {}
    worded = False
    for option in given:
        match = _NUMBERED.match(option)
        if match and int(match[1]) <= _HIGHEST:
            found[option] = int(match[1])
            worded = worded or bool(match[2])
        elif not is_no_view(option):
            return None
    if not worded or len(found) < _LEAST_ON_SCALE or len(set(found.values())) < len(found):
        return None
    return (*sorted(found, key=lambda option: found[option]), *filter(is_no_view, given))


def _by_family(given: list[str]) -> tuple[str, ...] | None:
    words = {option: _bare(option) for option in given}
    for family in _FAMILIES:
        ranks = {
            option: rank
            for option, word in words.items()
            for rank, step in enumerate(family)
            if word in step
        }
        rest = [option for option in given if option not in ranks]
        if len(set(ranks.values())) >= _LEAST_ON_SCALE and all(map(is_no_view, rest)):
            return (*sorted(ranks, key=lambda option: ranks[option]), *rest)
    return None


def _by_degree(given: list[str]) -> tuple[str, ...] | None:
    """Return the options if all say one thing more or less strongly, or its opposite."""
    found: dict[str, Degree] = {}
    for option in given if len(given) <= _MOST_STEPS else ():
        degree = degree_of(_bare(option))
        if degree is not None and not is_no_view(option):
            found[option] = degree
        elif not is_no_view(option):
            return None
    between = any(_bare(option).startswith("neither ") for option in found)
    if not _is_scale(list(found.values()), between=between):
        return None
    ordered = sorted(found, key=lambda option: -found[option].rank)
    return (*ordered, *(option for option in given if option not in found))


def _is_scale(degrees: list[Degree], *, between: bool) -> bool:
    """Return whether degrees are of one thing: two opposed, or three and one says how much.

    `between` says that an option stands in the middle of two that are opposed.
    """
    stems = {each.stem for each in degrees} - {None}
    ranks = {each.rank for each in degrees}
    if len(stems) != 1 or len(ranks) < _LEAST_ON_SCALE:
        return False
    if stems <= OPPOSED and (min(ranks) < 0 < max(ranks) or between):
        return True
    return len(ranks) >= _LEAST_STEPS and any(each.worded for each in degrees)


def _bare(option: str) -> str:
    return " ".join(
        _AROUND.sub(r"\1", option).replace("\u2019", "'").replace("_", " ").lower().split()
    ).strip(" .!")


def is_no_view(option: str) -> bool:
    """Say whether an option is that there is nothing to say, as *Does not apply*, *Not sure*."""
    return does_not_apply(option) or _says(_NO_OPINION, option)


def does_not_apply(option: str) -> bool:
    """Say whether who chose an option is not concerned: it counts in no base of those who are."""
    return _says(_NOT_CONCERNED, option)


def _says(pattern: str, option: str) -> bool:
    word = _bare(option)
    first = word.split(" / ")[0].split(" (")[0]
    return any(re.fullmatch(pattern, each) is not None for each in (word, first))
