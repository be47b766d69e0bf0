"""The bodies responsible for a priority, in the letter's own words."""

import re

from pcf_desktop.importers.letters.vocabulary import spaced

_ORGANISATION = spaced(
    r"\b(?:council|icb|integrated care board|ccg|clinical commissioning groups?|nhs|authority"
    r"|trust|partnership|partners|leaders|board|commissioners|providers|department|services)\b"
)
_PART = re.compile(
    r"\s*(?:;|/|\n|&(?=\s+(?:NHS|the)\b)|,\s*and\b|,|\band\b)\s*(?=(?:the\s+)?[A-Z]|the\s)"
)
_ENOUGH = spaced(r"\b(?:council|icb|board|ccgs?|group|groups|authority|trust|partnership|nhs|la)\b")
_MOST_WORDS = 34


def is_body(words: str) -> bool:
    """Return whether the words are names of organisations and nothing more."""
    return (
        bool(_ORGANISATION.search(words))
        and len(words.split()) <= _MOST_WORDS
        and not re.search(r"\b(?:should|must|need|has|have|is|are|will)\b|\.\s", words)
    )


def bodies_of(words: str) -> tuple[str, ...]:
    """Return the organisations in a phrase, parted at *and* where each side is one itself."""
    cleaned = " ".join(words.split()).strip(" .,;:•-–\t|*")
    parts = [part.strip(" .,;") for part in _PART.split(cleaned) if part.strip(" .,;")]
    whole = len(parts) > 1 and all(_ENOUGH.search(part) for part in parts)
    return tuple(parts) if whole else ((cleaned,) if cleaned else ())
