"""From the words of a date cell to a `Period`: one date, a range, *by end of*, *ongoing*."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from pcf_desktop.importers.periods.expressions import NO_SUCH_DAY, FoundDate, find_dates
from pcf_desktop.importers.periods.period import Period, Precision, Span

LONGEST_TEXT = 2000
"""Characters. What is longer in a date cell is a story; its beginning is looked at."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ONGOING = re.compile(
    r"\b(on[\s-]?going|continu(?:ous|ing|al)\w*|permanent\w*|rolling|business as usual|bau|"
    r"daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|half-?\s?termly|termly|"
    r"six[\s-]monthly|bi-?annual\w*|annual\w*|yearly|regular\w*)\b"
)
_ONWARDS = re.compile(r"^\s*(?:and\s|then\s)?(?:onwards?|thereafter|forwards?)\b")
_FROM = re.compile(
    r"\b(?:from|since|started|starting|begins|beginning in|commenc\w+)\s*(?:the\s)?$"
)
_UNTIL = re.compile(r"\b(?:until|till|til|to|through)\s*$")
_WEEK = re.compile(
    r"\b(?:w/?c|w/?b|week\s(?:commencing|beginning|starting|of))\b[\s:]*(?:\w+day,?\s)?$"
)
_WEEK_ENDS = re.compile(r"\b(?:w/?e|week\sending)\b[\s:]*(?:\w+day,?\s)?$")
_EDGE = re.compile(
    r"\b(?P<edge>end|close|start|beginning|early|mid|middle|late)(?:\s|-)?(?:of\s)?(?:the\s)?"
    r"(?:term\s(?:of\s)?)?$"
)
_JOINED = re.compile(
    r"^[\s,(]*(?:-|/|&|and|to|until|till|through|or)?[\s,]*(?:by\s|the\s)*"
    r"(?:end\s(?:of\s)?|early\s|mid[\s-]|late\s|start\sof\s|beginning\sof\s)?(?:\w+day\s)?(?:the\s)?$"
)
_LOOSE_MAY = re.compile(r"[a-z]")

END_NOTE = "Read as the last day of it."
PART_NOTE = "Read as about a third of it."
SEVERAL_NOTE = "Several dates stand here; this is from the first to the last."
NO_YEAR_NOTE = "The year is not given."
AT_ONCE_NOTE = "It says at once, which is no date."
EXCEL_NOTE = "Read as a date that Excel shows as a number."

_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_NUMBERS = range(36526, 73051)  # 1 January 2000 to 31 December 2099


