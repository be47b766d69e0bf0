"""The words in which inspectors, and those who write about them, speak of priorities."""

import re
from enum import StrEnum

from pcf_desktop.importers.letters.numbers import NUMBER


class PriorityKind(StrEnum):
    """What a priority is, in the words of its framework."""

    SIGNIFICANT_WEAKNESS = "significant_weakness"
    PRIORITY_ACTION = "priority_action"
    IMPROVEMENT = "improvement"


class ReturnJudgement(StrEnum):
    """What inspectors said when they came back; the words are theirs and not *passed*."""

    SUFFICIENT = "sufficient"
    NOT_SUFFICIENT = "not_sufficient"
    EFFECTIVE = "effective"
    NOT_EFFECTIVE = "not_effective"


def spaced(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a blank stands for any white space, case apart."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


_GRAVE = (
    r"(?:(?:significant|serious|key|identified|remaining|outstanding|former|original|initial|major"
    r"|particular|specific|main|notable|additional|further|same) )"
)
WEAKNESS = (
    rf"(?:{_GRAVE}*(?:areas?|issues?|points?|elements) of {_GRAVE}*(?:weakness(?:es)?|concerns?"
    rf"|failings?|criticism|non-compliance)|{_GRAVE}*weakness(?:es)?|{_GRAVE}+(?:concerns|failings)"
    r"|weak areas)"
)
PRIORITY_ACTION = (
    r"(?:areas? (?:for|of|requiring|needing|that (?:require|need)) )?(?:urgent )?"
    r"priority actions?(?! plans?\b)"
)
IMPROVEMENT = (
    r"(?:areas?|aspects?) (?:for|of|requiring|needing|that (?:require|need)|where) (?:further )?"
    r"improvements?(?! plans?\b)|areas (?:to|that (?:need|must|should)(?: to)?) improve"
    r"|improvement areas|areas that (?:need|require) to be improved"
)
GENERIC = (
    r"(?:(?:priority|key|specific|broad|main|named|remaining|other|outstanding|separate|original"
    r"|individual|different) )*"
    r"(?:(?<!local\s)areas(?!')|issues|points|concerns|priorities|matters)\b(?! for development)"
)
_NOT_PRIORITIES = (
    r"strengths?|positives?|achievements?|actions?|steps|measures|improvements?|changes"
    r"|recommendations?|questions?|lines? of enquiry|lines? of inquiry|points (?:were|was)"
    r" (?:raised"
    r"|made)|principal points|objectives|aims|outcomes|documents?|links?|members|attendees|partners"
    r"|work ?streams?|strands|views|comments|ways|things|examples|opportunities|meetings|proposals"
    r"|ideas|services|schools|areas? for development|areas? of (?:strength|good practice|focus)"
    r"|what we (?:did|have done)|next steps|resources|events|dates|people|settings|providers"
    r"|targets|milestones|groups|organisations|headlines?|findings|aspects|principles|criteria"
)
_NAMED = r"(?:following|key|main|several|our|many|some|number of|principal|new)"
_KINDS = {
    PriorityKind.PRIORITY_ACTION: spaced(PRIORITY_ACTION),
    PriorityKind.IMPROVEMENT: spaced(IMPROVEMENT),
    PriorityKind.SIGNIFICANT_WEAKNESS: spaced(WEAKNESS),
}
_GENERIC = spaced(rf"\b{GENERIC}")
_OTHER = spaced(
    rf"\b(?:{_NAMED} (?:\w+ ){{0,2}}(?:{_NOT_PRIORITIES})\b(?! plan| (?:of|in|for) "
    rf"(?:weakness|concern))|(?:{_NOT_PRIORITIES})(?= (?:were|are|include[sd]?|taken|so far|made"
    r"|identified|noted|highlighted|agreed|that)\b|\s*(?::|$))|\b(?:areas? for development|areas"
    r" of "
    r"(?:strength|good practice))|strengths(?: and positives)?)"
)
COUNTED = spaced(
    rf"\b(?P<count>{NUMBER}) (?:(?:priority|key|specific|broad|main|of the|out of|required"
    rf"|following"
    rf"|separate|urgent|further|named|other|remaining) )*(?P<noun>"
    rf"{PRIORITY_ACTION}|{IMPROVEMENT}|{WEAKNESS}|{GENERIC})"
)


_ONE_OF_THEM = spaced(r"\b(?:this|each|every|any|another)(?: \w+)? $")


def nouns(words: str) -> list[tuple[int, int, PriorityKind | str]]:
    """Return what lists are named in a sentence, as (start, end, kind) in order.

    The kind is a `PriorityKind`, *generic* for a word such as *areas*, or *other* for what is no
    priority.
    """
    found: list[tuple[int, int, PriorityKind | str]] = []
    for kind, pattern in (*_KINDS.items(), ("other", _OTHER), ("generic", _GENERIC)):
        for match in pattern.finditer(words):
            if _ONE_OF_THEM.search(words[max(0, match.start() - 40) : match.start()]):
                continue
            if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                found.append((match.start(), match.end(), kind))
    return sorted(found, key=lambda noun: noun[0])
