"""How the cells of an Excel workbook look: their colours, which are merged, which rows hide.

The workbook reader gives values alone; colours are what many plans say RAG with. Only colours
set on a cell are seen, not those that a rule (conditional formatting) paints.
"""

import colorsys
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from pcf_desktop.importers.files.archives import opened
from pcf_desktop.importers.plans.table import Place

MOST_ROWS, MOST_COLUMNS, MOST_MERGED = 20_000, 200, 200_000
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")
_INDEXED = {
    2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 10: "FF0000", 11: "00FF00",
    12: "0000FF", 13: "FFFF00", 17: "008000", 22: "C0C0C0", 23: "808080", 42: "CCFFCC",
    43: "FFFF99", 50: "99CC00", 51: "FFCC00", 52: "FF9900", 53: "FF6600", 57: "339966",
}  # fmt: skip
"""Those of Excel's old palette of 64 that plans paint RAG with."""


@dataclass(frozen=True)
class Looks:
    """The looks of one sheet; places are (row, column) of the sheet, counted from 0."""

    fills: Mapping[Place, str] = field(default_factory=dict)
    merged: Mapping[Place, Place] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    paints_by_rule: bool = False


def looks_of(data: bytes) -> dict[str, Looks]:
    """Return the looks of each sheet by name. The bytes have passed `check_workbook`.

    What cannot be read has no looks: a plan is read without colours rather than not at all.
    """
    with opened(data) as archive:
        try:
            colours = _colours_by_style(archive)
            return {
                name: _sheet(archive, part, colours)
                for name, part in _parts(archive).items()
                if part in archive.namelist()
            }
        except (ParseError, DefusedXmlException, KeyError, ValueError):
            return {}


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    book = fromstring(archive.read("xl/workbook.xml"))
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    parts: dict[str, str] = {}
    for sheet in _all(book, "sheet"):
        target = targets.get(sheet.get(_RELATION_ID), "")
        inside = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        parts[sheet.get("name", "")] = inside
    return parts


def _all(parent: Element, name: str) -> Iterator[Element]:
    return (each for each in parent.iter() if _name(each) == name)


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _colours_by_style(archive: zipfile.ZipFile) -> list[str | None]:
    """Return the fill of each cell style, by its number."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = fromstring(archive.read("xl/styles.xml"))
    theme = _theme(archive)
    painted = next(_all(styles, "fills"), None)
    fills = [_fill(fill, theme) for fill in painted] if painted is not None else []
    formats = next(_all(styles, "cellXfs"), None)
    numbers = [int(each.get("fillId", "0")) for each in formats] if formats is not None else []
    return [fills[number] if number < len(fills) else None for number in numbers]


def _theme(archive: zipfile.ZipFile) -> list[str]:
    """Return the theme's colours in the order in which cells number them."""
    if "xl/theme/theme1.xml" not in archive.namelist():
        return []
    scheme = next(_all(fromstring(archive.read("xl/theme/theme1.xml")), "clrScheme"), None)
    if scheme is None:
        return []
    colours = [
        next((each.get("lastClr") or each.get("val") or "" for each in slot), "") for slot in scheme
    ]
    # Cells count light 1, dark 1, light 2, dark 2; the scheme lists the dark ones first.
    return [colours[place] for place in (1, 0, 3, 2) if place < len(colours)] + colours[4:]


def _fill(fill: Element, theme: Sequence[str]) -> str | None:
    colour = next(_all(fill, "fgColor"), None)
    pattern = next(_all(fill, "patternFill"), None)
    if colour is None or pattern is None or pattern.get("patternType") != "solid":
        return None
    if rgb := colour.get("rgb"):
        return rgb[-6:]
    if indexed := colour.get("indexed"):
        return _INDEXED.get(int(indexed))
    number = int(colour.get("theme", "-1"))
    if not 0 <= number < len(theme):
        return None
    return _tinted(theme[number], float(colour.get("tint", "0")))


def _tinted(rgb: str, tint: float) -> str:
    """Return a theme colour made lighter (tint over 0) or darker, as Excel does it."""
    red, green, blue = (int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, depth = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light + (1 - light) * tint
    shades = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), depth)
    return "".join(f"{round(shade * 255):02X}" for shade in shades)


def _sheet(archive: zipfile.ZipFile, part: str, colours: Sequence[str | None]) -> Looks:
    fills: dict[Place, str] = {}
    merged: dict[Place, Place] = {}
    hidden: set[int] = set()
    by_rule = False
    with archive.open(part) as stream:
        for row, element in _rows_then_rest(iterparse(stream)):
            name = _name(element)
            if name == "row":
                _take_row(row, element, colours, fills, hidden)
            elif name == "mergeCell":
                _merge(element.get("ref", ""), merged)
            elif name == "conditionalFormatting":
                by_rule = True
    return Looks(fills, merged, frozenset(hidden), by_rule)


def _rows_then_rest(events: Iterator[tuple[str, Element]]) -> Iterator[tuple[int, Element]]:
    """Give elements with the row they stand in; each row is forgotten once it was seen."""
    row = -1
    for _, element in events:
        if _name(element) == "row":
            row = int(element.get("r") or row + 2) - 1
            if row < MOST_ROWS:
                yield row, element
            element.clear()
        elif _name(element) in {"mergeCell", "conditionalFormatting"}:
            yield row, element


def _take_row(
    row: int,
    element: Element,
    colours: Sequence[str | None],
    fills: dict[Place, str],
    hidden: set[int],
) -> None:
    if element.get("hidden") in {"1", "true"} or element.get("ht") == "0":
        hidden.add(row)
    for position, cell in enumerate(element):
        style = int(cell.get("s", "0"))
        colour = colours[style] if style < len(colours) else None
        if colour:
            match = _PLACE.match(cell.get("r", ""))
            fills[row, _column(match[1]) if match else position] = colour


def _merge(span: str, merged: dict[Place, Place]) -> None:
    ends = [_PLACE.match(end) for end in span.split(":")]
    if len(ends) != 2 or not ends[0] or not ends[1]:  # noqa: PLR2004 - a range has two ends
        return
    top, left = int(ends[0][2]) - 1, _column(ends[0][1])
    bottom = min(int(ends[1][2]), MOST_ROWS)
    right = min(_column(ends[1][1]) + 1, MOST_COLUMNS)
    if len(merged) + max(bottom - top, 0) * max(right - left, 0) > MOST_MERGED:
        return
    for row in range(top, bottom):
        for column in range(left, right):
            if (row, column) != (top, left):
                merged[row, column] = (top, left)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
