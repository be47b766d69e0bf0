"""A letter read: from a file or from text to what it says, and what is in doubt."""

from pathlib import Path

from pcf_desktop.importers.letters.areas import find_area
from pcf_desktop.importers.letters.counts import StatedCounts, count
from pcf_desktop.importers.letters.dates import dates
from pcf_desktop.importers.letters.deadlines import deadlines
from pcf_desktop.importers.letters.doubts import Read, warnings
from pcf_desktop.importers.letters.finding import Findings, find_lists
from pcf_desktop.importers.letters.judgements import is_positive
from pcf_desktop.importers.letters.letter import (
    MONITORING,
    NONE_OF_THESE,
    REVISIT_LETTER,
    Letter,
    LetterPriority,
)
from pcf_desktop.importers.letters.opening import open_text
from pcf_desktop.importers.letters.outcomes import outcome, plan_after_return, plan_required
from pcf_desktop.importers.letters.priorities import priorities
from pcf_desktop.importers.letters.recognition import framework_of, recognise
from pcf_desktop.importers.letters.timeline import timeline
from pcf_desktop.importers.letters.view import look


def read_letter(source: Path | bytes) -> Letter:
    """Read a letter from a file (PDF, DOCX, HTML or text), or from such a file's bytes.

    Raises `UserError` for what is missing, locked, empty, or no document with text.
    """
    opened = open_text(source)
    letter = read_text(opened.text)
    return Letter(**{**vars(letter), "warnings": (*opened.notes, *letter.warnings)})


_MOST_READ = 600_000
"""Characters, some hundred and fifty pages: letters have ten to twenty."""


def _cut(text: str) -> tuple[str, ...]:
    if len(text) <= _MOST_READ:
        return ()
    return (
        "This text is too long for a letter, and only its first part was read. Choose the letter.",
    )


def _enough(counts: StatedCounts, listed: tuple[LetterPriority, ...]) -> int | None:
    """Return the stated number of good judgements, or the listed where none of all is missing."""
    if counts.sufficient is None and listed and len(listed) == counts.total:
        judged = [each.judgement for each in listed if each.judgement is not None]
        return sum(map(is_positive, judged)) if len(judged) == len(listed) else None
    return counts.sufficient


def read_text(text: str) -> Letter:
    """Read a letter from its words. Pure: the same text gives the same letter."""
    view = look(text[:_MOST_READ])
    even = view.even
    known = recognise(even)
    found = dates(even)
    counts = count(even)
    is_one = known.document != NONE_OF_THESE
    findings = find_lists(view, counts) if is_one else Findings(())
    listed = priorities(view, findings.lists, counts.area_level)
    judged = outcome(even) if is_one else None
    revisit = known.document in {REVISIT_LETTER, MONITORING} or counts.sufficient is not None
    required = None
    if is_one and revisit:
        required = plan_after_return(even, counts.total, counts.sufficient)
    elif is_one:
        required = plan_required(even, known.document, known.framework, judged)
    times = timeline(even, found, is_revisit=revisit, framework=known.framework)
    framework = known.framework or (framework_of(times.visit) if is_one else None)
    areas = find_area(even)
    read = Read(known.document, areas, times, counts, findings, listed, required, text)
    return Letter(
        document=known.document,
        framework=framework,
        area=areas.name,
        visit=times.visit if is_one else None,
        received=times.received if is_one else None,
        published=times.published if is_one else None,
        plan_required=required,
        outcome=judged,
        stated_count=counts.total if is_one else None,
        sufficient_count=_enough(counts, listed) if is_one else None,
        deadlines=deadlines(even, found) if is_one else (),
        priorities=listed,
        warnings=(*_cut(text), *warnings(read)),
        text=text,
    )
