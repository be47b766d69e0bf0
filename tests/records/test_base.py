"""Our own column types give back what they were given, and refuse what would be guessed."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError
from sqlalchemy.types import Uuid

from pcf_desktop.records import Draft, Feedback
from pcf_desktop.records.base import Uid, UtcDateTime
from pcf_desktop.workspace import Workspace

MOMENTS = st.datetimes(
    datetime.fromisoformat("1900-01-02"),
    datetime.fromisoformat("2200-01-01"),
    timezones=st.timezones(),
)


@given(moment=MOMENTS)
def test_a_moment_comes_back_as_the_same_moment_in_utc(
    workspace: Workspace, moment: datetime
) -> None:
    with workspace.change("Bin") as session:
        feedback = Feedback(words="-", binned_at=moment)
        session.add(feedback)
        session.flush()
        key = feedback.id
    with workspace.read() as session:
        back = session.scalar(select(Feedback.binned_at).where(Feedback.id == key))
    assert back == moment.astimezone(UTC)
    assert back is not None
    assert back.utcoffset() == timedelta(0)


def bin_without_a_zone(workspace: Workspace) -> None:
    with workspace.change("Bin") as session:
        session.add(Feedback(words="-", binned_at=datetime(2026, 3, 1)))  # noqa: DTZ001


def test_a_moment_without_its_zone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StatementError, match="a moment needs its time zone"):
        bin_without_a_zone(workspace)


def test_a_moment_stays_as_it_is_where_the_database_knows_zones() -> None:
    elsewhere = datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=1)))
    assert UtcDateTime().process_result_value(elsewhere, postgresql.dialect()) == elsewhere
    assert UtcDateTime().process_bind_param(None, sqlite.dialect()) is None


@given(number=st.integers(0, 2**128 - 1))
def test_a_uid_is_sixteen_bytes_here_and_the_databases_own_elsewhere(number: int) -> None:
    uid, kind = UUID(int=number), Uid()
    kept = kind.process_bind_param(uid, sqlite.dialect())
    assert kept == uid.bytes
    assert kind.process_result_value(kept, sqlite.dialect()) == uid
    assert kind.process_bind_param(uid, postgresql.dialect()) == uid
    assert kind.process_result_value(uid, postgresql.dialect()) == uid
    assert isinstance(kind.load_dialect_impl(postgresql.dialect()), Uuid)


def test_a_record_changed_has_a_later_stamp_and_the_same_uid(workspace: Workspace) -> None:
    with workspace.change("Keep") as session:
        session.add(Draft(form="log", fields="one"))
    with workspace.read() as session:
        before = session.scalars(select(Draft)).one()
    with workspace.change("Change") as session:
        session.scalars(select(Draft)).one().fields = "two"
    with workspace.read() as session:
        after = session.scalars(select(Draft)).one()
    assert (after.uid, after.made_at) == (before.uid, before.made_at)
    assert after.changed_at > before.changed_at
