"""The rows that could not come in, as a file to mend them in."""

import os
from collections.abc import Sequence
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.exporters import delimited
from pcf_desktop.exporters.safely import Taken
from pcf_desktop.importers.sheet import Rejected

HEADINGS = ("Row", "Why it was left out")


def proposed(export: Path) -> Path:
    """Return the name that is proposed for the rows left out of an export, beside it."""
    return export.with_name(f"{export.stem} - rows left out.csv")


def require_new(path: Path) -> None:
    """Raise UserError where something has this name already, or its folder is not there."""
    if os.path.lexists(path):
        raise _taken(path)
    if not path.parent.is_dir():
        raise UserError(
            f"The folder {path.parent.name} is not there.",
            "Nothing was written.",
            "Choose another folder.",
        )


def save(path: Path, rejected: Sequence[Rejected], *, anew: bool = False) -> None:
    """Write the rows with their number in the file and the reason; raises UserError.

    The file is not encrypted: whoever asks for it is told. Written `anew`, it never takes the
    place of another.
    """
    rows = [(str(each.number), each.reason, *each.values) for each in rejected]
    try:
        delimited.write(path, HEADINGS, rows, anew=anew)
    except Taken as error:
        raise _taken(path) from error


def _taken(path: Path) -> UserError:
    return UserError(
        f"There is a file {path.name} already.",
        "Nothing was written.",
        "Choose another name, or move that file away.",
    )
