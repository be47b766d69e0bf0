"""Bringing a forum's tables up to date: look, copy, change in one transaction, check, commit.

The version of a file is the number of migrations it has had (`PRAGMA user_version`), set in the
same transaction, so that the usual opening needs no Alembic, whose import takes 0.3 seconds.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from pcf_desktop import paths
from pcf_desktop.records import stamp
from pcf_desktop.workspace import audit, backup, check, connection, digests, search_index
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.faults import FailedUpdate, NewerFile
from pcf_desktop.workspace.forum_folder import ForumFolder

UPDATED = "Bring the file up to date"
"""The action in the audit; a new file's first entry is its making."""

Finish = Callable[[Connection], None]
"""What the tables need after a migration that only SQLite has."""


def known(scripts: Path) -> int:
    """Return the version this program brings a file to: the number of its migrations."""
    return sum(1 for script in (scripts / "versions").glob("[0-9]*.py"))


def require_known(database: Path, key: DataKey, scripts: Path | None = None) -> int:
    """Return the file's version; raise `NewerFile` if a later program saved it.

    Not a byte of the file changes. Raises as `connection.connect` does.
    """
    version, newest = connection.peek(database, key), known(scripts or paths.shipped("db"))
    if version > newest:
        raise NewerFile(database, version, newest)
    return version


def bring_up_to_date(
    folder: ForumFolder,
    key: DataKey,
    scripts: Path | None = None,
    finish: Finish = search_index.ensure,
) -> Backup | None:
    """Migrate a file that is behind; return the backup taken first, or None if none was needed.

    Raises `NewerFile` before anything is touched, and `FailedUpdate` with the file as it was.
    """
    scripts = scripts or paths.shipped("db")
    if require_known(folder.database, key, scripts) == known(scripts):
        return None
    opened = connection.connect(folder.database, key, readers=1)
    with closing(opened):
        with opened.readers.connect() as reader:
            copy = backup.take(folder, reader, key, Reason.UPDATE)
        _migrate(opened, scripts, finish, noted=True)
    return copy


def build(
    database: Path,
    key: DataKey,
    scripts: Path | None = None,
    finish: Finish = search_index.ensure,
) -> None:
    """Make the tables in a new, empty database."""
    with closing(connection.connect(database, key, readers=1)) as opened:
        _migrate(opened, scripts or paths.shipped("db"), finish)


def _migrate(
    opened: connection.Connections, scripts: Path, finish: Finish, *, noted: bool = False
) -> None:
    with opened.writer.connect() as writer:
        # A table that is copied and dropped must not take its children along; the pragma does
        # nothing inside a transaction, and the check below makes good for it.
        connection.driver(writer).execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.explained(opened.path), writer.begin():
                _upgrade(writer, scripts)
                finish(writer)
                if digests.is_kept(writer):
                    _follow_rows(writer, noted=noted)
                if check.problems(writer):
                    raise FailedUpdate(opened.path)
                writer.exec_driver_sql(f"PRAGMA user_version = {known(scripts)}")
            with connection.explained(opened.path):
                connection.checkpoint(writer)
        except DatabaseError as error:
            raise FailedUpdate(opened.path) from error
        finally:
            connection.driver(writer).execute("PRAGMA foreign_keys = ON")


def _follow_rows(writer: Connection, *, noted: bool) -> None:
    """Work out the rows' digests anew, and note in the audit what their sum is now."""
    total = digests.make_anew(writer)
    if noted:
        with stamp.stamped(this_device()):
            audit.note(writer, UPDATED, (), total - audit.total(writer))


def _upgrade(writer: Connection, scripts: Path) -> None:
    from alembic import command  # noqa: PLC0415  # slow to import and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": writer})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, "head")
