"""A short plain title for a priority, proposed for a person to change.

It ends where a phrase ends, never within a list such as “education, health and care”: what does not
fit into eight words is left out from before a preposition, a conjunction or a clause on.
"""

import re

from pcf_desktop.importers.letters.duties import DUTY, has_duty
from pcf_desktop.importers.letters.goals import matter
from pcf_desktop.importers.letters.vocabulary import spaced

MOST_WORDS = 8
_AFTER_DUTY = spaced(
    r"^(?:urgently|continue to|jointly|further|work together to|ensure that|also"
    r"|take (?:[a-z]+(?:,? and [a-z]+)? )?action to"
    r"|,|collectively|swiftly|make sure that)\s+"
)
_CLAUSE = re.compile(
    r"\s*(?:[;:(]|,|\s[-–—]\s|\b(?:including|so (?:that|children|families|they)|in order to"
    r"|because|leading to|which|who|resulting in|caused by|due to|when|where|such as"
    r"|particularly|especially|to ensure|meaning|this means|as a result)\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:the|a|an|our|too many|that|there is|there are"
    r"|(?:significant |serious )?weakness(?:es)? in"
    r"|(?:widely[- ]held )?(?:concern|view)s? (?:of|among|from) parents(?: and carers)? that)\s+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\([A-Z][A-Za-z]{1,5}\)")
"""The short form of what was said in full: “(EHC)”."""
_SHORTER = (
    (re.compile(r"\beducation, health and (?:social )?care (plan\w*)", re.IGNORECASE), r"EHC \1"),
    (re.compile(r"\b(children) and young people", re.IGNORECASE), r"\1"),
)
"""What is said in full while it fits."""
_SPEECH = re.compile(r"\bspeech and language\b(?= therap)", re.IGNORECASE)
_REMEDY = spaced(r"^(?:address|cut|end|improve|reduce|resolve|shorten|tackle) (?:the |these )?")
_LACKS_MATTER = spaced(r"\b(?:backlogs?|delays?|gaps?|timeliness|times?|waits?)$")
"""Of these a title says in what, or for what; what should be done about them is left out first."""
_LIST = re.compile(r"[\w’'-]+(?:, [\w’'-]+)+,? (?:and|or) [\w’'-]+")
_UNIT = re.compile(
    rf"{_LIST.pattern}|\bchildren and young people\b|\bspeech and language\b", re.IGNORECASE
)
"""What is never cut: a list of single words, and who it is about."""
_THAT = re.compile(r"(?<!\bsure)(?<!\bensure)(?<!\bso)\s+that\b", re.IGNORECASE)
_FEWEST, _FEWEST_BEFORE_COMMA, _FEWEST_OF_A_CUT = 3, 4, 4


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE = _set(
    "across after against among around as at before between by during for from in into on over "
    "regarding since through throughout towards under until when where which while who whose with "
    "within without"
)
_OPENS = _set("a an the their its poor weak lack insufficient too")
"""After “and”, what begins another matter."""
_LOOSE = _set(
    "a all an and any are be been being both each had has have is its more most no not of or other "
    "our some that the their these this those to too very was were who"
) | (_BEFORE - {"over", "through", "around"})
_WANTS_MORE = _set(
    "ability able absence access approach failure lack level levels need number numbers part "
    "quality range rate rates some timeliness use"
)
"""What says nothing without the “of” or “to” that follows."""
_DESCRIBES = re.compile(r"(?:ive|ic|al|ful|ous|ible|able|ary|joint|poor|weak)$", re.IGNORECASE)


def title(words: str) -> str:
    """Return a title of at most eight words, made from the inspectors' own."""
    plain = _BRACKETED.sub("", words[:1].upper() + words[1:])
    match = DUTY.match(plain) if has_duty(plain) else None
    rest = plain[match.end() :].strip(" ,") if match else plain
    while (shorter := _AFTER_DUTY.sub("", matter(rest))) != rest:
        rest = shorter
    while (shorter := _LEAD.sub("", rest)) and shorter != rest:
        rest = shorter
    short = _fitting(_head(rest)).strip(" .,;:'\"")
    return short[:1].upper() + short[1:]


def _head(words: str) -> str:
    """Return the words up to the first clause that can be left out."""
    lists = [found.span() for found in _LIST.finditer(words)]
    for found in _CLAUSE.finditer(words):
        head, is_comma = words[: found.start()], found.group().strip() == ","
        if is_comma and any(start <= found.start() < end for start, end in lists):
            continue
        if len(head.split()) >= (_FEWEST_BEFORE_COMMA if is_comma else _FEWEST):
            return head
    return words


def _fitting(words: str) -> str:
    """Return as many of the words as make a phrase and are no more than a title holds."""
    if _fits(words):
        return words
    for full, shorter in _SHORTER:
        words = full.sub(shorter, words)
        if _fits(words):
            return words
    that = _THAT.search(words)
    if that and len(words[: that.start()].split()) >= _FEWEST:
        words = words[: that.start()]
    if _fits(words):
        return words
    short, plain = _cut(words), _REMEDY.sub("", words)
    if plain != words and _LACKS_MATTER.search(short):
        return _fitting(plain)
    spoken = _SPEECH.sub("speech", words)
    return spoken if _fits(spoken) else short


def _fits(words: str) -> bool:
    return len(words.split()) <= MOST_WORDS


def _cut(words: str) -> str:
    """Return the longest start that ends before something that can be left out."""
    every, held = words.split(), _held(words)
    good: list[int] = []
    fair: list[int] = []
    for end in range(1, min(MOST_WORDS, len(every) - 1) + 1):
        last, following = every[end - 1].casefold().strip("’'\""), every[end].casefold()
        if end in held or last.rstrip(",") in _LOOSE:
            continue
        opens = every[end + 1].casefold() in _OPENS if end + 1 < len(every) else False
        if following in _BEFORE or (following in {"and", "or"} and opens) or last.endswith(","):
            good.append(end)
        elif following in {"of", "to"}:
            fair += [end] if last not in _WANTS_MORE else []
        elif following in {"and", "or"} and not _DESCRIBES.search(last):
            fair.append(end)
    long_enough = [end for end in good if end >= _FEWEST_OF_A_CUT]
    long_enough = long_enough or [end for end in fair if end >= _FEWEST_OF_A_CUT]
    ends = long_enough or [end for end in good + fair if end >= _FEWEST]
    if ends:
        return " ".join(every[: max(ends)])
    rest = every[:MOST_WORDS]
    while len(rest) > 1 and (len(rest) in held or _dangles(rest[-1])):
        rest.pop()
    return " ".join(rest)


def _dangles(last: str) -> bool:
    return last.casefold() in _LOOSE or _DESCRIBES.search(last) is not None


def _held(words: str) -> set[int]:
    """Return the numbers of words after which a title would end within a list."""
    found: set[int] = set()
    for unit in _UNIT.finditer(words):
        before = len(words[: unit.start()].split())
        found.update(range(before + 1, before + len(unit.group().split())))
    return found
