"""A kind that the person chose, or that a tool's own file states, applied to a column."""

from collections import Counter
from collections.abc import Sequence

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.options import OTHER, Splitter, find_options, tidy
from pcf_desktop.importers.columns.scales import in_order
from pcf_desktop.importers.sheet import Kind

_CHOSEN_FROM = frozenset({Kind.SINGLE, Kind.SCALE, Kind.CONSENT, Kind.GRID})


def forced_finding(
    column: SurveyColumn, kind: Kind | None, options: Sequence[str], separators: Sequence[str]
) -> Finding:
    """Return the finding for a kind that is known; `options` are those known beforehand.

    Options alone make a multiple choice where cells hold the separator, else a single one.
    """
    if kind is not None and kind not in {*_CHOSEN_FROM, Kind.MULTIPLE}:
        return Finding(kind)
    words = column.words()
    known = tuple(tidy(option) for option in options if option != OTHER)
    separator = _separator(words, separators, known)
    if kind is Kind.MULTIPLE or (kind in {None, Kind.CONSENT} and separator and known):
        mark = separator or separators[0]
        found = known or tuple(find_options(words, mark))
        return _finding(kind or Kind.MULTIPLE, found, words, mark)
    found = known or tuple(dict.fromkeys(tidy(word) for word in words))
    return _finding(kind or Kind.SINGLE, in_order(found) or found, words, None)


def _finding(
    kind: Kind, options: tuple[str, ...], words: Counter[str], separator: str | None
) -> Finding:
    other = separator is None and any(tidy(word) not in options for word in words)
    if separator is not None:
        other = any(not _is_made_of(word, options, separator) for word in words)
    return Finding(kind, (*options, OTHER) if other else options, other=other, separator=separator)


def _is_made_of(word: str, options: Sequence[str], separator: str) -> bool:
    return set(Splitter(separator, tuple(options)).split(word)) <= set(options)


def _separator(words: Counter[str], separators: Sequence[str], known: Sequence[str]) -> str | None:
    """Return the first separator that stands in cells which are no known option themselves."""
    cells = [word for word in words if tidy(word) not in known]
    return next((each for each in separators if any(each in cell for cell in cells)), None)
