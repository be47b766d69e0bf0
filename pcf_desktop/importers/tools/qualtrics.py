"""Qualtrics: codes, then questions, then `{"ImportId":...}`; the third row may be missing."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.stacked import is_other
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    "startdate": ColumnRole.STARTED,
    "enddate": ColumnRole.COMPLETED,
    "responseid": ColumnRole.RESPONSE_ID,
    "ipaddress": ColumnRole.IDENTITY,
    "recipientlastname": ColumnRole.IDENTITY,
    "recipientfirstname": ColumnRole.IDENTITY,
    "recipientemail": ColumnRole.IDENTITY,
    "name": ColumnRole.IDENTITY,
    "emailaddress": ColumnRole.IDENTITY,
    "locationlatitude": ColumnRole.IDENTITY,
    "locationlongitude": ColumnRole.IDENTITY,
    "locationaccuracy": ColumnRole.SYSTEM,
    "responseset": ColumnRole.SYSTEM,
    "status": ColumnRole.SYSTEM,
    "progress": ColumnRole.SYSTEM,
    "duration (in seconds)": ColumnRole.SYSTEM,
    "finished": ColumnRole.SYSTEM,
    "recordeddate": ColumnRole.SYSTEM,
    "externalreference": ColumnRole.SYSTEM,
    "externaldatareference": ColumnRole.SYSTEM,
    "distributionchannel": ColumnRole.SYSTEM,
    "userlanguage": ColumnRole.SYSTEM,
}
_TELLING = frozenset({"startdate", "enddate", "responseid", "recordeddate", "finished", "progress"})
_LEAST = 3
_IMPORT_ID = re.compile(r"\{\s*[\"']ImportId")
_OWN = re.compile(
    r"q_\w+|sc\d+|.*_do(?:_.*)?|.*_(?:first click|last click|page submit|click count)|"
    r".*_(?:id|size|type)|.*(?:topics|parent topics|sentiment\w*)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?P<base>.+?)(?:_\d+)+(?:_text)?|(?P<alone>.+)_text", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[-\u2013]\s+")
_CHOICE = frozenset({"selected choice", "choice"})
_MARKS = frozenset({"1", "true", "yes"})


@dataclass(frozen=True)
class _Column:
    place: int
    parts: tuple[str, ...]
    """The question's text, then the row, option or *Text* that Qualtrics writes after a dash."""
    is_text: bool


@dataclass(frozen=True)
class Qualtrics:
    """Recognised by the names of its own columns in the first row."""

    name: str = "qualtrics"
    title: str = "Qualtrics"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout with as many heading rows as there are: three, two, or one."""
        rows = _heading_rows(head)
        names = head.title(1) if _is_old(head) else head.title(0)
        small = [name.lower() for name in names]
        if len(_TELLING & set(small)) < _LEAST:
            return None
        codes = head.title(0)
        texts = head.title(1) if rows > 1 else names
        body = head.rows[rows:]
        headings: dict[int, ColumnHeading] = {}
        questions: defaultdict[str, list[_Column]] = defaultdict(list)
        for place, (code, text) in enumerate(zip(codes, texts, strict=True)):
            role = _ROLES.get(small[place]) or (_OWN.fullmatch(code) and ColumnRole.SYSTEM)
            if role and small.index(small[place]) == place:
                headings[place] = ColumnHeading(text or code, role)
            else:
                match = _CODE.fullmatch(code)
                base = (match["base"] or match["alone"]) if match else code
                parts = tuple(_BETWEEN.split(text or code))
                questions[base].append(_Column(place, parts, code.lower().endswith("_text")))
        for number, columns in enumerate(questions.values()):
            headings.update(_question(columns, body, number))
        ordered = tuple(headings[place] for place in range(len(codes)))
        return Layout(0.98, ordered, head.header_rows or rows, separators=(",", ";"))


def _heading_rows(head: TableHead) -> int:
    """Return 3 with the row of import ids, 2 where a row of questions is under the codes."""
    if any(map(_IMPORT_ID.match, head.title(2))):
        return 3
    small = [title.lower().replace(" ", "") for title in head.title(1)]
    return 2 if len(_TELLING & set(small)) >= _LEAST - 1 or _is_old(head) else 1


def _is_old(head: TableHead) -> bool:
    """Return whether codes V1, V2 … stand over the names, as before 2017."""
    return head.title(0)[:2] == ("V1", "V2")


def _question(
    columns: Sequence[_Column], body: Sequence[Sequence[Cell]], number: int
) -> dict[int, ColumnHeading]:
    """Return the headings of one question's columns: boxes, rows of a grid, and *Other*."""
    own = [each for each in columns if each.is_text and len(columns) > 1]
    main = [each for each in columns if each not in own]
    if len(main) == 1:
        text = " - ".join(p for p in main[0].parts if p.lower() not in _CHOICE)
        heading = ColumnHeading(text, group=number if own else None)
        return {main[0].place: heading, **_beside(own, heading)}
    shared = _shared(main)
    text = " - ".join(part for part in shared if part.lower() not in _CHOICE)
    found: dict[int, ColumnHeading] = {}
    boxes = all(_is_box(each, len(shared), body) for each in main)
    for each in main:
        label = " - ".join(each.parts[len(shared) :]) or text
        if boxes:
            found[each.place] = ColumnHeading(text, option=label, group=number)
        else:
            found[each.place] = ColumnHeading(text or label, row=label if text else None)
    return {**found, **_beside(own, ColumnHeading(text, group=number if boxes else None))}


def _beside(own: Sequence[_Column], heading: ColumnHeading) -> dict[int, ColumnHeading]:
    """Return the headings of texts: of *Other*, or of something else to be said in words."""
    found: dict[int, ColumnHeading] = {}
    for each in own:
        label = next((part for part in reversed(each.parts) if part.lower() != "text"), "")
        if heading.group is not None and (is_other(label) or len(own) == 1):
            found[each.place] = replace(heading, other=True)
        else:
            found[each.place] = ColumnHeading(heading.text or label, row=label)
    return found


def _shared(columns: Sequence[_Column]) -> tuple[str, ...]:
    """Return the parts that the texts of all columns begin with."""
    found: list[str] = []
    for parts in zip(*(each.parts[:-1] for each in columns), strict=False):
        if len(set(parts)) > 1:
            break
        found.append(parts[0])
    return tuple(found)


def _is_box(column: _Column, shared: int, body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a column only ever repeats its option, or a mark."""
    label = " - ".join(column.parts[shared:])
    words = {as_text(row[column.place]).strip() for row in body if not is_blank(row[column.place])}
    return words <= {label} or {word.lower() for word in words} <= _MARKS
