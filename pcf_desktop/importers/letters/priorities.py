"""From items in the text to priorities: clean words, judgement, bodies, each said once."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from pcf_desktop.importers.letters.cleaning import clean, known_words, without_judgement
from pcf_desktop.importers.letters.duties import body_of_duty, has_duty, without_body
from pcf_desktop.importers.letters.finding import FoundList
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.letter import LetterPriority
from pcf_desktop.importers.letters.titles import title
from pcf_desktop.importers.letters.view import View
from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement

_ALIKE = 88
_SHORTEST = 3


def priorities(
    view: View, lists: Sequence[FoundList], area_level: ReturnJudgement | None
) -> tuple[LetterPriority, ...]:
    """Return the priorities in the lists, in order of the text.

    One that is listed again is the same one: the later place may add its judgement. A judgement
    on all of them holds for those that have none of their own.
    """
    vocabulary = known_words(view.text)
    found: list[LetterPriority] = []
    for each in sorted(lists, key=lambda known: known.start):
        before = len(found)
        for item in each.items:
            made = _priority(view, each, item, vocabulary)
            if made is not None:
                _add(found, made, before)
    return tuple(_with_area_level(each, area_level) for each in found)


def _priority(
    view: View, found: FoundList, item: Item, vocabulary: frozenset[str]
) -> LetterPriority | None:
    if found.kind is not PriorityKind.SIGNIFICANT_WEAKNESS:
        item = without_body(item, view.even)
    raw = "\n".join(view.text[start:end] for start, end in item.pieces)
    words = clean(raw, vocabulary, is_sentence=True)
    if not has_duty(words):
        words = clean(words)
    words, own = without_judgement(words)
    if not any(char.isalpha() for char in words):
        return None
    matches = found.expected is None or found.expected == len(found.items)
    confidence = item.certainty * found.certainty * (1.0 if matches else 0.8)
    return LetterPriority(
        kind=item.kind or found.kind,
        number=item.number,
        words=words,
        title=title(words),
        bodies=item.bodies or body_of_duty(words),
        judgement=item.judgement or own or found.judgement,
        start=item.start,
        end=item.end,
        confidence=round(confidence, 2),
    )


def _add(found: list[LetterPriority], made: LetterPriority, before: int) -> None:
    """Add a priority unless an earlier list has it; then let the place that judges it say how."""
    for index, known in enumerate(found[:before]):
        if known.kind is made.kind and _same(known, made):
            judgement = known.judgement or made.judgement
            found[index] = replace(known, judgement=judgement, number=known.number or made.number)
            return
    found.append(made)


def _same(one: LetterPriority, other: LetterPriority) -> bool:
    first, second = one.words.casefold(), other.words.casefold()
    if min(len(first.split()), len(second.split())) < _SHORTEST:
        return first == second
    return fuzz.ratio(first, second) >= _ALIKE


def _with_area_level(
    priority: LetterPriority, area_level: ReturnJudgement | None
) -> LetterPriority:
    if priority.judgement is not None or area_level is None:
        return priority
    effective = area_level in {ReturnJudgement.EFFECTIVE, ReturnJudgement.NOT_EFFECTIVE}
    fits = (priority.kind is PriorityKind.PRIORITY_ACTION) == effective
    return replace(priority, judgement=area_level) if fits else priority
