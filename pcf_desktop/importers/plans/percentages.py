"""How much of an action is done: 0.4 of a workbook, *40* and *40%* are the same share."""

import re

from pcf_desktop.importers.files.cells import Cell

_SHARE = re.compile(r"\d+(?:\.\d+)?")


def as_percentage(cell: Cell, text: str) -> str:
    """Return a share as *40%*, and words such as *about half* as they stand.

    A workbook keeps 40% as 0.4 and 100% as 1: nobody reports one per cent done.
    """
    is_number = isinstance(cell, int | float)
    if not is_number and _SHARE.fullmatch(text) is None:
        return text
    value = float(text)
    is_part = 0 < value < 1 or (is_number and value == 1)
    return f"{value * 100 if is_part else value:.4g}%"
