"""A name for a forum's folder, which every system takes and nothing else has yet."""

import os
import re
from itertools import chain, count
from pathlib import Path

LONGEST = 80
"""Bytes of a name; some disks take no more than 143, and what is added must fit too."""

_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9¹²³]", re.IGNORECASE)
"""What Windows takes for a device, whichever folder it is in."""


def folder_name(name: str) -> str:
    """Return a name that every system takes for a folder."""
    kept = "".join(mark for mark in name if mark.isalnum() or mark in " -_()").strip()
    short = kept.encode()[:LONGEST].decode(errors="ignore").strip() or "Forum"
    return f"{short} forum" if _DEVICE.fullmatch(short) else short


def free(folder: Path) -> Path:
    """Return a folder of this name that is not there yet, if need be with a number after it."""
    numbered = (folder.with_name(f"{folder.name} {n}") for n in count(2))
    return next(each for each in chain([folder], numbered) if not os.path.lexists(each))
