"""Exports that count answers instead of holding them: refused, with the way to the responses."""

import re
from collections.abc import Iterable, Sequence

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.files.formats import SAFE
from pcf_desktop.importers.tools.tool import TableHead

_WORDS = frozenset(
    [
        *("answer", "answers", "answer choice", "answer choices", "answer options", "choice"),
        *("choices", "response", "responses", "response percent", "response total", "field"),
        *("response count", "count", "number", "no.", "n", "ratio", "percent", "percentage", "%"),
        *(
            "% of responses",
            "% of total",
            "% of respondents",
            "choice count",
            "answered",
            "skipped",
        ),
        *("total", "total responses", "total respondents", "no answer", "weighted average", "mean"),
        *("frequency", "minimum", "maximum", "std deviation"),
    ]
)
_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?%")
_WHOLE = (0.97, 1.03), (97.0, 103.0)
_LEAST_ROWS = 2
_LEAST_WORDS = 2
_MOST = 0.5

_WAYS = (
    (
        {"response percent", "response total"},
        "In SmartSurvey choose Results, Exports, and a raw data export.",
    ),
    (
        {"answer choices"},
        "In SurveyMonkey choose Analyze Results, Save As, Export file, All individual responses.",
    ),
    (
        {"choice count"},
        "In Qualtrics choose Data & Analysis, Export & Import, and Export Data.",
    ),
    ({"ratio"}, "In EUSurvey choose Results, Contributions, and export them."),
    (
        {"percentage", "no answer"},
        "In LimeSurvey choose Responses, Export, and Export responses.",
    ),
)
"""Words of which one stands in a tool's summaries, and how it exports all responses."""


class OnlyCounts(UserError):
    """Says that a file is a summary, and how its tool exports all responses."""

    def __init__(self, head: TableHead) -> None:
        way = f"Export all responses, one in each row, and choose that file. {_way(_words(head))}"
        super().__init__(
            "This is a summary: it counts the answers and does not hold them.", SAFE, way.strip()
        )


def counts_answers(head: TableHead) -> bool:
    """Return whether a table is a summary, as a tool writes it for a report.

    Rows are a label, then figures: a count, and its share, which come to the whole.
    """
    rows = [row for row in head.rows if not all(map(is_blank, row))]
    counted = [row for row in rows if _is_counted(row)]
    shares = [share for row in counted for share in _shares(row)]
    if len(counted) < max(_LEAST_ROWS, _MOST * len(rows)) or len(_words(head)) < _LEAST_WORDS:
        return False
    return bool(shares) and _come_to_the_whole(shares)


def _words(head: TableHead) -> set[str]:
    texts = (text for row in head.rows for text in _texts(row))
    return {text.lower() for text in texts if text.lower() in _WORDS}


def _texts(row: Iterable[Cell]) -> list[str]:
    return [as_text(cell).strip() for cell in row if not is_blank(cell)]


def _is_counted(row: Sequence[Cell]) -> bool:
    """Return whether a row is a label, which may be numbered, and after it nothing but figures."""
    texts = _texts(row)
    if len(texts) > _LEAST_ROWS and texts[0].isdigit() and not _is_figure(texts[1]):
        texts = texts[1:]
    label = bool(texts) and not _is_figure(texts[0])
    return label and len(texts) > 1 and all(map(_is_figure, texts[1:]))


def _is_figure(text: str) -> bool:
    return _PERCENT.fullmatch(text) is not None or text.replace(".", "", 1).isdigit()


def _shares(row: Sequence[Cell]) -> list[float]:
    """Return the first share in a row: written with %, or kept by Excel as a part of one."""
    for text in _texts(row)[1:]:
        if _PERCENT.fullmatch(text):
            return [float(text.rstrip("% ").replace(",", "."))]
        if text.replace(".", "", 1).isdigit() and "." in text and float(text) < 1:
            return [float(text)]
    return []


def _come_to_the_whole(shares: Sequence[float]) -> bool:
    """Return whether shares that follow each other add up to all, for some question of the table.

    Where several could be ticked they come to more.
    """
    total = 0.0
    for share in shares:
        total += share
        if any(low <= total <= high for low, high in _WHOLE):
            return True
    return total > _WHOLE[1][1] or (max(shares) <= 1 < total)


def _way(words: set[str]) -> str:
    return next((way for telling, way in _WAYS if telling & words), "")
