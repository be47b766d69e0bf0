"""What comes after a list: signatures, headings of the next part, and other narrative."""

import re

from pcf_desktop.importers.letters.vocabulary import spaced

_ALWAYS = spaced(
    r"^(?:(?:please )?(?:tell|let) us\b|have your say|yours (?:sincerely|faithfully|truly)"
    r"|kind regards|(?:best|warm) wishes|cc\b|c\.c\.|encl\b"
    r"|the (?:re-?)?(?:inspection|visit|revisit) (?:was|team|raises|also)|(?:these|this)"
    r" (?:inspection"
    r"|visit) |inspectors? (?:spoke|met|visited|looked|reviewed|noted|also|found|said|praised"
    r"|recogni[sz]ed|acknowledged|highlighted|judged|agreed|identified|saw|reported|commented|were)"
    r"|during the (?:inspection|revisit|re-visit|visit)|inspection (?:team|outcome|dates?)\b"
    r"|local area partnership details|information about th|if you are not happy|the office for"
    r"|next steps?\b|what happens next|notes? (?:to|for) editors?|related (?:links|pages|topics)"
    r"|share this|contact (?:us|details)|for (?:more|further) information|further (?:information"
    r"|details)|(?:read|view|see|download) (?:the|our|more|full|a)\b|you can (?:read|see|find|view"
    r"|download)|click |follow the link|ofsted and (?:the )?(?:cqc|care quality)|hmci |h[ei][rs] "
    r"majesty|main findings|strengths|areas? for development|areas? of strength|councillor |cllr "
    r"|speaking |commenting |we (?:welcome|accept|are|will|have|know|recogni[sz]e|would|look"
    r"|need)\b"
    r"|< ?back|back to|skip to|cookies?|accessibility|privacy|sitemap|copyright|©|print this"
    r"|as leaders of|since (?:the|then|that)|a (?:further )?(?:copy|full)|in response|as a result"
    r"|the (?:written statement|wsoa|letter|report|full|monitoring|next full|council's|local "
    r"authority and|forum|final|formal|plan)\b(?! of)|in addition to|however,|although |while "
    r"|whilst |following |parents? and carers? (?:told|said)|to address|(?:last )?(?:updated|"
    r"published|posted)|resolved\b|recommended\b|members (?:noted|asked|thanked|were)|the (?:chair"
    r"|committee|board|cabinet|panel|leader) |questions?\b|signed\b|page \d)"
)
_SPEAKER = re.compile(
    r"^[\"']|^(?:Dr|Mr|Mrs|Ms|Cllr|Councillor|Sir|Dame)\.?\s+[A-Z]"
    r"|^[A-Z][\w'-]+ [A-Z][\w'-]+,? (?:[\w',& ]{0,90} )?(?:said|added|commented|told)\b",
)
_ASKING = re.compile(r"^[A-Z].{3,70}\?$")
_ANY_QUESTION_MARK = re.compile(
    r"^(?:what|how|why|who|when|where|is|are|do|does|can)\b", re.IGNORECASE
)


def ends_list(words: str) -> bool:
    """Return whether a line without a mark can be no part of a list of priorities."""
    if not words or (words[0].islower() and not words.startswith("cc")):
        return False
    asks = _ASKING.match(words) and _ANY_QUESTION_MARK.match(words)
    return bool(_ALWAYS.match(words) or _SPEAKER.match(words) or asks)


_TITLE_WORDS = 9


def is_title(words: str) -> bool:
    """Return whether a line looks like the heading of another part."""
    return (
        0 < len(words.split()) <= _TITLE_WORDS
        and words[0].isupper()
        and words[-1] not in ".,;"
        and (words.endswith(":") or ends_list(words))
    )
