"""The migrations and the records make the same tables, here and on PostgreSQL."""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Index, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from pcf_desktop.paths import shipped
from pcf_desktop.records import Base
from pcf_desktop.workspace import connection, keys, migrate, search_index
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.forum_folder import ForumFolder
from tests.conftest import KEY
from tests.workspace.small_forum import CHEAP, WORDS

TABLES = Base.metadata.sorted_tables


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    """An encrypted file with the tables of the migrations, and no search index."""
    path, key = tmp_path / "migrated.db", DataKey(KEY)
    connection.create(path, key)
    migrate.build(path, key, finish=lambda _connection: None)
    with closing(connection.connect(path, key)) as opened, opened.readers.connect() as reader:
        yield reader


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[Connection]:
    """An encrypted file with the tables of the records, without any migration."""
    path, key = tmp_path / "drawn.db", DataKey(KEY)
    connection.create(path, key)
    with closing(connection.connect(path, key)) as opened, opened.writer.begin() as writer:
        Base.metadata.create_all(writer)
        yield writer


def statements(made: Connection) -> dict[str, set[str]]:
    """Return what each table and index was made by, part by part, whatever their order.

    A column that was added later stands in a line with the one before it.
    """
    rows = made.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema "
        "WHERE sql IS NOT NULL AND tbl_name <> 'alembic_version'"
    )
    return {
        name: {part.strip(" ,\t") for part in re.split(r",\s|\n", sql)} - {""} for name, sql in rows
    }


def test_alembic_finds_nothing_left_to_migrate(migrated: Connection) -> None:
    context = MigrationContext.configure(migrated, opts={"compare_type": True})
    assert compare_metadata(context, Base.metadata) == []


def test_migrations_and_records_say_the_same_word_for_word(
    migrated: Connection, drawn: Connection
) -> None:
    assert statements(migrated) == statements(drawn)


def test_a_forum_of_the_first_version_keeps_its_comments_and_finds_them(tmp_path: Path) -> None:
    first, key = tmp_path / "db", DataKey(KEY)
    shutil.copytree(shipped("db"), first)
    for later in (first / "versions").glob("0*.py"):
        if not later.name.startswith("0001"):
            later.unlink()
    folder = ForumFolder(tmp_path)
    connection.create(folder.database, key)
    migrate.build(folder.database, key, first)
    with closing(connection.connect(folder.database, key)) as opened, opened.writer.begin() as old:
        old.exec_driver_sql(
            "INSERT INTO feedback (uid, words, set_aside, needs_clearing, made_at, made_on, "
            "changed_at, changed_on) VALUES (x'01', 'The taxi is late', 0, 0, 0, x'02', 0, x'02')"
        )
    folder.envelope.write_bytes(keys.new_envelope(WORDS, UUID(int=5), CHEAP)[0].to_bytes())
    migrate.bring_up_to_date(folder, key)
    with closing(connection.connect(folder.database, key)) as opened, opened.readers.connect() as r:
        (kept,) = r.exec_driver_sql("SELECT id, words, came_as FROM feedback").all()
        assert kept[1:] == ("The taxi is late", None)
        assert r.execute(search_index.matching("taxi")).scalars().all() == [kept[0]]


def test_each_migration_follows_the_one_before() -> None:
    paths = sorted(shipped("db", "versions").glob("[0-9]*.py"))
    numbers = [path.name[:4] for path in paths]
    said = re.compile(r'^down_revision.* = "?(\w+)', re.MULTILINE)
    before = [name for path in paths for name in said.findall(path.read_text("utf-8"))]
    assert before == ["None", *numbers[:-1]]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_foreign_key_is_the_first_column_of_an_index(table: Table) -> None:
    indexes = [index.columns.values() for index in table.indexes if not is_partial(index)]
    uniques = [c.columns.values() for c in table.constraints if isinstance(c, UniqueConstraint)]
    first = {columns[0] for columns in (*indexes, *uniques)}
    assert {key.parent for key in table.foreign_keys} <= first


def is_partial(index: Index) -> bool:
    """An index of some rows only does not serve a key that any row may hold."""
    return index.dialect_options["sqlite"]["where"] is not None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_can_be_made_on_postgresql(table: Table) -> None:
    dialect = postgresql.dialect()
    made = str(CreateTable(table).compile(dialect=dialect))
    assert (
        made.strip().startswith(f"CREATE TABLE {table.name}".rstrip()) or f'"{table.name}"' in made
    )
    for index in table.indexes:
        assert "INDEX" in str(CreateIndex(index).compile(dialect=dialect))


def test_the_records_have_a_uid_and_stamps_unless_they_are_the_files_own() -> None:
    own = {"audit_entry", "part_digest", "series"}
    stamps = {"uid", "made_at", "made_on", "changed_at", "changed_on"}
    assert {table.name for table in TABLES if not stamps <= set(table.columns.keys())} == own
