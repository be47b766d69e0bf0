"""What an undo takes away by the thousand is packed, and comes back as it was, whole."""

import pytest
from sqlalchemy import select

from pcf_desktop.records import AuditEntry, Family, Feedback
from pcf_desktop.workspace import Workspace, packed_rows

MANY = packed_rows.FROM + 200


def add(workspace: Workspace, families: int) -> None:
    with workspace.change("bring in") as session:
        those = [Family(code=f"F-{number:05d}") for number in range(families)]
        session.add_all(those)
        session.flush()
        session.add_all(
            Feedback(words=f"“We\x00” {each.code}", family_id=each.id) for each in those
        )


def rows(workspace: Workspace) -> list[tuple[object, ...]]:
    """Return every row of both tables, column by column."""
    with workspace.read() as session:
        return [
            tuple(row)
            for table in (Family.__table__, Feedback.__table__)
            for row in session.execute(select(table).order_by(table.c.id))
        ]


def packets(workspace: Workspace) -> int:
    with workspace._writer.begin():
        found = workspace._writer.exec_driver_sql("SELECT count(*) FROM temp.packet")
        return int(found.scalar_one())


@pytest.mark.parametrize("families", [3, MANY])
def test_rows_come_back_byte_for_byte_as_often_as_wanted(
    workspace: Workspace, families: int
) -> None:
    add(workspace, families)
    before = rows(workspace)
    for _ in range(2):
        workspace.undo()
        assert rows(workspace) == []
        assert bool(packets(workspace)) == (families == MANY)
        workspace.redo()
        assert rows(workspace) == before
        assert packets(workspace) == 0
    workspace.undo()
    add(workspace, 1)  # from here on nothing can be redone
    assert packets(workspace) == 0
    assert len(rows(workspace)) == 2


def test_the_audit_names_the_first_of_what_went(workspace: Workspace) -> None:
    add(workspace, MANY)
    with workspace.read() as session:
        first = session.scalars(select(Family.uid).order_by(Family.id).limit(3)).all()
    workspace.undo()
    with workspace.read() as session:
        (entry,) = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc()).limit(1))
        gone = entry.changes["family"]["removed"]
    assert gone["rows"] == MANY
    assert {uid.hex for uid in first} <= set(gone["uids"])


def test_an_undo_that_is_stopped_packs_nothing(workspace: Workspace) -> None:
    add(workspace, MANY)
    before = rows(workspace)

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workspace.undo(stop)
    assert rows(workspace) == before
    assert packets(workspace) == 0
    with workspace.change("remove") as session:  # is noted by itself again
        session.delete(session.get_one(Feedback, 1))
    workspace.undo()
    assert rows(workspace) == before