def read_period(value: str | float | date | None) -> Period:
    """Return what a cell for a date holds; the text is kept as it was written.

    A real date of a workbook is that day. Where something was assumed, such as which sort of
    quarter is meant, the note says it. Nothing raises: what is not understood is *unknown*.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Period(value.isoformat(), value, value, Precision.DAY)
    text = _text(value)
    plain = _plain(text)
    if plain.isdigit() and int(plain) in _EXCEL_NUMBERS:
        day = _EXCEL_EPOCH + timedelta(days=int(plain))
        return Period(text, day, day, Precision.DAY, EXCEL_NOTE)
    found = [each for each in find_dates(plain) if not _is_verb(each, plain)]
    return replace(_period(plain, found), text=text)


def _text(value: str | float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _plain(text: str) -> str:
    flat = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).casefold().replace("\u2019", "'")
    return " ".join(_DASHES.sub("-", flat).split())


def _is_verb(each: FoundDate, text: str) -> bool:
    """Return whether a bare *may* or *march* among other words is no month."""
    bare = each.precision is Precision.MONTH and each.match[0] in {"may", "march", "mar"}
    return bare and bool(_LOOSE_MAY.search(text[: each.start] + text[each.end :]))


def _period(text: str, found: Sequence[FoundDate]) -> Period:
    ongoing = bool(_ONGOING.search(text))
    if not found:
        if ongoing:
            return Period("", precision=Precision.ONGOING)
        at_once = re.search(r"\b(immediate(?:ly)?|asap|as soon as possible|now|urgent)\b", text)
        return Period("", note=AT_ONCE_NOTE if at_once else "")
    spans = [_shaped(span, each, text) for span, each in zip(_dated(found), found, strict=True)]
    known = [span for span in spans if span]
    if not known:
        return _without_days(found)
    if len(known) == 1:
        return _single(known[0], text, found, ongoing=ongoing)
    return _several(known, text, found, ongoing=ongoing)


def _without_days(found: Sequence[FoundDate]) -> Period:
    wrong = any(each.dated for each in found)
    precision = Precision.UNKNOWN if wrong else found[0].precision
    return Period("", precision=precision, note=NO_SUCH_DAY if wrong else NO_YEAR_NOTE)


def _dated(found: Sequence[FoundDate]) -> list[Span | None]:
    """Return the days of each; one without a year takes that of the next one with a year."""
    spans: list[Span | None] = []
    after: Span | None = None
    for each in reversed(found):
        span = each.span
        if span is None and not each.dated and after:
            span = each.in_year(after.latest.year)
            if span and span.earliest > after.latest:
                span = each.in_year(after.latest.year - 1)
        after = span or after
        spans.append(span)
    return spans[::-1]


def _shaped(span: Span | None, each: FoundDate, text: str) -> Span | None:
    """Apply the words that stand before a date: week commencing, end of, early."""
    before = text[: each.start]
    if span is None:
        return None
    if span.precision is Precision.DAY and _WEEK.search(before):
        return span._replace(latest=span.latest + timedelta(days=6))
    if span.precision is Precision.DAY and _WEEK_ENDS.search(before):
        return span._replace(earliest=span.earliest - timedelta(days=6))
    edge = _EDGE.search(before)
    return _edge(span, edge["edge"]) if edge and span.precision is not Precision.DAY else span


def _edge(span: Span, edge: str) -> Span:
    if edge in {"end", "close"}:
        return Span(span.latest, span.latest, Precision.DAY, _both(span.note, END_NOTE))
    third = timedelta(days=((span.latest - span.earliest).days + 1) // 3)
    note = _both(span.note, PART_NOTE)
    if edge in {"early", "start", "beginning"}:
        return span._replace(latest=span.earliest + third, note=note)
    if edge == "late":
        return span._replace(earliest=span.latest - third, note=note)
    return span._replace(earliest=span.earliest + third, latest=span.latest - third, note=note)


def _both(first: str, second: str) -> str:
    return " ".join(dict.fromkeys(part for part in (first, second) if part))


def _single(span: Span, text: str, found: Sequence[FoundDate], *, ongoing: bool) -> Period:
    place = next(each for each in found if each.span or not each.dated)
    before, after = text[: place.start], text[place.end :]
    note = span.note
    if any(each.dated and each.span is None for each in found):
        note = _both(note, "Another date here does not exist.")
    if ongoing and _UNTIL.search(before):
        return Period("", None, span.latest, Precision.ONGOING, note)
    if ongoing or _ONWARDS.search(after) or (_FROM.search(before)):
        return Period("", span.earliest, None, Precision.ONGOING, note)
    return Period("", span.earliest, span.latest, span.precision, note)


def _several(
    spans: Sequence[Span], text: str, found: Sequence[FoundDate], *, ongoing: bool
) -> Period:
    coarsest = max((span.precision for span in spans), key=list(Precision).index)
    note = ""
    for span in spans:
        note = _both(note, span.note)
    between = text[found[0].end : found[-1].start]
    if len(found) > 2 or not _JOINED.match(between):  # noqa: PLR2004 - a range has two ends
        note = _both(note, SEVERAL_NOTE)
    earliest, latest = min(span.earliest for span in spans), max(span.latest for span in spans)
    if ongoing:
        return Period("", earliest, None, Precision.ONGOING, note)
    return Period("", earliest, latest, coarsest, note)
