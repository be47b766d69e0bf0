"""Re-visit and monitoring letters: each weakness is a part with a judgement of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pcf_desktop.importers.letters.endings import ends_list
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.joins import goes_on, is_closed
from pcf_desktop.importers.letters.judgements import judgement_phrases
from pcf_desktop.importers.letters.quotations import is_speech
from pcf_desktop.importers.letters.region import RegionRow, region
from pcf_desktop.importers.letters.sentences import Sentence, sentences
from pcf_desktop.importers.letters.view import View
from pcf_desktop.importers.letters.vocabulary import ReturnJudgement, spaced

_ONE = spaced(
    r"\b(?:this|the) (?:\w+ ){0,2}(?:area of (?:\w+ )?weakness|weakness|area of (?:concern|focus)"
    r"|priority action|area for priority action|issue|priority)\b(?!es)|\bthis area\b"
    r"|^(?:overall )?(?:judge?ment|progress|outcome|finding)\s*:|^(?:in)?sufficient progress\W*$"
    r"|^(?:not |no )?sufficient progress(?: has)?(?: not)?(?: been)?(?: made)?\W*$"
    r"|^effective action(?: has)?(?: not)?(?: been)?(?: taken)?\W*$"
    r"|progress (?:has been|is|was) (?:not )?sufficient\W*$"
)
_MANY = spaced(
    r"\b(?:each|all|none|any|every|both|of the (?:\w+ )?(?:areas|weaknesses|\w+ weak))\b"
)
_FOUND = spaced(
    r"^(?:•\s*)?(?:at (?:the time of )?the (?:initial|first|previous|original|last|\w+ \d{4}) "
    r"inspection(?: in \w+ \d{4})?,? |in \d{4},? |previously,? )?(?:the )?(?:(?:initial|first"
    r"|previous|original|last|\w+ \d{4}) (?:inspection|letter|report)|inspectors|it|there)(?:"
    r" also)?"
    r" (?:found|identified|noted|highlighted|reported|said|had (?:found|identified)|was (?:found)?"
    r"|were)(?: the following(?: weakness)?)?(?: as an? (?:area of )?(?:\w+ )?weakness)?(?:"
    r" that)?\s*:?"
    r"\s*"
)


_THERE = spaced(r"^(?:•\s*)?there\b")


@dataclass(frozen=True)
class Verdict:
    """A sentence that judges one weakness, and its place."""

    start: int
    end: int
    judgement: ReturnJudgement


def verdicts(view: View) -> tuple[Verdict, ...]:
    """Return the sentences that judge *this* weakness or *this* priority action, in order."""
    return tuple(
        Verdict(each.start, each.end, phrases[-1][2])
        for each in sentences(view.even)
        if _judges_one(view, each) and (phrases := judgement_phrases(each.words))
    )


def _judges_one(view: View, said: Sentence) -> bool:
    return bool(
        _ONE.search(said.words)
        and not _MANY.search(said.words)
        and not is_speech(view.even, said.start)
    )


def judged(items: Sequence[Item], found: Sequence[Verdict], end: int) -> tuple[Item, ...]:
    """Give each item the verdict that stands between it and the next item."""
    ordered = sorted(items, key=lambda item: item.start)
    given: list[Item] = []
    for index, item in enumerate(ordered):
        stop = ordered[index + 1].start if index + 1 < len(ordered) else end
        said = {v.judgement for v in found if item.start <= v.start < stop}
        own = item.judgement or (said.pop() if len(said) == 1 else None)
        given.append(replace(_before_verdict(item, found), judgement=own))
    return tuple(given)


def _before_verdict(item: Item, found: Sequence[Verdict]) -> Item:
    """Return the item without the verdict, and what follows it, on lines of their own."""
    first = min((v.start for v in found if item.start < v.start < item.end), default=item.end)
    return replace(item, pieces=tuple(piece for piece in item.pieces if piece[0] < first))


def sections(view: View, found: Sequence[Verdict]) -> tuple[Item, ...]:
    """Return one item a verdict: the weakness is stated at the head of the verdict's part."""
    items: list[Item] = []
    start = _opening(view, found[0].start)
    for index, verdict in enumerate(found):
        rows = region(view, start, verdict.start).rows
        head = _head(view, rows, is_first=index == 0)
        if head is not None:
            items.append(replace(head, judgement=verdict.judgement))
        start = verdict.end
    return tuple(items)


_OPENING = spaced(
    r"^(?:main findings|findings|progress (?:made|against|in)|.{0,60}weakness(?:es)?)\W*$"
)


def _opening(view: View, before: int) -> int:
    """Return where the first part begins: after *Main findings*, else at its last statement."""
    lines = [line for line in view.lines if line.start < before]
    for line in reversed(lines):
        if line.words and _OPENING.match(line.words) and len(line.words.split()) <= _TITLE:
            return line.end
    found = [line for line in lines if _FOUND.match(line.words) or _mark_of(line.words)]
    return found[-1].start if found else max(0, before - _FAR)


_TITLE = 10
_FAR = 600


def _mark_of(words: str) -> bool:
    return bool(re.match(r"^(?:•|\d{1,2}[.)]\s)", words))


def _head(view: View, rows: Sequence[RegionRow], *, is_first: bool) -> Item | None:
    """Return the statement among the rows: what *was identified*, a marked line, or the first."""
    for index, row in enumerate(rows):
        match = _FOUND.match(row.words)
        if match and match.end() < len(row.words):
            whole = _THERE.match(row.words)
            start = row.content[0] if whole else row.start + match.end()
            return _statement(view, rows[index:], start)
        if match and rows[index + 1 :]:
            below = rows[index + 1]
            return _statement(view, rows[index + 1 :], below.content[0], below)
    for wanted in ("number", "label"):
        for index, row in enumerate(rows):
            if row.mark and row.mark.style == wanted:
                return _statement(view, rows[index:], row.content[0], row)
    if len(rows) and not (is_first and ends_list(rows[0].words)):
        return _statement(view, rows, rows[0].content[0], rows[0])
    return None


def _statement(
    view: View, rows: Sequence[RegionRow], start: int, marked: RegionRow | None = None
) -> Item | None:
    """Return the phrase or sentence that begins at `start`, over broken lines."""
    end = _sentence_end(view.even, start, rows[0].end)
    pieces = [(start, end)]
    before = rows[0]
    for row in rows[1:]:
        if end < before.end or row.mark or is_closed(before.words) or row.gap:
            break
        if not goes_on(before.words, row.words, gap=row.gap, width=view.width):
            break
        end = _sentence_end(view.even, row.start, row.end)
        pieces.append((row.start, end))
        before = row
    number = marked.mark.number if marked and marked.mark else None
    kind = marked.mark.kind if marked and marked.mark else None
    long = sum(len(view.even[a:b].split()) for a, b in pieces) > _LONGEST
    if long or not view.even[pieces[0][0] : pieces[-1][1]].strip():
        return None
    return Item(tuple(p for p in pieces if p[0] < p[1]), number, kind, certainty=0.7)


_LONGEST = 80


def _sentence_end(even: str, start: int, end: int) -> int:
    match = re.compile(r"[.!?](?=\s+[A-Z]|['\"])").search(even, start, end)
    return match.start() if match else end
