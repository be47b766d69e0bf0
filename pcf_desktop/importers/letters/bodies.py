"""The bodies responsible for a priority, in the letter's own words."""

import re

from pcf_desktop.importers.letters.vocabulary import spaced

_ORGANISATION = spaced(
    r"\b(?:council|icb|integrated care board|ccg|clinical commissioning groups?|nhs|authority"
    r"|trust|partnership|partners|leaders|board|commissioners|providers|department|services)\b"
)
_SEPARATOR = re.compile(r"\s*(?:;|/|\n|&|,\s*and\b|,|\band\b)\s*|\s+(?=NHS\b)")
_ENDS = spaced(
    r"\b(?:council|icbs?|boards?|ccgs?|groups?|authority|authorities|trusts?|partnership|nhs|la)"
    r"(?: \([^)]*\))?$"
)
_ENOUGH = spaced(r"\b(?:council|icb|board|ccgs?|groups?|authority|trust|partnership|nhs|la)\b")
_LABEL = spaced(
    r"^(?:(?:responsible|lead|accountable) )+"
    r"(?:body|bodies|organisations?|agency|agencies|partners?)"
    r"(?:\(s\))?\s*[:–—-]?\s*"
)
_MOST_WORDS = 34


def is_body(words: str) -> bool:
    """Return whether the words are names of organisations and nothing more."""
    return (
        bool(_ORGANISATION.search(words))
        and len(words.split()) <= _MOST_WORDS
        and not re.search(r"\b(?:should|must|need|has|have|is|are|will)\b|\.\s", words)
    )


def ends_as_body(words: str) -> bool:
    """Return whether the words end with the name of an organisation, as *… County Council*."""
    return bool(_ENDS.search(words))


def names_bodies(words: str) -> bool:
    """Return whether the words are one or more names of bodies, as in a column of a table."""
    return (
        is_body(words)
        and words[:1].isupper()
        and all(ends_as_body(each) or each.startswith("NHS ") for each in bodies_of(words))
    )


def bodies_of(words: str) -> tuple[str, ...]:
    """Return the organisations in a phrase, parted where each side is one itself."""
    cleaned = _LABEL.sub("", " ".join(words.split()).strip(" .,;:•-–\t|*"))
    parts: list[str] = []
    start = 0
    for match in _SEPARATOR.finditer(cleaned):
        before, after = cleaned[start : match.start()], cleaned[match.end() :]
        named = not after[:1].islower() or after.startswith("the ")
        if named and _ENDS.search(before) and _ENOUGH.search(after):
            parts.append(before)
            start = match.end()
    return tuple(part for part in (*parts, cleaned[start:]) if part)
