"""Which column of a plan is which, told from its heading; plans share no names for them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from pcf_desktop.importers.names import normal
from pcf_desktop.importers.plans.column_names import NAMES
from pcf_desktop.importers.plans.plan import PlanColumn

LONGEST_HEADING = 90
"""Characters; a longer cell is an action, whatever words it holds."""
FEWEST = 2
MOST_WORDS_AROUND = 7
SHORTEST_SLIP = 7
LONGEST_QUESTION = 12

_QUESTIONS = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (PlanColumn.BASELINE, r"^where (?:are we|we are) now"),
        (
            PlanColumn.PROGRESS,
            (
                r"^(?:how|where) (?:are we|is it|are things|far have we)\b|"
                r"^what (?:have we|has been) (?:done|achieved)"
            ),
        ),
        (
            PlanColumn.OUTCOME,
            r"^(?:what|which) .*(?:achieve|differen(?:t|ce)|success look|good look)",
        ),
        (PlanColumn.ACTION, r"^(?:what|how) .*\b(?:do|doing|done|happen|take|get there)$"),
        (PlanColumn.LEAD, r"^(?:who|by whom)\b"),
        (PlanColumn.START, r"^when .*\b(?:start|begin)"),
        (PlanColumn.END, r"^(?:by )?when\b"),
        (PlanColumn.MEASURE, r"^how .*\b(?:know|measured?|tell)\b"),
    )
)
"""Headings that plain-English plans put as questions; the first that fits counts."""
_BY_NAME = {name: column for column, names in NAMES.items() for name in names}
_SAID_OF_ACTIONS = frozenset({"complete", "completed", "closed", "finished"})
"""What an action's own cell says as often as a heading does."""
_WEAK = frozenset(
    {
        "no",
        "what",
        "who",
        "when",
        "to",
        "from",
        "date",
        "end",
        "start",
        "dates",
        "code",
        "#",
        "key",
        "by",
        "percent",
        "percentage",
        *_SAID_OF_ACTIONS,
    }
)
"""Names so common that they count only alone, never among other words."""
_NUMBERED = frozenset(
    {PlanColumn.RAG, PlanColumn.PROGRESS, PlanColumn.MILESTONES, PlanColumn.TARGET}
)
"""Columns whose heading may bear a date or number, as *RAG Dec 20*; *Action 1* heads none."""
_PERCENT = re.compile(r"\(\s*%\s*\)|%")
_SMALL_WORDS = frozenset({"the", "a", "our", "this", "s", "of", "and", "or", "for"})


def is_column_name(text: str) -> bool:
    """Return whether a text is a name of a column and nothing more."""
    if len(text) > LONGEST_HEADING or normal(text) in _SAID_OF_ACTIONS:
        return False
    return _named(text) is not None


def _spelt(heading: str) -> str:
    """Return a heading with its sign for a percentage as a word, which brackets do not hide."""
    return _PERCENT.sub(" percent ", heading)


def _named(text: str) -> PlanColumn | None:
    text = _spelt(text)
    said = normal(re.sub(r"\([^)]*\)", " ", text)) or normal(text) or text.strip()
    shorter = " ".join(word for word in said.split() if word not in _SMALL_WORDS)
    return _BY_NAME.get(said) or _BY_NAME.get(shorter)


@lru_cache(maxsize=4096)
def column_of(heading: str) -> PlanColumn | None:
    """Return what a heading says the column holds, or None.

    A RAG in it counts before all (*Progress RAG*, *Update (BRAG)*); other words in brackets are
    explanations. Of several names in a heading the last one counts: *Success measure target*.
    """
    if len(heading) > LONGEST_HEADING:
        return None
    if re.search(r"\bb?rag\b", normal(heading)):
        return None if re.search(r"\bkey\b", normal(heading)) else PlanColumn.RAG
    if column := _named(heading):
        return column
    said = normal(re.sub(r"\([^)]*\)", " ", _spelt(heading)))
    if len(said.split()) <= LONGEST_QUESTION:
        for column, pattern in _QUESTIONS:
            if pattern.search(said):
                return column
    return _inside(said) or _slip(said)


def _inside(said: str) -> PlanColumn | None:
    found = [
        (f" {said} ".rfind(f" {name} ") + len(name), len(name), column)
        for name, column in _BY_NAME.items()
        if name not in _WEAK and f" {name} " in f" {said} "
    ]
    if not found or len(said.split()) > MOST_WORDS_AROUND:
        return None
    if re.search(r"\d", said):
        found = [each for each in found if each[2] in _NUMBERED]
    if not found:
        return None
    return max(found)[2]


def _slip(said: str) -> PlanColumn | None:
    for name, column in _BY_NAME.items():
        if (
            abs(len(name) - len(said)) <= 1
            and len(name) >= SHORTEST_SLIP
            and OSA.distance(said, name, score_cutoff=1) <= 1
        ):
            return column
    return None


def match_columns(headings: Sequence[str]) -> dict[int, PlanColumn]:
    """Return which places of a row are headings of known columns; empty if it is no header.

    A header names at least three columns, or an action and one more, and hardly anything else.
    """
    named = {place: column_of(text) for place, text in enumerate(headings) if text}
    known = {place: column for place, column in named.items() if column}
    kinds = set(known.values())
    enough = len(kinds) > FEWEST or (len(kinds) == FEWEST and PlanColumn.ACTION in kinds)
    if not enough or len(known) * 5 < len(named) * 2:
        return {}
    return {place: _beside(headings[place], column, kinds) for place, column in known.items()}


def _beside(heading: str, column: PlanColumn, others: set[PlanColumn]) -> PlanColumn:
    """Return what *Current position* means: a baseline beside a target, else the progress."""
    if normal(heading) == "current position" and PlanColumn.TARGET not in others:
        return PlanColumn.PROGRESS
    return column
