"""The rows that could not come in, as a file to mend them in: CSV that is never a formula."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from pcf_desktop.exporters import safely
from pcf_desktop.importers.sheet import Rejected

_FORMULA_SIGNS = tuple("=+-@\t\r'\uff1d\uff0b\uff0d\uff20")


def save(path: Path, rejected: Sequence[Rejected]) -> None:
    """Write the rows with their number in the file and the reason; raises UserError.

    The file is not encrypted: whoever asks for it is told.
    """
    data = as_csv(rejected)
    safely.write(path, data, lambda part: _check(part, len(rejected)))


def as_csv(rejected: Sequence[Rejected]) -> bytes:
    """Return the rows as Excel opens them; a text that looks like a formula stays a text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Row", "Why it was left out"])
    for each in rejected:
        writer.writerow([each.number, each.reason, *map(_harmless, each.values)])
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _check(part: Path, rows: int) -> None:
    with part.open(encoding="utf-8-sig", newline="") as file:
        found = sum(1 for _ in csv.reader(file)) - 1
    if found != rows:
        raise ValueError(f"{found} of {rows} rows were written")
