"""A small encrypted forum for the tests of the file: a table of comments and the audit chain."""

import os
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, insert, select

from pcf_desktop.records import AuditEntry
from pcf_desktop.workspace import connection, forum_folder
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.forum_folder import ForumFolder

WORDS = "four words of help"
OTHER = "another set of words"
CHEAP = Cost(16)
DEVICE = UUID(int=7)
TABLES = MetaData()
COMMENT = Table("comment", TABLES, Column("id", Integer, primary_key=True), Column("words", String))
SALT, VECTOR, SEAL = 16, 16, 64
"""Bytes of SQLCipher's own in the file and in each page."""
STEPS = {"open", "rename", "replace", "unlink", "remove", "mkdir", "rmdir", "fsync", "close"}


@dataclass
class SmallForum:
    """A forum on disk that is not open, and what opens it."""

    folder: ForumFolder
    key: DataKey
    recovery: str

    def open(self) -> closing[connection.Connections]:
        return closing(connection.connect(self.folder.database, self.key))

    def add(self, *words: str) -> None:
        """Commit these comments as one save."""
        with self.open() as opened, opened.writer.begin() as writer:
            save(writer, *words)

    def comments(self) -> list[str | None]:
        with self.open() as opened, opened.readers.connect() as reader:
            return list(reader.execute(select(COMMENT.c.words).order_by(COMMENT.c.id)).scalars())


def make(path: Path) -> SmallForum:
    return SmallForum(*forum_folder.create(path, WORDS, build, CHEAP))


def build(database: Path, key: DataKey) -> None:
    with closing(connection.connect(database, key)) as opened, opened.writer.begin() as writer:
        TABLES.create_all(writer)
        AuditEntry.metadata.tables["audit_entry"].create(writer)
        run = writer.exec_driver_sql
        run(
            "CREATE VIRTUAL TABLE comment_search "
            "USING fts5(words, content=comment, content_rowid=id)"
        )
        run(
            "CREATE TRIGGER comment_come AFTER INSERT ON comment BEGIN "
            "INSERT INTO comment_search (rowid, words) VALUES (new.id, new.words); END"
        )


def save(writer: Connection, *words: str, seal: str = "") -> None:
    """Add comments and an audit entry on an open transaction."""
    writer.execute(insert(COMMENT), [{"words": said} for said in words])
    number = len(writer.execute(select(AuditEntry.id)).all()) + 1
    entry = {
        "id": number,
        "at": datetime(2026, 3, 1, 12, tzinfo=UTC),
        "device": DEVICE,
        "action": "Log feedback",
        "changes": {},
        "previous": "0" * 64,
        "hash": f"{seal}{number}".zfill(64),
    }
    writer.execute(insert(AuditEntry), [entry])


def in_clear(database: Path, key: DataKey) -> bytes:
    """Return what the pages of a database that nobody has open hold, those in no use included.

    SQLCipher 4: the salt at the head, at the end of each page its vector and its seal.
    """
    content, found = database.read_bytes(), []
    for start in range(0, len(content), connection.PAGE):
        page = content[start : start + connection.PAGE]
        body, tail = page[: -VECTOR - SEAL], page[-VECTOR - SEAL :]
        vector = modes.CBC(tail[:VECTOR])
        opener = Cipher(algorithms.AES256(key.reveal()), vector).decryptor()
        found.append(opener.update(body if start else body[SALT:]) + opener.finalize())
    return b"".join(found)


def flip(path: Path, place: int) -> None:
    """Change one bit of one byte."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def dies_at(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a child that is killed before its nth step on the disk; tell if it was."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _kill_at(step)
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


def _kill_at(step: int) -> None:
    left = step

    def watch(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and _is_step(called):
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)


def _is_step(called: Any) -> bool:
    if getattr(called, "__module__", "") == "posix":
        return called.__name__ in STEPS
    owner = type(getattr(called, "__self__", None))
    return owner.__name__ == "BufferedWriter" or (
        owner.__module__.startswith("sqlcipher3") and called.__name__ in {"execute", "backup"}
    )
