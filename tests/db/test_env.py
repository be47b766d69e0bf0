"""A migration that Alembic writes from a changed record uses our own column types by name."""

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Column, Table

from pcf_desktop.paths import shipped
from pcf_desktop.records import Base
from pcf_desktop.records.base import Uid, UtcDateTime
from pcf_desktop.workspace import connection, migrate
from pcf_desktop.workspace.data_key import DataKey
from tests.conftest import KEY


def test_a_new_migration_names_our_types(tmp_path: Path) -> None:
    path, key = tmp_path / "forum.db", DataKey(KEY)
    connection.create(path, key)
    migrate.build(path, key, finish=lambda _connection: None)
    folder = tmp_path / "versions"
    folder.mkdir()
    added = Table("added", Base.metadata, Column("uid", Uid), Column("at", UtcDateTime))
    try:
        with closing(connection.connect(path, key)) as opened, opened.writer.begin() as writer:
            config = Config(attributes={"connection": writer})
            config.set_main_option("script_location", str(shipped("db")))
            places = f"{shipped('db', 'versions')};{folder}"
            config.set_main_option("version_locations", places)
            config.set_main_option("path_separator", ";")
            config.set_main_option("version_path_separator", ";")
            command.revision(config, "Add a table", autogenerate=True, version_path=str(folder))
    finally:
        Base.metadata.remove(added)
    (written,) = folder.glob("*.py")
    text = written.read_text("utf-8")
    assert "from pcf_desktop.records.base import Uid" in text
    assert "from pcf_desktop.records.base import UtcDateTime" in text
    assert "sa.Column('uid', Uid()" in text
    assert "op.create_table('added'" in text
