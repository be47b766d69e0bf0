"""Naming a file by its first bytes, so that a wrong file is refused by its name."""

from pathlib import Path
from typing import Final

from pcf_desktop.workspace.connection import require_not_live

PLAIN_SQLITE: Final = "an unencrypted SQLite database"

_SIGNATURES: Final = {
    b"SQLite format 3\0": PLAIN_SQLITE,
    b"\x03\xd9\xa2\x9a": "a KeePass file",
    b"\xff\xd8\xff\xdb": "a JPEG picture",
    b"\xff\xd8\xff\xe0": "a JPEG picture",
    b"\xff\xd8\xff\xe1": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP, Word or Excel file",
    b"\xd0\xcf\x11\xe0": "an older Word or Excel file",
    b"7z\xbc\xaf": "a 7-Zip archive",
}
"""Four bytes at least: an encrypted database begins with random ones."""

_LOOK = 512


def foreign(path: Path) -> str | None:
    """Return what else a file is, or None if it may be an encrypted database of ours.

    Encrypted bytes look random, so what reads wholly as plain text is not ours either. The file
    must not be open in this program (raises `InUse`).
    """
    require_not_live(path)
    with path.open("rb") as file:
        start = file.read(_LOOK)
    for signature, name in _SIGNATURES.items():
        if start.startswith(signature):
            return name
    return "a text file" if start.isascii() and _is_printable(start) else None


def _is_printable(start: bytes) -> bool:
    return "".join(start.decode("ascii").split()).isprintable()
