"""A wrong file is named where it can be; a forum's own is never mistaken for one."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from pcf_desktop.workspace import file_kind
from pcf_desktop.workspace.faults import InUse
from tests.workspace.small_forum import SmallForum


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\x03\xd9\xa2\x9ag\xfbK\xb5", "a KeePass file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Word or Excel file"),
        (b"Name,Answer\r\nA,B\r\n", "a text file"),
        (b"{\n}", "a text file"),
        (b"\x9c\x01\x02random", None),
        ("café".encode(), None),
    ],
)
def test_the_first_bytes_name_it(start: bytes, kind: str | None, tmp_path: Path) -> None:
    path = tmp_path / "forum.db"
    path.write_bytes(start)
    assert file_kind.foreign(path) == kind
    assert path.read_bytes() == start


def test_a_plain_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "forum.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE t (a)")
    assert file_kind.foreign(path) == file_kind.PLAIN_SQLITE


def test_a_workbook_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "forum.db", "w") as file:
        file.writestr("a", "b")
    assert file_kind.foreign(tmp_path / "forum.db") == "a ZIP, Word or Excel file"


def test_a_forum_is_nothing_else_and_is_not_looked_at_while_open(forum: SmallForum) -> None:
    assert file_kind.foreign(forum.folder.database) is None
    with forum.open(), pytest.raises(InUse):
        file_kind.foreign(forum.folder.database)
