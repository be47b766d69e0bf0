"""What this build of SQLite and each connection must be before a forum is trusted to them."""

from functools import cache
from typing import Final

from sqlcipher3 import dbapi2

from pcf_desktop.workspace.faults import UnsuitableBuild

OLDEST_SQLITE: Final = (3, 51, 3)
"""Older ones can corrupt a write-ahead log when two connections write and checkpoint at once."""

PRAGMAS: Final = {
    "foreign_keys": 1,
    "synchronous": 2,  # FULL: a commit is on the disk
    "fullfsync": 1,  # and on a Mac, where an fsync alone leaves it in the drive's own memory
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,  # in memory, never a file
    # Wiping each block SQLCipher frees would cost 22 times on inserts and 20 times on ranked
    # search (100,000 rows), and cannot be switched off again in a process.
    "cipher_memory_security": 0,
}
"""What each connection sets after its key, and what it must read back."""


@cache
def require_sound_build() -> None:
    """Raise `UnsuitableBuild` unless SQLite is new, encrypts, searches, and spills to memory."""
    connection = dbapi2.connect(":memory:")
    try:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise UnsuitableBuild(f"SQLite {dbapi2.sqlite_version} is too old")
    if not cipher or not cipher[0]:
        raise UnsuitableBuild("it cannot encrypt")
    if not options & {"TEMP_STORE=2", "TEMP_STORE=3"}:
        raise UnsuitableBuild("it would keep temporary data unencrypted")
    if "ENABLE_FTS5" not in options:
        raise UnsuitableBuild("it cannot search")


def drifted(connection: dbapi2.Connection) -> list[str]:
    """Return the names of the pragmas that do not read back as they must."""
    return [name for name, value in PRAGMAS.items() if _reads(connection, name) != value]


def _reads(connection: dbapi2.Connection, pragma: str) -> int | None:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(row[0]) if row else None
