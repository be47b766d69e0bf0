"""Which column of a plan is which, told from its heading; plans share no names for them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from pcf_desktop.importers.names import normal
from pcf_desktop.importers.plans.plan import Column

LONGEST_HEADING = 90
"""Characters; a longer cell is an action, whatever words it holds."""
FEWEST = 2
MOST_WORDS_AROUND = 7
SHORTEST_SLIP = 7
LONGEST_QUESTION = 12

_NAMES: Mapping[Column, tuple[str, ...]] = {
    Column.REF: (
        *("ref", "reference", "ref no", "ref number", "no", "number", "action no", "action number"),
        *("action ref", "id", "action id", "item", "item no", "task no", "line", "s no", "ref id"),
    ),
    Column.PRIORITY: (
        *("priority", "area of weakness", "weakness", "area of significant weakness", "theme"),
        *("significant weakness", "area for improvement", "area for priority action", "wsoa area"),
        *("area of concern", "priority area", "inspection finding", "finding", "issue", "key area"),
        *("identified weakness", "priority action area", "concern", "area for development"),
    ),
    Column.OUTCOME: (
        *("outcome", "outcomes", "intended outcome", "desired outcome", "expected outcome"),
        *("what will be different", "what difference will it make", "objective", "objectives"),
        *("aim", "goal", "what do we want to achieve", "what we want to achieve", "ambition"),
        *(
            "what will success look like",
            "what good looks like",
            "outcome sought",
            "we will achieve",
        ),
        *("what difference do we expect", "key outcome", "overall outcome", "strategic objective"),
    ),
    Column.ACTION: (
        *("action", "actions", "what will we do", "what we will do", "activity", "activities"),
        *("task", "tasks", "action required", "actions required", "what are we going to do"),
        *("what needs to happen", "what do we need to do", "action to be taken", "key action"),
        *("actions to be taken", "key actions", "planned action", "action description", "steps"),
        *("key activity", "key activities", "description of action", "what", "what we are doing"),
        *("improvement action", "improvement actions", "agreed action", "deliverable"),
    ),
    Column.LEAD: (
        *("lead", "lead officer", "owner", "action owner", "responsible", "who", "by whom"),
        *("responsible officer", "responsible person", "person responsible", "lead person"),
        *("accountable", "accountable lead", "accountable officer", "action lead", "lead agency"),
        *("who is responsible", "who will do it", "named lead", "leads", "lead officers", "sro"),
        *("lead organisation", "responsibility", "senior responsible officer", "who will lead"),
        *("strategic lead", "operational lead", "lead and accountable body", "officer"),
    ),
    Column.PARTNERS: (
        *("partners", "partner", "partner agencies", "supported by", "support", "key partners"),
        *("who else", "contributors", "involved", "stakeholders", "with whom", "who will help"),
        *("delivery partners", "partners involved", "others involved", "agencies involved"),
    ),
    Column.WORKSTREAM: (
        *("workstream", "work stream", "strand", "project", "programme", "work strand"),
        *("sub group", "subgroup", "working group", "task and finish group", "delivery group"),
    ),
    Column.START: (
        *("start", "start date", "from", "begin", "commence", "starting", "date started"),
        *("planned start", "start by", "commencement", "begins", "when will it start"),
    ),
    Column.END: (
        *("end", "end date", "by when", "when", "deadline", "due", "due date", "timescale"),
        *("timescales", "completion date", "target date", "date", "complete by", "finish"),
        *("finish date", "timeframe", "time frame", "date due", "to be completed by", "timeline"),
        *("completion", "date for completion", "date of completion", "delivery date", "dates"),
        *("planned completion", "target completion date", "timing", "to", "expected completion"),
    ),
    Column.MILESTONES: (
        *("milestone", "milestones", "key milestones", "interim milestones", "3 months"),
        *("6 months", "9 months", "12 months", "18 months", "24 months", "three months"),
        *("six months", "twelve months", "milestone date", "process milestones", "next steps"),
    ),
    Column.MEASURE: (
        *("measure", "measures", "success measure", "success measures", "success criteria"),
        *("how will we know", "kpi", "kpis", "key performance indicator", "indicator"),
        *("performance measure", "performance measures", "measure of success", "indicators"),
        *("key performance indicators", "how will we measure success", "measures of success"),
        *("how we will know", "outcome measure", "outcome measures", "metric", "metrics"),
        *("how will success be measured", "how will it be measured"),
    ),
    Column.BASELINE: (
        *("baseline", "starting point", "baseline data", "current position", "where are we now"),
        *("baseline position", "current performance"),
    ),
    Column.TARGET: (
        *("target", "targets", "target value", "target performance", "trajectory", "target data"),
        *("where do we want to be",),
    ),
    Column.IMPACT: (
        *("impact", "impact to date", "difference made", "impact on children", "impact measure"),
        *("impact on children and families", "what difference has it made", "actual impact"),
        *("impact on families", "expected impact", "intended impact", "so what"),
    ),
    Column.EVIDENCE: (
        *("evidence", "source of evidence", "evidence of completion", "evidence of impact"),
        *("how will we evidence", "sources of evidence", "supporting evidence", "proof"),
    ),
    Column.PROGRESS: (
        *("progress", "progress to date", "update", "updates", "progress update", "comment"),
        *("comments", "latest update", "commentary", "progress note", "notes", "current update"),
        *("progress notes", "position statement", "progress report", "monitoring", "narrative"),
    ),
    Column.RAG: (
        *("rag", "rag rating", "rag status", "brag", "brag rating", "brag status", "status"),
        *("current rag", "action rag", "progress rag", "rating", "on track", "delivery rag"),
        *("current status", "action status"),
    ),
}
_QUESTIONS = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (Column.BASELINE, r"^where (?:are we|we are) now"),
        (Column.OUTCOME, r"^(?:what|which) .*(?:achieve|differen(?:t|ce)|success look|good look)"),
        (Column.ACTION, r"^(?:what|how) .*\b(?:do|doing|done|happen|take|get there)$"),
        (Column.LEAD, r"^(?:who|by whom)\b"),
        (Column.START, r"^when .*\b(?:start|begin)"),
        (Column.END, r"^(?:by )?when\b"),
        (Column.MEASURE, r"^how .*\b(?:know|measured?|tell)\b"),
    )
)
"""Headings that plain-English plans put as questions; the first that fits counts."""
_BY_NAME = {name: column for column, names in _NAMES.items() for name in names}
_WEAK = frozenset({"no", "what", "who", "when", "to", "from", "date", "end", "start", "dates"})
"""Names so common that they count only alone, never among other words."""
_NUMBERED = frozenset({Column.RAG, Column.PROGRESS, Column.MILESTONES, Column.TARGET})
"""Columns whose heading may bear a date or number, as *RAG Dec 20*; *Action 1* heads none."""
_SMALL_WORDS = frozenset({"the", "a", "our", "this", "s", "of", "and", "or", "for"})


def is_column_name(text: str) -> bool:
    """Return whether a text is a name of a column and nothing more."""
    return len(text) <= LONGEST_HEADING and _named(text) is not None


def _named(text: str) -> Column | None:
    said = normal(re.sub(r"\([^)]*\)", " ", text)) or normal(text)
    shorter = " ".join(word for word in said.split() if word not in _SMALL_WORDS)
    return _BY_NAME.get(said) or _BY_NAME.get(shorter)


@lru_cache(maxsize=4096)
def column_of(heading: str) -> Column | None:
    """Return what a heading says the column holds, or None.

    A RAG in it counts before all (*Progress RAG*, *Update (BRAG)*); other words in brackets are
    explanations. Of several names in a heading the last one counts: *Success measure target*.
    """
    if len(heading) > LONGEST_HEADING:
        return None
    if re.search(r"\bb?rag\b", normal(heading)):
        return Column.RAG
    if column := _named(heading):
        return column
    said = normal(re.sub(r"\([^)]*\)", " ", heading))
    if len(said.split()) <= LONGEST_QUESTION:
        for column, pattern in _QUESTIONS:
            if pattern.search(said):
                return column
    return _inside(said) or _slip(said)


def _inside(said: str) -> Column | None:
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


def _slip(said: str) -> Column | None:
    for name, column in _BY_NAME.items():
        if (
            abs(len(name) - len(said)) <= 1
            and len(name) >= SHORTEST_SLIP
            and OSA.distance(said, name, score_cutoff=1) <= 1
        ):
            return column
    return None


def match_columns(headings: Sequence[str]) -> dict[int, Column]:
    """Return which places of a row are headings of known columns; empty if it is no header.

    A header names at least three columns, or an action and one more, and hardly anything else.
    """
    named = {place: column_of(text) for place, text in enumerate(headings) if text}
    known = {place: column for place, column in named.items() if column}
    kinds = set(known.values())
    enough = len(kinds) > FEWEST or (len(kinds) == FEWEST and Column.ACTION in kinds)
    return known if enough and len(known) * 5 >= len(named) * 2 else {}
