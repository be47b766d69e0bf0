"""Which column names the responses, where the tool's own file does not say.

First by what tools write above it (`resources/surveys/response_ids.toml`), then by its shape: made
by a machine, another one for each response, before the first question or after the last. What
else a machine wrote is the tool's own, and never a comment.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from pcf_desktop.importers.columns.asking import asks_how_many
from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.identity import mentions_identity, named_as_identity
from pcf_desktop.importers.columns.machine_made import Machine, machine_made, tells_apart
from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.columns.responses import Responses
from pcf_desktop.importers.parts import question_key
from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout
from pcf_desktop.paths import shipped

_MOST_WORDS = 4
"""Of a heading above what a machine wrote; a question has more."""


def with_response_ids(layout: Layout, responses: Responses, choices: Choices) -> Layout:
    """Return the layout with the column that names the responses, and the tool's own columns.

    A column of which the person said what it is stays as it is.
    """
    asked = {
        place: heading
        for place, heading in enumerate(layout.headings)
        if _may_be_the_tool_s(heading, choices)
    }
    made = {place: _made(heading, responses.columns[place]) for place, heading in asked.items()}
    own = {
        place
        for place, heading in asked.items()
        if heading.text.startswith("_") or made[place] in {Machine.TOKEN, Machine.COUNT}
    }
    named = _named(asked, responses.columns)
    roles = dict.fromkeys([*own, *named], ColumnRole.SYSTEM)
    if not any(heading.role is ColumnRole.RESPONSE_ID for heading in layout.headings):
        found = named or _by_shape(layout, responses, made, own)
        if found:
            roles[found[0]] = ColumnRole.RESPONSE_ID
    return replace(
        layout,
        headings=tuple(
            replace(heading, role=roles.get(place, heading.role))
            for place, heading in enumerate(layout.headings)
        ),
    )


def _may_be_the_tool_s(heading: ColumnHeading, choices: Choices) -> bool:
    """Return whether a column may hold no answers, for all that is known so far."""
    alone = heading.row is None and heading.group is None and heading.kind is None
    said = choices.kinds.get(question_key(heading), Kind.SYSTEM)
    return alone and heading.role is ColumnRole.QUESTION and said is Kind.SYSTEM


def _made(heading: ColumnHeading, column: SurveyColumn) -> Machine | None:
    """Return what a machine wrote below a heading; numbers only where nobody asks for one."""
    made = machine_made(column)
    if made is Machine.TOKEN and not _is_numbered_by_hand(heading):
        return made
    is_short = "?" not in heading.text and len(heading.text.split()) <= _MOST_WORDS
    is_plain = is_short and not asks_how_many(heading.text) and not _is_somebody_s(heading)
    return made if is_plain else None


def _is_numbered_by_hand(heading: ColumnHeading) -> bool:
    """Return whether a heading asks for a reference that people have, as a child's."""
    return "?" in heading.text or _is_somebody_s(heading)


def _is_somebody_s(heading: ColumnHeading) -> bool:
    words = set(tidy(heading.text).lower().replace("'", " ").replace("\u2019", " ").split())
    named = named_as_identity(heading.text) or mentions_identity(heading.text)
    return named or bool(words & _known()["persons"].keys())


def _named(asked: Mapping[int, ColumnHeading], columns: Sequence[SurveyColumn]) -> list[int]:
    """Return the columns whose heading names responses and that tell all apart, surest first."""
    ranks = _known()["ids"]
    found = [
        place
        for place, heading in asked.items()
        if _bare(heading) in ranks and tells_apart(columns[place])
    ]
    return sorted(found, key=lambda place: (ranks[_bare(asked[place])], place))


def _by_shape(
    layout: Layout, responses: Responses, made: Mapping[int, Machine | None], own: set[int]
) -> list[int]:
    """Return the columns at either end that a machine wrote and that tell all apart."""
    columns, headings = responses.columns, layout.headings
    questions = [
        place
        for place, heading in enumerate(headings)
        if heading.role is ColumnRole.QUESTION
        and place not in own
        and made.get(place) is None
        and columns[place].sample(1)
    ]
    first, last = (questions[0], questions[-1]) if questions else (len(headings), -1)
    counts = _known()["counts"]
    found = [
        place
        for place, how in made.items()
        if how in {Machine.TOKEN, Machine.NUMBER}
        and (place < first or place > last)
        and tells_apart(columns[place])
    ]
    tokens = [place for place in found if made[place] is Machine.TOKEN]
    return tokens or [
        place
        for place in found
        if (place == 0 or place > last) and _bare(headings[place]) not in counts
    ]


def _bare(heading: ColumnHeading) -> str:
    return tidy(heading.text).lower().strip(" :*.")


@cache
def _known() -> dict[str, dict[str, int]]:
    """Return the words of headings that ship, each with its rank."""
    text = shipped("resources", "surveys", "response_ids.toml").read_text(encoding="utf-8")
    return {
        name: {words: rank for rank, words in enumerate(each)}
        for name, each in tomllib.loads(text).items()
    }
