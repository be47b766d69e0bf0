"""Connections to a forum's encrypted database: one that writes, a few that read.

Opening never creates: a missing or empty file is refused before SQLite sees it. Each connection
is given the raw key first, then the pragmas of `self_check`. Transactions begin when we say so:
the writer takes the write lock at once, so that a change never fails half-way for want of it.
Where the disk or the folder lets nobody write, the file is only read and not a byte beside it made.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from pcf_desktop.workspace import search_letters
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.faults import (
    CannotRead,
    CannotWrite,
    DamagedDatabase,
    DiskTrouble,
    EmptyFile,
    ForumFault,
    FullDisk,
    InUse,
    MissingForum,
    UnsuitableBuild,
)
from pcf_desktop.workspace.index_hints import HintingCompiler
from pcf_desktop.workspace.media import Medium, medium_of
from pcf_desktop.workspace.self_check import PRAGMAS, drifted, require_sound_build
from pcf_desktop.workspace.standing import HeldFiles

READERS: Final = 3
LEAST_ROOM: Final = 64 * 1024
"""So many bytes must be free to open a file for writing; SQLite's index of its log takes half."""
CACHE: Final = 32_000
"""KiB each: from 16,000 a second scan of 100,000 comments takes 20 ms instead of 68."""

PAGE: Final = 4096
"""Bytes in a page of the file, SQLCipher's own choice."""

WAIT: Final = 10.0
"""Seconds to wait for another connection's lock."""

_PRIMARY: Final = 0xFF
"""The byte of an SQLite error number that says what kind it is."""

NEXT_TO_NOTHING: Final = 1_000_000
"""Bytes; with so little left, what SQLite calls an input or output error is a full disk."""


def _trouble(path: Path) -> ForumFault:
    free = shutil.disk_usage(path.parent).free if path.parent.is_dir() else NEXT_TO_NOTHING
    return FullDisk(path) if free < NEXT_TO_NOTHING else DiskTrouble(path)


_FAULTS: Final[dict[int, Callable[[Path], ForumFault]]] = {
    dbapi2.SQLITE_NOTADB: DamagedDatabase,
    dbapi2.SQLITE_CORRUPT: DamagedDatabase,
    dbapi2.SQLITE_FULL: FullDisk,
    dbapi2.SQLITE_READONLY: CannotWrite,
    dbapi2.SQLITE_CANTOPEN: CannotWrite,
    dbapi2.SQLITE_IOERR: _trouble,
    dbapi2.SQLITE_BUSY: lambda _path: InUse(),
}

_NUMBERS: Final[dict[str, int]] = {
    "file is not a database": dbapi2.SQLITE_NOTADB,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "database or disk is full": dbapi2.SQLITE_FULL,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database is locked": dbapi2.SQLITE_BUSY,
}
"""SQLite's own words for an error: all that the copying of a file (`backup`) gives of it."""

_live: set[Path] = set()


@dataclass
class Connections:
    """The open database: an engine with the one writing connection, and one that only reads."""

    held: HeldFiles
    key: DataKey
    writer: Engine
    readers: Engine
    is_read_only: bool = False
    """Whether the writer writes nothing either, for the place does not allow it."""

    @property
    def path(self) -> Path:
        """The real path that was opened."""
        return self.held.path

    def go_over(self, other: "Connections") -> None:
        """Close every connection, and be the other ones from now on."""
        self.close()
        self.held, self.writer, self.readers = other.held, other.writer, other.readers

    def begin_anew(self) -> None:
        """Close every connection and open the same file again, with a log of its own."""
        self.close()
        self.held.forget_log()
        _tried(self)
        self.held.note_log()

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        with self.held.sparing_strange_log():
            self.readers.dispose()
            self.writer.dispose()
        _live.discard(self.path)


def connect(path: Path, key: DataKey, readers: int = READERS) -> Connections:
    """Open an existing database; the key is needed until `close`.

    Raises `MissingForum`, `EmptyFile`, `DamagedDatabase` (also when it is another forum's) or
    `CannotWrite`.
    """
    require_sound_build()
    real = _existing(path)
    if not may_write(real):
        raise CannotWrite(real.parent)
    log = "WAL" if medium_of(real.parent) is Medium.LOCAL else "DELETE"
    held = HeldFiles(real)
    opened = _tried(
        Connections(
            held,
            key,
            _engine(held, key, "BEGIN IMMEDIATE", 1, f"journal_mode = {log}"),
            _engine(held, key, "BEGIN", readers, "query_only = ON"),
        )
    )
    held.note_log()
    return opened


def connect_read_only(path: Path, key: DataKey, readers: int = READERS) -> Connections:
    """Open a database in a place where nothing can be written; raises as `connect` does.

    Its writer keeps temporary tables, in memory, and is refused by SQLite whatever else it writes.
    """
    require_sound_build()
    held = HeldFiles(_existing(path))
    return _tried(
        Connections(
            held,
            key,
            _engine(held, key, "BEGIN", 1, "temp_store", mode="ro"),
            _engine(held, key, "BEGIN", readers, "query_only = ON", mode="ro"),
            is_read_only=True,
        )
    )


def may_write(path: Path) -> bool:
    """Tell whether a file that is there, and its folder, let us write."""
    real = Path(os.path.realpath(path))
    return os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)


def is_full(path: Path) -> bool:
    """Tell whether a file's disk has no room even for what SQLite makes beside it to write."""
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < LEAST_ROOM
    return False


