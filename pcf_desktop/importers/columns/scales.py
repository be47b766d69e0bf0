"""Ordered scales in words, as *Strongly agree* to *Strongly disagree*."""

import re
from collections.abc import Iterable

_AROUND = re.compile(
    r"^\s*\d{1,2}\s*[-\u2013:.)=]\s*|^\s*\d{1,2}\s*\((.*)\)\s*$|\s*\(\d{1,2}\)\s*$"
)
_NUMBERED = re.compile(r"^\s*(\d{1,2})(?:\s*[-\u2013:.)=(]\s*([^\W\d].*))?$", re.DOTALL)

_MIDDLE = (
    "neither|neutral|no change|about the same|the same|stayed the same|unchanged|mixed|ok|okay"
)


def _steps(*steps: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(step.split("|")) for step in steps)


_FAMILIES: tuple[tuple[frozenset[str], ...], ...] = (
    _steps(
        "strongly agree|completely agree|totally agree|agree strongly",
        "agree|somewhat agree|tend to agree|mostly agree|slightly agree|agree somewhat|"
        "partly agree",
        f"neither agree nor disagree|neither agree or disagree|undecided|{_MIDDLE}",
        "disagree|somewhat disagree|tend to disagree|mostly disagree|slightly disagree|"
        "disagree somewhat|partly disagree",
        "strongly disagree|completely disagree|totally disagree|disagree strongly",
    ),
    _steps(
        "very satisfied|extremely satisfied|completely satisfied",
        "satisfied|fairly satisfied|quite satisfied|somewhat satisfied",
        f"neither satisfied nor dissatisfied|neither satisfied or dissatisfied|{_MIDDLE}",
        "dissatisfied|fairly dissatisfied|quite dissatisfied|somewhat dissatisfied|unsatisfied",
        "very dissatisfied|extremely dissatisfied|completely dissatisfied|very unsatisfied",
    ),
    _steps(
        "very happy|extremely happy",
        "happy|fairly happy|quite happy|somewhat happy",
        f"neither happy nor unhappy|{_MIDDLE}",
        "unhappy|fairly unhappy|quite unhappy|not happy|not very happy|somewhat unhappy",
        "very unhappy|extremely unhappy|not at all happy",
    ),
    _steps(
        "very likely|extremely likely",
        "likely|fairly likely|quite likely|somewhat likely",
        f"neither likely nor unlikely|{_MIDDLE}",
        "unlikely|fairly unlikely|quite unlikely|somewhat unlikely|not very likely",
        "very unlikely|extremely unlikely|not at all likely",
    ),
    _steps(
        "excellent|outstanding",
        "very good",
        "good",
        "fair|average|adequate|satisfactory|reasonable|ok|okay|neither good nor poor|neutral|mixed",
        "poor|bad",
        "very poor|very bad|terrible|extremely poor",
    ),
    _steps(
        "very easy|extremely easy",
        "easy|fairly easy|quite easy|somewhat easy",
        f"neither easy nor difficult|{_MIDDLE}",
        "difficult|fairly difficult|quite difficult|somewhat difficult|hard",
        "very difficult|extremely difficult|very hard",
    ),
    _steps(
        "much better|a lot better|greatly improved|significantly improved|improved a lot",
        "better|a little better|slightly better|somewhat better|improved|improved a little|"
        "slightly improved",
        f"neither better nor worse|{_MIDDLE}",
        "worse|a little worse|slightly worse|somewhat worse|got worse",
        "much worse|a lot worse",
    ),
    _steps(
        "very positive",
        "positive|fairly positive|somewhat positive",
        _MIDDLE,
        "negative|fairly negative|somewhat negative",
        "very negative",
    ),
    _steps(
        "very well|extremely well",
        "well|fairly well|quite well",
        _MIDDLE,
        "not very well|poorly|badly|not well",
        "not at all well|very poorly|very badly|not at all",
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
        "a great deal|completely|fully|totally|to a great extent|extremely|yes, completely",
        "a lot|mostly|very|quite a lot|very much|yes, mostly",
        "a moderate amount|moderately|partly|somewhat|to some extent|partially|yes, partly|fairly",
        "a little|slightly|a bit|to a small extent|not very|not much|not very much|not really",
        "none at all|not at all|nothing at all|none",
    ),
    *(
        _steps(
            f"extremely {word}|completely {word}",
            f"very {word}",
            f"{word}|fairly {word}|quite {word}|moderately {word}",
            f"somewhat {word}|slightly {word}|a little {word}|partly {word}|{_MIDDLE}",
            f"not very {word}|not so {word}|un{word}|not {word}",
            f"not at all {word}|very un{word}",
        )
        for word in (
            "confident",
            "helpful",
            "important",
            "useful",
            "involved",
            "clear",
            "supported",
            "informed",
            "effective",
            "welcome",
            "aware",
            "familiar",
            "concerned",
            "worried",
            "accessible",
            "listened to",
            "valued",
            "comfortable",
            "safe",
        )
    ),
)
(_NO_VIEW,) = _steps(
    "don't know|dont know|do not know|not sure|unsure|n/a|na|not applicable|prefer not to say|"
    "no opinion|no view|can't say|does not apply|doesn't apply|i don't know|no experience|"
    "not relevant|haven't used|not used|no answer"
)
_LEAST_ON_SCALE = 2
_HIGHEST = 10


def in_order(options: Iterable[str]) -> tuple[str, ...] | None:
    """Return the options from best or most to worst or least, or None if they are no scale.

    Numbered options ("1 - Very poor") go by their numbers; what is no opinion comes last.
    """
    given = list(options)
    return _by_number(given) or _by_family(given)


def _by_number(given: list[str]) -> tuple[str, ...] | None:
    found: dict[str, int] = {}
    worded = False
    for option in given:
        match = _NUMBERED.match(option)
        if match and int(match[1]) <= _HIGHEST:
            found[option] = int(match[1])
            worded = worded or bool(match[2])
        elif not _no_view(option):
            return None
    if not worded or len(found) < _LEAST_ON_SCALE or len(set(found.values())) < len(found):
        return None
    return (*sorted(found, key=lambda option: found[option]), *filter(_no_view, given))


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
        if len(set(ranks.values())) >= _LEAST_ON_SCALE and all(map(_no_view, rest)):
            return (*sorted(ranks, key=lambda option: ranks[option]), *rest)
    return None


def _bare(option: str) -> str:
    return " ".join(_AROUND.sub(r"\1", option).replace("\u2019", "'").lower().split()).strip(" .!")


def _no_view(option: str) -> bool:
    word = _bare(option)
    return word in _NO_VIEW or word.split(" / ")[0].split(" (")[0] in _NO_VIEW
