"""What sort of question a column answers, told from its heading and the whole column."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from pcf_desktop.importers.columns.asking import asks_how_many, shortened
from pcf_desktop.importers.columns.closed import find_choices
from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.dates import looks_like_date
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.identity import find_identity
from pcf_desktop.importers.columns.numbers import PLAIN, style_of
from pcf_desktop.importers.sheet import Kind

IDENTITY_SAMPLE = 300
"""Answers that are looked at for names and addresses."""

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
_DAY_AND_MONTH = re.compile(rf"\d{{1,2}}-{_MONTH}|{_MONTH}-\d{{2}}", re.IGNORECASE)
_MOSTLY = 0.9
_HIGHEST_ON_SCALE = 10
_FEW = 15
_SAMPLE = 2000
_DATE_SAMPLE = 50
_PROSE = 30


def find_kind(
    text: str, row: str | None, column: SurveyColumn, separators: Sequence[str]
) -> Finding:
    """Return what a question column is; the first rule that fits wins, free text comes last."""
    text = text if row is None else row
    sample = column.sample(_SAMPLE)
    identity = find_identity(text, sample[:IDENTITY_SAMPLE])
    if identity is not None or not sample:
        return identity or Finding(Kind.TEXT)
    if _is_prose(sample):
        return Finding(Kind.TEXT)
    types = {type(value) for value in column.counts()}
    words = column.words()
    column.forget_counts()
    return (
        _dates(text, words, types)
        or _numbers(text, words)
        or find_choices(text, words, separators)
        or Finding(Kind.TEXT)
    )


def _is_prose(sample: Sequence[str]) -> bool:
    """Return whether a long sample is nearly all different and wordy, so that no more is asked."""
    if len(sample) < _SAMPLE:
        return False
    wordy = sum(map(len, sample)) > _PROSE * len(sample)
    return wordy and len(set(sample)) > _MOSTLY * len(sample)


def _dates(text: str, words: Mapping[str, int], types: set[type]) -> Finding | None:
    real = {each for each in types if issubclass(each, date)}
    damage = _options_made_dates(text, words, types, real=bool(real))
    if damage is not None:
        return damage
    if real and len(types) == len(real):
        return Finding(Kind.DATE)
    some = list(words)[:_DATE_SAMPLE]
    if sum(map(looks_like_date, some)) < _MOSTLY * len(some):
        return None
    hits = sum(count for word, count in words.items() if looks_like_date(word))
    return Finding(Kind.DATE) if hits >= _MOSTLY * sum(words.values()) else None


def _options_made_dates(
    text: str, words: Mapping[str, int], types: set[type], *, real: bool
) -> Finding | None:
    """Return the choice that Excel turned partly to dates: 3-4 becomes 3 April, or 03-Apr."""
    by_text = [word for word in words if _DAY_AND_MONTH.fullmatch(word)]
    dates = [word for word in words if real and looks_like_date(word)]
    mixed = bool(dates) and str in types and len(dates) < len(words)
    if len(words) > _FEW or not (by_text or mixed):
        return None
    warning = (
        f"In “{shortened(text)}” Excel seems to have turned options such as 3-4 into dates "
        f"({(by_text or dates)[0]}). They are kept as they stand; download the export again to "
        "have the right words."
    )
    return Finding(Kind.SINGLE, tuple(words), warning=warning)


def _numbers(text: str, words: Mapping[str, int]) -> Finding | None:
    style = style_of(words, counts=asks_how_many(text))
    if style is None:
        return None
    if not all(map(PLAIN.fullmatch, words)):
        return Finding(Kind.NUMBER)
    values = [float(word) for word in words]
    small = all(value.is_integer() and 0 <= value <= _HIGHEST_ON_SCALE for value in values)
    if small and not asks_how_many(text):
        return Finding(Kind.SCALE, tuple(sorted(words, key=float)))
    return Finding(Kind.NUMBER)
