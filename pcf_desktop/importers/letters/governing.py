"""Which noun in an announcing sentence governs the list that follows, and so of what kind it is.

What the sentence names last, or after *following*, decides; a list of strengths, of steps taken, of
recommendations or of the forum's own concerns is left alone.
"""

import re

from pcf_desktop.importers.letters.judgements import last_judgement
from pcf_desktop.importers.letters.vocabulary import (
    IMPROVEMENT,
    PRIORITY_ACTION,
    PriorityKind,
    ReturnJudgement,
    nouns,
    spaced,
)

_TRIGGER = spaced(
    r"weakness|written statement|wsoa|sufficient progress|significant progress|enough progress"
    r"|priority action|improvements?|need to|must|required to|concern|failing|shortcoming"
    r"|have improved|effective action|remaining|further work|outstanding|revisit|re-visit"
    r"|\bprogress\b"
)
BAD_END = spaced(
    r"\b(?:will|have|has|had|must|can|to|by|also|now|said|says|added|commented|told|asked|stated"
    r"|explained|plan|that we)[\s:,'\"]*$|\bby \w+ing\b[^.]{0,60}$"
    r"|\b(?:we|council|partners|partnership|they) (?:will|have|are)(?: \w+){0,2}[\s:]*$"
    r"|\b(?:what|how) (?:we|are we|is being)\b[^.]{0,80}$"
)
_SAYS_MUST = spaced(
    rf"\b(?:{IMPROVEMENT}|{PRIORITY_ACTION})\b[^.]{{0,60}}\b(?:says?|said|states?|require|ask|tell)"
    r"\b[^.]{0,60}\b(?:must|should|needs? to|have to)[\s:]*$"
)
_ELSEWHERE = spaced(
    r"internal audit|\bauditors?\b|peer (?:review|challenge)|\bilacs\b|safeguarding inspection"
    r"|\bour (?:own )?school\b|\bthe school's\b|\bsenco\b|ombudsman"
    r"|school (?:development|improvement) plan|inspection of children's services"
)
_ADVICE_ON = spaced(
    r"\b(?:recommendations?|(?<!priority\s)(?<!required\s)actions|steps|measures|questions|proposals"
    r"|comments|views|ideas|suggestions) (?:on|about|against|around|regarding|relating to|to "
    r"(?:address|tackle|meet)) [^.:]{0,50}$"
)
_OUR_OWN = spaced(
    r"^(?:our|the forum's|members'|families'|parents'|parent carers'|(?:what )?(?:families|parents"
    r"|parent carers|members) (?:told us|raised|said))(?: (?!inspect)\w+){0,3} (?:concerns"
    r"|worries|asks|issues|priorities|points|messages)\b"
    r"|^(?:the )?(?:concerns|issues|points) (?:that )?(?:we|families|parents|parent carers|members)"
    r" (?:have )?(?:raised|told|shared)"
)
_HERE = spaced(r"\bcqc\b|care quality|\bsend inspection|written statement|\bwsoa\b|hmci")
_GOOD_NEWS = spaced(
    r"strength|praised|commended|good practice|pleased|proud|positive|working well|celebrat"
    r"|what (?:is|has) (?:gone|going|working) well"
)
_STRONG = spaced(r"weakness|priority action|improvement|progress")


def governing(words: str) -> tuple[PriorityKind, float] | None:
    """Return the kind of the list that the words announce, and how sure that is."""
    named = nouns(words)
    is_plan = BAD_END.search(words) and not _SAYS_MUST.search(words)
    if (is_plan and not _IS_JUDGEMENT.search(words)) or _is_another_list(words):
        return None
    if not named:
        return _judged_only(words)
    _, _, kind = _deciding(words, named)
    if kind == "other" or (_GOOD_NEWS.search(words) and not _STRONG.search(words)):
        return None
    specific = [each for _, _, each in named if isinstance(each, PriorityKind)]
    if isinstance(kind, PriorityKind):
        return kind, 1.0
    if specific:
        return specific[-1], 0.95
    return (_kind_of_generic(words), 0.8) if _TRIGGER.search(words) else None


def _is_another_list(words: str) -> bool:
    """Return whether the list is of an audit's findings, of advice, or of the forum's concerns."""
    is_elsewhere = _ELSEWHERE.search(words) and not _HERE.search(words)
    return bool(is_elsewhere or _ADVICE_ON.search(words) or _OUR_OWN.search(words))


def _deciding(
    words: str, named: list[tuple[int, int, PriorityKind | str]]
) -> tuple[int, int, PriorityKind | str]:
    """Return the noun that stands after *following*; else the last that can head a list."""
    places = [match.start() for match in _FOLLOWING.finditer(words)]
    followed = [noun for noun in named if places and places[-1] <= noun[0]]
    if followed:
        return followed[0]
    near = [noun for noun in named if noun[2] != "other" or _heads_the_end(words, noun, named)]
    return near[-1] if near else named[-1]


_FOLLOWING = spaced(r"(?<=\s)following (?!an?\b|the\b|its|their|our|this|that|from|on\b|in\b)")
_Noun = tuple[int, int, PriorityKind | str]
_INSIDE = re.compile(r"\b(?:in|of|to|for|by|with|from|across|within|on)\b", re.IGNORECASE)


def _heads_the_end(words: str, noun: _Noun, named: list[_Noun]) -> bool:
    """Return whether a noun near the end heads the list, and is not only a place: *in services*."""
    if len(words) - noun[1] > _AT_THE_END:
        return False
    before = [
        other for other in named if other[1] <= noun[0] and isinstance(other[2], PriorityKind)
    ]
    return not (before and _INSIDE.search(words[before[-1][1] : noun[0]]))


_AT_THE_END = 24
_IS_JUDGEMENT = spaced(r"^(?:in|not )?(?:sufficient|effective) (?:progress|action)")
_MOST_JUDGED = 9


def _judged_only(words: str) -> tuple[PriorityKind, float] | None:
    """Return the kind of a list headed *Sufficient progress has been made* and no more."""
    judgement = last_judgement(words)
    if judgement is None or len(words.split()) > _MOST_JUDGED:
        return None
    effective = judgement in {ReturnJudgement.EFFECTIVE, ReturnJudgement.NOT_EFFECTIVE}
    return (PriorityKind.PRIORITY_ACTION if effective else PriorityKind.SIGNIFICANT_WEAKNESS), 0.8


def _kind_of_generic(words: str) -> PriorityKind:
    if re.search(r"priority\s+action", words, re.IGNORECASE):
        return PriorityKind.PRIORITY_ACTION
    if re.search(r"weakness|written\s+statement|wsoa|sufficient|significant", words, re.IGNORECASE):
        return PriorityKind.SIGNIFICANT_WEAKNESS
    if re.search(r"improvement", words, re.IGNORECASE):
        return PriorityKind.IMPROVEMENT
    return PriorityKind.SIGNIFICANT_WEAKNESS
