"""A file is brought up to date whole or stays as it was, with a copy taken first."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from pcf_desktop import paths
from pcf_desktop.workspace import backup, check, connection, forum_folder, migrate
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.faults import DamagedDatabase, FailedUpdate, NewerFile
from tests.workspace.small_forum import CHEAP, COMMENT, WORDS, SmallForum, dies_at

ENV = """
from alembic import context
context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
"""
HEADER = (
    "import sqlalchemy as sa\nfrom alembic import op\nrevision = {0!r}\ndown_revision = {1!r}\n"
)
GOOD = {
    "0001": "op.create_table('child', sa.Column('id', sa.Integer, primary_key=True), "
    "sa.Column('comment_id', sa.Integer, sa.ForeignKey('comment.id', ondelete='CASCADE')))",
    "0002": "op.execute('INSERT INTO child SELECT id, id FROM comment')",
    "0003": "with op.batch_alter_table('comment') as table:\n"
    "        table.add_column(sa.Column('stance', sa.String))",
}
ORPHAN = {
    "0001": "op.execute('CREATE TABLE link (c INTEGER REFERENCES comment (id))')",
    "0002": "op.execute('INSERT INTO link VALUES (999)')",
}
BROKEN = {
    "0001": "op.create_table('half', sa.Column('id', sa.Integer))",
    "0002": "op.execute('CREATE TABLE half (id INTEGER)')",
}
OUT_OF_STEP = {
    "0001": "op.execute('DROP TRIGGER comment_come'); "
    "op.execute(\"INSERT INTO comment (words) VALUES ('unseen')\")"
}


def scripts(folder: Path, steps: dict[str, str]) -> Path:
    """Write migrations as `db/` has them."""
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text(ENV)
    previous = None
    for name, step in steps.items():
        body = HEADER.format(name, previous) + f"def upgrade():\n    {step}\n"
        (folder / "versions" / f"{name}_step.py").write_text(body)
        previous = name
    return folder


def nothing(_connection: Connection) -> None:
    """Our small forum needs nothing after a migration."""


def update(forum: SmallForum, steps: Path) -> backup.Backup | None:
    return migrate.bring_up_to_date(forum.folder, forum.key, steps, nothing)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return scripts(tmp_path / "db", GOOD)


def state(forum: SmallForum) -> tuple[int, list[str], int]:
    """Return the version, the tables and the number of comments of a file that is sound."""
    with forum.open() as opened, opened.writer.begin() as writer:
        assert check.problems(writer) == []
        version = writer.exec_driver_sql("PRAGMA user_version").scalar_one()
        named = text("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        tables = [t for t in writer.execute(named).scalars() if "comment_search" not in t]
        return version, tables, len(writer.execute(select(COMMENT.c.id)).all())


OLD = (0, ["audit_entry", "comment"], 60)
NEW = (3, ["alembic_version", "audit_entry", "child", "comment"], 60)


def test_it_is_copied_first_and_then_brought_up_to_date(forum: SmallForum, good: Path) -> None:
    copy = update(forum, good)
    assert state(forum) == NEW
    assert copy is not None
    assert copy.reason is Reason.UPDATE
    before = SmallForum(copy.folder, forum.key, "")
    assert state(before) == OLD


def test_rows_that_hang_on_a_table_made_anew_stay(forum: SmallForum, good: Path) -> None:
    update(forum, good)
    with forum.open() as opened, opened.writer.begin() as writer:
        assert writer.exec_driver_sql("SELECT count(*) FROM child").scalar() == 60
        assert writer.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        writer.exec_driver_sql("DELETE FROM comment WHERE id = 1")
        assert writer.exec_driver_sql("SELECT count(*) FROM child").scalar() == 59


def test_one_that_is_up_to_date_is_left_alone(forum: SmallForum, good: Path) -> None:
    update(forum, good)
    before = forum.folder.database.read_bytes()
    assert update(forum, good) is None
    assert forum.folder.database.read_bytes() == before
    assert len(backup.listed(forum.folder)) == 1


def test_a_newer_file_is_refused_untouched(forum: SmallForum, good: Path, tmp_path: Path) -> None:
    update(forum, good)
    before = {p: p.read_bytes() for p in forum.folder.path.rglob("*") if p.is_file()}
    fewer = scripts(tmp_path / "older", dict(list(GOOD.items())[:2]))
    with pytest.raises(NewerFile) as raised:
        update(forum, fewer)
    assert str(raised.value) == (
        "The file forum.db was saved by a newer version of PCF Desktop (file version 3; this "
        "program knows 2). Nothing in it was changed. Update PCF Desktop to open it."
    )
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("steps", [BROKEN, ORPHAN, OUT_OF_STEP])
def test_a_failure_leaves_the_file_as_it_was(
    forum: SmallForum, tmp_path: Path, steps: dict[str, str]
) -> None:
    with pytest.raises(FailedUpdate, match="It is as it was before, and a backup was made"):
        update(forum, scripts(tmp_path / "db", steps))
    assert state(forum) == OLD
    assert len(backup.listed(forum.folder)) == 1


def test_a_damaged_file_is_not_migrated(forum: SmallForum, good: Path) -> None:
    size = forum.folder.database.stat().st_size
    os.truncate(forum.folder.database, size - 4096 * 5)
    before = forum.folder.database.read_bytes()
    with pytest.raises(DamagedDatabase):
        update(forum, good)
    assert forum.folder.database.read_bytes() == before


def test_a_kill_at_any_step_leaves_the_old_or_the_new(forum: SmallForum, good: Path) -> None:
    step, found = 1, []
    while dies_at(step, lambda: update(forum, good)):
        found.append(state(forum))
        step += 25
    assert all(each in (OLD, NEW) for each in found)
    assert OLD in found
    assert state(forum) == NEW


@pytest.mark.slow
def test_a_kill_at_every_statement_leaves_the_old_or_the_new(forum: SmallForum, good: Path) -> None:
    old, count, found = forum.folder.database.read_bytes(), 0, []
    while True:
        child = os.fork()
        if child == 0:
            die_at_statement(forum, good, count)
        if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            break
        found.append(state(forum))
        forum.folder.database.write_bytes(old)
        count += 1
    assert count > 20
    assert set(map(str, found)) <= {str(OLD), str(NEW)}
    assert state(forum) == NEW


def die_at_statement(forum: SmallForum, good: Path, statement: int) -> None:
    """Migrate, and be killed before this statement of the migration."""
    left = statement

    def watch(_statement: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        with closing(connection.connect(forum.folder.database, forum.key, readers=1)) as opened:
            with opened.writer.connect() as writer:
                connection.driver(writer).set_trace_callback(watch)
            migrate._migrate(opened, good, nothing)
            os._exit(0)
    finally:
        os._exit(1)


def test_a_new_forum_is_built_by_the_same_steps(tmp_path: Path, good: Path) -> None:
    (good / "versions" / "0001_step.py").write_text(
        HEADER.format("0001", None) + "def upgrade():\n    op.create_table('comment', "
        "sa.Column('id', sa.Integer, primary_key=True), sa.Column('words', sa.String))\n"
        "    op.create_table('child', sa.Column('id', sa.Integer), sa.Column('c', sa.Integer))\n"
    )
    folder, key, recovery = forum_folder.create(
        tmp_path / "forum", WORDS, lambda path, key: migrate.build(path, key, good, nothing), CHEAP
    )
    made = SmallForum(folder, key, recovery)
    assert state(made) == (3, ["alembic_version", "child", "comment"], 0)
    assert update(made, good) is None


def test_the_real_forum_is_built_and_is_sound(tmp_path: Path) -> None:
    folder, key, recovery = forum_folder.create(tmp_path / "f", WORDS, migrate.build, CHEAP)
    with SmallForum(folder, key, recovery).open() as opened, opened.writer.begin() as writer:
        assert check.problems(writer) == []
    assert migrate.require_known(folder.database, key) == migrate.known(paths.shipped("db"))
    assert migrate.bring_up_to_date(folder, key) is None


def test_the_usual_opening_does_not_import_alembic() -> None:
    code = "import sys, pcf_desktop.workspace.migrate; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
