"""Sentences and headings that say: a list of priorities comes now.

Only such a sentence makes a list into priorities. What it names last, or after *following*,
decides; a list of strengths, of steps taken or of recommendations is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pcf_desktop.importers.letters.duties import has_duty
from pcf_desktop.importers.letters.judgements import is_positive, last_judgement
from pcf_desktop.importers.letters.markers import marker
from pcf_desktop.importers.letters.numbers import NUMBER, number
from pcf_desktop.importers.letters.quotations import is_speech
from pcf_desktop.importers.letters.sentences import sentence_before
from pcf_desktop.importers.letters.view import Line, View
from pcf_desktop.importers.letters.vocabulary import (
    COUNTED,
    IMPROVEMENT,
    PRIORITY_ACTION,
    Judgement,
    Kind,
    nouns,
    spaced,
)


@dataclass(frozen=True)
class Announcement:
    """A list is announced: of what kind, how many, with what judgement, and where it begins."""

    start: int
    end: int
    kind: Kind
    words: str
    judgement: Judgement | None = None
    count: int | None = None
    is_heading: bool = False
    is_inline: bool = False
    certainty: float = 1.0


_COLON = re.compile(r":(?![/\d])(?:[ \t]*[-–](?=[ \t]*(?:\n|$)))?")
_DASH = re.compile(r"(?<=\S)[ \t]+[-–]\s|(?<=\w)–(?=\w)")
_VERB = spaced(
    r"\b(?:namely|as follows|(?:were|are|include[sd]?)(?= (?:the|an?|poor|weak|lack|that|too"
    r"|in[a-z]+|un[a-z]+|how)\b))"
)
_LIST_COMES = re.compile(r"\s*(?::|\n\s*(?:•|[-–*]\s|\(?\d{1,2}[.)]))")
_ANAPHORA = spaced(
    r"^\W*(?:and )?(?:(?:these|those|they|which|the (?:\w+ )?(?:areas|weaknesses|issues))"
    r"(?: areas| weaknesses| issues)? (?:were|are|include[sd]?)|as follows|namely|including"
    r"|these being|specifically|in particular)\b.{0,40}$"
)
_TRIGGER = spaced(
    r"weakness|written statement|wsoa|sufficient progress|significant progress|enough progress"
    r"|priority action|improvements?|need to|must|required to|concern|failing|shortcoming"
    r"|have improved|effective action|remaining|further work|outstanding|revisit|re-visit"
    r"|\bprogress\b"
)
_BAD_END = spaced(
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
    r"|school (?:development|improvement) plan|ombudsman|inspection of children's services"
)
_ADVICE_ON = spaced(
    r"\b(?:recommendations?|(?<!priority\s)(?<!required\s)actions|steps|measures|questions|proposals"
    r"|comments|views|ideas|suggestions) (?:on|about|against|around|regarding|relating to|to "
    r"(?:address|tackle|meet)) [^.:]{0,50}$"
)
_HERE = spaced(r"\bcqc\b|care quality|\bsend inspection|written statement|\bwsoa\b|hmci")
_GOOD_NEWS = spaced(
    r"strength|praised|commended|good practice|pleased|proud|positive|working well|celebrat"
    r"|what (?:is|has) (?:gone|going|working) well"
)
_STRONG = spaced(r"weakness|priority action|improvement|progress")


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


def _before_marks(view: View) -> Iterator[Announcement]:
    """Yield the sentences after which bullets or numbers begin, without a colon."""
    before: Line | None = None
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


def _can_lead(line: Line) -> bool:
    return not line.words.endswith(":") and marker(line.words) is None


def _after_verbs(view: View) -> Iterator[Announcement]:
    for match in _VERB.finditer(view.even):
        if _LIST_COMES.match(view.even, match.end()):
            continue
        for found in _announced(view, match.start(), match.end()):
            yield _inline(found)
    for match in _IS.finditer(view.even):
        yield from _the_one(view, match.start(), match.end())


_IS = spaced(r"\b(?:is|was)(?= (?:the|an?|poor|weak|lack|how|its|their|in[a-z]{6,})\b)")
_THE_ONE = spaced(
    r"^the (?:one|only|remaining|last|other|final|outstanding|fifth|single)(?: remaining| other)? "
    r"(?:significant )?(?:area|weakness)\b(?! of (?:strength|development|focus))"
)


def _the_one(view: View, before: int, end: int) -> Iterator[Announcement]:
    """Yield *The one area without sufficient progress is*, where the sentence begins so."""
    said = sentence_before(view.even, before)
    if not _THE_ONE.search(said.words) or is_speech(view.even, before - 1):
        return
    judgement = last_judgement(said.words)
    if judgement is not None and not is_positive(judgement):
        effective = judgement is Judgement.NOT_EFFECTIVE
        kind = Kind.PRIORITY_ACTION if effective else Kind.SIGNIFICANT_WEAKNESS
        yield Announcement(
            *(said.start, end, kind, said.words, judgement, 1), is_inline=True, certainty=0.85
        )


def _after_dashes(view: View) -> Iterator[Announcement]:
    for match in _DASH.finditer(view.even):
        for found in _announced(view, match.start(), match.end()):
            if found.count:
                yield _inline(found)


def _inline(found: Announcement) -> Announcement:
    return Announcement(
        *(found.start, found.end, found.kind, found.words, found.judgement, found.count),
        is_inline=True,
        certainty=min(found.certainty, 0.85),
    )


_HEADING = spaced(
    r"^(?:\d+(?:\.\d+)*[.)]? )?(?:the )?(?:required |identified |significant |\w+ )??"
    r"(?P<noun>.+?)(?: (?:identified|found|noted|from|in|for|where|with|that|by|of|we)\b.{0,70})?"
    r"[:.]?$"
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


def _headed(line: Line, words: str) -> Iterator[Announcement]:
    named = nouns(words)
    kinds = [kind for _, _, kind in named if isinstance(kind, Kind)]
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
        if _ANAPHORA.search(words) and not _BAD_END.search(words):
            words, start = f"{earlier.words} {words}", earlier.start
    governed = _governing(words)
    if governed is None:
        return
    kind, certainty = governed
    yield Announcement(
        *(start, end, kind, words, last_judgement(words), _count(words)), certainty=certainty
    )


def _trimmed(even: str, place: int) -> int:
    return len(even[:place].rstrip())


def _governing(words: str) -> tuple[Kind, float] | None:
    """Return the kind of the list that the words announce, and how sure that is."""
    named = nouns(words)
    is_plan = _BAD_END.search(words) and not _SAYS_MUST.search(words)
    if (is_plan and not _IS_JUDGEMENT.search(words)) or _is_another_list(words):
        return None
    if not named:
        return _judged_only(words)
    _, _, kind = _deciding(words, named)
    if kind == "other" or (_GOOD_NEWS.search(words) and not _STRONG.search(words)):
        return None
    specific = [each for _, _, each in named if isinstance(each, Kind)]
    if isinstance(kind, Kind):
        return kind, 1.0
    if specific:
        return specific[-1], 0.95
    return (_kind_of_generic(words), 0.8) if _TRIGGER.search(words) else None


def _is_another_list(words: str) -> bool:
    """Return whether the list is of an audit's or a school's findings, or of advice *on* ours."""
    is_elsewhere = _ELSEWHERE.search(words) and not _HERE.search(words)
    return bool(is_elsewhere or _ADVICE_ON.search(words))


def _deciding(words: str, named: list[tuple[int, int, Kind | str]]) -> tuple[int, int, Kind | str]:
    """Return the noun that stands after *following*; else the last that can head a list."""
    places = [match.start() for match in _FOLLOWING.finditer(words)]
    followed = [noun for noun in named if places and places[-1] <= noun[0]]
    if followed:
        return followed[0]
    near = [noun for noun in named if noun[2] != "other" or _heads_the_end(words, noun, named)]
    return near[-1] if near else named[-1]


_FOLLOWING = spaced(r"(?<=\s)following (?!an?\b|the\b|its|their|our|this|that|from|on\b|in\b)")
_Noun = tuple[int, int, Kind | str]
_INSIDE = re.compile(r"\b(?:in|of|to|for|by|with|from|across|within|on)\b", re.IGNORECASE)


def _heads_the_end(words: str, noun: _Noun, named: list[_Noun]) -> bool:
    """Return whether a noun near the end heads the list, and is not only a place: *in services*."""
    if len(words) - noun[1] > _AT_THE_END:
        return False
    before = [other for other in named if other[1] <= noun[0] and isinstance(other[2], Kind)]
    return not (before and _INSIDE.search(words[before[-1][1] : noun[0]]))


_AT_THE_END = 24
_IS_JUDGEMENT = spaced(r"^(?:in|not )?(?:sufficient|effective) (?:progress|action)")
_MOST_JUDGED = 9


def _judged_only(words: str) -> tuple[Kind, float] | None:
    """Return the kind of a list headed *Sufficient progress has been made* and no more."""
    judgement = last_judgement(words)
    if judgement is None or len(words.split()) > _MOST_JUDGED:
        return None
    effective = judgement in {Judgement.EFFECTIVE, Judgement.NOT_EFFECTIVE}
    return (Kind.PRIORITY_ACTION if effective else Kind.SIGNIFICANT_WEAKNESS), 0.8


def _kind_of_generic(words: str) -> Kind:
    if re.search(r"priority\s+action", words, re.IGNORECASE):
        return Kind.PRIORITY_ACTION
    if re.search(r"weakness|written\s+statement|wsoa|sufficient|significant", words, re.IGNORECASE):
        return Kind.SIGNIFICANT_WEAKNESS
    if re.search(r"improvement", words, re.IGNORECASE):
        return Kind.IMPROVEMENT
    return Kind.SIGNIFICANT_WEAKNESS


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
    return 1 if _SINGLE.search(words) else None


_SINGLE = spaced(r"\b(?:remaining |outstanding )area of (?:\w+ )?(?:weakness|concern)\b(?!es)")
_SPECIFIC = spaced(r"weakness|priority action|improvement|concern")
_PART = spaced(
    rf"\b(?P<count>{NUMBER}) (?:out )?of (?:(?:the|its|our|these|those) )*(?P<whole>{NUMBER})?"
)
_LAST = spaced(rf"\b(?:in|against|on|for|with|are|remaining) (?:the )?(?P<count>{NUMBER})\W*$")
