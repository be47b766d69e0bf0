"""What stands in cells that say who somebody is: addresses, numbers that check, names."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from pcf_desktop.importers.columns.identity_words import (
    TITLES,
    WordRole,
    flat,
    given_names,
    no_names,
)

_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[A-Za-z]{2,}")
_PHONE = re.compile(
    r"(?:\+44|0044|0)?[\s(]*\(?0?\)?[1237](?:[\s\-()]*\d){8,9}|(?:\+|00)\d{1,3}(?:[\s\-()./]*\d){7,12}"
)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\s*\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)
_OUTWARD = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?(?:\s*\d)?", re.IGNORECASE)
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}", re.IGNORECASE)
_TEN_DIGITS = re.compile(r"\d{3}([ \-]?)\d{3}\1\d{4}")
_UPN = re.compile(r"[A-Z]\d{11}[\dA-Z]", re.IGNORECASE)
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_INSURANCE = re.compile(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:\s?\d\d){3}\s?[A-D]", re.IGNORECASE)
_PAIR = re.compile(
    r"(?:POINT\s*)?\(?-?\d{1,3}\.\d{3,}[,;\s]+-?\d{1,3}\.\d{3,}\)?(?:\s+-?[\d.]+){0,2}",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"-?\d{1,3}\.\d{3,}")
_METRES = re.compile(r"\d{6}(?:\.\d+)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.\s?){1,3}[^\W\d_]\.?")
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:facebook|instagram|twitter|x|linkedin|tiktok|snapchat)\.com/\S+"
    r"|(?:https?://\S+|\S+\.)signature\S*|@\w{3,30}",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:(?:flat|apartment|apt|unit|room|no)\.?\s*\w{1,4},?\s+)?\d{1,4}[a-z]?,?\s+(?:[^\W\d_][\w'\u2019.-]*,?\s+){1,4}"
    r"(?:road|rd|street|st|lane|ln|close|cl|avenue|ave|drive|dr|crescent|cres|gardens|gdns|grove|terrace|"
    r"rise|mews|cottages?|way|court|ct|place|pl|hill|view|green|row|walk|square|park|fields?|meadows?|bank)\b"
    r"|\d{1,4},?\s?(?:bis\s)?(?:rue|avenue|boulevard|chemin|place|all\u00e9e)\s"
    r"|(?:calle|avenida|plaza|ul\.|ulica|al\.|strada|str\.|via|viale|piazza|rua|travessa|c/)\s?[^\d]{2,40}\s?\d{1,4}"
    r"|[^\W\d_][\w.\s-]{1,30}(?:stra\u00dfe|str\.|strasse|weg|gasse|platz|straat|laan)\s?\d{1,4}",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./ -](?:\d{1,2}|[A-Za-z]{3,9})[./ -]\d{2,4})(?: [\d:]+)?"
)
_NUMBERED = re.compile(r"\d{1,4}[a-z]?,?\s+[^\W\d_]\w+(?:[\s,]+\S+){0,8}$")
_FIGURE = re.compile(r"\d")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019.-])*")
_BEHIND = re.compile(r"\s*(?:\(.*\)|[-\u2013,/&+]\s*.*|\band\b.*)$", re.IGNORECASE)
_LONGEST_ADDRESS = 120
_LONGEST_NAME = 50
_MOST_WORDS = 4
_DEGREES_OF_BRITAIN = (49.0, 61.0)
_DECIMALS = 5
_TEN = 10


def _is_postcode(text: str) -> bool:
    """Say whether a cell is a postcode, or a short line with one in it."""
    found = _POSTCODE.search(text)
    return found is not None and len(text) <= _LONGEST_ADDRESS and not re.search(r"[.!?] ", text)


def _is_street(text: str) -> bool:
    return len(text) <= _LONGEST_ADDRESS and _STREET.match(text) is not None


def _is_numbered(text: str) -> bool:
    """Say whether a cell begins as an address does, whatever the street is called."""
    return len(text) <= _LONGEST_ADDRESS and _NUMBERED.match(text) is not None


def _is_nhs_number(text: str) -> bool:
    """Check the last digit: 11 less the remainder of the weighted sum (NHS Data Dictionary)."""
    if _TEN_DIGITS.fullmatch(text) is None:
        return False
    digits = re.sub(r"\D", "", text)
    total = sum(int(digit) * (_TEN - place) for place, digit in enumerate(digits[:9]))
    return len(set(digits)) > 1 and (11 - total % 11) % 11 == int(digits[9])


def _is_upn(text: str) -> bool:
    """Check the letter: the digits times 2 to 13, their sum by 23 (DfE, Unique pupil numbers)."""
    if _UPN.fullmatch(text) is None:
        return False
    digits, last = text[1:-1], text[-1].upper()
    values = [*map(int, digits), _UPN_LETTERS.find(last) if last.isalpha() else int(last)]
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    return _UPN_LETTERS[total % len(_UPN_LETTERS)] == text[0].upper()


def _is_in_britain(text: str) -> bool:
    """Say whether a number is a latitude of Britain, as exact as no other answer is."""
    if _PAIR.fullmatch(text):
        return True
    low, high = _DEGREES_OF_BRITAIN
    exact = _DEGREES.fullmatch(text) is not None and len(text.partition(".")[2]) >= _DECIMALS
    return exact and low <= float(text) <= high


def is_coordinate(text: str) -> bool:
    """Say whether a cell is degrees with decimals, a pair of them, or metres of a grid."""
    return any(form.fullmatch(text) for form in (_PAIR, _DEGREES, _METRES))


def is_outward(text: str) -> bool:
    """Say whether a cell is the first part of a postcode alone, which stands for thousands."""
    return _OUTWARD.fullmatch(text) is not None and _POSTCODE.fullmatch(text) is None


def is_whole_day(text: str) -> bool:
    """Say whether a cell is a day with its year."""
    return _DAY.fullmatch(text) is not None


def is_name(text: str, *, single: bool = False) -> bool:
    """Say whether a cell is the name of a person and nothing else; `single`: one word counts.

    "Pat Archer", "Archer, Pat", "Mrs Archer", "pat archer (mum)": by the list of given names, or by
    a title. Words that the lists know as no name ("Park", "Primary") make it something else.
    """
    if len(text) > _LONGEST_NAME or any(map(str.isdigit, text)):
        return False
    last, comma, first = text.partition(",")
    if comma and len(first.split()) == 1 and flat(first).strip() in given_names():
        return _NAME_WORD.fullmatch(last.strip()) is not None
    words = _BEHIND.sub("", text).split()
    small = [flat(word).strip(".") for word in words]
    if not 1 <= len(words) <= _MOST_WORDS or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    if small[0] in TITLES:
        return len(words) > 1 and not set(small[1:]) & no_names()
    if len(words) == 1:
        return single and small[0] in given_names()
    first_given = small[0].split("-")[0] in given_names()
    return first_given and not set(small[1:]) & no_names()


_SOME, _MOST, _NEARLY_ALL = 0.3, 0.6, 0.8
_FORMS: tuple[tuple[WordRole, Callable[[str], object], float, str], ...] = (
    (WordRole.EMAIL, _EMAIL.fullmatch, _SOME, "mail addresses"),
    (WordRole.ADDRESS, _is_street, _SOME, "addresses"),
    (WordRole.POSTCODE, _is_postcode, _SOME, "postcodes"),
    (WordRole.NUMBER, _is_upn, _SOME, "pupil numbers"),
    (WordRole.NUMBER, _is_nhs_number, _MOST, "NHS numbers"),
    (WordRole.NUMBER, _INSURANCE.fullmatch, _SOME, "National Insurance numbers"),
    (WordRole.PHONE, _PHONE.fullmatch, _SOME, "phone numbers"),
    (WordRole.NETWORK, _IP.fullmatch, _MOST, "internet addresses"),
    (WordRole.COORDINATES, _is_in_britain, _MOST, "places on a map"),
    (WordRole.INITIALS, _DOTTED.fullmatch, _MOST, "initials"),
    (WordRole.NAME, _PROFILE.fullmatch, _SOME, "names on a network"),
)
_FORMS_IF_ASKED = (
    (WordRole.ADDRESS, _is_numbered, _MOST, "addresses"),
    (WordRole.BIRTH, is_whole_day, _MOST, "dates of birth"),
)
"""What tells nothing but under such a heading."""
_WITHOUT_FIGURES = frozenset({WordRole.EMAIL, WordRole.INITIALS, WordRole.NAME})
"""What may be written without a single figure; all else is not looked for in words."""
_ENOUGH, _SEVERAL = 2, 3
_LOWERED: Mapping[WordRole, float] = MappingProxyType(
    {WordRole.EMAIL: 0.1, WordRole.POSTCODE: 0.15, WordRole.PHONE: 0.1, WordRole.ADDRESS: 0.15}
)
"""What is enough where the heading speaks of it."""


def holds_identity(values: Sequence[str], asked: frozenset[WordRole] = frozenset()) -> str | None:
    """Return what values are ("mail addresses" …) if they say who somebody is by their form.

    `asked` is what the heading speaks of; fewer such values are enough then.
    """
    texts = [text for value in values if len(text := value.strip()) <= _LONGEST_ADDRESS]
    figured = [text for text in texts if _FIGURE.search(text)]
    told = [form for form in _FORMS_IF_ASKED if form[0] in asked]
    for role, has_form, share, what in (*_FORMS, *told):
        needed = _LOWERED.get(role, share) if role in asked else share
        some = texts if role in _WITHOUT_FIGURES else figured
        least = max(min(_ENOUGH, len(values)), needed * len(values))
        if 0 < least <= len(some) and sum(1 for text in some if has_form(text)) >= least:
            return what
    return None


def are_names(values: Sequence[str], *, asked: bool) -> bool:
    """Say whether most values are names; fewer known ones are enough where the heading `asked`.

    No list knows every name: where some are known and nearly all others look alike, all are.
    """
    known = share_of_names(values, single=asked)
    if not asked and len(set(values)) < max(_SEVERAL, _SOME * len(values)):
        return False
    enough, some = (0.4, 0.15) if asked else (_MOST, _SOME)
    return known >= enough or (known >= some and look_like_names(values))


def look_like_names(values: Sequence[str]) -> bool:
    """Say whether nearly all values are two to four capitalised words that no list knows."""
    return sum(_looks_like_name(value.strip()) for value in values) >= _NEARLY_ALL * len(values)


def share_of_names(values: Sequence[str], *, single: bool) -> float:
    """Return how many values are names of persons by the lists, from 0 to 1."""
    return sum(is_name(value.strip(), single=single) for value in values) / len(values)


def _looks_like_name(text: str) -> bool:
    if len(text) > _LONGEST_NAME:
        return False
    words = _BEHIND.sub("", text).split()
    return (
        1 < len(words) <= _MOST_WORDS
        and all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in words)
        and not {flat(word) for word in words} & no_names()
    )
