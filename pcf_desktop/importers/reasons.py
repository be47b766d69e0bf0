"""Why a column is taken for what it is: one sentence for the person, who can say otherwise."""

from collections.abc import Sequence

from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.options import OTHER, tidy
from pcf_desktop.importers.parts import SYSTEM, QuestionPart
from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.importers.tools.tool import ColumnRole

SHORT = 60
"""Letters of a value that may be a name."""
MOSTLY = 0.9
LONGEST_OPTION = 30

_PLAIN = {
    Kind.CONSENT: "It asks for leave to use, quote or share.",
    Kind.GRID: "It is one row of a grid.",
    Kind.NUMBER: "All answers are numbers.",
    Kind.DATE: "All answers are dates.",
}
_SEPARATORS = {";": "semicolons", ",": "commas", "\n": "line breaks", "": "spaces"}


def reason_of(part: QuestionPart, choices: Choices) -> str:
    """Return the sentence; it holds counts and options, and of people's own words none."""
    said = _by_person(part, choices) or _by_tool(part) or part.finding.reason
    return said or _by_answers(part.finding, [tidy(text) for text in part.columns[0].sample()])


def _by_person(part: QuestionPart, choices: Choices) -> str:
    if part.key in choices.chosen:
        return "You chose this."
    return "So it was at an earlier import of this survey." if part.key in choices.kinds else ""


def _by_tool(part: QuestionPart) -> str:
    if part.heading.role in SYSTEM:
        return "The survey tool writes this itself."
    if part.heading.role is ColumnRole.IDENTITY:
        return "The survey tool notes who answered."
    if part.ticks:
        return f"Each of its {len(part.ticks)} options has a column of its own."
    return "The survey tool says so." if part.heading.kind is not None else ""


def _by_answers(finding: Finding, sample: Sequence[str]) -> str:
    if not sample:
        return "Nobody has answered it yet."
    if finding.kind in _PLAIN:
        return _PLAIN[finding.kind]
    if finding.kind is Kind.IDENTITY:
        return _of_identity(sample)
    if finding.kind is Kind.TEXT:
        return f"{len(set(sample)):,} of {len(sample):,} are different."
    return _of_options(finding, [each for each in finding.options if each != OTHER], sample)


def _of_options(finding: Finding, known: Sequence[str], sample: Sequence[str]) -> str:
    if finding.separator is not None:
        mark = _SEPARATORS.get(finding.separator.strip(" "), "signs")
        return f"Several of {len(known)} answers in a cell, with {mark} between."
    if finding.kind is Kind.SCALE and known:
        first, last = (each[:LONGEST_OPTION] for each in (known[0], known[-1]))
        return f"Steps from {first} to {last}."
    chosen = sum(map(set(known).__contains__, sample))
    return f"{chosen:,} of {len(sample):,} are one of {len(known)}."


def _of_identity(sample: Sequence[str]) -> str:
    """Return how a column of names looks: short, and hardly one twice."""
    fitting = {each for each in sample if len(each) <= SHORT}
    if len(fitting) < MOSTLY * len(sample):
        return "It asks who somebody is, or where they live."
    return f"Looks like names: {len(fitting):,} of {len(sample):,} are short and all different."
