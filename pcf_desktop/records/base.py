"""What every record has: a local key, a name that is the same on every laptop, and its stamps."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Date, Dialect, ForeignKey, LargeBinary, MetaData, String, Text, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import DateTime, TypeDecorator, TypeEngine
from typing_extensions import override

from pcf_desktop.records import stamp

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Uid(TypeDecorator[UUID]):
    """A UUID: 16 bytes in SQLite, the database's own type elsewhere."""

    impl = Uuid
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(LargeBinary(16) if sqlite else Uuid())

    @override
    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        return value.bytes if value is not None and dialect.name == "sqlite" else value

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return UUID(bytes=value) if isinstance(value, bytes) else value


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite itself would give it back without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise TypeError("a moment needs its time zone")
        return value.astimezone(UTC) if value is not None else None

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


Words = Annotated[str, mapped_column(Text)]
"""A text of any length, as people wrote it."""
Label = Annotated[str, mapped_column(String(300))]
"""A short text that names a thing."""
Code = Annotated[str, mapped_column(String(60))]
"""A word the program itself gives a meaning to."""
Digest = Annotated[str, mapped_column(String(64))]
"""A SHA-256 in hexadecimal."""


class Base(DeclarativeBase):
    """The tables of a forum file."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uid,
        datetime: UtcDateTime,
        date: Date,
        dict[str, Any]: JSON,
        list[str]: JSON,
        str: Text,
    }


class Record(Base):
    """A row known by the same uid on every laptop, with when and where it was touched."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    uid: Mapped[UUID] = mapped_column(unique=True, default=stamp.new_uid, sort_order=-9)
    made_at: Mapped[datetime] = mapped_column(default=stamp.now, sort_order=90)
    made_on: Mapped[UUID] = mapped_column(default=stamp.device, sort_order=91)
    changed_at: Mapped[datetime] = mapped_column(
        default=stamp.now, onupdate=stamp.now, sort_order=92
    )
    changed_on: Mapped[UUID] = mapped_column(
        default=stamp.device, onupdate=stamp.device, sort_order=93
    )


def owned_by(table: str) -> MappedColumn[Any]:
    """Return a key to the record this one is part of, and goes with."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


def refers_to(table: str) -> MappedColumn[Any]:
    """Return a key to a record this one mentions; when that goes, the mention is emptied."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="SET NULL"), index=True)


def needs(table: str) -> MappedColumn[Any]:
    """Return a key to a record that cannot go while this one mentions it."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="RESTRICT"), index=True)
