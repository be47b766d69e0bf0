"""Many rows at once are the same rows as one by one."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select

from pcf_desktop.records import Feedback, ImportProfile, stamp
from pcf_desktop.records.rows import insert_rows
from pcf_desktop.workspace import Workspace
from tests.conftest import DEVICE

COLUMNS = ("words", "said_from", "sorted_at", "set_aside", "needs_clearing")
ROWS = st.lists(
    st.tuples(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
        st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)),
        st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime(1950, 1, 1)),  # noqa: DTZ001
        st.booleans(),
        st.booleans(),
    ),
    max_size=8,
)


@given(rows=ROWS)
def test_every_value_comes_back_as_it_was_given(
    workspace: Workspace, rows: list[tuple[object, ...]]
) -> None:
    with workspace.change("Insert") as session:
        session.execute(delete(Feedback))
        insert_rows(session.connection(), Feedback, COLUMNS, rows)
        columns = [getattr(Feedback, name) for name in COLUMNS]
        back = session.execute(select(*columns).order_by(Feedback.id)).all()
    assert [tuple(row) for row in back] == rows


def test_each_row_has_a_uid_of_its_own_and_the_stamps_of_the_change(workspace: Workspace) -> None:
    with workspace.change("Insert") as session:
        rows = [(str(n), False, False) for n in range(50)]
        names = ("words", "set_aside", "needs_clearing")
        insert_rows(session.connection(), Feedback, names, iter(rows))
        now = stamp.now()
        found = session.scalars(select(Feedback)).all()
    assert len({feedback.uid for feedback in found}) == 50
    assert {feedback.made_at for feedback in found} == {now}
    assert {feedback.changed_on for feedback in found} == {DEVICE}


def test_plain_data_goes_through_its_column(workspace: Workspace) -> None:
    with workspace.change("Insert") as session:
        rows = [("a", {"kinds": {"1": "text"}})]
        insert_rows(session.connection(), ImportProfile, ("name", "choices"), rows)
        assert session.scalars(select(ImportProfile.choices)).one() == {"kinds": {"1": "text"}}


def test_no_rows_are_no_statement(workspace: Workspace) -> None:
    with workspace.change("Insert nothing") as session:
        insert_rows(session.connection(), Feedback, COLUMNS, [])
        assert session.scalars(select(Feedback)).all() == []
