"""LimeSurvey: headings as codes (`Q3[SQ001]`), as full text, or both; codes told by a .lss."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pcf_desktop.importers.columns.asking import asks_for_several
from pcf_desktop.importers.columns.options import OTHER
from pcf_desktop.importers.columns.scales import in_order
from pcf_desktop.importers.files.cells import as_text, is_blank
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.importers.tools.limesurvey_structure import OTHER_CODE, StructureQuestion
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Layout, TableHead

_ROLES = {
    "id": ColumnRole.RESPONSE_ID,
    "response id": ColumnRole.RESPONSE_ID,
    "submitdate": ColumnRole.COMPLETED,
    "date submitted": ColumnRole.COMPLETED,
    "completed": ColumnRole.COMPLETED,
    "antwort id": ColumnRole.RESPONSE_ID,
    "datum abgeschickt": ColumnRole.COMPLETED,
    "letzte seite": ColumnRole.SYSTEM,
    "start-sprache": ColumnRole.SYSTEM,
    "id de la réponse": ColumnRole.RESPONSE_ID,
    "date de soumission": ColumnRole.COMPLETED,
    "dernière page": ColumnRole.SYSTEM,
    "langue de départ": ColumnRole.SYSTEM,
    "startdate": ColumnRole.STARTED,
    "date started": ColumnRole.STARTED,
    "datestamp": ColumnRole.SYSTEM,
    "date last action": ColumnRole.SYSTEM,
    "lastpage": ColumnRole.SYSTEM,
    "last page": ColumnRole.SYSTEM,
    "last page seen": ColumnRole.SYSTEM,
    "startlanguage": ColumnRole.SYSTEM,
    "start language": ColumnRole.SYSTEM,
    "seed": ColumnRole.SYSTEM,
    "refurl": ColumnRole.SYSTEM,
    "referrer url": ColumnRole.SYSTEM,
    "interviewtime": ColumnRole.SYSTEM,
    "total time": ColumnRole.SYSTEM,
    "ipaddr": ColumnRole.IDENTITY,
    "ip address": ColumnRole.IDENTITY,
    "token": ColumnRole.IDENTITY,
    "access code": ColumnRole.IDENTITY,
    "firstname": ColumnRole.IDENTITY,
    "first name": ColumnRole.IDENTITY,
    "lastname": ColumnRole.IDENTITY,
    "last name": ColumnRole.IDENTITY,
    "email": ColumnRole.IDENTITY,
    "email address": ColumnRole.IDENTITY,
}
_TIMING = re.compile(r"groupTime\d+|\w+Time|(?:Group|Question) time: .*")
_CODE_AND_TEXT = re.compile(r"(?P<code>[A-Za-z]\w*(?:\[\w+\])*)[.:]\s+(?P<text>.*\S)", re.DOTALL)
_BRACKET = re.compile(r"(?P<text>.*\S)\s*\[(?P<row>[^\[\]]+)\]", re.DOTALL)
_ITS_OWN = frozenset(
    [
        *("last page", "last page seen", "lastpage", "start language", "startlanguage", "seed"),
        *("letzte seite", "start-sprache", "dernière page", "langue de départ", "date last action"),
    ]
)
"""Other tools have a *Response ID* and a *Date Submitted* as well."""
_NOT_ASKED = "N/A"
_FRONT = 8
_TICKED = frozenset({"Y", "Yes", "Ja", "Oui", "Ydw", "Tak", "Da"})
_UNTICKED = frozenset({"N", "No", "Nein", "Non", "Nac ydw", "Nie", "Nu"})
_OTHER_ROWS = frozenset({"other", "sonstiges", "autre", "arall", "inne", "altele"})


@dataclass
class _Group:
    """The columns of one question: its plain one, its rows, and the texts beside them."""

    text: str
    code: str
    plain: int | None = None
    rows: dict[int, str] = field(default_factory=dict)
    other: int | None = None
    comments: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LimeSurvey:
    """Recognised by id and submitdate, or Response ID and Date submitted, at the front."""

    name: str = "limesurvey"
    title: str = "LimeSurvey"

    def recognise(self, head: TableHead) -> Layout | None:
        """Return the layout where the columns that LimeSurvey writes itself come first."""
        titles = head.title(0)
        small = [_own_name(title) for title in titles]
        sure = _leads(small[:_FRONT])
        if not sure and not _marks_what_was_not_shown(head):
            return None
        headings: dict[int, ColumnHeading] = {}
        groups: dict[str, _Group] = {}
        for place, title in enumerate(titles):
            role = _role(small, place, title)
            if role is None:
                _sort_in(groups, place, title)
            else:
                headings[place] = ColumnHeading(title, role)
        for number, group in enumerate(groups.values()):
            headings.update(_headings(group, number, head))
        ordered = tuple(_may_be_unseen(headings[place]) for place in range(len(titles)))
        return Layout(0.98 if sure else 0.9, ordered)


def _leads(front: Sequence[str]) -> bool:
    """Return whether an id comes first, and soon when it was sent in or the last page seen."""
    roles = [_ROLES.get(name) for name in front]
    own = ColumnRole.COMPLETED in roles and not _ITS_OWN.isdisjoint(front)
    return {"id", "submitdate"} <= set(front) or (roles[:1] == [ColumnRole.RESPONSE_ID] and own)


def _marks_what_was_not_shown(head: TableHead) -> bool:
    """Return whether a question's ticks are all N/A in some row, as no other tool writes them.

    It tells an export from which somebody took the tool's own columns.
    """
    groups: dict[str, _Group] = {}
    for place, title in enumerate(head.title(0)):
        _sort_in(groups, place, title)
    return any(
        len(group.rows) > 1
        and group.other is not None
        and _is_multiple(group, None, head)
        and any(all(row[place] == _NOT_ASKED for place in group.rows) for row in head.rows[1:])
        for group in groups.values()
    )


def _may_be_unseen(heading: ColumnHeading) -> ColumnHeading:
    asked = heading.role is ColumnRole.QUESTION
    return replace(heading, not_asked=_NOT_ASKED) if asked else heading


def _own_name(title: str) -> str:
    """Return how LimeSurvey calls its own column; "submitdate. Date submitted" is both."""
    both = _CODE_AND_TEXT.fullmatch(title)
    return (both["code"] if both else title).lower()


def _role(small: Sequence[str], place: int, title: str) -> ColumnRole | None:
    if _TIMING.fullmatch(title):
        return ColumnRole.SYSTEM
    role = _ROLES.get(small[place])
    return role if role is not None and small.index(small[place]) == place else None


def _sort_in(groups: dict[str, _Group], place: int, title: str) -> None:
    """Put a column into the group of its question; a repeated question begins a new one."""
    both = _CODE_AND_TEXT.fullmatch(title)
    words = both["text"] if both else title
    code = both["code"] if both else title
    match = _BRACKET.fullmatch(words)
    base, row = (match["text"], match["row"]) if match else (words, None)
    base_code = code.partition("[")[0].strip()
    name = base_code if both or code == title.partition("[")[0] else base
    group = groups.get(name)
    if group is None or (row is None and group.plain is not None):
        name = name if group is None else f"{name} {place}"
        group = groups.setdefault(name, _Group(base, base_code))
    if row is None:
        group.plain = place
    elif row.lower() in _OTHER_ROWS and group.other is None:
        group.other = place
    elif row.lower() == "comment" or row.lower().endswith(("comment", "comment]")):
        group.comments[place] = row
    else:
        group.rows[place] = row


def _headings(group: _Group, number: int, head: TableHead) -> dict[int, ColumnHeading]:
    known = head.structure.get(group.code)
    text = known.text if known else group.text
    names = known.rows if known else {}
    found: dict[int, ColumnHeading] = {}
    ticks = _is_multiple(group, known, head)
    for place, row in group.rows.items():
        name = names.get(row, row)
        if ticks:
            found[place] = ColumnHeading(text, option=name, group=number)
        else:
            found[place] = ColumnHeading(text, row=name, codes=known.answers if known else {})
    if group.plain is not None:
        found[group.plain] = _plain(text, number, group, known)
    if group.other is not None:
        alone = group.plain is None and not ticks
        found[group.other] = (
            ColumnHeading(text, row=OTHER)
            if alone
            else ColumnHeading(text, other=True, group=number)
        )
    for place, row in group.comments.items():
        code = re.sub(r"comment$", "", row)
        name = names.get(code, code)
        found[place] = ColumnHeading(text, row=f"{name} \u2013 comment" if name else "comment")
    return found


def _plain(text: str, number: int, group: _Group, known: StructureQuestion | None) -> ColumnHeading:
    shared = None if group.other is None else number
    if known is None:
        return ColumnHeading(text, group=shared, codes={OTHER_CODE: OTHER})
    codes = {**known.answers, OTHER_CODE: OTHER} if known.answers else {}
    kind = known.kind if known.kind in {Kind.SINGLE, Kind.SCALE} and codes else None
    if kind is Kind.SINGLE and in_order(known.answers.values()):
        kind = Kind.SCALE
    return ColumnHeading(text, group=shared, codes=codes, kind=kind)


def _is_multiple(group: _Group, known: StructureQuestion | None, head: TableHead) -> bool:
    if known is not None and known.kind is not None:
        return known.kind is Kind.MULTIPLE
    values = {
        as_text(row[place])
        for row in head.rows[1:]
        for place in group.rows
        if not is_blank(row[place])
    }
    told = (
        group.other is not None
        or group.comments
        or _NOT_ASKED in values
        or asks_for_several(group.text)
    )
    return values - {_NOT_ASKED} <= (_TICKED | _UNTICKED if told else _TICKED)


def structure_layout(structure: Mapping[str, StructureQuestion]) -> Layout:
    """Return the layout that an export of this survey has, for a structure file alone."""
    headings: list[ColumnHeading] = []
    for number, question in enumerate(structure.values()):
        headings.extend(_structure_headings(question, number))
    warning = (
        "This is the survey's structure, without answers. Put it into a ZIP together with the "
        "response export, and its codes are shown as words."
    )
    return Layout(0.98, tuple(headings), header_rows=0, warnings=(warning,))


def _structure_headings(question: StructureQuestion, number: int) -> list[ColumnHeading]:
    text, kind = question.text, question.kind
    if kind is Kind.MULTIPLE:
        headings = [
            ColumnHeading(text, option=name, group=number) for name in question.rows.values()
        ]
    elif question.rows:
        headings = [
            ColumnHeading(text, row=name, kind=kind, codes=question.answers)
            for name in question.rows.values()
        ]
    else:
        shared = number if question.other else None
        headings = [ColumnHeading(text, kind=kind, codes=question.answers, group=shared)]
    if question.other:
        headings.append(ColumnHeading(text, other=True, group=number))
    return headings
