"""Plain rows as CSV that a spreadsheet program opens without running anything in it.

What begins like a formula gets an apostrophe before it (OWASP, CSV injection), and so does what
begins with an apostrophe, so that one taken off again gives the same words.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from pcf_desktop.exporters import safely
from pcf_desktop.exporters.text import is_like_a_formula


def write(
    path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]], *, anew: bool = False
) -> None:
    """Write rows, perhaps of different lengths, as UTF-8 with a mark that Excel understands.

    Raises UserError, and Taken if it is to be written `anew`, as `safely.write_all` does.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL)
    table.writerow(headings)
    table.writerows([harmless(cell) for cell in row] for row in rows)
    written = text.getvalue().encode("utf-8-sig", "replace")
    safely.write_all([safely.File(path, written, _check)], anew=anew)


def harmless(cell: str) -> str:
    """Return a cell's words, marked as text where they would be taken for a formula."""
    return f"'{cell}" if is_like_a_formula(cell) else cell


def _check(path: Path) -> None:
    path.read_bytes().decode("utf-8-sig")
