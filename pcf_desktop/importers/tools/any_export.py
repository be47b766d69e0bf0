"""Any other export of one to three heading rows; the person says what is not found out."""

import re
from dataclasses import dataclass, replace

from pcf_desktop.importers.columns.dates import looks_like_date
from pcf_desktop.importers.files.cells import as_text, is_blank
from pcf_desktop.importers.tools.bracketed import ARROWS, SQUARE, bracketed_headings
from pcf_desktop.importers.tools.heading_rows import header_rows, names_columns, title_rows
from pcf_desktop.importers.tools.own_boxes import with_own_boxes
from pcf_desktop.importers.tools.own_texts import with_own_texts
from pcf_desktop.importers.tools.shared_beginnings import alike_headings
from pcf_desktop.importers.tools.stacked import question_titles, stacked_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    ColumnRole.RESPONSE_ID: (
        r"(?:response|respondent|submission|record|user|entry|participant|contribution|survey|form|"
        r"unique|unique response|answer) ?(?:id|no\.?|number|#)|id|guid|uuid|reference|ref"
    ),
    ColumnRole.STARTED: r"(?:date |time )?start(?:ed)?(?: ?(?:date|time|at|on))?",
    ColumnRole.COMPLETED: (
        r"(?:date |time )?(?:end(?:ed)?|complet(?:ed|ion)|submi(?:tted|ssion)|finished)"
        r"(?: ?(?:date|time|at|on))?|timestamp|date|time|date and time|"
        r"date of (?:response|entry|submission)|response date|recorded ?date|entry date|"
        r"(?:created|creation|completed|submission) ?(?:at|date|time|on)|(?:\w+ )?timestamp|"
        r"date created|id\.date"
    ),
    ColumnRole.SYSTEM: (
        r"collector(?: id)?|language|user ?agent|browser|device(?: type)?|platform|url|seed|"
        r"operating system|duration.*|time taken.*|progress|finished|status|response status|"
        r"(?:http )?referr?er.*|source url|last ?page|location(?:latitude|longitude)|"
        r"distributionchannel|collected via|languages?|session ?id|visitor id|"
        r"(?:date |last )?(?:updated?|modified|edited)(?: ?(?:date|time|at|on|by))?|time spent.*|"
        r"(?:survey|form|collector) ?(?:id|name|version)|transaction id|post id|"
        r"redcap .*|\w+ complete|id\.(?:start|end|time|duration|completed|language|server)"
    ),
}
_IN_ONE_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
"""Where a tool writes its words as one: EntryDate, entry_date."""
_BEFORE = re.compile(r"(?:entry|response|submission|survey|form|record) ", re.IGNORECASE)
_COMPILED = tuple((re.compile(words, re.IGNORECASE), role) for role, words in _ROLES.items())
_MOMENTS = frozenset({ColumnRole.STARTED, ColumnRole.COMPLETED})
_LEAST_COLUMNS = 2
_FILLED = 0.5
_SAMPLE = 50
_WORDS_OF_A_QUESTION = 4


@dataclass(frozen=True)
class AnyExport:
    """Takes what no tool is recognised in, if it has headings and rows below them."""

    name: str = "any_export"
    title: str = "another survey tool"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout of a table with headings, or None where there is none."""
        skip = title_rows(head)
        inner = replace(head, titles=head.titles[skip:], rows=head.rows[skip:])
        if not _is_table(inner):
            return None
        rows = head.header_rows or header_rows(inner.rows)
        roles = _roles(inner, rows)
        if rows > 1:
            headings = stacked_headings(inner, rows, roles)
        else:
            known = {
                place: ColumnHeading(inner.title(0)[place], role) for place, role in roles.items()
            }
            body = inner.rows[rows:]
            alike = alike_headings(_one_row(inner, known), body)
            headings = with_own_texts(with_own_boxes(alike, body), body)
        asked = sum(_is_question(heading) for heading in headings)
        return Layout(0.6 if asked else 0.3, headings, rows, skip)


def _one_row(head: TableHead, known: dict[int, ColumnHeading]) -> tuple[ColumnHeading, ...]:
    titles = head.title(0)
    arrows = sum(ARROWS.fullmatch(title) is not None for title in titles)
    return bracketed_headings(titles, known, ARROWS if arrows > 1 else SQUARE)


def _is_table(head: TableHead) -> bool:
    named = [above or below for above, below in zip(head.title(0), head.title(1), strict=False)]
    enough = sum(map(bool, named)) >= _LEAST_COLUMNS and len(head.rows) >= _LEAST_COLUMNS
    return enough and head.uneven <= _FILLED and names_columns(head.rows[0])


def _is_question(heading: ColumnHeading) -> bool:
    text = heading.text
    return heading.role is ColumnRole.QUESTION and (
        "?" in text or len(text.split()) >= _WORDS_OF_A_QUESTION
    )


def _roles(head: TableHead, rows: int) -> dict[int, ColumnRole]:
    """Return the columns that the tool writes itself, each role once, by heading and content."""
    roles: dict[int, ColumnRole] = {}
    for place, title in enumerate(question_titles(head, rows)[0]):
        words = _IN_ONE_WORD.sub(" ", title).strip()
        names = {words, _BEFORE.sub("", words)}
        found = next((role for known, role in _COMPILED if any(map(known.fullmatch, names))), None)
        if found is ColumnRole.RESPONSE_ID and title.startswith("_"):
            continue
        body = head.rows[rows:_SAMPLE]
        cells = [as_text(row[place]) for row in body if not is_blank(row[place])]
        if found is None or not _holds(found, cells):
            continue
        if found is ColumnRole.SYSTEM or found not in roles.values():
            roles[place] = found
        elif found in _MOMENTS:
            roles[place] = ColumnRole.SYSTEM
    return roles


def _holds(role: ColumnRole, cells: list[str]) -> bool:
    """Return whether a column's cells are what the role asks for."""
    if role in _MOMENTS:
        return bool(cells) and all(map(looks_like_date, cells))
    return role is not ColumnRole.RESPONSE_ID or len(set(cells)) == len(cells)
