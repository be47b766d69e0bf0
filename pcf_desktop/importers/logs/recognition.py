"""Whether a table is a log that a forum kept, and in which of its rows the headings stand."""

from collections.abc import Sequence

from pcf_desktop.importers.files.cells import Cell, as_text
from pcf_desktop.importers.logs.log_sheet import Meaning
from pcf_desktop.importers.logs.meanings import by_heading
from pcf_desktop.importers.sheet import Sheet
from pcf_desktop.importers.tools.any_export import AnyExport

TITLE_ROWS = 10
"""Rows in which a title or a note may stand above the headings."""

_OURS = frozenset({Meaning.FAMILY, Meaning.CHANNEL, Meaning.EVENT})
"""What nobody asks a family, so that a table with it was kept by the forum."""
_SAYS = frozenset(Meaning) - {Meaning.IDENTITY, Meaning.OUT, Meaning.REFERENCE}
_ENOUGH, _LEAST = 5, 3
_LONGEST_LABEL = 5
"""Words: a column of one's own is labelled, a family is asked in a sentence."""


def is_like_a_log(sheet: Sheet) -> bool:
    """Say whether what was read as a survey looks more like a log of what families said.

    The export of a survey tool that is known by its own columns is a survey.
    """
    return sheet.tool == AnyExport.name and _is_log([each.text for each in sheet.questions])


def heading_row(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return which of the first rows holds the headings of a log, None where none does."""
    said = [_said(list(map(as_text, row))) for row in rows[:TITLE_ROWS]]
    best = max(said, key=len, default=frozenset())
    return said.index(best) if len(best) >= 1 else None


def is_log(headings: Sequence[str]) -> bool:
    """Say whether these are the headings of a log."""
    return _is_log(headings)


def _is_log(headings: Sequence[str]) -> bool:
    labels = [each for each in headings if each.strip()]
    said = _said(labels)
    if Meaning.WORDS not in said or len(said) < _LEAST:
        return False
    questions = sum(len(each.split()) > _LONGEST_LABEL for each in labels)
    if questions * 2 > len(labels):
        return False
    return bool(said & _OURS) or len(said) >= _ENOUGH


def _said(headings: Sequence[str]) -> frozenset[Meaning]:
    labels = [each for each in headings if len(each.split()) <= _LONGEST_LABEL]
    return frozenset(found for each in labels if (found := by_heading(each)) in _SAYS)
