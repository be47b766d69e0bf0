"""What could not be read, or does not agree, said to the volunteer with what to do about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pcf_desktop.importers.letters.areas import Areas
from pcf_desktop.importers.letters.counts import StatedCounts
from pcf_desktop.importers.letters.finding import Findings
from pcf_desktop.importers.letters.joins import is_incomplete
from pcf_desktop.importers.letters.judgements import is_positive
from pcf_desktop.importers.letters.letter import (
    ABOUT_ONE,
    APP_LETTER,
    MONITORING,
    NONE_OF_THESE,
    OUTCOME_LETTER,
    REVISIT_LETTER,
    LetterPriority,
)
from pcf_desktop.importers.letters.timeline import Timeline
from pcf_desktop.importers.letters.vocabulary import PriorityKind


@dataclass(frozen=True)
class Read:
    """All that was read, for looking over."""

    document: str
    areas: Areas
    times: Timeline
    counts: StatedCounts
    findings: Findings
    priorities: Sequence[LetterPriority]
    plan_required: bool | None
    text: str


_NAMES = {
    PriorityKind.SIGNIFICANT_WEAKNESS: ("area of weakness", "areas of weakness"),
    PriorityKind.PRIORITY_ACTION: ("area for priority action", "areas for priority action"),
    PriorityKind.IMPROVEMENT: ("area for improvement", "areas for improvement"),
}
_LOW = 0.66
_FOREIGN = (
    "This does not read like a text about a SEND inspection, so no priorities were taken from it. "
    "If it is one, choose the letter itself or paste its words."
)


def warnings(read: Read) -> tuple[str, ...]:
    """Return the sentences to show above what was read; none when nothing is in doubt."""
    if read.document == NONE_OF_THESE:
        return (_FOREIGN,)
    parts = (
        _about_lists,
        _about_counts,
        _about_judgements,
        _about_items,
        _about_dates,
        _about_area,
    )
    return tuple(dict.fromkeys(said for part in parts for said in part(read)))


def _about_lists(read: Read) -> Iterator[str]:
    if not read.priorities:
        stated = read.counts.total
        known = f"The text speaks of {stated}, but lists" if stated else "The text lists"
        if read.plan_required is False and read.document == OUTCOME_LETTER and not stated:
            yield (
                "The letter asks for no plan and lists no priorities. "
                "If you expected some, check that this is the whole letter."
            )
        else:
            yield f"{known} no priorities. Find the letter itself, or type them in."
    elif read.findings.unread and any(a.count for a in read.findings.unread):
        yield (
            "The text announces another list that could not be read. "
            "Look at the text and add what is missing."
        )
    if read.document == ABOUT_ONE and read.priorities:
        yield (
            "This is a text about an inspection and not the letter. Compare the words with the "
            "letter before you quote them as the inspectors'."
        )


def _about_counts(read: Read) -> Iterator[str]:
    said: set[tuple[int | None, int]] = set()
    for kind, numbers in read.counts.stated.items():
        listed = sum(each.kind is kind for each in read.priorities)
        stated = max(numbers, key=numbers.count)
        if len(set(numbers)) > 1:
            told = " and ".join(str(each) for each in dict.fromkeys(numbers))
            yield f"The text gives different numbers of {_NAMES[kind][1]}: {told}. Check them."
        if listed and listed != stated and not _is_one_sided(read, kind):
            yield (
                f"The text states {_counted(stated, kind)}, and {listed} could be read. "
                f"{'Add the missing ones' if listed < stated else 'Remove what is none'} by hand."
            )
            said.add((stated, listed))
    for each in read.findings.lists:
        wrong = each.expected is not None and each.expected != len(each.items)
        if wrong and (each.expected, len(each.items)) not in said:
            yield (
                f"A list is announced with {each.expected} and {len(each.items)} could be read. "
                "The list may be cut off, or two items run together; check it against the letter."
            )
    if read.counts.is_added_up:
        yield (
            f"The number {read.counts.total} is not in the text: it adds the areas with sufficient "
            "progress to those without. Check it against the first letter."
        )


def _is_one_sided(read: Read, kind: PriorityKind) -> bool:
    """Return whether only passes, or only the rest, are listed, which is said elsewhere."""
    judged = {each.judgement for each in read.priorities if each.kind is kind}
    return len(judged) == 1 and None not in judged


def _counted(number: int, kind: PriorityKind) -> str:
    return f"{number} {_NAMES[kind][0 if number == 1 else 1]}"


def _about_judgements(read: Read) -> Iterator[str]:
    judged = [each for each in read.priorities if each.judgement is not None]
    passes = sum(each.judgement is not None and is_positive(each.judgement) for each in judged)
    total, enough = read.counts.total, read.counts.sufficient
    if judged and passes == len(judged) and total is not None and passes < total:
        yield (
            f"Only areas with sufficient progress are listed ({passes} of {total}). The others are "
            "not named here; mark them yourself when you have checked the letter."
        )
    if judged and not passes and total is not None and len(judged) < total:
        yield (
            f"Only areas without sufficient progress are listed ({len(judged)} of {total}). The "
            "others are not named here; mark them yourself when you have checked the letter."
        )
    if enough is not None and passes and passes != enough:
        yield (
            f"The text says that {enough} made sufficient progress, and {passes} were read so. "
            "Check each judgement."
        )
    unjudged = len(read.priorities) - len(judged)
    if read.document in {REVISIT_LETTER, MONITORING} and unjudged:
        yield (
            f"For {unjudged} of {len(read.priorities)} priorities no judgement was found. "
            "Read that part of the letter and choose it yourself."
        )


def _about_items(read: Read) -> Iterator[str]:
    doubtful = [str(n) for n, each in enumerate(read.priorities, 1) if each.confidence < _LOW]
    if doubtful:
        which = ", ".join(doubtful)
        yield (
            f"Where an item begins or ends is not certain (number {which} of those read). "
            "Compare the words with the letter."
        )
    if any(is_incomplete(each.words) for each in read.priorities):
        yield "An item seems to break off. Compare it with the letter and complete it."


def _about_dates(read: Read) -> Iterator[str]:
    times = read.times
    if times.visit_without_year:
        yield (
            f"The visit is dated “{' '.join(times.visit_without_year.split())}” without a year. "
            "Enter the days of the visit yourself."
        )
    elif times.visit_is_month:
        inferred = (
            " The year was taken from a later date in the text." if times.year_is_inferred else ""
        )
        yield f"Only the month of the visit is named.{inferred} Enter the days if you know them."
    elif times.year_is_inferred:
        yield "The year of the visit was taken from a later date in the text. Check it."
    if times.other_published:
        days = ", ".join((times.published or "", *times.other_published))
        yield f"The text gives different dates of publication: {days}. Check which is the letter's."
    if times.is_out_of_order:
        yield "The date of publication lies before the visit. One of them was misread or is wrong."
    if times.published is None and times.page_dated and read.document == ABOUT_ONE:
        yield (
            f"The page is dated {times.page_dated}. The text does not say when the letter itself"
            f" was "
            "published; enter that date yourself."
        )
    if (
        read.plan_required
        and times.received is None
        and read.document not in {ABOUT_ONE, APP_LETTER}
    ):
        yield (
            "The text does not say when the letter was received. The time for the plan counts from "
            "that day, so enter it yourself."
        )


def _about_area(read: Read) -> Iterator[str]:
    if not read.areas.is_listed:
        yield f"{read.areas.name} is on no list of England's local areas. Check the name."
    if read.areas.name is None:
        named = ", ".join(read.areas.rivals)
        yield (
            f"More than one area is named ({named}). Choose yours."
            if named
            else "No local area in England was recognised. Choose yours."
        )
