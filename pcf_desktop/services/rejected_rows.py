"""The rows that could not come in, as a file to mend them in."""

from collections.abc import Sequence
from pathlib import Path

from pcf_desktop.exporters import delimited
from pcf_desktop.importers.sheet import Rejected

HEADINGS = ("Row", "Why it was left out")


def save(path: Path, rejected: Sequence[Rejected]) -> None:
    """Write the rows with their number in the file and the reason; raises UserError.

    The file is not encrypted: whoever asks for it is told.
    """
    rows = [(str(each.number), each.reason, *each.values) for each in rejected]
    delimited.write(path, HEADINGS, rows)
