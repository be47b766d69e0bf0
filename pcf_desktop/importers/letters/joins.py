"""Whether a line goes on from the line before it: lines are broken by pages, mail and paste."""

import re

_INCOMPLETE = re.compile(
    r"(?:[,(/&-]|\b(?:a|an|the|and|or|of|for|to|in|on|at|by|with|from|into|as|that|which|who|whose"
    r"|is|are|was|were|be|been|not|no|their|its|his|her|our|this|these|those|some|all|each|every"
    r"|between|within|across|through|than|such|including|because|if|when|where|so|too|very|more"
    r"|less|most|both|either|local|significant|special|young))$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?:]['\")]?$")
_SEPARATED = re.compile(r";(?:\s*(?:and|or))?$", re.IGNORECASE)
_ACRONYM = re.compile(
    r"^\(?(?:SEND?|EHCP?s?|ASD|ADHD|SLCN|SEMH|CAMHS|SALT|SENCOs?|CCGs?|ICBs?|GPs?|NEET|AP)\b"
)
_VERB = re.compile(
    r"^\S+(?:\s+\S+){0,3}?\s+(?:is|are|was|were|has|have|had|will|would|must|should|can|may|said"
    r"|says|welcomes?|accepts?|provides?|include[sd]?)\b"
)
_FIELD = re.compile(r"^[A-Z][\w ]{1,30}:\s")
_NEARLY = 0.94


def is_incomplete(words: str) -> bool:
    """Return whether a line breaks off in the middle of a phrase."""
    return bool(_INCOMPLETE.search(words))


def is_separated(words: str) -> bool:
    """Return whether a line ends an item by a semicolon or by *; and*."""
    return bool(_SEPARATED.search(words))


def begins_short_form(words: str) -> bool:
    """Return whether a line begins with a short form of the field, as *SEND*, in mid-phrase."""
    return bool(_ACRONYM.match(words))


def is_closed(words: str) -> bool:
    """Return whether a line ends a sentence."""
    return bool(_CLOSED.search(words))


def is_full(before: str, after: str, width: int | None) -> bool:
    """Return whether the next word would not have fitted on the line before."""
    if width is None:
        return False
    first = after.split(maxsplit=1)[0] if after else ""
    return len(before) + 1 + len(first) > width * _NEARLY


def goes_on(before: str, after: str, *, gap: bool, width: int | None) -> bool:
    """Return whether `after` is the rest of the phrase that `before` breaks off.

    `gap` tells of a blank line between them; `width` is that of a text broken into lines.
    """
    if is_separated(before) or not after or _FIELD.match(after):
        return False
    small = after[0].islower() or after[0] in "(&,;" or after[0].isdigit()
    if is_closed(before):
        return not gap and is_full(before, after, width) and not small
    if gap:
        return is_incomplete(before) and small
    if is_incomplete(before):
        return True
    if small:
        return True
    return is_full(before, after, width) or bool(_ACRONYM.match(after) and not _VERB.match(after))
