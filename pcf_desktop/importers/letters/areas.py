"""Which of England's local areas a text is about."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pcf_desktop.importers.letters.unlisted import unlisted_area
from pcf_desktop.paths import shipped


@dataclass(frozen=True)
class Areas:
    """The area a text is about, or those between which it cannot be decided."""

    name: str | None
    rivals: tuple[str, ...] = ()
    is_listed: bool = True


@lru_cache(maxsize=1)
def known_areas() -> dict[str, str]:
    """Return every name of a local area in use, in lower case, with the name it is known by."""
    names: dict[str, str] = {}
    listed = shipped("resources", "reference", "local_areas.txt").read_text(encoding="utf-8")
    for line in listed.splitlines():
        if line and not line.startswith("#"):
            known, *others = (name.strip() for name in line.split("|"))
            names |= {name.casefold(): known for name in (known, *others)}
    return names


def find_area(even: str) -> Areas:
    """Return the area that most of the text's words point to.

    A name in a statutory phrase (*the local area of …*) counts most, then a council's or a
    partnership's name, then a bare mention. Postal addresses count for nothing. An area that is on
    no list, as after councils merge, is taken from plain phrases alone.
    """
    scores = _scores(even)
    strongest = max(scores.values(), default=0)
    if strongest < _STATUTORY and (other := unlisted_area(even, loosely=not strongest)):
        return Areas(other, is_listed=False)
    ranked = [(name, score) for name, score in scores.most_common() if score > 0]
    if not ranked:
        return Areas(None)
    best, most = ranked[0]
    close = tuple(name for name, score in ranked if score >= most * _CLOSE)
    return Areas(best) if len(close) == 1 else Areas(None, close)


def _scores(even: str) -> Counter[str]:
    """Return how strongly the text's words point to each area."""
    scores: Counter[str] = Counter()
    end, weight = 0, 0
    for match in _named(even):
        name = known_areas()[_SPACES.sub(" ", match.group("name")).casefold()]
        is_next = end and _BETWEEN.fullmatch(even[end : match.start()])
        weight = max(_weight(even, match), weight if is_next else 0)
        scores[name] += weight
        end = match.end()
    return scores


_CLOSE = 0.8
_STATUTORY, _BODY, _NEAR, _BARE = 40, 6, 8, 2
_BETWEEN = re.compile(r",?\s+and\s+|,\s+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_BEFORE_STATUTORY = re.compile(
    r"(?:local\s+area\s+of|inspection\s+(?:of|in)|(?:re-?visit(?:ed)?|visit)(?:\s+(?:of|to|in))?"
    r"(?:\s+the)?(?:\s+(?:local\s+)?area\s+of)?|the\s+area\s+of|services\s+in|send\s+in)"
    r"\s+(?:the\s+)?(?:local\s+area\s+of\s+)?(?:(?:london|royal)\s+borough\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BEFORE_NEAR = re.compile(
    r"(?:across|throughout|within|families\s+in|in)\s+(?:the\s+)?$", re.IGNORECASE
)
_BEFORE_BOROUGH = re.compile(r"(?:borough|council)\s+of\s+$", re.IGNORECASE)
_AFTER_BODY = re.compile(
    r"^(?:'s?)?\s+(?:send\s+)?(?:local\s+(?:authority|area)|(?:county|city|borough|metropolitan)?"
    r"\s*(?:borough\s+)?council|la\b|ccg|clinical|parent|icb|send)",
    re.IGNORECASE,
)
_AFTER_STATUTORY = re.compile(
    r"^(?:'s?)?\s+(?:send\s+)?(?:local\s+area\s+partnership|local\s+area\b|area\s+send)",
    re.IGNORECASE,
)
_AFTER_ADDRESS = re.compile(
    r"^,?\s+(?:place|road|street|house|drive|lane|avenue|square|way|court|hall)\b"
    r"|^,?\s*[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"^reading$", re.IGNORECASE)


_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w&]+")


def _named(even: str) -> Iterator[re.Match[str]]:
    """Yield the names of areas in a text, the longest first where one begins another."""
    names, end = _patterns(), 0
    for word in _CAPITAL.finditer(even):
        pattern = names.get(word.group().casefold())
        match = pattern.match(even, word.start()) if pattern and word.start() >= end else None
        if match:
            end = match.end()
            yield match


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return, for each word that begins a name, a pattern of the names it begins."""
    by_word: dict[str, list[str]] = {}
    for name in sorted(known_areas(), key=len, reverse=True):
        first = re.match(r"[\w&]+", name)
        by_word.setdefault(first.group() if first else name, []).append(name)
    return {
        word: re.compile(
            "(?P<name>"
            + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
            + r")(?![\w-])",
            re.IGNORECASE,
        )
        for word, names in by_word.items()
    }


_FIRST_NAME = re.compile(r"(?:^|[^\S\n]|\n)([A-Z][a-z'-]+|[A-Z]\.)[^\S\n]+$")
_NO_FIRST_NAME = frozenset(
    [
        "in",
        "of",
        "for",
        "at",
        "by",
        "to",
        "and",
        "the",
        "this",
        "our",
        "across",
        "about",
        "inspection",
        "inspections",
        "revisit",
        "visit",
        "letter",
        "report",
        "outcome",
        "forum",
        "send",
        "council",
        "councils",
        "services",
        "service",
        "area",
        "areas",
        "local",
        "offer",
        "news",
        "home",
        "city",
        "county",
        "borough",
        "east",
        "west",
        "north",
        "south",
        "greater",
        "central",
        "royal",
        "upper",
        "lower",
        "new",
        "old",
        "joint",
        "healthwatch",
        "family",
        "families",
        "parent",
        "carers",
        "carer",
        "voice",
        "partnership",
        "children",
        "both",
        "while",
        "when",
        "from",
        "between",
        "with",
        "within",
        "after",
        "since",
        "under",
        "following",
        "although",
        "however",
        "today",
        "welcome",
        "update",
        "statement",
        "action",
        "plan",
        "response",
        "improvement",
        "education",
        "health",
        "care",
        "partners",
        "ofsted",
    ]
)
_AFTER_PERSON = re.compile(
    r"\s*(?:,|\n|$|\()|\s+(?:said|added|told|commented|hmi|cqc|ofsted|lead|explained)\b",
    re.IGNORECASE,
)


def _is_person(even: str, match: re.Match[str]) -> bool:
    """Return whether a bare name of an area is somebody's surname, as in *Sam Poole, Ofsted*."""
    before = _FIRST_NAME.search(even, max(0, match.start() - 30), match.start())
    if before is None or before.group(1).casefold() in _NO_FIRST_NAME:
        return False
    is_title = before.group(1).rstrip(".") in {
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Cllr",
        "Councillor",
    }
    return is_title or bool(_AFTER_PERSON.match(even, match.end()))


def _weight(even: str, match: re.Match[str]) -> int:
    before, after = even[max(0, match.start() - 70) : match.start()], even[match.end() :][:60]
    name = match.group("name")
    if not name[0].isupper() or _AFTER_ADDRESS.search(after):
        return 0
    weight = 0 if _is_person(even, match) else _BARE
    if _BEFORE_STATUTORY.search(before) or _AFTER_STATUTORY.search(after):
        weight = _STATUTORY
    elif _AFTER_BODY.search(after) or _BEFORE_BOROUGH.search(before):
        weight = _BODY
    elif _BEFORE_NEAR.search(before):
        weight = _NEAR
    return weight if weight > _BARE or not _NOT_NAMES.match(name) else 0
