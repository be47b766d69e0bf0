"""The forum itself, the people who use this laptop, and the laptops."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pcf_desktop.records.base import Base, Code, Digest, Label, Record, Words


class Forum(Record):
    """The one forum a file belongs to, with its house rules."""

    __tablename__ = "forum"

    name: Mapped[Label]
    area: Mapped[Label]
    sample: Mapped[Code | None]
    small_number: Mapped[int] = mapped_column(default=5)
    """Counts below this are not shown outside the forum (3 to 10)."""
    breakdown_base: Mapped[int] = mapped_column(default=10, server_default="10")
    """Nothing is broken down on a base below this (5 to 20)."""
    percent_base: Mapped[int] = mapped_column(default=20)
    """No percentage on a base below this."""
    keep_months: Mapped[int] = mapped_column(default=36)
    safeguarding_steps: Mapped[Words | None]
    secret: Mapped[Digest | None]
    """With which this forum makes codes of what must not be kept itself, such as an address."""


class Person(Record):
    """Somebody who uses the program on this laptop."""

    __tablename__ = "person"

    name: Mapped[Label]
    role: Mapped[Label | None]
    left_on: Mapped[date | None]


class Device(Record):
    """A laptop; its `uid` stamps the records made on it."""

    __tablename__ = "device"

    name: Mapped[Label]


class Series(Base):
    """The last number given in a series. Never taken back, so that no number is used twice."""

    __tablename__ = "series"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Code]
    last: Mapped[int]
