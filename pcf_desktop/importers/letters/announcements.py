"""Sentences and headings that say: a list of priorities comes now.

Only such a sentence makes a list into priorities; `governing` says whether it is one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pcf_desktop.importers.letters.duties import has_duty
from pcf_desktop.importers.letters.governing import BAD_END, governing
from pcf_desktop.importers.letters.judgements import is_positive, last_judgement
from pcf_desktop.importers.letters.markers import marker
from pcf_desktop.importers.letters.numbers import NUMBER, number
from pcf_desktop.importers.letters.quotations import is_speech
from pcf_desktop.importers.letters.sentences import Sentence, sentence_before
from pcf_desktop.importers.letters.view import LetterLine, View
from pcf_desktop.importers.letters.vocabulary import (
    COUNTED,
    PRIORITY_ACTION,
    WEAKNESS,
    PriorityKind,
    ReturnJudgement,
    nouns,
    spaced,
)


@dataclass(frozen=True)
class Announcement:
    """A list is announced: of what kind, how many, with what judgement, and where it begins."""

    start: int
    end: int
    kind: PriorityKind
    words: str
    judgement: ReturnJudgement | None = None
    count: int | None = None
    is_heading: bool = False
    is_inline: bool = False
    certainty: float = 1.0


_COLON = re.compile(r":(?![/\d])(?:[ \t]*-?:)?(?:[ \t]*[-–](?=[ \t]*(?:\n|$)))?")
_DASH = re.compile(r"(?<=\S)[ \t]+[-–]\s|(?<=\w)–(?=\w)")
_VERB = spaced(
    r"\b(?:namely|as follows|(?:were|are|include[sd]?)(?= (?:the|an?|poor|weak|lack|that|too|long"
    r"|slow|high|low|delays?|gaps|waits|waiting|access|limited|variable|in[a-z]+|un[a-z]+|how)\b))"
)
_LIST_COMES = re.compile(r"\s*(?::|\n\s*(?:•|[-–*]\s|\(?\d{1,2}[.)]))")
_ANAPHORA = spaced(
    r"^\W*(?:and )?(?:(?:these|those|they|which|the (?:\w+ )?(?:areas|weaknesses|issues))"
    r"(?: areas| weaknesses| issues)? (?:were|are|include[sd]?)|as follows|namely|including"
    rf"|these being|specifically|in particular|there (?:are|were) {NUMBER}(?: of (?:them|these))?$)"
    r"(?:\b.{0,40})?$"
)
_MOST = 300
"""Announcements of a sort. A letter of twenty pages has some ten."""


def announcements(view: View) -> tuple[Announcement, ...]:
    """Return what the text announces, in order of place; each place once."""
    found: dict[int, Announcement] = {}
    for look in (_after_colons, _before_marks, _headings, _after_verbs, _after_dashes):
        for candidate in islice(look(view), _MOST):
            found.setdefault(candidate.end, candidate)
    return tuple(found[end] for end in sorted(found))


def _after_colons(view: View) -> Iterator[Announcement]:
    for match in _COLON.finditer(view.even):
        yield from _announced(view, match.start(), match.end())
        yield from _the_others(view, sentence_before(view.even, match.start()), match.end())


def _before_marks(view: View) -> Iterator[Announcement]:
    """Yield the sentences after which bullets or numbers begin, without a colon."""
    before: LetterLine | None = None
    for line in view.lines:
        if line.is_blank:
            continue
        mark = marker(line.words)
        is_label = mark is not None and mark.style == "label"
        if mark and before and not is_label and _can_lead(before):
            duty = has_duty(sentence_before(view.even, before.end).words)
            if not (duty and before.words.endswith(".")):
                yield from _announced(view, before.end, before.end)
        before = line


def _can_lead(line: LetterLine) -> bool:
    return not line.words.endswith(":") and marker(line.words) is None


def _after_verbs(view: View) -> Iterator[Announcement]:
    for match in _VERB.finditer(view.even):
        if _LIST_COMES.match(view.even, match.end()):
            continue
        for found in _announced(view, match.start(), match.end()):
            yield _inline(found)
    for match in _IS.finditer(view.even):
        yield from _the_rest(view, match.start(), match.end())


_IS = spaced(
    r"\b(?:is|was)(?= (?:the|an?|poor|weak|lack|how|its|their|in[a-z]{6,})\b)|\b(?:are|were)(?= \w)"
)
_THE_REST = spaced(
    rf"^the (?:other |remaining )?(?P<count>{NUMBER})(?: other| remaining)?"
    r"(?: areas| weaknesses)? (?:where|in which|that|which|without|with|still|not)\b"
)
_THE_ONE = spaced(
    r"^the (?:one|only|remaining|last|other|final|outstanding|fifth|single)(?: remaining| other)? "
    r"(?:significant )?(?:area|weakness)\b(?! of (?:strength|development|focus))"
    r"|^the (?:area|weakness) (?:still|not|without|where|that|which)\b"
)


def _the_rest(view: View, before: int, end: int) -> Iterator[Announcement]:
    """Yield *The one area without sufficient progress is*, *The two where … are*, at its verb."""
    said = sentence_before(view.even, before)
    rest = _THE_REST.search(said.words)
    if not (rest or _THE_ONE.search(said.words)) or is_speech(view.even, before - 1):
        return
    judgement = last_judgement(said.words)
    if judgement is not None and not is_positive(judgement):
        effective = judgement is ReturnJudgement.NOT_EFFECTIVE
        kind = PriorityKind.PRIORITY_ACTION if effective else PriorityKind.SIGNIFICANT_WEAKNESS
        yield Announcement(
            *(said.start, end, kind, said.words, judgement),
            *(number(rest["count"]) if rest else 1,),
            is_inline=True,
            certainty=0.85,
        )


_MOST_DASHES = 3
"""Dashes of a sentence after which its list can begin."""

_LONGEST = 600
"""Characters of a sentence before its list. The longest met has some three hundred."""


def _after_dashes(view: View) -> Iterator[Announcement]:
    tried: Counter[int] = Counter()
    for match in _DASH.finditer(view.even):
        sentence = sentence_before(view.even, match.start()).start
        tried[sentence] += 1
        if tried[sentence] > _MOST_DASHES or match.start() - sentence > _LONGEST:
            continue
        for found in _announced(view, match.start(), match.end()):
            if found.count:
                yield _inline(found)


def _inline(found: Announcement) -> Announcement:
    return Announcement(
        *(found.start, found.end, found.kind, found.words, found.judgement, found.count),
        is_inline=True,
        certainty=min(found.certainty, 0.85),
    )


_LONGEST_HEADING = 14


def _headings(view: View) -> Iterator[Announcement]:
    """Yield headings such as *Areas for improvement*, alone on their line."""
    for line in view.lines:
        words = line.words.strip("*#_ \t|\"'")
        if not words or len(words.split()) > _LONGEST_HEADING or words[-1] in ".;,:":
            continue
        if marker(line.words) or not words[0].isupper():
            continue
        yield from _headed(line, words)


def _headed(line: LetterLine, words: str) -> Iterator[Announcement]:
    named = nouns(words)
    kinds = [kind for _, _, kind in named if isinstance(kind, PriorityKind)]
    if not kinds or any(kind == "other" for _, _, kind in named) or _RUNNING.search(words):
        return
    if named[0][0] > _EARLY:
        return
    yield Announcement(
        *(line.start, line.end, kinds[-1], words, last_judgement(words), _count(words)),
        is_heading=True,
        certainty=0.9,
    )


_EARLY = 40
_RUNNING = spaced(
    r"\b(?:plan|plans|progress report|our|we|update|response|how|what|why|welcomes?|accepts?|says?"
    r"|after|following|council|addressing|tackling|tackle|support|address)\b"
)


_WORTH_READING = spaced(
    r"weakness|concern|failing|criticism|action|improve|area|issue|points|priorit|matters|progress"
)


def _announced(view: View, before: int, end: int) -> Iterator[Announcement]:
    """Yield an announcement if the sentence up to `before` is one; its list begins at `end`."""
    said = sentence_before(view.even, before)
    words, start = said.words, said.start
    if not (_WORTH_READING.search(words) or _ANAPHORA.search(words)):
        return
    mark = marker(words)
    if not words or is_speech(view.even, before - 1):
        return
    if mark is not None:
        words = words[mark.length :]
        if mark.style == "label" or last_judgement(words) is None:
            return
    if (not nouns(words) and not last_judgement(words)) or _ANAPHORA.search(words):
        earlier = sentence_before(view.even, _trimmed(view.even, start))
        if _ANAPHORA.search(words) and not BAD_END.search(words):
            words, start = f"{earlier.words} {words}", earlier.start
    governed = governing(words)
    if governed is None:
        return
    kind, certainty = governed
    yield Announcement(
        *(start, end, kind, words, last_judgement(words), _count(words)), certainty=certainty
    )


_HAVE_NOT = spaced(
    rf"^(?:the )?(?:other |remaining )?(?P<count>{NUMBER})(?: others?)? (?:have|has|had|did) not"
    r"(?: yet)?$"
)
_OPPOSITE = {
    ReturnJudgement.SUFFICIENT: ReturnJudgement.NOT_SUFFICIENT,
    ReturnJudgement.EFFECTIVE: ReturnJudgement.NOT_EFFECTIVE,
}


def _the_others(view: View, said: Sentence, end: int) -> Iterator[Announcement]:
    """Yield *Two have not:* after *Of the seven areas of weakness, five have improved*."""
    match = _HAVE_NOT.search(said.words)
    if match is None:
        return
    earlier = sentence_before(view.even, _trimmed(view.even, said.start))
    kind, judgement = governing(earlier.words), last_judgement(earlier.words)
    if kind and judgement in _OPPOSITE:
        words = f"{earlier.words} {said.words}"
        yield Announcement(
            *(earlier.start, end, kind[0], words, _OPPOSITE[judgement], number(match["count"])),
            certainty=0.8,
        )


def _trimmed(even: str, place: int) -> int:
    return len(even[:place].rstrip())


def _count(words: str) -> int | None:
    """Return how many items the announcement promises: the number nearest its end."""
    last = _LAST.search(words)
    if last:
        return number(last["count"])
    parts = [span for match in _PART.finditer(words) if (span := match.span("whole")) != (-1, -1)]
    named = [
        match
        for match in (*_PART.finditer(words), *COUNTED.finditer(words))
        if not any(start <= match.start("count") < end for start, end in parts)
    ]
    specific = [match for match in named if _SPECIFIC.search(match.group())]
    nearest = max(specific or named, key=lambda match: match.start("count"), default=None)
    if nearest:
        return number(nearest["count"])
    if _BOTH.search(words):
        return 2
    return 1 if _SINGLE.search(words) else None


_BOTH = spaced(rf"\bboth (?:of )?(?:the |these )?(?:{WEAKNESS}|{PRIORITY_ACTION}|areas)")


_SINGLE = spaced(
    r"\b(?:remaining |outstanding )area of (?:\w+ )?(?:weakness|concern)\b(?!es)"
    r"|\bthe (?:other|last|remaining)(?: one)?$"
)
_SPECIFIC = spaced(r"weakness|priority action|improvement|concern")
_PART = spaced(
    rf"\b(?P<count>{NUMBER}) (?:out )?of (?:(?:the|its|our|these|those) )*(?P<whole>{NUMBER})?"
)
_LAST = spaced(rf"\b(?:in|against|on|for|with|are|remaining) (?:the )?(?P<count>{NUMBER})\W*$")