def _tried(connections: Connections) -> Connections:
    """Open a first connection, or close them all and raise what is the matter."""
    _live.add(connections.path)
    try:
        connections.writer.connect().close()
    except BaseException:
        connections.close()
        raise
    return connections


def create(path: Path, key: DataKey) -> None:
    """Make a new encrypted database with nothing in it; raises `FileExistsError`."""
    require_sound_build()
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with opened(path, key) as connection:
        connection.execute("VACUUM")


@contextmanager
def reading(path: Path, key: DataKey) -> Iterator[Connection]:
    """Give one connection to a database that must not change, such as a backup."""
    held = HeldFiles(_existing(path))
    engine = _engine(held, key, "BEGIN", 1, "query_only = ON", mode="ro")
    try:
        with engine.connect() as found, explained(path):
            yield found
    finally:
        engine.dispose()


def peek(path: Path, key: DataKey) -> int:
    """Return the version of the tables (`user_version`) without changing a byte of the file.

    Raises as `connect` does.
    """
    with opened(_existing(path), key, mode="ro") as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_live(path: Path) -> bool:
    """Tell whether this program has the database open. Then nobody may `open()` the file.

    On POSIX, closing any handle of a file drops every lock this program holds on it.
    """
    return Path(os.path.realpath(path)) in _live


def require_not_live(path: Path) -> None:
    """Raise `InUse` if this program has the database open."""
    if is_live(path):
        raise InUse


def checkpoint(writer: Connection, *, wait: bool = False) -> bool:
    """Fold the write-ahead log into the file and empty it; to be called outside a transaction.

    Returns False if a reader was still at work, and then the next call does it: it is only waited
    for if so asked, since meanwhile nobody could write.
    """
    run = driver(writer).execute
    run(f"PRAGMA busy_timeout = {WAIT * 1000 if wait else 0:.0f}")
    try:
        row = run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        run(f"PRAGMA busy_timeout = {WAIT * 1000:.0f}")
    return bool(row[0] == 0)


def driver(connection: Connection) -> dbapi2.Connection:
    """Return SQLCipher's own connection, for what stands outside SQLAlchemy's transactions."""
    return connection.connection.dbapi_connection  # which a detached one has too


@contextmanager
def opened(path: Path, key: DataKey, mode: str = "rw") -> Iterator[dbapi2.Connection]:
    """Give one bare connection with the key and the pragmas set, closed at the end.

    `mode` is `ro`, `rw`, or `rwc`, which may create the file. Raises as `connect` does.
    """
    with closing(_raw(path, key, mode)) as connection, explained(path):
        yield connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file at `path` into a fault the person can understand."""
    try:
        yield
    except (dbapi2.DatabaseError, DBAPIError) as error:
        fault = _fault(path, error.orig if isinstance(error, DBAPIError) else error)
        if fault is None:
            raise
        raise fault from error


def _fault(path: Path, error: BaseException | None) -> ForumFault | None:
    number = getattr(error, "sqlite_errorcode", None) or _NUMBERS.get(str(error), 0)
    fault = _FAULTS.get(number & _PRIMARY)
    return fault(path) if fault is not None else None


def _existing(path: Path) -> Path:
    """Return the real path of a database that is there, has bytes, and lets us read."""
    real = Path(os.path.realpath(path))
    try:
        size = real.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingForum(path) from error
    if size == 0:
        raise EmptyFile(path)
    if size < PAGE:  # which SQLite would take for a new, empty database
        raise DamagedDatabase(path)
    if not os.access(real, os.R_OK):
        raise CannotRead(real)
    return real


def _address(path: Path, mode: str) -> str:
    """Return how SQLite is to open a file.

    To read a file with a write-ahead log it makes two more beside it, which it cannot where
    nothing can be written. It is told there that nobody changes the file, unless somebody might:
    the index of the log is only there while the file is open.
    """
    cannot = not may_write(path) or is_full(path)
    settled = mode == "ro" and cannot and not beside(path, "-shm").exists()
    return f"{path.as_uri()}?mode={mode}{'&immutable=1' if settled else ''}"


def beside(database: Path, suffix: str) -> Path:
    """Return the place of a file that SQLite keeps beside a database, such as its log."""
    return database.with_name(database.name + suffix)


def _raw(path: Path, key: DataKey, mode: str = "rw") -> dbapi2.Connection:
    connection = dbapi2.connect(
        _address(path, mode),
        uri=True,
        isolation_level=None,
        timeout=WAIT,
        check_same_thread=False,
    )
    try:
        with explained(path):
            _prepare(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: dbapi2.Connection, key: DataKey) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = {key.pragma()}")
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.create_function(search_letters.FUNCTION, 1, search_letters.indexed)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    wrong = drifted(connection)
    if wrong:
        raise UnsuitableBuild(f"it does not keep {', '.join(wrong)}")


def _engine(
    held: HeldFiles, key: DataKey, begin: str, size: int, last: str, *, mode: str = "rw"
) -> Engine:
    def connection() -> dbapi2.Connection:
        held.require()
        made = _raw(held.path, key, mode)
        with explained(held.path):
            made.execute(f"PRAGMA {last}").fetchall()
        return made

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connection,
        poolclass=QueuePool,
        pool_use_lifo=True,  # the one that has the pages at hand, before another fills its cache
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
    )
    engine.dialect.statement_compiler = HintingCompiler
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql(begin))
    return engine
