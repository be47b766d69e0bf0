"""The tables of a Markdown text, with the headings and lines above each.

The rule below the heading row (`|---|:--:|`) tells such a table from a file whose cells are
parted by upright lines; it is no row of its own.
"""

import re
from collections.abc import Iterator, Sequence

from pcf_desktop.importers.files.cleaning import clean
from pcf_desktop.importers.files.encodings import encoding_of, text_stream
from pcf_desktop.importers.plans.table import PrintedTable

MOST_COLUMNS, MOST_ABOVE, HEAD = 100, 6, 1 << 16

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BETWEEN = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"\*\*|__|~~|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_UNDERLINE = re.compile(r"\s{0,3}(?:-{2,}|={2,}|\*{3,}|_{3,})\s*")
_BEFORE = re.compile(r"^\s*(?:#{1,6}|>|[-*+]|\d{1,2}[.)](?=\s))\s+|\s+#+\s*$")


def is_markdown(data: bytes) -> bool:
    """Return whether a text holds a table as Markdown writes it: a heading row above its rule."""
    if b"|" not in data[:HEAD] or b"--" not in data[:HEAD] or b"\x00" in data[:HEAD]:
        return False
    lines = _lines(data[:HEAD])
    return any(_is_head(lines, at) for at in range(len(lines)))


def markdown_tables(data: bytes) -> list[PrintedTable]:
    """Return the tables of a Markdown text in their order."""
    return list(_tables(_lines(data)))


def _lines(data: bytes) -> list[str]:
    with text_stream(data, encoding_of(data)) as stream:
        return clean(stream.read())[0].splitlines()


def _is_head(lines: Sequence[str], at: int) -> bool:
    if at + 1 >= len(lines) or "|" not in lines[at] or "-" not in lines[at + 1]:
        return False
    return _RULE.fullmatch(lines[at + 1]) is not None and len(_cells(lines[at])) == len(
        _cells(lines[at + 1])
    )


def _tables(lines: Sequence[str]) -> Iterator[PrintedTable]:
    above: list[str] = []
    at = number = 0
    while at < len(lines):
        if _is_head(lines, at):
            number += 1
            end = next((each for each in range(at, len(lines)) if "|" not in lines[each]), None)
            rows = [_cells(line) for line in lines[at:end]]
            rows[1] = []  # the rule, so that rows keep their numbers
            yield PrintedTable(
                f"Table {number}", rows, at + 1, above=tuple(above[-MOST_ABOVE:]), is_sheet=False
            )
            above.clear()
            at = len(lines) if end is None else end
            continue
        line = lines[at]
        if line.strip() and _UNDERLINE.fullmatch(line) is None:
            above.append(_plain(_BEFORE.sub("", line)))
        at += 1


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [_plain(cell) for cell in _BETWEEN.split(inside)[:MOST_COLUMNS]]


def _plain(text: str) -> str:
    """Return a text without the marks of Markdown."""
    text = _LINK.sub(r"\1", _BREAK.sub("\n", text.replace("\\|", "|")))
    return _MARKS.sub("", text).strip()
