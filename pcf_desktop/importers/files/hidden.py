"""What an Excel workbook hides: columns, filtered rows, macros, notes, links to other files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pcf_desktop.importers.files.archives import opened

_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*["']([^"']*)["']""")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HEAD_BYTES = 1 << 16
_TABLE_BYTES = 1 << 20
_FILTER_ON_A_SHEET = b"_xlnm._FilterDatabase"
_FILTER_IN_A_TABLE = b"filterColumn"
_FILTERED = "A filter is set in this workbook. Rows that it hides were read like the others."
_LAST_COLUMN = 16_384
_TRUE = {b"1", b"true"}

_NOTICES: tuple[tuple[str, str], ...] = (
    ("xl/vbaProject", "The workbook holds macros. They were not run and are not kept."),
    ("xl/comments", "Notes attached to cells were not read."),
    ("xl/threadedComments", "Comments attached to cells were not read."),
    ("xl/externalLinks", "Links to other workbooks were not followed."),
)


@dataclass(frozen=True)
class Hidden:
    """What lies unseen in a workbook: column places (from 0) by sheet name, and sentences."""

    columns: Mapping[str, frozenset[int]] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


def hidden_in(data: bytes) -> Hidden:
    """Return what an XLSX file hides. The bytes have passed `check_workbook`."""
    with opened(data) as archive:
        names = archive.namelist()
        parts = _sheet_parts(data)
        columns: dict[str, frozenset[int]] = {}
        for sheet, part in parts.items():
            if part in names:
                with archive.open(part) as stream:
                    columns[sheet] = _hidden_columns(stream.read(_HEAD_BYTES))
        filtered = any(_is_filtered(archive, name) for name in names)
    notices = dict.fromkeys(
        sentence for start, sentence in _NOTICES if any(name.startswith(start) for name in names)
    )
    if filtered:
        notices[_FILTERED] = None
    return Hidden({sheet: places for sheet, places in columns.items() if places}, tuple(notices))


def _is_filtered(archive: ZipFile, name: str) -> bool:
    """Return whether a part says that a sheet is filtered, or a table in one, as Forms makes."""
    mark = {"xl/workbook.xml": _FILTER_ON_A_SHEET}.get(
        name, _FILTER_IN_A_TABLE if name.startswith("xl/tables/") else None
    )
    if mark is None:
        return False
    with archive.open(name) as part:
        return mark in part.read(_TABLE_BYTES)


def _sheet_parts(data: bytes) -> dict[str, str]:
    """Return the part that holds each sheet; empty where the workbook says it otherwise."""
    with opened(data) as archive:
        try:
            book = fromstring(archive.read("xl/workbook.xml"))
            relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        except (ParseError, DefusedXmlException, LookupError, ValueError):
            return {}
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    parts: dict[str, str] = {}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            target = targets.get(sheet.get(_RELATION_ID), "")
            parts[sheet.get("name", "")] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )
    return parts


def _hidden_columns(head: bytes) -> frozenset[int]:
    places: set[int] = set()
    for tag in _COLUMN.findall(head.split(b"sheetData", 1)[0]):
        said = dict(_ATTRIBUTE.findall(tag))
        if said.get(b"hidden") in _TRUE or said.get(b"width") == b"0":
            try:
                first, last = int(said[b"min"]), int(said[b"max"])
            except (KeyError, ValueError):
                continue
            places.update(range(first - 1, min(last, _LAST_COLUMN)))
    return frozenset(places)
