"""Columns that say who somebody is, by their heading and by what stands in them."""

import re
from collections.abc import Sequence

_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(?:\+44|0044|0)?[\s(]*\(?0?\)?[1237](?:[\s\-()]*\d){8,9}")
_POSTCODE = re.compile(r"(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\s*\d[ABD-HJLNP-UW-Z]{2}", re.IGNORECASE)
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_NHS = re.compile(r"\d{3}[ \-]\d{3}[ \-]\d{4}")

_WHOSE = (
    r"(?:(?:the|your|my|a|parents?'?s?|carers?'?s?|parent/carers?'?s?|parent or carers?'?s?|"
    r"child(?:'?s|ren'?s?)?|young persons?'?s?|child/young persons?'?s?|respondents?'?s?|family|"
    r"contact|user|participants?'?s?)\s+)*"
)
_ALWAYS = re.compile(
    rf"(?:(?:what(?:'?s| is| are)|please (?:enter|give|provide|tell us)|enter)\s+)?{_WHOSE}"
    r"(?:(?:full|first|last|middle|given|family|sur|fore|user|preferred|respondents?) ?names?|"
    r"names?|e-?mail(?: address(?:es)?)?|ip(?: ?address)?|"
    r"(?:home |postal |street )?address(?:es)?(?: line \d)?|"
    r"(?:(?:tele)?phone|mobile|contact|landline)(?: phone)?(?: numbers?| no\.?)?|contact details|"
    r"date of birth|dob|nhs (?:number|no\.?)|national insurance(?: number)?|signature)"
    r"(?:\s*\((?:optional|if you wish|required)\)|\s+\(?optional\)?)?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\be-?mail(?: address)?\b|\b(?:tele)?phone(?: number)?\b|\bmobile(?: number)?\b|"
    r"\bcontact (?:details|number)\b|\bdate of birth\b|\b(?:full |home )?post ?code\b|"
    r"\b(?:your|child'?s|children'?s|full|first|last) names?\b|\bnhs number\b|\bhome address\b|"
    r"\bip address\b",
    re.IGNORECASE,
)
_SOME = 0.3
_MOST = 0.6
_ENOUGH = 2


def named_as_identity(heading: str) -> bool:
    """Return whether a heading asks for nothing but who somebody is, as "Email" or "Your name"."""
    text = heading.replace("\u2019", "'").strip(" :?*.")
    return _ALWAYS.fullmatch(text) is not None


def mentions_identity(heading: str) -> bool:
    """Return whether a heading speaks of names, addresses or numbers among other words."""
    return _WORDS.search(heading.replace("\u2019", "'")) is not None


def holds_identity(values: Sequence[str]) -> str | None:
    """Return what a column's values are ("mail addresses" …) if they say who somebody is."""
    if not values:
        return None
    for pattern, needed, what in (
        (_EMAIL, _SOME, "mail addresses"),
        (_POSTCODE, _SOME, "postcodes"),
        (_PHONE, _SOME, "phone numbers"),
        (_IP, _MOST, "internet addresses"),
        (_NHS, _MOST, "NHS numbers"),
    ):
        hits = sum(pattern.fullmatch(value.strip()) is not None for value in values)
        if hits >= min(_ENOUGH, len(values)) and hits >= needed * len(values):
            return what
    return None
