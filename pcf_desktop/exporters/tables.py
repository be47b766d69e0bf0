"""A table as every format needs it: how a cell reads, how wide a column wants to be."""

from collections.abc import Sequence

from pcf_desktop.exporters.document import Cell, Table

_NARROWEST, _WIDEST = 8, 32
_PADDING = 6


def cell_text(cell: Cell) -> str:
    """Return a cell as it is read: counts with a comma at the thousands."""
    return f"{cell:,}" if isinstance(cell, int) else cell


def counted(
    title: str, headings: tuple[str, str], rows: Sequence[tuple[str, Cell, str]], note: str
) -> Table:
    """Return a table of counts from rows of what was counted, how many, and its share.

    On a small base no row has a share, and an empty column would say nothing: it is left out.
    """
    if any(share for _, _, share in rows):
        return Table(title, (*headings, "Share"), tuple(rows), ("left", "right", "right"), note)
    return Table(title, headings, tuple(row[:2] for row in rows), ("left", "right"), note)


def shares(table: Table) -> list[int]:
    """Return how the columns share the width: by their longest text, none squeezed or greedy."""
    rows = ([cell_text(cell) for cell in row] for row in (table.headings, *table.rows))
    columns = zip(*rows, strict=True)
    return [max(_NARROWEST, *(min(_WIDEST, _need(text)) for text in column)) for column in columns]


def _need(text: str) -> int:
    longest_word = max((len(word) for word in text.split()), default=0)
    return max(longest_word + _PADDING, len(text) * 2 // 3)
