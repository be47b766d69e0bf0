"""Quotes: the original and the cleared wording side by side."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from pcf_desktop.records.base import Label, Record, Words, owned_by, refers_to


class Quote(Record):
    """Words of a family chosen to be shown; `number` is permanent and never used again."""

    __tablename__ = "quote"
    __table_args__ = (UniqueConstraint("number"),)

    number: Mapped[int]
    feedback_id: Mapped[int] = owned_by("feedback")
    original: Mapped[Words]
    cleared: Mapped[Words]
    attribution: Mapped[Label | None]
    cleared_by_id: Mapped[int | None] = refers_to("person")
    cleared_on: Mapped[date | None]
    second_by_id: Mapped[int | None] = refers_to("person")
    second_on: Mapped[date | None]
