"""Every record can be kept, found and removed, and its keys say what goes with what."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import Float

from pcf_desktop import records
from pcf_desktop.records import AuditEntry, Base, PartDigest, Record, Series, stamp
from pcf_desktop.records.base import Uid, UtcDateTime
from pcf_desktop.workspace import Session, Workspace

RECORDS = [mapper.class_ for mapper in Base.registry.mappers]
OWN = {AuditEntry, PartDigest, Series}
"""What belongs to this file alone, and is merged with no other laptop's."""


def table_of(record: type[Base]) -> Table:
    return Base.metadata.tables[record.__tablename__]


def value(column: Column[Any]) -> Any:
    """Return something that fits a column which must hold something."""
    kinds: list[tuple[Any, Any]] = [
        (Boolean, True),
        (UtcDateTime, datetime(2026, 3, 1, tzinfo=UTC)),
        (Uid, stamp.new_uid()),
        (Date, date(2026, 3, 1)),
        (JSON, []),
        (Integer, 1),
        (Float, 0.5),
    ]
    return next((given for kind, given in kinds if isinstance(column.type, kind)), "-")


def keep(session: Session, record: type[Base]) -> int:
    """Add a row with all it needs, and what it is part of; return its id."""
    values: dict[str, Any] = {}
    for column in table_of(record).columns:
        if column.primary_key or (column.default is not None) or column.nullable:
            continue
        keys = list(column.foreign_keys)
        if keys:
            (owner,) = (each for each in RECORDS if table_of(each) is keys[0].column.table)
            values[column.name] = keep(session, owner)
        else:
            values[column.name] = value(column) if column.name != "number" else 1
        if column.name in {"key", "code", "name", "words", "form", "known_as", "hash"}:
            values[column.name] = stamp.new_uid().hex[:60]
    if record is records.Quote:
        values["number"] = (session.scalar(select(func.count(records.Quote.id))) or 0) + 1
    if record is records.Consent:
        values["family_id"] = keep(session, records.Family)
    session.execute(insert(table_of(record)).values(**values))
    return session.scalar(select(func.max(table_of(record).c.id))) or 0


def is_kept(session: Session, record: type[Base], key: int) -> bool:
    return bool(session.scalar(select(func.count()).where(table_of(record).c.id == key)))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_kept_and_goes_with_what_it_is_part_of(
    workspace: Workspace, record: type[Base]
) -> None:
    with workspace.change("Keep it") as session:
        key = keep(session, record)
        assert is_kept(session, record, key)
        for column in table_of(record).columns:
            for foreign in column.foreign_keys:
                owner = foreign.column.table
                if foreign.ondelete == "CASCADE" and not column.nullable:
                    other = keep(session, record)
                    of = session.scalar(select(column).where(table_of(record).c.id == other))
                    session.execute(delete(owner).where(owner.c.id == of))
                    assert not is_kept(session, record, other)
        session.execute(delete(table_of(record)))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_mention_is_emptied_when_what_it_mentions_goes(
    workspace: Workspace, record: type[Base]
) -> None:
    for column in table_of(record).columns:
        for foreign in column.foreign_keys:
            if foreign.ondelete != "SET NULL":
                continue
            assert column.nullable, column
            with workspace.change("Mention") as session:
                owner = foreign.column.table
                (mentioned,) = (each for each in RECORDS if table_of(each) is owner)
                key, other = keep(session, record), keep(session, mentioned)
                here = table_of(record).c.id == key
                session.execute(update(table_of(record)).where(here).values({column.name: other}))
                session.execute(delete(owner).where(owner.c.id == other))
                assert is_kept(session, record, key)
                assert session.scalar(select(column).where(here)) is None


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_what_is_needed_cannot_go(workspace: Workspace, record: type[Base]) -> None:
    needed = [
        (column, foreign.column.table)
        for column in table_of(record).columns
        for foreign in column.foreign_keys
        if foreign.ondelete == "RESTRICT"
    ]
    for column, owner in needed:
        with workspace.change("Need") as session:
            key = keep(session, record)
            of = session.scalar(select(column).where(table_of(record).c.id == key))
            with pytest.raises(IntegrityError):
                session.execute(delete(owner).where(owner.c.id == of))


def test_every_key_says_what_happens_when_its_record_goes() -> None:
    said = {
        foreign.ondelete for table in Base.metadata.sorted_tables for foreign in table.foreign_keys
    }
    assert said == {"CASCADE", "SET NULL", "RESTRICT"}


def test_every_record_can_be_merged_but_the_files_own() -> None:
    assert {record for record in RECORDS if not issubclass(record, Record)} == OWN


def test_every_record_is_exported_and_says_what_it_is() -> None:
    assert {record.__name__ for record in RECORDS} <= set(records.__all__)
    assert all(record.__doc__ for record in RECORDS)
    assert isinstance(stamp.new_uid(), UUID)


def give(session: Session, **holders: int) -> None:
    with session.begin_nested():
        session.add(records.Consent(part="keep", given=True, **holders))
        session.flush()


def test_consent_has_one_holder_and_no_more(workspace: Workspace) -> None:
    with workspace.change("Give consent") as session:
        family, feedback = keep(session, records.Family), keep(session, records.Feedback)
        with pytest.raises(IntegrityError, match="one_holder"):
            give(session)
        with pytest.raises(IntegrityError, match="one_holder"):
            give(session, family_id=family, feedback_id=feedback)
