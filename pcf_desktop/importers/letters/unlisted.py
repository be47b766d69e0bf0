"""The name of an area that is on no list, as after councils merge: from plain phrases alone."""

import re

_WORD = (
    r"(?!The\b|Our\b|In\b|For\b|Local\b|Area\b|Council|Partnership|County\sC|City\sC|Borough)"
    r"[A-Z][a-z]\w*(?:-\w+)*"
)
_NAME = rf"({_WORD}(?:\s(?:(?:and|upon|of)\s)?{_WORD}){{0,3}})"
_UNLISTED = re.compile(
    rf"\blocal\s+area\s+of\s+{_NAME}(?=\s*[.,\n]|\s+(?:to|has|is|was|with|in|and)\b)"
    rf"|\bre-?visited\s+the\s+area\s+of\s+{_NAME}(?=\s+to\b|\s*[.,\n])"
    rf"|\b(?:inspection|revisit|re-visit|visit)\s+(?:of|in)\s+{_NAME}\s+(?i:local\s+area)\b"
    rf"|^[ \t]*(?i:joint|local|area)\s[\w ]{{0,30}}(?:inspection|revisit|re-visit)\s+(?:of|in)"
    rf"[ \t]+{_NAME}[ \t]*$",
    re.MULTILINE,
)
_UNLISTED_LOOSELY = re.compile(
    rf"\b{_NAME}\s+(?:(?:County|City|Borough|Metropolitan)\s+)*Council\b"
    rf"|\b(?:inspected|visited)\s+{_NAME}(?=\s+(?:between|from|in|on|last|this)\b|\s*[.,])"
    rf"|\b{_NAME}(?:'s?)?\s+(?:SEND\s+services|(?i:local\s+area))\b"
    rf"|\b(?i:inspection|revisit|re-visit)\s+(?:of|to)\s+{_NAME}(?=\s*[,.\n]|\s+(?:was|in|between)\b)"
)
_NO_AREA = re.compile(
    r"\b(?:England|Special|Education\w*|Services|Ofsted|Children|Parish|Town|The|Our|Inspect\w+"
    r"|Your|Full|NHS|Chief|Cabinet|Leader|Youth)\b"
)


def unlisted_area(even: str, *, loosely: bool) -> str | None:
    """Return the one name that is on no list in statutory, else in looser, phrases; or None."""
    for pattern in (_UNLISTED, _UNLISTED_LOOSELY)[: 2 if loosely else 1]:
        found = [next(filter(None, match.groups())) for match in pattern.finditer(even)]
        named = {" ".join(name.split()) for name in found if not _NO_AREA.search(name)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None
