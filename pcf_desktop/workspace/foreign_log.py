"""Telling whether the log beside a database was written for it, before SQLite looks at either.

SQLite folds in whatever log lies beside a file, and so would write one forum's pages into
another's. It checks the log against itself alone. Each page, though, is sealed under the data key
and the salt of its database (SQLCipher 4: HMAC-SHA512 of what is encrypted and the page's number),
so the seal of a log's first page tells whose it is. A log that SQLite would not read is no matter.
"""

import hashlib
import hmac
import struct
from pathlib import Path
from typing import Final

from pcf_desktop.workspace.connection import PAGE, beside, require_not_live
from pcf_desktop.workspace.data_key import SIZE, DataKey

SALT, SEAL = 16, 64
_MASK: Final = 0x3A
"""By this SQLCipher makes the salt of the seal's key from the database's own salt."""
_ROUNDS: Final = 2

MAGIC: Final = {0x377F0682: "<", 0x377F0683: ">"}
"""How a write-ahead log begins, and the byte order of its checksums (sqlite.org/fileformat2)."""
HEADER, FRAME = 32, 24

_JOURNAL: Final = bytes.fromhex("d9d505f920a163d7")
"""How a rollback journal begins that SQLite would play back."""
_SECTOR_AT: Final = 20


def foreign(database: Path, key: DataKey) -> Path | None:
    """Return the log beside a closed database that holds another one's pages, or None."""
    require_not_live(database)
    with database.open("rb") as file:
        first = file.read(PAGE)
    salt = first[:SALT]
    if not is_sealed(first, 1, key, salt):
        return None  # a damaged first page tells nothing; SQLite will say so
    for log, read in ((beside(database, "-wal"), _in_log), (beside(database, "-journal"), _kept)):
        found = read(log) if log.is_file() else None
        if found is not None and not is_sealed(found[1], found[0], key, salt):
            return log
    return None


def _in_log(log: Path) -> tuple[int, bytes] | None:
    """Return number and bytes of the first page of a write-ahead log that SQLite would take."""
    with log.open("rb") as file:
        header, frame, page = file.read(HEADER), file.read(FRAME), file.read(PAGE)
    order = MAGIC.get(int.from_bytes(header[:4], "big"))
    if order is None or len(page) < PAGE:
        return None
    after = checksum(header[:24], order, (0, 0))
    if after != struct.unpack(">2I", header[24:]):
        return None
    if int.from_bytes(header[8:12], "big") != PAGE:
        return 0, page  # pages of a size that is not ours: its seal cannot hold
    sums = checksum(page, order, checksum(frame[:8], order, after))
    if frame[8:16] != header[16:24] or sums != struct.unpack(">2I", frame[16:]):
        return None
    return int.from_bytes(frame[:4], "big"), page


def _kept(journal: Path) -> tuple[int, bytes] | None:
    """Return number and bytes of the first page that a rollback journal would put back."""
    with journal.open("rb") as file:
        header = file.read(_SECTOR_AT + 4)
        if not header.startswith(_JOURNAL) or len(header) < _SECTOR_AT + 4:
            return None
        file.seek(int.from_bytes(header[_SECTOR_AT:], "big"))
        number, page = file.read(4), file.read(PAGE)
    return (int.from_bytes(number, "big"), page) if len(page) == PAGE else None


def is_sealed(page: bytes, number: int, key: DataKey, salt: bytes) -> bool:
    """Tell whether a page was written under this key, in the database of this salt."""
    masked = bytes(byte ^ _MASK for byte in salt)
    under = hashlib.pbkdf2_hmac("sha512", key.reveal(), masked, _ROUNDS, SIZE)
    sealed = page[SALT if number == 1 else 0 : -SEAL] + struct.pack("<I", number)
    return hmac.compare_digest(hmac.digest(under, sealed, "sha512"), page[-SEAL:])


def checksum(data: bytes, order: str, start: tuple[int, int]) -> tuple[int, int]:
    """Return SQLite's running checksum of a log after these bytes."""
    first, second = start
    for one, other in struct.iter_unpack(f"{order}2I", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
