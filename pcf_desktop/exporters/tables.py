"""A table as every format needs it: how a cell reads, how wide a column wants to be."""

from pcf_desktop.exporters.document import Cell, Table

_NARROWEST, _WIDEST = 8, 32
_PADDING = 6


def cell_text(cell: Cell) -> str:
    """Return a cell as it is read: counts with a comma at the thousands."""
    return f"{cell:,}" if isinstance(cell, int) else cell


def shares(table: Table) -> list[int]:
    """Return how the columns share the width: by their longest text, none squeezed or greedy."""
    rows = ([cell_text(cell) for cell in row] for row in (table.headings, *table.rows))
    columns = zip(*rows, strict=True)
    return [max(_NARROWEST, *(min(_WIDEST, _need(text)) for text in column)) for column in columns]


def _need(text: str) -> int:
    longest_word = max((len(word) for word in text.split()), default=0)
    return max(longest_word + _PADDING, len(text) * 2 // 3)
