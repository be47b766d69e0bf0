"""Many ids at once: what was only just added is among them."""

from sqlalchemy import select

from pcf_desktop.records import Family
from pcf_desktop.services.counting import keys
from pcf_desktop.workspace import Workspace


def test_ids_come_in_the_order_of_the_query_unsaved_ones_too(workspace: Workspace) -> None:
    with workspace.change("families") as session:
        session.add_all([Family(code="F-0002"), Family(code="F-0001")])
        found = keys.fetch(session, select(Family.id).order_by(Family.code))
        assert [session.get_one(Family, key).code for key in found] == ["F-0001", "F-0002"]


def test_rows_are_plain_tuples(workspace: Workspace) -> None:
    with workspace.change("families") as session:
        session.add(Family(code="F-0001"))
        rows = keys.rows(session, select(Family.code, Family.district))
    assert rows == [("F-0001", None)]
