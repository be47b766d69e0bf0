"""How many rows at the top of an unknown export are headings, and which come before them."""

from collections.abc import Sequence

from pcf_desktop.importers.columns.dates import looks_like_date
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.tool import Head

MOST_HEADER_ROWS = 3
_MOST_TITLE_ROWS = 5
_LEAST_WIDTH = 3


def title_rows(head: Head) -> int:
    """Return how many rows above the headings hold only a title or a note."""
    for at, row in enumerate(head.rows[:_MOST_TITLE_ROWS]):
        filled = sum(not is_blank(cell) for cell in row)
        if filled > 1 or len(row) < _LEAST_WIDTH:
            return at
    return 0


def header_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """Return 1 to 3: a row with gaps is a heading that goes on in the row below."""
    count = 1
    while count < MOST_HEADER_ROWS and count < len(rows) - 1:
        above, below = rows[count - 1], rows[count]
        if not _goes_on(above, below, rows[count + 1 :]):
            break
        count += 1
    return count


def _goes_on(above: Sequence[Cell], below: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether the row below is a heading too: it fills gaps, and it is unlike answers."""
    gaps = [
        place
        for place, (upper, lower) in enumerate(zip(above, below, strict=True))
        if place and is_blank(upper) and not is_blank(lower)
    ]
    if not gaps or not all(is_word(cell) for cell in below if not is_blank(cell)):
        return False
    telling = [place for place in range(len(above)) if _is_data(place, body)]
    if telling:
        return all(is_blank(below[place]) or is_word(below[place]) for place in telling)
    return True


def _is_data(place: int, body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a column holds numbers or dates."""
    cells = [row[place] for row in body[:20] if not is_blank(row[place])]
    return bool(cells) and not any(map(is_word, cells))


def is_word(cell: Cell) -> bool:
    """Return whether a cell is text, and no number or date written as text."""
    text = as_text(cell).strip()
    return (
        isinstance(cell, str)
        and not text.replace(",", "").replace(".", "", 1).replace("-", "", 1).isdigit()
        and not looks_like_date(text)
    )
