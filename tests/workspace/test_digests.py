"""Whatever is changed, the sums of the rows follow it."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from pcf_desktop.records import Draft, Family, Feedback
from pcf_desktop.workspace import Workspace, connection, digests, packed_rows
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.opening import OpenForum
from tests.conftest import DEVICE, KEY


def off(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return digests.off(session.connection())


def do(workspace: Workspace, step: str) -> None:
    """Do one of the things that a change may be made of."""
    if step == "undo":
        workspace.undo()
        return
    if step == "redo":
        workspace.redo()
        return
    with workspace.change("Log feedback") as session:
        if step == "add":
            session.add_all(Feedback(words=f"the taxi, {each}") for each in range(3))
        elif step == "change twice":
            session.execute(update(Feedback).values(words="changed"))
            session.flush()
            session.execute(update(Feedback).values(words="and again"))
        elif step == "type":
            session.merge(Draft(id=1, form="log", fields="typed"))
        else:
            first = select(Feedback.id).limit(2).scalar_subquery()
            session.execute(delete(Feedback).where(Feedback.id.in_(first)))
            session.add_all([Feedback(words="in the place of one that went"), Family(code="F")])
            session.flush()
            session.execute(delete(Family))


STEPS = ("add", "change twice", "type", "replace", "undo", "redo")


@settings(max_examples=15)
@given(st.lists(st.sampled_from(STEPS), max_size=8))
def test_the_sums_follow_every_change_undo_and_redo(
    empty_forum: Path, tmp_path: Path, steps: list[str]
) -> None:
    path = Path(shutil.copy(empty_forum, tmp_path / "own.db"))
    with closing(Workspace(connection.connect(path, DataKey(KEY)), DEVICE)) as workspace:
        for step in ("add", *steps):
            do(workspace, step)
        assert off(workspace) == []
        with workspace.read() as session:
            brought = digests.parts(session.connection())
        with workspace._writer.begin() as started:
            digests.make_anew(workspace._writer)
            anew = digests.parts(workspace._writer)
            started.rollback()
    assert {part: found for part, found in brought.items() if found} == {
        part: found for part, found in anew.items() if found
    }
    path.unlink()


def test_the_sums_follow_rows_that_are_packed(workspace: Workspace) -> None:
    """Thousands that an undo takes away are not noted one by one."""
    with workspace.change("Import") as session:
        rows = [Feedback(words=f"comment {each}") for each in range(packed_rows.FROM + 300)]
        session.add_all(rows)
        session.flush()
        session.execute(update(Feedback).where(Feedback.id > 1_000).values(words="changed"))
    for again in (workspace.undo, workspace.redo, workspace.undo):
        again()
        assert off(workspace) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            "UPDATE feedback SET changed_at = '2026-01-01 10:00:00.000001' WHERE id = 300",
            "feedback from 256",
        ),
        ("DELETE FROM feedback WHERE id = 1", "feedback from 0"),
        ("UPDATE series SET last = last - 1", "drafts and numbers"),
        ("UPDATE part_digest SET digest = 7 WHERE tbl = 'term' AND part = 0", "sums"),
        ("DELETE FROM part_digest WHERE tbl = 'feedback' AND part = 1", "sums"),
    ],
)
def test_whatever_is_not_as_it_was_saved_is_named(opened: OpenForum, spoil: str, said: str) -> None:
    with opened.workspace.change("Log feedback") as session:
        session.add_all(Feedback(words=f"comment {each}") for each in range(400))
    do(opened.workspace, "type")
    assert opened.look_over() == ""
    writer = opened.workspace._writer
    with writer.begin():
        writer.exec_driver_sql("INSERT OR IGNORE INTO series (name, last) VALUES ('x', 5)")
        digests.follow_aside(writer)
    assert off(opened.workspace) == []
    with writer.begin():
        writer.exec_driver_sql(spoil)
    assert f"{digests.OLDER} {said}" in off(opened.workspace)
    assert "older than the rest" in opened.look_over()
