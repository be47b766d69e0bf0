"""How many priorities a text says there are, and of how many it says that enough was done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pcf_desktop.importers.letters.judgements import is_positive, judgement_phrases
from pcf_desktop.importers.letters.numbers import NUMBER, number
from pcf_desktop.importers.letters.sentences import sentences
from pcf_desktop.importers.letters.vocabulary import (
    GENERIC,
    IMPROVEMENT,
    PRIORITY_ACTION,
    WEAKNESS,
    PriorityKind,
    ReturnJudgement,
    spaced,
)


@dataclass
class StatedCounts:
    """The numbers a text states, each list in the order of the text."""

    stated: dict[PriorityKind, list[int]] = field(default_factory=dict)
    positive: list[int] = field(default_factory=list)
    negative: list[int] = field(default_factory=list)
    area_level: ReturnJudgement | None = None
    definite: list[tuple[PriorityKind, int, ReturnJudgement]] = field(default_factory=list)

    @property
    def total(self) -> int | None:
        """Return the stated number of priorities of all kinds, or what adds up to it."""
        if any(self.stated.values()):
            return sum(_most_common(numbers) for numbers in self.stated.values() if numbers)
        if self.positive and self.negative:
            return self.positive[0] + self.negative[0]
        return None

    @property
    def is_added_up(self) -> bool:
        """Return whether the total is a sum of passes and the rest, and stands nowhere itself."""
        return not any(self.stated.values()) and bool(self.positive and self.negative)

    @property
    def sufficient(self) -> int | None:
        """Return how many made sufficient progress, or had effective action taken on them."""
        if self.positive:
            return self.positive[0]
        if self.area_level is not None:
            return self.total if is_positive(self.area_level) else 0
        if self.negative and any(self.stated.values()):
            left = (self.total or 0) - self.negative[0]
            return left if left >= 0 else None
        return None


def _most_common(numbers: list[int]) -> int:
    return max(numbers, key=lambda each: (numbers.count(each), -numbers.index(each)))


_THING = rf"(?:{PRIORITY_ACTION}|{IMPROVEMENT}|{WEAKNESS}|{GENERIC})"
_FILL = (
    r"(?:(?:the|its|our|these|those|former|initial|original|previous|identified|significant"
    r"|required|following|further|urgent|separate|named|key|main) )*"
)
_PART = spaced(
    rf"\bof {_FILL}(?P<whole6>{NUMBER}) {_FILL}{_THING}[^,.;]{{0,60}}, (?P<part6>{NUMBER}|all"
    rf"|none)\b|"
    rf"\b(?P<part>{NUMBER}|none|all|any|each|every|both|n?either) (?:(?:but|except)"
    rf" (?P<but>{NUMBER}) )?(?:out )?(?:of )?"
    rf"{_FILL}(?:(?P<whole>{NUMBER}) )?{_FILL}(?P<noun>{_THING})"
    rf"|\b(?P<part2>{NUMBER}|none|all|any|n?either) (?:out )?of (?:the |those "
    rf"|them\b)?(?P<whole2>{NUMBER})?"
    rf"|\b(?:in|all|any of the) (?P<all3>all|any of the|each of the) (?P<whole3>{NUMBER})\b"
    rf"|\b(?P<all4>all) (?P<whole4>{NUMBER})\b"
    rf"|\b(?:in|against|on|for|with|remaining) (?:the |only |just )?(?P<part5>{NUMBER})"
    r"(?= (?:–|-)|\W*$|,? but|\. )"
)
_CLAUSE = re.compile(
    r",?(?<!\ball)\s+(?:but|whereas|while|whilst|however|although|though|yet)\s+|;\s+|,?\s+and\s+"
    r"(?=(?:has|have|had|insufficient|not|no\b|in\s+\w+\s+(?:areas|progress)))|\.\s",
    re.IGNORECASE,
)
_ABOUT = spaced(
    r"weakness|written statement|wsoa|priority action|sufficient|effective action|inspect|ofsted"
    r"|cqc"
    r"|improvement|progress|accelerated|areas? of concern"
)
_ASKED = spaced(r"\b(?:whether|to decide|to determine|if a local area|where a local area)\b")


def count(even: str) -> StatedCounts:
    """Return the numbers of priorities that the text states, with the judgements on them."""
    counts = StatedCounts()
    for said in sentences(even):
        if _ABOUT.search(said.words):
            _read_sentence(said.words, counts)
    _settle_definite(counts)
    return counts


def _settle_definite(counts: StatedCounts) -> None:
    """Take *the three weaknesses* for all there are, where the text names no other number."""
    for kind, told, judgement in counts.definite:
        known = counts.stated.get(kind)
        if (known is None or told in known) and not counts.negative:
            counts.stated.setdefault(kind, []).append(told)
            counts.area_level = counts.area_level or judgement


_HEADED = spaced(rf"^(?P<noun>{_THING}) \((?P<count>{NUMBER})\)$")


def _read_sentence(words: str, counts: StatedCounts) -> None:
    if heading := _HEADED.match(words):
        kind = _kind(heading["noun"], "")
        counts.stated.setdefault(kind, []).append(number(heading["count"]))
    previous: ReturnJudgement | None = None
    for clause in _clauses(words):
        phrases = judgement_phrases(clause)
        judgement = phrases[-1][2] if phrases else _inherited(clause, previous)
        previous = judgement or previous
        for match in _PART.finditer(clause):
            _read_part(_Part(match), clause, judgement, counts)
        if judgement and not _PART.search(clause):
            _read_definite(clause, judgement, counts)


def _clauses(words: str) -> Iterator[str]:
    start = 0
    for match in _CLAUSE.finditer(words):
        yield words[start : match.start()]
        start = match.start()
    yield words[start:]


def _inherited(clause: str, previous: ReturnJudgement | None) -> ReturnJudgement | None:
    """Return what *but not in two* means after *sufficient progress in six*."""
    if previous is None or not re.search(
        r"\b(?:not|others?|remaining|rest)\b", clause, re.IGNORECASE
    ):
        return None
    opposite = {
        ReturnJudgement.SUFFICIENT: ReturnJudgement.NOT_SUFFICIENT,
        ReturnJudgement.EFFECTIVE: ReturnJudgement.NOT_EFFECTIVE,
    }
    return opposite.get(previous)


_ALL_OR_NONE = {"none", "all", "any", "each", "every", "both", "either", "neither"}


_TWO = {"both", "either", "neither"}
_WHOLE = "whole"
_OF_THE = spaced(r"\bof (?:the|its|these|those|our)(?: original| initial| identified)?$")


class _Part:
    """A number of things out of a whole, as one match reads it."""

    def __init__(self, match: re.Match[str]) -> None:
        groups = match.groupdict()
        self.part = next(
            (groups[k] for k in ("part", "part2", "all3", "all4", "part5", "part6") if groups[k]),
            "",
        )
        self.part = self.part.casefold().split()[0]
        whole = next(
            (groups[k] for k in ("whole", "whole2", "whole3", "whole4", "whole6") if groups[k]),
            None,
        )
        self.whole = number(whole) if whole else None
        if self.part in _TWO:
            self.whole = 2
        self.noun = groups["noun"]
        self.but = number(groups["but"]) if groups["but"] else None
        self.has_of = bool(re.search(r"\bof\b", match.group().split(groups["noun"] or "\0")[0]))
        before = match.string[: match.start()].rstrip().casefold()
        self.is_definite = before.endswith((" the", "all")) and not self.has_of
        self.is_number = self.part not in _ALL_OR_NONE
        if self.is_number and self.whole is None and self.noun and _OF_THE.search(before):
            self.whole, self.is_number = number(self.part), False
            self.part = _WHOLE


def _read_part(
    part: _Part, clause: str, judgement: ReturnJudgement | None, counts: StatedCounts
) -> None:
    kind = _kind(part.noun, clause)
    if part.whole is not None:
        counts.stated.setdefault(kind, []).append(part.whole)
    if part.part == _WHOLE:
        return
    if judgement is None:
        if part.is_number and part.noun and not part.has_of and _is_total(part, clause):
            counts.stated.setdefault(kind, []).append(number(part.part))
        return
    if part.is_number:
        _read_number(part, judgement, counts)
        if part.is_definite and is_positive(judgement):
            counts.definite.append((kind, number(part.part), judgement))
    elif part.part in {"all", "each", "every", "both"}:
        _read_all(part, clause, judgement, counts)
    else:
        counts.area_level = _denied(judgement)


def _read_number(part: _Part, judgement: ReturnJudgement, counts: StatedCounts) -> None:
    told = number(part.part)
    if is_positive(judgement):
        counts.positive.append(told)
    else:
        counts.negative.append(told)


def _read_all(part: _Part, clause: str, judgement: ReturnJudgement, counts: StatedCounts) -> None:
    if part.but is not None:
        (counts.negative if is_positive(judgement) else counts.positive).append(part.but)
    elif is_positive(judgement) or not re.search(r"\bnot\b.*\ball\b", clause, re.IGNORECASE):
        counts.area_level = judgement


def _denied(judgement: ReturnJudgement) -> ReturnJudgement:
    if judgement in {ReturnJudgement.EFFECTIVE, ReturnJudgement.NOT_EFFECTIVE}:
        return ReturnJudgement.NOT_EFFECTIVE
    return ReturnJudgement.NOT_SUFFICIENT


_DEFINITE = spaced(rf"\b(?:the|its|these|those) (?:{WEAKNESS}|{PRIORITY_ACTION})")


def _read_definite(clause: str, judgement: ReturnJudgement, counts: StatedCounts) -> None:
    """Take *has not made sufficient progress in addressing the weaknesses* for all of them."""
    match = _DEFINITE.search(clause)
    if match and re.search(r"(?:es|s)$", match.group()) and counts.area_level is None:
        counts.area_level = judgement


_TOTALS = spaced(
    r"identif|weakness|priority action|improvement|found|address|written statement|wsoa|required"
    r"|tackle|priority areas"
)


def _is_total(part: _Part, clause: str) -> bool:
    specific = bool(part.noun and not spaced(rf"^{GENERIC}$").match(part.noun))
    return specific or bool(_TOTALS.search(clause))


def _kind(noun: str | None, clause: str) -> PriorityKind:
    for words in (noun or "", clause):
        if spaced(PRIORITY_ACTION).search(words):
            return PriorityKind.PRIORITY_ACTION
        if spaced(IMPROVEMENT).search(words):
            return PriorityKind.IMPROVEMENT
        if spaced(WEAKNESS).search(words):
            return PriorityKind.SIGNIFICANT_WEAKNESS
    return PriorityKind.SIGNIFICANT_WEAKNESS
