"""The judgement of a whole inspection: a plan required or not, and which of three sentences."""

from pcf_desktop.importers.letters.letter import (
    AREA_SEND,
    OUTCOME_LETTER,
    REPORT,
)
from pcf_desktop.importers.letters.sentences import sentences
from pcf_desktop.importers.letters.vocabulary import spaced

POSITIVE = "typically lead to positive experiences and outcomes"
INCONSISTENT = "inconsistent experiences and outcomes"
WIDESPREAD = "widespread and/or systemic failings leading to significant concerns"

_OUTCOMES = (
    (
        WIDESPREAD,
        spaced(
            r"widespread (?:and ?/ ?or|and|or) systemi?c?(?:atic)? (?:failings|failures)"
            r"|widespread and/or systemic"
        ),
    ),
    (INCONSISTENT, spaced(r"inconsistent (?:experiences|outcomes)")),
    (
        POSITIVE,
        spaced(r"typically (?:lead|leads|leading|led) to positive (?:experiences|outcomes)"),
    ),
)
_PLAN = (
    r"(?:written statement of action|wsoa|priority action plan|(?:joint |formal )?action plan"
    r"|accelerated progress plan|statement of action|\bAPP\b|\bPAP\b|plan of action)"
)
_REQUIRED = spaced(
    rf"(?:requir\w*|must|have to|has to|had to|needs? to|requested|asked|told|directed|ordered"
    rf"|determined|will"
    rf"|now|obliged|expected) (?:[^.]{{0,120}})?{_PLAN}|{_PLAN}[^.]{{0,80}}(?:is|was|be|are|were)"
    rf" (?:now )?(?:required|needed|necessary)|{_PLAN} (?:[^.]{{0,40}})?(?:must|has to|had to"
    rf"|needs to"
    rf"|is to) be |requires? (?:[^.]{{0,80}})?{_PLAN}"
    rf"|{_PLAN} (?:must|has to|needs to) (?:now )?(?:address|tackle|explain|set out|respond)"
    rf"|(?:produced?|submit(?:ted)?|issued with|resulted in|co-produced|agree)"
    rf" (?:[^.]{{0,40}})?{_PLAN}"
)
_NAMES_A_PLAN = spaced(_PLAN)
_NOT_REQUIRED = spaced(
    rf"(?:not|n't|no longer|without) (?:(?:been|be|being|currently|now|to) ){{0,2}}(?:requir\w+"
    rf"|need\w*|have to|asked)[^.]{{0,80}}"
    rf"{_PLAN}|{_PLAN}[^.]{{0,60}}(?:is|was|will be|are|be) not (?:\w+ )?(?:required|needed"
    rf"|necessary)"
    rf"|no (?:requirement|need) (?:[^.]{{0,60}})?{_PLAN}|no {_PLAN} (?:is|was|will be|has been)"
)
_MANY_AREAS = spaced(
    r"\b(?:those|these|some|many|all|most|other|\d\d+|half of) (?:local )?(?:areas|authorities"
    r"|councils)\b|\blocal authorities\b|\busually\b|\bnormally\b"
)
"""What is said of the country's areas is not said of one."""

_SUBMIT = spaced(r"requir|must|submit|produce|determined|prepare")
_OPTIONS = spaced(r"(?:possible|three) (?:full )?(?:inspection )?outcomes|one of (?:the )?three")


def outcome(even: str) -> str | None:
    """Return which of the three sentences of the Area SEND framework is the judgement, if one is.

    A text that explains all three gives none.
    """
    found = {name for name, pattern in _OUTCOMES if pattern.search(even)}
    if len(found) == 1 and not _OPTIONS.search(even):
        return found.pop()
    said = [
        name
        for name, pattern in _OUTCOMES
        for each in sentences(even)
        if pattern.search(each.words) and _FOUND.search(each.words)
    ]
    return said[0] if len(set(said)) == 1 else None


_FOUND = spaced(
    r"^there are widespread|^the local area partnership's .{0,60}arrangements (?:typically )?lead"
    r"|\b(?:found|judged|concluded|outcome (?:was|is))\b"
)


def plan_required(
    even: str, document: str, framework: str | None, judged: str | None
) -> bool | None:
    """Return whether the text says that a plan must be made; None where it does not say.

    Only the third outcome of the Area SEND framework asks for a priority action plan.
    """
    said = [
        each.words
        for each in sentences(even)
        if _NAMES_A_PLAN.search(each.words) and not _MANY_AREAS.search(each.words)
    ]
    denied = [words for words in said if _NOT_REQUIRED.search(words)]
    affirmed = [words for words in said if words not in denied and _REQUIRED.search(words)]
    if denied:
        return None if any(_SUBMIT.search(words) for words in affirmed) else False
    if judged == WIDESPREAD or affirmed:
        return True
    if judged in {INCONSISTENT, POSITIVE} and framework == AREA_SEND:
        return False
    return False if document in {OUTCOME_LETTER, REPORT} and _is_whole(even) else None


def plan_after_return(even: str, total: int | None, enough: int | None) -> bool | None:
    """Return whether a plan is required after a re-visit.

    The first plan is past. With enough progress everywhere none follows; otherwise an accelerated
    progress plan may, and the text has to say so.
    """
    if total is not None and total == enough:
        return False
    return any(_ACCELERATED.search(each.words) for each in sentences(even)) or None


_ACCELERATED = spaced(
    r"(?:requir\w*|must|have to|has to|asked|need to|told|will) (?:[^.]{0,120})?"
    r"(?:accelerated progress plan|\bAPP\b|accelerated action plan)"
    r"|accelerated (?:progress|action) plan (?:\(APP\) )?(?:is|was|will be) (?:now )?required"
)
_SIGNED = spaced(r"yours (?:sincerely|faithfully)|inspection team|if you are not happy")
_MAIN = spaced(r"main findings|inspection outcome")


def _is_whole(even: str) -> bool:
    """Return whether a letter is there from its findings to its signature."""
    return bool(_SIGNED.search(even) and _MAIN.search(even))
