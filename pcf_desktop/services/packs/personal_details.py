"""What in a family's words may point to a person: found by plain rules, weighed by a person.

A rule that finds too much costs a look; one that finds too little may cost a child's privacy. So
every capital inside a sentence counts until it is known to name no person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pcf_desktop.services.counting.word_lists import is_opener, known_capitals
from pcf_desktop.services.counting.words import SPOKEN

_NHS_DIGITS = 10


class What(Enum):
    """What was found, in words that fit behind *may hold*."""

    EMAIL = "an e-mail address"
    PHONE = "a telephone number"
    POSTCODE = "a postcode"
    NHS_NUMBER = "an NHS number"
    INSURANCE = "a National Insurance number"
    BIRTH = "a date of birth"
    DATE = "the date of something that happened to them"
    SCHOOL = "the name of a school"
    ADDRESS = "a street or house"
    TITLED = "a person’s surname"
    NAME = "a name"


@dataclass(frozen=True)
class PersonalDetail:
    """Letters `start` to `end` of the words, and what they may be."""

    start: int
    end: int
    what: What


_CAPITAL = r"[A-Z][\w’'-]*"
_NAMED = rf"(?:(?:St\.?|Saint|The|Our)\s+)?{_CAPITAL}(?:\s+(?:of|the|and|{_CAPITAL}))*?"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})"
_DATE = rf"{_DAY}(?:\s*[./\s-]\s*(?:of\s+)?(?:[A-Za-z]{{3,9}}|\d{{1,2}})(?:[,./\s-]+\d{{2,4}})?)?"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_RULES: tuple[tuple[What, re.Pattern[str]], ...] = (
    (What.EMAIL, re.compile(r"[\w.+%-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")),
    (
        What.PHONE,
        re.compile(
            r"(?<![\w.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s()-]{0,2}\d){7,9}(?!\d)"
        ),
    ),
    (
        What.POSTCODE,
        re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE),
    ),
    (
        What.INSURANCE,
        re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:\s?\d\d){3}\s?[A-D]\b", re.IGNORECASE),
    ),
    (
        What.BIRTH,
        re.compile(
            rf"\b(?:born(?:\s+(?:on|in))?|d\.?o\.?b\.?|date\s+of\s+birth|birthday)\W{{0,3}}"
            rf"(?:(?:is|was|on|the|in|:)\s+){{0,3}}(?:{_DATE}|(?:{_MONTHS})[a-z]*\s+{_DATE})",
            re.IGNORECASE,
        ),
    ),
    (
        What.DATE,
        re.compile(
            rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)\b"
            r"(?!\d)(?:,?\s+\d{4})?|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
            re.IGNORECASE,
        ),
    ),
    (
        What.SCHOOL,
        re.compile(
            rf"\b{_NAMED}\s+(?:(?:C\.?\s?of\s?E\.?|Church of England|Catholic|RC|Community|Special|"
            r"Infants?|Juniors?|Primary|Secondary|Middle|High|Grammar|Sixth\s+Form|Pre-?)\s*)*"
            r"(?:[Ss]chool|Academy|College|Nursery|Playgroup|Pre-?[Ss]chool|Primary|Infants?|Juniors?|"
            r"High|Grammar)\b"
        ),
    ),
    (
        What.SCHOOL,
        re.compile(r"\b(?:St\.?|Saint)\s+[A-Z][\w’'-]+"),
    ),
    (
        What.ADDRESS,
        re.compile(
            rf"\b(?:\d{{1,4}}[a-zA-Z]?,?\s+)?(?:{_CAPITAL}\s+){{1,3}}(?:Road|Street|Lane|Close|Avenue|"
            r"Drive|Crescent|Gardens|Grove|Terrace|Rise|Mews|Cottages?|Rd|Ave|Ln)\b"
        ),
    ),
    (
        What.ADDRESS,
        re.compile(
            rf"\b\d{{1,4}}[a-zA-Z]?,?\s+{_CAPITAL}\s+"
            r"(?:Way|Court|Place|Hill|View|Green|St|Row)\b"
        ),
    ),
    (
        What.TITLED,
        re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Rev|Nurse|Auntie|Uncle)\.?\s+{_CAPITAL}"),
    ),
)  # fmt: skip
_NHS = re.compile(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)")
_OPENS = re.compile(r"(?:^|[.!?…:;•\n\r\v]|\s[-–—]|[“\"‘])[\s“\"‘'(\[-]*$")
_ACTS = re.compile(
    r"(?:[’']s\b|\s+(?:is|was|has|had|will|can|can’t|can't|could|cannot|does|doesn’t|doesn't|did|"
    r"didn’t|didn't|needs|needed|loves|hates|likes|goes|went|got|gets|starts|started|struggles|"
    r"struggled|comes|came|said|says|cries|cried|now|and\s+(?:I|his|her|their)|turned|turns|"
    r"waited|sat|spent|told|rang|lives|attends|attended)\b)"
)


def find(words: str) -> list[PersonalDetail]:
    """Return what may point to a person, in the order of the text; no two overlap."""
    found: list[PersonalDetail] = []
    for detail in (*_by_rule(words), *_capitals(words)):
        if all(detail.end <= known.start or detail.start >= known.end for known in found):
            found.append(detail)
    return sorted(found, key=lambda each: each.start)


def _by_rule(words: str) -> Iterator[PersonalDetail]:
    for match in _NHS.finditer(words):
        if _is_nhs_number(re.sub(r"\D", "", match.group())):
            yield PersonalDetail(*match.span(), What.NHS_NUMBER)
    for what, rule in _RULES:
        for match in rule.finditer(words):
            if what is not What.SCHOOL or _is_named(words, match):
                yield PersonalDetail(*match.span(), what)


def _is_nhs_number(digits: str) -> bool:
    """Check the last digit: 11 less the remainder of the weighted sum (NHS Data Dictionary)."""
    if len(digits) != _NHS_DIGITS:
        return False
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - total % 11) % 11 == int(digits[9])


def _is_named(words: str, match: re.Match[str]) -> bool:
    """Say whether a school is named: more than *The School* or *Primary School*."""
    parts = [part for part in SPOKEN.finditer(match.group()) if part.group()[0].isupper()]
    for part in parts:
        opens = bool(_OPENS.search(words[: match.start() + part.start()]))
        plain = _plain(part.group())
        if plain in {"academy", "playgroup", "infants", "juniors", "grammar", "high", "special"}:
            continue
        if not _is_known(plain) and not is_opener(plain) and not (opens and len(parts) == 1):
            return True
    return False


def _capitals(words: str) -> Iterator[PersonalDetail]:
    for match in SPOKEN.finditer(words):
        word = match.group()
        if not word[0].isupper() or _is_acronym(word) or _is_known(_plain(word)):
            continue
        if _OPENS.search(words[: match.start()]):
            acts = _ACTS.match(words, match.start() + len(_bare(word)))
            if acts is None or is_opener(_plain(word)):
                continue
        yield PersonalDetail(match.start(), match.start() + len(_bare(word)), What.NAME)


def _is_acronym(word: str) -> bool:
    """Say whether a word is in capitals throughout: EHCP, SENCo, TAs; shouting names nobody."""
    bare = _bare(word)
    return bare[:-1].isupper() and len(bare) > 1


def _bare(word: str) -> str:
    return re.sub(r"(?:[’']s?|s[’'])$", "", word) or word


def _plain(word: str) -> str:
    return _bare(word).replace("’", "'").casefold()


def _is_known(plain: str) -> bool:
    """Say whether a capitalised word names no person; Mondays are Monday."""
    return plain in known_capitals() or plain.removesuffix("s") in known_capitals()
