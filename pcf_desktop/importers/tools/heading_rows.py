"""How many rows at the top of an unknown export are headings, and which come before them."""

import re
from collections.abc import Sequence

from pcf_desktop.importers.columns.dates import looks_like_date
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.tool import TableHead

MOST_HEADER_ROWS = 3
_MOST_TITLE_ROWS = 5
_LEAST_WIDTH = 3
_SEVERAL = 5
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_CODE = re.compile(r"(?:q(?:uestion)?\s*)?\d+[a-z]?[.:)]?", re.IGNORECASE)


def title_rows(head: TableHead) -> int:
    """Return how many rows above the headings hold only a title or a note."""
    for at, row in enumerate(head.rows[:_MOST_TITLE_ROWS]):
        filled = sum(not is_blank(cell) for cell in row)
        if filled > 1 or len(row) < _LEAST_WIDTH or (filled and _asks_above(head.rows[at:])):
            return at
    return 0


def _asks_above(rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a lone text is a question: below it stand boxes, which repeat their label."""
    if len(rows) <= _LEAST_WIDTH:
        return False
    above, labels, *body = rows
    place = next(place for place, cell in enumerate(above) if _filled(cell))
    return all(
        is_word(labels[at])
        and {as_text(row[at]) for row in body if _filled(row[at])} == {as_text(labels[at])}
        for at in (place, place + 1)
        if at < len(labels)
    )


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
    """Return whether the row below is a heading too: it fills gaps, and it is unlike answers.

    Under the tool's own columns, which hold numbers and dates, a second heading is blank; and
    where such a column has no word above it, as under a row of sections, its first is a heading.
    """
    if not _fills_gaps(above, below) or not all(map(is_word, filter(_filled, below))):
        return False
    telling = [place for place in range(len(above)) if _is_data(place, body)]
    if not telling or any(is_blank(below[place]) for place in telling):
        return True
    if any(is_blank(above[place]) for place in telling):
        return True
    return _skips_what_all_answer(below, body) and _unlike_answers(below, body)


def _skips_what_all_answer(below: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a row is blank where each of several responses says something."""
    body = [row for row in body[:20] if any(map(_filled, row))]
    return len(body) >= _SEVERAL and any(
        all(_filled(row[place]) for row in body)
        for place, cell in enumerate(below)
        if is_blank(cell)
    )


def _unlike_answers(below: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether no column answers with a row's words among others; a tick repeats them."""
    answers = [{as_text(row[place]) for row in body} - {""} for place in range(len(below))]
    return all(
        as_text(cell) not in answers[place] or answers[place] == {as_text(cell)}
        for place, cell in enumerate(below)
        if _filled(cell)
    )


def _fills_gaps(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Return whether texts stand under blanks, or under codes such as "Q1"."""
    return any(
        (place and is_blank(upper)) or _CODE.fullmatch(as_text(upper).strip())
        for place, (upper, lower) in enumerate(zip(above, below, strict=True))
        if not is_blank(lower)
    )


def _filled(cell: Cell) -> bool:
    return not is_blank(cell)


def _is_data(place: int, body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a column holds numbers or dates."""
    cells = [row[place] for row in body[:20] if not is_blank(row[place])]
    return bool(cells) and not any(map(is_word, cells))


def names_columns(row: Sequence[Cell]) -> bool:
    """Return whether a row can be headings: words, or the numbers of questions, each once."""
    cells = [cell for cell in row if _filled(cell)]
    numbers = [as_text(cell).strip() for cell in cells if not is_word(cell)]
    if not numbers:
        return True
    counted = all(map(_NUMBER.fullmatch, numbers)) and len(set(numbers)) == len(numbers)
    return counted and numbers == sorted(numbers, key=float) and len(cells) > len(numbers)


def is_word(cell: Cell) -> bool:
    """Return whether a cell is text, and no number or date written as text."""
    text = as_text(cell).strip()
    return (
        isinstance(cell, str)
        and not text.replace(",", "").replace(".", "", 1).replace("-", "", 1).isdigit()
        and not looks_like_date(text)
    )
