"""What inspectors said about progress: sufficient or not, effective action or not.

Only their own words count. Council minutes write *significant progress* for *sufficient*.
"""

import re

from pcf_desktop.importers.letters.vocabulary import WEAKNESS, ReturnJudgement, spaced

_ENOUGH = r"['\"]*(?:sufficient|enough|significant|adequate|satisfactory)['\"]*"
_NOT_ENOUGH = spaced(
    rf"(?:not|n't|failed to|fail to|without)(?: (?:yet|been|being|made|make|making|seen|have|had"
    rf"|to|deemed|considered|judged|found|shown|demonstrated|that|all|the|be))*? {_ENOUGH} progress"
    rf"|\bnot sufficiently (?:improved|progressed|addressed)"
    rf"|\binsufficient progress|{_ENOUGH} progress (?:has|had|have|was|were|is) not"
    rf"|progress (?:has|had|have|was|is) (?:not (?:yet )?(?:been )?(?:sufficient|enough)"
    r"|insufficient)"
    r"|\bbut (?:has |had |have )?not (?:yet )?(?:enough )?(?:progress )?(?:been )?(?:made )?"
    r"(?:in|for|on|against|with)\b|\bnot enough (?:progress )?(?:in|on|against)\b"
    r"|\bnot sufficient (?:in|on|for|against)\b"
    r"|\bno (?:sufficient|significant) progress|lack of (?:sufficient )?progress"
    r"|(?:slow to be realised|too (?:recent|soon|early) to|not (?:yet )?(?:been )?embedded)"
    r"|(?<!for\s)(?:still |further )(?:require|need|work|action|improvement)s?"
    r"(?: (?:is|was|are|were))?"
    r"(?: (?:required|needed))?|yet to (?:make|see|improve)"
)
_LEFT = spaced(
    rf"(?:{WEAKNESS}|areas?|priorit(?:y|ies)|issues?)(?: (?:that|which|of concern))? (?:still )?"
    r"(?:remain(?:ed|s|ing)?|outstanding)\b"
    r"|\b(?:remaining|outstanding) (?:\w+ ){0,2}(?:areas?|weakness(?:es)?|priorit|issues?)"
)
_ENOUGH_MADE = spaced(
    rf"{_ENOUGH} progress|progress (?:was|is|has been|to be)(?: (?:found|judged|deemed))?"
    r"(?: to be)? sufficient|(?:have|has|had) (?:all )?(?:now )?(?:been )?(?:sufficiently )?"
    r"(?:improved|successfully addressed|signed off)|improved sufficiently"
    r"|(?:were|was|are) (?:signed off|no longer)|no longer (?:be |an? )?(?:monitored|areas? of)"
    r"|sufficient improvements?"
)
_ACTION = spaced(r"effective action")
_NO_ACTION = spaced(
    r"(?:not|failed to)(?: (?:yet|taken|take|taking|been))* (?:sufficiently )?effective action"
    r"|effective action (?:has|had|was|is) not|\bineffective action|no effective action"
)
_UNDECIDED = re.compile(
    r"\b(?:whether|if|how\s+far|the\s+extent|to\s+ensure|to\s+show|evidence\s+that|where\s+(?:a|an)"
    r"|when|once|until|unless|will|would|should|must|can|in\s+order|the\s+purpose)\b"
    r"(?:(?!\bfound|\bjudged|\bconcluded|[.;:]).){0,110}$",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(
    r"\b(?:whether|if|how\s+many|once|until|unless)\b(?:(?!\bfound|[.;:]).){0,110}$",
    re.IGNORECASE | re.DOTALL,
)
"""What *remains* is left over although something *must* be done about it."""


def judgement_phrases(words: str) -> list[tuple[int, int, ReturnJudgement]]:
    """Return each judgement in a sentence as (start, end, judgement), in order.

    What is only asked (*whether … has made sufficient progress*) or hoped is no judgement.
    """
    found: list[tuple[int, int, ReturnJudgement]] = []
    for pattern, judgement in (
        (_NO_ACTION, ReturnJudgement.NOT_EFFECTIVE),
        (_ACTION, ReturnJudgement.EFFECTIVE),
        (_NOT_ENOUGH, ReturnJudgement.NOT_SUFFICIENT),
        (_ENOUGH_MADE, ReturnJudgement.SUFFICIENT),
        (_LEFT, ReturnJudgement.NOT_SUFFICIENT),
    ):
        for match in pattern.finditer(words):
            clear = all(match.end() <= start or match.start() >= end for start, end, _ in found)
            asked = _ASKED if pattern is _LEFT else _UNDECIDED
            if clear and not asked.search(words[: match.start()]):
                found.append((match.start(), match.end(), judgement))
    return sorted(found, key=lambda phrase: phrase[0])


def last_judgement(words: str) -> ReturnJudgement | None:
    """Return the judgement nearest the end of the words, as before a list."""
    phrases = judgement_phrases(words)
    return phrases[-1][2] if phrases else None


def is_positive(judgement: ReturnJudgement) -> bool:
    """Return whether a judgement is *sufficient* or *effective*."""
    return judgement in {ReturnJudgement.SUFFICIENT, ReturnJudgement.EFFECTIVE}
