"""An item's words as a person would type them: joined over lines, free of marks and damage."""

import re
from collections.abc import Container

from pcf_desktop.importers.letters.judgements import judgement_phrases
from pcf_desktop.importers.letters.vocabulary import ReturnJudgement, spaced

_SOFT = re.compile("\u00ad\\s*|\u200b|\ufeff|\u2060|\ufffe\\s*")
_HYPHENATED = re.compile(r"(?<=[A-Za-z])[-\u2010]\s*\n\s*(?=[a-z])")
_KEEPS_HYPHEN = re.compile(
    r"(?:\b(?:co|re|multi|self|well|long|short|cross|non|post|pre|anti|inter|mid|on|up|to|of|in|end"
    r"|whole|high|low|full|part|early|joint|joined|one|two|three|four|five|six|\d+|age|all|day|face"
    r"|year|decision|needs|person|child|family|area|school|fixed|follow|out|over|under|so|hard"
    r"|evidence|parent|strength|time|best|better|quality|data|good|poor|neuro|socio|sub"
    r"|strategic))$",
    re.IGNORECASE,
)
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi"})
_MARKS = " \t\n\x1f\xa0•·●◼▪*|"
_LEADING = re.compile(r"^(?:[-–—:;,]\s*)+|^(?:and|or)\s+(?=the\b|an?\b|poor|weak|lack|inconsist)")
_TRAILING = re.compile(r"(?:\s*[;,:]\s*(?:and|or)?|\s*[-–—]|\s+and/or|(?<=[,;.])\s*and)\s*$")
_GLUED_STOP = re.compile(r"(?<=[a-z]{2})([.;,])(?=[A-Z][a-z])")
_GLUED_ACRONYM = re.compile(
    r"\b(SEND|SEN|EHC|EHCPs?|ASD|ADHD|CCGs?|ICB|CAMHS|NHS)(?=(?:and|are|is|in|for|of|to|with|who|on"
    r"|at|has|have|plans?|needs|support|pathways?)\b)"
)
_FUNCTION = ("and", "the", "for", "with", "that", "their", "from", "who", "of", "are", "not")
_WHOLE_WORDS_TEXT = (
    "forward forever withdraw withdrawn withdrawal without within therefore thereof "
    "whoever whole offset office offer often other others foreign format former forum "
    "formal information forecast foremost forthcoming notable notably note noted nothing "
    "notice nothing area areas whomever thematic theory theirs brand demand understand "
    "expand island england husband hand profit proof roof stand standard"
)
_WHOLE_WORDS = frozenset(_WHOLE_WORDS_TEXT.split())
_SENTENCES = re.compile(r"[.!?]\s+[A-Z]")
_JUDGED = re.compile(r"\s*(?:[-–—:|]|\(|\.)\s*(?P<said>[^-–—:|(.]{3,80}?)\)?\.?\s*$")
_SAID = spaced(
    r"^(?:the area |this area |leaders )?(?:has |have )?(?:not |in|no )?(?:yet )?(?:made |taken "
    r"|seen )?(?:sufficient|enough|effective|significant|insufficient)(?: and)? (?:progress|action)"
    r"(?: (?:has|has not|not|was|is))?(?: been)?(?: made| taken)?$|^(?:not )?sufficient$"
    r"|^insufficient$"
)


def clean(raw: str, vocabulary: Container[str] = frozenset(), *, is_sentence: bool = False) -> str:
    """Return an item's words; `vocabulary` are the words of the letter, to part glued ones.

    A full stop stays where the item is a whole sentence and goes where it only ends the list.
    """
    words = _SOFT.sub("", raw).translate(_LIGATURES)
    words = _HYPHENATED.sub(_hyphen, words)
    words = " ".join(words.replace("\xa0", " ").replace("\x1f", " ").split()).strip(_MARKS)
    words = _LEADING.sub("", words)
    words = _GLUED_ACRONYM.sub(r"\1 ", _GLUED_STOP.sub(r"\1 ", words))
    words = " ".join(_parted(word, vocabulary) for word in words.split())
    while (shorter := _TRAILING.sub("", words)) != words:
        words = shorter
    if not is_sentence and not _SENTENCES.search(words):
        words = re.sub(r"\s*\.$", "", words)
    return _unquoted(words.strip(_MARKS))


def _hyphen(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    last = re.search(r"[\w&]+$", before)
    return "-" if last and _KEEPS_HYPHEN.search(last.group()) else ""


def _unquoted(words: str) -> str:
    """Drop quotation marks that open, or close, the item and have no partner in it."""
    pairs = {"\u2018": "\u2019", "\u201c": "\u201d", '"': '"', "'": "'"}
    if words and words[0] in pairs:
        close = pairs[words[0]]
        inner = words[1:]
        if inner.endswith(close):
            return inner[:-1].strip()
        if close not in inner:
            return inner.strip()
    if words and words[-1] in '\u201d"' and not re.search('[\u201c"]', words[:-1]):
        return words[:-1].strip()
    return words


_SHORTEST = 4


def _parted(word: str, vocabulary: Container[str]) -> str:
    """Return *children and* for *childrenand* where the letter knows *children*."""
    small = word.casefold()
    if not small.isalpha() or small in vocabulary or small in _WHOLE_WORDS:
        return word
    for part in _FUNCTION:
        if small.endswith(part) and _knows(vocabulary, small[: -len(part)]):
            return f"{word[: -len(part)]} {word[-len(part) :]}"
        if small.startswith(part) and _knows(vocabulary, small[len(part) :]):
            return f"{word[: len(part)]} {word[len(part) :]}"
    return word


def _knows(vocabulary: Container[str], word: str) -> bool:
    return len(word) >= _SHORTEST and word in vocabulary


def known_words(text: str) -> frozenset[str]:
    """Return the words that stand in a text more than once, in lower case, or alone in it."""
    counted: dict[str, int] = {}
    for word in re.findall(r"[A-Za-z]+", text.casefold()):
        counted[word] = counted.get(word, 0) + 1
    return (
        frozenset(word for word, times in counted.items() if times > 1 or word in _FIELD_WORDS)
        | _FIELD_WORDS
    )


_FIELD_WORDS_TEXT = (
    "children young people parents carers families education health care plans plan "
    "services schools school needs support assessment assessments waiting times leaders "
    "leadership quality partners partnership joint commissioning strategic provision "
    "pathway outcomes exclusion exclusions information speech language therapy autism "
    "diagnosis local area offer progress identification timeliness annual reviews review "
    "data poor lack weak effective improve improvement planning working accountability "
    "governance agencies professionals social special educational disabilities adulthood "
    "transition inclusion attendance communication"
)
_FIELD_WORDS = frozenset(_FIELD_WORDS_TEXT.split())


def without_judgement(words: str) -> tuple[str, ReturnJudgement | None]:
    """Part *Joint commissioning – sufficient progress* into the weakness and the judgement."""
    match = _JUDGED.search(words)
    if match is None or not _SAID.match(match["said"].strip()):
        return words, None
    said = match["said"].strip().casefold()
    phrases = judgement_phrases(said)
    if phrases:
        return words[: match.start()].strip(), phrases[-1][2]
    not_enough = said.startswith(("not", "insufficient"))
    found = ReturnJudgement.NOT_SUFFICIENT if not_enough else ReturnJudgement.SUFFICIENT
    return words[: match.start()].strip(), found
