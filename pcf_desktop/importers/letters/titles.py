"""A short plain title for a priority, proposed for a person to change."""

import re

from pcf_desktop.importers.letters.duties import DUTY, has_duty
from pcf_desktop.importers.letters.vocabulary import spaced

MOST_WORDS = 8
_AFTER_DUTY = spaced(
    r"^(?:urgently|continue to|jointly|further|work together to|ensure that|also|take action to"
    r"|,|collectively|swiftly|make sure that)\s+"
)
_CLAUSE = re.compile(
    r"\s*(?:[;:(]|,|\s[-–—]\s|\b(?:including|so that|in order to|because|leading to|which|who"
    r"|resulting in|caused by|due to|when|where|such as|particularly|especially|to ensure|meaning"
    r"|this means|as a result)\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:the|a|an|our|too many|that|there is|there are)\s+", re.IGNORECASE)
_LOOSE_END = re.compile(
    r"(?:\s+(?:a|an|the|and|or|of|for|to|in|on|at|by|with|from|as|is|are|was|were|not|their|its"
    r"|that"
    r"|this|into|between|across|within|being|be|has|have|been|who|some|all|any|each|both))+$",
    re.IGNORECASE,
)
_FEWEST, _FEWEST_BEFORE_COMMA = 3, 4
_FIXED = re.compile(r"(?:education|health|special|local|to|in|of|for|with|by|from)$", re.IGNORECASE)


def title(words: str) -> str:
    """Return a title of at most eight words, made from the inspectors' own."""
    match = DUTY.match(words) if has_duty(words) else None
    rest = words[match.end() :].strip(" ,") if match else words
    while (shorter := _AFTER_DUTY.sub("", rest)) != rest:
        rest = shorter
    rest = _LEAD.sub("", rest) or rest
    short = " ".join(_head(rest).split()[:MOST_WORDS])
    short = (_LOOSE_END.sub("", short) or short).strip(" .,;:'\"")
    return short[:1].upper() + short[1:]


def _head(words: str) -> str:
    """Return the words up to the first clause that can be left out."""
    for found in _CLAUSE.finditer(words):
        head = words[: found.start()]
        fewest = _FEWEST_BEFORE_COMMA if found.group().strip() == "," else _FEWEST
        if len(head.split()) >= fewest and not _FIXED.search(head):
            return head
    return words
